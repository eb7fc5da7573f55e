"""What runs in a worker: takes one piece of work at a time from its line and sends back what came of it.

`python -m healthplan.work.process <handle of the line> <seconds for one piece> <modules to import first>`
"""

import importlib
import os
import pickle
import resource
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from math import ceil
from multiprocessing.connection import Connection
from threading import Thread
from time import sleep
from typing import Any

Tell = Callable[[int, int], None]  # at which part the work is, and how many there are
Work = Callable[[Tell], Any]
KINDNESS = 10  # nice, as a whole: a screen that is being drawn goes first
TIRED = 370  # megabytes in memory, after which a new process is cheaper; the first piece of work takes one to 300
MOST = 2 * 2**30  # bytes that may be taken; more is a fault in the work, and ends it
LATE = 2  # seconds after which the worker ends itself when nobody else has done so
PAGE = os.sysconf("SC_PAGE_SIZE")


def main(handle: int, limit: float, modules: list[str]) -> None:
    """Works until the line is closed or the server is gone."""
    os.nice(max(0, KINDNESS - os.nice(0)))
    resource.setrlimit(resource.RLIMIT_DATA, (MOST, MOST))
    Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    for module in modules:
        importlib.import_module(module)
    line = Connection(handle)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):  # the server has hung up
        line.send(("ready", None))
        while True:
            work = pickle.loads(line.recv_bytes())
            signal.alarm(ceil(limit) + LATE)  # no handler: the kernel ends us, whatever we are doing
            told = _result(work, lambda at, of: line.send(("at", (at, of))))
            signal.alarm(0)
            line.send_bytes(told)


def _result(work: Work, tell: Tell) -> bytes:
    try:
        return pickle.dumps(("made", work(tell), _is_worn()))
    except Exception as error:  # told to the server, which knows the reader
        error.add_note(traceback.format_exc())
        with suppress(Exception):
            told = pickle.dumps(("raised", error, _is_worn()))
            pickle.loads(told)
            return told
        return pickle.dumps(("raised", RuntimeError(traceback.format_exc()), _is_worn()))


def _is_worn() -> bool:
    with suppress(OSError), open("/proc/self/statm", encoding="ascii") as told:
        return int(told.read().split()[1]) * PAGE > TIRED * 2**20
    return False  # not Linux


def _end_with(parent: int) -> None:
    """A worker does not outlive its server, however that ended."""
    while os.getppid() == parent:
        sleep(1)
    os._exit(1)


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]), sys.argv[3:])
    os._exit(0)  # there is nothing to tidy, and libraries complain about what they have open
