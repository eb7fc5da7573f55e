"""The address of a screen, read without the screen: which choices it holds, and what they are called."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from healthplan.queries.refusal import QuestionRefused
from healthplan.ui.pickers import ANY
from healthplan.ui.view import View

UNCHOSEN = (ANY, "no")  # options that choose nothing
LONGEST = 80  # letters of words that a reader typed
FRAME = ("lang", "release")  # parameters that belong to no screen


class Reading:
    """Takes the choices out of an address, one after the other. `state` gathers them, the usual ones too, so
    that the address says the same when what is usual has changed; `words` holds what each is called: its
    label and the reader's words for it. What the screen would answer with its usual choice is left out, or,
    when `strict`, refused with what is allowed."""

    def __init__(self, view: View, values: Mapping[str, str], *, strict: bool) -> None:
        self.view, self.values, self.strict = view, values, strict
        self.state: dict[str, str] = {}
        self.words: list[tuple[str, str]] = []
        self.known: list[str] = []

    def one(self, name: str, options: Sequence[str], usual: str, label: str = "",
            shown: Callable[[str], str] = str) -> str:  # fmt: skip
        """One of the options."""
        asked = self._asked(name) or usual
        if asked not in options:
            self.refuse(name, asked, options)
            return usual
        self.keep(name, "" if asked in UNCHOSEN else asked, label, map(shown, [asked]))
        return asked

    def many(self, name: str, options: Sequence[str], usual: Sequence[str], label: str = "",
             shown: Callable[[str], str] = str, most: int = 99) -> list[str]:  # fmt: skip
        """Several of the options, in their order."""
        asked = [value for value in self._asked(name).split(",") if value]
        for value in asked:
            if value not in options:
                self.refuse(name, value, options)
        taken = [option for option in options if option in asked][:most] or list(usual[:most])
        self.keep(name, ",".join(taken), label, map(shown, taken))
        return taken

    def text(self, name: str, label: str) -> str:
        """Words that a reader typed."""
        if self.strict and len(self._asked(name)) > LONGEST:
            raise QuestionRefused("asked_long", {"name": name, "most": str(LONGEST)})
        asked = self._asked(name)[:LONGEST].strip()
        self.keep(name, asked, label, [f"“{asked}”"])
        return asked

    def number(self, name: str, digits: int) -> None:
        """A whole number."""
        asked = self._asked(name)
        fits = asked.isascii() and asked.isdecimal() and len(asked) <= digits
        if asked and not fits and self.strict:
            raise QuestionRefused("asked_number", {"name": name, "value": asked}, (f"1..{10**digits - 1}",))
        self.keep(name, asked if fits else "")

    def keep(self, name: str, value: str, label: str = "", words: Iterable[str] = ()) -> None:
        """Remembers a choice; an empty value is none. Without a label it is not spoken of."""
        self.known.append(name)
        if value:
            self.state[name] = value
        if value and label:
            self.words.append((label, ", ".join(words)))

    def refuse(self, name: str, value: str, allowed: Iterable[str]) -> None:
        """Raises QuestionRefused when strict."""
        if self.strict:
            raise QuestionRefused("asked_value", {"name": name, "value": value}, tuple(allowed))

    def finish(self) -> None:
        """Raises QuestionRefused for a parameter that the screen does not take, when strict."""
        for name in self.values:
            if self.strict and name not in (*self.known, *FRAME):
                raise QuestionRefused("asked_unknown_name", {"name": name}, tuple(self.known))

    def _asked(self, name: str) -> str:
        return self.values.get(name) or ""
