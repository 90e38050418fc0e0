package compose

import (
	"strings"
	"testing"
)

func TestLicenseURL(t *testing.T) {
	for in, want := range map[string]string{
		"":                            "",
		"All rights reserved":         "",
		"CC BY 4.0":                   "https://creativecommons.org/licenses/by/4.0/",
		"CC\u00a0BY 4.0":              "https://creativecommons.org/licenses/by/4.0/",
		"cc by-nc-nd 3.0":             "https://creativecommons.org/licenses/by-nc-nd/3.0/",
		"CC-BY-SA-4.0":                "https://creativecommons.org/licenses/by-sa/4.0/",
		"CC0 1.0":                     "https://creativecommons.org/publicdomain/zero/1.0/",
		"CC BY 9.9":                   "",
		"CC BY":                       "",
		"https://example.org/terms ":  "https://example.org/terms",
		"https://example.org/a b":     "",
		"see https://example.org/all": "",
	} {
		if got := licenseURL(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestRightsOfTheRelease(t *testing.T) {
	base := "language: en-GB\nheadline: H\nbody: B\n"
	for _, test := range []struct{ fields, meta, note string }{
		{"", "", ""},
		{"copyright: © 2026 Park\nlicense: CC BY 4.0\nusage-terms: Free with credit.\n",
			`rights "© 2026 Park · Free with credit. · CC BY 4.0"` + "\n  " + `rights-url "https://creativecommons.org/licenses/by/4.0/"`,
			`para note "© 2026 Park, {link=https://creativecommons.org/licenses/by/4.0/|CC BY\u00a04.0}. Free with credit."`},
		{"license: https://example.org/terms/\n", `rights-url "https://example.org/terms/"`,
			`para note "{link=https://example.org/terms/|example.org/terms}"`},
		{"usage-terms: For the press\n", `rights "For the press"`, `para note "For the press"`},
	} {
		tree := dump(t, only(t, base+test.fields))
		if !strings.Contains(tree, test.meta) || !strings.Contains(tree, test.note) || test.note == "" && strings.Contains(tree, "para note") {
			t.Errorf("%q gives\n%s", test.fields, tree)
		}
	}
}
