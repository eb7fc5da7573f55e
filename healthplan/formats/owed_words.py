"""What the report that a place owes says, part by part, in sentences."""

from collections.abc import Iterable
from functools import cached_property
from itertools import groupby
from urllib.parse import urljoin

from healthplan.model.distance import DistanceState
from healthplan.model.period import cadence_of, last_day_of, last_month
from healthplan.model.status import NO_REPORT, Status
from healthplan.parameters.address import link
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.distances.records import DistanceRecord, distances_of_place
from healthplan.subjects.documents.evidence import documents_by_name, paper_blank
from healthplan.subjects.findings.review import SEVERITIES, FindingFilter, filtered_findings, finding_items
from healthplan.subjects.places.profile import no_tasks
from healthplan.subjects.reports.month import report_period
from healthplan.subjects.reports.owed import OwedReport, compared_columns
from healthplan.subjects.reports.owed_queries import bodies_by_code, slipping_verdicts
from healthplan.subjects.targets.spans import is_excerpt
from healthplan.subjects.tasks.records import task_records
from healthplan.text import Lang, numbers

NOTED = (Status.WITH_DIFFICULTIES, Status.STOPPED, Status.DONE_DIFFERENTLY, Status.NOT_STARTED)
ENDED = (Status.DONE, Status.DONE_DIFFERENTLY, Status.STOPPED)
SETTLED_MOST = 12  # findings that are told; the review has them all
DATED = "“{}”"


class OwedWords:
    """The sentences of one report. `base` is the product's address."""

    def __init__(self, view: View, report: OwedReport, base: str) -> None:
        self.view, self.report, self.base = view, report, base
        self.row = view.places[report.place]
        self.planned = view.planned.get(report.place)

    def say(self, key: str, **facts: str) -> str:
        """A sentence with what every sentence of this report may name."""
        return self.view.say(key, **self._known | facts)

    @cached_property
    def _known(self) -> dict[str, str]:
        when = report_period(self.view, self.report.period)
        return {
            "period": when,
            "period_upper": when[0].upper() + when[1:],
            "year": self.report.period[:4],
            "end": self.view.day(last_day_of(self.report.period)),
            "place": self.view.place_name(self.report.place),
            "unit": self.unit,
            "body": self.body,
            "code": self.view.say(f"owed_code_{self.row['kind']}"),
            "cadence": self.view.say(f"cadence_{cadence_of(self.report.period)}"),
        }

    @cached_property
    def unit(self) -> str:
        """The place with the word for what it is: "tỉnh Điện Biên", "Dien Bien Province"."""
        kinds = {
            Lang.VI: self.row["type_vi"].lower().removesuffix(" trực thuộc trung ương"),
            Lang.EN: self.row["type_en"].removeprefix("Centrally run ").capitalize(),
        }
        kind = kinds[self.view.lang]
        return self.view.say("owed_unit", kind=kind, name=self.view.name(self.row).removesuffix(f" {kind}"))

    @cached_property
    def body(self) -> str:
        """Who owes the report."""
        return next(self.view.name(one) for one in self.view.ask(bodies_by_code) if one["agency"] == self.report.body)

    def opening(self) -> list[str]:
        """Under which plan the report is made, and by which of its duties."""
        if self.planned is None:
            return [self.say("place_no_plan"), self.say("owed_opening_no_plan")]
        paper = documents_by_name(self.view)[self.planned["document"]]
        blank, printed = self.say(paper_blank(paper)), paper["date_printed"]
        day = self.say("paper_date_printed", printed=printed) if printed else blank
        facts = {
            "title": self.view.name(paper, "title"),
            "number": paper["number"] or blank,
            "day": self.view.day(paper["issued_on"]) if paper["issued_on"] else day,
        }
        none = self.say("duties_not_held" if is_excerpt(self.planned) else "owed_duty_none")
        duties = [self._duty("owed_duty", one) for one in self.report.duties]
        return [*(duties or [none]), self.say("owed_opening", **facts)]

    def _duty(self, key: str, duty: Row) -> str:
        """A duty with its time as printed, and its place in the plan."""
        return self.say(
            key,
            who=self.view.name(duty, "who"),
            what=self.view.name(duty, "what"),
            due=DATED.format(duty["due_printed"]) if duty["due_printed"] else self.say("owed_duty_no_day"),
            where=self.view.where(duty["locator"]),
        )

    def results(self) -> list[str]:
        """How many indicators have a value and how they stand to the year's milestone; which columns are empty."""
        report, told = self.report, len(self.report.told)
        if not report.lines:
            return [self.say("owed_nothing_known")]
        met, short = report.count(DistanceState.MET), report.count(DistanceState.SHORT)
        counts = {"total": len(report.lines), "told": told, "met": met, "short": short,
                  "other": told - met - short, "silent": len(report.lines) - told}  # fmt: skip
        ending = ("" if told else "_none") + ("" if self.planned else "_no_plan")
        empty = [
            self.say(
                "owed_column_when",
                name=self.say(f"owed_column_{name}").lower(),
                when=numbers.period(when, self.view.lang),
            )
            for name, when in compared_columns(report.period).items()
            if name not in report.columns
        ]
        lead = self.say(f"owed_counts{ending}", **{name: str(count) for name, count in counts.items()})
        return [
            lead,
            *([self.say("owed_columns_empty", columns=f" {self.say('owed_and')} ".join(empty))] if empty else []),
        ]

    def tasks(self) -> list[str]:
        """How many tasks are in each state by the newest report up to the end of the period; those to note."""
        place, end = self.report.place, last_month(self.report.period)
        tasks = [one for one in self.view.ask(task_records) if one["place"] == place and not one["heading"]]
        if not tasks:
            return [no_tasks(self.view, place) if self.planned else self.say("owed_tasks_no_plan")]
        told = [(one, next((s for s in one["reports"] if last_month(s["period"]) <= end), None)) for one in tasks]
        states = [report["status"] if report else NO_REPORT for _, report in told]
        if set(states) == {NO_REPORT}:
            lines = [self.say("owed_tasks_silent", total=str(len(tasks)))]
        else:
            counts = [(one, states.count(one)) for one in (*Status, NO_REPORT)]
            lines = [self.say("owed_tasks", total=str(len(tasks)))]
            lines += [
                self.say("owed_tasks_count", status=self.say(f"status_{one}"), count=str(count))
                for one, count in counts
                if count
            ]
        noted = [self._noted(one, report) for one, report in told if report and report["status"] in NOTED]
        day = last_day_of(self.report.period)
        over = [self._over(one) for (one, _), state in zip(told, states, strict=True)
                if one["ends"] and one["ends"] <= day and state not in ENDED]  # fmt: skip
        return [*lines, *self._listed("owed_tasks_told", noted), *self._listed("owed_tasks_over", over)]

    def _noted(self, task: Row, report: Row) -> str:
        return self.say(
            "owed_task",
            number=task["number"],
            title=self.view.name(task, "title"),
            status=self.say(f"status_{report['status']}"),
            reason=self.view.name(report, "reason") or self.say("owed_duty_no_day"),
            who=self.view.name(report, "said_by"),
            day=self.view.day(report["said_on"]),
        )

    def _over(self, task: Row) -> str:
        time, lead = task["time_printed"], task["lead_printed"] or self.say("who_not_named")
        facts = {"number": task["number"], "title": self.view.name(task, "title"), "time": time, "lead": lead}
        return self.say("owed_task_over", **facts)

    def _listed(self, key: str, lines: list[str], none: str = "") -> list[str]:
        """Lines under what they are; where there are none a sentence, if there is one for it."""
        if lines:
            return [self.say(key), *lines]
        return [self.say(none)] if none else []

    def reports(self) -> list[str]:
        """Whether the place's own report has come, who has to report to it, and which communes have not."""
        report, came = self.report, self.report.received
        own = self.say("owed_received_not")
        if came:
            own = self.say("owed_received", day=self.view.day(came["received"]), count=str(came["values"]))
        asked = [self._duty("owed_lower", one) for one in report.lower]
        if self.planned and not asked and not is_excerpt(self.planned):
            asked = [self.say("owed_lower_none")]
        return [own, *asked, *self._communes(), *self._sums(), *self._differing()]

    def _communes(self) -> list[str]:
        total, silent = len(self.report.communes), self.report.silent
        if not total:
            return []
        ending = "_none" if len(silent) == total else "" if silent else "_all"
        facts = {"count": str(total - len(silent)), "total": str(total), "silent": str(len(silent))}
        return [self.say(f"owed_communes{ending}", names=self._names(silent), **facts)]

    def _names(self, places: Iterable[str]) -> str:
        return ", ".join(self.view.name(self.view.places[one]) for one in places)

    def _sums(self) -> list[str]:
        """Which communes the values hold that are added up; indicators with the same ones stand together."""
        lines = []
        for (missing, note), rows in groupby(self.report.sums, key=lambda row: (row["missing"], self._coverage(row))):
            names = ", ".join(self.view.name(self.view.indicators[row["indicator"]], "short") for row in rows)
            facts = {"indicators": names, "coverage": note}
            key = "owed_sum" if missing else "owed_sum_whole"
            lines.append(self.say(key, names=self._names(missing or []), **facts))
        return lines

    def _differing(self) -> list[str]:
        """Where the place says something else for the period than its communes add up to."""
        sums = {line.added["row"] for line in self.report.lines if line.added}
        found = filtered_findings(self.view, FindingFilter(place=self.report.place, rule="rollup_differs"))
        items = finding_items(self.view, [row for row in found if sums & {row["row_a"], row["row_b"]}])
        told = [self.say("owed_said", indicator=one["indicator_name"], sentence=one["sentence"]) for one in items]
        return self._listed("owed_differing", told)

    def _coverage(self, row: Row) -> str:
        """Who reported, of whom, in the words of the build."""
        return self.view.name(row, "note") or self.say("rolled_up_of", **{
            name: self.view.number(row[name]) for name in ("reported", "expected")})  # fmt: skip

    def slipping(self) -> list[str]:
        """The goals that slip by reported values, and those that the plan's own pace reaches too late."""
        verdicts: dict[str, Row] = {}
        for row in self.view.ask(slipping_verdicts, place=self.report.place):
            verdicts.setdefault(row["indicator"], row)
        slow = [self._said(name, self.view.name(row, "reason")) for name, row in verdicts.items()]
        day = last_day_of(self.report.period)
        ways = distances_of_place(self.view, self.report.place, day)
        behind = [self._said(way.indicator["indicator"], self._paced(way.next)) for way in ways
                  if way.next and _is_behind(way.next, day.year)]  # fmt: skip
        return [
            *self._listed("owed_slipping", slow, "owed_slipping_none"),
            *self._listed("owed_behind", behind, "owed_behind_none"),
        ]

    def _said(self, indicator: str, sentence: str) -> str:
        return self.say(
            "owed_said", indicator=self.view.name(self.view.indicators[indicator], "short"), sentence=sentence
        )

    def _paced(self, way: DistanceRecord) -> str:
        return self.say("owed_paced", sentence=way.sentence, pace=way.pace) if way.pace else way.sentence

    def decisions(self) -> list[str]:
        """The serious findings of the plan review, and where all of them are."""
        if self.planned is None:
            return [self.say("owed_settle_no_plan")]
        found = filtered_findings(self.view, FindingFilter(place=self.report.place))
        grave = sorted((row for row in found if row["severity"] == SEVERITIES[0]), key=lambda row: row["nth"])
        items = finding_items(self.view, grave[:SETTLED_MOST])
        told = [self.say("owed_said", indicator=one["indicator_name"], sentence=one["sentence"])
                if one["indicator_name"] else f"- {one['sentence']}" for one in items]  # fmt: skip
        lead = self.say("owed_settle", count=str(len(grave))) if grave else self.say("owed_settle_none")
        return [lead, *told, self.say("owed_settle_rest", count=str(len(found)), address=self._address("review"))]

    def annex_note(self) -> str:
        """Of which release the figures are, and where they stand online."""
        facts = {"release": self.view.edition, "day": self.view.day(self.view.release["data_date"])}
        return self.say("owed_annex_note", address=self._address("place"), **facts)

    def _address(self, screen: str) -> str:
        state = {"place": self.report.place, "release": self.view.path.stem}
        return urljoin(self.base, link(screen, self.view.lang, **state))


def _is_behind(way: DistanceRecord, year: int) -> bool:
    """Whether a national goal is missed: its year is over, or the plan's own pace reaches it later or never."""
    over = way.row["year"] < year
    return way.state is DistanceState.SHORT and (over or way.is_late or way.row["pace"] == "never")
