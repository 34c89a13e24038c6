package date

// Chat reads messages rather than news: what could be past or future is future,
// offsets count from published and its clock, ranges are one mention each.
var Chat = Resolver{Future: true, Exact: true, Ranges: true, Casual: true}
