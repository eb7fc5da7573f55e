"""What an address may choose: a parameter with its options, its usual value and its words; and addresses,
read by a list of parameters."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto

from healthplan.parameters.refusal import QuestionRefused
from healthplan.release.view import View
from healthplan.text import Lang, say

ANY = "all"  # what a list calls no choice; an address need not name it
LONGEST = 80  # letters of words that a reader typed
FRAME = ("lang", "release")  # parameters that belong to no screen
FIRST_DAY, LAST_DAY = date(2025, 1, 1), date(2045, 12, 31)  # of plans and visions
SHOWN_MOST = 40  # letters of a value that an answer repeats
Choices = dict[str, str]  # by name; "" is no choice, several values have commas between


class ParameterKind(Enum):
    """What a parameter takes, and so which widget picks it."""

    ONE = auto()
    ROW = auto()  # one of a few, side by side
    STEPS = auto()  # one of many in their order, on a slider
    SWITCH = auto()
    MANY = auto()
    ORDERED = auto()  # several in the order of the address
    WORDS = auto()
    DAY = auto()
    NUMBER = auto()
    NAME = auto()  # the name of one row of the release


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """`options` and `default` may depend on the choices read before. Without a default the first option
    stands, or none where no choice is `optional`. `label` is the key of its name on the screen; `shown` is
    what an option is called there. `known` tells a Kind.NAME that the release has from others."""

    name: str
    kind: ParameterKind = ParameterKind.ONE
    label: str = ""
    options: Callable[[View, Choices], Sequence[str]] = field(default=lambda _view, _choices: ())
    default: Callable[[View, Choices], str] = field(default=lambda _view, _choices: "")
    shown: Callable[[View, str], str] = field(default=lambda _view, one: one)
    known: Callable[[View, str], bool] = field(default=lambda _view, _name: False)
    optional: bool = False
    required: bool = False
    most: int = 99  # values of ParameterKind.MANY, digits of ParameterKind.NUMBER
    cited: bool = True  # where it has a label
    sorted: bool = False  # a list shows the options in the order of their names

    @property
    def free(self) -> bool:
        """Whether a reader may choose anything, so that no list bounds how many answers there are."""
        return self.kind in (ParameterKind.WORDS, ParameterKind.DAY)

    def usual(self, view: View, choices: Choices) -> str:
        """The value of an address that does not name the parameter."""
        if self.optional or self.kind in (ParameterKind.MANY, ParameterKind.ORDERED):
            return self.default(view, choices)
        return self.default(view, choices) or next(iter(self.options(view, choices)), "")


@dataclass(frozen=True, slots=True)
class ReadAddress:
    """The choices of an address, and what a lenient reading could not take: values that are not here, and
    how many of several were kept (0 when all were)."""

    choices: Choices
    unknown: tuple[str, ...] = ()
    kept: int = 0


def parse(
    view: View, parameters: Sequence[Parameter], values: Mapping[str, str], *, strict: bool, also: Sequence[str] = FRAME
) -> ReadAddress:
    """Reads each parameter in its turn. What cannot be taken is left out for the usual value, or, when
    `strict`, raises QuestionRefused with what may be asked; so does a name that is not among the parameters
    or `also`."""
    reader = _AddressReader(view, values, strict)
    if strict:
        names = (*also, *(one.name for one in parameters))
        for name in values:
            if name not in names:
                raise QuestionRefused("asked_unknown_name", {"name": harmless_text(name)}, names)
    for one in parameters:
        reader.choices[one.name] = READERS[one.kind](reader, one)
    return ReadAddress(reader.choices, tuple(reader.unknown), reader.kept)


def address_state(parameters: Sequence[Parameter], choices: Choices) -> dict[str, str]:
    """The choices as an address names them, the usual ones too, so that it says the same when what is usual
    has changed."""
    return {
        one.name: value
        for one in parameters
        if (value := choices[one.name]) and (one.kind is not ParameterKind.SWITCH or value != "no")
    }


def describe(view: View, parameters: Sequence[Parameter], choices: Choices) -> list[tuple[str, str]]:
    """Label and words of each choice that a citation speaks of."""
    named = address_state(parameters, choices)
    return [
        (view.say(one.label), ", ".join(one.shown(view, part) for part in _parts(one, named[one.name])))
        for one in parameters
        if one.label and one.cited and one.name in named
    ]


def quoted_words(_view: View, words: str) -> str:
    """Words that a reader typed, as they are repeated."""
    return f"“{words}”"


def day_of(text: str) -> date | None:
    """A day of an address; None for what is none, or lies outside the years of plans and visions."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None


def harmless_text(value: str) -> str:
    """A value cut short and without what could be taken for a link or markup."""
    return "".join(letter for letter in value[:SHOWN_MOST] if letter.isalnum() or letter in " -_.,")


def unknown_words(lang: Lang, values: Sequence[str]) -> str:
    """That an address asks for something that is not here. Only letters, digits and dashes are repeated, so that
    nobody can plant a link."""
    named = ["".join(letter for letter in value[:SHOWN_MOST] if letter.isalnum() or letter in " -") for value in values]
    return say(lang, "address_unknown", value=", ".join(named[:5]))


def _parts(parameter: Parameter, value: str) -> list[str]:
    return value.split(",") if parameter.kind in (ParameterKind.MANY, ParameterKind.ORDERED) else [value]


@dataclass(slots=True)
class _AddressReader:
    view: View
    values: Mapping[str, str]
    strict: bool
    choices: Choices = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    kept: int = 0

    def refuse(self, one: Parameter, value: str, allowed: Sequence[str], fault: str = "asked_value") -> None:
        if self.strict:
            raise QuestionRefused(fault, {"name": one.name, "value": harmless_text(value)}, tuple(allowed))
        self.unknown.append(value)

    def one(self, one: Parameter) -> str:
        asked, options = self.values.get(one.name) or "", one.options(self.view, self.choices)
        if one.required and not asked and self.strict:
            raise QuestionRefused("asked_missing", {"name": one.name}, tuple(options))
        if asked in options:
            return asked
        if asked and not (one.optional and asked == ANY):
            self.refuse(one, asked, options)
        return one.usual(self.view, self.choices)

    def many(self, one: Parameter) -> str:
        options, usual = one.options(self.view, self.choices), one.usual(self.view, self.choices)
        asked = [value for value in (self.values.get(one.name) or "").split(",") if value]
        for value in dict.fromkeys(asked):
            if value not in options:
                self.refuse(one, value, options)
        if self.strict and one.name in self.values and not asked and usual:
            self.refuse(one, "", options)
        ordered = asked if one.kind is ParameterKind.ORDERED else options
        taken = [value for value in dict.fromkeys(ordered) if value in asked and value in options]
        if len(taken) > one.most:
            self.kept = one.most
        return ",".join((taken or usual.split(","))[: one.most])

    def words(self, one: Parameter) -> str:
        asked = self.values.get(one.name) or ""
        if self.strict and len(asked) > LONGEST:
            raise QuestionRefused("asked_long", {"name": one.name, "most": str(LONGEST)})
        return " ".join(asked[:LONGEST].split())

    def day(self, one: Parameter) -> str:
        asked = self.values.get(one.name) or ""
        if day_of(asked):
            return asked
        if asked:
            self.refuse(one, asked, one.options(self.view, self.choices))
        return one.usual(self.view, self.choices)

    def number(self, one: Parameter) -> str:
        asked = self.values.get(one.name) or ""
        fits = asked.isascii() and asked.isdecimal() and len(asked) <= one.most
        if asked and not fits:
            self.refuse(one, asked, (f"1..{10**one.most - 1}",), "asked_number")
            return ""
        return asked

    def name(self, one: Parameter) -> str:
        asked = self.values.get(one.name) or ""
        if one.required and not asked and self.strict:
            options = tuple(one.options(self.view, self.choices))
            raise QuestionRefused("asked_missing", {"name": one.name}, options)
        if not asked or one.known(self.view, asked):
            return asked
        fault = "asked_value" if one.required else "asked_row"
        self.refuse(one, asked, one.options(self.view, self.choices), fault)
        return ""


READERS: dict[ParameterKind, Callable[[_AddressReader, Parameter], str]] = {
    ParameterKind.ONE: _AddressReader.one,
    ParameterKind.ROW: _AddressReader.one,
    ParameterKind.STEPS: _AddressReader.one,
    ParameterKind.SWITCH: _AddressReader.one,
    ParameterKind.MANY: _AddressReader.many,
    ParameterKind.ORDERED: _AddressReader.many,
    ParameterKind.WORDS: _AddressReader.words,
    ParameterKind.DAY: _AddressReader.day,
    ParameterKind.NUMBER: _AddressReader.number,
    ParameterKind.NAME: _AddressReader.name,
}
