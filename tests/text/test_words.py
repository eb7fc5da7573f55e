"""Every sentence in both languages, with the same facts in it, and every key that is asked for is there."""

import ast
import re
import string
import tomllib
import unicodedata

import pytest

from healthplan.text import SENTENCES, Lang, say
from tests.conftest import ROOT

ROOMS = ("etl", "healthplan", "pages")
CODE = [ROOT / "app.py", *(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))]
TEMPLATES = list((ROOT / "healthplan").glob("*/templates/*.html"))


def facts(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def asked_in_code() -> set[tuple[str, str]]:
    """Keys that stand in full in a call of say(); keys put together at run time are left to the screens'
    tests."""
    found = set()
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "say":
                found |= {(path.name, one.value) for one in node.args[:2] if isinstance(one, ast.Constant)}
    return found


def asked_in_templates() -> set[tuple[str, str]]:
    texts = {path.name: path.read_text(encoding="utf-8") for path in TEMPLATES}
    return {(name, key) for name, text in texts.items() for key in re.findall(r"\bsay\([\"'](\w+)[\"'][,)]", text)}


@pytest.mark.parametrize("key", SENTENCES)
def test_a_sentence_is_there_in_both_languages_with_the_same_facts(key: str) -> None:
    pair = SENTENCES[key]
    assert set(pair) == {"vi", "en"}
    assert all(text == text.strip() and text for text in pair.values())
    assert facts(pair["vi"]) == facts(pair["en"])


@pytest.mark.parametrize("key", SENTENCES)
def test_vietnamese_letters_are_composed(key: str) -> None:
    assert unicodedata.is_normalized("NFC", SENTENCES[key]["vi"])
    assert "Ð" not in SENTENCES[key]["vi"]


def test_every_key_that_code_or_templates_name_is_there() -> None:
    asked = asked_in_code() | asked_in_templates()
    assert {key for _, key in asked} > {"product", "no_release_title", "build_refused"}
    assert {where for where in asked if where[1] not in SENTENCES} == set()


def test_no_key_stands_in_two_files() -> None:
    files = sorted((ROOT / "healthplan" / "text").glob("*.toml"))
    keys = [key for path in files for key in tomllib.loads(path.read_text(encoding="utf-8"))]
    assert len(keys) == len(set(keys)) == len(SENTENCES)


@pytest.mark.parametrize("lang", list(Lang))
def test_a_missing_key_or_fact_raises(lang: Lang) -> None:
    with pytest.raises(KeyError):
        say(lang, "no_such_sentence")
    with pytest.raises(KeyError):
        say(lang, "build_published")
