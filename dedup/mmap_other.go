//go:build !(linux || darwin || freebsd || netbsd || openbsd || dragonfly)

package dedup

import "os"

// dirsSync says that a folder can be synced like a file.
const dirsSync = false

// mapFile says that files are read here, not mapped: on Windows a mapped file
// could not be removed by the writer.
func mapFile(*os.File, int) ([]byte, func() error) { return nil, nil }
