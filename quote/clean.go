package quote

func tidy(dst []Edit, paragraph string, base int) []Edit { return dst }

func firstUntidy(s string) int { return len(s) }
