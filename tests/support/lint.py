#!/usr/bin/env python3
"""lint.py BUILD FILE...: clang-tidy on these sources, several at a time in one unit where their names allow it: most of
the time goes into the headers they share. BUILD holds compile_commands.json. Prints what is found; 1 if anything is."""

import collections
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

MOST = 12  # files of a unit
TYPE = re.compile(r"^(?:enum class|enum|struct|class|union|using)\s+(\w+)")
OTHER = re.compile(r"^[A-Za-z_][^()={};]*?\b(\w+)\s*(?:\[[^]]*\])?\s*[({=;]")


def own_names(path):
    """Names that a file declares in its unnamed namespaces: no two files of a unit may share one."""
    names, inside = set(), False
    for line in path.read_text(encoding="utf-8").splitlines():
        if line == "namespace {":
            inside = True
        elif line.startswith("} // namespace"):
            inside = False
        elif inside and (found := TYPE.match(line) or OTHER.match(line)):
            names.add(found[1])
    return names


def arguments(entry):
    """What a file is compiled with, itself and its output aside."""
    words = shlex.split(entry["command"])
    at = words.index("-o")
    return tuple(word for i, word in enumerate(words) if i not in (at, at + 1) and word not in ("-c", entry["file"]))


def units(entries):
    """Lists of entries whose files are compiled alike, lie in one folder, and share no names."""
    made = collections.defaultdict(list)
    for entry in entries:
        path = pathlib.Path(entry["file"])
        names = own_names(path)
        for members, taken in made[arguments(entry), path.parent]:
            if len(members) < MOST and not names & taken:
                members.append(entry)
                taken |= names
                break
        else:
            made[arguments(entry), path.parent].append(([entry], set(names)))
    return [members for alike in made.values() for members, _ in alike]


def lint(folder, members):
    """What clang-tidy says of a unit; None if its files do not go together."""
    files = [entry["file"] for entry in members]
    unit = files[0]
    if len(files) > 1:
        unit = str(folder / (re.sub(r"\W", "_", files[0]) + ".cpp"))
        pathlib.Path(unit).write_text("".join(f'#include "{file}"\n' for file in files), encoding="utf-8")
    done = subprocess.run(["clang-tidy-19", "-quiet", unit, "--", *arguments(members[0])[1:]],
                          cwd=members[0]["directory"], capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return ""
    if "[clang-diagnostic-error]" in done.stdout and len(files) > 1:
        return None
    return done.stdout + done.stderr


def main():
    build = pathlib.Path(sys.argv[1])
    root = pathlib.Path.cwd()
    wanted = {str(root / name) for name in sys.argv[2:]}
    entries = {entry["file"]: entry for entry in json.loads((build / "compile_commands.json").read_bytes())}
    if unknown := wanted - entries.keys():
        sys.exit(f"error: not built, so not linted: {' '.join(sorted(unknown))}")
    folder = build / "units"
    folder.mkdir(exist_ok=True)
    found = False
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        left = units([entries[file] for file in sorted(wanted)])
        while left:
            jobs = [(members, pool.submit(lint, folder, members)) for members in left]
            left = []
            for members, job in jobs:
                said = job.result()
                if said is None:
                    left += [[entry] for entry in members]
                elif said:
                    found = True
                    print(said, flush=True)
    sys.exit(found)


if __name__ == "__main__":
    main()
