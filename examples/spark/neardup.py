"""Near-duplicates among news texts on Apache Spark: what `newstext dedup` finds
on one machine, on many. See README.md.

    spark-submit --master URL neardup.py --newstext PATH [FLAG...] INPUT... OUTPUT
"""

import argparse
import json
import sys
import time

from pyspark.sql import SparkSession
from pyspark.sql import functions as F

from clusters import clusters
from join import Join
from pairs import passages, pairs
from records import Records
from worker import Scratch, Worker


def parse(argv):
    p = argparse.ArgumentParser(description="near-duplicates among news texts")
    p.add_argument("input", nargs="+", help="JSON lines (also .gz) or Parquet of {id, text, published}: any path Spark knows")
    p.add_argument("output", help="folder for clusters, pairs, passages and rejects; must not hold them yet")
    p.add_argument("--newstext", required=True, help="the command, built for the executors' system")
    p.add_argument("--format", choices=["json", "parquet"], default="json", help="of the input")
    p.add_argument("--out", default="clusters,pairs", help="what to write: clusters, pairs, passages (default clusters,pairs)")
    p.add_argument("--unit", choices=["article", "paragraph"], default="article", help="what is compared")
    p.add_argument("--fold", choices=["full", "case"], default="full", help="what counts as the same word")
    p.add_argument("--threshold", type=float, default=0, help="least Jaccard similarity (default .5, clusters .4)")
    p.add_argument("--shingle", type=int, default=0, help="words in a shingle (default 2, clusters 1)")
    p.add_argument("--min-words", type=int, default=0, help="no units of fewer words")
    p.add_argument("--approx", action="store_true", help="candidates from sketches")
    p.add_argument("--max-text", type=int, default=16 << 20, help="reject texts of more bytes")
    p.add_argument("--shards", type=int, default=0, help="parts of the join (default: the partitions of a shuffle)")
    p.add_argument("--rounds", type=int, default=20, help="most rounds of connected components")
    args = p.parse_args(argv)
    args.out = args.out.split(",")
    if unknown := set(args.out) - {"clusters", "pairs", "passages"}:
        p.error(f"--out {','.join(unknown)}: not clusters, pairs or passages")
    return args


def run(spark, args):
    """Does the job and returns the report on it."""
    report = {}
    worker = Worker(spark, args.newstext)
    scratch = Scratch(spark, f"{args.output}/_work")
    records = Records(spark, worker, scratch.keep, args, report)

    def write(lines, name):
        """Writes lines as they are into a folder of the output."""
        start = time.monotonic()
        lines.write.text(f"{args.output}/{name}")
        report.setdefault("seconds", {})[name] = round(time.monotonic() - start, 1)

    first = True
    for out, wanted in ("clusters", {"clusters"}), ("pairs", {"pairs", "passages"}):
        if not wanted & set(args.out):
            continue
        units = records.units(out)
        if first:
            write(records.rejects(), "rejects")
            first = False
        join = Join(spark, worker, scratch.keep, args, out, units, report)
        if out == "clusters":
            write(clusters(join), "clusters")
        if "pairs" in args.out and out == "pairs":
            write(pairs(join), "pairs")
        if "passages" in args.out and out == "pairs":
            write(passages(join), "passages")
    scratch.remove()
    report["shuffle bytes"] = shuffled(spark)
    return report


def shuffled(spark):
    """The bytes that all executors wrote for shuffles."""
    executors = spark.sparkContext._jsc.sc().statusStore().executorList(False)
    return sum(executors.apply(i).totalShuffleWrite() for i in range(executors.size()))


def main(argv):
    args = parse(argv)
    spark = SparkSession.builder.appName("newstext near-duplicates").getOrCreate()
    start = time.monotonic()
    report = run(spark, args)
    report["seconds"]["all"] = round(time.monotonic() - start, 1)
    print(json.dumps(report))
    spark.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
