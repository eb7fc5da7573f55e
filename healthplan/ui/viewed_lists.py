"""The headings and choices of the screens that list things, read from their address alone."""

from collections.abc import Callable, Sequence

from healthplan.queries import Row
from healthplan.queries.datasets import asked
from healthplan.queries.explorer import counts
from healthplan.queries.refusal import QuestionRefused
from healthplan.queries.review import finding, rules
from healthplan.queries.task_facts import told
from healthplan.ui import calendar, data, data_words, review, tasks
from healthplan.ui.pickers import ANY
from healthplan.ui.reading import Reading
from healthplan.ui.view import View


def review_heading(view: View, read: Reading) -> str:
    """The plan review, and the finding that is open."""
    known = {row["rule"]: view.name(row) for row in view.ask(rules)}
    choices = (
        ("place", view.say("pick_place"), list(review.places(view)),
         lambda one: review.place_name(view, one)),
        ("indicator", view.say("pick_indicator"), list(view.indicators),
         lambda one: view.name(view.indicators[one])),
        ("severity", view.say("pick_severity"), review.SEVERITIES, lambda one: view.say(f"severity_{one}")),
        ("rule", view.say("data_filter_rule"), list(known), lambda one: known[one]),
    )
    taken = [or_any(read, *choice) for choice in choices]
    row = row_of(read, "finding", lambda name: next(iter(view.ask(finding, name=name)), None))
    if row:
        read.keep("finding", row["finding"], view.say("cite_finding"), [view.name(row, "sentence")])
    return review.title(view, review.found(view, review.Picked(*taken)))


def tasks_heading(view: View, read: Reading) -> str:
    """The tasks."""
    words = read.text("words", view.say("pick_words"))
    taken = {name: or_any(read, name, view.say(f"pick_task_{name}"), options, shown)
             for name, options, shown in tasks.choices(view)}  # fmt: skip
    return tasks.title(view, sum(map(tasks.Picked(words, **taken).takes, view.ask(told))))


def calendar_heading(view: View, read: Reading) -> str:
    """The first day is always told: tomorrow an address without it means another day."""
    asked_day = read.values.get("date", "")
    first = calendar.day_of(asked_day)
    if asked_day and first is None:
        read.refuse("date", asked_day, (f"{calendar.FIRST_DAY}..{calendar.LAST_DAY}",))
    first = first or calendar.today()
    read.keep("date", first.isoformat(), view.say("pick_date"), [view.day(first)])
    bodies = calendar.named_bodies(view)
    at = or_any(read, "place", view.say("pick_calendar_place"), calendar.places(view), view.place_name)
    agency = or_any(read, "agency", view.say("pick_calendar_agency"), list(bodies), bodies.__getitem__)
    picked = calendar.Picked(first, at, agency)
    return calendar.title(view, picked, calendar.agenda(view, picked)["count"])


def data_heading(view: View, read: Reading) -> str:
    """Rows of any dataset."""
    name = read.one("dataset", data.SHOWN, data.SHOWN[0])
    words = read.text("words", view.say("pick_rows"))
    dataset, everything = data.DATASETS[name], view.ask(counts, asked=asked(name))
    chosen = {one: read.many(one, sorted(everything[one]), [], view.say(f"data_filter_{one}"),
                             lambda value, one=one: data_words.word(view, one, value))
              for one in dataset.filters if one not in data.LEFT_OUT}  # fmt: skip
    columns = [one for one in read.values.get("columns", "").split(",") if one]
    known = data_words.columns_of(dataset)
    for one in columns:
        if one not in known:
            read.refuse("columns", one, known)
    read.keep("columns", ",".join(one for one in columns if one in known))
    read.one("more", ("no", "yes"), "no")
    read.number("page", 6)
    return data_words.title(view, asked(name, chosen, q=words))


def or_any(read: Reading, name: str, label: str, options: Sequence[str],
           shown: Callable[[str], str]) -> str:  # fmt: skip
    """One of the options, or "" for any."""
    taken = read.one(name, [ANY, *options], ANY, label, shown)
    return "" if taken == ANY else taken


def row_of(read: Reading, name: str, known: Callable[[str], Row | None]) -> Row | None:
    """The one row that an address opens; None when it opens none, or one that is not here. Raises
    QuestionRefused when strict."""
    asked_row = read.values.get(name, "")
    row = known(asked_row) if asked_row else None
    read.keep(name, "")
    if asked_row and row is None and read.strict:
        raise QuestionRefused("asked_row", {"value": asked_row})
    return row
