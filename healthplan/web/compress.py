"""Compresses every static file once, ahead: brotli and gzip side by side. `python -m
healthplan.web.compress`.

Streamlit serves its scripts uncompressed (the Plotly chunk alone is 4.7 MB); compressing them per
request costs seconds.
"""

import gzip
import os
from concurrent.futures import ProcessPoolExecutor
from importlib.metadata import distribution
from multiprocessing.pool import ThreadPool
from pathlib import Path

import brotli

ASSETS = Path(__file__).parent / "assets"
STREAMLIT = distribution("streamlit")  # its files are served, the package is not imported
STREAMLIT_STATIC = Path(str(STREAMLIT.locate_file("streamlit"))) / "static" / "static"
ENDINGS = {".js", ".css", ".svg", ".json"}
ROOT = Path(__file__).parents[2]


def compressed_folder() -> Path:
    """Where the compressed copies are; a new Streamlit has a new folder. ROADMAP72_BUILD names another
    parent."""
    return Path(os.environ.get("ROADMAP72_BUILD") or ROOT / "build") / f"static-{STREAMLIT.version}"


def compress(source: Path) -> None:
    """Writes `<name>.br` and `<name>.gz`, each through a temporary name, so that a kill leaves no half
    file."""
    target = compressed_folder() / source.relative_to(STREAMLIT_STATIC)
    target.parent.mkdir(parents=True, exist_ok=True)
    raw = source.read_bytes()
    for ending, packed in (
        (".gz", gzip.compress(raw, 9, mtime=0)),
        (".br", brotli.compress(raw, quality=11, lgwin=24)),
    ):
        draft = target.with_name(f"{target.name}{ending}.tmp{os.getpid()}")
        draft.write_bytes(packed)
        draft.replace(target.with_name(target.name + ending))


def missing() -> list[Path]:
    """Streamlit's files that have no compressed copy yet, the largest first."""
    sources = [path for path in STREAMLIT_STATIC.rglob("*") if path.suffix in ENDINGS]
    there = compressed_folder()
    absent = [path for path in sources if not (there / f"{path.relative_to(STREAMLIT_STATIC)}.br").is_file()]
    return sorted(absent, key=lambda path: path.stat().st_size, reverse=True)


def main(workers: type[ProcessPoolExecutor] | type[ThreadPool] = ProcessPoolExecutor) -> None:
    """Compresses what is missing, on all processors. A server passes ThreadPool: forking one that has threads
    may hang."""
    with workers() as pool:
        list(pool.map(compress, missing()))


if __name__ == "__main__":
    main()
