"""The words that no sentence of ours has: chat, developers' talk, a second word for a thing that has one.
healthplan/text/README.md is the list; each word here comes with its cure."""

import re
import tomllib
from pathlib import Path

import pytest

from healthplan.text import Lang
from tests.conftest import ROOT

NOT_VI = {
    "đòi hỏi": "yêu cầu",
    "hệ trọng": "quan trọng",
    "điều (?:cần biết|rà soát)|phát hiện": "nội dung rà soát",
    "yếu (?:hơn|nhất)|thấp hơn hoặc muộn hơn": "chưa bằng, kém",
    "hứa": "nêu, cam kết",
    "bao xa": "khoảng cách, còn thiếu",
    "nhịp": "tiến độ; chu kỳ of a duty",
    "số hiện tại": "số liệu hiện trạng",
    "số nền": "xuất phát điểm",
    "mục tiêu (?:của )?cả nước": "mục tiêu quốc gia",
    "cả nước giao": "Trung ương giao",
    "bộ trang": "bài trình chiếu",
    "dòng gốc|chỗ in": "vị trí trong văn bản, nguyên văn, dữ liệu gốc",
    "dòng": "dữ liệu, số liệu, mục",
    "đã xong|đang làm": "đã hoàn thành, đang thực hiện",
    "ai làm|gửi ai": "đơn vị thực hiện, nơi nhận",
    "chưa làm được|làm tệp": "không tạo được, tạo tệp",
    "vì sao": "lý do, căn cứ",
    "bấm|nhấp": "chọn",
    "phát lại": "gửi tệp",
    "bạn|chúng ta|nhé|nha|ạ": "no word for the reader",
}
NOT_EN = {
    "please": "leave it out",
    "click(?:s|ed|ing)?": "select",
    "per cent|percentage point|percent": "%, percentage points",
    r"via|versus|vs|etc|e\.g|i\.e|viz|per annum": "the English word",
    "shall|utilise|leverage|facilitate|in order to|whilst|amongst|upon|anew|hitherto": "a plain word",
    "things? to know": "finding",
    "gravest": "the most serious",
    "the mean|mean (?:one|step|yearly)": "average",
    "noughts?": "zeros",
    "reckon(?:ed|s)?": "work out",
    "mend": "correct",
    "for want of": "not enough, because there is no",
    "the time is over": "the deadline has passed",
}
NOT_BOTH = {"url|cache|bug|null|token|widget": "a word that an office uses"}
WORDS = {Lang.VI: NOT_VI | NOT_BOTH, Lang.EN: NOT_EN | NOT_BOTH}
FACT = re.compile(r"\{\w+\}")
LOOSE = re.compile(r"[\d}] %|điểm %")  # a % that can begin a line
GLUE = {Lang.VI: "\\u00a0%", Lang.EN: "no space before %"}

ROWS = {"faults.toml", "build.toml", "releases.toml", "api.toml", "columns.toml"}  # where rows of a file are meant
# What has no other name: a line of a paper's file, a row of its annex.
OWN_NAME = re.compile("tên dòng|xuống dòng|dòng trong tệp|dòng {} của tệp", re.IGNORECASE)

TEXTS = sorted((ROOT / "healthplan" / "text").glob("*.toml"))
TEMPLATES = sorted(path for room in ("healthplan", "pages") for path in (ROOT / room).rglob("*.html"))
UNSEEN = re.compile(r"<(script|style)\b.*?</\1>|\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
READ_OUT = re.compile(r'(?:aria-label|title|alt|placeholder)="([^"]*)"')
TAG = re.compile("<[^>]*>")


def cures(sentence: str, lang: Lang, *, rows: bool = False) -> list[str]:
    """The words of a sentence that it must not have, each with what to write instead."""
    told = OWN_NAME.sub("", FACT.sub("{}", sentence))
    found = [
        f"“{match[0]}” in “{sentence}”: {cure}"
        for word, cure in WORDS[lang].items()
        if not (rows and word == "dòng") and (match := re.search(rf"\b(?:{word})\b", told, re.IGNORECASE))
    ]
    return found + [f"“{match[0]}” in “{sentence}”: {GLUE[lang]}" for match in LOOSE.finditer(sentence)]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_sentences_have_none_of_the_words_that_the_list_keeps_out(path: Path) -> None:
    pairs = tomllib.loads(path.read_text(encoding="utf-8"))
    found = {
        f"{key}.{lang}": wrong
        for key, pair in pairs.items()
        for lang in Lang
        if (wrong := cures(pair[lang], lang, rows=path.name in ROWS))
    }
    assert found == {}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_have_none_of_them_either(path: Path) -> None:
    source = UNSEEN.sub(" ", path.read_text(encoding="utf-8"))
    said = " ".join([*READ_OUT.findall(source), TAG.sub(" ", source)])
    assert [wrong for lang in Lang for wrong in cures(" ".join(said.split()), lang)] == []


def test_the_list_names_every_word_that_is_kept_out() -> None:
    lines = (ROOT / "healthplan" / "text" / "README.md").read_text(encoding="utf-8").splitlines()
    listed = " | ".join(line.split("|")[4].lower() for line in lines if line.count("|") == 5)
    kept_out = NOT_VI | NOT_EN | NOT_BOTH
    assert [word for word in kept_out if not re.search(rf"\b(?:{word})", listed)] == []


@pytest.mark.parametrize(("lang", "sentence"), [
    (Lang.VI, "Bấm vào một con số"), (Lang.VI, "{share} % mức tăng"), (Lang.VI, "0,4 điểm %"), (Lang.VI, "Có 3 dòng"),
    (Lang.EN, "Please wait"), (Lang.EN, "88 % of the change"), (Lang.EN, "5 per cent"), (Lang.EN, "a widget"),
])  # fmt: skip
def test_a_word_that_is_kept_out_is_found_with_its_cure(lang: Lang, sentence: str) -> None:
    assert len(cures(sentence, lang)) == 1


@pytest.mark.parametrize("sentence", ["dòng {line} của tệp văn bản", "tên dòng phụ lục", "88\u00a0% mức tăng"])
def test_what_has_no_other_name_may_be_said(sentence: str) -> None:
    assert cures(sentence, Lang.VI) == []
