//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"syscall"
	"time"
)

// further is how many kits more than one a process makes to find out what a
// further one takes.
const further = 24

// used is what a process used.
type used struct {
	processor time.Duration // user and system
	memory    int64         // the most that was resident, in bytes
}

// measure runs a contender once. The folder is one kit, or all of them, of which
// the contender then takes one after the other.
func (c contender) measure(folder, out string, n int) (used, error) {
	args := append(slices.Clone(c.args[1:]), folder, out, strconv.Itoa(n))
	cmd := exec.Command(c.args[0], args...)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	if err := cmd.Run(); err != nil {
		return used{}, fmt.Errorf("%w: %s", err, bytes.TrimSpace(errs.Bytes()))
	}
	r, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return used{}, errors.New("the system does not say what a process used")
	}
	memory := r.Maxrss // bytes on macOS, kilobytes elsewhere
	if runtime.GOOS != "darwin" {
		memory <<= 10
	}
	return used{time.Duration(r.Utime.Nano() + r.Stime.Nano()), memory}, nil
}

// compare measures all contenders and prints the table. They take turns, so
// that what else the machine does meets all of them.
func compare(w io.Writer, list []contender, input string, rounds int) error {
	one, all := filepath.Join(input, "0"), input
	out := filepath.Join(filepath.Dir(input), "out")
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	samples := make([]map[string][]float64, len(list))
	failed := make([]error, len(list))
	for i := range samples {
		samples[i] = map[string][]float64{}
	}
	for round := range rounds {
		for i, c := range list {
			if failed[i] != nil {
				continue
			}
			fmt.Fprintf(os.Stderr, "\rround %d of %d: %-30s", round+1, rounds, c.group+" "+c.name)
			failed[i] = c.round(one, all, filepath.Join(out, fmt.Sprintf("%d.%s", i, c.group)), samples[i])
		}
	}
	fmt.Fprintln(os.Stderr)
	return printTable(w, list, samples, failed)
}

// round takes one sample of everything.
func (c contender) round(one, all, out string, samples map[string][]float64) error {
	add := func(key string, value float64) { samples[key] = append(samples[key], value) }
	first, err := c.measure(one, out, 1)
	if err != nil {
		return err
	}
	add("first", first.processor.Seconds())
	add("memory", float64(first.memory))
	if c.once {
		return nil
	}
	many, err := c.measure(one, out, 1+further)
	if err != nil {
		return err
	}
	add("next", (many.processor-first.processor).Seconds()/further)
	if c.others {
		other, err := c.measure(all, out, 1+further)
		if err != nil {
			return err
		}
		add("others", (other.processor-first.processor).Seconds()/further)
	}
	perSecond, err := c.together(one, out)
	add("perSecond", perSecond)
	return err
}

// together runs two processes at once and gives the kits that they make in a
// second between them, after they have started.
func (c contender) together(folder, out string) (float64, error) {
	elapsed := func(n int) (float64, error) {
		start := time.Now()
		done := make(chan error, 2)
		for i := range 2 {
			go func() {
				_, err := c.measure(folder, fmt.Sprintf("%s.%d", out, i), n)
				done <- err
			}()
		}
		err := errors.Join(<-done, <-done)
		return time.Since(start).Seconds(), err
	}
	short, err := elapsed(1)
	if err != nil {
		return 0, err
	}
	long, err := elapsed(1 + further)
	return 2 * further / (long - short), err
}

func median(list []float64) float64 {
	if len(list) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(list))
	return sorted[len(sorted)/2]
}

// printTable prints the medians as a Markdown table.
func printTable(w io.Writer, list []contender, samples []map[string][]float64, failed []error) error {
	cell := func(format string, list []float64, scale float64) string {
		if len(list) == 0 {
			return "–"
		}
		return fmt.Sprintf(format, median(list)*scale)
	}
	group := ""
	for i, c := range list {
		if c.group != group {
			group = c.group
			fmt.Fprintf(w, "\n| %s | whole process, one kit | each further kit | with other photographs | kits/s, two processes | most memory |\n|---|---:|---:|---:|---:|---:|\n", group)
		}
		if failed[i] != nil {
			continue
		}
		s := samples[i]
		fmt.Fprintf(w, "| %s | %s | %s | %s | %s | %s |\n", c.name, cell("%.0f ms", s["first"], 1e3), cell("%.1f ms", s["next"], 1e3),
			cell("%.1f ms", s["others"], 1e3), cell("%.0f", s["perSecond"], 1), cell("%.0f MB", s["memory"], 1.0/(1<<20)))
	}
	for i, err := range failed {
		if err != nil {
			fmt.Fprintf(w, "\n%s %s was not measured: %v\n", list[i].group, list[i].name, err)
		}
	}
	return nil
}
