#!/usr/bin/env python3
"""coverage.py BUILD LEAST FOLDER...: how many lines of the sources in these folders the tests of a build with
--coverage have run, per folder and for the least covered files. Fails when a folder has less than LEAST percent."""

import collections
import json
import pathlib
import subprocess
import sys

SHOWN = 15


def counts(build):
    """{source file: {line: how often it ran}}, headers included, over all object files."""
    lines = collections.defaultdict(collections.Counter)
    for data in sorted(build.rglob("*.gcda")):
        report = subprocess.run(["gcov", "--json-format", "--stdout", str(data.resolve())], cwd=build,
                                capture_output=True, check=True).stdout
        for part in report.splitlines():
            for file in json.loads(part)["files"]:
                path = (build / file["file"]).resolve()
                for line in file["lines"]:
                    lines[path][line["line_number"]] += line["count"]
    return lines


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    least = float(sys.argv[2])
    root = pathlib.Path.cwd().resolve()
    lines = counts(build)
    low = False
    for folder in sys.argv[3:]:
        files = {path: found for path, found in lines.items() if path.is_relative_to(root / folder)}
        never = [path for path in (root / folder).rglob("*.cpp") if path not in files]
        ran = {path: sum(count > 0 for count in found.values()) for path, found in files.items()}
        total = sum(map(len, files.values()))
        share = 100 * sum(ran.values()) / total if total else 0.0
        print(f"{folder}: {share:.1f} % of {total} lines")
        low |= share < least or bool(never)
        for path in never:
            print(f"  no test ran {path.relative_to(root)}")
        worst = sorted(files, key=lambda path: ran[path] - len(files[path]))[:SHOWN]
        for path in worst:
            missed = sorted(line for line, count in files[path].items() if count == 0)
            if missed:
                print(f"  {path.relative_to(root)}: {len(missed)} of {len(files[path])} not, from line {missed[0]} on")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
