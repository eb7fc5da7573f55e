"""One worker as the server sees it: a process that is given work, and is replaced when it fails at it."""

import os
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import Pipe
from pathlib import Path
from subprocess import DEVNULL, Popen
from time import monotonic
from typing import Any

from healthplan.work.process import Tell, Work

ROOT = Path(__file__).parents[2]
STEP = 0.1  # seconds between two looks at the clock
BIRTH = 60.0  # seconds that a process may take until it is ready


class WorkRefused(Exception):
    """Work that was not done. `fault` names the sentence that says why."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a piece of work, and how many bytes it took on the line."""

    value: Any
    size: int


class Worker:
    """A process and the line to it. `modules` are imported before the first piece of work comes."""

    def __init__(self, limit: float, modules: tuple[str, ...]) -> None:
        self._limit, self._modules = limit, modules
        self._process: Popen[bytes] | None = None
        self._ready = False

    def ready(self, wanted: Callable[[], bool]) -> None:
        """Waits until the process can take work, so that its birth costs nobody time; no longer than it is
        `wanted`. One that fails to be born is left for `do` to find."""
        with suppress(EOFError, OSError):
            if self._process is None:
                self.start()
            ends = monotonic() + BIRTH
            while not self._ready and wanted() and monotonic() < ends:
                if self._line.poll(STEP):
                    self._ready = bool(self._line.recv_bytes())

    def do(self, work: Work, tell: Tell, until: Callable[[], float]) -> Result:
        """The result of the work. Raises what the work raised, WorkRefused when it took too long or the
        process came to its end. `until` is asked again and again: when the time is over."""
        if self._process is None or self._process.poll() is not None:
            self.start()
        try:
            self._line.send_bytes(pickle.dumps(work))
            kind, value, tired, size = self._heard(tell, until)
        except (EOFError, OSError) as error:
            self.start()
            raise WorkRefused("work_broken") from error
        except WorkRefused:
            self.start()
            raise
        if tired:
            self.start()
        if kind == "raised":
            raise value
        return Result(value, size)

    def end(self) -> None:
        """Ends the process, whatever it is doing."""
        if self._process is not None:
            self._line.close()
            self._process.kill()
            self._process.wait()

    def start(self) -> None:
        """A new process, in place of the one that was there. Raises OSError when there can be none."""
        self.end()
        self._ready = False
        self._line, theirs = Pipe()
        paths = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))
        handle = theirs.fileno()
        # A group of its own: Ctrl+C in the server's terminal is the server's to answer.
        self._process = Popen(
            [sys.executable, "-m", "healthplan.work.process", str(handle), str(self._limit), *self._modules],
            stdin=DEVNULL,
            stdout=DEVNULL,
            pass_fds=[handle],
            process_group=0,
            env=os.environ | {"PYTHONPATH": paths},
        )
        theirs.close()

    def _heard(self, tell: Tell, until: Callable[[], float]) -> tuple[str, Any, bool, int]:
        while True:
            heard = self._line.poll(STEP)
            if monotonic() > until():
                raise WorkRefused("work_long")
            if not heard:
                continue
            raw = self._line.recv_bytes()
            kind, value, *rest = pickle.loads(raw)
            if kind == "at":
                tell(*value)
            elif kind != "ready":
                return kind, value, rest[0], len(raw)
