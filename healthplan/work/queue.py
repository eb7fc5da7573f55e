"""The queue before the workers: one making for all who ask for the same, a turn for everybody, a bounded
length, and nothing made for who has left."""

import asyncio
from collections import deque
from collections.abc import Coroutine
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from functools import partial
from os import cpu_count
from threading import Condition, Thread
from time import monotonic
from typing import Any

from healthplan.cache import CACHE, Cache, Key
from healthplan.work.process import Tell, Work
from healthplan.work.worker import Result, Worker, WorkRefused

WORKERS = min(2, max(1, (cpu_count() or 2) - 1))  # a processor stays with the screens
LENGTH, EACH = 24, 8  # pieces of work that wait: of everybody, of one client
LIMIT = 60.0  # seconds that a piece of work may take
ALONE = 5.0  # seconds that it may go on for when nobody waits for it any more; it is kept for who comes back
PATIENCE = 90.0  # seconds that a reader waits, the queue included
LOOK = 0.2  # seconds between two looks at how far the work is
MODULES = ("healthplan.api.routes",)


@dataclass(eq=False, slots=True)
class Job:
    """A piece of work, who asked for it first, and all who wait for it. `ends`: when its time is over,
    `latest` the same while somebody waits for it; both 0 before it has begun."""

    key: Key
    work: Work
    client: str
    readers: list[Future[Any]] = field(default_factory=list)
    at: tuple[int, int] = (0, 0)
    latest: float = 0.0
    ends: float = 0.0


class Reader(Future[Any]):
    """One who waits: a future of the value. To cancel it is to leave."""

    def __init__(self) -> None:
        super().__init__()
        self.job: Job | None = None

    def wait(self, tell: Tell) -> Any:
        """The value, for a thread that waits; `tell` hears how far the work is. Raises WorkRefused, what the
        work raised, and what `tell` raises: then this reader has left."""
        ends = monotonic() + PATIENCE
        try:
            while monotonic() < ends:
                if wait([self], LOOK).done:
                    return self.result()
                if self.job and self.job.at[1]:
                    tell(*self.job.at)
            raise WorkRefused("work_full")
        finally:
            self.cancel()


class Queue:
    """What waits for the workers, which start with the first piece of work. `limit` and `alone` are LIMIT and
    ALONE."""

    def __init__(
        self,
        cache: Cache = CACHE,
        *,
        workers: int = WORKERS,
        length: int = LENGTH,
        each: int = EACH,
        limit: float = LIMIT,
        alone: float = ALONE,
        modules: tuple[str, ...] = MODULES,
    ) -> None:
        self._cache, self._workers, self._length, self._each = cache, workers, length, each
        self._limit, self._alone, self._modules = limit, alone, modules
        self._change = Condition()
        self._jobs: dict[Key, Job] = {}  # waiting and in work
        self._waiting: dict[str, deque[Job]] = {}  # by client; the first client has the next turn
        self._threads: list[Thread] = []
        self._open = False

    def start(self) -> None:
        """Starts the workers, unless they run."""
        with self._change:
            if not self._open:
                self._open = True
                self._threads = [Thread(target=self._serve, daemon=True) for _ in range(self._workers)]
                for thread in self._threads:
                    thread.start()

    def close(self) -> None:
        """Ends the workers and all that waits."""
        with self._change:
            self._open = False
            for job in self._jobs.values():
                job.latest = job.ends = min(job.ends, 1.0)  # long ago
            self._change.notify_all()
        for thread in self._threads:
            thread.join()
        for job in list(self._jobs.values()):
            self._finish(job, WorkRefused("work_full"))
        self._waiting.clear()

    def ask(self, key: Key, work: Work, client: str = "") -> Reader:
        """A reader of what the work makes: at once when it is kept, with the others when it is being made.
        Raises WorkRefused when too much waits already."""
        self.start()
        reader = Reader()
        with self._change:
            kept = self._cache.get(key)
            if kept is not None:
                reader.set_result(kept)
                return reader
            reader.job = job = self._jobs.get(key) or self._enter(Job(key, work, client))
            job.readers.append(reader)
            job.ends = job.latest  # it may have been alone
        reader.add_done_callback(partial(self._left, job))
        return reader

    def __len__(self) -> int:
        return sum(map(len, self._waiting.values()))

    def _enter(self, job: Job) -> Job:
        if len(self) >= self._length:
            raise WorkRefused("work_full")
        if len(self._waiting.get(job.client, ())) >= self._each:
            raise WorkRefused("work_many")
        self._waiting.setdefault(job.client, deque()).append(job)
        self._jobs[job.key] = job
        self._change.notify()
        return job

    def _left(self, job: Job, reader: Future[Any]) -> None:
        """Work that nobody waits for is not begun; what has begun gets a little time."""
        if not reader.cancelled():
            return
        with self._change:
            job.readers.remove(reader)
            if job.readers:
                return
            if job.ends:
                job.ends = min(job.ends, monotonic() + self._alone)
            elif self._jobs.pop(job.key, None):
                self._waiting[job.client].remove(job)
                self._tidy(job.client)

    def _next(self, worker: Worker) -> Job | None:
        """The next piece of work, once the worker can take it; None when the queue is closed."""
        worker.ready(lambda: self._open)
        with self._change:
            while self._open and not self._waiting:
                self._change.wait()
            if not self._open:
                return None
            client = next(iter(self._waiting))
            job = self._waiting[client].popleft()
            self._waiting[client] = self._waiting.pop(client)  # to the end: the others come first
            self._tidy(client)
            job.latest = job.ends = monotonic() + self._limit
            return job

    def _tidy(self, client: str) -> None:
        if not self._waiting[client]:
            del self._waiting[client]

    def _serve(self) -> None:
        """One worker's day."""
        worker = Worker(self._limit, self._modules)
        while job := self._next(worker):

            def tell(at: int, of: int, job: Job = job) -> None:
                job.at = (at, of)

            def ends(job: Job = job) -> float:
                return job.ends

            try:
                result = worker.do(job.work, tell, ends)
            except Exception as error:  # told to those who wait
                self._finish(job, error)
            else:
                self._finish(job, result)
        worker.end()

    def _finish(self, job: Job, end: Result | Exception) -> None:
        with self._change:
            self._jobs.pop(job.key, None)
            if isinstance(end, Result):
                self._cache.put(job.key, end.value, end.size)
            readers = list(job.readers)
        for reader in readers:
            if reader.set_running_or_notify_cancel():  # False for one who has just left
                if isinstance(end, Result):
                    reader.set_result(end.value)
                else:
                    reader.set_exception(end)


class ReaderLeft(Exception):
    """Nobody waits for the answer any more."""


async def awaited_value(reader: Reader, leaving: Coroutine[Any, Any, None]) -> Any:
    """The value, for a coroutine that waits. Raises ReaderLeft when `leaving` ends first, WorkRefused, and
    what the work raised."""
    made, left = asyncio.wrap_future(reader), asyncio.ensure_future(leaving)
    try:
        await asyncio.wait({made, left}, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
        if made.done():
            return made.result()
        if left.done():
            raise ReaderLeft
        raise WorkRefused("work_full")
    finally:
        made.cancel()
        left.cancel()


QUEUE = Queue()
