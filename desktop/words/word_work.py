"""Counts the words of the project behind the window, and carries out what the window of words asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from db.problems import Problem
from desktop.counted import counted
from desktop.reading_view import ReadingView
from desktop.searching import Searching
from desktop.theme import LIGHT, Theme
from desktop.work import LongWork, Tick, Work
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from desktop.words.window import WordsWindow
    from workbench.word_counts import KeywordRow, Task, WordCounts, WordRow, YearRow

LATER = 400
"""Milliseconds after the last change until the window of words follows."""


class WordWork(QObject):
    """Brings the window of words in when it is first asked for; what was counted is kept with the project."""

    working = Signal(LongWork)
    """Long work is to be done."""

    dialog: WordsWindow | None = None
    known: WordCounts | None = None

    def __init__(
        self, workspace: Workspace, reading: ReadingView, search: Searching, language: str, window: QWidget
    ) -> None:
        super().__init__(window)
        self.workspace, self.reading, self.searching = workspace, reading, search
        self.language, self.window, self.theme = language, window, LIGHT
        self.busy = False
        self._shown: Any = None
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self.follow)
        workspace.saved.connect(lambda _back: self._later.start())
        reading.active_changed.connect(self._later.start)
        workspace.closed.connect(self._forget)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the command does."""
        return {"words": self.show}

    def show(self) -> None:
        """Show the window of words, or bring it to the front."""
        if self.dialog is None:
            self.dialog = self._fresh()
        self.dialog.set_writable(self.workspace.writable)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self.follow()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        if self.dialog is not None:
            self.dialog.set_theme(theme)

    def follow(self) -> None:
        """Count what is not counted yet, and show it."""
        from workbench import word_counts

        if self.dialog is None or not self.dialog.isVisible() or not self.workspace.is_open:
            return
        store = self.workspace.store
        if self.dialog.tab == "together":
            self.dialog.together.show_grids(*word_counts.together(store))
        if self.busy:
            return
        self.known = self.known or word_counts.WordCounts()
        task = self.known.task(store)
        open_ids = self.reading.shown_ids() if self.dialog.scope.currentData() == "open" else None
        sources, stops = word_counts.sources(store, open_ids), word_counts.stop_words(store)
        asked = sources, task.whole, stops
        if task.texts or asked != self._shown:
            self._count(self.known, task, asked)

    def _count(self, known: WordCounts, task: Task, asked: Any) -> None:
        from workbench import word_counts

        sources, _, stops = asked

        def call(tick: Tick) -> tuple[list[WordRow], list[KeywordRow]]:
            known.take(task, word_counts.count(task, tick))
            return known.frequencies(sources, stops), known.keywords(sources, stops)

        work = Work(
            call,
            self,
            self.tr("Counting words"),
            self.tr("The words were not counted to the end; open the window of words to go on."),
        )
        self.busy = True
        self._tell(self.tr("Counting words…"))
        work.done.connect(lambda found: self._show(asked, *found))
        for end in (work.failed, work.stopped):
            end.connect(self._give_up)
        self.workspace.closing.connect(work.cancel)
        self.working.emit(work)

    def _show(self, asked: Any, frequencies: list[WordRow], keywords: list[KeywordRow]) -> None:
        self.busy = False
        if self.dialog is None:
            return
        self._shown = asked
        self.dialog.show_words(frequencies, keywords)
        words, documents = counted(len(frequencies), "word"), counted(len(asked[0]), "document")
        self._tell(self.tr("{words} in {documents}").format(words=words, documents=documents))
        self.follow()

    def _give_up(self, *_error: object) -> None:
        self.busy = False
        self._tell(self.tr("The words were not counted to the end; open the window of words to go on."))

    def _tell(self, words: str) -> None:
        if self.dialog is not None:
            self.dialog.tell(words)

    def _years(self, words: Sequence[str]) -> Sequence[YearRow]:
        from workbench import word_counts

        if self.busy or self.known is None or not self.workspace.is_open:
            return ()
        known, sources = self.known, word_counts.sources(self.workspace.store)
        return known.through_years([source for source in sources if source.id in known.counts], words)

    def _fresh(self) -> WordsWindow:
        from desktop.words.window import WordsWindow

        dialog = WordsWindow(self.language, self.window)
        dialog.through_years.rows_of = self._years
        dialog.set_theme(self.theme)
        dialog.scope_changed.connect(self.follow)
        dialog.tabs.currentChanged.connect(lambda _place: self.follow())
        dialog.search_requested.connect(self._search)
        dialog.words_requested.connect(self._add)
        dialog.export_requested.connect(self._export)
        dialog.through_years.saving_failed.connect(self.workspace.failed)
        return dialog

    def _search(self, word: str) -> None:
        """Look for a word in all documents."""
        self.searching.field.setText(word)
        self.window.activateWindow()
        self.searching.enter()

    def _add(self, words: list[str], role: str) -> None:
        from workbench import word_counts

        self.workspace.do(word_counts.add_words, words, role)
        self.follow()

    def _export(self, path: Path, title: str, headings: list[str], rows: list[Any]) -> None:
        from exporters import word_table

        try:
            word_table.write(path, title, headings, rows)
        except Problem as problem:
            self.workspace.failed.emit(problem)
        else:
            self._tell(self.tr("{name} is written.").format(name=path.name))

    def _forget(self) -> None:
        """The project was closed, and with it what was counted of it."""
        self.known = self._shown = None
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.deleteLater()
            self.dialog = None
