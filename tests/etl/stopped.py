"""`python -m tests.etl.stopped`: for each line that it reads, `python -m etl` in a child that is killed after so many
seconds; answers how it ended.

A child begins with the modules loaded, so that every stop falls into the build itself. It comes from a process that has
opened no database: a fork with threads would not be safe."""

import os
import runpy
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from subprocess import PIPE, Popen

import etl.run  # noqa: F401 - loaded once, for every child
from tests.conftest import ROOT

PAUSE = 0.002  # seconds


class Builds:
    """Builds that are stopped, one after the other."""

    def __init__(self, server: Popen[str]) -> None:
        self.server = server

    def ended(self, seconds: float) -> int:
        """How a build ended that was to be stopped after a time: 0 where it was at its end before."""
        print(seconds, file=self.server.stdin, flush=True)
        return int(self.server.stdout.readline())


@contextmanager
def stopped_builds() -> Iterator[Builds]:
    """Builds of the folder of facts that the environment names."""
    command = [sys.executable, "-m", "tests.etl.stopped"]
    with Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True) as server:
        yield Builds(server)
        server.stdin.close()


def build() -> None:
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
        child = os.fork()
        if not child:
            build()
        print(os.waitstatus_to_exitcode(ended_after(child, float(line))), flush=True)


if __name__ == "__main__":
    main()
