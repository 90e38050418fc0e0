package release

import (
	"math/rand/v2"
	"reflect"
	"regexp"
	"testing"
)

// The pattern is what nextNumber does by hand, since compiling it takes longer
// than reading a release.
func TestNextNumber(t *testing.T) {
	pattern := map[bool]*regexp.Regexp{
		false: regexp.MustCompile(`[0-9](?:[0-9.,'’٫٬\x{a0}\x{202f}]*[0-9])?`),
		true:  regexp.MustCompile(`[0-9](?:[0-9.,'’٫٬\x{a0}\x{202f}]*[0-9])?(?: [0-9]{3}\b)*`),
	}
	texts := []string{"", "none", "7", "1.214 forecasts", "from 1.000,5 to 2’000", "1 234 567 and 12 34", "12 345x 1 234é", "3.", "٫1٬2", "1\u202f234,5%", "9 of 10."}
	random := rand.New(rand.NewPCG(1, 2))
	alphabet := []rune("01239 .,'’٫٬\u00a0\u202fa_é%")
	for range 20_000 {
		text := make([]rune, random.IntN(14))
		for i := range text {
			text[i] = alphabet[random.IntN(len(alphabet))]
		}
		texts = append(texts, string(text))
	}
	for _, text := range texts {
		for space, p := range pattern {
			var got [][]int
			for start, end := nextNumber(text, 0, space); start < end; start, end = nextNumber(text, end, space) {
				got = append(got, []int{start, end})
			}
			if want := p.FindAllStringIndex(text, -1); !reflect.DeepEqual(got, want) {
				t.Fatalf("nextNumber(%q, space %v) = %v, want %v", text, space, got, want)
			}
		}
	}
}

func TestIsAddress(t *testing.T) {
	for path, want := range map[string]bool{
		"": false, "a.jpg": false, "media/a:b.jpg": false, "C:/a.jpg": false, "C:": false, ":a": false, "1ab:c": false,
		"https://example.org/a.jpg": true, "HTTP:a": true, "//example.org": true, "data:image/png": true, "s3+x.y-z:a": true,
	} {
		if got := isAddress(path); got != want {
			t.Errorf("isAddress(%q) = %v", path, got)
		}
	}
}
