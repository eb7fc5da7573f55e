"""Static files: compressed ahead, kept for a year under an address with their hash, and nothing else of the
disk."""

import gzip
import hashlib
from collections.abc import Iterator
from multiprocessing.pool import ThreadPool
from pathlib import Path

import brotli
import pytest

from healthplan.web.compress import ASSETS, ENDINGS, STREAMLIT_STATIC, compress, compressed_folder, main, missing
from healthplan.web.static import StaticFiles, asset_address, static_file
from healthplan.web.style import style_sheet
from tests.web.asgi import answer, streamlit_instead

FOR_EVER = "public, max-age=31536000, immutable"
BY_SIZE = sorted((path for path in STREAMLIT_STATIC.rglob("*.js")), key=lambda path: path.stat().st_size)
SOURCES = [*BY_SIZE[:3], next(STREAMLIT_STATIC.rglob("*.css"))]
ADDRESSES = [f"/static/{path.relative_to(STREAMLIT_STATIC).as_posix()}" for path in SOURCES]
OUTSIDE = (
    "/assets/../style.py",
    "/assets/../../../app.py",
    "/static/../index.html",
    "/static/js/../../index.html",
    "/assets//etc/passwd",
    "/static//etc/passwd",
    "/assets/..\\style.py",
    "/assets/fonts",
    "/assets/",
    "/static/",
    "/assets/no-such-file.css",
    "/static/no-such-file.js",
    "/app.py",
    "/",
    "/assets/%2e%2e/style.py",
    f"/assets/{'a' * 5000}",
    f"/static/{'a' * 5000}",
    f"/static/{'ế' * 200}",
    f"/static/{'a/' * 2500}",
)


@pytest.fixture(scope="module", autouse=True)
def packed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A build folder with a few files compressed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROADMAP72_BUILD", str(tmp_path_factory.mktemp("build")))
        for source in SOURCES:
            compress(source)
        yield compressed_folder()


@pytest.mark.parametrize(("source", "address"), list(zip(SOURCES, ADDRESSES, strict=True)), ids=ADDRESSES)
@pytest.mark.parametrize(("accepted", "encoding"), [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("br", "br")])
def test_a_file_of_streamlit_comes_as_the_browser_can_unpack_it(
    source: Path, address: str, accepted: str, encoding: str
) -> None:
    found = static_file(address, accepted)
    assert found is not None and found.encoding == encoding
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress}[encoding]
    assert unpack(found.body) == source.read_bytes()
    assert found.media_type == {".js": "text/javascript", ".css": "text/css"}[source.suffix]


def test_a_browser_that_cannot_unpack_is_served_by_streamlit_itself() -> None:
    assert static_file(ADDRESSES[0], "") is None
    assert static_file(ADDRESSES[0], "zstd") is None


def test_a_compressed_file_is_no_longer_missing_and_the_rest_is() -> None:
    absent = missing()
    assert not set(SOURCES) & set(absent)
    every = [path for path in STREAMLIT_STATIC.rglob("*") if path.suffix in ENDINGS]
    assert len(absent) == len(every) - len(SOURCES)
    sizes = [path.stat().st_size for path in absent]
    assert sizes == sorted(sizes, reverse=True)


def test_no_half_file_is_left_beside_the_compressed_ones(packed: Path) -> None:
    names = {path.name for path in packed.rglob("*") if path.is_file()}
    assert names == {f"{source.name}{ending}" for source in SOURCES for ending in (".br", ".gz")}


@pytest.mark.parametrize("address", [*ADDRESSES, "/assets/look.css", "/assets/mark.svg"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_file_is_kept_by_the_browser_for_a_year(address: str, method: str) -> None:
    got = answer(StaticFiles(streamlit_instead), address, method, accept_encoding="gzip, br")
    assert got["status"] == 200
    assert got["headers"]["cache-control"] == FOR_EVER
    assert got["headers"]["vary"] == "Accept-Encoding"


@pytest.mark.parametrize("address", OUTSIDE)
def test_nothing_outside_the_two_folders_is_served(address: str) -> None:
    assert static_file(address, "gzip, br") is None
    assert answer(StaticFiles(streamlit_instead), address, accept_encoding="gzip, br")["headers"] == {
        "x-from": "behind"
    }


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_only_reading_is_answered(method: str) -> None:
    assert answer(StaticFiles(streamlit_instead), "/assets/mark.svg", method)["status"] == 404


@pytest.mark.parametrize(
    "name", sorted(path.relative_to(ASSETS).as_posix() for path in ASSETS.rglob("*") if path.is_file())
)
def test_an_asset_has_an_address_that_changes_with_its_bytes(name: str) -> None:
    raw = style_sheet() if name == "look.css" else (ASSETS / name).read_bytes()
    assert asset_address(name) == f"assets/{name}?{hashlib.sha256(raw).hexdigest()[:10]}"
    found = static_file(f"/assets/{name}", "")
    assert found is not None and (found.body, found.encoding) == (raw, "")


@pytest.mark.parametrize("name", ["look.css", "mark.svg"])
def test_style_and_sign_are_packed_for_browsers_that_can_unpack(name: str) -> None:
    found = static_file(f"/assets/{name}", "br")
    assert found is not None and found.encoding == "br"
    plain = static_file(f"/assets/{name}", "")
    assert plain is not None and brotli.decompress(found.body) == plain.body


def test_a_file_that_was_absent_is_served_once_it_is_compressed_in_threads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROADMAP72_BUILD", str(tmp_path))
    monkeypatch.setattr("healthplan.web.compress.missing", lambda: SOURCES[:2])
    assert [static_file(address, "br") for address in ADDRESSES[:2]] == [None, None]
    main(ThreadPool)
    assert [found and found.encoding for found in (static_file(one, "br") for one in ADDRESSES[:2])] == ["br", "br"]
