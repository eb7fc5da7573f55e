"""/find: the page of what was found, whole without a script; the window of Ctrl-K takes its answer from here."""

from functools import partial
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from healthplan.api.http import is_known, not_modified, send, tag_of
from healthplan.api.releases import Release, requested_release
from healthplan.api.rows import cache_headers
from healthplan.parameters.address import link, query
from healthplan.parameters.parameter import LONGEST, parse
from healthplan.release import publication
from healthplan.release.view import View
from healthplan.subjects.search.records import WORDS, search_answer
from healthplan.text import Lang, say
from healthplan.text.templates import template_environment
from healthplan.theme import THEMES
from healthplan.web.static import asset_address
from pages.registry import SCREENS

TEMPLATES = template_environment(Path(__file__).parent / "templates")


def find(request: Request) -> Response:
    """The page for what the address asks: `q`, `lang`, `release`. What is not here is passed over, as on a
    screen. Raises QuestionRefused when there is no release."""
    values = dict(request.query_params)
    lang = Lang(values["lang"]) if values.get("lang") in list(Lang) else Lang.VI
    other = Lang.VI if lang is Lang.EN else Lang.EN
    view = _view(lang, values.get("release", ""))
    words = parse(view, (WORDS,), values, strict=False).choices[WORDS.name]
    state = view.pin | ({WORDS.name: words} if words else {})
    page = TEMPLATES.get_template("find.html").render(
        lang=lang,
        other=other,
        say=partial(say, lang),
        answer=search_answer(view, words),
        longest=LONGEST,
        pin=view.pin,
        screens={name: link(name, lang, **view.pin) for name, screen in SCREENS.items() if screen.listed},
        there=query(state | ({"lang": other.value} if other is not Lang.VI else {})) or "?",
        styles=[asset_address("look.css"), asset_address("docs.css")],
        script=asset_address("find.js"),
        mark=asset_address("mark.svg"),
    )
    tag, headers = tag_of(page), cache_headers(Release(view.path, view.pinned))
    if is_known(request, tag):
        return not_modified(tag, headers)
    return send(request, page.encode(), tag, "text/html; charset=utf-8", headers, packs=True)


def _view(lang: Lang, release: str) -> View:
    """The release of that name, or the current one. Raises QuestionRefused."""
    named = publication.release_file(release)
    return View(lang, THEMES["light"], named or requested_release().path, pinned=named is not None)
