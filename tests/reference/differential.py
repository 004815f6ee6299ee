#!/usr/bin/env python3
"""Compares the program with the reference on random tables and expressions.

    differential.py [--driver DRIVER --cases N] [--idscope BINARY --runs N] [--seed S]...

With --driver, cases go through the predicate the window uses, all in one process; with --idscope, each run starts
`idscope query`. The fixed seed is always tried, then those given and IDSCOPE_SEED. A difference is printed as small as
it could be made, with all that is needed to see it again.
"""

import argparse
import functools
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

sys.path.insert(0, os.path.dirname(__file__))
sys.dont_write_bytecode = True

from generate import Generator
from oddtexts import NOW
from language import QueryError
from reference import query, select, sorted_rows
from tables import Table
from values import instant

EXPRESSIONS_PER_TABLE = 40
RUNS_PER_TABLE = 8
NOW_INSTANT = instant(NOW)


@functools.lru_cache(maxsize=64)
def read(data):
    return Table(data)


class Case:
    """One question about one file. `options` are those of reference.query()."""

    def __init__(self, data, options):
        self.data = data
        self.options = options

    def expected(self):
        """Row numbers, or None where the expression is to be refused."""
        table = read(self.data)
        try:
            positions = select(table, self.options["where"], NOW_INSTANT)
            return sorted_rows(table, positions, self.options["sort"]) if self.options.get("sort") else positions
        except QueryError:
            return None

    def expected_output(self):
        """(exit code, what is printed)."""
        try:
            return 0, query(read(self.data), NOW_INSTANT, **self.options)
        except QueryError:
            return 2, b""


# Through the driver


def ask_driver(driver, cases, folder):
    """The driver's answers: lists of row numbers, or None for a refusal."""
    path = os.path.join(folder, "cases")
    with open(path, "w", encoding="utf-8") as file:
        numbers = {}
        for case in cases:
            table = save(case.data, folder, numbers)
            file.write(json.dumps({"table": table, **case.options}) + "\n")
    done = subprocess.run([driver, path, NOW], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"The driver failed ({done.returncode}) after {done.stdout.count(chr(10))} cases: {done.stderr}")
    return list(map(rows_of, done.stdout.splitlines()))


def rows_of(line):
    """A line of the driver: row numbers, None for a refusal, or what it complains about."""
    if line == "error":
        return None
    return line if line.startswith("canonical") else list(map(int, line.split()))


def save(data, folder, numbers):
    """The path of a file with these bytes."""
    path = os.path.join(folder, f"{numbers.setdefault(data, len(numbers))}.csv")
    if not os.path.exists(path):
        with open(path, "wb") as file:
            file.write(data)
    return path


def predicate_cases(seed, count):
    generator = Generator(seed)
    cases = []
    while len(cases) < count:
        data, _ = generator.table()
        expressions = generator.expressions(read(data))
        for _ in range(min(EXPRESSIONS_PER_TABLE, count - len(cases))):
            where = expressions.broken() if generator.chance(0.1) else expressions.expression()
            cases.append(Case(data, {"where": where, "sort": expressions.sort() if generator.chance(0.4) else ""}))
    return cases


def compare_predicate(driver, seed, count, folder):
    cases = predicate_cases(seed, count)
    answers = ask_driver(driver, cases, folder)
    differing, kinds = [], {"refused": 0, "none": 0, "some": 0, "all": 0}
    for case, answer in zip(cases, answers, strict=True):
        expected = case.expected()
        rows = len(read(case.data).rows)
        kind = "refused" if expected is None else "none" if not expected else "all" if len(expected) == rows else "some"
        kinds[kind] += 1
        if answer != expected:
            differing.append(case)
    print(f"seed {seed}: {count} cases through the predicate {kinds}, {len(differing)} differ")
    for case in differing[:10]:
        with tempfile.TemporaryDirectory() as small:
            ask = lambda c: ask_driver(driver, [c], small_folder(small))[0]
            show(smallest(case, lambda c: ask(c) != c.expected()), lambda c: (ask(c), c.expected()))
    return len(differing)


def small_folder(parent):
    return tempfile.mkdtemp(dir=parent)


# Through the binary


def run_cases(seed, count):
    generator = Generator(seed + 1)
    cases = []
    while len(cases) < count:
        data, _ = generator.table()
        expressions = generator.expressions(read(data))
        for _ in range(min(RUNS_PER_TABLE, count - len(cases))):
            options = {"where": expressions.broken() if generator.chance(0.05) else expressions.expression()}
            form = generator.pick(["rows", "rows", "columns", "count", "facet", "all"])
            if form == "all":
                options["where"] = ""
            if form == "columns":
                options["columns"] = expressions.columns()
            if form == "count":
                options["count"] = True
            if form == "facet":
                options["facet_of"] = expressions.operand()
            elif form != "count" and generator.chance(0.4):
                options["sort"] = expressions.sort()
            if form != "count" and generator.chance(0.2):
                options["limit"] = generator.pick([1, 3, 1000])
            if form in ("rows", "columns") and not read(data).surplus and generator.chance(0.3):
                options["form"] = "json"
            options["reveal"] = form in ("rows", "columns", "all") and generator.chance(0.2)
            cases.append(Case(data, options))
    return cases


def arguments(options):
    """The options as the command line takes them."""
    switches = {"count": "--count", "reveal": "--reveal-secrets"}
    names = {"facet_of": "--facet", "form": "--format"}
    out = ["--now", NOW]
    for name, value in options.items():
        if name in switches:
            out += [switches[name]] if value else []
        elif value:
            out += [names.get(name, f"--{name}"), str(value)]
    return out if "--format" in out else [*out, "--format", "csv"]


def ask_binary(binary, case, folder):
    """(exit code, what it printed)."""
    path = os.path.join(folder, "table.csv")
    with open(path, "wb") as file:
        file.write(case.data)
    done = subprocess.run([binary, "query", path, *arguments(case.options)], capture_output=True)
    return done.returncode, done.stdout


def same_output(case, answer, expected):
    if case.options.get("form") != "json" or answer[0] != 0 or expected[0] != 0:
        return answer == expected
    try:
        pairs = [json.loads(text, object_pairs_hook=list) for text in (answer[1], expected[1])]
    except ValueError:
        return False
    return answer[0] == expected[0] and pairs[0] == pairs[1]


def compare_binary(binary, seed, count, folder):
    cases = run_cases(seed, count)
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        answers = list(pool.map(lambda case: ask_binary(binary, case, small_folder(folder)), cases))
    differing = [c for c, answer in zip(cases, answers) if not same_output(c, answer, c.expected_output())]
    print(f"seed {seed}: {count} runs of the binary, {len(differing)} differ")

    def ask(case):
        return ask_binary(binary, case, small_folder(folder))

    for case in differing[:10]:
        case = smallest(case, lambda c: not same_output(c, ask(c), c.expected_output()))
        show(case, lambda c: (ask(c), c.expected_output()))
    return len(differing)


# Differences


def smallest(case, differs):
    """The same difference with as few rows as can be had by leaving out one after another."""
    lines = case.data.splitlines(keepends=True)
    position = 1
    while position < len(lines):
        fewer = Case(b"".join(lines[:position] + lines[position + 1 :]), case.options)
        if differs(fewer):
            case, lines = fewer, lines[:position] + lines[position + 1 :]
        else:
            position += 1
    return case


def show(case, ask):
    answer, expected = ask(case)
    print("\nDIFFERENCE", json.dumps(case.options, ensure_ascii=False))
    print("  file     ", case.data)
    print("  program  ", answer)
    print("  reference", expected)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--driver")
    parser.add_argument("--idscope")
    parser.add_argument("--cases", type=int, default=4000)
    parser.add_argument("--runs", type=int, default=300)
    parser.add_argument("--seed", type=int, action="append", default=[])
    options = parser.parse_args()
    if not options.driver and not options.idscope:
        parser.error("nothing to compare: --driver, --idscope or both")
    seeds = [20240610, *options.seed]
    if os.environ.get("IDSCOPE_SEED"):
        seeds.append(int(os.environ["IDSCOPE_SEED"]))
    differences = 0
    for seed in dict.fromkeys(seeds):
        with tempfile.TemporaryDirectory() as folder:
            if options.driver:
                differences += compare_predicate(options.driver, seed, options.cases, folder)
            if options.idscope:
                differences += compare_binary(options.idscope, seed, options.runs, folder)
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
