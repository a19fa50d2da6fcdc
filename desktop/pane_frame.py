"""One pane of the reading view: a slim head over the text of one document."""

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
from desktop.library_model import dragged_ids
from desktop.panel_head import HEIGHT, small_button
from desktop.theme import Theme


class PaneFrame(QFrame):
    """Head (chooser, outline, close) and pane. `document_id` is None while it is empty."""

    chooser_requested = Signal()
    outline_requested = Signal()
    close_requested = Signal()
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
        self.pane = DocumentPane()
        self.title = ElidedButton()
        self.title.setObjectName("pane_title")
        self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.title.clicked.connect(self.chooser_requested)
        self.outline_action = QAction(self.tr("Outline"), self)
        self.outline_action.triggered.connect(self.outline_requested)
        self.close_action = QAction(self.tr("Close this pane"), self)
        self.close_action.triggered.connect(self.close_requested)
        self.invitation = QLabel(self.tr("Choose a document in the library, or drag one here."))
        self.invitation.setObjectName("invitation")
        self.invitation.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.invitation.setWordWrap(True)
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
        row.addWidget(small_button(self.outline_action))
        row.addWidget(small_button(self.close_action))
        self.pages = QStackedWidget()
        self.pages.addWidget(self.invitation)
        self.pages.addWidget(self.pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.pages, 1)

    def name(self, title: str) -> None:
        """Write the document's title in the head."""
        self.title.set_words(title or self.tr("Choose a document"))
        self.title.setToolTip("\n".join(filter(None, (title, self.tr("Choose the document of this pane")))))

    def fill(self, document_id: int, title: str) -> None:
        """Say which document the pane shows now."""
        self.document_id, self.departed = document_id, None
        self.name(title)
        self.outline_action.setEnabled(True)
        self.pages.setCurrentWidget(self.pane)

    def empty(self) -> None:
        self.document_id = self.departed = None
        self.name("")
        self.pane.clear()
        self.outline_action.setEnabled(False)
        self.pages.setCurrentWidget(self.invitation)

    def mark(self, active: bool, alone: bool) -> None:
        """Show whether commands act on this pane; the only one needs no mark."""
        self.head.setProperty("active", active and not alone)
        self.head.setProperty("alone", alone)
        for part in (self.head, self.title):
            part.style().unpolish(part)
            part.style().polish(part)

    def set_theme(self, theme: Theme) -> None:
        self.pane.set_theme(theme)
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
