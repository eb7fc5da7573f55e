"""A small proxy as stands before a product: it may take a path away, and tell by headers what it did."""

import asyncio
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress


class Proxy:
    """Passes connections on to `port`. One request each but for sockets, so that every request is
    rewritten."""

    def __init__(self, port: int, path: str, strips: bool, told: Mapping[str, str]) -> None:
        self.port, self.path, self.strips, self.told = port, path.encode(), strips, told

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection of a reader."""
        with suppress(OSError, asyncio.IncompleteReadError):
            head = self._rewritten(await reader.readuntil(b"\r\n\r\n"))
            if head is None:
                writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            else:
                there, back = await asyncio.open_connection("127.0.0.1", self.port)
                back.write(head)
                await asyncio.gather(_pipe(reader, back), _pipe(there, writer))
        writer.close()

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
    loop, ready = asyncio.new_event_loop(), threading.Event()
    headers = {name.replace("_", "-"): value for name, value in told.items()}
    one = Proxy(int(origin.rpartition(":")[2]), path, strips, headers)
    ports: list[int] = []

    async def run() -> None:
        server = await asyncio.start_server(one.serve, "127.0.0.1", 0)
        ports.append(server.sockets[0].getsockname()[1])
        ready.set()
        await server.serve_forever()

    def work() -> None:
        with suppress(asyncio.CancelledError):
            loop.run_until_complete(task)
        for open_line in asyncio.all_tasks(loop):
            open_line.cancel()
            with suppress(asyncio.CancelledError):
                loop.run_until_complete(open_line)
        loop.close()

    task = loop.create_task(run())
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    ready.wait(10)
    try:
        yield f"http://127.0.0.1:{ports[0]}"
    finally:
        loop.call_soon_threadsafe(task.cancel)
        thread.join(10)
