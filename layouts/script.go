package layouts

import (
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/source"
)

// maxScripts bounds how many scripts a layout sets otherwise.
const maxScripts = 20

// scripts lays the roles of each script over those of the layout, key by key, as
// a layout is laid over the one that it extends.
func (r *reader) scripts(l *Layout, f *file) {
	if len(f.Scripts) > maxScripts {
		r.list.Add(r.doc.At("scripts"), "too-many", "more than %d scripts", maxScripts)
		return
	}
	roles, scripts := r.doc.Root.Get("roles"), r.doc.Root.Get("scripts")
	for _, item := range f.Scripts {
		if len(item.Key) != 4 {
			r.list.Add(item.KeySpan, "unknown-script", "%q is no code of a script", item.Key).
				Hint = "write its four letters in ISO 15924: Arab"
			continue
		}
		own := scripts.Get(item.Key)
		if roles == nil || own == nil || own.Get("roles") == nil || r.list.HasErrors() {
			continue
		}
		merged := &source.Node{Kind: source.MapKind, Span: own.Span,
			Entries: []source.Entry{{Key: "roles", KeySpan: own.Span, Value: merge(roles, own.Get("roles"))}}}
		var with file
		if list := (&source.Doc{Source: r.doc.Source, Root: merged}).Decode(&with); list.HasErrors() {
			continue // they are reported where they stand
		}
		set := *l
		r.roles(&set, with.Roles, "scripts."+item.Key+".roles")
		if l.Scripts == nil {
			l.Scripts = map[string]map[doc.Role]doc.Style{}
		}
		l.Scripts[item.Key] = map[doc.Role]doc.Style{}
		for _, e := range own.Get("roles").Entries {
			l.Scripts[item.Key][doc.Role(e.Key)] = set.Styles[doc.Role(e.Key)]
		}
	}
}
