package main

import (
	"slices"
	"testing"
)

func TestFontFolders(t *testing.T) {
	none := func(string) (string, bool) { return "", false }
	given := func(name string) (string, bool) {
		v, ok := map[string]string{"XDG_DATA_HOME": "/data", "XDG_DATA_DIRS": "/a:relative:/usr/share"}[name]
		return v, ok
	}
	tests := []struct {
		name, system string
		env          func(string) (string, bool)
		want         []string
	}{
		{"linux", "linux", none, []string{"/home/ada/.local/share/fonts", "/home/ada/.fonts", "/usr/local/share/fonts", "/usr/share/fonts"}},
		{"xdg", "linux", given, []string{"/data/fonts", "/home/ada/.fonts", "/a/fonts", "/usr/share/fonts", "/usr/local/share/fonts"}},
		{"mac", "darwin", none, []string{"/home/ada/Library/Fonts", "/Library/Fonts", "/System/Library/Fonts", "/Network/Library/Fonts"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := fontFolders(test.system, "/home/ada", test.env); !slices.Equal(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}
