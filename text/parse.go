package text

// scratch holds the buffers that Parse reuses from one document to the next.
type scratch struct{}

// Parse reads src into d, replacing what d held and reusing its memory. It
// never fails: whatever is odd about the text becomes a warning.
func (d *Document) Parse(src string, o Options) {
	d.Source = src
}
