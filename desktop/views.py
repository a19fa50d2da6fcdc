"""The views of the window that can be painted off screen, each as an analyst would arrange it."""

import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from zipfile import ZipFile

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QFrame

from db.problems import Problem
from desktop import search_views
from desktop.export_dialog import ExportDialog
from desktop.import_dialog import ImportDialog
from desktop.main_window import MainWindow
from desktop.pages.paper import PRINTED
from desktop.return_dialog import ReturnDialog
from desktop.tracking.tracking import TABS
from desktop.words import views as word_views
from workbench import verbs

SHADE = QColor(0, 0, 0, 70)
SETTLED = 0.6
"""Seconds after which timers and animations have come to rest."""


class UnknownView(Problem):
    sentence = "There is no view called “{view}”; nothing was painted. Choose one of {views}."


class PictureNotSaved(Problem):
    sentence = (
        "The picture {name} could not be saved in {folder}; nothing was written. "
        "Choose a folder that is there, and a name that ends in .png."
    )


def show(window: MainWindow, project: Path, view: str) -> None:
    """Open the project and arrange the window."""
    if view not in VIEWS:
        raise UnknownView(view=view, views=", ".join(VIEWS))
    problems: list[Exception] = []
    window.workspace.failed.disconnect()
    window.workspace.failed.connect(problems.append)
    if view != "start":
        window.opening.open(project)
    for problem in problems:
        raise problem
    settle()
    VIEWS[view](window)
    settle()


def settle() -> None:
    """Let the window do what it does by itself."""
    end = monotonic() + SETTLED
    while monotonic() < end:
        QApplication.processEvents()


def picture(window: MainWindow) -> QPixmap:
    """The window with the dialog that is open over it, framed as no desktop frames it here."""
    whole = window.grab()
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            corner = window.rect().center() - dialog.rect().center()
            painter = QPainter(whole)
            painter.fillRect(window.rect(), SHADE)
            painter.drawPixmap(corner, dialog.grab())
            painter.setPen(QColor(window.theme.faint))
            painter.drawRect(dialog.rect().translated(corner))
            painter.end()
    for popup in window.findChildren(QFrame):
        if popup.isVisible() and popup.windowType() == Qt.WindowType.Popup:
            popup.render(whole, window.mapFromGlobal(popup.pos()))
    return whole


def _start(window: MainWindow) -> None:
    """The start page, as it was when nothing had been opened."""


def _main(window: MainWindow) -> None:
    """The last two documents beside each other, and a target of the first in focus."""
    reading, rows = window.desk.reading, window.workspace.shelf()
    reading.set_count(min(2, max(1, len(rows))))
    for frame, row in zip(reading.frames, rows[-2:], strict=False):
        reading.activate(frame)
        reading.open(row.id)
    reading.activate(reading.frames[0])
    reading.pane.setFocus()
    window.desk.ledgers.show_tab("target")
    settle()
    targets = [span for span in window.workspace.spans(reading.document_id or 0) if span.kind == "target"]
    if targets:
        window.tagging.click(targets[0].id)
        reading.pane.show_interval(targets[0].start, targets[0].end)


def _pages(window: MainWindow) -> None:
    """The last document that has pages, as text and as pages, at the same passage."""
    reading, space = window.desk.reading, window.workspace
    paged = [row.id for row in space.shelf() if row.media_type in PRINTED][-1:]
    reading.set_count(2)
    for frame in reading.frames if paged else ():
        reading.activate(frame)
        reading.open(paged[0])
    reading.turn_page()
    settle()
    for span in space.spans(reading.document_id or 0)[-1:]:
        reading.show_place(reading.document_id or 0, span.start, span.end)
        window.tagging.click(span.id)


def _aligned(window: MainWindow) -> None:
    """The last two documents aligned, at the sixth sentence that is reworded, or the last."""
    reading, aligning = window.desk.reading, window.aligning
    window.desk.ledgers.hide()
    window.desk.inspector.hide()
    _main(window)
    window.commands["aligned"].setChecked(True)
    while not aligning.facings and len(reading.shown_ids()) > 1:
        settle()
    window.tagging.leave()
    for _ in range(6):
        aligning.step("reworded")
    settle()


def _search(window: MainWindow) -> None:
    _main(window)
    window.search_field.setText("工业")
    window.searching.enter()


def _suggestions(window: MainWindow) -> None:
    """The list of suggestions, and the third of the active document in focus."""
    _main(window)
    window.tagging.leave()
    window.desk.ledgers.show_tab("suggestions")
    window.desk.reading.pane.set_scroll_fraction(0)
    for _ in range(3):
        window.commands["next_suggestion"].trigger()


def _mentions(window: MainWindow) -> None:
    """Where else stands what the first policy of the active document names."""
    _main(window)
    spans = window.workspace.spans(window.desk.reading.document_id or 0)
    window.tagging.click(next(span.id for span in spans if span.kind == "policy"))
    window.commands["tag_others"].trigger()
    while not window.findChildren(QDialog) and not window.status.currentMessage():
        QApplication.processEvents()


def _trigger(name: str) -> Callable[[MainWindow], None]:
    def triggered(window: MainWindow) -> None:
        _main(window)
        window.desk.library.choose([window.desk.reading.document_id or 0])
        window.commands[name].trigger()

    return triggered


def _import(window: MainWindow) -> None:
    _main(window)
    samples = Path(__file__).parent.parent / "resources" / "samples"
    window.shelving.import_files(sorted(samples.glob("20*.*")))
    (dialog,) = window.findChildren(ImportDialog)
    while dialog.reading.busy:
        QApplication.processEvents()


def _exporting(name: str, page: int = 1) -> Callable[[MainWindow], None]:
    """The export dialog at a page, with its preview."""

    def shown(window: MainWindow) -> None:
        _trigger(name)(window)
        (dialog,) = window.findChildren(ExportDialog)
        dialog.tabs.setCurrentIndex(page)
        while dialog.preview is not None and dialog.preview.busy:
            settle()

    return shown


def _returned(window: MainWindow) -> None:
    """A target sheet that an editor changed and sent back."""
    _main(window)
    with TemporaryDirectory() as folder:
        sheet = Path(folder) / "目标表.xlsx"
        verbs.export(verbs.gather(window.workspace.store, form="target_sheet"), sheet)
        edited = sheet.with_stem("目标表（改）")
        with ZipFile(sheet) as before, ZipFile(edited, "w") as after:
            for part in before.namelist():
                after.writestr(part, EDITED.get(part, bytes)(before.read(part)))
        window.returning.read(edited)
        while not window.findChildren(ReturnDialog):
            QApplication.processEvents()


def _edit_targets(xml: bytes) -> bytes:
    """Three notes, other figures, no last row."""
    note = rb'<c r="N\1" t="inlineStr"><is><t>&#24050;&#26680;&#23545;</t></is></c>'
    xml = re.sub(rb'<c r="N([4-6])"[^>]*></c>', note, xml)
    xml = re.sub(rb'(<c r="C[37]"[^>]*><v>)\d+', rb"\g<1>15", xml)
    return xml[: xml.rindex(b"<row ")] + xml[xml.rindex(b"</row>") + 6 :]


EDITED: dict[str, Callable[[bytes], bytes]] = {"xl/worksheets/sheet2.xml": _edit_targets}
"""What the editor did, by the part of the workbook."""


def _years(name: str) -> Callable[[MainWindow], None]:
    """A tab of the panel year on year, filled, with its first promise shown in the panes."""

    def shown(window: MainWindow) -> None:
        _main(window)
        window.commands[name].trigger()
        settle()
        while window.tracking.busy:
            settle()
        panel = window.tracking.panel
        assert panel is not None
        row = panel.tracker.grid.current()
        if name == "tracker" and row is not None:
            window.tracking.show_places(row.promise, row.report)
        elif name == "comparison":
            panel.comparison.choose_first("reworded")
        settle()

    return shown


VIEWS: dict[str, Callable[[MainWindow], None]] = {
    "main": _main,
    "start": _start,
    "pages": _pages,
    "aligned": _aligned,
    "search": _search,
    **search_views.VIEWS,
    "suggestions": _suggestions,
    "mentions": _mentions,
    "words": _trigger("lexicon"),
    "outline": _trigger("outline"),
    "find": _trigger("find"),
    "import": _import,
    "export": _trigger("briefing"),
    "sheet": _trigger("target_sheet"),
    "export_briefing": _exporting("briefing"),
    "export_sheet": _exporting("target_sheet"),
    "export_check": _exporting("briefing", 2),
    "sheet_return": _returned,
    "settings": _trigger("settings"),
    "properties": _trigger("properties"),
    "trash": _trigger("trash"),
    "shortcuts": _trigger("shortcuts"),
    "about": _trigger("about"),
    **{name: _years(name) for name in TABS},
    **word_views.VIEWS,
}
