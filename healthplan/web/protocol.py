"""What is no HTTP at all never reaches an app: uvicorn refuses it. Here that refusal gets our words and
headers."""

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from healthplan.web.edge import refusal_text
from healthplan.web.headers import HEADERS


def refuse_in_our_words() -> None:
    """From now on uvicorn answers a broken request line, a broken header or a second Host as `refuse` does.
    uvicorn has no setting for it."""
    H11Protocol.send_400_response = refuse  # type: ignore[method-assign]  # no setting does it


def refuse(self: H11Protocol, msg: str) -> None:
    """400 with a sentence and the security headers, then the end of the connection."""
    if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):  # else an answer is on its way already
        answer = refusal_text(400, "edge_request", Connection="close", **HEADERS)
        start = h11.Response(status_code=400, headers=answer.raw_headers, reason=b"Bad Request")
        for event in (start, h11.Data(data=bytes(answer.body)), h11.EndOfMessage()):
            self.transport.write(self.conn.send(event) or b"")
    self.transport.close()
