"""Who asks for heavy work: one making for all, a turn for everybody, an end for what hangs, and no one left
behind."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from signal import SIGKILL, SIGTERM
from typing import Any

import pytest

from healthplan.cache import Cache, key_of
from healthplan.parameters.refusal import QuestionRefused
from healthplan.release.publication import current_path
from healthplan.work.queue import Queue, Reader
from healthplan.work.worker import WorkRefused
from tests.conftest import ROOT
from tests.work import works
from tests.work.drawing import draw

PATIENT = 30  # seconds after which a test gives up


@pytest.fixture
def queue() -> Iterator[Queue]:
    """One worker, room for four, two of each client."""
    made = Queue(Cache(), workers=1, length=4, each=2, limit=20, alone=0.3, modules=("tests.work.works",))
    yield made
    made.close()


@pytest.fixture
def strict() -> Iterator[Queue]:
    """A queue that gives a piece of work one second."""
    made = Queue(Cache(), workers=1, limit=1, modules=("tests.work.works",))
    yield made
    made.close()


def begun(log: Path) -> list[str]:
    return log.read_text().split() if log.exists() else []


def until(true: Callable[[], bool]) -> None:
    ends = time.monotonic() + PATIENT
    while not true():
        assert time.monotonic() < ends
        time.sleep(0.01)


def note(queue: Queue, log: Path, word: str, client: str = "", seconds: float = 0.2) -> Reader:
    return queue.ask(key_of(word), partial(works.note, log, word, seconds), client)


def busy(queue: Queue, log: Path) -> Reader:
    """The worker is at work with something that takes a while."""
    reader = note(queue, log, "busy", seconds=2)
    until(lambda: begun(log) == ["busy"])
    return reader


def test_ten_readers_of_one_picture_are_one_making(queue: Queue, tmp_path: Path) -> None:
    log = tmp_path / "log"
    readers = [note(queue, log, "picture", client=str(at)) for at in range(10)]
    assert [one.result(PATIENT) for one in readers] == ["picture"] * 10
    assert note(queue, log, "picture").result(0) == "picture"  # kept
    assert begun(log) == ["picture"]


def test_when_the_queue_is_full_the_next_is_told_and_those_in_it_are_served(queue: Queue, tmp_path: Path) -> None:
    log = tmp_path / "log"
    first = busy(queue, log)
    readers = [note(queue, log, f"{client}{at}", client) for client in "ab" for at in range(2)]
    with pytest.raises(WorkRefused, match="work_full"):
        note(queue, log, "late", "c")
    assert note(queue, log, "a1", "c").result(PATIENT) == "a1"  # joining costs no room
    assert [one.result(PATIENT) for one in (first, *readers)] == ["busy", "a0", "a1", "b0", "b1"]
    assert "late" not in begun(log)


def test_one_client_cannot_fill_the_queue(queue: Queue, tmp_path: Path) -> None:
    log = tmp_path / "log"
    busy(queue, log)
    for at in range(2):
        note(queue, log, f"greedy{at}", "greedy")
    with pytest.raises(WorkRefused, match="work_many"):
        note(queue, log, "greedy2", "greedy")
    assert note(queue, log, "modest", "modest").result(PATIENT) == "modest"


def test_clients_take_turns(queue: Queue, tmp_path: Path) -> None:
    log = tmp_path / "log"
    busy(queue, log)
    readers = [note(queue, log, *one) for one in (("a0", "a"), ("a1", "a"), ("b0", "b"), ("c0", "c"))]
    assert [one.result(PATIENT) for one in readers]
    assert begun(log) == ["busy", "a0", "b0", "c0", "a1"]


def test_work_is_never_begun_for_who_has_left_the_queue(queue: Queue, tmp_path: Path) -> None:
    log = tmp_path / "log"
    busy(queue, log)
    left = [note(queue, log, f"left{at}", "gone") for at in range(2)]
    stays, goes = note(queue, log, "shared", "a"), note(queue, log, "shared", "b")
    for one in (*left, goes):
        assert one.cancel()
    assert len(queue) == 1
    assert stays.result(PATIENT) == "shared" and note(queue, log, "last", "gone").result(PATIENT) == "last"
    assert begun(log) == ["busy", "shared", "last"]


def test_work_goes_on_while_somebody_waits_and_ends_soon_when_nobody_does(queue: Queue, tmp_path: Path) -> None:
    log = tmp_path / "log"
    stays, goes = busy(queue, log), note(queue, log, "busy")
    goes.cancel()
    assert stays.result(PATIENT) == "busy"
    alone = note(queue, log, "endless", seconds=1000)
    until(lambda: "endless" in begun(log))
    alone.cancel()
    assert note(queue, log, "next").result(PATIENT) == "next"


def test_who_comes_back_to_work_that_was_left_gets_it(tmp_path: Path) -> None:
    log, queue = tmp_path / "log", Queue(Cache(), workers=1, alone=10, modules=("tests.work.works",))
    busy(queue, log).cancel()
    assert note(queue, log, "busy").result(PATIENT) == "busy" and begun(log) == ["busy"]
    queue.close()


HANGS = (works.sleeps, works.sleeps_deaf_to_signals, works.spins, works.holds_the_interpreter,
         works.waits_for_itself, works.tells_for_ever)  # fmt: skip
DIES = (works.killed, works.leaves, works.asks_to_leave, works.interrupted, works.closes_its_line)
FAILS = {works.fails: ValueError, works.eats: MemoryError, works.digs: RecursionError,
         works.fails_oddly: RuntimeError, works.gives_what_cannot_travel: Exception}  # fmt: skip


@pytest.mark.parametrize("work", HANGS)
def test_work_that_hangs_is_ended_and_the_next_is_done(strict: Queue, work: Any) -> None:
    reader = strict.ask(key_of("hangs"), work)
    with pytest.raises(WorkRefused, match="work_long"):
        reader.result(PATIENT)
    assert strict.ask(key_of("next"), works.process).result(PATIENT)


@pytest.mark.parametrize("work", DIES)
def test_a_worker_that_dies_is_told_of_and_replaced(queue: Queue, work: Any) -> None:
    reader = queue.ask(key_of("dies"), work)
    with pytest.raises(WorkRefused, match="work_broken"):
        reader.result(PATIENT)
    assert queue.ask(key_of("next"), works.process).result(PATIENT)


@pytest.mark.parametrize("work", FAILS)
def test_work_that_fails_says_why_and_is_not_kept(queue: Queue, work: Any) -> None:
    for _ in range(2):
        with pytest.raises(FAILS[work]):
            queue.ask(key_of("fails"), work).result(PATIENT)
    assert queue.ask(key_of("next"), works.process).result(PATIENT)


def test_a_refusal_comes_whole_from_the_worker(queue: Queue) -> None:
    with pytest.raises(QuestionRefused) as told:
        queue.ask(key_of("refuses"), works.refuses).result(PATIENT)
    assert told.value.allowed == ("11", "12")
    assert told.value.facts == {"name": "place", "value": "99", "allowed": "11, 12"}


def test_an_idle_worker_that_was_killed_is_replaced_unseen(queue: Queue) -> None:
    worker = queue.ask(key_of("one"), works.process).result(PATIENT)
    os.kill(worker, SIGKILL)
    time.sleep(0.1)
    assert queue.ask(key_of("two"), works.process).result(PATIENT) != worker


def test_a_worker_that_has_drawn_a_chart_draws_the_next(real: Path) -> None:
    release = current_path()
    assert release
    queue = Queue(Cache(), workers=1)
    drawn = [queue.ask(key_of(str(at)), partial(draw, release)).result(PATIENT) for at in range(3)]
    queue.close()
    assert len(set(drawn)) == 1  # a new process would take seconds


def test_a_thread_that_waits_hears_how_far_it_is_and_leaves_when_it_is_stopped(queue: Queue, tmp_path: Path) -> None:
    log, heard = tmp_path / "log", []
    reader = note(queue, log, "told", seconds=2)
    assert reader.wait(lambda at, of: heard.append((at, of))) == "told"
    assert (1, 4) in heard and heard == sorted(heard)

    def stop(_at: int, _of: int) -> None:
        raise InterruptedError

    left = note(queue, log, "stopped", seconds=1000)
    with pytest.raises(InterruptedError):
        left.wait(stop)
    assert left.cancelled() and note(queue, log, "next").result(PATIENT) == "next"


def test_a_closed_queue_ends_its_workers_and_tells_who_waits(tmp_path: Path) -> None:
    queue = Queue(Cache(), workers=2, modules=("tests.work.works",))
    readers = [queue.ask(key_of(str(at)), partial(works.tell_process_and_hang, tmp_path / str(at)))
               for at in range(3)]  # fmt: skip
    until(lambda: len(list(tmp_path.glob("?"))) == 2)
    queue.close()
    for one in readers:
        with pytest.raises(WorkRefused):
            one.result(0)
    assert not any(lives(int(path.read_text())) for path in tmp_path.glob("?"))


@pytest.mark.parametrize("signal", [SIGTERM, SIGKILL])
def test_no_worker_outlives_the_server(tmp_path: Path, signal: int) -> None:
    told = tmp_path / "worker"
    code = (
        "import time; from functools import partial; from pathlib import Path\n"
        "from healthplan.cache import key_of; from healthplan.work.queue import Queue\n"
        "from tests.work import works\n"
        f"Queue(workers=2).ask(key_of('x'), partial(works.tell_process_and_hang, Path({str(told)!r})))\n"
        "time.sleep(1000)"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    server = subprocess.Popen([sys.executable, "-c", code], env=environment)
    until(told.exists)
    server.send_signal(signal)
    server.wait()
    until(lambda: not lives(int(told.read_text())))


def lives(process: int) -> bool:
    with suppress(ProcessLookupError):
        os.kill(process, 0)
        return True
    return False


def test_what_is_kept_never_exceeds_its_bytes() -> None:
    cache = Cache(room=10_000, largest=4_000)
    queue = Queue(cache, workers=1, modules=("tests.work.works",))
    for size in (1000, 3500, 3900, 2000, 100, 3900, 3900, 3990, 4100, 9000, 50, 0):
        answer = queue.ask(key_of(str(size)), partial(works.large, size)).result(PATIENT)
        assert len(answer) == size and cache.size <= 10_000
    assert cache.get(key_of("9000")) is None and cache.get(key_of("50")) is not None
    queue.close()
