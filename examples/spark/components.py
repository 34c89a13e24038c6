"""Connected components by alternating large-star and small-star (Kiveris and
others 2014)."""

from pyspark.sql import functions as F


class NotConverged(Exception):
    pass


def connected(edges, limit, keep):
    """Gives the part of every node of the edges, columns a and b: the columns
    id and part, which is the least id of those that are connected, and the
    rounds that it took. More than limit rounds are an error: nothing that is
    only half connected is handed on. A round costs three shuffles of the edges,
    which keep writes down behind it."""
    edges = edges.select(F.greatest("a", "b").alias("node"), F.least("a", "b").alias("to"))
    edges = keep(edges.distinct())
    for rounds in range(limit + 1):
        if is_stars(edges):
            centres = edges.select(F.col("to").alias("id"), F.col("to").alias("part")).distinct()
            return edges.toDF("id", "part").union(centres), rounds
        edges = keep(small_star(large_star(edges)))
    raise NotConverged(f"components after {limit} rounds; --rounds allows more")


def large_star(edges):
    """Links the larger neighbours of every node to its least one, or to the
    node where that is less."""
    both = edges.union(edges.select("to", "node"))
    least = both.groupBy("node").agg(F.least(F.min("to"), F.col("node")).alias("least"))
    larger = both.join(least, "node").where(F.col("to") > F.col("node"))
    return larger.select(F.col("to").alias("node"), F.col("least").alias("to")).distinct()


def small_star(edges):
    """Links every node and its smaller neighbours to the least of them."""
    least = edges.groupBy("node").agg(F.min("to").alias("least"))
    others = edges.join(least, "node").where(F.col("to") != F.col("least"))
    moved = others.select(F.col("to").alias("node"), F.col("least").alias("to"))
    return moved.union(least.toDF("node", "to")).distinct()


def is_stars(edges):
    """Tells whether every node has one edge, to a node that has none: then the
    parts are what is linked to one node."""
    several = edges.groupBy("node").count().where("count > 1")
    chained = edges.join(edges.select(F.col("node").alias("to")), "to", "left_semi")
    return several.isEmpty() and chained.isEmpty()
