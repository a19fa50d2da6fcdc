"""The bar above the tracker: which promises are shown, and as what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QHBoxLayout, QPushButton, QWidget

from analysis.judge import MISSED, NOT_REPORTED, OPEN
from analysis.traces import SURE
from db.tracked import WANTED, Sieve
from desktop.filter_field import FilterField
from desktop.segments import Segments
from desktop.theme import Theme
from desktop.tracking import states

TABLE, LIST = "table", "list"


class SieveBar(QWidget):
    """Tells by `changed` that another choice is made; `sieve` is what it amounts to."""

    changed = Signal()
    shape_asked = Signal(str)
    """A table by year, or a list."""
    confirm_all_requested = Signal()
    export_requested = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self.names = {
            "all": self.tr("All"),
            "told": self.tr("Reported"),
            **{state: states.word(state, language).capitalize() for state in (MISSED, NOT_REPORTED, OPEN)},
            "proposed": self.tr("To confirm"),
        }
        self.wanted = Segments(tuple(WANTED))
        self.wanted.choose("all")
        self.show_counts({})
        self.department = QComboBox()
        self.department.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.department.setMinimumContentsLength(12)
        self.set_departments([])
        self.words = FilterField()
        self.words.setPlaceholderText(self.tr("Indicator"))
        self.words.setClearButtonEnabled(True)
        self.words.setFixedWidth(150)
        self.sure = QCheckBox(self.tr("Only sure ones"))
        self.shape = Segments((TABLE, LIST))
        self.shape.set_texts({TABLE: self.tr("By year"), LIST: self.tr("List")})
        self.shape.choose(TABLE)
        self.confirm_all = QPushButton()
        self.export = QPushButton(self.tr("Export target sheet…"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(10, 6, 10, 6)
        self._sides.setSpacing(8)
        self._left, self._right = QHBoxLayout(), QHBoxLayout()
        left: tuple[QWidget, ...] = (self.wanted, self.department, self.words, self.sure)
        right: tuple[QWidget, ...] = (self.confirm_all, self.export, self.shape)
        for side, parts in ((self._left, left), (self._right, right)):
            side.setSpacing(8)
            for part in parts:
                side.addWidget(part)
            self._sides.addLayout(side)
        self._left.addStretch(1)
        self._right.insertStretch(0, 1)

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider side: where there is less room than both need, they stand in two lines."""
        margins = self._sides.contentsMargins()
        widest = max(self._left.minimumSize().width(), self._right.minimumSize().width())
        return QSize(widest + margins.left() + margins.right(), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fold()
        return done

    def _fold(self) -> None:
        """Stand in one line where there is room, else in two."""
        margins, needed = self._sides.contentsMargins(), self._left.sizeHint().width()
        needed += self._right.sizeHint().width() + self._sides.spacing() + margins.left() + margins.right()
        direction = QBoxLayout.Direction
        fits = needed <= self.width()
        self._sides.setDirection(direction.LeftToRight if fits else direction.TopToBottom)

    def _connect(self) -> None:
        self.wanted.asked.connect(self.changed)
        self.department.currentIndexChanged.connect(lambda _place: self.changed.emit())
        self.words.textChanged.connect(lambda _words: self.changed.emit())
        self.sure.toggled.connect(lambda _sure: self.changed.emit())
        self.shape.asked.connect(self.shape_asked)
        self.confirm_all.clicked.connect(self.confirm_all_requested)
        self.export.clicked.connect(self.export_requested)

    def sieve(self) -> Sieve:
        department = self.department.currentText() if self.department.currentIndex() > 0 else ""
        least = SURE if self.sure.isChecked() else 0.0
        return Sieve(self.wanted.chosen, self.words.text(), department, least)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """How many promises each choice would show."""
        self.wanted.set_texts(
            {
                name: f"{text}  {counts[name]:,}" if name in counts else text
                for name, text in self.names.items()
            }
        )

    def set_departments(self, names: Sequence[str]) -> None:
        """Offer these; the chosen one stays so where it is among them."""
        chosen = self.department.currentText() if self.department.currentIndex() > 0 else ""
        self.department.blockSignals(True)
        self.department.clear()
        self.department.addItem(self.tr("All departments"))
        self.department.addItems(list(names))
        self.department.setCurrentIndex(names.index(chosen) + 1 if chosen in names else 0)
        self.department.blockSignals(False)
        self.department.setEnabled(bool(names))

    def offer_confirming(self, count: int) -> None:
        """Offer to confirm all sure proposals in sight."""
        self.confirm_all.setText(self.tr("Confirm all sure ones ({count})").format(count=f"{count:,}"))
        self.confirm_all.setEnabled(count > 0)

    def set_theme(self, theme: Theme) -> None:
        for segments, names in ((self.wanted, WANTED), (self.shape, (TABLE, LIST))):
            segments.dress(theme, dict.fromkeys(names, (theme.ink, theme.selected)))
