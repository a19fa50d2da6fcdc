"""The labelled properties that web pages and law databases set around a text: 发文字号：云政发〔2026〕3号.

Labels may stand in brackets (【发文字号】), be letter-spaced (标　　题), share a line, or stand in cells
of their own with the value in the next cell or in the same place of the next row.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from importers.characters import HAN
from importers.dates import Dated, dates
from importers.spacing import closed

LEXICON = Path(__file__).parent.parent / "resources" / "lexicons" / "page_labels.txt"

_MARK = r"(?:\s*[】\]]\s*[:：]?|\s*[:：]|\t|$)"
_VALUE_END = " \t\xa0\u3000|｜[【〖；;，,"
_EMPTY = re.compile(r"[\s无暂空\-—－/]*$")
_INDEX = re.compile(r"\d+[/-]\d{4}")


class Labels(NamedTuple):
    """The property that each known label states, its rank, the surest first; the pattern of all labels."""

    ranked: dict[str, tuple[str, int]]
    pattern: re.Pattern[str]


@cache
def known() -> Labels:
    """The labels of the lexicon, read when first asked for."""
    rows = [row for row in LEXICON.read_text("utf-8").splitlines() if not row.startswith("#")]
    listed = [
        (name, label) for name, _, labels in (row.partition(":") for row in rows) for label in labels.split()
    ]
    ranks = {label: (name, rank) for rank, (name, label) in enumerate(listed) if name != UNKEPT}
    longest_first = sorted((label for _, label in listed), key=len, reverse=True)
    spaced = "|".join(r"[\s\xa0\u3000]*".join(label) for label in longest_first)
    return Labels(ranks, re.compile(rf"[【\[〖]?\s*({spaced}){_MARK}", re.IGNORECASE))


UNKEPT, NO_RANK = "unkept", 1 << 16
_LEADING = re.compile(r"[\s\xa0\u3000·•|｜>]*")


def pairs(atoms: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The labels and values among `atoms`: the texts of cells, lines and list items in order.

    An empty atom is a cell without a value.
    """
    waiting: list[str] = []
    values = 0
    for atom in atoms:
        found = within(atom)
        bare = len(found) == 1 and not found[0][1]
        if bare and not values:
            waiting.append(found[0][0])
        elif found:
            yield from found
            waiting, values = ([found[0][0]], 0) if bare else ([], 0)
        elif values < len(waiting):
            yield waiting[values], atom
            values += 1
        if waiting and values == len(waiting):
            waiting, values = [], 0


def within(atom: str) -> list[tuple[str, str]]:
    """The labels in a text that begins with one, each with its value, which may be empty."""
    start = _LEADING.match(atom)
    if not (start and known().pattern.match(atom, start.end())):
        return []
    marks = list(known().pattern.finditer(atom, start.end()))
    ends = [*(mark.start() for mark in islice(marks, 1, None)), len(atom)]
    return [
        (re.sub(r"[\s\xa0\u3000]", "", mark.group(1)).lower(), atom[mark.end() : end].strip(_VALUE_END))
        for mark, end in zip(marks, ends, strict=True)
    ]


def is_label(text: str) -> bool:
    """Whether a text is a known label, with its value or without."""
    return bool(within(text))


def stated(found: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The properties that labels and values state, by the surest label of each; senseless values not."""
    best: dict[str, tuple[int, str]] = {}
    for label, value in found:
        name, rank = known().ranked.get(label, ("", 0))
        if name and (value := _sensible(name, value)) and rank < best.get(name, (NO_RANK, ""))[0]:
            best[name] = (rank, value)
    return {name: value for name, (_, value) in best.items()}


def _sensible(name: str, value: str) -> str:
    """The value as it is kept; empty where it can be none of that property."""
    value = value.strip()
    if _EMPTY.match(value) or len(value) > 200:
        return ""
    if name in ("date", "published"):
        return next((found.date.isoformat() for found in _dates(value)), "")
    if name == "issuer":
        return organs(value)
    value = closed(value.replace("\t", ""))
    if name == "number":
        return value if len(value) <= 40 and re.search(r"\d.*号", value) and not _INDEX.match(value) else ""
    return value if len(re.findall(f"[{HAN}]", value)) >= 4 else ""


def _dates(value: str) -> Iterator[Dated]:
    """The dates in a value, letter-spaced ones too."""
    yield from dates(value)
    yield from dates(re.sub(r"\s", "", value))


def organs(value: str) -> str:
    """Organs parted by spaces, commas or 、, joined by 、; empty where these are none."""
    names = [name for name in re.split(r"[\s\xa0\u3000、，,;；]+", value) if name]
    if names and all(len(name) == 1 for name in names):
        names = ["".join(names)]
    fit = all(2 <= len(name) <= 40 and re.fullmatch(rf"[{HAN}（）()A-Za-z·]+", name) for name in names)
    return "、".join(names) if fit and len(names) <= 30 else ""


def share_labelled(texts: Sequence[str]) -> float:
    """How many of the texts that are not empty begin with a known label, 0 to 1."""
    filled = [text for text in texts if text]
    return sum(map(is_label, filled)) / len(filled) if filled else 0.0
