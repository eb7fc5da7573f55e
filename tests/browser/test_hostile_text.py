"""Text of the data and of the address is text on every screen, whatever it is written like."""

import csv
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.browser.server import ROOT, build, serve
from tests.browser.visit import visiting

# Every word is a way to become more than text; no element may hold nothing but one of them.
PIECES = {
    "xliên": "[xliên](https://evil.example/a)", "xhình": "![xhình](https://evil.example/x.png)",
    "xđậm": "**xđậm**", "xnghiêng": "_xnghiêng_", "xmã": "`xmã`", "xgạch": "~~xgạch~~",
    "xđỏ": ":red[xđỏ]", "xnền": ":blue-background[xnền]", "xcông": "$xcông^2$",
    "xb": "<b>xb</b>", "xa": "<a href='https://evil.example/b'>xa</a>",
}  # fmt: skip
WHOLE = (  # what must be read as it is written
    ":smile:", ":material/home:", "www.evil.example", "me@evil.example", "https://evil.example/c",
    "<https://evil.example/d>", "<img src=//evil.example/e>", ":streamlit:",
)  # fmt: skip
HOSTILE = " ".join([*PIECES.values(), *WHOLE])
# A deck takes no "<"; each of these is short enough for the title of a slide.
TITLES = [" ".join(part) for part in (
    list(PIECES.values())[:3], list(PIECES.values())[3:9], (*WHOLE[:5], WHOLE[7]))]  # fmt: skip
MARKUP = " ".join([*list(PIECES.values())[9:], *WHOLE[5:7]])
COLUMNS = ("name", "short", "title", "type", "issuer", "definition", "caution", "result", "theme", "held")
SCREENS = (
    "/", "/trajectories", "/compare", "/place?place=11", "/review", "/tasks", "/calendar",
    "/data", "/sources",
    "/data?dataset=indicators", "/data?dataset=places&more=yes", "/data?dataset=tasks", "/present",
    "/present?ready=place&places=11", "/present?ready=indicator", "/nope", "/api/v1/docs",
)  # fmt: skip
FOUND = """(words) => {
  const told = [];
  const roots = [document, ...[...document.querySelectorAll("iframe")].map(frame => frame.contentDocument)];
  for (const root of roots.filter(Boolean)) {
    for (const one of root.querySelectorAll("body *:not(script):not(style)")) {
      const text = one.textContent.trim();
      if (words.includes(text)) told.push(`${one.tagName}: ${text}`);
      for (const name of ["href", "src", "xlink:href"]) {
        const way = (one.getAttribute(name) ?? "").split("?")[0];
        if (/evil\\.example/.test(way)) told.push(`${one.tagName} ${name}`);
      }
    }
    if (root.querySelector(".katex")) told.push("a formula");
    if (/\\u{1F604}/u.test(root.body.textContent)) told.push("a smiley");
  }
  return told;
}"""


def hostile(target: Path) -> Path:
    """Made-up data whose names and titles are hostile."""
    for source in sorted((ROOT / "tests/small").rglob("*.csv")):
        with source.open(encoding="utf-8", newline="") as file:
            head, *rows = csv.reader(file)
        spoilt = [at for at, name in enumerate(head) if name[:-3] in COLUMNS and name[-3:] in ("_vi", "_en")]
        for row in rows:
            for at in spoilt:
                row[at] = f"{row[at]} {HOSTILE}" if row[at] else ""
        copy = target / source.relative_to(ROOT / "tests/small")
        copy.parent.mkdir(parents=True, exist_ok=True)
        with copy.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([head, *rows])
    for other in (one for one in (ROOT / "tests/small").rglob("*") if one.suffix in (".md", ".txt")):
        copy = target / other.relative_to(ROOT / "tests/small")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(other.read_bytes())
    return target


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory):
    data = hostile(tmp_path_factory.mktemp("hostile") / "data")
    told = build(data)
    assert told.returncode == 0, told.stderr
    with serve(data) as origin:
        yield origin


@pytest.fixture
def hostile_visit(rooms, hostile_site):
    with visiting(rooms(), hostile_site) as new:
        yield new


def made_of_text(visit) -> list[str]:
    """What was made of words that should have stayed words."""
    return visit.page.evaluate(FOUND, list(PIECES))


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("path", SCREENS)
def test_names_and_titles_of_the_data_stay_text(hostile_visit, path: str, lang: str) -> None:
    address = f"{path}{'&' if '?' in path else '?'}lang={lang}"
    hostile_visit.page.goto(f"{hostile_visit.origin}{address}")
    if "/api" not in path and path != "/nope":
        hostile_visit.settle()
        assert "evil.example" in hostile_visit.page.locator("body").inner_text()
    assert made_of_text(hostile_visit) == []
    assert hostile_visit.abroad == []


ADDRESSES = ("/tasks", "/data", "/place", "/trajectories", "/review", "/sources", "/calendar", "/compare",
             "/", "/nope", "/present")  # fmt: skip
NAMES = ("title", "event", "words", "place", "places", "indicator", "lang", "release", "rule", "dataset",
         "slide", "slides", "day", "ready", "finding", "row", "document", "until", "severity", "year", "date",
         "agency", "columns", "communes")  # fmt: skip


@pytest.mark.parametrize("text", [" ".join([*TITLES, MARKUP]), MARKUP])
@pytest.mark.parametrize("path", ADDRESSES)
def test_words_of_the_address_stay_text(visit, path: str, text: str) -> None:
    visit.page.goto(f"{visit.origin}{path}?{urlencode(dict.fromkeys(NAMES, text))}")
    if path != "/nope":
        visit.settle()
    assert made_of_text(visit) == [] and visit.abroad == []


@pytest.mark.parametrize("text", TITLES)
def test_a_deck_and_its_slides_are_called_as_they_are_written(visit, text: str) -> None:
    state = {"ready": "place", "places": "11", "title": text, "event": text[:100], "own.title": text}
    visit.open("/present?" + urlencode(state))
    assert made_of_text(visit) == [] and visit.abroad == []
    told = visit.page.get_by_test_id("stRadioOption").first.inner_text().replace("\u2060", "")
    assert text in told


@pytest.mark.parametrize("name", ["title", "event", "own.title", "places", "day", "ready", MARKUP[:60]])
def test_a_refused_deck_is_told_without_markup(visit, name: str) -> None:
    visit.open("/present?" + urlencode({"ready": "place", "places": "11"} | {name: MARKUP}))
    assert visit.page.get_by_test_id("stAlert").count()
    assert made_of_text(visit) == [] and visit.abroad == []
