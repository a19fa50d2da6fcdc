"""Small signs drawn by the program itself."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

SIDE = 16
"""Logical pixels of a sign; drawn at three times that for dense screens."""


def dot_icon(colour: str) -> QIcon:
    """A round dot in a label's colour."""
    picture = QPixmap(SIDE * 3, SIDE * 3)
    picture.setDevicePixelRatio(3)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QRectF(3, 3, 10, 10))
    painter.end()
    return QIcon(picture)
