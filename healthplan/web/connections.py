"""The connections that uvicorn makes: what is written is sent at once, and one that holds on without getting on is cut
(a head that never ends, a body that drips, an answer that nobody takes).

Streamlit starts uvicorn itself on a socket of its own and hands none of its settings on. asyncio takes that socket for
none of TCP's and leaves Nagle's wait on: the body of an answer, and each message of a screen, would wait 40 ms for a
word of the reader's machine. And uvicorn limits only the silence between two requests.
"""

import asyncio
import socket
from functools import wraps
from typing import Any, cast

from uvicorn.protocols.http.auto import AutoHTTPProtocol

HEAD = 15.0  # seconds for the head of a request, from the first byte or the answer before
BODY = 60.0  # seconds for its body; the largest that a screen takes has a megabyte
STALL = 60.0  # seconds in which not one byte of an answer is taken
LOOK = 1.0  # seconds between two looks
NEVER = float("inf")  # while we are at work ourselves


class Watch:
    """Looks at one connection until it is closed or has become a websocket, which has pings."""

    def __init__(self, connection: Any, transport: asyncio.Transport) -> None:
        self._connection, self._transport = connection, transport
        self._loop = asyncio.get_running_loop()
        self._state: tuple[object, ...] = ()
        self._since = self._loop.time()
        self._loop.call_later(LOOK, self._look)

    def _look(self) -> None:
        if self._connection not in self._connection.connections:
            return
        state, patience = self._at()
        now = self._loop.time()
        if state != self._state:
            self._state, self._since = state, now
        if now - self._since > patience:
            self._transport.abort()
        else:
            self._loop.call_later(LOOK, self._look)

    def _at(self) -> tuple[tuple[object, ...], float]:
        """What the connection is busy with, and how long it may stay so."""
        cycle = self._connection.cycle
        unsent = self._transport.get_write_buffer_size()
        if unsent:
            return ("answer", unsent), STALL
        if cycle is None or cycle.response_complete:
            return ("head", cycle), HEAD
        return ("body", cycle), BODY if cycle.more_body else NEVER


def tend_connections() -> None:
    """From now on every new connection sends at once and is watched."""
    made = AutoHTTPProtocol.connection_made
    if hasattr(made, "__wrapped__"):  # they are already
        return

    @wraps(made)
    def connection_made(self: asyncio.BaseProtocol, transport: asyncio.BaseTransport) -> None:
        made(self, transport)
        line = transport.get_extra_info("socket")
        if line.family != socket.AF_UNIX:
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        Watch(self, cast("asyncio.Transport", transport))  # a connection's transport takes bytes

    AutoHTTPProtocol.connection_made = connection_made  # type: ignore[method-assign]  # no setting does it
