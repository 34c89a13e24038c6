# Starts a standalone Spark of a master and two workers with a core each on the
# loopback address, for the scripts beside it, and stops all that it started at
# their end. Where Java or Python is missing it exits with 77.
#
#   SPARK_VENV=DIR  a virtual environment with pyspark 3.5, instead of a new one
#   heap=SIZE       of each executor
#   quick=OPTIONS   for Java
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
# For short runs: compiling all of it well would take longer than running it.
quick=${quick--XX:TieredStopAtLevel=1 -XX:+UseSerialGC}
export SPARK_DAEMON_JAVA_OPTS=$quick

go build -o "$work/newstext" ../newstext

start master "$SPARK_HOME/bin/spark-class" org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 0 --webui-port 0
await 60 grep -qs 'Starting Spark master at' "$work/master" || { cat "$work/master"; exit 1; }
master=$(sed -n 's/.*Starting Spark master at //p' "$work/master")
workers=()
for n in 1 2; do
	start "worker$n" "$SPARK_HOME/bin/spark-class" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --port 0 --webui-port 0 \
		--cores 1 --memory 8g --work-dir "$work/worker$n.d" "$master"
	workers+=("$last")
done
for n in 1 2; do
	await 60 grep -qs 'Successfully registered' "$work/worker$n" || { cat "$work/worker$n"; exit 1; }
done

# finish OUTPUT: waits for the run and prints its report.
finish() {
	wait "$last" || { grep -E 'Error|Exception|exit' "$work/$1.log" | tail -n 20; echo "FAILED: the job for $1"; exit 1; }
	grep '^{"units"' "$work/$1.log"
}

# submit OUTPUT PARTITIONS FLAG...: starts a run of the job on all inputs.
submit() {
	local output=$1 partitions=$2
	shift 2
	start "$output.log" "$SPARK_HOME/bin/spark-submit" --master "$master" --driver-memory 512m --executor-memory "${heap:-800m}" \
		--driver-java-options "$quick" --conf spark.executor.extraJavaOptions="$quick" \
		--conf spark.ui.enabled=false --conf spark.sql.shuffle.partitions="$partitions" \
		neardup.py --newstext "$work/newstext" "$@" "$work/$output"
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
