#!/usr/bin/env bash
# Runs the job on a standalone Spark of a master and two workers with a core
# each, on the loopback address, and compares what it finds with what one
# process finds: with generated texts and lines that cannot be read among them,
# with other numbers of partitions, with an executor killed in the middle, and
# with sketches. It needs 3 GB and 5 minutes on two free cores, stops all that
# it started, and exits with 77 where Java or Python is missing.
#
#   SPARK_VENV=DIR     a virtual environment with pyspark 3.5, instead of a new one
#   NEWSTEXT_NEWS=FILE  compare on these articles too (JSON lines of id and text, or .gz)
set -euo pipefail
set -m # each process in the background leads a group, and is stopped with all it started
cd "$(dirname "$0")"
work=$(mktemp -d)
groups=()

stop() {
	trap '' INT TERM
	for group in "${groups[@]}"; do kill -TERM -- "-$group" 2>/dev/null || true; done
	for _ in $(seq 50); do
		alive=
		for group in "${groups[@]}"; do kill -0 -- "-$group" 2>/dev/null && alive=1; done
		[ -n "$alive" ] || break
		sleep 0.1
	done
	for group in "${groups[@]}"; do kill -KILL -- "-$group" 2>/dev/null || true; done
	rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' INT TERM

skip() {
	echo "skipped: $1"
	exit 77
}

# start LOG COMMAND...: runs a command in the background; its number is in $last.
start() {
	local log=$1
	shift
	"$@" >"$work/$log" 2>&1 &
	last=$!
	groups+=("$last")
}

# await SECONDS COMMAND...: waits until a command succeeds.
await() {
	local end=$((SECONDS + $1))
	shift
	until "$@"; do
		[ $SECONDS -lt $end ] || return 1
		sleep 0.2
	done
}

command -v java >/dev/null || skip "there is no java; Spark 3.5 needs 8, 11 or 17"
command -v python3 >/dev/null || skip "there is no python3"
venv=${SPARK_VENV:-}
if [ -z "$venv" ]; then
	venv=$work/venv
	python3 -m venv "$venv" >"$work/pip" 2>&1 || skip "python3 makes no virtual environment: $(tail -n 1 "$work/pip")"
	"$venv/bin/pip" install -q 'pyspark==3.5.*' >"$work/pip" 2>&1 || skip "pip gets no pyspark: $(tail -n 1 "$work/pip")"
fi
export PATH=$venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1
SPARK_HOME=$(python -c 'import pyspark; print(pyspark.__path__[0])') || skip "no pyspark in $venv"
export SPARK_HOME SPARK_LOCAL_IP=127.0.0.1 SPARK_LOCAL_DIRS=$work/local SPARK_DAEMON_MEMORY=128m
# Short runs: compiling all of it well would take longer than running it.
quick="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
export SPARK_DAEMON_JAVA_OPTS=$quick

go build -o "$work/newstext" ../newstext
go run ./generate 2000 >"$work/a.jsonl"
go run ./generate -poison 50000000 0 >"$work/b.jsonl"
grep -a '"twice"' "$work/b.jsonl" >"$work/twice.jsonl"

start master "$SPARK_HOME/bin/spark-class" org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 0 --webui-port 0
await 60 grep -q 'Starting Spark master at' "$work/master" || { cat "$work/master"; exit 1; }
master=$(sed -n 's/.*Starting Spark master at //p' "$work/master")
workers=()
for n in 1 2; do
	start "worker$n" "$SPARK_HOME/bin/spark-class" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --port 0 --webui-port 0 \
		--cores 1 --memory 600m --work-dir "$work/worker$n.d" "$master"
	workers+=("$last")
done
for n in 1 2; do
	await 60 grep -q 'Successfully registered' "$work/worker$n" || { cat "$work/worker$n"; exit 1; }
done

# submit OUTPUT PARTITIONS FLAG...: starts a run of the job on all inputs.
submit() {
	local output=$1 partitions=$2
	shift 2
	start "$output.log" "$SPARK_HOME/bin/spark-submit" --master "$master" --driver-memory 512m --executor-memory 512m \
		--driver-java-options "$quick" --conf spark.executor.extraJavaOptions="$quick" \
		--conf spark.ui.enabled=false --conf spark.sql.shuffle.partitions="$partitions" \
		neardup.py --newstext "$work/newstext" "$@" "$work/$output"
}

# finish OUTPUT: waits for the run and prints its report.
finish() {
	wait "$last" || { grep -v ' INFO ' "$work/$1.log" | tail -n 40; echo "FAILED: the job for $1"; exit 1; }
	grep '^{"units"' "$work/$1.log"
}

# same OUTPUT NAME INPUT... -- FLAG...: compares with one process, byte for byte.
same() {
	local output=$1 name=$2 inputs=()
	shift 2
	while [ "$1" != -- ]; do inputs+=("$1") && shift; done
	shift
	cat "$work/$output/$name"/part-* | LC_ALL=C sort >"$work/got"
	"$work/newstext" dedup -jsonl -out "$name" "$@" "${inputs[@]}" 2>"$work/said" | LC_ALL=C sort >"$work/want"
	cmp "$work/got" "$work/want" || { diff "$work/got" "$work/want" | head; echo "FAILED: other $name than one process ($output)"; exit 1; }
	echo "$output: the same $(wc -l <"$work/want") lines of $name as one process"
}

generated=("$work/a.jsonl" "$work/twice.jsonl")

submit exact 3 --unit paragraph --out clusters,pairs,passages "$work/a.jsonl" "$work/b.jsonl"
finish exact
same exact clusters "${generated[@]}" -- -unit paragraph
same exact pairs "${generated[@]}" -- -unit paragraph
rejects=$(cat "$work/exact/rejects"/part-* | wc -l)
[ "$rejects" = 7 ] || { cat "$work/exact/rejects"/part-*; echo "FAILED: $rejects rejects, not 7"; exit 1; }

submit killed 5 --unit paragraph --out clusters "$work/a.jsonl" "$work/b.jsonl"
await 200 test -e "$work/killed/_work/6/_SUCCESS" || { tail "$work/killed.log"; echo "FAILED: the job did not come to the middle"; exit 1; }
pkill -KILL -g "${workers[0]}" -f CoarseGrainedExecutorBackend
finish killed
grep -q 'Lost executor' "$work/killed.log" || { echo "FAILED: no executor was lost"; exit 1; }
same killed clusters "${generated[@]}" -- -unit paragraph

submit sketches 4 --unit paragraph --approx --out clusters,pairs "$work/a.jsonl"
finish sketches
same sketches clusters "$work/a.jsonl" -- -unit paragraph -approx
same sketches pairs "$work/a.jsonl" -- -unit paragraph -approx

if [ -n "${NEWSTEXT_NEWS:-}" ]; then
	submit news 8 --unit paragraph --out clusters,pairs "$NEWSTEXT_NEWS"
	finish news
	same news clusters "$NEWSTEXT_NEWS" -- -unit paragraph
	same news pairs "$NEWSTEXT_NEWS" -- -unit paragraph
fi
echo "passed in $SECONDS s"
