package sample

import (
	"bytes"
	"image/jpeg"
	"testing"
)

func TestSize(t *testing.T) {
	k := New(Size{})
	if n := k.Words(); n != 964 {
		t.Errorf("the kit has %d words, not 964", n)
	}
	if len(k.Statistics) != 8 || len(k.Pictures) != 2 {
		t.Errorf("the kit has %d statistics and %d pictures", len(k.Statistics), len(k.Pictures))
	}
	for _, p := range k.Pictures {
		config, err := jpeg.DecodeConfig(bytes.NewReader(p.JPEG))
		if err != nil || config.Width != p.Width || config.Height != p.Height {
			t.Errorf("%s: %+v, %v", p.ID, config, err)
		}
		if n := len(p.JPEG); n < 230_000 || n > 250_000 {
			t.Errorf("%s has %d bytes", p.ID, n)
		}
	}
}

func TestSameBytes(t *testing.T) {
	a, b, other := New(Size{}), New(Size{}), New(Size{Seed: 1})
	if !bytes.Equal(a.Pictures[0].JPEG, b.Pictures[0].JPEG) || bytes.Equal(a.Pictures[0].JPEG, a.Pictures[1].JPEG) {
		t.Error("photographs do not follow from the seed alone")
	}
	if bytes.Equal(a.Pictures[0].JPEG, other.Pictures[0].JPEG) {
		t.Error("another seed gives the same photograph")
	}
}
