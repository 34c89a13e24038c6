#!/usr/bin/env bash
# Runs the job on a standalone Spark of a master and two workers with a core
# each, on the loopback address, and compares what it finds with what one
# process finds: with generated texts and lines that cannot be read among them,
# with other numbers of partitions, with an executor killed in the middle, and
# with sketches, from Parquet. It needs 3 GB and 5 minutes on two free cores, stops all that
# it started, and exits with 77 where Java or Python is missing.
#
#   SPARK_VENV=DIR      a virtual environment with pyspark 3.5, instead of a new one
#   NEWSTEXT_NEWS=FILE  compare on these articles too (JSON lines of id and text, or .gz)
. "$(dirname "$0")/cluster.sh"

go run ./generate 2000 >"$work/a.jsonl"
go run ./generate -poison 50000000 0 >"$work/b.jsonl"
grep -a '"twice"' "$work/b.jsonl" >"$work/twice.jsonl"

generated=("$work/a.jsonl" "$work/twice.jsonl")

submit exact 3 --unit paragraph --out clusters,pairs,passages "$work/a.jsonl" "$work/b.jsonl"
finish exact
same exact clusters "${generated[@]}" -- -unit paragraph
same exact pairs "${generated[@]}" -- -unit paragraph
rejects=$(cat "$work/exact/rejects"/part-* | wc -l)
[ "$rejects" = 7 ] || { cat "$work/exact/rejects"/part-*; echo "FAILED: $rejects rejects, not 7"; exit 1; }

submit killed 5 --unit paragraph --out clusters "$work/a.jsonl" "$work/b.jsonl"
await 600 test -e "$work/killed/_work/6/_SUCCESS" || { tail "$work/killed.log"; echo "FAILED: the job did not come to the middle"; exit 1; }
pkill -KILL -g "${workers[0]}" -f CoarseGrainedExecutorBackend
finish killed
grep -q 'Lost executor' "$work/killed.log" || { echo "FAILED: no executor was lost"; exit 1; }
same killed clusters "${generated[@]}" -- -unit paragraph

python - "$work/a.jsonl" "$work/a.parquet" 2>"$work/parquet.log" <<-'END' || { tail "$work/parquet.log"; echo "FAILED: no Parquet"; exit 1; }
	import sys
	from pyspark.sql import SparkSession

	spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", False).getOrCreate()
	texts = spark.read.schema("id string, text string, published string").json(sys.argv[1])
	texts.write.parquet(sys.argv[2])
END
submit sketches 4 --unit paragraph --approx --out clusters,pairs --format parquet "$work/a.parquet"
finish sketches
same sketches clusters "$work/a.jsonl" -- -unit paragraph -approx
same sketches pairs "$work/a.jsonl" -- -unit paragraph -approx

if [ -n "${NEWSTEXT_NEWS:-}" ]; then
	# Of paragraphs, clusters only: a wire's standing lines make pairs by the million.
	submit articles 8 --out clusters,pairs "$NEWSTEXT_NEWS"
	finish articles
	same articles clusters "$NEWSTEXT_NEWS" --
	same articles pairs "$NEWSTEXT_NEWS" --
	submit news 8 --unit paragraph --out clusters "$NEWSTEXT_NEWS"
	finish news
	same news clusters "$NEWSTEXT_NEWS" -- -unit paragraph
fi
echo "passed in $SECONDS s"
