#!/usr/bin/env python3
"""Compares what the program says about relations with walks.py, on random graphs.

    differential.py [--driver DRIVER --graphs N] [--idscope BINARY --runs N] [--seed S]...

With --driver, all questions of the graph are asked in one process per seed; with --idscope, each run starts
`idscope reach`. The fixed seed is always tried, then those given and IDSCOPE_SEED.
"""

import argparse
import csv
import io
import os
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(__file__))
sys.dont_write_bytecode = True

from walks import Walks, type_of

HEADER = b"App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity Type,Source System,Metadata Version,Metadata\n"
ODD_NAMES = [b'say "hi"', b"one, two", b"two\nlines", b"\xff\xfe", b"brn:bid:balkanid:::T:identity:", b" ", b"-", b"\xc3\xbc"]
TYPES = [b"identity", b"identity", b"connection", b"connection", b"resource", b"role", b"app"]


def cell(text):
    return b'"' + text.replace(b'"', b'""') + b'"'


def file_of(rows):
    return HEADER + b"".join(
        b"a,2024-06-01,a/1," + cell(parent) + b"," + cell(child) + b",connection,s,v1,{}\n" for parent, child in rows
    )


class Graphs:
    """Random relations of many shapes."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def names(self, count):
        names = [b"brn:bid:balkanid:::T:%s:%x" % (self.random.choice(TYPES), number) for number in range(count)]
        for position in range(count):
            if self.random.random() < 0.1:
                names[position] = self.random.choice([*ODD_NAMES, b"name %d" % position])
        return names

    def rows(self):
        names = self.names(self.random.choice([1, 2, 3, 5, 8, 13, 40]))
        pick = lambda: self.random.choice(names)
        shape = self.random.choice(["any", "any", "any", "chain", "layers", "hub", "circles"])
        if shape == "chain":
            rows = list(zip(names, names[1:]))
        elif shape == "layers":
            wide = max(1, len(names) // 4)
            layers = [names[at : at + wide] for at in range(0, len(names), wide)]
            rows = [(p, c) for a, b in zip(layers, layers[1:]) for p in a for c in b if self.random.random() < 0.7]
        elif shape == "hub":
            rows = [(names[0], name) if self.random.random() < 0.7 else (name, names[0]) for name in names]
        elif shape == "circles":
            wide = self.random.choice([1, 2, 3, 5])
            rows = [(name, names[at - at % wide + (at + 1) % wide]) for at, name in enumerate(names[: len(names) // wide * wide])]
            rows += [(pick(), pick()) for _ in range(len(names) // 8)]
        else:
            rows = [(pick(), pick()) for _ in range(int(len(names) * self.random.choice([0.5, 1, 1.5, 3])))]
        rows += [self.random.choice(rows) for _ in range(len(rows) // 5) if rows]  # parallel ones
        rows += [(name, name) for name in names if self.random.random() < 0.03]
        rows += [(self.random.choice([b"", pick()]), b"") for _ in range(self.random.choice([0, 0, 2]))]
        self.random.shuffle(rows)
        return rows

    def question(self, walks, rows):
        names = sorted(walks.names)
        some = lambda: self.random.sample(names, min(len(names), self.random.choice([1, 1, 1, 2, 3])))
        only = None
        if self.random.random() < 0.4:
            only = {row for row in range(len(rows)) if self.random.random() < 0.6}
        kind = self.random.choice(["reach"] * 4 + ["paths"] * 3 + ["shared", "cycles", "orphans", "roots", "leaves"])
        return {
            "kind": kind,
            "direction": self.random.choice(["down", "up"]),
            "limit": self.random.choice([0, 1, 3, 100]),
            "only": only,
            "starts": some(),
            "ends": some(),
        }


def listed(names):
    return ",".join(name.hex() for name in names)


def line_of(question):
    only = "all" if question["only"] is None else " ".join(map(str, sorted(question["only"])))
    fields = [question["kind"], question["direction"], str(question["limit"]), only]
    return "\t".join([*fields, listed(question["starts"]), listed(question["ends"])])


def expected(walks, question):
    """The line that the driver has to print."""
    kind, only = question["kind"], question["only"]
    if kind == "reach":
        found = walks.reach(question["starts"], question["direction"], only)
        steps = sorted((far, name, via, row) for name, (far, via, row) in found.items())
        return " ".join(f"{name.hex()}:{far}" + (f":{via.hex()}:{row}" if far else "") for far, name, via, row in steps)
    if kind == "paths":
        found = walks.paths(question["starts"], question["ends"], only)
        return " ".join([str(len(found)), *map(listed, found[: question["limit"]])])
    if kind == "shared":
        return listed(sorted(walks.shared(question["starts"], question["direction"], only)))
    if kind == "cycles":
        return " ".join(sorted(listed(sorted(cycle)) for cycle in walks.cycles(only)))
    return listed(sorted(getattr(walks, kind)()))


def show(question, rows, answer, wanted):
    print("\nDIFFERENCE", line_of(question))
    print("  rows     ", rows)
    print("  program  ", answer)
    print("  reference", wanted)


def compare_driver(driver, seed, graphs, folder):
    """Several questions about each of many graphs."""
    source, differing, asked = Graphs(seed), 0, 0
    cases = []
    with open(os.path.join(folder, "questions"), "w", encoding="ascii") as file:
        for number in range(graphs):
            rows = source.rows()
            walks = Walks(rows)
            path = os.path.join(folder, f"{number}.csv")
            with open(path, "wb") as table:
                table.write(file_of(rows))
            file.write(f"table\t{path}\n")
            for question in [source.question(walks, rows) for _ in range(12 if walks.names else 0)]:
                file.write(line_of(question) + "\n")
                cases.append((rows, walks, question))
    done = subprocess.run([driver, file.name], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"The driver failed ({done.returncode}): {done.stderr}")
    for (rows, walks, question), answer in zip(cases, done.stdout.splitlines(), strict=True):
        asked += 1
        wanted = expected(walks, question)
        if answer != wanted:
            differing += 1
            if differing < 5:
                show(question, rows, answer, wanted)
    print(f"seed {seed}: {asked} questions about {graphs} graphs, {differing} differ")
    return differing


def large_cases():
    """(name, rows, questions) whose size is what they are about; a question may bring its answer."""
    ask = lambda kind, starts=(), ends=(), direction="down", limit=1, **more: {
        "kind": kind, "direction": direction, "limit": limit, "only": None, "starts": starts, "ends": ends, **more}
    deep = 100_000
    chain = [b"c%d" % number for number in range(deep + 1)]
    rows = list(zip(chain, chain[1:])) + [(chain[7], chain[7])] + [(chain[-1], chain[deep // 2])]
    yield "a chain of 100,000 with a circle", rows, [
        ask("reach", chain[:1]),
        ask("reach", chain[-1:], direction="up"),
        ask("paths", chain[:1], chain[-1:], answer="1 " + listed(chain)),
        ask("cycles"), ask("orphans"), ask("roots"), ask("leaves"),
    ]
    wide = 1_000_000
    hub, top = b"brn:bid:balkanid:::T:connection:hub", b"brn:bid:balkanid:::T:identity:top"
    children = [b"h%d" % number if number % 1000 else b'odd "%d",\xff\xfe\n' % number for number in range(wide)]
    rows = [(hub, child) for child in children] + [(child, hub) for child in children[::5]]
    rows += [(hub, child) for child in children[::10]] + [(hub, hub), (top, hub)]
    random.Random(3).shuffle(rows)
    yield "a hub of 1,000,000", rows, [
        ask("reach", [hub]),
        ask("reach", children[999:1000], direction="up"),
        ask("paths", children[5:6], children[123:124], limit=100),
        ask("cycles"), ask("orphans"),
    ]


def compare_large(driver, folder):
    differing = 0
    for name, rows, questions in large_cases():
        walks = Walks(rows)
        table, asked = os.path.join(folder, "large.csv"), os.path.join(folder, "questions")
        with open(table, "wb") as file:
            file.write(file_of(rows))
        with open(asked, "w", encoding="ascii") as file:
            file.write(f"table\t{table}\n" + "".join(line_of(question) + "\n" for question in questions))
        done = subprocess.run([driver, asked], capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"The driver failed ({done.returncode}): {done.stderr}")
        for question, answer in zip(questions, done.stdout.splitlines(), strict=True):
            wanted = question.get("answer") or expected(walks, question)
            if answer != wanted:
                differing += 1
                at = next((at for at, (a, b) in enumerate(zip(answer, wanted)) if a != b), min(len(answer), len(wanted)))
                print(f"\nDIFFERENCE {name}: {line_of(question)[:200]}, at {at}")
                print("  program  ", answer[max(0, at - 60) : at + 60])
                print("  reference", wanted[max(0, at - 60) : at + 60])
        print(f"{name}: {len(questions)} questions, {differing} differ so far")
    return differing


def printed(header, records):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([header, *records])
    return out.getvalue().encode("latin-1")


def expected_output(walks, question):
    """(exit code, standard output) of `idscope reach`."""
    text = lambda name: name.decode("latin-1")
    start, end = question["starts"][0], question["ends"][0]
    if question["kind"] == "paths":
        found = walks.paths([start], [end])[: question["limit"]]
        steps = [(p, s, text(n), type_of(n)) for p, path in enumerate(found, 1) for s, n in enumerate(path)]
        return 0, printed(["path", "step", "BRN", "type"], steps)
    found = walks.reach([start], question["direction"])
    order = sorted(found, key=lambda name: (found[name][0], name))
    return 0, printed(
        ["BRN", "type", "distance", "via"],
        [(text(n), type_of(n), found[n][0], text(found[n][1] or b"")) for n in order],
    )


def compare_binary(binary, seed, runs, folder):
    source, differing = Graphs(seed + 1), 0
    for _ in range(runs):
        rows = source.rows()
        walks = Walks(rows)
        if not walks.names:
            continue
        question = source.question(walks, rows)
        half = len(rows) // 2
        paths = [os.path.join(folder, name) for name in ("1.csv", "2.csv")]
        for path, part in zip(paths, (rows[:half], rows[half:])):  # several files are one table
            with open(path, "wb") as file:
                file.write(file_of(part))
        towards = ["--from", "--to"] if question["direction"] == "down" else ["--to", "--from"]
        ends = [towards[0], question["starts"][0]]
        if question["kind"] == "paths":
            ends = ["--from", question["starts"][0], "--to", question["ends"][0], "--limit", str(question["limit"])]
        done = subprocess.run([binary, "reach", *paths, *ends, "--format", "csv"], capture_output=True)
        wanted = expected_output(walks, question)
        if (done.returncode, done.stdout) != wanted:
            differing += 1
            show(question, rows, (done.returncode, done.stdout, done.stderr), wanted)
    print(f"seed {seed}: {runs} runs of the binary, {differing} differ")
    return differing


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--driver")
    parser.add_argument("--idscope")
    parser.add_argument("--large", action="store_true", help="ask the driver about a few very large graphs instead")
    parser.add_argument("--graphs", type=int, default=300)
    parser.add_argument("--runs", type=int, default=40)
    parser.add_argument("--seed", type=int, action="append", default=[])
    options = parser.parse_args()
    seeds = [20240610, *options.seed]
    if os.environ.get("IDSCOPE_SEED"):
        seeds.append(int(os.environ["IDSCOPE_SEED"]))
    if options.large:
        with tempfile.TemporaryDirectory() as folder:
            return 1 if compare_large(options.driver, folder) else 0
    differences = 0
    for seed in dict.fromkeys(seeds):
        with tempfile.TemporaryDirectory() as folder:
            if options.driver:
                differences += compare_driver(options.driver, seed, options.graphs, folder)
            if options.idscope:
                differences += compare_binary(options.idscope, seed, options.runs, folder)
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
