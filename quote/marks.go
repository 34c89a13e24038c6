package quote

func (rp *repairer) restoreMarks(text string) []Edit { return nil }

func (rp *repairer) decodeGBK(text string) []Edit { return nil }
