"""The window: a frame that is painted first, then furnished with the store and all connections.

What the commands do stands in the one block of connections here; the doing itself is in the modules named
after it: opening, shelving, tagging, searching, exporting. They bring in the store, so they are imported
behind the first paint.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDropEvent, QGuiApplication, QKeySequence

from desktop import menus, modal
from desktop.arrangement import Arrangement
from desktop.commands import RECENT
from desktop.frame import Frame
from desktop.pane_commands import pane_handlers
from desktop.plain_imports import plain_imports
from desktop.problem_box import ProblemBox
from desktop.settings import Memory, Settings
from desktop.theme import reading_font
from desktop.warming import warm_up
from desktop.work_queue import WorkQueue

if TYPE_CHECKING:
    from desktop.desk import Desk
    from desktop.label_picker import LabelPicker
    from desktop.workspace import Workspace


BEHIND = 20
"""Milliseconds after the panes were filled, by when they are painted."""
NOTICE = 8_000
"""Milliseconds a notice stands in the status line."""
CALM = 1_000
"""Milliseconds after the opening of a project until the window has come to rest."""


class MainWindow(Frame):
    """The frame, at work once it is furnished."""

    desk: Desk
    workspace: Workspace
    furnished = False
    language_changed = Signal()
    """The window should be opened anew, in another language."""

    def __init__(self, settings: Settings, memory: Memory, language: str) -> None:
        super().__init__(settings, memory, language)
        self.works = WorkQueue(self)
        self.arrangement = Arrangement(self, memory)

    def begin(self, project: Path | None, reopen: bool = True) -> None:
        """Open the project asked for, or the last one, and furnish the rest behind its first paint.

        Without `reopen`, none is opened where none is asked for.
        """
        with plain_imports():
            self.lay_desk()
            self.opening.start(project, reopen)
        if not self.workspace.is_open:
            self.pages.setCurrentWidget(self.start_page)
            self.start_page.cards[0].setFocus()
        QTimer.singleShot(BEHIND, self._furnish_behind)

    def furnish(self) -> None:
        """Bring in the store and all panels, and connect everything."""
        self.lay_desk()
        self.equip()

    def _furnish_behind(self) -> None:
        with plain_imports():
            self.equip()

    def lay_desk(self) -> None:
        """Bring in the store, the library and the panes: what an open project needs to be read."""
        from desktop.desk import Desk
        from desktop.opening import Opening
        from desktop.preferences import Preferences
        from desktop.workspace import Workspace

        self.desk = Desk()
        self.pages.addWidget(self.desk)
        self.desk.restore(self.memory.desk)
        self.desk.reading.set_theme(self.theme)
        self.desk.library.set_theme(self.theme)
        self._set_reading_font()
        self.workspace = Workspace(self)
        self.desk.reading.source = self.workspace
        self.opening = Opening(self.workspace, self.settings, self.memory, self)
        self.preferences = Preferences(self.settings, self.workspace, self.works, self)
        self.workspace.opened.connect(self.show_project)
        self.workspace.failed.connect(self.tell)

    def equip(self) -> None:
        """Bring in all else, and connect everything."""
        from desktop.aligning import Aligning
        from desktop.exporting import Exporting
        from desktop.refresh import Refresh
        from desktop.returning import Returning
        from desktop.search_work import SearchWork
        from desktop.searching import Searching
        from desktop.shelving import Shelving
        from desktop.stepping import Stepping
        from desktop.suggesting import Suggesting
        from desktop.tagging import Tagging
        from desktop.teaching import Teaching
        from desktop.tracking.tracking import Tracking
        from desktop.words.word_work import WordWork

        desk, space = self.desk, self.workspace
        desk.complete(self.language)
        self.tagging = Tagging(space, desk.reading, desk.inspector, desk.ledgers)
        self.stepping = Stepping(space, self)
        self.suggesting = Suggesting(space, self.tagging, desk.library)
        self.teaching = Teaching(self.tagging, self.language, self)
        self.refresh = Refresh(space, desk, self.suggesting, self.commands, self.status)
        self.searching = Searching(space, self.search_field, desk.ledgers, desk.reading)
        self.search_work = SearchWork(self.searching, space, self)
        self.shelving = Shelving(space, desk.library, self.memory, self)
        self.aligning = Aligning(space, desk.reading, self.commands)
        self.exporting = Exporting(space, desk.reading, self.settings, self.memory, self.language, self)
        self.returning = Returning(space, self.memory, self.language, self)
        self.tracking = Tracking(space, desk, self.language, self)
        self.word_work = WordWork(space, desk.reading, self.searching, self.language, self)
        self._connect()
        self.furnished = True
        self._dress_panels()
        self.refresh.enable()
        if space.is_open:
            self._show_rest()

    def _connect(self) -> None:
        """All wiring of the window."""
        from workbench import verbs

        desk, space, tagging, refresh = self.desk, self.workspace, self.tagging, self.refresh
        reading, ledgers, inspector = desk.reading, desk.ledgers, desk.inspector
        for side, part in desk.sides.items():
            self.commands[side].setChecked(not part.isHidden())
        self.commands.connect_all(self._handlers())
        space.closing.connect(self.arrangement.keep)
        space.closing.connect(inspector.confirm)
        space.closing.connect(ledgers.confirm)
        space.closed.connect(self.show_start)
        space.closed.connect(refresh.start_anew)
        space.documents_changed.connect(refresh.documents)
        space.passages_changed.connect(refresh.passages)
        space.saved.connect(refresh.soon)
        reading.active_changed.connect(refresh.enable)
        reading.active_changed.connect(refresh.open_ones)
        reading.selection_changed.connect(refresh.enable)
        reading.passage_clicked.connect(tagging.click)
        reading.passage_left.connect(tagging.leave)
        reading.passage_ends_moved.connect(partial(space.do, verbs.move))
        reading.menu_requested.connect(self.open_passage_menu)
        reading.chooser_requested.connect(self.choose_document)
        tagging.focus_changed.connect(refresh.enable)
        reading.entered.connect(self.suggesting.enter)
        for panel in (inspector, ledgers):
            panel.state_change_requested.connect(self.suggesting.set_state)
            panel.field_change_requested.connect(partial(space.do, verbs.set_field))
            panel.kind_change_requested.connect(partial(space.do, verbs.change_kind))
            panel.untag_requested.connect(partial(space.do, verbs.untag))
            panel.reveal_requested.connect(tagging.reveal)
        inspector.link_part_requested.connect(partial(space.do, verbs.unlink))
        ledgers.rows_requested.connect(refresh.ledger)
        ledgers.selection_changed.connect(tagging.select)
        ledgers.show_requested.connect(reading.show_place)
        self.start_page.recent_requested.connect(self.opening.open)
        self.commands.menus[RECENT].aboutToShow.connect(self.fill_recent)
        self.status.cancel_requested.connect(self.works.cancel)
        self.opening.building.connect(partial(self.commands.withhold, "sample"))
        desk.shown_changed.connect(lambda part, shown: self.commands[part].setChecked(shown))
        self._connect_library()
        self._connect_labels(inspector.picker)
        self._connect_works()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.change_theme)

    def _connect_library(self) -> None:
        library, reading = self.desk.library, self.desk.reading
        library.opened.connect(reading.open)
        library.opened_beside.connect(reading.open_beside)
        library.chosen_changed.connect(self.refresh.enable)
        library.menu_requested.connect(partial(self.open_menu, menus.ON_DOCUMENT))
        library.removal_requested.connect(self.remove_documents)
        for part in (library, reading):
            part.import_requested.connect(self.commands["import"].trigger)

    def _connect_works(self) -> None:
        self.works.begun.connect(self.status.watch)
        self.works.waits.connect(self.status.tell_waiting)
        self.works.failed.connect(self.tell)
        self.preferences.changed.connect(self.change_theme)
        self.preferences.language_changed.connect(self.language_changed)
        telling = self.desk.reading, self.exporting, self.returning, self.suggesting, self.teaching
        for teller in (*telling, self.aligning, self.stepping, self.search_work, self.preferences):
            teller.told.connect(partial(self.status.showMessage, timeout=NOTICE))
        self.exporting.passage_requested.connect(self.tagging.visit)
        self.searching.shown.connect(partial(self.commands["ledgers"].setChecked, True))
        self.tracking.export_requested.connect(self.commands["target_sheet"].trigger)
        self.tracking.told.connect(lambda words: self.status.showMessage(words, NOTICE))
        asking = self.tracking, self.shelving, self.exporting, self.returning, self.suggesting, self.aligning
        for source in (self.opening, self.teaching, self.word_work, self.search_work, *asking):
            source.working.connect(self.works.add)
        self.shelving.imported.connect(self.show_imported)

    def _connect_labels(self, picker: LabelPicker) -> None:
        from workbench import verbs

        space = self.workspace
        picker.label_put_requested.connect(partial(space.do, verbs.put_label))
        picker.label_take_requested.connect(partial(space.do, verbs.take_label))
        picker.label_add_requested.connect(partial(space.do, verbs.add_label))
        picker.label_rename_requested.connect(partial(space.do, verbs.rename_label))
        picker.label_recolour_requested.connect(partial(space.do, verbs.recolour_label))
        picker.label_move_requested.connect(partial(space.do, verbs.move_label))
        picker.label_remove_requested.connect(partial(space.do, verbs.remove_label))

    def _handlers(self) -> dict[str, Callable[..., object]]:
        """What each command does, by its id."""
        from desktop.pages_beside import PagesBeside
        from exporters import EXPORTERS

        return {
            "new": self.opening.ask_new,
            "open": self.opening.ask_open,
            "forget_recent": self.opening.forget_all,
            "sample": self.opening.open_sample,
            "import": self.shelving.ask_import,
            "take_over": self.shelving.ask_take_over,
            "properties": self.shelving.edit_properties,
            "open_beside": self.open_chosen_beside,
            "remove": self.remove_documents,
            "trash": self.shelving.show_trash,
            **{exporter.name: partial(self.exporting.ask, exporter.name) for exporter in EXPORTERS},
            "bring_back": self.returning.ask,
            "close_project": self.workspace.close,
            "settings": self.preferences.edit,
            "quit": self.close,
            "search": self.searching.begin,
            "go_back": self.searching.go_back,
            "reindex": self.search_work.reindex,
            **{side: self.desk.shows(side) for side in self.desk.sides},
            **{f"ledger_{name}": partial(self.desk.show_ledger, name) for name in self.desk.ledgers.pages},
            "shortcuts": self.show_shortcuts,
            "about": self.show_about,
            **self.stepping.handlers(),
            **self.suggesting.handlers(),
            **self.teaching.handlers(),
            **self.aligning.handlers(),
            **self.tracking.handlers(),
            **self.word_work.handlers(),
            **pane_handlers(self.desk.reading, self.tagging),
            "page_beside": PagesBeside(self.desk.reading, self.commands["linked"]).turn,
        }

    def show_project(self) -> None:
        """A project was opened: show its documents, as they stood when it was closed."""
        space = self.workspace
        self.setWindowTitle(self.tr("{project} – Cezhu").format(project=space.store.path.stem))
        self.banner.show_owner(space.writable, space.store.owner)
        self.pages.setCurrentWidget(self.desk)
        self.desk.show_documents(space.shelf(), self.arrangement.panes())
        QTimer.singleShot(CALM, warm_up)
        if self.furnished:
            self._show_rest()

    def _show_rest(self) -> None:
        """Let inspector, ledgers and commands follow the project that was opened."""
        self.desk.set_read_only(not self.workspace.writable)
        self.arrangement.restore()
        self.refresh.in_a_moment()

    def show_start(self) -> None:
        """No project is open any more."""
        self.setWindowTitle(self.tr("Cezhu"))
        self.banner.hide()
        self.tagging.leave()
        self.desk.reading.clear()
        self.status.clear()
        self.start_page.show_recent(self.memory.recent)
        self.pages.setCurrentWidget(self.start_page)
        self.start_page.cards[0].setFocus()
        self.refresh.name_steps()

    def tell(self, error: Exception) -> None:
        """Say what went wrong, all of one work in one box."""
        ProblemBox(error.exceptions if isinstance(error, ExceptionGroup) else [error], self).open()

    def open_menu(self, names: tuple[str, ...], place: QPoint) -> None:
        menus.show(menus.of_commands(self.commands, names, self), place)

    def open_passage_menu(self, place: QPoint, ids: list[int]) -> None:
        """What can be done with the selection, or with the passage there."""
        self.open_menu((*menus.ON_SELECTION, *(menus.ON_PASSAGE if ids else ()), "find"), place)

    def choose_document(self) -> None:
        """Let a document be chosen below the title of the active pane."""
        reading = self.desk.reading
        menu = menus.of_documents(self.workspace.shelf(), reading.open, self)
        menus.show(menu, reading.active.below_title())

    def show_imported(self, ids: list[int]) -> None:
        """Documents were imported: let the first ones be read at once."""
        self.desk.show_imported(self.workspace.shelf(), ids)

    def remove_documents(self) -> None:
        """Move the chosen documents to the trash, and say how they come back."""
        chosen = set(self.desk.library.chosen())
        self.shelving.remove()
        if chosen and chosen.isdisjoint(row.id for row in self.workspace.shelf()):
            undo = self.commands["undo"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            self.status.showMessage(self.tr("Moved to the trash · {undo}").format(undo=undo), NOTICE)

    def open_chosen_beside(self) -> None:
        for document_id in self.desk.library.chosen()[:1]:
            self.desk.reading.open_beside(document_id)

    def fill_recent(self) -> None:
        menus.fill_recent(self.commands.menus[RECENT], self.memory.recent, self.opening.open)

    def show_shortcuts(self) -> None:
        from desktop.shortcuts_dialog import ShortcutsDialog

        modal.show(ShortcutsDialog(self))

    def show_about(self) -> None:
        from desktop.about_dialog import AboutDialog

        modal.show(AboutDialog(self))

    def dress(self) -> None:
        super().dress()
        if self.furnished:
            self._dress_panels()

    def _dress_panels(self) -> None:
        panels = self.desk, self.refresh, self.shelving, self.teaching, self.aligning, self.tracking
        for part in (*panels, self.word_work):
            part.set_theme(self.theme)
        self.desk.reading.outlined = self.settings.outline
        self._set_reading_font()

    def _set_reading_font(self) -> None:
        family, points = self.settings.reading_family, self.settings.reading_points
        self.desk.reading.set_reading_font(reading_font(family, points))

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        self.shelving.import_files(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything is saved already; what stands where is remembered."""
        modal.close_all(self)
        self.works.stop()
        if self.furnished:
            self.workspace.close()
            self.arrangement.keep()
        super().closeEvent(event)
