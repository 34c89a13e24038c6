package date

// Chat reads messages to people and programs that make appointments: a bare
// "Friday" is the coming one, "next Friday" that of next week, "in two hours"
// counts from the clock of published, "Friday from 3 to 5pm" is one mention,
// and "tmr", "9a" and "8/10" are read. It must not be changed.
//
// It gets wrong what only the speaker knows: 5 is 5 in the morning unless the
// words say otherwise, 8/10 is 10 August unless DayFirst is set, and "the 22nd
// works" is taken for a day even where it is a street.
var Chat = Resolver{Future: true, Exact: true, Ranges: true, Casual: true}
