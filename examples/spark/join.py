"""The join: the pairs of different texts that are alike."""

from functools import cached_property

from pyspark.sql import functions as F

from records import join_flags
from worker import lines

SET = "id string, size int, filed int, sought int, tokens string, slots array<int>"
CHOSEN = "a string, b string, inner string, similarity double, crowded string, missed long"
RELATED = "a string, b string, similarity double, relation string"


class Join:
    """The join for clusters or pairs. Units of equal words (for pairs, of equal
    text) are one to it, the one with the least id, so that a flood of copies is
    no more work than as many other units."""

    def __init__(self, spark, worker, keep, args, out, units, report):
        self.spark, self.worker, self.keep, self.args, self.out = spark, worker, keep, args, out
        self.report = report
        self.units = units.withColumn("key", F.col("words" if out == "clusters" else "raw"))
        self.flags = ["-out", out, *join_flags(args)]
        self.shards = args.shards or int(spark.conf.get("spark.sql.shuffle.partitions"))

    @cached_property
    def heads(self):
        """The units that stand for all of equal words, with the number of these.
        Units of too few words stand for nothing."""
        part = self.units.where("words is not null")
        first = part.groupBy("key").agg(F.min("id").alias("id"), F.count("*").alias("copies"))
        heads = self.keep(part.drop("key").join(first, "id"))
        self.report[f"{self.out}: different texts"] = heads.count()
        return heads

    @cached_property
    def sets(self):
        """The heads as sets of tokens, or with their bands."""
        if self.args.approx:
            return self.heads.select("id", "size", "filed", "sought", "tokens", "bands", "slots")
        counted = self.occurrences().groupBy("id").agg(F.collect_list(F.struct("shingle", "times")).alias("s"))
        counted = counted.select("id", F.col("s.shingle").alias("shingles"), F.col("s.times").alias("counts"))
        return self.keep(self.worker.objects(lines(counted), SET, "tokens", "-counted", *self.flags))

    def occurrences(self):
        """The shingles of every head with how often they occur in all, as
        dedup counts them: what occurs once is sifted out before the rest is
        counted, both in tables in which shingles share their places. The
        order of tokens follows from these counts, and with it, where a text is
        like too many others, which of them it is compared with."""
        occurring = self.heads.select("id", F.explode("shingles").alias("shingle"))
        size = self.heads.agg(F.sum(F.octet_length("text"))).first()[0] or 0
        slots = 32 << (size // 6 // 8).bit_length()
        table = occurring.groupBy("shingle").agg(F.count("*").alias("n"))
        table = self.keep(table.withColumn("slot", F.col("shingle").bitwiseAND(slots - 1)))
        taken = self.keep(table.groupBy("slot").agg(F.sum("n").alias("taken")))
        again = taken.agg(F.sum(F.col("taken") - 1)).first()[0] or 0
        counters = 1 << max(2 * again, 1 << 10).bit_length()
        sifted = table.join(taken.where("taken > 1"), "slot")
        sifted = sifted.withColumn("counter", F.shiftrightunsigned("shingle", 24).bitwiseAND(counters - 1))
        times = sifted.groupBy("counter").agg(F.sum("n").alias("times"))
        table = sifted.join(times, "counter").select("shingle", "times")
        return occurring.join(table, "shingle", "left").withColumn("times", F.coalesce("times", F.lit(1)))

    @cached_property
    def chosen(self):
        """The candidates: pairs of heads whose similarity is known, and those
        that have more than they are compared with."""
        sums = self.sets.agg(F.sum("filed"), F.sum(F.octet_length(F.unbase64("tokens")) / 8)).first()
        filed, tokens = (int(n or 0) for n in sums)
        mask = (1 << 24) - 1
        if not self.args.approx:
            for total in [filed] + [tokens] * (self.out == "clusters"):
                mask = min(mask, (1 << max(total, 1).bit_length()) - 1)
        flags = [*self.flags, "-shards", self.shards, "-filed", filed, "-tokens", tokens]
        shards = F.array_distinct(F.transform("slots", lambda s: s.bitwiseAND(mask) % self.shards))
        columns = [c for c in self.sets.columns if c != "slots"]
        members = self.sets.select(F.explode(shards).alias("shard"), *columns)
        members = members.repartition(self.shards, self.spread("shard"))
        met = self.worker.pipe(lines(members, ["shard"]), "verify", "-step", "meet", *flags)
        about = F.from_json("value", "id string, within boolean")
        met = met.withColumn("o", about).repartition(self.shards, "o.id")
        met = met.sortWithinPartitions("o.id", "o.within").select("value")
        return self.keep(self.worker.objects(met, CHOSEN, "verify", "-step", "choose", *flags))

    def spread(self, column):
        """A column that sends the n-th shard to the n-th partition: Spark goes
        by a hash of it, which would send several to one and none to others."""
        n = self.shards
        numbers = self.spark.range(64 * n).select("id", F.expr(f"pmod(hash(id), {n})").alias("partition"))
        first = {row.partition: row.id for row in numbers.groupBy("partition").agg(F.min("id").alias("id")).collect()}
        return F.element_at(F.array(*[F.lit(first.get(i, i)).cast("long") for i in range(n)]), F.col(column) + 1)

    def couples(self, pairs):
        """Pairs of units, columns a and b, with their texts."""
        texts = self.units.select("id", "text")
        for side in "a", "b":
            pairs = pairs.join(texts.toDF(side, f"{side}_text"), side)
        return pairs

    def relate(self, couples, out=None):
        """What two units are to each other, under the shingles of this join. What
        the command says of members of clusters is under those of pairs."""
        flags = ["-out", out or self.out, *join_flags(self.args)]
        return self.worker.objects(lines(couples), RELATED, "verify", "-step", "relate", *flags)

    @cached_property
    def related(self):
        """The pairs of heads that are alike, with similarity and relation."""
        pairs = self.chosen.where("a is not null").select("a", "b", "inner", "similarity")
        related = self.keep(self.relate(self.couples(pairs)))
        self.report[f"{self.out}: pairs of different texts"] = related.count()
        crowded = self.chosen.where("crowded is not null").agg(
            F.countDistinct("crowded").alias("texts"), F.sum("missed").alias("missed")).first()
        self.report[f"{self.out}: texts compared with only some of those like them"] = crowded.texts
        if self.args.approx:
            self.report[f"{self.out}: comparisons left out for bands that are too common"] = crowded.missed or 0
        return related
