"""`python -m tests.etl.stopped FOLDER`: for each line that it reads, `python -m etl` in a child that is killed just
before it writes to that folder for the n-th time ("step 7"), or after a time ("after 0.25"); answers how it ended.

A child begins with the modules loaded, so that every stop falls into the build itself. It comes from a process that has
opened no database: a fork with threads would not be safe."""

import os
import runpy
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Any

import etl.run  # noqa: F401 - loaded once, for every child
from tests.conftest import ROOT

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
TOUCHES = ("os.rename", "os.remove", "os.link", "os.mkdir", "os.rmdir", "os.truncate")
PAUSE = 0.002  # seconds


class Builds:
    """Builds that are stopped, one after the other."""

    def __init__(self, server: Popen[str]) -> None:
        self.server = server

    def ended(self, how: str, when: float) -> int:
        """How a build ended that was to be stopped: 0 where it was at its end before."""
        print(how, when, file=self.server.stdin, flush=True)
        return int(self.server.stdout.readline())


@contextmanager
def stopped_builds(folder: Path) -> Iterator[Builds]:
    """Builds of the folder of facts that the environment names, whose releases are in `folder`."""
    command = [sys.executable, "-m", "tests.etl.stopped", str(folder)]
    with Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True) as server:
        yield Builds(server)
        server.stdin.close()


def writes(event: str, values: tuple[Any, ...], folders: tuple[str, ...]) -> bool:
    """Whether an event that Python is about to bring about changes one of the folders."""
    touches = event in TOUCHES or (event == "open" and int(values[2]) & WRITES)
    return bool(touches) and str(values[0]).startswith(folders)


def build_until(step: float, folder: str) -> None:
    left = step

    def watch(event: str, values: tuple[Any, ...]) -> None:
        nonlocal left
        if writes(event, values, (folder,)):
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.argv = ["etl"]
    try:
        runpy.run_module("etl", run_name="__main__")
    except SystemExit as end:
        os._exit(int(end.code or 0))
    except BaseException:
        os._exit(1)
    os._exit(0)


def ended_after(child: int, seconds: float) -> int:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status
        time.sleep(PAUSE)
    os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]


def main() -> None:
    for line in sys.stdin:
        how, when = line.split()
        child = os.fork()
        if not child:
            build_until(float(when) if how == "step" else float("inf"), sys.argv[1])
        status = ended_after(child, float(when)) if how == "after" else os.waitpid(child, 0)[1]
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    main()
