package date

// Chat reads messages rather than news: what could be past or future is future.
var Chat = Resolver{Future: true}
