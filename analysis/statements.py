"""What reports say of promises in words alone: 全面完成棚户区改造任务, 超额完成城镇新增就业目标."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from analysis.indicator_names import name
from analysis.judge import EXCEEDED, MET
from analysis.lexicons import pattern
from analysis.marks import full_width
from analysis.sections import PLAN, outline
from analysis.suggest import Heading
from analysis.trace_mentions import Mention

_CLAUSE = re.compile(r"[^，。；：！？\n]+")
_FULFILLED = re.compile(
    r"(?P<more>超额|提前超额)?(?:全面|圆满|如期|顺利|提前|较好|胜利|全部|已)*(?:完成|实现|达到)了?"
    r"[^，。；]{0,60}?(?:目标|任务|指标|计划|预期)|(?:目标|任务|指标|计划)[^，。；]{0,6}?(?P<over>超额)?(?:全面|圆满|如期|顺利|提前|全部)*(?:完成|实现)"
)
_SURE = 0.7
_SHORTEST = 4
"""Characters of the shortest name that is looked for in words."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause text[start:end] that says some target was reached; `state` is met or exceeded."""

    document_id: int
    start: int
    end: int
    quote: str
    state: str
    sureness: float = _SURE


def statements(
    text: str, headings: Sequence[Heading] = (), year: int | None = None, document_id: int = 0
) -> list[Statement]:
    """The clauses of a text that say so, outside of what it plans."""
    typed = full_width(text)
    whole = outline(typed, frozenset(start for start, _, _ in headings), year)
    return [found for found in _in_clauses(text, typed, document_id) if whole.at(found.start).mode != PLAN]


def _in_clauses(text: str, typed: str, document_id: int) -> Iterator[Statement]:
    """`typed` is the text with Chinese marks; the quotes are those of the text itself."""
    for clause in _CLAUSE.finditer(typed):
        words = clause[0]
        if (found := _FULFILLED.search(words)) and not pattern("{ahead}|{promised}").search(words):
            state = EXCEEDED if found["more"] or found["over"] else MET
            yield Statement(document_id, *clause.span(), text[slice(*clause.span())], state)


def stated(promise: Mention, statements: Iterable[Statement]) -> Statement | None:
    """The first statement that names the promise's indicator; one that only says 各项目标 names none."""
    bare = name(promise.indicator).bare
    wanted = {bare, promise.indicator}
    return next((s for s in statements if any(len(w) >= _SHORTEST and w in s.quote for w in wanted)), None)
