package main

func Example() {
	printShared(
		`Rain fell all week. "We have repaired both engines and sail again on Friday," said Maria Lund, the harbour's director.`,
		`“We have repaired both engines and sail again on Friday”, said Maria Lund, the harbour’s director. The mayor was glad.`,
	)
	// Output:
	// 20-118 = 0-104: "We have repaired both engines and sail again on Friday," said Maria Lund, the harbour's director.
	//     Maria Lund: We have repaired both engines and sail again on Friday,
}
