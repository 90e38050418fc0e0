package source

import (
	"strings"
	"time"
)

// parseDate reads a date of RFC 3339, or the year or year and month that begin
// one. A time may lack its seconds and its offset. Precision is None for what is
// no date.
func parseDate(s string) (time.Time, Precision) {
	if len(s) < len("2006") || !onlyDigits(s[:len("2006")]) {
		return time.Time{}, None // most scalars; time.Parse makes an error for each form
	}
	for _, form := range []struct {
		layout    string
		precision Precision
	}{
		{"2006", Year},
		{"2006-01", Month},
		{time.DateOnly, Day},
		{"2006-01-02T15:04", Local},
		{"2006-01-02T15:04:05", Local},
		{"2006-01-02T15:04Z07:00", Instant},
		{time.RFC3339, Instant},
	} {
		if form.precision <= Day && len(s) != len(form.layout) {
			continue
		}
		if t, err := time.Parse(form.layout, upperT(s)); err == nil {
			return t, form.precision
		}
	}
	return time.Time{}, None
}

func onlyDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// upperT writes a date and time apart by T, as RFC 3339 (5.6) lets a space or a
// small t stand for it.
func upperT(s string) string {
	const day = len("2006-01-02")
	if len(s) > day && (s[day] == ' ' || s[day] == 't') {
		s = s[:day] + "T" + s[day+1:]
	}
	if strings.HasSuffix(s, "z") {
		s = s[:len(s)-1] + "Z"
	}
	return s
}
