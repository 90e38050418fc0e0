package doc

import (
	"strconv"
	"strings"
)

// Number writes what a format counts, such as a page, in the digits of the
// document.
func (d *Document) Number(n int) string {
	s := strconv.Itoa(n)
	if d.Zero == 0 || d.Zero == '0' {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return r
		}
		return d.Zero + r - '0'
	}, s)
}
