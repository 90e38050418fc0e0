package bind

import (
	"slices"
	"strings"
)

// French sets the no-break spaces that belong before ; ! ? : and » and after «
// in French, where the text has an ordinary space or none: narrow ones, and
// before the colon one of full width (Lexique des règles typographiques en usage
// à l'Imprimerie nationale). In Canada only the colon and the guillemets have a
// space of their own (Office québécois de la langue française); before the
// others a space that is there is kept from breaking. A sign within a token, as in
// a URL or an hour, is left. Text in other languages is returned as it is.
//
// The characters before and after the text, 0 if there are none, are those of
// the text that it is a part of.
func French(lang, text string, before, after rune) string {
	if primary(lang) != "fr" || !strings.ContainsAny(text, ";:!?»«") && before != '«' {
		return text
	}
	canada := isCanadian(lang)
	in := []rune(text)
	out := make([]rune, 0, len(in)+8)
	for i, r := range in {
		last := before
		if len(out) > 0 {
			last = out[len(out)-1]
		}
		if last == '«' && r != '\n' {
			switch {
			case r == ' ':
				out = append(out, guillemetSpace(canada))
				continue
			case !isSpace(r):
				out = append(out, guillemetSpace(canada))
				last = ' '
			}
		}
		next := after
		if i+1 < len(in) {
			next = in[i+1]
		}
		if space := frenchSpace(r, canada); space != 0 && (r == '»' || endsToken(next)) {
			switch {
			case last == ' ' && len(out) > 0 && out[len(out)-1] == ' ':
				out[len(out)-1] = space
			case wantsSpace(last, r) && !(canada && strings.ContainsRune(";!?", r)):
				out = append(out, space)
			}
		}
		out = append(out, r)
	}
	if slices.Equal(in, out) {
		return text
	}
	return string(out)
}

// frenchSpace is the space before a mark; 0 if it is none that has one.
func frenchSpace(mark rune, canada bool) rune {
	switch mark {
	case ';', '!', '?':
		return narrowNoBreak
	case ':':
		return noBreakSpace
	case '»':
		return guillemetSpace(canada)
	}
	return 0
}

func guillemetSpace(canada bool) rune {
	if canada {
		return noBreakSpace
	}
	return narrowNoBreak
}

// endsToken reports whether a mark before this character stands at the end of
// a word.
func endsToken(next rune) bool {
	return next == 0 || isSpace(next) || strings.ContainsRune(")]»”’\"!?.,;:…", next)
}

// wantsSpace reports whether a space is set between a character and a mark.
func wantsSpace(last, mark rune) bool {
	if last == 0 || isSpace(last) {
		return false
	}
	if mark == '»' {
		return last != '«'
	}
	return !strings.ContainsRune(";:!?.…([“‘\"", last)
}

func isCanadian(lang string) bool {
	return slices.Contains(strings.Split(strings.ToLower(strings.ReplaceAll(lang, "_", "-")), "-"), "ca")
}
