package release

import (
	"testing"
	"testing/fstest"
)

// Words in another language are words like others to the checks.
func TestSpansAreWords(t *testing.T) {
	for _, c := range []struct{ name, body, rest, want string }{
		{"quote", "She said it was [le mot *juste*]{lang=fr} of the day.", "quotes: [{id: q, text: 'it was le [mot juste]{lang=fr}', attribution: Ada}]", ""},
		{"quote that is not there", "She said [le mot juste]{lang=fr}.", "quotes: [{id: q, text: 'le [mot]{lang=fr} exact', attribution: Ada}]", "quote-not-found"},
		{"number", "We met 46 [corsi]{lang=it} today.", "statistics: [{id: a, value: 47, label: '[corsi]{lang=it}'}]", "number-mismatch"},
		{"number in a span", "We met [46 courses]{lang=it} today.", "statistics: [{id: a, value: 46, label: courses}]", ""},
		{"no language", "We met [x]{lang=qqqqq}.", "", "bad-language"},
		{"other attributes", "We met [x]{.big}.", "", "bad-attribute"},
	} {
		data := "language: en\nheadline: H\nbody: \"" + c.body + "\"\n" + c.rest + "\n"
		_, list := Read(fstest.MapFS{"r.yaml": {Data: []byte(data)}}, "r.yaml", Options{})
		got := ""
		if len(list) > 0 {
			got = list[0].Rule
		}
		if got != c.want || len(list) > 1 {
			t.Errorf("%s: want %q\n%s", c.name, c.want, report(t, list))
		}
	}
}

// What was read is parsed once; a text that was changed since is parsed anew.
func TestMarkupIsParsedOnce(t *testing.T) {
	data := "language: en\nheadline: H\nlede: One *two*.\nbody: Three {{ .V }}.\n"
	r, list := Read(fstest.MapFS{"r.yaml": {Data: []byte(data)}}, "r.yaml", Options{Vars: map[string]string{"V": "four"}})
	if len(list) > 0 {
		t.Fatal(report(t, list))
	}
	body, _ := r.Markup(r.Body)
	again, _ := r.Markup(r.Body)
	lede, _ := r.InlineMarkup(r.Lede)
	if body != again || body.PlainText(body.Root) != "Three four." || lede.PlainText(lede.Root) != "One two." {
		t.Errorf("got %q and %q", body.PlainText(body.Root), lede.PlainText(lede.Root))
	}
	changed := r.Body
	changed.Value = "Three, four."
	if d, problems := r.Markup(changed); d == body || d.PlainText(d.Root) != changed.Value || len(problems) > 0 {
		t.Errorf("got %q", d.PlainText(d.Root))
	}
	if d, _ := (&Release{}).Markup(r.Body); d == nil {
		t.Error("a release that was not read has no markup")
	}
}
