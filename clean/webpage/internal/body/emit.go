package body

// Features writes the features of line i.
func (g *Page) Features(v *Vector, i int) {
	G := g.groups
	l, f := &g.Lines[i], &g.shapes[i]
	v.reset()
	v.add(G, gBias, 0, 1)
	w := wordBin(f.words)
	v.add(G, gWords, w, 1)
	v.add(G, gWordsEnd, w*3+g.ends(i), 1)
	lk := linkBin(g.linked[i])
	v.add(G, gWordsLink, w*3+min(2, (lk+1)/2), 1)
	v.add(G, gEnd, int(f.end), 1)
	v.add(G, gStart, int(f.start), 1)
	v.add(G, gCapital, capitalBin(f), 1)
	if f.words > 0 {
		v.add(G, gShort, min(4, f.short*10/f.words), 1)
		v.add(G, gDigits, min(3, (f.digits*10+9)/f.words/2), 1)
	}
	v.add(G, gCommas, min(3, f.commas), 1)
	v.add(G, gStops, min(3, f.stops), 1)
	for k, on := range [len(flagNames)]bool{
		f.allUpper, f.bar, f.at, f.copyr, f.byStart, f.quotes > 0, f.quotes > 1,
		l.Br, l.Links > 0, l.Links > 3, f.letters == 0, f.words >= 10 && f.upper*2 > f.long,
	} {
		if on {
			v.add(G, gFlags, k, 1)
		}
	}
	v.add(G, gLink, lk, 1)
	switch s := float64(l.Strong) / float64(max(1, l.End-l.Start)); {
	case s > 0.9:
		v.add(G, gStrong, 2, 1)
	case s > 0:
		v.add(G, gStrong, 1, 1)
	}
	v.set(G, gTags, uint64(l.Tags))
	v.set(G, gInner, uint64(l.Inner))
	v.set(G, gOwn, uint64(l.Own))
	v.set(G, gParent, uint64(l.Parent))
	v.set(G, gFar, uint64(l.Far))
	g.neighbours(v, i)
	g.placing(v, i)
	g.company(v, i)
	g.phrases(v, i)
	g.course(v, i)
}

// ends gives 2 for the end of a sentence, 1 for other marks, 0 for none.
func (g *Page) ends(i int) int {
	switch g.shapes[i].end {
	case endsSentence, endsQuestion:
		return 2
	case endsOther:
		return 0
	}
	return 1
}

func capitalBin(f *shape) int {
	if f.long == 0 {
		return 5
	}
	return min(4, f.upper*5/f.long)
}

func (g *Page) neighbours(v *Vector, i int) {
	for d, at := range [2]int{i - 1, i + 1} {
		if at < 0 || at >= len(g.Lines) {
			v.add(g.groups, gPrevWords+d, wordBins, 1)
			continue
		}
		v.add(g.groups, gPrevWords+d, wordBin(g.shapes[at].words), 1)
		v.add(g.groups, gPrevEnd+d, int(g.shapes[at].end), 1)
		same := 0
		a, b := &g.Lines[i], &g.Lines[at]
		switch {
		case a.Node == b.Node:
			same = 3
		case a.Sig == b.Sig && g.Nodes[a.Node] == g.Nodes[b.Node]:
			same = 2
		case g.Nodes[a.Node] == g.Nodes[b.Node]:
			same = 1
		}
		v.add(g.groups, gPrevSame+d, same, 1)
	}
}

func (g *Page) placing(v *Vector, i int) {
	v.add(g.groups, gPlace, i*10/len(g.Lines), 1)
	switch d := i - g.title; {
	case g.title < 0:
		v.add(g.groups, gAfterTitle, 0, 1)
	case d < 0:
		v.add(g.groups, gAfterTitle, 1, 1)
	case d == 0:
		v.add(g.groups, gAfterTitle, 2, 1)
	default:
		v.add(g.groups, gAfterTitle, min(7, 3+d/3), 1)
	}
	v.add(g.groups, gRepeats, min(3, g.repeats[g.shapes[i].hash])-1, 1)
	if i == g.title {
		v.add(g.groups, gTitle, 0, 1)
	}
	if g.hasBody {
		bin := 1 + int(g.cover[i]*3.99)
		if g.shapes[i].words >= 6 {
			v.add(g.groups, gLinked, bin, 1)
		} else {
			v.add(g.groups, gLinkedShort, bin, 1)
		}
	}
	if t := g.topic[i]; t >= 0 {
		v.add(g.groups, gTopic, min(4, int(t*5)), 1)
	}
}

// company writes what the blocks around the line hold.
func (g *Page) company(v *Vector, i int) {
	l := &g.Lines[i]
	st := g.sig[l.Sig]
	v.add(g.groups, gSig, countBin(st.lines), 1)
	v.add(g.groups, gSigMass, shareBin(st.mass/max(1, g.total)), 1)
	node := l.Node
	for k := range 4 {
		v.add(g.groups, gMass+k, shareBin(g.nodeSum[node]/max(1, g.total)), 1)
		if k < 3 {
			v.add(g.groups, gDensity, k*6+linkBin(g.links[node]/max(1, g.words[node])), 1)
		}
		node = g.Nodes[node]
	}
	v.add(g.groups, gSiblings, countBin(int(g.kids[l.Node])), 1)
}

// phrases writes what the rules say of the line and of those beside it.
func (g *Page) phrases(v *Vector, i int) {
	G := g.groups
	if k := g.phrase[i]; k > 0 {
		long := 0
		if g.shapes[i].words >= 12 {
			long = 1
		}
		v.add(G, gPhrase, k*2+long, 1)
	}
	if i > 0 && g.phrase[i-1] > 0 {
		v.add(G, gPhrasePrev, g.phrase[i-1], 1)
	}
	if i+1 < len(g.Lines) && g.phrase[i+1] > 0 {
		v.add(G, gPhraseNext, g.phrase[i+1], 1)
	}
	v.add(G, gPhraseSince, min(3, int(g.since[i])), 1)
}

// course writes where the line stands on the way through the page's long text.
func (g *Page) course(v *Vector, i int) {
	total := max(1, g.total)
	v.add(g.groups, gBefore, shareBin(g.before[i]/total), 1)
	v.add(g.groups, gAfter, shareBin((g.total-g.before[i]-g.plain[i])/total), 1)
	v.add(g.groups, gSinceUntil, gapBin(g.sincePlain[i])*gapBins+gapBin(g.untilPlain[i]), 1)
	place := g.spanPlace(i)
	v.add(g.groups, gSpan, place, 1)
	v.add(g.groups, gSpanWords, place*wordBins+wordBin(g.shapes[i].words), 1)
}
