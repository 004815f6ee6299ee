#!/usr/bin/env python3
"""Reads the lines of bench_store and peers.mjs and prints goal, median and ratio of every row; fails when answers differ."""

import statistics
import sys
from collections import defaultdict

# Row, what is measured, what peers do for it, goal in ms, goals as shares of a peer's time.
ROWS = [
    ("S2", "every record found", "load", 60, {"duckdb": 0.06}),
    ("S3", "load", "load", 250, {"duckdb": 0.25, "polars": 0.75}),
    ("S5", "sort by instant", None, 20, {"duckdb": 0.1}),
    ("S5", "sort by instant, reversed", None, 1, {}),
    ("S5", "sort by instant, again", None, 1, {}),
    ("S6", "sort by BRN", None, 25, {}),
    ("S6", "sort by BRN, again", None, 5, {}),
    ("S6", "sort by BRN, filtered", None, 5, {}),
    ("S7", "text in any column", None, 30, {"duckdb": 0.25}),
    ("S7", "text, next keystroke", None, 3, {}),
    ("S8", "JSON path", None, 60, {"duckdb": 0.45}),
    ("S8", "JSON path, again", None, 1, {"duckdb": 0.05}),
    ("S9", "facet", None, 1.5, {"duckdb": 0.2}),
    ("S9", "facet under a filter", None, 1.5, {"duckdb": 0.2}),
    ("F6", "facet: open metadata.privilegeName", None, 50, {}),
    ("F6", "facet: open entity_brn", None, 50, {}),
    ("F6", "facet: include a value", None, 50, {}),
    ("F6", "facet: a letter of the search", None, 50, {}),
    ("F31", "facet: brush a histogram", None, 50, {}),
    ("F6", "facets: longest gap", None, 50, {}),
    ("S10", "save", None, 170, {"polars": 0.65}),
    ("S11", "graph", "load", 100, {"duckdb": 0.1}),
    ("S11", "reach from a hub", None, 1, {"duckdb": 0.05}),
    ("S11", "reach from a hub, again", None, 1, {}),
    ("F22", "expand a node", None, 100, {}),
    ("F22", "frame while panning", None, 16.7, {}),
    ("F22", "frame while zooming", None, 16.7, {}),
    ("F22", "frame while zooming, all in view", None, 16.7, {}),
    ("F22", "frame painted whole", None, 16.7, {}),
    ("S13", "memory", None, 0.3, {}),
]
PEERS = ("duckdb", "polars")


def main():
    times, answers = defaultdict(list), defaultdict(set)
    for line in sys.stdin:
        engine, what, number, answer = line.rstrip("\n").split("\t")
        times[engine, what].append(float(number))
        if answer:
            answers[what].add(answer)
    medians = {key: statistics.median(numbers) for key, numbers in times.items()}

    print(f"{'':4} {'ms; memory: share of the file':30} {'goal':>7} {'median':>9}", end="")
    for peer in PEERS:
        print(f" {peer:>9} {'ratio':>7} {'goal':>5}", end="")
    print()
    for row, what, theirs, goal, shares in ROWS:
        if ("idscope", what) not in medians:
            continue
        ours = medians["idscope", what]
        print(f"{row:4} {what:30} {goal:7g} {ours:9.2f}", end="")
        for peer in PEERS:
            median = medians.get((peer, theirs or what))
            cells = (f"{median:.1f}", f"{ours / median:.3f}", shares.get(peer, "")) if median else ("", "", "")
            print(f" {cells[0]:>9} {cells[1]:>7} {cells[2]:>5}", end="")
        print()

    different = {what: found for what, found in answers.items() if len(found) > 1}
    for what, found in different.items():
        print(f"The answers differ: {what}: {' / '.join(sorted(found))[:300]}")
    return 1 if different else 0


sys.exit(main())
