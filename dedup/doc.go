// Package dedup finds what was seen before: near copies among many texts, the
// passages that two texts share, and whether a text that looks like a copy
// brings news.
package dedup
