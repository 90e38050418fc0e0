package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"
	"github.com/spf13/viper"

	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

// Keys of the settings. Each is a flag, a key of presskit.yaml unless it is
// about one build alone (tag, date), and a variable: PRESSKIT_PAGE_SIZE.
const (
	keyFormat   = "format"
	keyLayout   = "layout"
	keyBrand    = "brand"
	keyPageSize = "page-size"
	keyEmbed    = "embed-fonts"
	keyOutput   = "output"
	keyName     = "name"
	keyTag      = "tag"
	keyDate     = "date"
	keySet      = "set"
	keyFix      = "fix-contrast"
)

// settingsKeys lists those that a variable may give.
func settingsKeys() []string {
	return []string{keyFormat, keyLayout, keyBrand, keyPageSize, keyEmbed, keyOutput, keyName, keyTag, keyDate}
}

// settingsNames lists the names of the settings file, in order.
func settingsNames() []string {
	return []string{"presskit.yaml", "presskit.yml", "presskit.toml", "presskit.json"}
}

// settings says how one definition is built.
type settings struct {
	formats  []string
	layout   string
	brand    string
	pageSize string
	embed    string
	output   string
	name     string
	tag      string
	date     string
	vars     map[string]string
	fix      bool // colours that stand out too little

	// brandPlace and layoutPlace say from where those paths are counted.
	brandPlace, layoutPlace pathBase

	// options names, by key, the flag or variable that a person gave a setting in,
	// for messages; what a file gives is reported at its place there.
	options map[string]string
}

// pathBase says from where a path is counted.
type pathBase int

const (
	fromWorkingDirectory pathBase = iota
	fromProject                   // with slashes, in the project's root
)

// settingsFile is presskit.yaml.
type settingsFile struct {
	source.Place
	Format   []source.Text           `key:"format"`
	Layout   source.Text             `key:"layout"`
	Brand    source.Text             `key:"brand"`
	PageSize source.Text             `key:"page-size"`
	Embed    source.Text             `key:"embed-fonts"`
	Output   source.Text             `key:"output"`
	Name     source.Text             `key:"name"`
	Fix      bool                    `key:"fix-contrast"`
	Set      source.Map[source.Text] `key:"set"`
}

// buildFlags declares the flags that settings are read from.
func buildFlags(flags *pflag.FlagSet) {
	flags.StringSliceP(keyFormat, "f", nil, "formats to make: pdf, docx (default both)")
	flags.StringP(keyLayout, "l", "", "layout: a built-in name or a file (default feature)")
	flags.String(keyBrand, "", "brand file (default: the nearest _brand.yml)")
	flags.String(keyPageSize, "", "A4 or Letter (default: by the layout and the language)")
	flags.String(keyEmbed, "", "fonts in Word files: scripts, whole or none (default scripts, all letters of those in use)")
	flags.StringP(keyOutput, "o", "", "folder to write to (default presskit)")
	flags.String(keyName, "", "template of file names (default "+kit.DefaultName+")")
	flags.String(keyTag, "", "version control tag of this build; gives .Tag and .Version")
	flags.String(keyDate, "", "date of this build, as 2006-01-02; gives .Date")
	flags.Bool(keyFix, false, "take the nearest colour that can be read for each of the brand that cannot")
	flags.StringArray(keySet, nil, "build variable NAME=VALUE; may be repeated")
}

// loadSettings gathers the settings of a project. Flags win over the settings
// file, which wins over the environment. The list holds problems of the file; if
// it has errors, of the file's settings only the variables count.
func (a *app) loadSettings(p *project, fsys fs.FS, flags *pflag.FlagSet) (*settings, diag.List, error) {
	v := viper.New()
	s := &settings{vars: map[string]string{}, options: map[string]string{}}

	// Lowest: the environment. Viper has it above the file, so that its values
	// are handed over as defaults.
	v.SetDefault(keyOutput, "presskit")
	for key, value := range a.environment() {
		v.SetDefault(key, value)
	}

	// Then the file.
	name := kit.Nearest(fsys, p.folder(), settingsNames()...)
	given, list := readSettings(fsys, name)
	if given != nil {
		a.tell("settings from %s", p.path(name))
		a.checkSettings(given, &list)
		values := given.values(p, fsys, path.Dir(name), &list)
		if !list.HasErrors() {
			if err := v.MergeConfigMap(values); err != nil {
				return nil, list, fmt.Errorf("settings: %w", err)
			}
		}
		for _, item := range given.Set {
			s.vars[item.Key] = item.Value.Value
		}
	}

	// Highest: the flags that were given.
	if err := v.BindPFlags(flags); err != nil {
		return nil, list, fmt.Errorf("settings: %w", err)
	}
	s.formats = v.GetStringSlice(keyFormat)
	s.layout = v.GetString(keyLayout)
	s.brand = v.GetString(keyBrand)
	s.pageSize = v.GetString(keyPageSize)
	s.embed = v.GetString(keyEmbed)
	s.output = v.GetString(keyOutput)
	s.name = v.GetString(keyName)
	s.tag = v.GetString(keyTag)
	s.date = v.GetString(keyDate)
	s.fix = v.GetBool(keyFix)
	if v.InConfig(keyBrand) && !flags.Changed(keyBrand) {
		s.brandPlace = fromProject
	}
	if v.InConfig(keyLayout) && !flags.Changed(keyLayout) {
		s.layoutPlace = fromProject
	}
	for _, key := range settingsKeys() {
		switch {
		case flags.Changed(key):
			s.options[key] = "--" + key
		case !v.InConfig(key):
			s.options[key] = variable(key)
		}
	}
	if s.output == "" {
		return nil, list, &usageError{message: s.options[keyOutput] + " names no folder", hint: "the folder of this shell is ."}
	}
	return s, list, s.addVariables(flags)
}

// blame says in which flag or variable a mistake was made.
func (s *settings) blame(key string, err error) error {
	option := s.options[key]
	if err == nil || option == "" {
		return err
	}
	if usage := (*usageError)(nil); errors.As(err, &usage) {
		return &usageError{message: option + ": " + usage.message, hint: usage.hint}
	}
	return fmt.Errorf("%s: %w", option, err)
}

// variable gives the name of the variable of the environment for a key.
func variable(key string) string {
	return "PRESSKIT_" + strings.ToUpper(strings.ReplaceAll(key, "-", "_"))
}

// environment gives the PRESSKIT_* variables that are settings.
func (a *app) environment() map[string]any {
	values := map[string]any{}
	for _, key := range settingsKeys() {
		value, ok := a.env(variable(key))
		if !ok || value == "" {
			continue
		}
		if key == keyFormat {
			values[key] = strings.Split(value, ",")
			continue
		}
		values[key] = value
	}
	return values
}

// readSettings reads a settings file; it is nil if there is none.
func readSettings(fsys fs.FS, name string) (*settingsFile, diag.List) {
	if name == "" {
		return nil, nil
	}
	if list := kit.CheckLink(fsys, name); list.HasErrors() {
		return nil, list
	}
	if list := checkOnlySettings(fsys, name); list.HasErrors() {
		return nil, list
	}
	d, list := source.Read(fsys, name)
	if d == nil {
		if len(list) == 1 && list[0].Rule == "empty-file" {
			return nil, nil // a file to fill in later
		}
		return nil, list
	}
	file := &settingsFile{}
	list = append(list, d.Decode(file)...)
	return file, list
}

// checkOnlySettings reports a second settings file in the folder of the first:
// which one counts should not have to be guessed.
func checkOnlySettings(fsys fs.FS, name string) (list diag.List) {
	for _, other := range settingsNames() {
		if other == path.Base(name) {
			continue
		}
		if info, err := fs.Lstat(fsys, path.Join(path.Dir(name), other)); err == nil && !info.IsDir() {
			list.Add(diag.File(diag.NewSource(name, nil)), "two-settings", "there are two settings files in one folder: %s and %s", path.Base(name), other).
				Hint = "put the settings into one and remove the other"
		}
	}
	return list
}

// checkSettings reports values that cannot be used.
func (a *app) checkSettings(f *settingsFile, list *diag.List) {
	var formats []string
	for _, known := range a.formats {
		formats = append(formats, known.Name())
	}
	for _, t := range f.Format {
		if !slices.Contains(formats, strings.ToLower(strings.TrimSpace(t.Value))) {
			list.Add(t.Span, "unknown-format", "there is no format %q", t.Value).Hint = "formats are: " + strings.Join(formats, ", ")
		}
	}
	if f.PageSize.Given() {
		if _, err := pageSize(f.PageSize.Value); err != nil {
			list.Add(f.PageSize.Span, "unknown-page-size", "%v", err).Hint = "page sizes are: " + strings.Join(kit.PageSizes(), ", ")
		}
	}
	if f.Embed.Given() {
		if _, err := embeddedFonts(f.Embed.Value); err != nil {
			list.Add(f.Embed.Span, "bad-value", "%v", err).Hint = "write " + strings.Join(embeddings(), ", ")
		}
	}
	if f.Name.Given() {
		if err := kit.CheckName(f.Name.Value); err != nil {
			list.Add(f.Name.Span, "invalid-name-template", "%v", err)
		}
	}
	if f.Layout.Given() && !isFile(f.Layout.Value) {
		for _, d := range (kit.Options{Layout: f.Layout.Value}).Check(nil) {
			d.Span = f.Layout.Span
			*list = append(*list, d)
		}
	}
	for _, item := range f.Set {
		if !isVariable(item.Key) {
			list.Add(item.KeySpan, "invalid-variable", "%q cannot be the name of a variable", item.Key).
				Hint = "names are letters, digits and _, and start with a letter"
		}
	}
}

// values gives the settings of a file in the form that viper takes. Paths in it
// are counted from its folder and must stay in the project.
func (f *settingsFile) values(p *project, fsys fs.FS, folder string, list *diag.List) map[string]any {
	values := map[string]any{}
	if len(f.Format) > 0 {
		var names []string
		for _, t := range f.Format {
			names = append(names, t.Value)
		}
		values[keyFormat] = names
	}
	for key, t := range map[string]source.Text{keyPageSize: f.PageSize, keyEmbed: f.Embed, keyName: f.Name} {
		if t.Given() {
			values[key] = t.Value
		}
	}
	if f.Brand.Given() {
		values[keyBrand] = projectFile(fsys, folder, f.Brand, list)
	}
	if f.Layout.Given() {
		values[keyLayout] = f.Layout.Value
		if isFile(f.Layout.Value) {
			values[keyLayout] = projectFile(fsys, folder, f.Layout, list)
		}
	}
	if f.Fix {
		values[keyFix] = true
	}
	if f.Output.Given() {
		output := projectPath(folder, f.Output, list)
		for at := output; at != "."; at = path.Dir(at) { // the output folder need not be there yet
			if kit.CheckLink(fsys, at).HasErrors() {
				list.Add(f.Output.Span, "path-outside", "%q leads out of the project by a link", f.Output.Value).
					Hint = "a flag may name any folder"
				break
			}
		}
		values[keyOutput] = p.path(output)
	}
	return values
}

// projectFile gives the path of a file in the project's root, and reports one
// that is not there.
func projectFile(fsys fs.FS, folder string, t source.Text, list *diag.List) string {
	before := len(*list)
	name := projectPath(folder, t, list)
	if len(*list) > before {
		return name
	}
	switch info, err := fs.Stat(fsys, name); {
	case kit.CheckLink(fsys, name).HasErrors():
		list.Add(t.Span, "outside-link", "%q is a link that leads out of the project, or to no file", t.Value)
	case err != nil:
		list.Add(t.Span, "missing-file", "there is no file %q", name).Hint = "paths are counted from the folder of this file"
	case info.IsDir():
		list.Add(t.Span, "missing-file", "%q is a folder", name)
	}
	return name
}

// projectPath gives the path of a file in the project's root.
func projectPath(folder string, t source.Text, list *diag.List) string {
	if t.Value == "" {
		list.Add(t.Span, "empty-path", "this names no file or folder")
		return "."
	}
	joined := path.Join(folder, t.Value)
	if path.IsAbs(t.Value) || !fs.ValidPath(joined) || !filepath.IsLocal(filepath.FromSlash(joined)) {
		list.Add(t.Span, "path-outside", "%q leads out of the project", t.Value).
			Hint = "paths are counted from the folder of this file and stay in the project; a flag may name any folder"
		return "."
	}
	return joined
}

// isFile reports whether a layout is named by its file.
func isFile(layout string) bool { return path.Ext(layout) != "" }

// addVariables adds the variables of --set.
func (s *settings) addVariables(flags *pflag.FlagSet) error {
	list, err := flags.GetStringArray(keySet)
	if err != nil {
		return err
	}
	for _, item := range list {
		name, value, ok := strings.Cut(item, "=")
		if !ok || !isVariable(name) {
			return &usageError{
				message: fmt.Sprintf("--set %q does not set a variable", item),
				hint:    "write --set Name=value; names are letters and digits and start with a letter",
			}
		}
		s.vars[name] = value
	}
	return nil
}

// isVariable reports whether a name can be used as {{ .Name }}.
func isVariable(name string) bool {
	for i, r := range name {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if !letter && (i == 0 || (r < '0' || r > '9') && r != '_') {
			return false
		}
	}
	return name != ""
}

// chosenFormats gives the formats by name, without repeats, in the order in
// which they are made.
func (a *app) chosenFormats(names []string) ([]kit.Format, error) {
	if len(names) == 0 {
		return a.formats, nil
	}
	wanted := map[string]bool{}
	for _, n := range names {
		n = strings.ToLower(strings.TrimSpace(n))
		if n == "" {
			return nil, &usageError{
				message: fmt.Sprintf("the list of formats %q has an empty entry", strings.Join(names, ",")),
				hint:    "write it as in --format pdf,docx, without spaces or a comma at the end",
			}
		}
		wanted[n] = true
	}
	var chosen []kit.Format
	var known []string
	for _, f := range a.formats {
		if wanted[f.Name()] {
			chosen = append(chosen, f)
		}
		delete(wanted, f.Name())
		known = append(known, f.Name())
	}
	if len(wanted) > 0 {
		unknown := slices.Sorted(maps.Keys(wanted))
		return nil, &usageError{
			message: fmt.Sprintf("there is no format %q", strings.Join(unknown, ", ")),
			hint:    "formats are: " + strings.Join(known, ", "),
		}
	}
	return chosen, nil
}
