"""Scanned pages: Debian's Tesseract with Vietnamese reads them, a program beside ours, where it is installed."""

import shutil
import subprocess
from functools import lru_cache
from io import BytesIO
from typing import Any

from healthplan.drafting.refusal import PaperRefused

SCAN_PAGES_MAX = 150
DOTS_PER_INCH = 250
SIDE_MAX = 2_500  # points; a larger page is no sheet of paper
SECONDS_A_PAGE = 120


@lru_cache
def scanner() -> str | None:
    """Where Tesseract with Vietnamese is; None where it is not installed."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    told = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=30, check=False)
    return program if "vie" in told.stdout.split() else None


def picture_lines(program: str, page: Any) -> list[str]:
    """The lines that Tesseract reads on a page of a PDF. Raises PaperRefused for a page that is too large, or when
    it takes longer than it may."""
    if max(page.width, page.height) > SIDE_MAX:
        raise PaperRefused("paper_pdf_damaged")
    picture = BytesIO()
    page.to_image(resolution=DOTS_PER_INCH).original.convert("L").save(picture, "PNG")
    try:
        told = subprocess.run(
            [program, "-", "-", "-l", "vie", "--psm", "4"],
            input=picture.getvalue(), capture_output=True, timeout=SECONDS_A_PAGE, check=True,
        )  # fmt: skip
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        raise PaperRefused("paper_scan_failed") from None
    return told.stdout.decode("utf-8", "replace").replace("\f", "").split("\n")
