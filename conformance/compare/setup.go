package main

import (
	"os"
	"os/exec"
	"path/filepath"
)

// setup installs the tools of other languages into the folder work.
func setup(work string) error {
	python := filepath.Join(work, "python")
	steps := [][]string{
		{"python3", "-m", "venv", python},
		{filepath.Join(python, "bin", "pip"), "install", "--quiet", "--requirement", "scripts/requirements.txt"},
		{"npm", "install", "--prefix", work, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "docx@9.15.2"},
	}
	for _, s := range steps {
		if err := command(s...); err != nil {
			return err
		}
	}
	return nil
}

// build builds the contenders that are written in Go: the command in its own
// module, the others in this one. They are linked statically, as make build does.
func build(work string) error {
	for _, name := range []string{"ours", "maroto", "fpdf"} {
		if err := command("go", "build", "-o", filepath.Join(work, "bin", name), "./"+name); err != nil {
			return err
		}
	}
	return command("go", "build", "-C", filepath.Join("..", ".."), "-o", filepath.Join(work, "bin", "presskit"), "./cmd/presskit")
}

func command(args ...string) error {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	return cmd.Run()
}
