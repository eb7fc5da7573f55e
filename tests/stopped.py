"""`python -m tests.stopped ACT ARGUMENT FOLDER...`: an act that waits before each of its writes to those folders, so
that a test can try what a stop there would leave.

A killed process takes nothing back that it has written, and holds no lock: a copy of the folders as they stand before a
write is what a kill before that write leaves."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from etl.run import run
from healthplan.desk.acts import begin_change
from healthplan.desk.changes import Kind
from healthplan.desk.publish import publish_change, undo_change
from tests.conftest import ROOT
from tests.desk.office import APPROVER, AUTHOR, KEEPER

ACTS = {
    "build": lambda _: run(),
    "publish": lambda change: publish_change(APPROVER, change),
    "undo": lambda change: undo_change(KEEPER, change, "nhầm"),
    "upload": lambda _: begin_change(AUTHOR, Kind.CORRECTION, place="VN", received={"a": b"1", "b": b"2"}),
}
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
TOUCHES = ("os.rename", "os.remove", "os.link", "os.mkdir", "os.rmdir", "os.truncate")


def left_by_stops(act: str, *folders: Path, argument: str = "") -> Iterator[int]:
    """The number of each write that an act is about to make, while the folders are as a stop there would leave them and
    the test may change them as it likes; at the end the act has done them all."""
    command = [sys.executable, "-m", "tests.stopped", act, argument, *map(str, folders)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        try:
            for line in child.stdout:
                for folder in folders:
                    shutil.copytree(folder.rename(aside(folder)), folder, symlinks=True)
                yield int(line)
                for folder in folders:
                    shutil.rmtree(folder)
                    aside(folder).rename(folder)
                print("go on", file=child.stdin, flush=True)
            assert child.wait() == 0
        finally:
            child.kill()


def aside(folder: Path) -> Path:
    return folder.with_name(f"{folder.name} of who goes on")


def writes(event: str, values: tuple[Any, ...], folders: tuple[str, ...]) -> bool:
    """Whether an event that Python is about to bring about changes one of the folders."""
    touches = event in TOUCHES or (event == "open" and int(values[2]) & WRITES)
    return bool(touches) and str(values[0]).startswith(folders)


def main() -> None:
    act, argument, *folders = sys.argv[1:]
    step, answers = 0, os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)

    def wait(event: str, values: tuple[Any, ...]) -> None:
        nonlocal step
        if writes(event, values, tuple(folders)):
            print(step, file=answers, flush=True)
            step += 1
            sys.stdin.readline()

    sys.addaudithook(wait)
    ACTS[act](argument)


if __name__ == "__main__":
    main()
