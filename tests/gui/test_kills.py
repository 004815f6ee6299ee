#!/usr/bin/env python3
"""test_kills.py IDSCOPE DRIVER: kill -9 at random moments of random sessions: of the program, which copies what it opens
into the library, writes indexes, and opens again what was open, and of DRIVER (session_driver.cpp), which saves, renames
and removes views, sets preferences, arranges and saves rows besides. After each kill all there is is whole and private,
the program starts again, and clears away what was unfinished.
IDSCOPE_THOROUGH: 500 kills; IDSCOPE_SEED repeats a run."""

import hashlib
import json
import os
import pathlib
import random
import signal
import stat
import struct
import subprocess
import sys
import tempfile
import time

PATIENCE = 90  # seconds
AN_HOUR = 3600
INDEX_END = b"idscope index\n\x1a\n"
TRAILER = struct.Struct("=64sQ56x16s8x")  # see indexformat.h: SHA-256 and size of the file, the mark of an index


class Place:
    """The folders of a program that has never run, and the files that it is to open."""

    def __init__(self, idscope, driver, folder):
        self.idscope = idscope
        self.driver = driver
        self.folder = pathlib.Path(folder)
        self.saved = self.folder / "saved.csv"
        self.snapshots = self.folder / "data/idscope/snapshots"
        self.settings = self.folder / "config/idscope"
        self.files = [self.folder / "small.csv", self.folder / "large.csv"]
        self.files[0].write_text("id,name\n1,a\n")
        row = "okta,2024-06-01 10:00:00 +0000 UTC,i/1,brn:bid:balkanid:::T:role:%d,brn:bid:balkanid:::T:role:%d,role,s,1,{}\n"
        head = "App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity Type,Source System,Metadata Version,Metadata\n"
        self.files[1].write_text(head + "".join(row % (i, i * 7) for i in range(45_000)))
        places = {"HOME": "home", "XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config", "XDG_CACHE_HOME": "cache"}
        self.environment = os.environ | {name: str(self.folder / part) for name, part in places.items()}
        self.environment |= {"QT_QPA_PLATFORM": "offscreen", "DBUS_SESSION_BUS_ADDRESS": "disabled:"}

    def start(self, files, seed=None):
        """The program; with a seed, the driver in its place."""
        command = [self.idscope] if seed is None else [self.driver, str(seed), self.saved]
        return subprocess.Popen([*command, *files], env=self.environment, stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def change(self, generator):
        """Other files than last time: they will be copied anew."""
        file = self.files[generator.random() < 0.1]
        with open(file, "a", encoding="utf-8") as stream:
            stream.write(f"{generator.random()},b\n")

    def kept(self):
        """The snapshots that can be come upon."""
        return sorted(path for path in self.snapshots.glob("*") if path.is_dir() and not path.name.startswith("."))

    def check(self):
        """Whatever has a name is whole; returns how many snapshots there are."""
        for folder in self.kept():
            manifest = json.loads((folder / "manifest.json").read_bytes())
            entries = next(value for value in manifest.values() if isinstance(value, list))
            assert len(entries) == 1, manifest
            content = (folder / entries[0]["file"]).read_bytes()
            assert len(content) == entries[0]["bytes"], folder
            sha256 = hashlib.sha256(content).hexdigest()
            assert sha256 == entries[0]["sha256"], folder
            for index in folder.glob("*.index"):
                end = TRAILER.unpack(index.read_bytes()[-TRAILER.size:])
                assert end == (sha256.encode(), len(content), INDEX_END), index
        if (self.settings / "settings.json").exists():
            json.loads((self.settings / "settings.json").read_bytes())
        for path in (self.settings / "views").glob("*.json"):
            view = json.loads(path.read_bytes())
            assert view["idscopeView"] == 1 and view["name"].startswith("view "), path
        if self.saved.exists():
            saved = self.saved.read_bytes()
            assert saved.endswith(b"\n") and len({line.count(b",") for line in saved.splitlines()}) == 1, self.saved
        for path in self.written():
            mode = stat.S_IMODE(path.lstat().st_mode)
            assert mode == (0o700 if path.is_dir() else 0o600), f"{path}: {mode:o}"
        return len(self.kept())

    def written(self):
        """All that the program has written but what people have asked it to write elsewhere."""
        return [path for name in ("data/idscope", "config/idscope") for path in (self.folder / name).rglob("*")]

    def unfinished(self):
        return {path for path in self.written() if path.name.startswith(".idscope-") or path.suffix == ".work"}

    def start_again(self):
        """An hour later the program starts as ever, and what was unfinished goes."""
        for folder in (self.settings, self.snapshots):  # so that there is something in any case
            (folder / ".idscope-0.part").touch(0o600)
        left = self.unfinished()
        for path in left:
            os.utime(path, times=(time.time() - 2 * AN_HOUR,) * 2)
        process = self.start([])
        began = time.monotonic()
        while any(path.exists() for path in left):
            assert process.poll() is None, f"it does not start: {process.returncode}"
            assert time.monotonic() - began < PATIENCE, f"still there: {left}"
            time.sleep(0.01)
        process.terminate()
        assert process.wait(PATIENCE) == 128 + signal.SIGTERM
        assert not self.unfinished(), self.unfinished()

    def wait_for(self, count):
        """Seconds until so many snapshots are there."""
        began = time.monotonic()
        while len(self.kept()) < count:
            assert time.monotonic() - began < PATIENCE, f"{len(self.kept())} of {count} snapshots"
            time.sleep(0.01)
        return time.monotonic() - began


def main():
    seed = int(os.environ.get("IDSCOPE_SEED", random.SystemRandom().randrange(2**32)))
    kills = 500 if "IDSCOPE_THOROUGH" in os.environ else 10
    kills = int(os.environ.get("IDSCOPE_KILLS", kills))
    print(f"IDSCOPE_SEED={seed}", flush=True)
    generator = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        place = Place(*sys.argv[1:3], folder)
        first = place.start(place.files)
        whole = place.wait_for(2)  # how long it all takes here
        first.terminate()
        assert first.wait(PATIENCE) == 128 + signal.SIGTERM
        before = place.check()
        assert before == 2

        for _ in range(kills):
            place.change(generator)
            seed = generator.randrange(2**32) if generator.random() < 0.7 else None
            process = place.start(place.files if seed is not None or generator.random() < 0.8 else [], seed)
            try:
                process.wait(generator.uniform(0, 1.5 * whole))
                raise AssertionError(f"it ended by itself: {process.returncode}")
            except subprocess.TimeoutExpired:
                process.kill() if seed is not None or generator.random() < 0.8 else process.terminate()
            process.wait(PATIENCE)
            after = place.check()
            assert after >= before, "a snapshot is gone"
            place.start_again()
            assert place.check() == after
            before = after

        place.change(generator)
        last = place.start(place.files)
        place.wait_for(before + 1)
        last.terminate()
        assert last.wait(PATIENCE) == 128 + signal.SIGTERM
        views = len(list(place.settings.glob("views/*.json")))
        print(f"{kills} times, {place.check()} snapshots and {views} views, each whole")


if __name__ == "__main__":
    main()
