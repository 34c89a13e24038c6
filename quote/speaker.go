package quote

// A Speaker is who a quotation is ascribed to. Start == End where nobody is.
type Speaker struct {
	// text[Start:End] is the mention that the cue goes with: "he", "the
	// spokesman", "Mr. Esper".
	Start, End int
	// text[NameStart:NameEnd] is the fullest earlier mention of the same person or
	// body; equal to Start, End where the mention is itself that.
	NameStart, NameEnd int
	Cue                string // "said", "according to"; empty where Implied
	Implied            bool   // carried on from a neighbouring quotation
}
