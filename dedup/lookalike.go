package dedup

// lookalike returns the Latin small letter that r passes for, 0 where there is
// none. The letters are those of the Unicode table of confusable characters
// (UTS #39) that news fonts draw alike.
func lookalike(r rune) byte {
	switch {
	case 0x0370 <= r && r < 0x0370+rune(len(greekCyrillic)):
		return greekCyrillic[r-0x0370]
	case r == 'ı':
		return 'i'
	case r == 'ɑ':
		return 'a'
	case r == 'ɡ':
		return 'g'
	case r == 'օ', r == 'Օ':
		return 'o'
	case r == 'ո':
		return 'n'
	case r == 'ս', r == 'Ս':
		return 'u'
	case r == 'հ':
		return 'h'
	}
	return 0
}

var greekCyrillic = [...]byte{
	'Α' - 0x370: 'a', 'Β' - 0x370: 'b', 'Ε' - 0x370: 'e', 'Ζ' - 0x370: 'z',
	'Η' - 0x370: 'h', 'Ι' - 0x370: 'i', 'Κ' - 0x370: 'k', 'Μ' - 0x370: 'm',
	'Ν' - 0x370: 'n', 'Ο' - 0x370: 'o', 'Ρ' - 0x370: 'p', 'Τ' - 0x370: 't',
	'Υ' - 0x370: 'y', 'Χ' - 0x370: 'x',
	'α' - 0x370: 'a', 'γ' - 0x370: 'y', 'ι' - 0x370: 'i', 'κ' - 0x370: 'k',
	'ν' - 0x370: 'v', 'ο' - 0x370: 'o', 'ρ' - 0x370: 'p', 'υ' - 0x370: 'u',
	'χ' - 0x370: 'x', 'ϳ' - 0x370: 'j', 'Ϳ' - 0x370: 'j', 'ϲ' - 0x370: 'c',
	'Ϲ' - 0x370: 'c',

	'Ѕ' - 0x370: 's', 'І' - 0x370: 'i', 'Ј' - 0x370: 'j', 'А' - 0x370: 'a',
	'В' - 0x370: 'b', 'Е' - 0x370: 'e', 'К' - 0x370: 'k', 'М' - 0x370: 'm',
	'Н' - 0x370: 'h', 'О' - 0x370: 'o', 'Р' - 0x370: 'p', 'С' - 0x370: 'c',
	'Т' - 0x370: 't', 'У' - 0x370: 'y', 'Х' - 0x370: 'x',
	'а' - 0x370: 'a', 'е' - 0x370: 'e', 'к' - 0x370: 'k', 'о' - 0x370: 'o',
	'р' - 0x370: 'p', 'с' - 0x370: 'c', 'у' - 0x370: 'y', 'х' - 0x370: 'x',
	'ѕ' - 0x370: 's', 'і' - 0x370: 'i', 'ј' - 0x370: 'j', 'һ' - 0x370: 'h',
	'ԁ' - 0x370: 'd', 'ԛ' - 0x370: 'q', 'ԝ' - 0x370: 'w', 'Ԛ' - 0x370: 'q',
	'Ԝ' - 0x370: 'w', 'ӏ' - 0x370: 'l', 'Ү' - 0x370: 'y', 'ү' - 0x370: 'y',
	'ѵ' - 0x370: 'v', 'Ѵ' - 0x370: 'v', 'Ӏ' - 0x370: 'i', 'ґ' - 0x370: 0,
}
