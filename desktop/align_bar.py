"""The slim bar over aligned panes: what differs in figures, steps to it, and how alike is alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSlider, QToolButton, QWidget

from desktop.actions import Actions
from desktop.icons import icon
from desktop.panel_head import HEIGHT, small_button
from desktop.theme import LIGHT, Theme

STEP = 5
"""Percent from one place of the slider to the next."""
SWATCH = 12
ROOMY = 680
"""Width from which on all figures and the words of the slider stand side by side."""
STATES = ("reworded", "new", "dropped", "moved")


class AlignBar(QFrame):
    """Shown while panes are aligned. A click on a figure goes to the next sentence of that state."""

    sureness_changed = Signal(float)
    step_requested = Signal(str)
    """The state of the sentence to go to."""

    def __init__(self, commands: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("align_bar")
        self.setFixedHeight(HEIGHT)
        self.theme: Theme = LIGHT
        self.same = QLabel()
        self.hint = QLabel(self.tr("Show two different documents side by side to see what differs."))
        self.chips = {state: self._chip(state) for state in STATES}
        self.words = QLabel()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100 // STEP)
        self.slider.setPageStep(2)
        self.slider.setFixedWidth(110)
        self.slider.setAccessibleName(self.tr("How alike sentences must be to correspond"))
        self.slider.setToolTip(self.tr("Sentences less alike than this count as dropped and new."))
        self.slider.valueChanged.connect(self._tell)
        self._lay_out(commands)
        self._name()
        self.hide()

    def show_counts(self, counts: Mapping[str, int] | None) -> None:
        """How many sentences there are of each state; None where no two documents are compared."""
        self.hint.setVisible(counts is None)
        self.same.setVisible(counts is not None)
        for state, chip in self.chips.items():
            chip.setVisible(counts is not None)
            count = counts[state] if counts else 0
            chip.setText(f" {self._titles()[state].format(count=count)}")
            chip.setEnabled(count > 0)
        self.same.setText(self.tr("Same {count}").format(count=counts["same"]) if counts else "")

    def set_sureness(self, sureness: float) -> None:
        """Put the slider to a sureness between 0 and 1."""
        self.slider.setValue(round(sureness * 100 / STEP))

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        for state, chip in self.chips.items():
            chip.setIcon(swatch(state, theme, self.devicePixelRatioF()))
        for name, button in self.buttons.items():
            button.defaultAction().setIcon(icon(name, theme))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is scarce, what is least asked for gives way."""
        super().resizeEvent(event)
        self.words.setVisible(event.size().width() >= ROOMY)

    def _lay_out(self, commands: Actions) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 6, 0)
        row.setSpacing(4)
        self.same.setObjectName("head_count")
        self.hint.setObjectName("head_count")
        self.words.setObjectName("head_count")
        steps = {"up": "previous_difference", "down": "next_difference"}
        self.buttons = {name: small_button(commands[command]) for name, command in steps.items()}
        for part in (*self.buttons.values(), self.hint, self.same, *self.chips.values()):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self.words, self.slider):
            row.addWidget(part)
        self.close_button = small_button(commands["aligned"])
        self.close_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        row.addSpacing(6)
        row.addWidget(self.close_button)

    def _chip(self, state: str) -> QToolButton:
        chip = QToolButton()
        chip.setObjectName("small")
        chip.setIconSize(QSize(SWATCH, SWATCH))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setToolTip(self.tr("Go to the next one"))
        chip.clicked.connect(lambda: self.step_requested.emit(state))
        return chip

    def _titles(self) -> dict[str, str]:
        return {
            "reworded": self.tr("Reworded {count}"),
            "new": self.tr("New {count}"),
            "dropped": self.tr("Dropped {count}"),
            "moved": self.tr("Moved {count}"),
        }

    def _tell(self) -> None:
        self._name()
        self.sureness_changed.emit(self.slider.value() * STEP / 100)

    def _name(self) -> None:
        self.words.setText(self.tr("Alike at least {percent} %").format(percent=self.slider.value() * STEP))


def swatch(state: str, theme: Theme, ratio: float = 1.0) -> QIcon:
    """A small sign of a state, as the gutter draws it."""
    picture = QPixmap(round(SWATCH * ratio), round(SWATCH * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    SIGNS[state](painter, theme)
    painter.end()
    return QIcon(picture)


def _band(painter: QPainter, theme: Theme) -> None:
    painter.fillRect(QRectF(0, 2, SWATCH, 8), QColor(theme.reworded.strong))
    painter.setPen(QPen(QColor(theme.reworded.ink), 1))
    for y in (2.5, 9.5):
        painter.drawLine(0, round(y), SWATCH, round(y))


def _dashed(painter: QPainter, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.reworded.ink), 1.5, Qt.PenStyle.DashLine))
    painter.drawLine(0, 2, SWATCH, SWATCH - 2)
    painter.drawLine(0, SWATCH - 2, SWATCH, 2)


def _plus(painter: QPainter, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.new.ink), 2))
    painter.drawLine(1, SWATCH // 2, SWATCH - 1, SWATCH // 2)
    painter.drawLine(SWATCH // 2, 1, SWATCH // 2, SWATCH - 1)


def _minus(painter: QPainter, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.dropped.ink), 2))
    painter.drawLine(1, SWATCH // 2, SWATCH - 1, SWATCH // 2)


SIGNS: dict[str, Callable[[QPainter, Theme], None]] = {
    "reworded": _band,
    "new": _plus,
    "dropped": _minus,
    "moved": _dashed,
}
