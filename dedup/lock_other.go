//go:build !(linux || darwin || freebsd || netbsd || openbsd || dragonfly || windows)

package dedup

import "os"

// lockFile opens the file. The standard library cannot lock it here, so the caller
// has to see to it that only one process writes.
func lockFile(name string) (f *os.File, held bool, err error) {
	f, err = os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
	return f, false, err
}

// unlockFile closes the file, which gives the lock back.
func unlockFile(f *os.File) error { return f.Close() }
