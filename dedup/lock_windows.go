package dedup

import (
	"errors"
	"os"
	"syscall"
	"unsafe"
)

const (
	exclusiveLock   = 2 // LOCKFILE_EXCLUSIVE_LOCK
	failImmediately = 1 // LOCKFILE_FAIL_IMMEDIATELY
	lockViolation   = syscall.Errno(33)
)

// lockFile opens a file and locks it for this process; the system gives the
// lock back when the process ends, however it does. held says that another has it.
func lockFile(name string) (f *os.File, held bool, err error) {
	f, err = os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, false, err
	}
	var at syscall.Overlapped
	lock := syscall.NewLazyDLL("kernel32.dll").NewProc("LockFileEx")
	if ok, _, err := lock.Call(f.Fd(), exclusiveLock|failImmediately, 0, 1, 0, uintptr(unsafe.Pointer(&at))); ok == 0 {
		f.Close()
		return nil, errors.Is(err, lockViolation) || errors.Is(err, syscall.ERROR_IO_PENDING), err
	}
	return f, false, nil
}

// unlockFile closes the file, which gives the lock back.
func unlockFile(f *os.File) error { return f.Close() }
