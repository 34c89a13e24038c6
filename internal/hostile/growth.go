package hostile

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A Target is a function over text whose cost is measured.
type Target struct {
	Name string
	Run  func(text string)
	Skip []string // families on which its result itself is quadratic
}

// Limits of what is sound: the ratio of CPU time when the input doubles, and
// the CPU seconds a megabyte.
const (
	maxRatio = 2.3
	maxCost  = 1.0 // s/MB
)

// negligible is a CPU time below which neither says anything.
const negligible = 100 * time.Millisecond

// Growth is the body of a program that measures how the cost of targets grows.
// It runs itself once for each target, family and length, subtracts the CPU
// time of a run on an empty text, and prints a line each for those over a limit
// (or for all, with the argument -v) and a summary. Arguments:
// [-v] [-only REGEX] [SIZE], where REGEX picks among "target family" and SIZE in
// bytes (default 1 MiB) is doubled once. It returns the exit code: 1 where a
// target exceeds a limit.
func Growth(ctx context.Context, out io.Writer, args []string, targets []Target, families []Family) int {
	if len(args) == 4 && args[0] == "-child" {
		return child(out, args[1:], targets, families)
	}
	flags := flag.NewFlagSet("growth", flag.ContinueOnError)
	verbose := flags.Bool("v", false, "print all, not only what exceeds a limit")
	only := flags.String("only", "", "measure what matches `REGEX`, over \"target family\"")
	if flags.Parse(args) != nil {
		return 2
	}
	size := 1 << 20
	if flags.NArg() > 0 {
		if _, err := fmt.Sscan(flags.Arg(0), &size); err != nil || size <= 0 || flags.NArg() > 1 {
			fmt.Fprintln(os.Stderr, "growth: the size is one positive number of bytes")
			return 2
		}
	}
	picked, err := regexp.Compile(*only)
	if err != nil {
		fmt.Fprintln(os.Stderr, "growth: -only:", err)
		return 2
	}
	over, count := 0, 0
	var worst cost
	fmt.Fprintf(out, "%-10s %-22s %7s %9s %9s\n", "target", "family", "ratio", "s/MB", "peak MiB")
	for _, t := range targets {
		idle, err := measure(ctx, t.Name, families[0].Name, 0)
		if err != nil {
			fmt.Fprintln(out, err)
			return 1
		}
		for _, f := range families {
			if !picked.MatchString(t.Name+" "+f.Name) || slices.Contains(t.Skip, f.Name) {
				continue
			}
			c, err := grow(ctx, t.Name, f.Name, size, idle.cpu)
			if err != nil {
				fmt.Fprintln(out, err)
				over++
				continue
			}
			count++
			bad := c.ratio > maxRatio || c.perMB > maxCost
			if bad {
				over++
			}
			if bad || *verbose {
				fmt.Fprintf(out, "%-10s %-22s %7.2f %9.3f %9d\n", t.Name, f.Name, c.ratio, c.perMB, c.peak>>20)
			}
			worst.ratio, worst.perMB, worst.peak = max(worst.ratio, c.ratio), max(worst.perMB, c.perMB), max(worst.peak, c.peak)
		}
	}
	fmt.Fprintf(out, "%d of %d over a limit (ratio %.1f, %.0f s/MB) at %d and %d bytes; worst ratio %.2f, %.3f s/MB, %d MiB\n",
		over, count, maxRatio, maxCost, size, 2*size, worst.ratio, worst.perMB, worst.peak>>20)
	if over > 0 {
		return 1
	}
	return 0
}

type cost struct {
	cpu   time.Duration
	peak  uint64 // bytes that the process took from the system
	ratio float64
	perMB float64
}

// grow measures at size and at twice the size. A ratio over the limit is
// measured twice more, each time at twice the size, and the least counts: a busy
// machine only adds, and what a cache or the collector of garbage adds at one
// size it does not add at the next, while what grows too fast goes on to.
func grow(ctx context.Context, target, family string, size int, idle time.Duration) (cost, error) {
	var best cost
	for attempt := range 3 {
		size := size << attempt
		one, err := measure(ctx, target, family, size)
		if err != nil {
			return cost{}, err
		}
		two, err := measure(ctx, target, family, 2*size)
		if err != nil {
			return cost{}, err
		}
		one.cpu, two.cpu = max(0, one.cpu-idle), max(0, two.cpu-idle)
		two.ratio = 1
		if two.cpu > negligible {
			two.ratio = float64(two.cpu) / float64(max(one.cpu, negligible/2))
			two.perMB = two.cpu.Seconds() / (float64(2*size) / 1e6)
		}
		if attempt == 0 || two.ratio < best.ratio {
			best = two
		}
		if best.ratio <= maxRatio && best.perMB <= maxCost {
			break
		}
	}
	return best, nil
}

// timeout of one run: far above what any sound target needs.
const timeout = 2 * time.Minute

func measure(ctx context.Context, target, family string, size int) (cost, error) {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	exe, err := os.Executable()
	if err != nil {
		return cost{}, err
	}
	cmd := exec.CommandContext(ctx, exe, "-child", target, family, strconv.Itoa(size))
	out, err := cmd.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		first, _, _ := strings.Cut(string(exit.Stderr), "\n")
		err = fmt.Errorf("%w: %s", err, first)
	}
	if err != nil {
		return cost{}, fmt.Errorf("%s %s %d bytes: %w", target, family, size, err)
	}
	var c cost
	if _, err := fmt.Sscan(string(out), &c.peak); err != nil {
		return cost{}, fmt.Errorf("%s %s: %w", target, family, err)
	}
	c.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	return c, nil
}

// child runs one target once and prints the memory that the process took.
func child(out io.Writer, args []string, targets []Target, families []Family) int {
	size, err := strconv.Atoi(args[2])
	if err != nil {
		return 2
	}
	for _, t := range targets {
		for _, f := range families {
			if t.Name != args[0] || f.Name != args[1] {
				continue
			}
			text := ""
			if size > 0 {
				text = f.Make(size)
			}
			t.Run(text)
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			fmt.Fprintln(out, m.Sys)
			return 0
		}
	}
	return 2
}
