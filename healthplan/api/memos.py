"""What we write in Word: the memo of the plan review, and the report that a place owes its People's Committee."""

from functools import partial
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from healthplan.api.endpoint import Endpoint
from healthplan.api.requests import EVERYWHERE, product_address, values_of, view_for
from healthplan.api.responses import PendingResponse, file_response
from healthplan.cache import key_of
from healthplan.formats.file import File
from healthplan.formats.owed_report import owed_docx
from healthplan.formats.review_memo import review_memo
from healthplan.parameters.address import OWED_REPORT, REVIEW_MEMO
from healthplan.parameters.parameter import parse
from healthplan.release.view import View
from healthplan.subjects.findings.review import FILTERS, FindingFilter, finding_filter
from healthplan.subjects.reports.owed import PARAMETERS
from healthplan.text import Lang
from healthplan.theme import THEMES
from healthplan.work.process import Tell


def memo_response(request: Request) -> Response | PendingResponse:
    """The findings of a choice, with the filters of the screen. Raises QuestionRefused for what is not here."""
    values, lang = values_of(request)
    view, address = view_for(lang, values.get("release", "")), product_address(request)
    choices = parse(view, FILTERS, values, strict=True, also=EVERYWHERE).choices
    name = "-".join(["roadmap72-review", *filter(None, choices.values()), lang, view.edition])
    key = key_of("memo", view.path.name, lang, str(view.pinned), *choices.values(), free=[address])
    work = partial(_docx, view.path, lang, finding_filter(choices), address, view.pinned)
    return file_response(request, work, "docx", name, key)


def _docx(path: Path, lang: Lang, picked: FindingFilter, address: str, pinned: bool, _tell: Tell) -> File:
    return File(review_memo(View(lang, THEMES["light"], path, pinned=pinned), picked, address))


def owed_response(request: Request) -> Response | PendingResponse:
    """The report of a place for a period. Raises QuestionRefused for what is not here."""
    values, lang = values_of(request)
    view, address = view_for(lang, values.get("release", "")), product_address(request)
    choices = parse(view, PARAMETERS, values, strict=True, also=EVERYWHERE).choices
    name = "-".join(["roadmap72-report", *choices.values(), lang, view.edition])
    key = key_of("owed", view.path.name, lang, str(view.pinned), choices["place"], free=[address, choices["period"]])
    work = partial(_owed, view.path, lang, choices["place"], choices["period"], address, view.pinned)
    return file_response(request, work, "docx", name, key)


def _owed(path: Path, lang: Lang, place: str, period: str, address: str, pinned: bool, _tell: Tell) -> File:
    return File(owed_docx(View(lang, THEMES["light"], path, pinned=pinned), place, period, address))


WORD_FILES = {"review": (REVIEW_MEMO, FILTERS), "report": (OWED_REPORT, PARAMETERS)}  # by address, with what it takes
MEMO_ROUTES = [Route(f"/{REVIEW_MEMO}", Endpoint(memo_response)), Route(f"/{OWED_REPORT}", Endpoint(owed_response))]
