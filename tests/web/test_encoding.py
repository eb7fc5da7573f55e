"""How an answer is packed: by the weights of the header, never by a word that stands in it."""

import gzip

import pytest

from healthplan.web.encoding import preferred
from tests.web.asgi import sent
from tests.web.front import FRONT, LOCAL

CASES = (  # the header, what may be sent, the most liked first
    ("", []), ("gzip", ["gzip"]), ("br", ["br"]), ("gzip, deflate, br", ["br", "gzip"]),
    ("gzip;q=0", []), ("gzip;q=0.0", []), ("gzip; q=0.000", []), ("gzip ; q = 0", []), ("GZIP;Q=0", []),
    ("*;q=0", []), ("*", ["br", "gzip"]), ("*;q=0.5", ["br", "gzip"]), ("gzip;q=0, *", ["br"]),
    ("br;q=0, *;q=0.1", ["gzip"]), ("gzip, *;q=0", ["gzip"]), ("identity", []),
    ("identity;q=0, gzip", ["gzip"]),
    ("br;q=0.1, gzip", ["gzip", "br"]), ("br;q=0.9,gzip;q=0.95", ["gzip", "br"]),
    ("identity;q=1, gzip;q=0.5", []), ("identity;q=0.5, gzip;q=0.5", ["gzip"]), ("identity, br;q=0.9", []),
    ("gzipped", []), ("xgzip, bro", []), ("x-gzip", ["gzip"]), ("deflate;gzip", []), ("gzip;level=9", []),
    ("gzip;q=2", []), ("gzip;q=-1", []), ("gzip;q=abc", []), ("gzip;q=", []), ("gzip;q=0.1234", []),
    ("gzip;q=1.001", []), (",,gzip,,", ["gzip"]), ("gzip;q=0, gzip;q=1", []), ("\tgzip\t", ["gzip"]),
    ("zstd, dcb", []), ("gzip br", []), ("q=1", []), ("gzip;q=0.001", ["gzip"]),
)  # fmt: skip


@pytest.mark.parametrize(("header", "liked"), CASES)
def test_the_weights_decide(header: str, liked: list[str]) -> None:
    assert preferred(header, ("br", "gzip")) == liked


@pytest.mark.parametrize(("header", "liked"), CASES)
def test_the_rows_of_the_api_are_packed_only_for_who_takes_it(real, header: str, liked: list[str]) -> None:
    headers = [*LOCAL, (b"accept-encoding", header.encode())]
    got = sent(FRONT, b"/api/v1/indicators", headers=headers)
    packed = got["headers"].get("content-encoding", "")
    assert got["status"] == 200 and packed == ("gzip" if "gzip" in liked else "")
    body = gzip.decompress(got["body"]) if packed else got["body"]
    assert body.startswith(b"{") and got["headers"]["vary"] == "Accept-Encoding"


@pytest.mark.parametrize(("header", "liked"), CASES)
def test_the_style_sheet_is_packed_only_for_who_takes_it(header: str, liked: list[str]) -> None:
    got = sent(FRONT, b"/assets/look.css", headers=[*LOCAL, (b"accept-encoding", header.encode())])
    assert got["headers"].get("content-encoding", "") == ("br" if "br" in liked else "")


def test_a_header_that_comes_twice_is_one_list() -> None:
    twice = [*LOCAL, (b"accept-encoding", b"gzip"), (b"accept-encoding", b"br;q=0")]
    assert "content-encoding" not in sent(FRONT, b"/assets/look.css", headers=twice)["headers"]
    twice[-1] = (b"accept-encoding", b"br")
    assert sent(FRONT, b"/assets/look.css", headers=twice)["headers"]["content-encoding"] == "br"
