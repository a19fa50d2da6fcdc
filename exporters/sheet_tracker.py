"""The tracker's rows: what was promised and what was reported, looked up by id in the ledger of targets.

The formulas find the ledger's cells by the ids of the passages, so the ledger may be sorted and edited. They
use plain ranges, which every spreadsheet computes alike.
"""

from collections.abc import Callable, Mapping
from typing import Any

from exporters.report import Report, ReportPassage, ReportTrace
from exporters.sheet_layout import TRACKER_FIELDS
from exporters.sheet_writer import Formula

Figure = tuple[float | None, str]
"""A number and its unit."""
COMPARED = ("promised", "reported", "unit", "reported_unit")


class Tracker:
    """Makes the tracker's rows, whose columns have these `letters`.

    `ledger` gives a column of the ledger of targets as formulas call it, or "" where it is not there; `see`
    the link to the source of a passage.
    """

    def __init__(
        self,
        report: Report,
        letters: Mapping[str, str],
        ledger: Callable[[str], str],
        see: Callable[[int], Formula],
    ) -> None:
        self._report, self._letters, self._see = report, letters, see
        self._values, self._ids = ledger("value"), ledger("id")
        self._row = 1

    def row(self, trace: ReportTrace) -> list[Any]:
        """The values of a trace in the order of TRACKER_FIELDS."""
        self._row += 1
        promise = self._report.passage(trace.promise)
        report = None if trace.report is None else self._report.passage(trace.report)
        values = {
            **self._promised(promise),
            **(self._reported(report) if report else {}),
            **self._compared(trace, *(_number(passage) for passage in (promise, report))),
        }
        return [values.get(field.name) for field in TRACKER_FIELDS]

    def _promised(self, promise: ReportPassage) -> dict[str, Any]:
        known = {name: promise.fields.get(name) for name in ("indicator", "comparator", "upper", "unit")}
        ends = promise.fields.get("period_to") or promise.fields.get("period_from")
        return known | {
            "year": ends.year if ends else self._report.document(promise).reference_year,
            "promised": self._looked_up(promise, "id"),
            "promise_place": self._report.source(promise),
            "promise_source": self._see(promise.id),
            "id": promise.id,
        }

    def _reported(self, report: ReportPassage) -> dict[str, Any]:
        return {
            "reported": self._looked_up(report, "report_id"),
            "reported_unit": report.fields.get("unit"),
            "report_place": self._report.source(report),
            "report_source": self._see(report.id),
            "report_id": report.id,
        }

    def _compared(self, trace: ReportTrace, promise: Figure, report: Figure) -> dict[str, Any]:
        """Gap and completion, where both numbers are there in the same unit."""
        if not set(COMPARED) <= self._letters.keys():
            return {"gap": trace.gap, "trace": trace.state}
        promised, reported, unit, other = (f"{self._letters[name]}{self._row}" for name in COMPARED)
        comparable = f"AND(ISNUMBER({promised}),ISNUMBER({reported}),{unit}={other})"
        share = f'IF({promised}=0,"",{reported}/{promised})'
        gap, completion = _known(promise, report)
        return {
            "gap": Formula(f'=IF({comparable},{reported}-{promised},"")', gap),
            "completion": Formula(f'=IF({comparable},{share},"")', completion),
            "trace": trace.state,
        }

    def _looked_up(self, passage: ReportPassage, id_column: str) -> Any:
        """The number of a target as its ledger has it now; as it is known where the ledger has no numbers."""
        value = passage.fields.get("value")
        if not self._values or id_column not in self._letters:
            return value
        found = f"INDEX({self._values},MATCH(${self._letters[id_column]}{self._row},{self._ids},0))"
        return Formula(f'=IFERROR(IF({found}="","",{found}),"")', "" if value is None else value)


def _number(passage: ReportPassage | None) -> Figure:
    fields = passage.fields if passage else {}
    return fields.get("value"), fields.get("unit") or ""


def _known(promise: Figure, report: Figure) -> tuple[float | str, float | str]:
    """What the formulas for gap and completion give; empty where the two are not comparable."""
    (promised, unit), (reported, other) = promise, report
    if promised is None or reported is None or unit != other:
        return "", ""
    return reported - promised, reported / promised if promised else ""
