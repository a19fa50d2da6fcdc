"""One pane of the reading view: a slim head over one document, shown as text or as pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.document_pane import DocumentPane
from desktop.elided_button import ElidedButton
from desktop.icons import icon
from desktop.invitation import Invitation
from desktop.library_model import dragged_ids
from desktop.overview import Overview
from desktop.panel_head import HEIGHT, small_button
from desktop.reading.reader import Reader
from desktop.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.page_pane import PagePane
    from desktop.pages.paper import Paper
    from desktop.pages.pictures import Pictures


class PaneFrame(QFrame):
    """Head (chooser, page, outline, close) and pane. `document_id` is None while it is empty."""

    page_requested = Signal()
    """The page is asked for in place of the text, or the text in place of the page."""
    page_made = Signal(object)
    """The pane for pages is there, and not yet connected."""
    chooser_requested = Signal()
    outline_requested = Signal()
    close_requested = Signal()
    import_requested = Signal()
    dropped = Signal(int)
    pressed = Signal()
    """The mouse was pressed beside the text: on the head, or where no document is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane_frame")
        self.setAcceptDrops(True)
        self.document_id: int | None = None
        self.departed: tuple[int, float] | None = None
        """The document that was removed while it stood here, and how far it was scrolled."""
        self.paged = False
        """Whether the document has pages."""
        self.text = DocumentPane()
        self.page: PagePane | None = None
        """Made when pages are shown for the first time."""
        self.title = ElidedButton()
        self.title.setObjectName("pane_title")
        self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.title.clicked.connect(self.chooser_requested)
        self.page_action = QAction(self.tr("Pages"), self)
        self.page_action.setCheckable(True)
        self.page_action.triggered.connect(self.page_requested)
        self.outline_action = QAction(self.tr("Outline"), self)
        self.outline_action.triggered.connect(self.outline_requested)
        self.close_action = QAction(self.tr("Close this pane"), self)
        self.close_action.triggered.connect(self.close_requested)
        self.invitation = Invitation(self.tr("Import…"))
        self.invitation.accepted.connect(self.import_requested)
        self._lay_out()
        self.name("")

    def _lay_out(self) -> None:
        self.head = QFrame()
        self.head.setObjectName("pane_head")
        self.head.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self.head)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(2)
        row.addWidget(self.title, 1)
        self.page_button = small_button(self.page_action)
        row.addWidget(self.page_button)
        row.addWidget(small_button(self.outline_action))
        row.addWidget(small_button(self.close_action))
        self.pages = QStackedWidget()
        self.pages.addWidget(self.invitation)
        self.pages.addWidget(self.text)
        self.hint = QLabel(
            self.tr(
                "Where the text stands on these pages was not kept when the document was imported. "
                "Passages are shown and tagged in the text; import the document again to see them here."
            )
        )
        self.hint.setObjectName("page_hint")
        self.hint.setWordWrap(True)
        self.hint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.hint)
        self.overview = Overview()
        self.overview.spans = lambda: self.pane.marks.spans.all
        self.overview.asked.connect(lambda offset: self.pane.scroll_to(offset, self.pane.height() // 3))
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.pages, 1)
        body.addWidget(self.overview)
        column.addLayout(body, 1)

    @property
    def pane(self) -> Reader:
        """The pane that shows the document: its text, or its pages."""
        return self.page if self.page is not None and self.shows_page else self.text

    @property
    def shows_page(self) -> bool:
        return self.page is not None and self.pages.currentWidget() is self.page

    def show_page(self, pictures: Pictures, paper: Callable[[int], Paper]) -> None:
        """Show the pages in place of the text, at the same place. `paper` fetches the file."""
        assert self.document_id is not None
        if self.page is None:
            from desktop.page_pane import PagePane

            self.page = PagePane(pictures)
            self.page.set_theme(self.text.theme)
            self.pages.addWidget(self.page)
            self.page_made.emit(self.page)
        if self.page.document_id != self.document_id:
            text = self.text
            self.page.show_document(
                self.document_id, text.flow.text, text.blocks, text.marks.spans.all, paper(self.document_id)
            )
        self._turn_to(self.page)
        self.hint.setHidden(self.page.has_places)

    def show_text(self) -> None:
        """Show the text in place of the pages, at the same place."""
        self._turn_to(self.text)
        self.hint.hide()

    def need_words(self) -> None:
        """Show the text where it is not known where it stands on the pages."""
        if self.page is not None and self.shows_page and not self.page.has_places:
            self.show_text()

    def follow(self, leader: PaneFrame) -> None:
        """Scroll as another pane: text and pages of one document line by line, else by the same share."""
        if self.document_id == leader.document_id and self.shows_page != leader.shows_page:
            self.pane.follow(leader.pane)
        else:
            self.pane.set_scroll_fraction(leader.pane.scroll_fraction())

    def state(self) -> dict[str, Any]:
        """What is open here, how and where, as plain values."""
        at, zoom = self.pane.scroll_fraction(), self.pane.zoom if self.pane.zoomed else None
        return {"document": self.document_id, "at": at, "zoom": zoom, "page": self.shows_page}

    def _turn_to(self, pane: Reader) -> None:
        before = self.pane
        self.pages.setCurrentWidget(pane)
        if before is not pane:
            pane.take_over(before)
        self._name_page_action()

    def _name_page_action(self) -> None:
        self.page_action.setChecked(self.shows_page)
        self.page_action.setToolTip(
            self.tr("Show the text") if self.shows_page else self.tr("Show the pages")
        )

    def name(self, title: str) -> None:
        """Write the document's title in the head."""
        self.title.set_words(title or self.tr("Choose a document"))
        self.title.setToolTip("\n".join(filter(None, (title, self.tr("Choose the document of this pane")))))

    def invite(self, barren: bool) -> None:
        """Say what can be done while no document is here; where there is none at all, offer to import."""
        if barren:
            self.invitation.say(self.tr("Import what you want to read, or drop files here."), offered=True)
        else:
            choose = self.tr("Choose a document in the library, or drag one here.")
            self.invitation.say(choose, offered=False)

    def fill(self, document_id: int, title: str, paged: bool) -> None:
        """Say which document the pane shows now, as text; whether it has pages."""
        self.document_id, self.departed = document_id, None
        self.name(title)
        self._leave_pages(paged)
        self.outline_action.setEnabled(True)
        self.pages.setCurrentWidget(self.text)
        self.overview.show()
        self._name_page_action()

    def empty(self) -> None:
        self.document_id = self.departed = None
        self.name("")
        self.text.clear()
        self.overview.hide()
        self._leave_pages(False)
        self.outline_action.setEnabled(False)
        self.pages.setCurrentWidget(self.invitation)

    def _leave_pages(self, paged: bool) -> None:
        """Let go of the pages shown; show or hide the button that asks for those of another document."""
        if self.page is not None:
            self.page.clear()
        self.paged = paged
        self.page_button.setVisible(paged)
        self.hint.hide()

    def mark(self, active: bool, alone: bool) -> None:
        """Show whether commands act on this pane; the only one needs no mark."""
        self.head.setProperty("active", active and not alone)
        self.head.setProperty("alone", alone)
        for part in (self.head, self.title):
            part.style().unpolish(part)
            part.style().polish(part)

    def set_theme(self, theme: Theme) -> None:
        self.text.set_theme(theme)
        if self.page is not None:
            self.page.set_theme(theme)
        self.overview.set_theme(theme)
        self.page_action.setIcon(icon("page", theme))
        self.outline_action.setIcon(icon("outline", theme))
        self.close_action.setIcon(icon("close", theme))

    def below_title(self) -> QPoint:
        """Where on the screen the chooser opens."""
        return self.title.mapToGlobal(self.title.rect().bottomLeft())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.pressed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_ids(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        data: QMimeData = event.mimeData()
        for document_id in dragged_ids(data)[:1]:
            self.dropped.emit(document_id)
