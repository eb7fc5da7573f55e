"""`python -m tests.desk.stopped ACT CHANGE FOLDER...`: for each number n that it reads, a child that does the act and
is killed just before it writes to those folders for the n-th time; answers how the child ended.

The children come from a process that has opened no database: a fork with threads would not be safe."""

import os
import signal
import sys
from typing import Any

from healthplan.desk.acts import begin_change
from healthplan.desk.changes import Kind
from healthplan.desk.publish import publish_change, undo_change
from tests.desk.office import APPROVER, AUTHOR, KEEPER
from tests.etl.stopped import writes

ACTS = {
    "publish": lambda change: publish_change(APPROVER, change),
    "undo": lambda change: undo_change(KEEPER, change, "nhầm"),
    "upload": lambda _: begin_change(AUTHOR, Kind.CORRECTION, place="VN", received={"a": b"1", "b": b"2"}),
}


def act_until(step: int, act: str, change: str, folders: tuple[str, ...]) -> None:
    left = step

    def watch(event: str, values: tuple[Any, ...]) -> None:
        nonlocal left
        if writes(event, values, folders):
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    ACTS[act](change)


def main() -> None:
    act, change, *folders = sys.argv[1:]
    for line in sys.stdin:
        child = os.fork()
        if not child:
            try:
                act_until(int(line), act, change, tuple(folders))
            finally:
                os._exit(0 if sys.exc_info()[0] is None else 1)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
