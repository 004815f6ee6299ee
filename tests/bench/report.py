#!/usr/bin/env python3
"""Reads the lines of the benchmarks and of peers.mjs and prints goal, median and ratio of every row; fails when answers differ."""

import statistics
import sys
from collections import defaultdict

# Row, what is measured, what peers do for it, goal if there is one, goals as shares of a peer's time.
ROWS = [
    ("S1", "open: rows of a small file", None, None, {}),
    ("S1", "open: first rows", None, None, {}),
    ("S1", "open: first rows, beyond a small file", None, 10, {}),
    ("S2", "every record found", "load", 60, {"duckdb": 0.06}),
    ("S3", "load", "load", 250, {"duckdb": 0.25, "polars": 0.75}),
    ("S4", "reopen: first rows", None, None, {}),
    ("S4", "reopen: complete", None, None, {}),
    ("S4", "reopen: complete, beyond a small file", None, 5, {}),
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
    ("S13", "memory, share of the file", None, 0.3, {}),
    ("S14", "scroll by a page", None, 8, {}),
    ("S14", "scroll by a page, long cells", None, 8, {}),
    ("S14", "scroll by a row", None, 2, {}),
    ("S14", "scroll by a row, long cells", None, 2, {}),
    ("S14", "scroll by a row, 1 MB cells", None, 2, {}),
    ("S14", "scroll by a row, 1 MB / short cells", None, 1, {}),
    ("S14", "Page Down", None, 16.7, {}),
    ("S14", "Page Down, long cells", None, 16.7, {}),
    ("S14", "Down", None, 16.7, {}),
    ("S14", "Down, long cells", None, 16.7, {}),
    ("S15", "start: a minimal window", None, None, {}),
    ("S15", "start: an empty window", None, None, {}),
    ("S15", "start: beyond a minimal window", None, 20, {}),
    ("S15", "start: size of the program, MiB", None, None, {}),
    ("R17", "typing: a letter", None, 16.7, {}),
    ("R17", "typing: the slowest letter", None, 16.7, {}),
    ("R17", "gap: loading", None, 50, {}),
    ("R17", "gap: growing", None, 50, {}),
    ("R17", "gap: growing, filtered and sorted", None, 50, {}),
    ("R17", "gap: sorting by instant", None, 50, {}),
    ("R17", "gap: sorting by text", None, 50, {}),
    ("R17", "gap: sorting by BRN", None, 50, {}),
    ("R17", "gap: sorting by part of a BRN", None, 50, {}),
    ("R17", "gap: sorting by JSON", None, 50, {}),
    ("R17", "gap: sorting by JSON path", None, 50, {}),
    ("R17", "gap: typing a filter", None, 50, {}),
    ("R17", "gap: saving", None, 50, {}),
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

    print(f"{'':4} {'ms, or as the row says':40} {'goal':>7} {'median':>9}", end="")
    for peer in PEERS:
        print(f" {peer:>9} {'ratio':>7} {'goal':>5}", end="")
    print()
    for row, what, theirs, goal, shares in ROWS:
        if ("idscope", what) not in medians:
            continue
        ours = medians["idscope", what]
        print(f"{row:4} {what:40} {'' if goal is None else f'{goal:g}':>7} {ours:9.2f}", end="")
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
