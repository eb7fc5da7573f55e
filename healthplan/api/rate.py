"""How often somebody may come."""

from collections import OrderedDict, deque
from threading import Lock
from time import monotonic

SENDERS_MOST = 10_000  # that are remembered


class Rate:
    """How often somebody has come within the last minute; of those who came last."""

    def __init__(self, most: int) -> None:
        self._most, self._lock = most, Lock()
        self._times: OrderedDict[str, deque[float]] = OrderedDict()

    def is_over(self, sender: str, *, counts: bool = True) -> bool:
        """Whether this is once too often; `counts`: and remembers that he came."""
        with self._lock:
            times = self._times.setdefault(sender, deque())
            self._times.move_to_end(sender)
            while times and times[0] < monotonic() - 60:
                times.popleft()
            over = len(times) >= self._most
            if counts and not over:
                times.append(monotonic())
            while len(self._times) > SENDERS_MOST:
                self._times.popitem(last=False)
            return over
