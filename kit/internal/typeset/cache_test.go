package typeset

import (
	"strconv"
	"strings"
	"sync"
	"testing"
)

func TestLookup(t *testing.T) {
	l := lookup[int, int]{most: 100}
	for round := range 3 {
		for i := range 50 {
			if got := l.get(i, func() int { return i * i }); got != i*i {
				t.Fatalf("round %d: %d gives %d", round, i, got)
			}
		}
	}
	made := 0
	for i := range 50 {
		l.get(i, func() int { made++; return 0 })
	}
	if made > 0 {
		t.Errorf("%d values made twice", made)
	}
	for i := range 10_000 {
		l.get(i, func() int { return i })
		if n := l.size(); n > l.most {
			t.Fatalf("%d entries", n)
		}
	}
}

func TestLookupKeepsTheFirst(t *testing.T) {
	l := lookup[string, *int]{most: 100}
	var wait sync.WaitGroup
	found := make([]*int, 16)
	for i := range found {
		wait.Go(func() {
			for k := range 300 {
				v := l.get(strconv.Itoa(k%70), func() *int { return new(int) })
				if k%70 == 0 {
					found[i] = v
				}
			}
		})
	}
	wait.Wait()
	for _, v := range found[1:] {
		if v != found[0] {
			t.Error("two values of one key")
		}
	}
}

func TestCacheIsBounded(t *testing.T) {
	face := regular(t)
	c := NewCache()
	s := New(c)
	for i := range 40 {
		var b strings.Builder
		for k := range 2_500 {
			b.WriteString(strconv.Itoa(i*1_000_000+k*7) + "parole ")
		}
		s.Lines([]Span{{Text: b.String(), Face: face}}, Options{Width: 300, Lang: "it-x-" + strconv.Itoa(i), Hyphenate: true, Bind: BindText})
		if n := c.shaped.Load(); n > maxShaped {
			t.Fatalf("%d bytes shaped", n)
		}
	}
	for i := range 5 * maxLanguages {
		c.rules("x" + strconv.Itoa(i))
	}
	if c.bindings.size() > maxLanguages {
		t.Errorf("%d languages", c.bindings.size())
	}
	if a, b := c.hyphenator("it-IT", 3, 3), c.hyphenator("it-CH", 3, 3); a != b {
		t.Error("patterns of one language are loaded twice")
	}
}
