package main

import "math"

// minimise is L-BFGS with a backtracking line search (Nocedal & Wright 2006, algorithm 7.5).
func minimise(x []float64, iters int, f func(x, grad []float64) float64) []float64 {
	const m = 10
	n := len(x)
	x = append([]float64(nil), x...)
	g := make([]float64, n)
	v := f(x, g)
	var ss, ys [][]float64
	var rho []float64
	nx, ng := make([]float64, n), make([]float64, n)
	for it := range iters {
		d := append([]float64(nil), g...)
		alpha := make([]float64, len(ss))
		for i := len(ss) - 1; i >= 0; i-- {
			alpha[i] = rho[i] * dot(ss[i], d)
			axpy(d, ys[i], -alpha[i])
		}
		if k := len(ss); k > 0 {
			scale := dot(ss[k-1], ys[k-1]) / dot(ys[k-1], ys[k-1])
			for i := range d {
				d[i] *= scale
			}
		} else {
			scale := 1 / math.Sqrt(dot(d, d)+1e-9)
			for i := range d {
				d[i] *= scale
			}
		}
		for i := range ss {
			b := rho[i] * dot(ys[i], d)
			axpy(d, ss[i], alpha[i]-b)
		}
		slope := -dot(g, d)
		if slope > -1e-8 {
			break
		}
		step, ok := 1.0, false
		var nv float64
		for range 12 {
			for i := range x {
				nx[i] = x[i] - step*d[i]
			}
			nv = f(nx, ng)
			if nv <= v+1e-4*step*slope {
				ok = true
				break
			}
			step /= 2
		}
		if !ok {
			break
		}
		s, y := make([]float64, n), make([]float64, n)
		for i := range x {
			s[i], y[i] = nx[i]-x[i], ng[i]-g[i]
		}
		if sy := dot(s, y); sy > 1e-10 {
			ss, ys, rho = append(ss, s), append(ys, y), append(rho, 1/sy)
			if len(ss) > m {
				ss, ys, rho = ss[1:], ys[1:], rho[1:]
			}
		}
		done := v-nv < 1e-5*math.Abs(v)
		copy(x, nx)
		copy(g, ng)
		v = nv
		if done && it > 10 {
			break
		}
	}
	return x
}

func dot(a, b []float64) float64 {
	s := 0.0
	for i := range a {
		s += a[i] * b[i]
	}
	return s
}

func axpy(y, x []float64, a float64) {
	for i := range y {
		y[i] += a * x[i]
	}
}
