"""LibreOffice, which offices open our files with: what it makes of one."""

import shutil
import subprocess
from pathlib import Path

import pytest

MISSING = (
    "LibreOffice is not on this machine, so nobody can say whether our files open. `make libreoffice` takes it from "
    "Debian; that needs apt-get, and the rights of root or sudo."
)
SECONDS = 120


def converted(name: str, body: bytes, ending: str, folder: Path) -> Path:
    """The file as LibreOffice makes another kind of it, such as "pdf". Its profile is its own: it shares none with a
    running one."""
    program = shutil.which("lowriter") and shutil.which("libreoffice")
    if not program:
        pytest.fail(MISSING)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(body)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    told = subprocess.run(
        [program, "--headless", profile, "--convert-to", ending, "--outdir", folder, folder / name],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    made = (folder / name).with_suffix(f".{ending}")
    assert made.exists(), f"LibreOffice could not open {name}: {told.stdout} {told.stderr}"
    return made
