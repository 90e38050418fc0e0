package doc

import "testing"

// What a mark says is laid over the text around it, and a link over code.
func TestMark(t *testing.T) {
	body := Style{Family: BaseFamily, Weight: 400, Size: 10, Color: Ink}
	d := &Document{}
	if got := d.Mark(Run{Link: "#a"}).On(body); got.Color != Link || got.Decoration != (Decoration{Underline: true}) || got.Size != 10 || got.Weight != 400 {
		t.Errorf("a link: %+v", got)
	}
	if got := d.Mark(Run{Code: true}); got != (Mark{}) {
		t.Errorf("code: %+v", got)
	}
	d.Code = Mark{Code: true, Scale: 0.9, Color: CodeText, Ground: CodeGround}
	d.Links = Mark{Weight: 700, Color: Link, Decoration: Decoration{LineThrough: true, Line: "double"}}
	if got := d.Mark(Run{Code: true}).On(body); got.Family != CodeFamily || got.Size != 9 || got.Weight != 400 || got.Color != CodeText || got.Ground != CodeGround {
		t.Errorf("code: %+v", got)
	}
	got := d.Mark(Run{Code: true, Link: "#a"}).On(body)
	if got.Family != CodeFamily || got.Size != 9 || got.Weight != 700 || got.Color != Link || got.Ground != CodeGround || !got.Decoration.LineThrough {
		t.Errorf("a link over code: %+v", got)
	}
	if got := d.Mark(Run{Strong: true}); got != (Mark{}) {
		t.Errorf("strong words: %+v", got)
	}
}
