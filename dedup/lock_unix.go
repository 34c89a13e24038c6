//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package dedup

import (
	"errors"
	"os"
	"syscall"
)

// lockFile opens a file and locks it for this process; the system gives the
// lock back when the process ends, however it does. held says that another has it.
func lockFile(name string) (f *os.File, held bool, err error) {
	f, err = os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, false, err
	}
	for {
		err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if !errors.Is(err, syscall.EINTR) {
			break
		}
	}
	if err != nil {
		f.Close()
		return nil, errors.Is(err, syscall.EWOULDBLOCK), err
	}
	return f, false, nil
}

// unlockFile gives the lock back and closes the file. Closing alone would not
// do: a process that another goroutine is about to start holds the file, and
// so the lock, until its program is loaded.
func unlockFile(f *os.File) error {
	return errors.Join(syscall.Flock(int(f.Fd()), syscall.LOCK_UN), f.Close())
}
