package diag

import (
	"io"
	"net/url"
	"slices"
	"strings"
)

// SARIFOptions names the program that found the problems.
type SARIFOptions struct {
	Tool    string // "presskit" if empty
	Version string
	URI     string // the program's home; left out if empty
}

type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name           string      `json:"name"`
		Version        string      `json:"version,omitempty"`
		InformationURI string      `json:"informationUri,omitempty"`
		Rules          []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID string `json:"id"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifMessage    `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifLocation struct {
		PhysicalLocation sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		ArtifactLocation sarifArtifact `json:"artifactLocation"`
		Region           *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn"`
	}
)

// WriteSARIF writes the list as a log of SARIF 2.1.0 (OASIS), with one run.
// Files are named by relative URIs, rules are listed in the order of their names.
func WriteSARIF(w io.Writer, list List, opts SARIFOptions) error {
	rules := make([]string, 0, len(list))
	for _, d := range list {
		rules = append(rules, d.Rule)
	}
	slices.Sort(rules)
	rules = slices.Compact(rules)
	run := sarifRun{
		Tool:       sarifTool{sarifDriver{Name: opts.Tool, Version: opts.Version, InformationURI: opts.URI, Rules: []sarifRule{}}},
		ColumnKind: "unicodeCodePoints",
		Results:    []sarifResult{},
	}
	if opts.Tool == "" {
		run.Tool.Driver.Name = "presskit"
	}
	for _, r := range rules {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{r})
	}
	for _, d := range list {
		index, _ := slices.BinarySearch(rules, d.Rule)
		message := d.Message
		if d.Hint != "" {
			message += "\n" + d.Hint
		}
		run.Results = append(run.Results, sarifResult{
			RuleID: d.Rule, RuleIndex: index, Level: d.Severity.String(),
			Message: sarifMessage{sarifText(message)}, Locations: sarifLocations(d.Span),
		})
	}
	return encode(w, sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

// sarifText escapes what begins an embedded link in a message (3.11.6).
func sarifText(s string) string {
	return strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`).Replace(s)
}

func sarifLocations(s Span) []sarifLocation {
	if s.Name() == "" {
		return nil
	}
	p := sarifPhysical{ArtifactLocation: sarifArtifact{relativeURI(s.Name())}}
	if start, end := s.Position(), s.EndPosition(); start.Line > 0 {
		p.Region = &sarifRegion{start.Line, start.Column, end.Line, end.Column}
	}
	return []sarifLocation{{p}}
}

// relativeURI returns a path as a URI reference without a scheme (RFC 3986, 4.2).
func relativeURI(name string) string {
	parts := strings.Split(strings.TrimLeft(name, "/"), "/")
	for i, p := range parts {
		parts[i] = strings.ReplaceAll(url.PathEscape(p), ":", "%3A")
	}
	return strings.Join(parts, "/")
}
