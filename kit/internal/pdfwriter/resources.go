package pdfwriter

import "slices"

// resources are what a content stream refers to by name.
type resources struct {
	fonts    []*fontUse
	xobjects []*XObject
	alphas   []int
	blends   []BlendMode
	shades   []*shade
}

// sequence is a marked-content sequence that content is written into. Where a cluster needs replacement text, the
// sequence is ended and a new one of the same element has that text: sequences are never nested, because common readers
// lose the rest of an element after a nested one. Artifacts and forms have no identifiers, and nest.
type sequence struct {
	tag    Tag
	next   int // the next identifier on the page
	marked bool
	open   bool
}

// begin opens a sequence if none is open.
func (q *sequence) begin(b []byte) []byte {
	if q.marked && !q.open {
		b = append(appendName(b, string(q.tag)), " <</MCID "...)
		b = append(appendInt(b, q.next), ">> BDC\n"...)
		q.next++
		q.open = true
	}
	return b
}

func (q *sequence) end(b []byte) []byte {
	if q.open {
		q.open = false
		b = append(b, "EMC\n"...)
	}
	return b
}

// append writes c to a content stream, so that it neither feels nor affects what stands around it.
func (r *resources) append(b []byte, c *Content, q *sequence) []byte {
	if c.empty() {
		return b
	}
	if c.set {
		b = append(q.begin(b), "q\n"...)
	}
	done := 0
	var before *placedRun // in the text object that is open
	endText := func() {
		if before != nil {
			b = append(b, "ET\n"...)
			before = nil
		}
	}
	for i := range c.runs {
		run := &c.runs[i]
		fresh := q.marked && i > 0 && partsUnspaced(&c.runs[i-1], run)
		if run.at > done || run.replaced || fresh {
			endText()
		}
		if run.at > done {
			b = append(q.begin(b), c.buf[done:run.at]...)
			done = run.at
		}
		if fresh {
			b = q.end(b)
		}
		if run.replaced {
			b = r.appendReplaced(b, run, c.height, q)
			continue
		}
		b = q.begin(b)
		if before == nil {
			b = append(b, "BT\n"...)
		}
		b = appendRun(b, run, before, c.height)
		before = run
		r.fonts = add(r.fonts, run.use)
	}
	endText()
	if done < len(c.buf) {
		b = append(q.begin(b), c.buf[done:]...)
	}
	for range c.stack {
		b = append(b, "Q\n"...)
	}
	if c.set {
		b = append(b, "Q\n"...)
	}
	for _, x := range c.uses {
		r.xobjects = add(r.xobjects, x)
	}
	for _, alpha := range c.alphas {
		r.alphas = add(r.alphas, alpha)
	}
	for _, mode := range c.blends {
		r.blends = add(r.blends, mode)
	}
	if r.shades == nil { // as in forms, which have one content
		r.shades = slices.Clone(c.shades)
	} else {
		for _, s := range c.shades {
			r.shades = add(r.shades, s)
		}
	}
	return b
}

// appendReplaced writes a run with replacement text (ISO 32000-1, 14.9.4).
func (r *resources) appendReplaced(b []byte, run *placedRun, height float64, q *sequence) []byte {
	b = append(q.end(b), "/Span <<"...)
	if q.marked {
		b = append(appendInt(append(b, "/MCID "...), q.next), ' ')
		q.next++
	}
	b = append(appendText(append(b, "/ActualText "...), run.text), ">> BDC\nBT\n"...)
	r.fonts = add(r.fonts, run.use)
	return append(appendRun(b, run, nil, height), "ET\nEMC\n"...)
}

// add appends v to a set in order.
func add[T comparable](set []T, v T) []T {
	if slices.Contains(set, v) {
		return set
	}
	return append(set, v)
}

// resources writes a resource dictionary.
func (a *assembly) resources(r *resources) *object {
	o := new(object).begin()
	if len(r.fonts) > 0 {
		o.key("Font").raw("<<")
		for _, u := range r.fonts {
			o.raw(" /F").int(u.number).raw(" ").ref(u.ref)
		}
		o.raw(" >>")
	}
	if len(r.xobjects) > 0 {
		o.key("XObject").raw("<<")
		for _, x := range r.xobjects {
			o.raw(" /X").int(x.index).raw(" ").ref(a.shown[x])
		}
		o.raw(" >>")
	}
	patterns, masks := a.shadeResources(r)
	if patterns != "" {
		o.key("Pattern").raw("<<" + patterns + " >>")
	}
	if len(r.alphas) > 0 || len(r.blends) > 0 || masks != "" {
		o.key("ExtGState").raw("<<" + masks)
		for _, alpha := range r.alphas {
			v := float64(alpha) / 1000
			o.raw(" /A").int(alpha).raw(" <</CA ").num(v).raw(" /ca ").num(v).raw(">>")
		}
		for _, mode := range r.blends {
			o.raw(" /B" + string(mode) + " <</BM /" + string(mode) + ">>")
		}
		o.raw(" >>")
	}
	return o.end()
}

// transparent reports whether anything needs blending with what is beneath it.
func (r *resources) transparent() bool {
	return len(r.alphas) > 0 || len(r.blends) > 0 || masked(r.shades) || slices.ContainsFunc(r.xobjects, func(x *XObject) bool { return x.seeThrough })
}
