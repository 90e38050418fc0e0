package diag

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// WriteGitHub writes the list as workflow commands of GitHub Actions, which
// show each diagnostic beside its line:
//
//	::error file=release.yaml,line=7,col=5,endColumn=10,title=unknown-field::unknown field "qoute"
//
// Text of the input is escaped, so that it cannot begin a command of its own.
func WriteGitHub(w io.Writer, list List) error {
	out := bufio.NewWriter(w)
	for _, d := range list {
		var props []string
		if name := d.Span.Name(); name != "" {
			props = append(props, "file="+githubProperty(visible(name)))
		}
		if start, end := d.Span.Position(), d.Span.EndPosition(); start.Line > 0 {
			props = append(props, fmt.Sprintf("line=%d", start.Line), fmt.Sprintf("col=%d", start.Column))
			if end.Line == start.Line && end.Column > start.Column {
				props = append(props, fmt.Sprintf("endColumn=%d", end.Column))
			}
		}
		props = append(props, "title="+githubProperty(d.Rule))
		message := visible(d.Message)
		if d.Hint != "" {
			message += "\n" + visible(d.Hint)
		}
		fmt.Fprintf(out, "::%s %s::%s\n", githubCommand(d.Severity), strings.Join(props, ","), githubData(message))
	}
	return out.Flush()
}

func githubCommand(s Severity) string {
	if s == Note {
		return "notice"
	}
	return s.String()
}

// githubData escapes a command's text as the runner undoes it.
func githubData(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

// githubProperty escapes a property's value.
func githubProperty(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(s)
}
