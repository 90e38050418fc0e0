package picture

import (
	"image"
	"math"
)

// reduce makes a part of an image smaller, with a Catmull–Rom kernel as wide
// as the step between the new pixels, in light rather than in sRGB values, so
// that fine patterns keep their brightness. It goes through the source once,
// row by row, and holds few rows besides the result. Parts of the ground that
// the image does not cover are transparent.
func reduce(src image.Image, part image.Rectangle, width, height int, alpha bool) *image.NRGBA {
	r := reducer{
		channels: 3, alpha: alpha,
		across: weights(part.Dx(), width), down: weights(part.Dy(), height),
		row: make([]byte, 4*part.Dx()), dst: image.NewNRGBA(image.Rect(0, 0, width, height)),
	}
	if alpha {
		r.channels = 4
	}
	r.light = make([]float32, r.channels*part.Dx())
	r.narrow = make([]float32, r.channels*width)
	for i := range r.toLight {
		r.toLight[i] = float32(toLight(float64(i) / 255))
	}
	for i := range r.fromLight {
		r.fromLight[i] = channel(255 * fromLight(float64(i)/(lightSteps-1)))
	}
	open := map[int][]float32{} // rows of the result under way
	first := 0                  // of them
	var spare [][]float32
	for y := range part.Dy() {
		r.read(src, part, y)
		r.squeeze()
		for to := first; to < height && r.down[to].from <= y; to++ {
			k := r.down[to]
			if y >= k.from+len(k.share) {
				continue
			}
			sum := open[to]
			if sum == nil {
				if n := len(spare); n > 0 {
					sum, spare = spare[n-1], spare[:n-1]
					clear(sum)
				} else {
					sum = make([]float32, len(r.narrow))
				}
				open[to] = sum
			}
			share := k.share[y-k.from]
			for i, v := range r.narrow {
				sum[i] += share * v
			}
			if y == k.from+len(k.share)-1 {
				r.write(to, sum)
				spare = append(spare, sum)
				delete(open, to)
			}
		}
		for first < height && y >= r.down[first].from+len(r.down[first].share)-1 {
			first++
		}
	}
	return r.dst
}

// halved brings the light of a photograph down to the size that its colours are
// stored in, in place, where most of its pixels are given up anyway: a quarter
// is left to be converted and weighed. Over two pixels, sRGB values may be
// averaged as they are.
func halved(img *image.YCbCr) *image.YCbCr {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	cw, ch := (w+1)/2, (h+1)/2
	for y := range ch {
		above := img.Y[2*y*img.YStride:]
		below := img.Y[min(2*y+1, h-1)*img.YStride:]
		out := img.Y[y*cw:]
		for x := range w / 2 {
			sum := int(above[2*x]) + int(above[2*x+1]) + int(below[2*x]) + int(below[2*x+1])
			out[x] = uint8((sum + 2) / 4)
		}
		if cw > w/2 {
			out[cw-1] = uint8((int(above[w-1]) + int(below[w-1]) + 1) / 2)
		}
	}
	return &image.YCbCr{
		Y: img.Y, Cb: img.Cb, Cr: img.Cr, YStride: cw, CStride: img.CStride,
		SubsampleRatio: image.YCbCrSubsampleRatio444, Rect: image.Rect(0, 0, cw, ch),
	}
}

// lightSteps is how finely light is told apart when it becomes sRGB again: a
// step is less than half of the smallest between two sRGB values.
const lightSteps = 1 << 13

// reducer holds what reduce goes through.
type reducer struct {
	channels     int
	alpha        bool
	across, down []kernel
	row          []byte    // of the source, NRGBA
	light        []float32 // the same as light, premultiplied
	narrow       []float32 // the same at the new width
	dst          *image.NRGBA
	toLight      [256]float32
	fromLight    [lightSteps]uint8
}

// kernel says how much of each source pixel, from one on, goes into a new one.
type kernel struct {
	from  int
	share []float32
}

// weights gives the kernels for n pixels made from a larger number.
func weights(from, n int) []kernel {
	step := float64(from) / float64(n)
	out := make([]kernel, n)
	for i := range out {
		if from == n {
			out[i] = kernel{i, []float32{1}}
			continue
		}
		middle := (float64(i) + 0.5) * step
		lo, hi := max(0, int(math.Floor(middle-2*step))), min(from-1, int(math.Ceil(middle+2*step)))
		share := make([]float64, hi-lo+1)
		sum := 0.0
		for k := range share {
			share[k] = catmullRom((float64(lo+k) + 0.5 - middle) / step)
			sum += share[k]
		}
		out[i] = kernel{lo, make([]float32, len(share))}
		for k := range share {
			out[i].share[k] = float32(share[k] / sum)
		}
	}
	return out
}

// catmullRom is the kernel of Catmull and Rom (1974): sharp, with little
// ringing.
func catmullRom(x float64) float64 {
	switch x = math.Abs(x); {
	case x < 1:
		return (1.5*x-2.5)*x*x + 1
	case x < 2:
		return ((-0.5*x+2.5)*x-4)*x + 2
	}
	return 0
}

// read brings row y of the part into light.
func (r *reducer) read(src image.Image, part image.Rectangle, y int) {
	y += part.Min.Y
	covered := part.Intersect(src.Bounds())
	clear(r.row)
	if y >= covered.Min.Y && y < covered.Max.Y {
		at := 4 * (covered.Min.X - part.Min.X)
		readRow(r.row[at:at+4*covered.Dx()], src, covered.Min.X, y)
	}
	if !r.alpha {
		for i, k := 0, 0; i < len(r.row); i, k = i+4, k+3 {
			r.light[k], r.light[k+1], r.light[k+2] = r.toLight[r.row[i]], r.toLight[r.row[i+1]], r.toLight[r.row[i+2]]
		}
		return
	}
	for i := 0; i < len(r.row); i += 4 {
		a := float32(r.row[i+3]) / 255
		for k := range 3 {
			r.light[i+k] = a * r.toLight[r.row[i+k]]
		}
		r.light[i+3] = a
	}
}

// squeeze brings the row to the new width.
func (r *reducer) squeeze() {
	if r.alpha {
		for i, k := range r.across {
			var s0, s1, s2, s3 float32
			in := r.light[4*k.from:]
			for j, share := range k.share {
				v := in[4*j : 4*j+4 : 4*j+4]
				s0, s1, s2, s3 = s0+share*v[0], s1+share*v[1], s2+share*v[2], s3+share*v[3]
			}
			out := r.narrow[4*i : 4*i+4 : 4*i+4]
			out[0], out[1], out[2], out[3] = s0, s1, s2, s3
		}
		return
	}
	for i, k := range r.across {
		var s0, s1, s2 float32
		in := r.light[3*k.from:]
		for j, share := range k.share {
			v := in[3*j : 3*j+3 : 3*j+3]
			s0, s1, s2 = s0+share*v[0], s1+share*v[1], s2+share*v[2]
		}
		out := r.narrow[3*i : 3*i+3 : 3*i+3]
		out[0], out[1], out[2] = s0, s1, s2
	}
}

// write finishes a row of the result.
func (r *reducer) write(y int, light []float32) {
	out := r.dst.Pix[y*r.dst.Stride:]
	for x := range r.dst.Rect.Dx() {
		v := light[r.channels*x:]
		a := float32(1)
		if r.alpha {
			if a = v[3]; a < 0.5/255 {
				continue
			}
		}
		for k := range 3 {
			out[4*x+k] = r.fromLight[int(max(0, min(v[k]/a, 1))*(lightSteps-1)+0.5)]
		}
		out[4*x+3] = channel(float64(a) * 255)
	}
}
