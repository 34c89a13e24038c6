//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package dedup

import (
	"os"
	"syscall"
)

// dirsSync says that a folder can be synced like a file.
const dirsSync = true

// mapFile maps a file into memory; nil if that fails, and it is read instead.
func mapFile(f *os.File, size int) ([]byte, func() error) {
	if size == 0 {
		return nil, nil
	}
	data, err := syscall.Mmap(int(f.Fd()), 0, size, syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		return nil, nil
	}
	return data, func() error { return syscall.Munmap(data) }
}
