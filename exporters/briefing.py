"""What a briefing can be asked for: its template, its parts and their order, how it cites."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

TEMPLATES = Path(__file__).resolve().parent.parent / "resources" / "templates"
OFFICIAL = TEMPLATES / "official.docx"
"""After GB/T 9704-2012."""
MODERN = TEMPLATES / "modern.docx"
"""With a cover."""

Sources = Literal["footnotes", "endnotes", "inline"]


@dataclass(frozen=True)
class Part:
    """A part of the briefing: what a template and a preset know it by, what people call it.

    `kind` is the kind of passage it is about; `chosen` says whether it is there unless otherwise asked.
    """

    name: str
    zh: str
    en: str
    kind: str = ""
    chosen: bool = True

    def heading(self, language: str) -> str:
        return self.zh if language == "zh" else self.en


PARTS = (
    Part("contents", "目录", "Contents"),
    Part("summary", "总体情况", "Summary"),
    Part("targets", "目标", "Targets", "target"),
    Part("tasks", "任务", "Tasks", "task"),
    Part("policies", "政策", "Policies", "policy"),
    Part("changes", "文件变化", "Changes between documents"),
    Part("charts", "图示", "Charts"),
    Part("overview", "标注情况", "Passages by document"),
    Part("passages", "原文附录", "All passages", chosen=False),
    Part("documents", "所据文档", "Documents"),
)
"""Every part, in the usual order."""

CHOSEN = tuple(part.name for part in PARTS if part.chosen)


@dataclass(frozen=True)
class Briefing:
    """How one briefing is to be made.

    `parts` are names of PARTS in the order wanted. `tasks_by` orders the tasks by lead department or by their
    number in the document. `name` is that of the series (青禾简报), `issue` its number, `office` who hands it
    in; a template shows them where it has a place for them.
    """

    template: Path = OFFICIAL
    parts: tuple[str, ...] = CHOSEN
    tasks_by: Literal["department", "number"] = "department"
    sources: Sources = "footnotes"
    name: str = ""
    issue: str = ""
    office: str = ""


def compares(options: object) -> bool:
    """Whether a report with these options needs its documents compared: a briefing that shows changes."""
    return isinstance(options, Briefing) and "changes" in options.parts


USUAL = Briefing()
"""What nobody asked otherwise."""
