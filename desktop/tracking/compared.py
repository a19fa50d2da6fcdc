"""Two documents compared, as rows of one list: sentences by state, and what became of tasks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from analysis.align import Alignment, Text, align
from analysis.continued import Continued
from analysis.own_words import OwnWords
from db.kinds import Choice, Field
from workbench.comparing import USUAL, Comparison, Line, courses

NEW, DROPPED, REWORDED, SAME, TASKS = "new", "dropped", "reworded", "same", "tasks"
STATES = (
    Choice(NEW, "新增", "new"),
    Choice(DROPPED, "删去", "dropped"),
    Choice(REWORDED, "改写", "reworded"),
    Choice(SAME, "未变", "same"),
    Choice("task_continued", "任务延续", "task continued"),
    Choice("task_finished", "任务完成", "task finished"),
    Choice("task_dropped", "任务未再提", "task dropped"),
)
STATE = Field("state", "choice", "变化", "Change", 7, STATES)


class Asked(NamedTuple):
    """All that comparing needs: two texts, the tasks of the first, the year of the second, own words."""

    a: Text
    b: Text
    tasks: list[tuple[int, int]]
    year: int | None
    own: OwnWords


class Compared(NamedTuple):
    """A sentence that is new, dropped or reworded, or a task; an absent side has no words."""

    state: str
    a_start: int
    a_end: int
    b_start: int
    b_end: int
    a: str
    b: str
    a_paragraph: int | None
    b_paragraph: int | None
    sureness: float


def work_out(asked: Asked) -> tuple[Alignment, list[Continued]]:
    """The alignment of two texts and what became of the tasks; takes a while, and needs no store."""
    return align(asked.a, asked.b).at_least(USUAL), courses(*asked)


def rows(comparison: Comparison, asked: Asked, tasks: Sequence[Continued]) -> list[Compared]:
    """Sentences in the order of the first document, then tasks in theirs."""
    return [*map(_sentence, comparison.lines), *(_task(one, asked) for one in tasks)]


def _sentence(line: Line) -> Compared:
    pair = line.pair
    place = pair.a_start, pair.a_end, pair.b_start, pair.b_end
    return Compared(pair.state, *place, line.a, line.b, line.a_paragraph, line.b_paragraph, pair.sureness)


def _task(one: Continued, asked: Asked) -> Compared:
    words = asked.a.text[one.start : one.end], asked.b.text[one.b_start : one.b_end]
    place = one.start, one.end, one.b_start, one.b_end
    return Compared(f"task_{one.state}", *place, *words, None, None, one.sureness)


def of(rows: Sequence[Compared], wanted: str) -> list[Compared]:
    """The rows of a list: of a state of sentences, or all tasks."""
    if wanted == TASKS:
        return [row for row in rows if row.state.startswith("task_")]
    return [row for row in rows if row.state == wanted]


def copied(rows: Sequence[Compared], titles: tuple[str, str], language: str) -> str:
    """A numbered list to be pasted: what it says now, else what it said, and where."""
    return "\n".join(f"{number}. {_told(row, titles, language)}" for number, row in enumerate(rows, 1))


def _told(row: Compared, titles: tuple[str, str], language: str) -> str:
    words, title, paragraph = (
        (row.b, titles[1], row.b_paragraph) if row.b else (row.a, titles[0], row.a_paragraph)
    )
    before = {"zh": f"（原文：{row.a}）", "en": f" (before: {row.a})"}[language]
    after = before if row.state == REWORDED else ""
    return f"{words}{after} [{title}{f' ¶{paragraph}' if paragraph else ''}]".replace("\n", " ")
