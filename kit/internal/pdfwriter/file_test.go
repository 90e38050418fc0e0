package pdfwriter

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"testing"
)

func inflate(t *testing.T, data []byte) []byte {
	t.Helper()
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// streamAt returns the dictionary and the inflated data of the stream object n at an offset.
func streamAt(t *testing.T, file []byte, at, n int) (dict string, data []byte) {
	t.Helper()
	if !bytes.HasPrefix(file[at:], fmt.Appendf(nil, "%d 0 obj\n", n)) {
		t.Fatalf("object %d is not at %d", n, at)
	}
	body := file[at:]
	head, rest, _ := bytes.Cut(body, []byte("\nstream\n"))
	length, _ := strconv.Atoi(string(regexp.MustCompile(`/Length (\d+)`).FindSubmatch(head)[1]))
	return string(head), inflate(t, rest[:length])
}

// Every object of a packed file is where the cross-reference stream says, also with more than one object stream.
func TestPackedFile(t *testing.T) {
	const objects = 2*perObjectStream + 50
	f := file{cache: &Cache{}}
	for i := 1; i <= objects; i++ {
		r := f.alloc()
		if i%7 == 0 {
			f.setStream(r, new(object).key("Mine").int(i), fmt.Appendf(nil, "stream %d", i))
		} else {
			f.set(r, new(object).begin().key("Mine").int(i).end())
		}
	}
	out := f.bytes(1, 2)
	m := regexp.MustCompile(`startxref\n(\d+)\n`).FindSubmatch(out)
	start, _ := strconv.Atoi(string(m[1]))
	n, _ := strconv.Atoi(string(regexp.MustCompile(`^\d+`).Find(out[start:])))
	dict, rows := streamAt(t, out, start, n)
	if len(rows) != 7*(n+1) {
		t.Fatalf("%d bytes of cross-reference for %d objects\n%s", len(rows), n, dict)
	}
	for i := 1; i <= objects; i++ {
		row := rows[7*i:]
		a, b := int(binary.BigEndian.Uint32(row[1:])), int(binary.BigEndian.Uint16(row[5:]))
		want := fmt.Sprintf("/Mine %d", i)
		switch row[0] {
		case 1:
			if head, data := streamAt(t, out, a, i); !bytes.Contains([]byte(head), []byte(want)) || string(data) != fmt.Sprintf("stream %d", i) {
				t.Fatalf("stream %d is %s %q", i, head, data)
			}
		case 2:
			container := int(binary.BigEndian.Uint32(rows[7*a+1:]))
			head, data := streamAt(t, out, container, a)
			first, _ := strconv.Atoi(regexp.MustCompile(`/First (\d+)`).FindStringSubmatch(head)[1])
			index := bytes.Fields(data[:first])
			number, _ := strconv.Atoi(string(index[2*b]))
			offset, _ := strconv.Atoi(string(index[2*b+1]))
			if number != i || !bytes.HasPrefix(data[first+offset:], []byte("<<\n"+want+"\n")) {
				t.Fatalf("object %d is %d %.20q", i, number, data[first+offset:])
			}
		default:
			t.Fatalf("object %d is free", i)
		}
	}
}
