"""What the commands on mentions and on the project's own words do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop import modal
from desktop.asking import Asking
from desktop.tagging import Tagging
from desktop.theme import LIGHT, Theme
from desktop.work import LongWork, Tick, Work
from workbench import lexicon, mentioning, suggesting
from workbench.mentioning import Place, Subject


class Teaching(QObject):
    """Lets what is known in one place be known in others."""

    working = Signal(LongWork)
    told = Signal(str)
    """A notice for the analyst."""

    def __init__(self, tagging: Tagging, language: str, window: QWidget) -> None:
        super().__init__(window)
        self.tagging, self.language, self.window = tagging, language, window
        self.workspace = tagging.workspace
        self.theme: Theme = LIGHT

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the commands do, by their ids."""
        return {"tag_others": self.find_mentions, "lexicon": self.edit_words}

    def find_mentions(self) -> None:
        """Look behind the window for what the passage in focus names, and offer to tag it everywhere."""
        wanted = mentioning.subject(self.workspace.store, self.tagging.ids[0])
        if wanted is None:
            self.told.emit(self.tr("This passage names no policy and no indicator that could be looked for."))
            return
        documents = suggesting.sources(self.workspace.store)
        own, asking = lexicon.own_words(self.workspace.store), Asking(self.workspace, self)

        def call(tick: Tick) -> dict[int, list[Place]]:
            found: dict[int, list[Place]] = {}
            for done, document in enumerate(documents.through(asking.through(tick))):
                tick(done, len(documents))
                found[document.id] = mentioning.places(document, wanted, own)
            return found

        work = Work(
            call,
            self,
            self.tr("Looking for mentions of {name}").format(name=wanted.names[0]),
            self.tr("The mentions were not looked for to the end."),
        )
        asking.setParent(work)
        work.done.connect(partial(self._offer, wanted))
        self.workspace.closing.connect(work.cancel)
        self.working.emit(work)

    def _offer(self, wanted: Subject, found: dict[int, list[Place]]) -> None:
        from desktop.mentions_dialog import MentionsDialog

        if not self.workspace.is_open:
            return
        mentions = mentioning.offered(self.workspace.store, wanted, found)
        if not mentions:
            words = self.tr("{name} stands nowhere else, or is tagged everywhere already.")
            self.told.emit(words.format(name=wanted.names[0]))
            return
        open_ids = self.tagging.reading.shown_ids()
        dialog = MentionsDialog(wanted.names[0], mentions, open_ids, self.theme, self.window)
        tag = partial(self.workspace.do, mentioning.tag_mentions, wanted.kind)
        dialog.accepted.connect(lambda: tag(dialog.chosen()))
        modal.show(dialog, until=self.workspace.closing)

    def edit_words(self) -> None:
        """Show the words of the project, to be added to, changed and removed."""
        from desktop.lexicon_dialog import LexiconDialog

        space = self.workspace

        def show() -> None:
            dialog.show_terms(lexicon.terms(space.store))

        dialog = LexiconDialog(lexicon.terms(space.store), self.language, space.writable, self.window)
        dialog.add_requested.connect(partial(space.do, lexicon.add_term))
        dialog.change_requested.connect(partial(space.do, lexicon.change_term))
        dialog.remove_requested.connect(partial(space.do, lexicon.remove_terms))
        for asked in (dialog.add_requested, dialog.change_requested, dialog.remove_requested):
            asked.connect(lambda *_asked: QTimer.singleShot(0, dialog, show))
        modal.show(dialog, until=space.closing)
