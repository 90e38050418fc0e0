// Command compare sets one press kit with this module and with other tools, and
// prints what each takes: processor time of a whole process for one kit, of each
// further kit in the same process, kits a second on two processors, and the most
// memory. It is for finding out how fast presskit is beside its neighbours; CI
// does not run it.
//
//	cd conformance/compare && go run . setup   # once: installs the other tools
//	go run .                                   # a few minutes
//
// Setup needs Python with venv, Node.js with npm, and a network; it writes into
// the folder work, which is not part of the repository. A tool that is not there
// is left out of the table and named below it.
//
// All contenders set the kit of package sample: 964 words, eight statistics, a
// logo and two photographs. Each is a program with the arguments FOLDER OUT N,
// which makes the kit of FOLDER N times, so that every language is measured in
// the same way: by what the system says that a finished process has used. See
// contender.go for the list.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
)

func main() {
	rounds := flag.Int("rounds", 9, "how often each is run; the table has medians")
	only := flag.String("only", "", "a pattern of the names, with their formats, of those to run: pdf|docx 9")
	flag.Parse()
	if err := run(flag.Arg(0), *rounds, *only); err != nil {
		fmt.Fprintln(os.Stderr, "compare:", err)
		os.Exit(1)
	}
}

func run(command string, rounds int, only string) error {
	wanted, err := regexp.Compile(only)
	if err != nil {
		return err
	}
	work, err := filepath.Abs("work")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(work, 0o755); err != nil {
		return err
	}
	switch command {
	case "setup":
		return setup(work)
	case "":
	default:
		return fmt.Errorf("there is no command %q; see the package comment", command)
	}
	if err := build(work); err != nil {
		return err
	}
	in, err := writeInput(work)
	if err != nil {
		return err
	}
	list := slices.DeleteFunc(contenders(work), func(c contender) bool { return !wanted.MatchString(c.group + " " + c.name) })
	return compare(os.Stdout, list, in, rounds)
}
