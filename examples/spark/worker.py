"""The command newstext as a worker process on the executors of Spark."""

import os

from pyspark import SparkFiles
from pyspark.sql import DataFrame
from pyspark.sql import functions as F


class Worker:
    """Runs the command on every partition of a DataFrame of lines.

    The lines go from the executor's JVM to the command and back, as
    RDD.pipe does in Scala; PySpark's own pipe would bring every line through
    a Python process on the way, which costs more than the command.
    """

    def __init__(self, spark, command):
        self.spark = spark
        spark.sparkContext.addFile(command)
        name = os.path.basename(command)
        # An executor finds added files in its working directory, but in local
        # mode it is the driver, which keeps them elsewhere.
        local = spark.sparkContext.master.startswith("local")
        self.command = SparkFiles.get(name) if local else "./" + name

    def pipe(self, lines, *args):
        """Gives the lines that the command writes, as the column value. A
        command that fails fails its task, which Spark tries again."""
        jvm = self.spark._jvm
        strings = jvm.org.apache.spark.sql.Encoders.STRING()
        command = jvm.java.util.ArrayList()
        for arg in (self.command, *args):
            command.add(str(arg))
        env = jvm.java.util.HashMap()
        env.put("GOMAXPROCS", "1")  # a task has one core
        rdd = getattr(lines._jdf, "as")(strings).toJavaRDD()
        out = rdd.pipe(command, env, False, 1 << 16, "UTF-8")
        return DataFrame(self.spark._jsparkSession.createDataset(out.rdd(), strings).toDF(), self.spark)

    def objects(self, lines, schema, *args):
        """Gives what the command writes as columns of the schema."""
        lines = self.pipe(lines, *args)
        return lines.select(F.from_json("value", schema).alias("o")).select("o.*")


class Scratch:
    """A folder for the results of steps. Each is written before the next step
    begins, so that no step is done twice, not even when an executor is lost,
    and Spark never has to plan or trace back more than one."""

    def __init__(self, spark, path):
        self.spark, self.path, self.steps = spark, path, 0

    def keep(self, frame):
        """Gives a DataFrame that is read from the folder."""
        self.steps += 1
        path = f"{self.path}/{self.steps}"
        frame.write.parquet(path)
        return self.spark.read.schema(frame.schema).parquet(path)

    def remove(self):
        folder = self.spark._jvm.org.apache.hadoop.fs.Path(self.path)
        folder.getFileSystem(self.spark._jsc.hadoopConfiguration()).delete(folder, True)


def numbered(spark, ordered):
    """Gives every row of an ordered DataFrame of one string column its number,
    from 0: the string and the column number."""
    encoders = spark._jvm.org.apache.spark.sql.Encoders
    rdd = getattr(ordered._jdf, "as")(encoders.STRING()).toJavaRDD().zipWithIndex()
    both = encoders.tuple(encoders.STRING(), encoders.LONG())
    pairs = spark._jsparkSession.createDataset(rdd.rdd(), both).toDF()
    return DataFrame(pairs, spark).toDF(ordered.columns[0], "number")


def lines(columns, order=None):
    """Gives a DataFrame as lines of JSON."""
    if order:
        columns = columns.sortWithinPartitions(*order)
    return columns.select(F.to_json(F.struct(*columns.columns)).alias("value"))
