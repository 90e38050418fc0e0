package main

import "path/filepath"

// contender is a way to make the kit. Its program is given a folder, a file to
// write and how often to do so.
type contender struct {
	group  string // the format
	name   string
	args   []string
	once   bool // it cannot make more than one kit in a process
	others bool // also measured with other photographs in each kit
}

func contenders(work string) []contender {
	bin := func(name string) string { return filepath.Join(work, "bin", name) }
	python := filepath.Join(work, "python", "bin", "python3")
	return []contender{
		{group: "pdf", name: "presskit build", args: []string{"scripts/presskit.sh", bin("presskit"), "pdf"}, once: true},
		{group: "pdf", name: "presskit, the library", args: []string{bin("ours"), "pdf"}, others: true},
		{group: "pdf", name: "Typst 0.14, tagged", args: []string{python, "scripts/typeset.py"}, others: true},
		{group: "pdf", name: "maroto 2.3", args: []string{bin("maroto")}},
		{group: "pdf", name: "fpdf 0.12", args: []string{bin("fpdf")}},
		{group: "pdf", name: "WeasyPrint 70, tagged", args: []string{python, "scripts/weasy.py"}},

		{group: "docx", name: "presskit build", args: []string{"scripts/presskit.sh", bin("presskit"), "docx"}, once: true},
		{group: "docx", name: "presskit, the library", args: []string{bin("ours"), "docx"}, others: true},
		{group: "docx", name: "docx 9 (Node.js)", args: []string{"node", "scripts/docx.mjs", work}},
		{group: "docx", name: "python-docx 1.2", args: []string{python, "scripts/word.py"}},
		{group: "docx", name: "Pandoc", args: []string{python, "scripts/pandoc.py"}},
	}
}
