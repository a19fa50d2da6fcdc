"""The fields of one passage as an analyst tags it; names and types of values are those of `db/kinds.py`."""

import re
from collections.abc import Iterator

from analysis.departments import departments
from analysis.governing import verb_of
from analysis.indicators import Words
from analysis.lexicons import pattern
from analysis.marks import full_width
from analysis.numbers import numbers
from analysis.own_words import NO_WORDS, OwnWords
from analysis.policies import named, policies
from analysis.readings import Reading, Readings
from analysis.sections import Outline, Paragraph, outline
from analysis.sentences import sentence_at
from analysis.strength import strength
from analysis.tables import table_targets
from analysis.targets import Target, targets
from analysis.tasks import MARKER, TOLD, verdicts
from analysis.times import times

_DUE = re.compile(r"(?:到|至|截至|在|于|力争|确保)$")
_LIMIT = re.compile(r"(?:底|末|前|内|之前|以前)$")
_SPAN = re.compile(r"[—\-－–~～至]|时期|期间")


def read(
    text: str, start: int, end: int, kind: str, reference_year: int | None = None, own: OwnWords = NO_WORDS
) -> Readings:
    """The fields of the passage text[start:end] of a kind: task, target or policy.

    The sentence and the section around it are looked at too. A field that cannot be told is left out. Of
    several numbers the first is read; `several` reads them all.
    """
    if start >= end:
        return {}
    text = full_width(text)
    if kind == "target":
        return next((target.readings for target in several(text, start, end, reference_year, own)), {})
    if kind == "policy":
        return _policy(text, start, end, own)
    return task(text, start, end, outline(text, reference=reference_year).at(start), reference_year, own)


def several(
    text: str, start: int, end: int, reference_year: int | None = None, own: OwnWords = NO_WORDS
) -> list[Target]:
    """A target for every number in text[start:end]: those that count as targets, or all where none does.

    Each has its own place and fields, so that one selection can become several passages. In a table of
    indicators its rows are read.
    """
    text = full_width(text)
    whole = outline(text, reference=reference_year)
    rows = [row for row in table_targets(text, whole.reference) if start <= row.number < end]
    if rows:
        return rows
    read_all = [
        pair for span in _sentences(text, start, end) for pair in _in_sentence(text, span, whole, own)
    ]
    inside = [
        (target, against) for target, against in read_all if start <= target.number and target.number < end
    ]
    return [target for target, against in inside if not against] or [target for target, _ in inside]


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        span = sentence_at(text, at)
        if span[0] < span[1]:
            yield span
        at = max(at, span[1]) + 1


def _in_sentence(
    text: str, span: tuple[int, int], whole: Outline, own: OwnWords
) -> Iterator[tuple[Target, str]]:
    paragraph = whole.at(span[0])
    words = Words(text, *span, own.whole)
    verdict = next(verdicts(text, [span], paragraph, words, whole.reference, own.departments))
    found = list(numbers(text, *span, own.units))
    return targets(text, span, found, paragraph, whole.reference, verdict.directive, words)


def _policy(text: str, start: int, end: int, own: OwnWords) -> Readings:
    """The policy mentioned in the passage, or the passage itself as a name."""
    first, last = sentence_at(text, start)
    for policy in policies(text, min(first, start), max(last, end), own.policies):
        if policy.start < end and start < policy.end:
            return policy.readings
    quote = text[start:end].strip()
    form = "titled" if quote.startswith("《") else "programme"
    return named(quote.strip("《》"), form, verb_of(text, first, start, end))


def task(
    text: str,
    start: int,
    end: int,
    paragraph: Paragraph,
    reference_year: int | None,
    own: OwnWords = NO_WORDS,
) -> Readings:
    """The fields of a task: marker, action, who leads and supports, how strongly, and when it is due."""
    sentence = text[start:end]
    opening = MARKER.match(sentence)
    body = opening.end() if opening else 0
    readings: Readings = {}
    if opening and opening["marker"]:
        readings["marker"] = Reading(opening["marker"], opening["marker"])
    told = pattern(TOLD).match(sentence, body)
    action = sentence[told.end() if told else body :].strip(" \n。；;")
    if action:
        readings["action"] = Reading(action, action)
    if how := strength(sentence[body:]):
        readings["strength"] = how
    return (
        readings | departments(sentence[body:], own.departments) | _due(sentence, paragraph, reference_year)
    )


def _due(sentence: str, paragraph: Paragraph, reference_year: int | None) -> Readings:
    for time in times(sentence, reference_year, paragraph.year):
        said = sentence[time.start : time.end]
        if _LIMIT.search(said) or _SPAN.search(said) or _DUE.search(sentence, 0, time.start):
            due: Readings = {"due_to": Reading(time.period.last, said)}
            if time.period.first and _SPAN.search(said):
                due["due_from"] = Reading(time.period.first, said)
            return due
    return {}
