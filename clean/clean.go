package clean

// Blocks labels what stands in text, the text of one page. It is the method of
// the zero [Cleaner].
func Blocks(text string) []Block {
	var c Cleaner
	return c.Blocks(text)
}

// Text returns the article's body: its blocks, with a blank line between. It is
// empty where the page holds no article. It is the method of the zero
// [Cleaner].
func Text(text string) string {
	var c Cleaner
	return c.Text(text)
}
