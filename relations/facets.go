package relations

// String returns the polarity's name in the output.
func (p Polarity) String() string { return [...]string{"affirmed", "negated"}[p] }

// String returns the modality's name in the output.
func (m Modality) String() string {
	return [...]string{"actual", "future", "possible", "intended", "requested", "hypothetical"}[m]
}

// String returns the tense's name in the output, "" for none.
func (t Tense) String() string { return [...]string{"", "past", "present", "future"}[t] }
