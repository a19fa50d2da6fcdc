"""What the program proposes for a whole document: targets, tasks and policies, each with its reason."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from analysis.bylines import byline, closing_byline
from analysis.departments import department
from analysis.fields import task
from analysis.indicators import Words
from analysis.marks import full_width
from analysis.numbers import Number, numbers
from analysis.own_words import NO_WORDS, OwnWords
from analysis.policies import policies
from analysis.readings import Reading, Readings
from analysis.sections import Outline, Paragraph, outline
from analysis.sentences import sentences
from analysis.tables import table_targets
from analysis.targets import Target, targets
from analysis.tasks import Verdict, verdicts
from analysis.times import Period

Heading = tuple[int, int, int]
"""Start, end and level (from 1) of a heading."""


_DATE = re.compile(r"\s*[\d〇○零一二三四五六七八九]{4}\s?年\s?\S{1,3}\s?月\s?\S{1,3}\s?日\s*(?:\n|$)")
_SPOKEN = re.compile("[。；！]")
"""What a text holds once its title and what stands around it are over."""
_PART = re.compile("[一二三四五六七八九十]{1,3}、|附件|第[一二三四五六七八九十]+[章编部]")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A passage proposed: its stretch of the text, its kind and the fields read from it.

    `rule` names the rule that proposed it, `reason` says why in words such as "comparator 超过 + 8万家", and
    `sureness` lies between 0 and 1.
    """

    kind: str
    start: int
    end: int
    fields: Readings
    rule: str
    reason: str
    sureness: float

    @property
    def name(self) -> str:
        """The indicator or the policy that is proposed; empty for a task."""
        told = self.fields.get("indicator") or self.fields.get("name")
        return str(told.value) if told else ""


def suggest(
    text: str,
    headings: Sequence[Heading] = (),
    reference_year: int | None = None,
    own: OwnWords = NO_WORDS,
) -> list[Suggestion]:
    """The suggestions for a text, in order of place.

    `headings` are those an importer knows; others are recognised by their shape. Without `reference_year` the
    year is told from the text. `own` are the words of the project's lexicon.
    """
    text = full_width(text)
    whole = outline(text, frozenset(start for start, _, _ in headings), reference_year)
    rows = list(table_targets(text, whole.reference))
    found = [
        *map(_suggested, rows),
        *_by_paragraph(text, whole, _lines(text, rows), own),
        *_policies(text, own),
    ]
    found = [suggestion for suggestion in found if suggestion.name not in own.stops]
    return sorted(found, key=lambda suggestion: (suggestion.start, suggestion.end))


def _lines(text: str, rows: Sequence[Target]) -> frozenset[int]:
    """Where the lines begin that hold these rows of tables: what they say is read from the table."""
    within = [(text.rfind("\n", 0, row.start) + 1, row.end) for row in rows]
    starts = (re.finditer("(?m:^)", text[start:end]) for start, end in within)
    return frozenset(
        start + line.start() for (start, _), lines in zip(within, starts, strict=True) for line in lines
    )


def _by_paragraph(text: str, whole: Outline, read: frozenset[int], own: OwnWords) -> Iterator[Suggestion]:
    """Targets and tasks line by line, but for the lines that are `read` already."""
    words = Words(text, whole=own.whole)
    every = _Numbers(text, own.units)
    section = ""
    article: list[Suggestion] = []
    for paragraph, spans in groupby(sentences(text), key=lambda span: whole.at(span[0])):
        stretch = list(spans)
        if paragraph.start in read:
            continue
        line = text[slice(*stretch[0])]
        if paragraph.heading and not byline(line):
            section, article = _section(text, line, paragraph.end, section, own), []
        tasks: list[Suggestion] = []
        for span, verdict in zip(
            stretch, verdicts(text, stretch, paragraph, words, whole.reference, own.departments), strict=True
        ):
            yield from _targets(text, span, every.between(*span), paragraph, whole, verdict, words)
            if verdict.directive:
                tasks.append(_task(text, span, paragraph, whole.reference, verdict, section, own))
            elif said := byline(text[slice(*span)]):
                _assign(tasks or article, said)
                article = []
        _assign(tasks, closing_byline(text[slice(*stretch[-1])]))
        article += tasks
        yield from tasks


def _section(text: str, line: str, end: int, before: str, own: OwnWords) -> str:
    """Whose part of the document a heading opens: a department's, nobody's, or still that of the one before.

    Who issued a document stands at its head or, over the date, at its end, and leads none of its parts.
    """
    named = department(line, own.departments)
    if named:
        return "" if _DATE.match(text, end) or not _SPOKEN.search(text, 0, end) else named
    return "" if _PART.match(line) else before


def _assign(tasks: list[Suggestion], said: Readings) -> None:
    """Give the tasks of an article the departments of its byline, but for those that name their own."""
    for task_ in tasks:
        if "lead" not in task_.fields:
            task_.fields.update(said)


class _Numbers:
    """All numbers of a text, read in one pass."""

    def __init__(self, text: str, units: tuple[str, ...]) -> None:
        self._numbers = list(numbers(text, units=units))
        self._starts = [number.start for number in self._numbers]

    def between(self, start: int, end: int) -> list[Number]:
        return self._numbers[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _targets(
    text: str,
    span: tuple[int, int],
    found: list[Number],
    paragraph: Paragraph,
    whole: Outline,
    verdict: Verdict,
    words: Words,
) -> Iterator[Suggestion]:
    for target, against in targets(text, span, found, paragraph, whole.reference, verdict.directive, words):
        if not against:
            yield _suggested(target)


def _suggested(target: Target) -> Suggestion:
    return Suggestion(
        "target", target.start, target.end, target.readings, "number", target.reason, target.sureness
    )


def _task(
    text: str,
    span: tuple[int, int],
    paragraph: Paragraph,
    reference: int | None,
    verdict: Verdict,
    section: str,
    own: OwnWords,
) -> Suggestion:
    fields = task(text, *span, paragraph, reference, own)
    if section and "lead" not in fields:
        fields["lead"] = Reading(section, section)
    return Suggestion("task", *span, fields, "directive", verdict.reason, verdict.sureness)


def _policies(text: str, own: OwnWords) -> Iterator[Suggestion]:
    for policy in policies(text, own=own.policies):
        rule = "title" if policy.readings["form"].value == "titled" else "programme"
        yield Suggestion(
            "policy", policy.start, policy.end, policy.readings, rule, policy.reason, policy.sureness
        )


def records(
    text: str, headings: Sequence[Heading] = (), reference_year: int | None = None
) -> Iterator[dict[str, Any]]:
    """The lines of `suggest --json`: first the document with its text, then one record a suggestion.

    Records have the form of the annotation guideline with `start` and `end` in place of a sentence's id.
    """
    yield {"kind": "document", "text": text}
    for suggestion in suggest(text, headings, reference_year):
        values = {name: reading.value for name, reading in suggestion.fields.items()}
        yield {
            "kind": suggestion.kind,
            "start": suggestion.start,
            "end": suggestion.end,
            "quote": text[suggestion.start : suggestion.end],
            **_RECORDS[suggestion.kind](values),
            "reason": suggestion.reason,
            "sureness": suggestion.sureness,
        }


def _target_record(values: dict[str, Any]) -> dict[str, Any]:
    last: date | None = values.get("period_to")
    return {
        "indicator": values.get("indicator", ""),
        "comparator": values["comparator"],
        "value": _whole(values["value"]),
        "upper": _whole(values.get("upper")),
        "unit": values.get("unit", ""),
        "direction": values.get("direction"),
        "nature": values["nature"],
        "period": str(Period(values.get("period_from"), last)) if last else None,
    }


def _whole(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value


def _task_record(values: dict[str, Any]) -> dict[str, Any]:
    return {"marker": values.get("marker"), "actor": values.get("lead")}


def _policy_record(values: dict[str, Any]) -> dict[str, Any]:
    return {"name": values["name"], "form": values["form"], "action": values.get("action")}


_RECORDS = {"target": _target_record, "task": _task_record, "policy": _policy_record}
