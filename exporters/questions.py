"""What an editor would ask before a report goes out: each a sentence about one passage.

The sentences are kept like those of problems, so the window tells them in its language.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from db.problems import Problem
from exporters.figures import figure
from exporters.report import Report, ReportPassage
from exporters.series import series


class Question(Problem):
    """Not an error: something to look at. `passage_id` and `document_id` say where."""

    @property
    def passage_id(self) -> int:
        return int(str(self.values["passage_id"]))

    @property
    def document_id(self) -> int:
        return int(str(self.values["document_id"]))


class SourceIncomplete(Question):
    sentence = "“{quote}”: its source “{title}” has neither issuer nor number nor date to cite."


class ParagraphMissing(Question):
    sentence = "“{quote}”: the report can cite “{title}”, but no paragraph of it."


class FigureMissing(Question):
    sentence = "“{quote}” is a target without a figure."


class UnitMissing(Question):
    sentence = "“{quote}”: the figure {figure} has no unit."


class IndicatorMissing(Question):
    sentence = "“{quote}”: it is not said which indicator this target is about."


class PeriodMissing(Question):
    sentence = "“{quote}”: it is not said by when, or for which period, this target holds."


class LeadMissing(Question):
    sentence = "“{quote}”: no department leads this task."


class Unconfirmed(Question):
    sentence = "“{title}” has suggestions nobody has confirmed ({count}); the report leaves them out."


class ValuesDisagree(Question):
    sentence = "“{indicator}” is {figure} here and {other} in “{title}” for the same period."


Check = Callable[[ReportPassage], bool]

CHECKS: tuple[tuple[str, type[Question], Check], ...] = (
    ("target", FigureMissing, lambda target: target.fields.get("value") is None),
    (
        "target",
        UnitMissing,
        lambda target: target.fields.get("value") is not None and not target.fields.get("unit"),
    ),
    ("target", IndicatorMissing, lambda target: not target.fields.get("indicator")),
    (
        "target",
        PeriodMissing,
        lambda target: not (target.fields.get("period_from") or target.fields.get("period_to")),
    ),
    ("task", LeadMissing, lambda task: not task.fields.get("lead")),
)
"""By kind: what is asked of each passage for which this holds."""


COMPARED = ("indicator", "nature", "unit", "direction", "period_from", "period_to")
"""What two targets share whose figures ought to be the same."""


def questions(report: Report, waiting: Iterable[tuple[ReportPassage, int]] = ()) -> list[Question]:
    """All questions in reading order; last for each document with open suggestions the first of those, which
    `waiting` has with their number."""
    rank = {document.id: place for place, document in enumerate(report.documents)}
    places = {passage.id: (rank[passage.document_id], passage.start) for passage in report.passages}
    asked = list(chain(_sources(report), _fields(report), _disagreeing(report)))
    open_ = [_question(report, Unconfirmed, passage, count=f"{many:,}") for passage, many in waiting]
    return sorted(asked, key=lambda question: places[question.passage_id]) + open_


def _question(report: Report, form: type[Question], passage: ReportPassage, **values: Any) -> Question:
    title = report.document(passage).title
    told = {"quote": passage.quote, "title": title, "figure": figure(passage.fields, report.language)}
    return form(passage_id=passage.id, document_id=passage.document_id, **(told | values))


def _sources(report: Report) -> Iterator[Question]:
    """Once a document, for its first passage; and every passage outside a paragraph."""
    bare = {d.id for d in report.documents if not (d.issuer or d.number or d.issued)}
    for passage in report.passages:
        if passage.document_id in bare:
            bare.remove(passage.document_id)
            yield _question(report, SourceIncomplete, passage)
        if passage.paragraph is None:
            yield _question(report, ParagraphMissing, passage)


def _fields(report: Report) -> Iterator[Question]:
    for kind, form, holds in CHECKS:
        yield from (_question(report, form, passage) for passage in report.of_kind(kind) if holds(passage))


def _disagreeing(report: Report) -> Iterator[Question]:
    """Targets of one indicator, nature, unit and period whose figure is not that of the first.

    Only documents that belong together can disagree; what two cities plan may differ.
    """
    whose = {one.id: place for place, some in enumerate(series(report.documents)) for one in some}
    first: dict[tuple[Any, ...], ReportPassage] = {}
    for target in report.of_kind("target"):
        key = tuple(target.fields.get(name) for name in COMPARED)
        if target.fields.get("value") is None or not key[0] or not any(key[-2:]):
            continue
        known = first.setdefault((whose[target.document_id], *key), target)
        if _value(known) != _value(target):
            yield _question(
                report,
                ValuesDisagree,
                target,
                indicator=key[0],
                title=report.document(known).title,
                other=figure(known.fields, report.language),
            )


def _value(target: ReportPassage) -> tuple[Any, ...]:
    return tuple(target.fields.get(name) for name in ("comparator", "value", "upper"))
