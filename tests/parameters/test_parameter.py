"""An address is read the same way for a screen, which is lenient, and for a program, which is told what it got
wrong."""

import pytest

from healthplan.parameters.parameter import Parameter, ParameterKind, address_state, describe, parse
from healthplan.parameters.refusal import QuestionRefused
from healthplan.release import publication
from healthplan.release.view import View
from healthplan.text import Lang
from healthplan.theme import THEMES

COLOURS = ("red", "green", "blue")
ONE = Parameter(name="one", label="pick_year", options=lambda _view, _: COLOURS)
USUAL = Parameter(name="one", options=lambda _view, _: COLOURS, default=lambda _view, _: "blue")
ANY = Parameter(name="any", options=lambda _view, _: COLOURS, optional=True)
MANY = Parameter(name="many", kind=ParameterKind.MANY, label="pick_places", options=lambda _view, _: COLOURS, most=2,
                 default=lambda _view, _: "green")  # fmt: skip
ORDERED = Parameter(name="many", kind=ParameterKind.ORDERED, options=lambda _view, _: COLOURS)
WORDS = Parameter(name="words", kind=ParameterKind.WORDS)
DAY = Parameter(name="date", kind=ParameterKind.DAY, default=lambda _view, _: "2026-01-02",
                options=lambda _view, _: ("a day",))  # fmt: skip
NUMBER = Parameter(name="page", kind=ParameterKind.NUMBER, most=3)
NAME = Parameter(name="row", kind=ParameterKind.NAME, known=lambda _view, name: name == "g1")
SWITCH = Parameter(name="on", kind=ParameterKind.SWITCH, label="show_commune", options=lambda _view, _: ("no", "yes"))
DEPENDS = Parameter(name="shade", options=lambda _view, choices: (f"dark {choices['one']}", "pale"))
READ = (  # parameter, what the address says (None: nothing), what is read
    (ONE, None, "red"), (ONE, "blue", "blue"), (ONE, "", "red"), (USUAL, None, "blue"), (ANY, None, ""),
    (ANY, "all", ""), (ANY, "green", "green"), (MANY, None, "green"), (MANY, "blue,red", "red,blue"),
    (MANY, "red,red", "red"), (ORDERED, "blue,red", "blue,red"), (ORDERED, None, ""),
    (WORDS, "  bac   si ", "bac si"), (WORDS, None, ""), (DAY, "2027-03-04", "2027-03-04"),
    (DAY, None, "2026-01-02"), (NUMBER, "12", "12"), (NUMBER, None, ""), (NAME, "g1", "g1"), (NAME, None, ""),
    (SWITCH, None, "no"), (SWITCH, "yes", "yes"),
)  # fmt: skip
WRONG = (  # parameter, what the address says, what a screen reads instead, what a program is told
    (ONE, "pink", "red", "asked_value"), (ANY, "pink", "", "asked_value"), (MANY, "red,pink", "red", "asked_value"),
    (ORDERED, "pink", "", "asked_value"), (WORDS, "a" * 81, "a" * 80, "asked_long"),
    (DAY, "2026-02-30", "2026-01-02", "asked_value"), (DAY, "1066-01-01", "2026-01-02", "asked_value"),
    (NUMBER, "-1", "", "asked_number"), (NUMBER, "1234", "", "asked_number"), (NUMBER, "٣", "", "asked_number"),
    (NAME, "g2", "", "asked_row"), (SWITCH, "maybe", "no", "asked_value"),
)  # fmt: skip


@pytest.fixture
def view(real) -> View:
    return View(Lang.EN, THEMES["light"], publication.current_path())


@pytest.mark.parametrize(("parameter", "said", "read"), READ)
@pytest.mark.parametrize("strict", [True, False])
def test_what_may_be_asked_is_read(view, parameter: Parameter, said: str | None, read: str, strict) -> None:
    address = {} if said is None else {parameter.name: said}
    found = parse(view, [parameter], address, strict=strict)
    assert (found.choices, found.unknown, found.kept) == ({parameter.name: read}, (), 0)


@pytest.mark.parametrize(("parameter", "said", "read", "fault"), WRONG)
def test_what_may_not_is_left_out_for_a_screen_and_refused_to_a_program(
    view, parameter: Parameter, said: str, read: str, fault: str
) -> None:
    address = {parameter.name: said}
    assert parse(view, [parameter], address, strict=False).choices == {parameter.name: read}
    with pytest.raises(QuestionRefused) as refused:
        parse(view, [parameter], address, strict=True)
    assert refused.value.fault == fault


def test_a_screen_says_what_it_left_out_and_how_many_it_kept(view) -> None:
    found = parse(view, [ONE, MANY], {"one": "pink", "many": "red,green,blue,grey"}, strict=False)
    assert (found.unknown, found.kept, found.choices["many"]) == (("pink", "grey"), 2, "red,green")


def test_options_may_depend_on_what_was_chosen_before(view) -> None:
    assert parse(view, [ONE, DEPENDS], {"one": "blue"}, strict=True).choices["shade"] == "dark blue"
    assert parse(view, [ONE, DEPENDS], {"one": "blue", "shade": "dark red"}, strict=False).unknown == ("dark red",)


def test_a_name_that_nothing_takes_is_refused_with_those_that_are_taken(view) -> None:
    assert parse(view, [ONE], {"two": "x", "lang": "en"}, strict=False).choices == {"one": "red"}
    with pytest.raises(QuestionRefused) as refused:
        parse(view, [ONE], {"two": "x"}, strict=True)
    assert refused.value.allowed == ("lang", "release", "one")


def test_an_empty_list_is_no_choice_of_a_program(view) -> None:
    assert parse(view, [MANY], {"many": ""}, strict=False).choices == {"many": "green"}
    with pytest.raises(QuestionRefused):
        parse(view, [MANY], {"many": ""}, strict=True)


def test_a_citation_names_every_choice_but_a_switch_that_is_off(view) -> None:
    parameters = [ONE, MANY, SWITCH, ANY]
    off = parse(view, parameters, {}, strict=True).choices
    assert address_state(parameters, off) == {"one": "red", "many": "green"}
    on = parse(view, parameters, {"on": "yes", "many": "red,blue"}, strict=True).choices
    assert address_state(parameters, on) == {"one": "red", "many": "red,blue", "on": "yes"}
    assert describe(view, parameters, on) == [
        (view.say("pick_year"), "red"), (view.say("pick_places"), "red, blue"), (view.say("show_commune"), "yes"),
    ]  # fmt: skip
