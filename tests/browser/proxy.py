"""A small proxy as stands before a product: it may take a path away, and tell by headers what it did."""

import asyncio
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager, suppress


class Proxy:
    """Passes connections on to `port`. One request each but for sockets, so that every request is
    rewritten."""

    def __init__(self, port: int, path: str, strips: bool, told: Mapping[str, str]) -> None:
        self.port, self.path, self.strips, self.told = port, path.encode(), strips, told
        self.lines: set[asyncio.Task[None]] = set()  # asyncio alone would let the collector end an open one

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection of a reader."""
        self.lines.add(line := asyncio.current_task())
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            head = self._rewritten(await reader.readuntil(b"\r\n\r\n"))
            if head is None:
                writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            else:
                there, back = await asyncio.open_connection("127.0.0.1", self.port)
                back.write(head)
                await asyncio.gather(_pipe(reader, back), _pipe(there, writer))
        writer.close()
        self.lines.discard(line)

    def end(self) -> None:
        """Cuts the connections that are open."""
        for line in self.lines:
            line.cancel()

    def _rewritten(self, head: bytes) -> bytes | None:
        first, *lines = head.removesuffix(b"\r\n\r\n").split(b"\r\n")
        method, target, version = first.split(b" ")
        if not target.startswith(self.path + b"/"):
            return None
        target = target[len(self.path) :] if self.strips else target
        dropped = [b"host:"] if "Host" in self.told else []
        is_socket = any(line.lower().startswith(b"upgrade:") for line in lines)
        dropped += [] if is_socket else [b"connection:"]
        kept = [line for line in lines if not line.lower().startswith(tuple(dropped))]
        kept += [] if is_socket else [b"Connection: close"]
        kept += [f"{name}: {value}".encode() for name, value in self.told.items()]
        return b"\r\n".join([b" ".join((method, target, version)), *kept, b"", b""])


async def _pipe(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await source.read(65536):
            target.write(data)
            await target.drain()
        target.write_eof()


@contextmanager
def proxy(origin: str, path: str, *, strips: bool, **told: str) -> Iterator[str]:
    """A proxy before `origin`. Yields its own origin; what is below `path` there is passed on."""
    headers = {name.replace("_", "-"): value for name, value in told.items()}
    one = Proxy(int(origin.rpartition(":")[2]), path, strips, headers)
    ready: Future[tuple[int, Callable[[], None]]] = Future()

    async def work() -> None:
        ended, loop = asyncio.Event(), asyncio.get_running_loop()
        async with await asyncio.start_server(one.serve, "127.0.0.1", 0) as server:
            ready.set_result((server.sockets[0].getsockname()[1], lambda: loop.call_soon_threadsafe(ended.set)))
            await ended.wait()
            one.end()

    thread = threading.Thread(target=lambda: asyncio.run(work()), daemon=True)
    thread.start()
    port, end = ready.result(10)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        end()
        thread.join(10)
