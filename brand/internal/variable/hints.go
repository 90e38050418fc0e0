package variable

import "encoding/binary"

// hints moves the control values of the hinting program (cvar, 7.3.3).
func (in *instancer) hints() error {
	cvar, cvt := table(in.from.Tables["cvar"]), table(in.from.Tables["cvt "])
	if len(cvar) == 0 || len(cvt) == 0 {
		return nil
	}
	const version = 4
	tuples, err := in.tuples(cvar.from(version), version, nil, len(cvt)/2, 1)
	if err != nil {
		return err
	}
	moved := make([]float64, len(cvt)/2)
	for _, t := range tuples {
		for n, d := range t.deltas[0] {
			i := n
			if t.points != nil {
				i = t.points[n]
			}
			moved[i] += t.scalar * float64(d)
		}
	}
	cvt = in.own("cvt ")
	for i, d := range moved {
		binary.BigEndian.PutUint16(cvt[2*i:], uint16(cvt.i16(2*i)+round(d)))
	}
	return nil
}
