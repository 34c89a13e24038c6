"""Records to units: what is read, what is compared, what is rejected."""

import re

from pyspark.sql import functions as F

from worker import lines

UNIT = """place string, doc string, start int, id string, published string,
    text string, raw string, words string, shingles array<bigint>,
    size int, filed int, sought int, tokens string, bands string, slots array<int>,
    reject string, line string"""


class Records:
    def __init__(self, spark, worker, keep, args, report):
        self.worker, self.keep, self.args, self.report = worker, keep, args, report
        self.lines = placed(spark, args)
        # The command takes no more than this, and strings would hide that bytes are no UTF-8.
        most = 2 * args.max_text + (1 << 16)
        data = F.col("value").cast("binary")
        self.problem = F.when(F.length(data) > most, F.format_string("a line of %d bytes", F.length(data))).when(
            data != F.encode(F.decode(data, "UTF-8"), "UTF-8"), "invalid UTF-8")

    def units(self, out):
        """Gives the units for clusters or pairs, each id once."""
        args = self.args
        flags = ["-placed", "-out", out, "-unit", args.unit, "-max-text", args.max_text, *join_flags(args)]
        self.all = self.keep(self.worker.objects(self.readable(), UNIT, "tokens", *flags))
        records = self.all.where("reject is null").select("doc", "place").distinct()
        last = records.groupBy("doc").agg(F.max("place").alias("last"), F.count("*").alias("records"))
        last = last.where("records > 1")
        self.repeated = self.keep(records.join(last, "doc").where("place < last").select("doc", "place"))
        units = self.all.where("id is not null")
        if not self.repeated.isEmpty():
            units = units.join(F.broadcast(self.repeated), ["doc", "place"], "left_anti")
        return units

    def readable(self):
        """The records as lines, each behind its place and a tab."""
        lines = self.lines.where(self.problem.isNull())
        return lines.select(F.concat("place", F.lit("\t"), "value").alias("value"))

    def rejects(self):
        """Gives the records that are not compared, with the reason, as lines,
        and counts them."""
        bad = self.all.where("reject is not null").select(F.col("doc").alias("id"), "place", "reject", "line")
        reason = F.lit("not compared, because a later record has the same id")
        again = self.repeated.select(F.col("doc").alias("id"), "place", reason.alias("reject"))
        odd = self.lines.where(self.problem.isNotNull())
        odd = odd.select("place", self.problem.alias("reject"), F.substring("value", 1, 1000).alias("line"))
        both = bad.unionByName(again, allowMissingColumns=True).unionByName(odd, allowMissingColumns=True)
        both = self.keep(both)
        self.report["units"] = self.all.where("id is not null").count()
        self.report["rejects"] = both.count()
        return lines(both)


def join_flags(args):
    flags = ["-fold", args.fold, "-threshold", args.threshold, "-shingle", args.shingle, "-min-words", args.min_words]
    return flags + ["-approx"] * args.approx


def placed(spark, args):
    """Gives the records as lines, the column value, with their places, which are
    ordered as the records are: by file, by where its part of the file begins,
    and within that."""
    if args.format == "parquet":
        read = spark.read.parquet(*args.input)
        fields = [name for name in ("id", "text", "published") if name in read.columns]
        value = F.to_json(F.struct(*[F.col(name).cast("string").alias(name) for name in fields]))
    else:
        read, value = spark.read.text(args.input), F.col("value")
    files = sorted(re.sub("^file:/+", "file:/", f) for f in read.inputFiles())  # as the metadata has them
    files = spark.createDataFrame([(f, n) for n, f in enumerate(files)], "path string, file int")
    read = read.select(
        value.alias("value"),
        F.col("_metadata.file_path").alias("path"),
        F.col("_metadata.file_block_start").alias("block"),
        F.monotonically_increasing_id().alias("row"),
    ).join(F.broadcast(files), "path", "left")
    place = F.format_string("%06x-%010x-%016x", F.coalesce("file", F.lit(0)), "block", "row")
    return read.where("trim(value) != ''").select(place.alias("place"), "value")
