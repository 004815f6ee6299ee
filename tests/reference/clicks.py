#!/usr/bin/env python3
"""Clicks about in random tables and holds the rows shown against those of the expression shown, by the reference.

    clicks.py --driver COMMAND... [--tables N] [--clicks N] [--seed S]

The driver is clicks_driver of tests/gui, with the command that gives it a screen before it, if it needs one.
"""

import argparse
import collections
import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(__file__))
sys.dont_write_bytecode = True

from generate import Generator
from language import QueryError
from oddtexts import NOW
from reference import select
from tables import Table
from values import instant

NOW_INSTANT = instant(NOW)


def expected(table, where):
    try:
        return select(table, where, NOW_INSTANT)
    except QueryError as error:
        return f"refused: {error}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--driver", nargs="+", required=True)
    parser.add_argument("--tables", type=int, default=12)
    parser.add_argument("--clicks", type=int, default=40)
    parser.add_argument("--seed", type=int, default=int(os.environ.get("IDSCOPE_SEED", "20240610")))
    options = parser.parse_args()
    generator = Generator(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        tables = {}
        while len(tables) < options.tables:
            data, _ = generator.table()
            if not Table(data).rows:
                continue
            path = os.path.join(folder, f"{len(tables)}.csv")
            with open(path, "wb") as file:
                file.write(data)
            tables[path] = data
        done = subprocess.run([*options.driver, str(options.seed), str(options.clicks), *tables],
                              capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"The driver failed ({done.returncode}): {done.stderr}")
        kinds, differing = collections.Counter(), 0
        for line in map(json.loads, filter(None, done.stdout.splitlines())):
            kinds[line["how"]] += 1
            right = expected(Table(tables[line["table"]]), line["where"])
            if right != line["rows"]:
                differing += 1
                print("\nDIFFERENCE", line["how"], line["where"], file=sys.stderr)
                print("  file     ", tables[line["table"]], file=sys.stderr)
                print("  program  ", line["rows"], file=sys.stderr)
                print("  reference", right, file=sys.stderr)
    print(f"seed {options.seed}: {sum(kinds.values())} clicks {dict(kinds)}, {differing} differ")
    missing = {"list", "histogram", "checklist", "filter row", "chip", "leaf", "cell"} - set(kinds)
    if missing:
        print("never clicked:", missing, file=sys.stderr)
    return 1 if differing or missing else 0


if __name__ == "__main__":
    sys.exit(main())
