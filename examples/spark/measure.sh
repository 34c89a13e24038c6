#!/usr/bin/env bash
# Measures the job on two workers of a core each: wall time, CPU time of the
# command and of Spark, and bytes of shuffles, for generated news of so many
# paragraphs each (default: none, 50000, 100000, 200000); and compares the
# clusters with those of one process.
#
#   examples/spark/measure.sh [PARAGRAPHS...]
heap=1500m quick=
. "$(dirname "$0")/cluster.sh"

# seconds PID FIELD FIELD: of CPU, from fields of /proc/PID/stat behind the name.
seconds() {
	sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | awk -v u="$2" -v s="$3" -v hz="$(getconf CLK_TCK)" '{ print ($u + $s) / hz }'
}

# watch: follows the CPU time of the run until it ends, into $work/cpu: of the
# JVMs, and of the commands that executors ran and waited for.
watch() {
	declare -A spark go
	while kill -0 "$last" 2>/dev/null; do
		for pid in $(pgrep -g "$last" java) $(pgrep -g "${workers[0]}" -f CoarseGrained) $(pgrep -g "${workers[1]}" -f CoarseGrained); do
			now=$(seconds "$pid" 12 13) && [ -n "$now" ] && spark[$pid]=$now
		done
		for pid in $(pgrep -g "${workers[0]}" -f CoarseGrained) $(pgrep -g "${workers[1]}" -f CoarseGrained); do
			now=$(seconds "$pid" 14 15) && [ -n "$now" ] && go[$pid]=$now
		done
		sleep 0.5
	done
	echo "command CPU s: $(printf '%s\n' "${go[@]}" | paste -sd+ | bc), Spark CPU s: $(printf '%s\n' "${spark[@]}" | paste -sd+ | bc)"
}

[ $# -gt 0 ] || set -- 0 50000 100000 200000
for n in "$@"; do
	go run ./generate "$n" >"$work/$n.jsonl"
	submit "$n" 8 --unit paragraph --out clusters "$work/$n.jsonl"
	watch
	finish "$n"
	same "$n" clusters "$work/$n.jsonl" -- -unit paragraph
done
