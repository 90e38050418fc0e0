package pdfwriter

import (
	"bytes"
	"errors"
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

func TestDeflateWithUsedWriter(t *testing.T) {
	var c Cache
	first := c.deflate([]byte("some text"))
	c.deflate([]byte("other text"))
	if again := c.deflate([]byte("some text")); !bytes.Equal(first, again) {
		t.Error("a writer that is used again writes something else")
	}
}
