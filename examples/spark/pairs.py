"""Pairs of units from pairs of different texts, and the passages they share."""

from pyspark.sql import functions as F

from worker import lines


def pairs(join):
    """Gives every pair of units that are alike as lines."""
    related = join.related.join(join.heads.select(F.col("id").alias("a"), F.col("raw").alias("a_raw"), F.col("copies").alias("a_copies")), "a")
    related = related.join(join.heads.select(F.col("id").alias("b"), F.col("raw").alias("b_raw"), F.col("copies").alias("b_copies")), "b")
    several = related.where("a_copies > 1 or b_copies > 1")
    found = several_pairs(join, several).unionByName(
        related.where("a_copies = 1 and b_copies = 1").select("a", "b", "similarity", "relation"))
    return pair_lines(found.unionByName(copies(join)))


def several_pairs(join, related):
    """The pairs of all copies of texts that are alike. What one is to the other
    may depend on which has the lesser id."""
    swapped = join.couples(related.select("a", "b"))
    swapped = swapped.select("a", "b", F.col("b_text").alias("a_text"), F.col("a_text").alias("b_text"))
    swapped = join.relate(swapped).select("a", "b", F.col("relation").alias("swapped"))
    ids = join.units.where("words is not null").select("raw", "id")
    every = related.join(swapped, ["a", "b"])
    for side in "a", "b":
        every = every.join(ids.toDF(f"{side}_raw", f"{side}_id"), f"{side}_raw")
    kept = F.col("a_id") < F.col("b_id")
    return every.select(
        F.least("a_id", "b_id").alias("a"),
        F.greatest("a_id", "b_id").alias("b"),
        "similarity",
        F.when(kept, F.col("relation")).otherwise(F.col("swapped")).alias("relation"),
    )


def copies(join):
    """The pairs of equal texts: as many as the square of the copies."""
    repeated = join.heads.where("copies > 1").select("raw")
    ids = join.units.select("raw", "id").join(repeated, "raw")
    both = ids.toDF("raw", "a").join(ids.toDF("raw", "b"), "raw").where("a < b")
    return both.select("a", "b", F.lit(1.0).alias("similarity"), F.lit("copy").alias("relation"))


def pair_lines(found):
    """Pairs as the command writes them: 1, not 1.0."""
    text = lines(found.select("a", "b", "similarity", "relation"))
    return text.select(F.regexp_replace("value", r'1\.0(,"relation":"[a-z]*"\})$', "1$1").alias("value"))


def passages(join):
    """Gives the passages that the units of pairs share as lines."""
    couples = join.couples(join.related.select("a", "b"))
    return join.worker.pipe(lines(couples), "verify", "-step", "passages", *join.flags)
