"""Copies of data/ and Streamlit servers over them, each on a free port, stopped when no longer needed."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

ROOT = Path(__file__).parents[2]
START_SECONDS = 60
SPOILT_FILE, SPOILT_LINE = "plans/lai-chau-2026/goals.csv", 7


def copy_of_data(target: Path) -> Path:
    """The curated facts without a release, at `target`."""
    return Path(shutil.copytree(ROOT / "data", target, ignore=shutil.ignore_patterns("published")))


def build(data: Path) -> subprocess.CompletedProcess[str]:
    """`python -m etl` over a folder of facts."""
    command, environment = [sys.executable, "-m", "etl"], surroundings(data)
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@cache
def _built() -> TemporaryDirectory[str]:
    """A folder with a copy of the curated facts and their release, which goes with this process."""
    folder = TemporaryDirectory(prefix="built-")
    told = build(copy_of_data(Path(folder.name) / "data"))
    if told.returncode:
        raise RuntimeError(f"the curated facts are refused:\n{told.stderr}")
    return folder


def built_copy(target: Path) -> Path:
    """The curated facts with their release, at `target`: built once by a process, however often it is asked for."""
    return Path(shutil.copytree(Path(_built().name) / "data", target))


def spoil(data: Path) -> str:
    """Puts one cell too many on one line. Returns the place as the complaint must name it."""
    path = data / SPOILT_FILE
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[SPOILT_LINE - 1] += ",one too many"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return f"{SPOILT_FILE}:{SPOILT_LINE}"


def surroundings(data: Path | None) -> dict[str, str]:
    """The environment of a process of ours."""
    named = {"ROADMAP72_DATA": str(data)} if data else {}
    return {**os.environ, "PYTHONPATH": str(ROOT), **named}


@contextmanager
def serve(data: Path, *options: str, port: int = 0, log: Path | None = None, **settings: str) -> Iterator[str]:
    """The product over a folder of facts, on a port of its own or a given one. Yields its origin."""
    with streamlit(ROOT / "app.py", folder=ROOT, environment=surroundings(data) | settings, options=options,
                   port=port, log=log) as origin:  # fmt: skip
        yield origin


@contextmanager
def streamlit(
    script: Path,
    *,
    folder: Path,
    environment: Mapping[str, str],
    options: Sequence[str] = (),
    port: int = 0,
    log: Path | None = None,
) -> Iterator[str]:
    """`streamlit run` on a free port until the block ends. Yields its origin once it answers; what it says
    goes to `log`."""
    port = port or free_port()
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(script),
        "--server.port",
        str(port),
        "--server.address",
        "127.0.0.1",
        *options,
    ]
    with open(log, "w+b") if log else tempfile.TemporaryFile() as told:
        process = subprocess.Popen(command, cwd=folder, env=dict(environment), stdout=told, stderr=told)
        try:
            _await_answer(process, f"http://127.0.0.1:{port}", told)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            _await_end(process)


def free_port() -> int:
    with socket.socket() as candidate:
        candidate.bind(("127.0.0.1", 0))
        return int(candidate.getsockname()[1])


def _await_answer(process: subprocess.Popen[bytes], origin: str, log: tempfile.TemporaryFile) -> None:
    deadline = monotonic() + START_SECONDS
    while monotonic() < deadline and process.poll() is None:
        with suppress(OSError), urllib.request.urlopen(f"{origin}/_stcore/health", timeout=5) as answer:
            if answer.status == 200:
                return
        sleep(0.05)
    log.seek(0)
    raise RuntimeError(f"the server at {origin} does not answer:\n{log.read().decode()[-2000:]}")


def _await_end(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
