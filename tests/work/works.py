"""Pieces of work that behave well or badly. A worker imports them by name."""

import os
import re
import signal
import threading
import time
from pathlib import Path
from typing import Any

from healthplan.parameters.refusal import QuestionRefused
from healthplan.work.process import Tell


def note(path: Path, word: str, seconds: float, tell: Tell) -> str:
    """Leaves a line in a file that it has begun, takes its time, and gives its word back."""
    with path.open("a") as file:
        file.write(f"{word}\n")
    for at in range(4):
        tell(at, 4)
        time.sleep(seconds / 4)
    return word


def process(_tell: Tell) -> int:
    return os.getpid()


def tell_process_and_hang(path: Path, _tell: Tell) -> None:
    path.with_suffix(".tmp").write_text(str(os.getpid()))
    path.with_suffix(".tmp").rename(path)
    time.sleep(1000)


def large(size: int, _tell: Tell) -> bytes:
    return bytes(size)


def sleeps(_tell: Tell) -> None:
    time.sleep(1000)


def sleeps_deaf_to_signals(_tell: Tell) -> None:
    for one in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(one, signal.SIG_IGN)
    time.sleep(1000)


def spins(_tell: Tell) -> None:
    while True:
        pass


def holds_the_interpreter(_tell: Tell) -> None:
    re.match(r"(a|aa)+$", "a" * 80 + "b")


def waits_for_itself(_tell: Tell) -> None:
    lock = threading.Lock()
    with lock:
        lock.acquire()


def tells_for_ever(tell: Tell) -> None:
    while True:
        tell(1, 2)


def killed(_tell: Tell) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def leaves(_tell: Tell) -> None:
    os._exit(0)


def asks_to_leave(_tell: Tell) -> None:
    raise SystemExit


def interrupted(_tell: Tell) -> None:
    raise KeyboardInterrupt


def closes_its_line(_tell: Tell) -> None:
    os.closerange(3, 100)


def eats(_tell: Tell) -> int:
    return len([bytearray(2**28) for _ in range(100)])


def digs(_tell: Tell) -> None:
    digs(_tell)


def fails(_tell: Tell) -> None:
    raise ValueError("no such letter")


def gives_what_cannot_travel(_tell: Tell) -> Any:
    return lambda: None


class Odd(Exception):
    """An exception that cannot be made anew from its words."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one + two)


def fails_oddly(_tell: Tell) -> None:
    raise Odd("a", "b")


def refuses(_tell: Tell) -> None:
    raise QuestionRefused("asked_value", {"name": "place", "value": "99"}, ("11", "12"))
