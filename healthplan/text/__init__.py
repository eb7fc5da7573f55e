"""The words of the interface. `say(lang, key, **facts)` gives one whole sentence; a missing key or fact
raises.

The words stand in the *.toml files of this folder, Vietnamese and English side by side under one key.
"""

import tomllib
from enum import StrEnum
from pathlib import Path


class Lang(StrEnum):
    """The two languages of every screen."""

    VI = "vi"
    EN = "en"


def _read() -> dict[str, dict[str, str]]:
    sentences: dict[str, dict[str, str]] = {}
    for path in sorted(Path(__file__).parent.glob("*.toml")):
        for key, pair in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if key in sentences:
                raise KeyError(f"{key} stands twice; the second time in {path.name}")
            sentences[key] = pair
    return sentences


SENTENCES = _read()


def say(lang: Lang, key: str, /, **facts: str) -> str:
    """The sentence `key` in one language with its facts filled in. Raises KeyError for what is missing."""
    return SENTENCES[key][lang].format(**facts)
