//go:build conformance && linux

package conformance

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/presskit-go/presskit/conformance/sample"
)

// The most memory that the command may have resident, unlike its time, hardly
// depends on the machine. The bounds leave room for what the collector has not
// found yet; kit/SPEED.md has what was measured.
func TestMemory(t *testing.T) {
	for _, test := range []struct {
		name     string
		size     sample.Size
		minPages int
		most     int64 // megabytes
	}{
		{"one kit", sample.Size{}, 3, 40},
		{"fifty pages with twenty photographs", sample.Size{Times: 24, Pictures: 20}, 50, 80},
	} {
		t.Run(test.name, func(t *testing.T) {
			folder, out := t.TempDir(), t.TempDir()
			if err := sample.New(test.size).Write(folder); err != nil {
				t.Fatal(err)
			}
			cmd := exec.CommandContext(t.Context(), binary, "build", filepath.Join(folder, sample.Definition), "--format", "pdf", "--output", out)
			if printed, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, printed)
			}
			if pages := pageCount(t, kitFiles(t, out, "*.pdf")[0]); pages < test.minPages {
				t.Errorf("the kit has %d pages, fewer than %d: it says less about memory than it should", pages, test.minPages)
			}
			usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
			if !ok {
				t.Fatal("the system does not say what the process used")
			}
			if resident := usage.Maxrss >> 10; resident > test.most {
				t.Errorf("%d MB were resident, more than %d MB", resident, test.most)
			} else {
				t.Logf("%d MB were resident", resident)
			}
		})
	}
}

// pageCount asks poppler how many pages a PDF has.
func pageCount(t *testing.T, file string) (n int) {
	t.Helper()
	for line := range strings.Lines(run(t, "pdfinfo", file)) {
		if _, err := fmt.Sscanf(line, "Pages: %d", &n); err == nil {
			return n
		}
	}
	t.Fatalf("pdfinfo tells no number of pages of %s", file)
	return 0
}
