package main

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"github.com/presskit-go/presskit/brand/installed"
)

// systemFonts finds the fonts that are installed on this machine. The folders
// are looked up when a brand first asks for a font.
type systemFonts struct{ fonts func() *installed.Fonts }

// newSystemFonts takes what looks up variables of the environment.
func newSystemFonts(env func(string) (string, bool)) systemFonts {
	return systemFonts{sync.OnceValue(func() *installed.Fonts {
		home, _ := os.UserHomeDir() // without one there are the fonts of all users
		var folders []installed.Folder
		for _, folder := range fontFolders(runtime.GOOS, home, env) {
			if info, err := os.Stat(folder); err == nil && info.IsDir() {
				folders = append(folders, installed.Folder{Path: filepath.ToSlash(folder), FS: os.DirFS(folder)})
			}
		}
		return installed.New(folders...)
	})}
}

// Find does what brand.SystemFonts says.
func (s systemFonts) Find(family string, weight int, italic bool) (name string, data []byte, err error) {
	return s.fonts().Find(family, weight, italic)
}

// fontFolders lists the folders that a system keeps fonts in, the user's own
// first.
func fontFolders(system, home string, env func(string) (string, bool)) []string {
	variable := func(name, instead string) string {
		if v, ok := env(name); ok && v != "" {
			return v
		}
		return instead
	}
	var folders []string
	switch system {
	case "windows":
		folders = []string{
			filepath.Join(variable("LOCALAPPDATA", filepath.Join(home, "AppData", "Local")), "Microsoft", "Windows", "Fonts"),
			filepath.Join(variable("SYSTEMROOT", `C:\Windows`), "Fonts"),
		}
	case "darwin":
		folders = []string{
			filepath.Join(home, "Library", "Fonts"), "/Library/Fonts", "/System/Library/Fonts", "/Network/Library/Fonts",
		}
	default: // the XDG Base Directory Specification
		folders = []string{
			filepath.Join(variable("XDG_DATA_HOME", filepath.Join(home, ".local", "share")), "fonts"),
			filepath.Join(home, ".fonts"),
		}
		for _, data := range filepath.SplitList(variable("XDG_DATA_DIRS", "/usr/local/share:/usr/share")) {
			folders = append(folders, filepath.Join(data, "fonts"))
		}
		folders = append(folders, "/usr/local/share/fonts", "/usr/share/fonts")
	}
	var out []string
	for _, folder := range folders {
		if filepath.IsAbs(folder) && !slices.Contains(out, folder) || system == "windows" {
			out = append(out, folder)
		}
	}
	return out
}
