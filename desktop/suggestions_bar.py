"""The bar over the suggestions: decide on the selected ones, on many at once, and how they are sorted."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.icons import icon
from desktop.segments import Segments
from desktop.theme import Theme
from desktop.whole import Whole

CONFIRMED, REJECTED = "confirmed", "rejected"
PLACE, SURENESS = "place", "sureness"
USUAL = 80
"""The sureness first offered, in percent."""
GAP = 16


class SuggestionsBar(QFrame):
    """Asks; the page does."""

    decided = Signal(str)
    """Confirm or reject the selected rows."""
    menu_asked = Signal(QPoint)
    """Where on the screen to open what can be confirmed at once."""
    above_asked = Signal()
    sorted_by_sureness = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suggestions_bar")
        self.confirm, self.reject = QPushButton(self.tr("Confirm")), QPushButton(self.tr("Reject"))
        self.confirm.setToolTip(self.tr("Confirm the selected rows (Enter)"))
        self.reject.setToolTip(self.tr("Reject the selected rows (Delete); they do not come back"))
        self.many = QPushButton(self.tr("Confirm many"))
        self.least = Whole(0, 100, USUAL)
        self.least.setSingleStep(5)
        self.least.setSuffix(" %")
        self.least_name = QLabel(self.tr("Sureness from"))
        self.least_name.setBuddy(self.least)
        self.above = QPushButton()
        self.order = Segments((PLACE, SURENESS))
        self.order.set_texts({PLACE: self.tr("By place"), SURENESS: self.tr("By sureness")})
        self.order.choose(PLACE)
        self._lay_out()
        self.confirm.clicked.connect(lambda: self.decided.emit(CONFIRMED))
        self.reject.clicked.connect(lambda: self.decided.emit(REJECTED))
        self.many.clicked.connect(self._ask_menu)
        self.above.clicked.connect(self.above_asked)
        self.order.asked.connect(lambda name: self.sorted_by_sureness.emit(name == SURENESS))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(6)
        for part in (self.confirm, self.reject):
            row.addWidget(part)
        row.addSpacing(GAP)
        row.addWidget(self.many)
        row.addSpacing(GAP)
        row.addWidget(self.least_name)
        row.addWidget(self.least)
        row.addWidget(self.above)
        row.addStretch(1)
        row.addWidget(self.order)
        for button in (self.confirm, self.reject, self.many, self.above):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_counts(self, chosen: int, above: int, read_only: bool) -> None:
        """How many rows are selected, and how many are sure enough."""
        for button in (self.confirm, self.reject):
            button.setEnabled(bool(chosen) and not read_only)
        self.many.setEnabled(not read_only)
        self.above.setText(self.tr("Confirm {count}").format(count=f"{above:,}"))
        self.above.setEnabled(bool(above) and not read_only)

    def set_theme(self, theme: Theme) -> None:
        self.confirm.setIcon(icon("check", theme, theme.policy.ink))
        self.reject.setIcon(icon("close", theme, theme.error))
        self.many.setIcon(icon("down", theme))
        self.order.dress(theme, dict.fromkeys((PLACE, SURENESS), (theme.ink, theme.selected)))

    def _ask_menu(self) -> None:
        self.menu_asked.emit(self.many.mapToGlobal(self.many.rect().bottomLeft()))
