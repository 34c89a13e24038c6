package date

import (
	"testing"
	"time"
)

// Days as they were kept, by year; those of the Islamic calendar in Mecca.
func TestLunarHolidays(t *testing.T) {
	for name, c := range map[string]struct {
		on   func(year int) day
		days map[int]string
	}{
		"Chinese New Year": {
			func(y int) day { return holidayOn("new<2-19@8", y) },
			map[int]string{2015: "02-19", 2016: "02-08", 2018: "02-16", 2020: "01-25", 2023: "01-22", 2024: "02-10"},
		},
		"Mid-Autumn": {
			func(y int) day { return holidayOn("new<9-23@8+14", y) },
			map[int]string{2017: "10-04", 2020: "10-01", 2022: "09-10", 2025: "10-06"},
		},
		"Diwali": {
			func(y int) day { return holidayOn("new<11-15@-12.82", y) },
			map[int]string{2016: "10-30", 2018: "11-07", 2019: "10-27", 2020: "11-14", 2023: "11-12", 2024: "10-31"},
		},
		"Holi": {
			func(y int) day { return holidayOn("full<3-29@14", y) },
			map[int]string{2016: "03-24", 2018: "03-02", 2021: "03-29", 2023: "03-08", 2025: "03-14"},
		},
		"Eid al-Fitr": {
			func(y int) day { return holidayOn("hijri10-1", y) },
			map[int]string{2017: "06-25", 2019: "06-04", 2021: "05-13", 2023: "04-21", 2025: "03-30"},
		},
		"Passover": {
			passover,
			map[int]string{2013: "03-26", 2016: "04-23", 2019: "04-20", 2024: "04-23"},
		},
		"Rosh Hashanah": {
			roshHashanah,
			map[int]string{2013: "09-05", 2016: "10-03", 2020: "09-19", 2021: "09-07"},
		},
		"Hanukkah": {
			hanukkah,
			map[int]string{2013: "11-28", 2016: "12-25", 2018: "12-03", 2021: "11-29"},
		},
		"Orthodox Easter": {
			orthodoxEaster,
			map[int]string{2013: "05-05", 2016: "05-01", 2017: "04-16", 2024: "05-05"},
		},
	} {
		for year, want := range c.days {
			if got := c.on(year).time(time.UTC).Format("01-02"); got != want {
				t.Errorf("%s %d is %s, want %s", name, year, got, want)
			}
		}
	}
}
