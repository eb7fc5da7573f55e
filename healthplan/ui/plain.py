"""Words that came from a file, an address or a reader, for those parts of a screen that read Markdown."""

import re

SIGN = re.compile(r"[\\`*_{}\[\]()<>#+.!|~$:-]")  # what Markdown takes for more than itself


def plain(text: str) -> str:
    """The text so that it stays text: no picture, no link, no formula comes of it."""
    return SIGN.sub(r"\\\g<0>", text)
