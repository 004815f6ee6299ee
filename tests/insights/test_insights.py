"""The sample's insights, applied to its relations by an independent reading of their JSON, against the translation."""

import csv
import functools
import glob
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import datetime, timezone
from operator import itemgetter

MISSING = object()


def instant(text):
    for form in ("%Y-%m-%d %H:%M:%S %z UTC", "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d"):
        try:
            parsed = datetime.strptime(text, form)
            return parsed if parsed.tzinfo else parsed.replace(tzinfo=timezone.utc)
        except ValueError:
            pass
    return None


@functools.cache
def parsed(text):
    try:
        return json.loads(text)
    except ValueError:
        return None


class Relation:
    """Some cells of a relation, by folded names; of those that are not asked for, none."""

    def __init__(self, cells):
        self.cells = cells

    @property
    def metadata(self):
        return parsed(self.cells["metadata"])

    def value(self, field):
        if field in self.cells:
            return self.cells[field]
        first, _, rest = field.partition(".")
        if first.endswith("_brn"):
            parts = self.cells[first].split(":")
            return parts[6] if len(parts) == 8 and parts[0] == "brn" else MISSING
        value = self.metadata
        for key in (rest if first == "metadata" else field).split("."):
            if not isinstance(value, dict) or key not in value:
                return MISSING
            value = value[key]
        return value


def same(value, wanted):
    return type(value) is type(wanted) and value == wanted


def test(relation, field, operator, wanted):
    value = relation.value(field)
    if field == "timestamp":
        value, wanted = instant(value), instant(wanted)
    if operator == "_eq":
        return same(value, wanted)
    if operator == "_in":
        return any(same(value, one) for one in wanted)
    raise ValueError(operator)


def holds(relation, condition, known):
    """None: the condition says something that relations don't know."""
    answers = []
    for key, value in condition.items():
        if key in ("_and", "_or"):
            parts = [holds(relation, part, known) for part in value]
            carried = [part for part in parts if part is not None]
            answers.append((all if key == "_and" else any)(carried) if carried else None)
        elif key == "_not":
            inner = holds(relation, value, known)
            answers.append(None if inner is None else not inner)
        else:
            (operator, wanted), = value.items()
            supported = operator in ("_eq", "_in") and key in known
            answers.append(test(relation, key, operator, wanted) if supported else None)
    carried = [answer for answer in answers if answer is not None]
    return all(carried) if carried else None


def fields(condition):
    for key, value in condition.items():
        if key in ("_and", "_or"):
            for part in value:
                yield from fields(part)
        elif key == "_not":
            yield from fields(value)
        else:
            yield key, next(iter(value))


def folded(name):
    return name.rstrip("*").strip().lower().replace(" ", "_")


class Relations:
    def __init__(self, rows):
        self.rows = rows

    def distinct(self, asked):
        """Relations that differ in what the fields are about, each with how many there are."""
        columns = sorted({first for first in (field.partition(".")[0] for field in asked) if first in self.rows[0]} |
                         {"metadata"})
        pick = itemgetter(*columns)
        for cells, count in Counter(map(pick, self.rows)).items():
            yield Relation(dict(zip(columns, cells if len(columns) > 1 else (cells,)))), count


def main():
    with tempfile.TemporaryDirectory() as folder:
        printed = subprocess.run([sys.argv[1], folder], capture_output=True, text=True, check=True).stdout
        rows = []
        for file in sorted(glob.glob(os.path.join(folder, "relations-*.csv"))):
            with open(file, encoding="utf-8-sig", newline="") as lines:
                reader = csv.DictReader(lines)
                reader.fieldnames = [folded(name) for name in reader.fieldnames]
                rows += reader
        with open(os.path.join(folder, "entity-rules.csv"), encoding="utf-8-sig", newline="") as lines:
            insights = {row["ID"].strip(): json.loads(row["entity_filter"]) for row in csv.DictReader(lines)}
    theirs = {line.split("\t")[0]: line.split("\t")[1:] for line in printed.splitlines()}
    assert theirs.keys() == insights.keys() and len(insights) == 20, theirs.keys()

    asked = {field for condition in insights.values() for field, _ in fields(condition)}
    relations = Relations(rows)
    known = {field for field in asked
             if any(relation.value(field) is not MISSING for relation, _ in relations.distinct([field]))}
    wrong, tally = [], {"same": 0, "part": 0, "nothing": 0}
    for insight, condition in insights.items():
        coverage, selected, expression = theirs[insight]
        tests = list(fields(condition))
        carried = sum(field in known and operator in ("_eq", "_in") for field, operator in tests)
        expected = "same" if carried == len(tests) else "part" if carried else "nothing"
        count = sum(count for relation, count in relations.distinct([field for field, _ in tests])
                    if holds(relation, condition, known))
        told = coverage if coverage in ("same", "nothing") else "part"
        tally[told] += 1
        if told != expected or int(selected) != count:
            wrong.append(f"{insight}: {expected} of {count} rows, but {coverage} of {selected}: {expression}")
    print(f"{len(rows)} relations; insights carried over whole {tally['same']}, in part {tally['part']}, "
          f"not at all {tally['nothing']}")
    assert not wrong, "\n".join(wrong)
    assert tally["same"] >= 12 and tally["part"] >= 4, tally


main()
