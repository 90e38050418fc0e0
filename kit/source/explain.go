package source

import (
	"bytes"
	"strings"
)

// explanation is what to say of a syntax error in place of a parser's message.
type explanation struct{ message, hint string }

// explainJSON puts the message of the JSON decoder about the byte at offset at into
// the words of somebody who writes a definition by hand.
func explainJSON(message string, data []byte, at int) explanation {
	here, before := byte(0), byte(0)
	if at < len(data) {
		here = data[at]
	}
	if left := bytes.TrimRight(data[:min(at, len(data))], " \t\r\n"); len(left) > 0 {
		before = left[len(left)-1]
	}
	key := strings.HasSuffix(message, "object key string") || strings.HasPrefix(message, "invalid character") && len(message) < len("invalid character '\\u0000' ")
	switch {
	case before == ',' && (here == '}' || here == ']'):
		return explanation{"there is a comma after the last entry", "leave the comma before " + string(here) + " out"}
	case here == '/' || here == '#':
		return explanation{"JSON has no comments", "leave the comment out, or write the definition as YAML"}
	case strings.HasSuffix(message, "after object key:value pair"), strings.HasSuffix(message, "after array element"):
		return explanation{"a comma is missing before this", "entries stand apart by commas"}
	case strings.HasSuffix(message, "after object key"):
		return explanation{"a colon is missing after the key", ""}
	case strings.HasSuffix(message, "in string literal"):
		return explanation{"the text in quotation marks is not closed on its line", `close it with ", and write a line break within it as \n`}
	case strings.HasSuffix(message, "in string escape code"):
		return explanation{"unknown escape in quoted text", `a backslash begins an escape; write \\ for the backslash itself`}
	case key, strings.HasSuffix(message, "beginning of value") && (here >= utf8Start || isLetter(here) || here == '\''):
		return explanation{"the quotation marks are missing here", `keys and texts stand in "…"`}
	}
	return explanation{message, ""}
}

// utf8Start is the first byte that is no ASCII.
const utf8Start = 0x80

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// explainTOML does the same for the messages of the TOML parser.
func explainTOML(message string) explanation {
	switch {
	case strings.HasSuffix(message, "at start of value"):
		return explanation{"this value lacks its quotation marks", `text stands in "…"`}
	case strings.Contains(message, "cannot have new lines"), strings.HasPrefix(message, "unterminated"):
		return explanation{"the text in quotation marks is not closed on its line", `text of several lines stands in """…"""`}
	case strings.HasPrefix(message, "expected ','"):
		return explanation{"a comma is missing before this", "entries stand apart by commas"}
	case strings.HasPrefix(message, "expected '=' after"):
		return explanation{"an equals sign is missing after the key", `write key = "text"`}
	case strings.HasPrefix(message, "expected value"):
		return explanation{"the key has no value", `write key = "text", or leave the key out`}
	case strings.HasPrefix(message, "expected newline"):
		return explanation{"the line goes on after its value", "each key stands in a line of its own, and text in quotation marks"}
	}
	return explanation{message, ""}
}
