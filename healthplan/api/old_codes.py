"""A request that names a place by an old code is answered as if it had named the code of today: the answer,
its links and its citations hold today's."""

from functools import lru_cache
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from starlette.types import Scope

from healthplan.api.releases import requested_release
from healthplan.model.place_code import NAMES, current_value
from healthplan.parameters.refusal import QuestionRefused, question_cursor
from healthplan.release.connections import connection
from healthplan.release.reference_data import old_codes


def with_current_codes(scope: Scope) -> Scope:
    """The request with today's codes in its parameters and its path. What asks for no release that is here
    stays as it is: the answer says so."""
    asked = parse_qsl(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)
    path = scope.get("path_params", {})
    if "place" not in path and not any(name in NAMES for name, _ in asked):
        return scope
    try:
        codes = _old_codes(requested_release(dict(asked).get("release", "")).path)
    except QuestionRefused:
        return scope
    told = [(name, current_value(value, codes) if name in NAMES else value) for name, value in asked]
    here = {name: current_value(value, codes) if name in NAMES else value for name, value in path.items()}
    if (told, here) == (asked, path):
        return scope
    return {**scope, "query_string": urlencode(told, safe=",").encode(), "path_params": here}


@lru_cache(maxsize=16)
def _old_codes(path: Path) -> dict[str, str]:
    with question_cursor(connection(path)) as db:
        return {row["old_code"]: row["place"] for row in old_codes(db)}
