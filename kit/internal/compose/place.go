package compose

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/release"
	"github.com/presskit-go/presskit/layouts"
)

// A callout should stand near the words that it repeats, but not so near that
// the eye meets them twice; after them rather than before; never under a
// heading, first or last in the text, or next to another one where that can be
// helped. Each place between two blocks is given a price for each callout, and
// the cheapest set of places in the order of the text is taken.

// Prices, in letters of distance; a letter is about a sixth of a centimetre.
const (
	tooNear      = 270   // five lines: nearer than this costs
	nearPrice    = 1500  // standing too near
	beforePrice  = 60    // standing before the words
	lastPrice    = 9000  // last in the text
	colonPrice   = 4000  // between an announcement and what it announces
	crowdPrice   = 2000  // next to another callout, picture or panel
	togetherCost = 5000  // two in one place
	nearbyCost   = 300   // two with one block between them
	columnsPrice = 800   // across the columns, and not between them and what spans them
	headingPrice = 1e6   // under a heading
	maxInserts   = 400   // callouts or pictures that get a place of their own
	maxPlaced    = 20000 // places that are considered
)

// insertion is a block that needs a place.
type insertion struct {
	order      int // among those of the definition
	block      doc.Block
	start, end int       // of the words it repeats, in letters from the start; where it would stand best
	repeats    bool      // it repeats words of the text
	over       doc.Block // after which it would rather stand than between columns; nil: none
}

// place puts the quotes and pictures without a place of their own into the body.
// lede is what stands before it.
func (c *composer) place(lede, body []doc.Block) []doc.Block {
	flow := slices.Concat(lede, body)
	var callouts []insertion
	for i := range c.rel.Quotes {
		q := &c.rel.Quotes[i]
		if !c.placed.quotes[q.ID.Value] {
			callouts = append(callouts, insertion{block: c.callout(q), order: len(callouts), repeats: q.Placement != release.Block})
		}
	}
	if c.hasSlot(layouts.QuotesSlot) { // they have a place
		for _, in := range callouts {
			c.placed.left = append(c.placed.left, in.block)
		}
		callouts = nil
	}
	if spans := c.layout.Styles; len(lede) > 0 && spans[doc.RoleLede].SpanAll && spans[doc.RoleQuote].SpanAll {
		for i := range callouts {
			callouts[i].over = lede[len(lede)-1]
		}
	}
	locate(flow, callouts)
	repeats(flow, callouts)
	for i, in := range callouts { // the speaker's name beside a quotation is not of its words
		callouts[i].block = c.calloutBeside(in.block, in.order)
	}
	flow = insert(flow, callouts)
	flow = insert(flow, c.inlineFigures(flow))
	return flow[len(lede):]
}

// inlineFigures makes the pictures for the text that are not placed by hand,
// spread evenly.
func (c *composer) inlineFigures(flow []doc.Block) []insertion {
	var figures []insertion
	used := c.portraitsAndLogos()
	for i := range c.rel.Media {
		id, m := c.rel.Media[i].Key, &c.rel.Media[i].Value
		if m.Role != release.RoleInline || m.Decorative || c.placed.figures[id] || used[id] {
			continue
		}
		for _, f := range c.figure(id, doc.RoleInline) {
			if f, ok := f.(*doc.Figure); ok {
				f.Float = c.layout.Pictures.Float
			}
			figures = append(figures, insertion{block: f})
		}
	}
	spread(flow, figures)
	return figures
}

// locate finds where the words of each callout stand.
func locate(flow []doc.Block, callouts []insertion) {
	if len(callouts) == 0 {
		return
	}
	var letters []string
	for _, b := range flow {
		letters = append(letters, lettersOf(b))
	}
	text := strings.Join(letters, "")
	var loose []*insertion
	for i := range callouts {
		in := &callouts[i]
		if in.repeats {
			parts := strings.Split(strings.ReplaceAll(wordsOf(in.block), "[...]", "[…]"), "[…]")
			first, last := fold(parts[0]), fold(parts[len(parts)-1])
			if start := strings.Index(text, first); start >= 0 && first != "" {
				end := start + len(first)
				if i := strings.Index(text[end:], last); len(parts) > 1 && i >= 0 {
					end += i + len(last)
				}
				in.start = utf8.RuneCountInString(text[:start])
				in.end = in.start + utf8.RuneCountInString(text[start:end])
				continue
			}
		}
		in.repeats = false
		loose = append(loose, in)
	}
	total := utf8.RuneCountInString(text)
	for i, in := range loose {
		in.start = total * (i + 1) / (len(loose) + 1)
		in.end = in.start
	}
	slices.SortStableFunc(callouts, func(a, b insertion) int { return a.start - b.start })
}

// repeats tells callouts which paragraph has their words, so that they stay away from
// it wherever pages break.
func repeats(flow []doc.Block, callouts []insertion) {
	at := 0
	for _, b := range flow {
		from := at
		at += countLetters(b)
		for i := range callouts {
			in := &callouts[i]
			para, ok := b.(*doc.Para)
			if !ok || !in.repeats || in.start < from || in.start >= at {
				continue
			}
			if q, ok := in.block.(*doc.Callout); ok {
				q.Repeats = para
			}
		}
	}
}

// spread gives insertions places at even distances.
func spread(flow []doc.Block, list []insertion) {
	if len(list) == 0 {
		return
	}
	total := 0
	for _, b := range flow {
		total += countLetters(b)
	}
	for i := range list {
		list[i].start = total * (i + 1) / (len(list) + 1)
		list[i].end = list[i].start
	}
}

// insert puts each insertion after a block of the flow, at the least price.
func insert(flow []doc.Block, list []insertion) []doc.Block {
	if len(list) == 0 {
		return flow
	}
	if len(flow) == 0 || len(list) > maxInserts || len(flow) > maxPlaced {
		for _, in := range list {
			flow = append(flow, in.block)
		}
		return flow
	}
	after := cheapest(prices(flow, list), len(flow))
	var out []doc.Block
	next := 0
	for i, b := range flow {
		out = append(out, b)
		for next < len(list) && after[next] == i {
			out = append(out, list[next].block)
			next++
		}
	}
	return out
}

// prices gives the price of each insertion after each block of the flow.
func prices(flow []doc.Block, list []insertion) [][]float64 {
	out := make([][]float64, len(list))
	for i := range out {
		out[i] = make([]float64, len(flow))
	}
	at := 0
	for g, b := range flow {
		at += countLetters(b)
		place := placePrice(flow, g)
		for i := range list {
			out[i][g] = place + distancePrice(&list[i], at)
			if list[i].over != nil && list[i].over != b {
				out[i][g] += columnsPrice
			}
		}
	}
	return out
}

// placePrice is what it costs to stand after a block, whatever stands there.
func placePrice(flow []doc.Block, g int) float64 {
	price := 0.0
	switch b := flow[g].(type) {
	case *doc.Heading:
		price += headingPrice
	case *doc.Callout, *doc.Figure, *doc.Aside, *doc.Row:
		price += crowdPrice
	case *doc.Para:
		if strings.HasSuffix(strings.TrimSpace(b.Text.Plain()), ":") {
			price += colonPrice
		}
	}
	if g == len(flow)-1 {
		return price + lastPrice
	}
	switch flow[g+1].(type) {
	case *doc.Callout, *doc.Figure, *doc.Aside, *doc.Row:
		price += crowdPrice
	}
	return price
}

// distancePrice is what it costs to stand at a place, in letters from the start.
func distancePrice(in *insertion, at int) float64 {
	distance, price := at-in.end, 0.0
	if at < in.end {
		distance, price = max(in.start-at, 0), beforePrice
		if !in.repeats {
			price = 0
		}
	}
	if in.repeats && distance < tooNear {
		price += nearPrice - float64(distance)
	}
	return price + float64(distance)/10
}

// cheapest finds the place of each insertion, in order, at the least sum of
// prices: dynamic programming over insertions and places.
func cheapest(price [][]float64, places int) []int {
	best := make([][]float64, len(price))
	from := make([][]int, len(price))
	for i := range price {
		best[i], from[i] = make([]float64, places), make([]int, places)
		least, where := math.Inf(1), 0 // over places two or more before g
		for g := range places {
			if i == 0 {
				best[i][g] = price[i][g]
				continue
			}
			if g >= 2 && best[i-1][g-2] < least {
				least, where = best[i-1][g-2], g-2
			}
			sum, at := least, where
			if g >= 1 && best[i-1][g-1]+nearbyCost < sum {
				sum, at = best[i-1][g-1]+nearbyCost, g-1
			}
			if best[i-1][g]+togetherCost < sum {
				sum, at = best[i-1][g]+togetherCost, g
			}
			best[i][g], from[i][g] = sum+price[i][g], at
		}
	}
	last := len(price) - 1
	g := 0
	for i := range best[last] {
		if best[last][i] < best[last][g] {
			g = i
		}
	}
	out := make([]int, len(price))
	for i := last; i >= 0; i-- {
		out[i] = g
		g = from[i][g]
	}
	return out
}

// lettersOf gives the letters and digits of a block of the text.
func lettersOf(b doc.Block) string { return fold(wordsOf(b)) }

// countLetters is how many lettersOf gives.
func countLetters(b doc.Block) (n int) {
	eachText(b, func(s string) {
		for _, r := range s {
			if counts(r) {
				n++
			}
		}
	})
	return n
}

func wordsOf(b doc.Block) string {
	var out strings.Builder
	eachText(b, func(s string) { out.WriteString(s) })
	return strings.TrimSpace(out.String())
}

// eachText gives the words of a block of the text, piece by piece, with a space
// before each paragraph.
func eachText(b doc.Block, yield func(string)) {
	doc.WalkBlocks([]doc.Block{b}, func(_ []doc.Block, b doc.Block) {
		switch b := b.(type) {
		case *doc.Para:
			yield(" ")
			for _, r := range b.Text {
				if r.Role != doc.RoleMark {
					yield(r.Text)
				}
			}
		case *doc.Heading:
			yield(" ")
			yield(b.Text.Plain())
		case *doc.Table:
			for _, row := range b.Rows {
				for _, cell := range row {
					yield(" ")
					yield(cell.Text.Plain())
				}
			}
		}
	})
}

// fold keeps letters and digits, in small letters, so that quotation marks,
// spaces and emphasis do not count.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if counts(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

func counts(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
