"""What HTTP promises: tags and "not modified", ranges, compression, open reading, methods, older releases."""

import gzip
from pathlib import Path

import pytest

from healthplan.release import publication
from healthplan.web.headers import HEADERS
from tests.api.client import ask
from tests.release.older import older_release

RANGES = (  # what is asked for, where it starts and ends in the whole
    ("bytes=0-9", slice(0, 10)),
    ("bytes=10-", slice(10, None)),
    ("bytes=-8", slice(-8, None)),
    ("bytes=5-99999999", slice(5, None)),
)
ADDRESSES = ("/goals", "/goals.csv", "/goals.parquet", "/release.duckdb", "/docs", "/openapi.json", "/cite")
QUERY = {"/cite": "row=72-nq-tw"}


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("path", ADDRESSES)
def test_what_a_reader_has_is_not_sent_again(path: str) -> None:
    first = ask(path, QUERY.get(path, ""))
    again = ask(path, QUERY.get(path, ""), if_none_match=first["headers"]["etag"])
    assert (first["status"], again["status"], again["body"]) == (200, 304, b"")
    assert again["headers"]["etag"] == first["headers"]["etag"]
    assert ask(path, QUERY.get(path, ""), if_none_match='"0123456789abcdef"')["status"] == 200


@pytest.mark.usefixtures("real")
def test_another_question_has_another_tag() -> None:
    queries = ("", "place=11", "place=12", "limit=5", "offset=5&limit=5", "columns=row", "order=-year", "q=a")
    assert len({ask("/goals.csv", query)["headers"]["etag"] for query in queries}) == len(queries)


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("path", ["/goals.parquet", "/goals.csv", "/release.duckdb"])
@pytest.mark.parametrize(("asked", "part"), RANGES)
def test_a_range_is_that_part_of_the_whole(path: str, asked: str, part: slice) -> None:
    whole = ask(path)["body"]
    got = ask(path, range=asked, accept_encoding="gzip")
    assert (got["status"], got["body"]) == (206, whole[part])
    start = range(len(whole))[part].start
    end = start + len(got["body"]) - 1
    assert got["headers"]["content-range"] == f"bytes {start}-{end}/{len(whole)}"


@pytest.mark.usefixtures("real")
def test_a_range_beyond_the_end_or_of_older_bytes_is_not_answered_as_one() -> None:
    whole = ask("/goals.parquet")["body"]
    beyond = ask("/goals.parquet", range=f"bytes={len(whole)}-")
    assert (beyond["status"], beyond["headers"]["content-range"]) == (416, f"bytes */{len(whole)}")
    assert ask("/goals.parquet", range="bytes=0-9", if_range='"older"')["body"] == whole


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("path", ["/goals.parquet", "/release.duckdb"])
def test_head_tells_the_size_and_that_ranges_are_answered(path: str) -> None:
    got, whole = ask(path, method="HEAD"), ask(path)["body"]
    assert got["headers"]["content-length"] == str(len(whole)) and got["headers"]["accept-ranges"] == "bytes"


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize(("path", "packs"), [("/goals", True), ("/goals.csv", True), ("/goals.parquet", False)])
def test_text_is_compressed_for_who_takes_it(path: str, packs: bool) -> None:
    plain, packed = ask(path), ask(path, accept_encoding="gzip, br")
    assert ("content-encoding" in packed["headers"]) is packs
    assert "content-encoding" not in plain["headers"] and plain["headers"]["vary"] == "Accept-Encoding"
    assert (gzip.decompress(packed["body"]) if packs else packed["body"]) == plain["body"]
    assert (packed["headers"]["etag"] != plain["headers"]["etag"]) is packs
    assert ask(path, if_none_match=packed["headers"]["etag"])["status"] == 304


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("path", [*ADDRESSES, "/nothing"])
def test_every_answer_may_be_read_by_other_sites_and_keeps_the_security_headers(path: str) -> None:
    headers = ask(path, QUERY.get(path, ""))["headers"]
    assert headers["access-control-allow-origin"] == "*"
    assert {name.lower(): value for name, value in HEADERS.items()}.items() <= headers.items()
    assert ask(path, method="OPTIONS")["status"] == 204


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
@pytest.mark.parametrize("path", ADDRESSES)
def test_nothing_can_be_written(path: str, method: str) -> None:
    got = ask(path, QUERY.get(path, ""), method=method)
    assert (got["status"], got["headers"]["allow"]) == (405, "GET, HEAD, OPTIONS")


def test_an_older_release_is_answered_by_its_name_while_it_is_kept(real: Path) -> None:
    current = publication.current_path()
    with older_release() as older:
        got = ask("/goals.csv", f"release={older.stem}")
        assert (got["status"], got["headers"]["x-release"]) == (200, older.stem)
        assert "max-age=86400" in got["headers"]["cache-control"]
        assert "no-cache" in ask("/goals.csv")["headers"]["cache-control"]
    gone = ask("/goals.csv", f"release={older.stem}")
    assert gone["status"] == 404 and current.stem in gone["body"].decode()
