package damage_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/damage"
	"github.com/presskit-go/presskit/kit/internal/font"
	"github.com/presskit-go/presskit/kit/internal/picture"
)

func TestExplain(t *testing.T) {
	_, fontErr := font.Parse([]byte("no font"))
	_, pictureErr := picture.Open("a.png", nil)
	faces := []doc.Face{{Name: "b.ttf"}, {Name: "f.otf"}}
	for _, c := range []struct {
		err  error
		want string
	}{
		{fmt.Errorf("font f.otf: %w", fontErr), "f.otf bad-font"},
		{fmt.Errorf("font other.otf: %w", fontErr), " bad-font"},
		{fmt.Errorf("docx: %w", pictureErr), "a.png bad-picture"},
		{errors.Join(pictureErr, fmt.Errorf("font b.ttf: %w", fontErr), pictureErr), "a.png bad-picture, b.ttf bad-font"},
	} {
		var list diag.List
		if !errors.As(damage.Explain(c.err, faces), &list) {
			t.Errorf("%v is not explained", c.err)
			continue
		}
		var got []string
		for _, d := range list {
			got = append(got, d.Span.Name()+" "+d.Rule)
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%v: %s, want %s", c.err, strings.Join(got, ", "), c.want)
		}
	}
	for _, err := range []error{nil, errors.New("full"), errors.Join(pictureErr, errors.New("full"))} {
		if damage.Explain(err, faces) != err {
			t.Errorf("%v was changed", err)
		}
	}
}
