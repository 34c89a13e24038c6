package date

// Chat reads messages to people and programs that make appointments: a bare
// "Friday" is the coming one, "next Friday" that of next week, "in two hours"
// counts from the clock of published, "Friday from 3 to 5pm" is one mention,
// and "tmr", "9a" and "8/10" are read. It must not be changed.
//
// A range of days takes in the last one: To of "July 13 to 15" is the 16th. So
// does one of longer units that is written with a hyphen or "through"; "from
// May to July" ends where July begins. A bare weekday of the same name as today
// is that of next week. The afternoon is 12 to 18, the evening 18 to 24, the
// end of the day ("eod") is 17:00. 3.12.2019 is in December, as dots are read
// where people write them, 3/12/2019 in March.
//
// It gets wrong what only the speaker knows: 5 is 5 in the morning unless the
// words say otherwise or that hour of today has passed, 8/10 is 10 August unless
// DayFirst is set, and "the 22nd works" is taken for a day even where it is a
// street. Zones other than UTC are found, but the clock is left as it is. Days of
// the Hebrew calendar are those that follow the evening on which they begin, days
// of the Islamic calendar those of Mecca, a day off where the crescent was
// announced otherwise.
var Chat = Resolver{Future: true, Exact: true, Ranges: true, Casual: true}
