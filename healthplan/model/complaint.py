"""What is wrong with a file of facts: where, which fault, which value. The sentences are in
healthplan/text/faults.py."""

from dataclasses import dataclass, field

SHOWN = 50  # complaints told at once, on the command line and on the screen


@dataclass(frozen=True, slots=True)
class Complaint:
    """One fault. `file` is relative to data/, `line` is the physical line (0: the whole file), `facts` fill
    the sentence."""

    file: str
    line: int
    column: str
    value: str
    fault: str
    facts: dict[str, str] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """Where the fault is, as an editor understands it: `plans/lai-chau-2026/goals.csv:14 printed`."""
        line = f":{self.line}" if self.line else ""
        return f"{self.file}{line} {self.column}".rstrip()


class InputRefused(Exception):
    """The facts cannot be published. Carries every complaint; nothing was written."""

    def __init__(self, complaints: list[Complaint]) -> None:
        super().__init__(f"{len(complaints)} complaints")
        self.complaints = complaints
