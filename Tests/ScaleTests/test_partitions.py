"""Records in parts, on programs of others: the answers are those of one process. Run: make scale-tests"""

import json
import os
import pathlib
import random
import resource
import subprocess
import tempfile
import unittest

from pyspark.sql import SparkSession

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("ANALYST", str(ROOT / ".build" / "debug" / "analyst"))
RULES = ROOT / "docs" / "examples" / "streets"
FILTER = f"'{PROGRAM}' run '{RULES}' --stream --date 2026-11-01"
COUNT = 20_000


def records(count, seed=1):
    """Streets with cars, each figure missing now and then, as lines of JSON."""
    draw = random.Random(seed)

    def street(number):
        record = {"id": f"S{number:05}"}
        for name, greatest in (("traffic", 12_000), ("width", 30)):
            if draw.random() < 0.9:
                record[name] = draw.randint(0, greatest)
        if draw.random() < 0.5:
            record["city"] = {"traffic": draw.randint(0, 12_000)}
        cars = [{"id": f"c{place}", "speed": draw.randint(10, 80)} for place in range(draw.randint(0, 3))]
        kinds = {"car": cars, "complete": ["car"]} if draw.random() < 0.7 else {}
        return json.dumps({"street": record, **kinds} if kinds else record)

    return [street(number) for number in range(count)]


def filtered(lines):
    """What one process answers, and what it took of the processor in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(FILTER, shell=True, input="\n".join(lines) + "\n", capture_output=True, text=True, timeout=300)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise AssertionError(done.stderr[:2_000])
    return done.stdout.splitlines(), after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


class PartitionTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.lines = records(COUNT)
        cls.answers, seconds = filtered(cls.lines)
        print(f"{COUNT:,} records in one process: {seconds:.2f} s of the processor, start included")
        cls.spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
        cls.addClassCleanup(cls.spark.stop)

    def piped(self, lines, parts):
        return self.spark.sparkContext.parallelize(lines, parts).pipe(FILTER).collect()

    def test_every_record_has_its_answer_and_answers_differ(self):
        ids = [json.loads(line)["record"] for line in self.answers]
        self.assertEqual(ids, [f"S{number:05}" for number in range(COUNT)])
        bodies = {json.dumps({**json.loads(line), "record": ""}) for line in self.answers}
        self.assertGreater(len(bodies), 5)

    def test_partitions_of_spark_answer_as_one_process(self):
        for parts in (1, 3, 8):
            with self.subTest(parts=parts):
                self.assertEqual(self.piped(self.lines, parts), self.answers)

    def test_a_file_in_spark_gives_a_file_of_answers(self):
        with tempfile.TemporaryDirectory() as folder:
            place = pathlib.Path(folder)
            (place / "records.ndjson").write_text("\n".join(self.lines) + "\n")
            answers = self.spark.sparkContext.textFile(str(place / "records.ndjson"), 4).pipe(FILTER)
            answers.saveAsTextFile(str(place / "answers"))
            written = [line for part in sorted((place / "answers").glob("part-*")) for line in part.read_text().splitlines()]
        self.assertEqual(written, self.answers)

    def test_four_parts_at_a_time_under_xargs_give_the_same_bytes(self):
        with tempfile.TemporaryDirectory() as folder:
            place = pathlib.Path(folder)
            (place / "records.ndjson").write_text("\n".join(self.lines) + "\n")
            subprocess.run(
                "split -n l/4 records.ndjson part. && ls part.?? | xargs -P 4 -I@ sh -c \"" + FILTER + " < @ > @.out\"",
                shell=True, cwd=place, check=True)
            joined = b"".join(part.read_bytes() for part in sorted(place.glob("part.??.out")))
        self.assertEqual(joined.decode().splitlines(), self.answers)

    def test_a_record_that_cannot_be_read_costs_itself_alone(self):
        wrong = 1_234
        lines = [*self.lines[:wrong], "{\"id\": ", *self.lines[wrong + 1:2_000]]
        self.assertEqual(self.piped(lines, 4), [*self.answers[:wrong], *self.answers[wrong + 1:2_000]])


if __name__ == "__main__":
    unittest.main()
