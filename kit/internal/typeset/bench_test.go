package typeset

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
)

// prose is a text of a number of words, of which some hundred are different,
// the frequent ones more often, as in a language.
func prose(words int) string {
	syllables := strings.Fields("co mu ni ca to stam pa in no va zio ne tec lo gi ri cer per so na le del la mo stra di strut ti vo pub bli")
	random := rand.New(rand.NewSource(1))
	vocabulary := make([]string, 700)
	for i := range vocabulary {
		for range 1 + i%5 {
			vocabulary[i] += syllables[random.Intn(len(syllables))]
		}
	}
	zipf := rand.NewZipf(random, 1.1, 10, uint64(len(vocabulary)-1))
	var b strings.Builder
	for i := range words {
		b.WriteString(vocabulary[zipf.Uint64()])
		if i%9 == 8 {
			b.WriteByte(',')
		}
		if i%20 == 19 {
			b.WriteString(". «Nel 2019»,")
		}
		b.WriteByte(' ')
	}
	return b.String()
}

func BenchmarkLines(b *testing.B) {
	face := regular(b)
	text := prose(1000)
	for _, o := range []Options{
		{Width: 320, Lang: "it", Hyphenate: true, Bind: BindText},
		{Width: 320, Lang: "it", Hyphenate: true, Bind: BindText, Align: Justify, HangFirst: true, HangEnd: true},
	} {
		spans := []Span{{Text: text, Face: face}}
		b.Run(fmt.Sprintf("align%d/warm", o.Align), func(b *testing.B) {
			s := New(nil)
			s.Lines(spans, o)
			b.ReportAllocs()
			for b.Loop() {
				s.Lines(spans, o)
			}
		})
		b.Run(fmt.Sprintf("align%d/cold", o.Align), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				New(nil).Lines(spans, o)
			}
		})
	}
}

// All goroutines share the words of one cache.
func BenchmarkLinesInParallel(b *testing.B) {
	spans := []Span{{Text: prose(1000), Face: regular(b)}}
	o := Options{Width: 320, Lang: "it", Hyphenate: true, Bind: BindText}
	cache := NewCache()
	b.RunParallel(func(pb *testing.PB) {
		s := New(cache)
		for pb.Next() {
			s.Lines(spans, o)
		}
	})
}

// Text without spaces, in a fallback font.
func BenchmarkIdeographs(b *testing.B) {
	spans := []Span{{Text: strings.Repeat(japanese, 15), Face: ideographs(b)}}
	s := New(nil)
	b.ReportAllocs()
	for b.Loop() {
		s.Lines(spans, Options{Width: 320, Align: Justify, Lang: "ja"})
	}
}
