"""The field of the toolbar in which words for all documents are typed."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desktop.filter_field import FilterField
from desktop.icons import icon
from desktop.popups import open_below
from desktop.theme import Theme

SIGNS = 100
"""Pixels that the signs and the edges take."""


class SearchField(FilterField):
    """A line with a magnifying glass, and a sign that tells what can be typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_field")
        self.setPlaceholderText(self.tr("Search all documents"))
        self.setClearButtonEnabled(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(140)
        self.setMaximumWidth(280)
        self._sign, self.help = QAction(self), QAction(self.tr("What can be typed here"), self)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self.help, QLineEdit.ActionPosition.TrailingPosition)
        self.help.triggered.connect(self.show_help)

    def sizeHint(self) -> QSize:
        """Room for what the empty field says, between its two signs."""
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return QSize(min(words + SIGNS, self.maximumWidth()), super().sizeHint().height())

    def show_help(self) -> None:
        """Open the window of examples below the field."""
        from desktop.search_help import SearchHelp

        open_below(SearchHelp(self), self)

    def set_theme(self, theme: Theme) -> None:
        self._sign.setIcon(icon("search", theme))
        self.help.setIcon(icon("info", theme))
