"""Clusters from the pairs that are alike."""

from pyspark.sql import functions as F

from components import connected
from worker import lines, numbered

GROUPED = "id string, group string"


def clusters(join):
    """Gives the cluster of every unit as lines."""
    units = join.keep(grouped(join))
    groups = units.groupBy("group").agg(*representative()).select(
        "group", "first", F.when(F.col("longest_when") == F.col("best"), F.col("longest.id")).otherwise(F.col("least")).alias("representative"))
    order = groups.orderBy("first").select("group")
    groups = groups.join(numbered(join.spark, order), "group")
    join.report["clusters"] = groups.count()
    reps = units.select(F.col("id").alias("representative"), F.col("raw").alias("representative_raw"))
    units = join.keep(units.join(groups, "group").join(reps, "representative"))
    units = units.withColumn("before", F.col("id") < F.col("representative"))
    known = relations(join, units)
    units = units.join(known, ["representative", "raw", "before"], "left")
    relation = (
        F.when(F.col("id") == F.col("representative"), "")
        .when(F.col("raw") == F.col("representative_raw"), "copy")
        .otherwise(F.col("relation"))
    )
    cluster = (F.col("number") + 1).cast("string")
    return lines(units.select("id", cluster.alias("cluster"), "representative", relation.alias("relation")))


def grouped(join):
    """The units, each with its group, which is named by one of its heads."""
    parts, join.report["rounds"] = connected(join.related.where("relation != 'update'"), join.args.rounds, join.keep)
    parts = join.keep(parts)
    cut = join.worker.objects(part_lines(join, parts), GROUPED, "verify", "-step", "cut")
    heads = join.heads.select("id", F.col("words").alias("key")).join(cut, "id", "left")
    heads = heads.select("key", F.coalesce("group", "id").alias("group"))
    units = join.units.select("id", "key", "raw", "published", "place", "start", F.octet_length("text").alias("bytes"))
    units = units.join(heads, "key", "left")
    return units.withColumn("group", F.coalesce("group", "id"))


def part_lines(join, parts):
    """The connected parts for the command to cut, each wholly in one partition:
    its heads, and all pairs of them that were compared."""
    crowded = join.chosen.where("crowded is not null").select(F.col("crowded").alias("id")).distinct()
    crowded = crowded.withColumn("crowded", F.lit(True))
    nodes = join.heads.select("id", "copies").join(parts, "id").join(crowded, "id", "left")
    nodes = nodes.withColumn("crowded", F.coalesce("crowded", F.lit(False)))
    pairs = join.related.join(parts.toDF("a", "part"), "a").join(parts.toDF("b", "b_part"), "b")
    pairs = pairs.where("part = b_part").drop("b_part")
    every = nodes.unionByName(pairs, allowMissingColumns=True).repartition(join.shards, "part")
    return lines(every, ["part"])


def representative():
    """What decides on the representative of a group, as in the command: the
    earliest published, of those the longest of the group, then the least id.
    And where in the input the group begins."""
    when = F.struct((F.col("published") == "").alias("unknown"), "published")
    length = F.struct((-F.col("bytes")).alias("bytes"), "id")
    return (
        F.min(when).alias("best"),
        F.min_by("id", F.struct(when, "id")).alias("least"),
        F.min(length).alias("longest"),
        F.min_by(when, length).alias("longest_when"),
        F.min(F.struct("place", "start")).alias("first"),
    )


def relations(join, units):
    """What the other texts of clusters are to the representatives. Equal texts
    need but one answer, and one for those whose id is the lesser."""
    asked = units.where("id != representative and raw != representative_raw")
    asked = asked.groupBy("representative", "raw", "before").agg(F.min("id").alias("id"))
    asked = join.keep(asked)
    couples = join.couples(asked.select(F.col("representative").alias("a"), F.col("id").alias("b")))
    told = join.relate(couples, "pairs").select(F.col("a").alias("representative"), F.col("b").alias("id"), "relation")
    return asked.join(told, ["representative", "id"]).drop("id")
