//go:build !race

package docx

// underRace says that the race detector watches.
const underRace = false
