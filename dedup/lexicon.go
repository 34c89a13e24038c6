package dedup

import (
	_ "embed"
	"strings"
	"sync"
)

// A lexeme is what facts need to know about a word of English.
type lexeme struct {
	role  role
	value float64 // of a number, a scale, a day
	sense sense
}

type role uint8

const (
	plainWord  role = iota
	numberWord      // three
	ordinal         // third
	scaleWord       // million
	dayName         // Monday, November
	title           // President: goes with a name, is none
	grammar         // the: capital at the start of a sentence only
	unit            // percent: written in many ways, never a fact itself
	common          // City: part of many names, and a matter of wording when it changes
	alias           // US: a name with several forms
	united          // first word of United States
	realm           // second word of it
)

// hashWord is the hash under Full of a word written in small ASCII letters.
func hashWord(s string) uint64 {
	h := uint64(hashSeed)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * hashPrime
	}
	return mix(h)
}

// A lexicon is a list of words, by their hash under Full. Words that are not
// in it are the zero lexeme.
type lexicon struct {
	hashes  [1 << 13]uint64 // each in the first free place from its low bits on; 0 where there is none
	lexemes [1 << 13]lexeme
}

func (l *lexicon) of(hash uint64) lexeme {
	for i := hash; ; i++ {
		switch l.hashes[i%uint64(len(l.hashes))] {
		case hash:
			return l.lexemes[i%uint64(len(l.hashes))]
		case 0:
			return lexeme{}
		}
	}
}

// at returns where to write what is known of a word.
func (l *lexicon) at(word string) *lexeme {
	hash := hashWord(word)
	i := hash % uint64(len(l.hashes))
	for l.hashes[i] != 0 && l.hashes[i] != hash {
		i = (i + 1) % uint64(len(l.hashes))
	}
	l.hashes[i] = hash
	return &l.lexemes[i]
}

//go:embed rules/opposites.txt
var opposites string

// english is the lexicon of English.
var english = sync.OnceValue(func() *lexicon {
	words := &lexicon{}
	list := func(r role, from, step float64, names string) {
		for n, alike := range strings.Fields(names) {
			for name := range strings.SplitSeq(alike, "/") {
				l := words.at(name)
				l.role, l.value = r, from+float64(n)*step
			}
		}
	}
	list(grammar, 0, 0, `a about above after again against all although am among an and another any are as at be because
		been before being below between both but by can could did do does doing down during each either even every few for
		from further had has have having he her here hers him his how however i if in into is it its just like many may me
		meanwhile might more most much must my neither no nor not nothing now of off on once only or other our out over own
		per she should since so some still such than that the their them then there these they this those though through to
		too two under until up upon us very was we were what when where whether which while who whom whose why will with
		within without would yes yet you your today yesterday tomorrow tonight earlier later`)
	list(numberWord, 0, 1, `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
		sixteen seventeen eighteen nineteen`)
	list(numberWord, 20, 10, `twenty thirty forty fifty sixty seventy eighty ninety`)
	list(ordinal, 1, 1, `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth`)
	list(dayName, 1, 1, `january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept
		october/oct november/nov december/dec monday/mon tuesday/tue/tues wednesday/wed thursday/thu/thur/thurs friday/fri
		saturday sunday`)
	for name, value := range map[string]float64{
		"dozen": 12, "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "mln": 1e6, "mn": 1e6, "m": 1e6,
		"billion": 1e9, "bln": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "trn": 1e12, "tn": 1e12,
	} {
		l := words.at(name)
		l.role, l.value = scaleWord, value
	}
	list(title, 0, 0, `mr mrs ms miss dr sir lord lady dame prof professor rev president vice prime minister premier
		chancellor secretary senator sen representative rep congressman congresswoman governor gov mayor chairman chairwoman
		chair chief executive officer director general gen colonel col lt lieutenant captain capt major maj sergeant sgt admiral adm
		commissioner judge justice king queen prince princess pope cardinal archbishop bishop ambassador spokesman
		spokeswoman spokesperson deputy acting former attorney inspector detective constable coach manager analyst
		inc incorporated corp corporation co company ltd limited plc llc group holdings ag sa nv gmbh`)
	list(unit, 0, 0, `percent pct cent dollar dollars dlr dlrs euro euros pounds pound yen`)
	list(common, 0, 0, `new old north south east west northern southern eastern western central upper lower great
		city town village county state states area region district house home court bank market trade commerce plan
		scheme program programme project department ministry office agency bureau board council committee commission
		authority party union association federation organization organisation society institute university college
		school hospital church street road avenue park square airport station center centre act bill law deal
		agreement accord treaty pact conference meeting summit service services system systems industry industries
		international national federal royal public general world global people news press times post show open cup
		league championship final team club government administration parliament congress senate health education
		defense defence finance treasury foreign interior justice labor labour energy agriculture transport
		environment security police army navy air force forces fund trust foundation firm business leader head member
		members`)
	list(alias, 1, 1, `us/usa/america uk/britain un eu gray/grey tire/tyre kiev/kyiv kharkov/kharkiv odessa/odesa lvov/lviv
		peking/beijing bombay/mumbai calcutta/kolkata madras/chennai bangalore/bengaluru rangoon/yangon burma/myanmar
		turkey/turkiye holland/netherlands czechia/czech swaziland/eswatini gaddafi/qaddafi/gadhafi`)
	list(united, 0, 0, `united european`)
	list(realm, 1, 1, `states kingdom nations union`)
	words.readOpposites(opposites)
	return words
})
