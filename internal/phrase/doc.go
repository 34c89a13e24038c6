// Package phrase compiles files of rules over words into one automaton.
//
// A rule states what a phrase looks like and what it means, next to a sentence
// that it must match and one that it must not:
//
//	# comment
//	$weekday = Monday:1 | Mon:1 | Tuesday:2 | Tues:2
//	         | Wednesday:3
//	$unit    = day:D | days:D | week:W | weeks:W
//
//	rel-unit   (last|previous) $unit   => shift -1 $unit
//	  = "It rained last week." 2019-W46
//	  ! "It was the last day of his life."
//
// # Files
//
// A line that begins with # is a comment. A line that begins with $ defines a
// class: members separated by |, each a pattern, each with an optional value
// after a colon; a line that begins with white space and | goes on with the
// members. Classes belong to their file and must be defined before they are
// used, so no class can contain itself.
//
// Every other line that does not begin with white space is a rule: a name, a
// pattern, and, after =>, a production. This package does not read the
// production; it is the business of the package that owns the file. Indented
// lines below a rule are its examples: = must match, ! must not. The text
// stands in double quotes, as a Go string; what follows it are fields for the
// owner.
//
// # Patterns
//
//	last         the word in any case
//	May          the word with a capital first letter, or all in capitals
//	EST          the word in capitals
//	$unit        a member of the class
//	$day         a shape of the owner's Lexer, where there is no such class
//	$Word        any word with a capital first letter
//	$word        any word of letters
//	$number      any word that begins with a digit
//	_  _3        any one token; none to three tokens
//	x y          x, then y, with or without white space between
//	x-y  $n.     what is written together must stand together
//	(x|y z)  x?  alternatives; x or nothing
//
// The characters ( ) | ? $ _ : and \ stand for themselves after a backslash.
// A pattern may not begin with a wildcard (_ or $word), nor match nothing.
// A phrase may go on over the end of a line, but never over a blank line.
//
// # Tokens
//
// A token is a run of letters, digits and combining marks ("21st" is one), or
// any other character that is not white space, alone. Case does not count;
// ’ and ‘ read as ', “ and ” as ", and hyphens, the en dash and the minus
// sign as -.
//
// # Cost
//
// A [Set] is immutable and may be shared. Rules have no repetition, so that
// the longest phrase has a bound and matching takes linear time. A token that
// begins no rule costs one look-up by its first eight bytes, and one of a bit
// for it and the token behind it. Compiling takes 20 to 60 µs a rule, most where
// many rules hold the same long class.
package phrase
