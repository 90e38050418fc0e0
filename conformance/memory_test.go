//go:build conformance

package conformance

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
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
		{"fifty pages with twenty photographs", sample.Size{Times: 24, Pictures: 20}, 49, 64},
	} {
		t.Run(test.name, func(t *testing.T) {
			folder, out := t.TempDir(), t.TempDir()
			if err := sample.New(test.size).Write(folder); err != nil {
				t.Fatal(err)
			}
			resident := residentOf(t, binary, "build", filepath.Join(folder, sample.Definition), "--format", "pdf", "--output", out)
			if pages := pageCount(t, kitFiles(t, out, "*.pdf")[0]); pages < test.minPages {
				t.Errorf("the kit has %d pages, fewer than %d: it says less about memory than it should", pages, test.minPages)
			}
			if resident > test.most {
				t.Errorf("%d MB were resident, more than %d MB", resident, test.most)
			} else {
				t.Logf("%d MB were resident", resident)
			}
		})
	}
}

// measureEnv names the file for the result of measure. Where it is set, TestMain
// does nothing but run that.
const measureEnv = "PRESSKIT_MEASURE"

// residentOf runs a command and gives its most resident memory in megabytes. A
// process inherits the high-water mark of the one that starts it, so that a small
// one has to: this test program anew, with nothing to do but that.
func residentOf(t *testing.T, command ...string) int64 {
	t.Helper()
	result := filepath.Join(t.TempDir(), "resident")
	cmd := exec.CommandContext(t.Context(), os.Args[0], command...)
	cmd.Env = append(os.Environ(), measureEnv+"="+result)
	if printed, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, printed)
	}
	data, err := os.ReadFile(result)
	if err != nil {
		t.Fatal(err)
	}
	n, err := strconv.ParseInt(string(data), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// measure is the part of the process that residentOf starts.
func measure(result string, command []string) error {
	cmd := exec.Command(command[0], command[1:]...)
	if printed, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, printed)
	}
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return fmt.Errorf("the system does not say what the process used")
	}
	return os.WriteFile(result, []byte(strconv.FormatInt(usage.Maxrss>>10, 10)), 0o600)
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
