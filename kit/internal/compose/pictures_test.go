package compose

import (
	"bytes"
	"fmt"
	"testing"
)

// square is a drawing whose colour is written where its end does not show it.
func square(color string, padding int) []byte {
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="%s" d="M0 0h9v9z"/>%s</svg>`,
		color, bytes.Repeat([]byte(" "), 100+padding))
}

func TestPicturesAreSharedWhereTheyAreTheSame(t *testing.T) {
	var kept pictures
	first, err := kept.open("a.svg", square("#111", 0))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		what, name string
		data       []byte
		shared     bool
	}{
		{"the same", "a.svg", square("#111", 0), true},
		{"another name", "b.svg", square("#111", 0), false},
		{"another content of the same length and end", "a.svg", square("#222", 0), false},
	} {
		got, err := kept.open(test.name, test.data)
		if err != nil {
			t.Fatal(err)
		}
		if shared := got == first; shared != test.shared || !bytes.Equal(got.Data, test.data) || got.Name != test.name {
			t.Errorf("%s: shared is %v, with the data %s", test.what, shared, got.Data)
		}
	}
	if _, err := kept.open("a.svg", []byte("<svg")); err == nil {
		t.Error("a damaged drawing was taken")
	}
}

func TestPicturesAreBounded(t *testing.T) {
	var kept pictures
	for i := range 64 {
		if _, err := kept.open("a.svg", square("#111", 50_000+i)); err != nil {
			t.Fatal(err)
		}
		total := 0
		for _, p := range kept.known {
			total += footprint(p)
		}
		if total != kept.size || total > maxKept || len(kept.known) != len(kept.order) {
			t.Fatalf("after %d: %d bytes are kept, counted as %d, and %d of %d pictures", i+1, total, kept.size, len(kept.known), len(kept.order))
		}
	}
	if len(kept.known) == 64 {
		t.Error("everything was kept")
	}
}

func TestRoomsAreNotThoseOfPictures(t *testing.T) {
	var kept pictures
	b := kept.room()
	b.Write(square("#111", 0))
	p, err := kept.open("a.svg", b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	kept.giveBack(b, p)
	for range 8 {
		next := kept.room()
		next.Write(square("#222", 0))
		if bytes.Equal(p.Data, square("#222", 0)) {
			t.Fatal("the memory of a picture was given away")
		}
	}
}
