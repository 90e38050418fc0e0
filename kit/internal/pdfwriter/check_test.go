package pdfwriter

import "testing"

func TestLanguageTag(t *testing.T) {
	for _, s := range []string{"en", "en-GB", "zh-Hant-TW", "sl-rozaj-biske-1994", "de-x-a1", "abcdefgh"} {
		if !isLanguageTag(s) {
			t.Errorf("%q is refused", s)
		}
	}
	for _, s := range []string{"", "e", "e1", "en-", "-en", "en--GB", "en_GB", "abcdefghi", "en-abcdefghi", "én", "en GB", "en\n"} {
		if isLanguageTag(s) {
			t.Errorf("%q is taken", s)
		}
	}
}
