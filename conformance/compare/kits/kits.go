// Package kits reads the arguments of the contenders that are written in Go.
package kits

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"github.com/presskit-go/presskit/conformance/sample"
)

// Run makes the kits that the arguments FOLDER OUT N ask for.
func Run(args []string, one func(folder, out string) error) {
	if err := run(args, one); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string, one func(folder, out string) error) error {
	if len(args) != 3 {
		return errors.New("usage: FOLDER OUT N")
	}
	n, err := strconv.Atoi(args[2])
	if err != nil {
		return err
	}
	folders := []string{args[0]}
	if _, err := os.Stat(filepath.Join(args[0], sample.Definition)); err != nil {
		if folders, err = filepath.Glob(filepath.Join(args[0], "*", sample.Definition)); err != nil {
			return err
		}
		for i, f := range folders {
			folders[i] = filepath.Dir(f)
		}
	}
	for i := range n {
		if err := one(folders[i%len(folders)], args[1]); err != nil {
			return err
		}
	}
	return nil
}

// Read reads the content of a kit.
func Read(folder string) (*sample.Kit, error) {
	data, err := os.ReadFile(filepath.Join(folder, "kit.json"))
	if err != nil {
		return nil, err
	}
	k := &sample.Kit{}
	return k, json.Unmarshal(data, k)
}

// Font reads one of the fonts that all contenders use.
func Font(folder, name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(folder, "..", name+".ttf"))
}
