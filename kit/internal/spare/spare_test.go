package spare

import "testing"

func TestMemory(t *testing.T) {
	var m Memory
	if m.Take() != nil {
		t.Error("there is memory that nobody gave")
	}
	m.Give(append(make([]byte, 0, 64), "used"...))
	if b := m.Take(); len(b) != 0 || cap(b) != 64 || m.Take() != nil {
		t.Errorf("took %d bytes of %d, or took them twice", len(b), cap(b))
	}
	for range 10 {
		m.Give(make([]byte, most/4))
	}
	kept := 0
	for b := m.Take(); b != nil; b = m.Take() {
		kept += cap(b)
	}
	if kept != most || m.bytes != 0 {
		t.Errorf("kept %d bytes of at most %d, and counts %d once they are gone", kept, most, m.bytes)
	}
	var none *Memory
	none.Give(make([]byte, 1))
	if none.Take() != nil {
		t.Error("nil kept something")
	}
}
