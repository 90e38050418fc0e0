package layouts

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"reflect"
	"testing"
)

var update = flag.Bool("update", false, "write ready.txt anew")

// What lies ready is what the files say.
func TestReady(t *testing.T) {
	var out bytes.Buffer
	fmt.Fprintln(&out, sumOfFiles())
	for _, name := range Names() {
		want, list := read(builtInLayer(name))
		if want == nil || len(list) > 0 {
			t.Fatalf("%s: %v", name, list)
		}
		if got := ready(name); !*update && !reflect.DeepEqual(got, want) {
			t.Errorf("%s is not what its file says; -update writes ready.txt anew", name)
		}
		whole, err := json.Marshal(want)
		var fields any
		if err == nil {
			err = json.Unmarshal(whole, &fields)
		}
		short, err2 := json.Marshal(given(fields))
		back := new(Layout)
		if err != nil || err2 != nil || json.Unmarshal(short, back) != nil || !reflect.DeepEqual(back, want) {
			t.Fatalf("%s cannot be written as JSON and read back: %v, %v", name, err, err2)
		}
		fmt.Fprintf(&out, "%s %s\n", name, short)
	}
	if !*update {
		if !bytes.Equal(out.Bytes(), readyLayouts) {
			t.Error("ready.txt is not what would be written; -update does it")
		}
		return
	}
	if err := os.WriteFile("ready.txt", out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// given leaves out the fields that are zero.
func given(v any) any {
	fields, ok := v.(map[string]any)
	if !ok {
		return v
	}
	for key, value := range fields {
		switch value {
		case nil, false, 0.0, "":
			delete(fields, key)
			continue
		}
		fields[key] = given(value)
	}
	return fields
}

// A layout that lies ready is given to each caller anew.
func TestReadyIsTaken(t *testing.T) {
	a, b := ready(DefaultName), ready(DefaultName)
	if a == nil || a == b {
		t.Fatal("the default layout does not lie ready, or is shared")
	}
	if ready("no-such") != nil {
		t.Error("a layout that is not built in lies ready")
	}
}
