#!/usr/bin/env python3
"""Cuts the power of the real program, as far as that can be done without pulling a plug.

    sudo tests/durability/power_cut.py PATH-TO-dateline [--states 500] [--seed 1] [--folder]

The program works on an ext4 file system whose every block write and flush is logged (qemu's `blklogwrites`, which keeps the
format of the kernel's dm-log-writes). A crash state is the disk as it was after any entry of that log: all that was written
before the last flush, and of what was written after it a random part, as a disk with a cache may have it. On each one the
file system is mounted, which repairs itself as after a real power cut, and the project is opened with the real program:

- the project file, if there is one, is sound;
- every change that was answered before the cut is there, and at most one more, which was under way.

`--folder` does the same with a project whose articles have files of their own.

Needs root, Linux with ext4, FUSE and loop devices, and of Debian the packages qemu-system-common (or
qemu-storage-daemon), qemu-utils, e2fsprogs and fuse3. Says so and ends well where one of them is missing. 500 states take
some minutes; it is not part of the ordinary tests.
"""

import argparse
import json
import os
import random
import shutil
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DISK_BYTES = 48 << 20
MAGIC = 0x6A736677736872
FLUSH, FUA, DISCARD = 1, 2, 4
NAMES = ["Kim", "Moon", "Seoul", "Jo", "Vienna"]
LINE = "Kim met Moon in Seoul and Jo in Vienna.\n"
TOOLS = ["qemu-storage-daemon", "mkfs.ext4", "losetup", "mount", "umount", "fusermount3"]


def run(*command, **more):
    return subprocess.run(command, check=True, capture_output=True, **more)


class Disk:
    """An ext4 file system on a disk whose writes are logged."""

    def __init__(self, folder):
        self.folder, self.image, self.log = folder, folder / "disk", folder / "log"
        with open(self.image, "wb") as image:
            image.truncate(DISK_BYTES)
        run("mkfs.ext4", "-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0", str(self.image))
        shutil.copy(self.image, folder / "before")
        self.log.touch()
        (folder / "export").touch()
        self.daemon = subprocess.Popen(
            [
                "qemu-storage-daemon",
                "--blockdev", f"driver=file,node-name=raw,filename={self.image},discard=ignore",
                "--blockdev", f"driver=file,node-name=logfile,filename={self.log}",
                "--blockdev", "driver=blklogwrites,node-name=logged,file=raw,log=logfile",
                "--export", f"type=fuse,id=export,node-name=logged,mountpoint={folder / 'export'},writable=on",
            ]
        )  # fmt: skip
        for _ in range(100):
            if (folder / "export").stat().st_size == DISK_BYTES:
                break
            time.sleep(0.05)
        self.loop = run("losetup", "--show", "-f", str(folder / "export"), text=True).stdout.strip()
        self.mounted = folder / "work"
        self.mounted.mkdir()
        run("mount", self.loop, str(self.mounted))

    def written(self):
        return self.log.stat().st_size

    def stop(self):
        run("umount", str(self.mounted))
        run("losetup", "-d", self.loop)
        self.daemon.terminate()
        self.daemon.wait()


def entries(log):
    """Each write and flush of a log: where it ends in the log, the byte of the disk, flags, and what was written."""
    data = log.read_bytes()
    magic, version, _, sector = struct.unpack_from("<QQQI", data)
    assert (magic, version) == (MAGIC, 1), "this is no log of writes"
    at = sector
    while at + 32 <= len(data):
        place, sectors, flags, _ = struct.unpack_from("<QQQQ", data, at)
        at += sector
        size = 0 if flags & DISCARD else sectors * sector
        if at + size > len(data) or (sectors == 0 and flags == 0):
            return
        yield at + size, place * sector, flags, data[at : at + size]
        at += size


def work(program, disk, chance, in_folder):
    """Lets the program work; gives how far the log was at each answer, and the marks that there were then."""
    state, project = disk.mounted / "state", disk.mounted / "p.ron"
    articles = 3 if in_folder else 1
    sources = []
    for number in range(articles):
        sources.append(disk.mounted / f"a{number}.txt")
        sources[-1].write_text(f"Story {number}. " + LINE * 40)
    environment = {**os.environ, "DATELINE_STATE": str(state)}
    made = run(str(program), "import", str(project), *map(str, sources), env=environment, text=True)
    documents = [json.loads(line)["id"] for line in made.stdout.splitlines()]
    if in_folder:
        run(str(program), "convert", str(project), "--to", "folder", env=environment)
    run("sync")
    edit = subprocess.Popen(
        [str(program), "edit", str(project)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    )
    marks, undone, answers = [], [], [(disk.written(), frozenset())]
    for step in range(70):
        kind = chance.choices(["tag", "save", "undo", "redo"], [12, 3, 2, 1])[0]
        if kind == "tag":
            start = 10 + 3 * (len(marks) + step)
            mark = (documents[step % articles], start)
            command = {"do": "tag", "doc": mark[0], "start": start, "end": start + 2, "label": "Person"}
        else:
            command = {"do": kind}
        edit.stdin.write(json.dumps(command) + "\n")
        edit.stdin.flush()
        answer = json.loads(edit.stdout.readline())
        if answer["ok"]:
            if kind == "tag":
                marks.append(mark)
                undone = []
            elif kind == "undo" and marks:
                undone.append(marks.pop())
            elif kind == "redo" and undone:
                marks.append(undone.pop())
        answers.append((disk.written(), frozenset(marks)))
        if chance.random() < 0.1:
            # As other programs do on a real machine.
            os.sync()
    edit.stdin.close()
    edit.wait()
    return documents, answers


def found(program, mounted, documents):
    """The marks that are there after the cut; what is wrong, if something is."""
    environment = {**os.environ, "DATELINE_STATE": str(mounted / "state")}
    project = mounted / "p.ron"
    checked = subprocess.run([str(program), "check", str(project)], capture_output=True, text=True, env=environment)
    if checked.returncode != 0:
        return None, f"check: {checked.stdout}{checked.stderr}"
    asked = "".join(json.dumps({"do": "mentions", "doc": document}) + "\n" for document in documents)
    edit = subprocess.run(
        [str(program), "edit", str(project)], input=asked, capture_output=True, text=True, env=environment
    )
    marks = set()
    for document, line in zip(documents, edit.stdout.splitlines()):
        answer = json.loads(line)
        if not answer["ok"]:
            return None, f"edit: {line}"
        marks |= {(document, mention["start"]) for mention in answer["mentions"]}
    return (marks, None) if edit.returncode == 0 else (None, f"edit: {edit.stderr}")


def crash_states(folder, log, chosen, chance):
    """Makes the disk as it was after each chosen entry, at `crashed`; gives how far the log was."""
    with open(folder / "before", "r+b") as durable:
        pending = []
        for index, (end, place, flags, data) in enumerate(entries(log)):
            if flags & FLUSH:
                for write in pending:
                    durable.seek(write[0])
                    durable.write(write[1])
                pending.clear()
            if data and flags & FUA:
                durable.seek(place)
                durable.write(data)
            elif data:
                pending.append((place, data))
            if index in chosen:
                durable.flush()
                shutil.copyfile(folder / "before", folder / "crashed")
                share = chance.choice([0, 0.5, 0.9, 1])
                with open(folder / "crashed", "r+b") as crashed:
                    for write in pending:
                        if chance.random() < share:
                            crashed.seek(write[0])
                            crashed.write(write[1])
                yield end


def round_of(program, seed, states, in_folder):
    """How many states were tried, and what was wrong with them."""
    chance, wrong, tried = random.Random(seed), [], 0
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        disk = Disk(folder)
        try:
            begun = disk.written()
            documents, answers = work(program, disk, chance, in_folder)
        finally:
            disk.stop()
        # Before the first answer nothing was promised.
        first = answers[0][0]
        places = [index for index, entry in enumerate(entries(disk.log)) if entry[0] >= max(begun, first)]
        chosen = set(chance.sample(places, min(states, len(places))))
        for end in crash_states(folder, disk.log, chosen, chance):
            last = max(index for index, (written, _) in enumerate(answers) if written <= end)
            allowed = [marks for _, marks in answers[last : last + 2]]
            run("mount", "-o", "loop", str(folder / "crashed"), str(disk.mounted))
            marks, problem = found(program, disk.mounted, documents)
            run("umount", str(disk.mounted))
            tried += 1
            if problem or marks not in allowed:
                wrong.append(problem or f"after answer {last}: {len(marks)} marks, not {[len(m) for m in allowed]}")
    return tried, wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=Path)
    parser.add_argument("--states", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", action="store_true")
    options = parser.parse_args()
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing or os.geteuid() != 0:
        print(f"skipped: needs root and {', '.join(missing or TOOLS)}")
        return 0
    tried, wrong, seed = 0, [], options.seed
    while tried < options.states:
        more, problems = round_of(options.program.resolve(), seed, min(250, options.states - tried), options.folder)
        tried, wrong, seed = tried + more, wrong + problems, seed + 1
        print(f"{tried} states of the disk after a power cut, {len(wrong)} wrong", flush=True)
    for problem in wrong[:20]:
        print(problem, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
