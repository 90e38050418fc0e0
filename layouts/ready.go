package layouts

import (
	"bytes"
	_ "embed" // ready.txt
	"encoding/json"
	"fmt"
	"hash/crc32"
)

// readyLayouts has the built-in layouts as their files say them, to be taken in a
// sixth of the time that it takes to read those: a check sum of the files, and then
// on a line each a name and the fields that are not zero, in JSON. Where the check
// sum is another, the files count. A test keeps it up to date:
// go test ./layouts -run TestReady -update.
//
//go:embed ready.txt
var readyLayouts []byte

// ready gives a built-in layout that lies ready; nil if none does.
func ready(name string) *Layout {
	sum, lines, _ := bytes.Cut(readyLayouts, []byte("\n"))
	if string(sum) != sumOfFiles() {
		return nil
	}
	for line := range bytes.Lines(lines) {
		if of, data, _ := bytes.Cut(line, []byte(" ")); string(of) == name {
			l := new(Layout)
			if json.Unmarshal(data, l) != nil {
				return nil
			}
			return l
		}
	}
	return nil
}

// sumOfFiles is the check sum of the files that are built in.
func sumOfFiles() string {
	h := crc32.NewIEEE()
	for _, name := range Names() {
		data, err := builtIn.ReadFile(builtInLayer(name).name)
		if err != nil {
			panic(fmt.Sprintf("layouts: built-in files: %v", err))
		}
		h.Write(data) // which never fails
	}
	return fmt.Sprintf("%08X", h.Sum32())
}
