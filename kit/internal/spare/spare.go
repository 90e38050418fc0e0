// Package spare keeps memory that was used for the next use.
//
// A zero [Memory] is ready: [Memory.Take] gives what is spare and [Memory.Give]
// takes it back. A sync.Pool would do the same until the collector comes, which is
// just when there is much to do, and not for whoever runs on another processor then.
package spare

import "sync"

// Memory is memory that nobody uses now, of which it keeps a bounded amount. It is
// safe for concurrent use and must not be copied. Nil keeps nothing.
type Memory struct {
	mu    sync.Mutex
	list  [][]byte
	bytes int // of all
}

// most bounds the bytes that are kept.
const most = 16 << 20

// Take gives memory of some capacity and no length; nil if there is none.
func (m *Memory) Take() []byte {
	if m == nil {
		return nil
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	last := len(m.list) - 1
	if last < 0 {
		return nil
	}
	b := m.list[last]
	m.list = m.list[:last]
	m.bytes -= cap(b)
	return b
}

// Give takes memory that nobody will use any more.
func (m *Memory) Give(b []byte) {
	if m == nil || cap(b) == 0 {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.bytes+cap(b) <= most {
		m.list = append(m.list, b[:0])
		m.bytes += cap(b)
	}
}
