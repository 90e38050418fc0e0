package pdfwriter

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"testing"
)

func TestCacheForgetsTheOldest(t *testing.T) {
	var c Cache
	big := make([]byte, maxCacheBytes/4)
	has := func(id string) bool {
		absent := errors.New("absent")
		_, _, err := c.get(cacheKey{id: id}, func() ([]byte, error) { return nil, absent })
		if err != nil && !errors.Is(err, absent) {
			t.Fatal(err)
		}
		return err == nil
	}
	for _, id := range []string{"a", "b", "c", "d"} {
		c.keep(&cacheEntry{key: cacheKey{id: id}, data: big})
	}
	if !has("a") { // and is used last
		t.Error("a is gone while there was room")
	}
	c.keep(&cacheEntry{key: cacheKey{id: "e"}, data: big})
	c.keep(&cacheEntry{key: cacheKey{id: "huge"}, data: make([]byte, maxCacheBytes+1)})
	for id, want := range map[string]bool{"a": true, "b": false, "c": true, "d": true, "e": true, "huge": false} {
		if has(id) != want {
			t.Errorf("%s is kept: %t", id, !want)
		}
	}
	if c.size != maxCacheBytes || len(c.entries) != c.recent.Len() {
		t.Errorf("%d bytes, %d entries, %d in the list", c.size, len(c.entries), c.recent.Len())
	}
}

// What a writer compressed before has no effect on what it gives.
func TestDeflateWithUsedWriter(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var texts [][]byte
	for _, size := range []int{0, 1, 100, 5_000, 40_000, 300_000} {
		text := make([]byte, size)
		for i := range text {
			text[i] = "abcdefgh "[random.IntN(1+random.IntN(9))]
		}
		texts = append(texts, text)
	}
	var used Cache
	for range 20 {
		text := texts[random.IntN(len(texts))]
		if !bytes.Equal(used.deflate(text), new(Cache).deflate(text)) {
			t.Errorf("of %d bytes a writer that is used again makes something else", len(text))
		}
	}
}
