"""How a briefing is wanted: its template, its parts and their order, how it cites, who hands it in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout

from desktop.dialog_parts import GAP, form, section
from desktop.export_options import OptionsPage, choice, choose
from desktop.ordered_ticks import OrderedTicks
from desktop.preset_bar import PresetBar
from desktop.quote_box import LinkButton
from desktop.report_source import ReportSource
from exporters.briefing import CHOSEN, MODERN, OFFICIAL, PARTS, Briefing

if TYPE_CHECKING:
    from exporters.report import Report

OTHER = ""
"""The line of the list of templates that asks for a file."""
LINES = ("name", "issue", "office")


class BriefingPage(OptionsPage):
    """Makes a Briefing. A template of one's own stays in the list, and is remembered."""

    previewed = True

    def __init__(self, source: ReportSource) -> None:
        super().__init__(source)
        self.heading = self.tr("Template and parts")
        shipped = {
            str(OFFICIAL): self.tr("Official (GB/T 9704)"),
            str(MODERN): self.tr("Modern, with a cover"),
        }
        self.template = choice(shipped | {OTHER: self.tr("Another template…")})
        self._template = str(OFFICIAL)
        self.sources = choice(
            {
                "footnotes": self.tr("as footnotes"),
                "endnotes": self.tr("as endnotes"),
                "inline": self.tr("in the text"),
            }
        )
        self.tasks_by = choice(
            {"department": self.tr("by department"), "number": self.tr("by their number in the document")}
        )
        self.lines = {name: QLineEdit() for name in LINES}
        self.parts = OrderedTicks()
        self.up, self.down = (LinkButton(text, fixed=True) for text in (self.tr("Up"), self.tr("Down")))
        self.presets = PresetBar(source, "parts", lambda: {"parts": list(self.parts.chosen())})
        self._show_parts(CHOSEN)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.template)

    def _lay_out(self) -> None:
        lines = form()
        lines.addRow(self.tr("Template"), self.template)
        lines.addRow(self.tr("Name of the series"), self.lines["name"])
        lines.addRow(self.tr("Number of the issue"), self.lines["issue"])
        lines.addRow(self.tr("Office"), self.lines["office"])
        lines.addRow(self.tr("Sources"), self.sources)
        lines.addRow(self.tr("Tasks"), self.tasks_by)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(section(self.tr("Parts")), 1)
        head.addWidget(self.up)
        head.addWidget(self.down)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(lines)
        column.addSpacing(4)
        column.addLayout(head)
        column.addWidget(self.presets)
        column.addWidget(self.parts, 1)

    def _connect(self) -> None:
        self.template.activated.connect(self._take_template)
        self.up.clicked.connect(lambda: self.parts.move_line(-1))
        self.down.clicked.connect(lambda: self.parts.move_line(1))
        self.presets.taken.connect(self._take_preset)
        self.parts.changed.connect(self.changed)
        for box in (self.sources, self.tasks_by):
            box.currentIndexChanged.connect(self.changed)
        for line in self.lines.values():
            line.textChanged.connect(self.changed)

    def options(self) -> Briefing:
        return Briefing(
            template=Path(self._template),
            parts=self.parts.chosen(),
            tasks_by=self.tasks_by.currentData(),
            sources=self.sources.currentData(),
            **{name: line.text().strip() for name, line in self.lines.items()},
        )

    def glance(self) -> Callable[[Report], str]:
        return partial(_html, asked=self.options())

    def missing(self) -> str:
        return "" if self.parts.chosen() else self.tr("Tick at least one part.")

    def kept(self) -> dict[str, Any]:
        return vars(self.options()) | {"template": self._template, "parts": list(self.parts.chosen())}

    def recall(self, kept: Mapping[str, Any]) -> None:
        if isinstance(template := kept.get("template"), str) and Path(template).is_file():
            self.use_template(Path(template))
        choose(self.sources, kept.get("sources"))
        choose(self.tasks_by, kept.get("tasks_by"))
        for name, line in self.lines.items():
            line.setText(str(kept.get(name, "")))
        self._show_parts(kept.get("parts", CHOSEN))

    def use_template(self, path: Path) -> None:
        """Take this template, which joins the list."""
        if self.template.findData(str(path)) < 0:
            self.template.insertItem(self.template.count() - 1, path.name, str(path))
        self._template = str(path)
        choose(self.template, self._template)
        self.changed.emit()

    def _take_template(self) -> None:
        chosen = self.template.currentData()
        if chosen == OTHER:
            chosen, _ = QFileDialog.getOpenFileName(
                self,
                self.tr("Choose a template"),
                str(Path(self._template).parent) if self.template.count() > 3 else "",
                f"{self.tr('Word documents')} (*.docx *.dotx)",
            )
        self.use_template(Path(chosen or self._template))

    def _take_preset(self, value: dict[str, Any]) -> None:
        self._show_parts(value.get("parts", CHOSEN))
        self.changed.emit()

    def _show_parts(self, chosen: Any) -> None:
        texts = {part.name: part.heading(self.source.language) for part in PARTS}
        self.parts.fill(texts, [str(name) for name in chosen])


def _html(report: Report, asked: Briefing) -> str:
    """The preview; a template of one's own is tried first, so that a mistake in it is told at once."""
    from exporters import briefing_preview
    from exporters.template import Template
    from exporters.template_values import values

    if asked.template not in (OFFICIAL, MODERN):
        template = Template(asked.template)
        template.fill(values(report, asked, template.names))
    return briefing_preview.html(report, asked)
