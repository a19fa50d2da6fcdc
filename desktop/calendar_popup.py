"""A calendar to pick a day from."""

from datetime import date
from typing import cast

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QIcon, QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from desktop.icons import pixmap

STEPS = {"qt_calendar_prevmonth": "left", "qt_calendar_nextmonth": "right"}
"""Icons of the buttons, by the names Qt gives these."""
WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class Calendar(QCalendarWidget):
    """A popup that closes with the day clicked, or chosen by Enter."""

    taken = Signal(object)
    """The day, as a date."""

    def __init__(self, parent: QWidget, day: date | None) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for weekday in WEEKEND:
            self.setWeekdayTextFormat(weekday, QTextCharFormat())
        ink = self.palette().color(QPalette.ColorRole.Text).name()
        for name, sign in STEPS.items():
            cast(QToolButton, self.findChild(QToolButton, name)).setIcon(QIcon(pixmap(sign, ink)))
        if day:
            self.setSelectedDate(QDate(day.year, day.month, day.day))
        self.clicked.connect(self._take)
        self.activated.connect(self._take)

    def _take(self, day: QDate) -> None:
        if self.isVisible():
            self.close()
            self.taken.emit(day.toPython())
