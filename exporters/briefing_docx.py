"""The Word briefing 简报: a template of the office, filled with the parts that were asked for."""

from collections.abc import Callable, Collection, Iterator
from itertools import pairwise
from typing import BinaryIO

from exporters import briefing_annexes as annexes
from exporters import briefing_sections as sections
from exporters.briefing import PARTS, USUAL, Briefing, Part
from exporters.briefing_manuscript import Manuscript
from exporters.briefing_summary import summary
from exporters.progress import Progress, Tick
from exporters.report import Report
from exporters.template import Template
from exporters.template_problems import PartUnknown
from exporters.template_styles import fit
from exporters.template_values import ALL, values
from exporters.word_fields import contents
from exporters.word_frame import describe, marked, save, text_width

WRITERS: dict[str, Callable[[Manuscript], Iterator[str]]] = {
    "summary": summary,
    "targets": sections.targets,
    "tasks": sections.tasks,
    "policies": sections.policies,
    "changes": annexes.changes,
    "charts": annexes.charts,
    "overview": annexes.overview,
    "passages": annexes.passages,
    "documents": annexes.documents,
}
"""What writes each part; the table of contents is made of the others."""

LATE = ("summary",)
"""Parts that refer to others and are written after them, wherever they stand."""

CONTENTS = next(part for part in PARTS if part.name == "contents")


def write(report: Report, stream: BinaryIO, tick: Tick, asked: Briefing = USUAL) -> None:
    """Write the briefing as .docx; `tick` counts passages.

    Raises PartUnknown, and for its template the problems that exporters.template tells.
    """
    chosen = parts_of(report, asked)
    template = Template(asked.template)
    document = template.fill(values(report, asked, template.names))
    marks = marked(document)
    fit(document)
    describe(document, report)
    sheet = Manuscript(report, asked, document, text_width(document), Progress(tick, sections.rows(report)))
    made = written(sheet, chosen, marks)
    for notes in sheet.notes.values():
        notes.attach()
    save(document, _placed(made, marks), stream)


def _placed(made: dict[str, bytes], marks: Collection[str]) -> dict[str, bytes]:
    """What goes to each mark: a part with a mark of its own to that, the others to the mark of all."""
    others = [xml for name, xml in made.items() if name not in marks]
    return {mark: b"".join(others) if mark == ALL else made.get(mark, b"") for mark in marks}


def parts_of(report: Report, asked: Briefing) -> list[Part]:
    """The parts that will stand in the briefing: those asked for that the report has something for."""
    by_name = {part.name: part for part in PARTS}
    for name in asked.parts:
        if name not in by_name:
            raise PartUnknown(part=name, parts=", ".join(by_name))
    parts = (by_name[name] for name in dict.fromkeys(asked.parts))
    return [part for part in parts if _has(report, part)]


def _has(report: Report, part: Part) -> bool:
    if part.kind:
        return part.kind in report.tagged_kinds
    needed: dict[str, Callable[[], Collection[object]]] = {
        "summary": lambda: report.documents,
        "changes": lambda: report.changes,
        "charts": lambda: annexes.drawn(report),
        "overview": lambda: report.passages,
        "passages": lambda: report.passages,
        "documents": lambda: report.documents,
    }
    return part.name not in needed or bool(needed[part.name]())


def written(sheet: Manuscript, chosen: list[Part], apart: Collection[str] = ()) -> dict[str, bytes]:
    """Each part's XML by its name. Captions are counted in the order in which the parts stand.

    A table of contents that does not stand `apart` shares its page with the masthead: it lists the parts
    alone, and what follows opens a page.
    """
    headed = [part for part in chosen if part.name != "contents"]
    flows = "contents" not in apart
    opening = {part.name for before, part in pairwise(chosen) if flows and before.name == "contents"}
    made: dict[str, bytes] = {}
    for place, part in enumerate(headed, 1):
        name = sheet.words.section(place, part.heading(sheet.words.language))
        heading = sheet.heading(1, name, part.name in opening)
        body = b"" if part.name in LATE else _body(sheet, part)
        made[part.name] = heading.encode() + body
    for part in headed:
        if part.name in LATE:
            made[part.name] += _body(sheet, part)
    if len(headed) < len(chosen):
        heading = CONTENTS.heading(sheet.words.language)
        made["contents"] = contents(heading, sheet.entries, levels=1 if flows else 2).encode()
    return {part.name: made[part.name] for part in chosen}


def _body(sheet: Manuscript, part: Part) -> bytes:
    return b"".join(piece.encode() for piece in WRITERS[part.name](sheet))
