"""Writes formulas together with what they give, for viewers that show a workbook without computing it."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from openpyxl.worksheet._writer import WorksheetWriter


class Formula(NamedTuple):
    """A formula of ours, and what it is known to give; Excel computes it anew. Text never becomes one."""

    text: str
    gives: float | str | None = None


def keep_results(sheet: Any) -> None:
    """Have a sheet that is about to be written keep the results of its formulas (cells with a Formula)."""
    sheet._writer = _ResultsWriter(sheet)
    sheet._writer.write_top()


class _ResultsWriter(WorksheetWriter):
    """openpyxl's own, which knows either a formula or a value, with formulas that have both."""

    def write_row(self, xf: Any, row: Iterable[Any], row_idx: int) -> None:
        super().write_row(xf, _others(xf, row), row_idx)


def _others(xf: Any, row: Iterable[Any]) -> Iterator[Any]:
    """The cells of a row that hold no formula of ours; one that does is written where it stands."""
    for cell in row:
        if type(cell._value) is Formula:
            _write(xf, cell, cell._value)
        else:
            yield cell


def _write(xf: Any, cell: Any, formula: Formula) -> None:
    kind = {"t": "str"} if isinstance(formula.gives, str) else {}
    with xf.element("c", {"r": cell.coordinate, "s": str(cell.style_id), **kind}):
        with xf.element("f"):
            xf.write(formula.text.removeprefix("="))
        if formula.gives is not None:
            with xf.element("v"):
                xf.write(formula.gives if isinstance(formula.gives, str) else repr(formula.gives))
