"""A plan's draft at the desk as it is kept: the paper's lines and the rows that rest on them."""

import json
from dataclasses import asdict, dataclass, field

from healthplan.desk.changes import Change
from healthplan.desk.folder import ActRefused
from healthplan.drafting.draft import Unplaced
from healthplan.drafting.drafter import QUOTED

SURE = 0.85  # rows below this are shown first


@dataclass(slots=True)
class PlanRow:
    """A row of the draft as it is now. `keep`: it goes into the plan; `seen`: the steward has looked at it;
    `added`: the steward found it, not the drafter."""

    table: str
    cells: dict[str, str]
    line: int
    words: str
    sure: float
    doubts: tuple[str, ...] = ()
    name: str = ""
    keep: bool = True
    seen: bool = False
    added: bool = False

    @property
    def is_unsure(self) -> bool:
        """Whether somebody has still to look at it."""
        return not self.seen and (self.sure < SURE or bool(self.doubts))

    @property
    def quoted(self) -> str:
        """The words that are the paper's own."""
        return self.cells.get(QUOTED.get(self.table, ""), "") or self.words


@dataclass(slots=True)
class PlanDraft:
    """A paper and its rows. `paper`: the cells of documents.csv; `lines`: the paper's, from 1; `notes`: sentences about
    the whole paper; `in_vietnamese`: the steward has confirmed that English readers get Vietnamese words, marked so;
    `paper_lines`: the line that a cell of `paper` rests on."""

    paper: dict[str, str]
    lines: list[str]
    rows: list[PlanRow]
    unplaced: list[Unplaced]
    notes: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    in_vietnamese: bool = False
    paper_lines: dict[str, int] = field(default_factory=dict)

    @property
    def document(self) -> str:
        """The name of the paper in data/."""
        return self.paper["document"]


def draft_bytes(draft: PlanDraft) -> bytes:
    """A draft as its file."""
    return json.dumps(asdict(draft), ensure_ascii=False).encode()


def draft_from(raw: bytes) -> PlanDraft:
    """The draft of a file."""
    told = json.loads(raw)
    told["rows"] = [PlanRow(**row | {"doubts": tuple(row["doubts"])}) for row in told["rows"]]
    told["unplaced"] = [Unplaced(**one) for one in told["unplaced"]]
    told["notes"] = [(note, facts) for note, facts in told["notes"]]
    return PlanDraft(**told)


def saved_draft(change: Change, name: str = "draft.json") -> PlanDraft:
    """The draft of a change; `read.json`: as the drafter left it, before anybody looked at it. Raises ActRefused
    where its keeping was stopped."""
    path = change.folder / name
    if not path.is_file():
        raise ActRefused("plan_no_draft")
    return draft_from(path.read_bytes())
