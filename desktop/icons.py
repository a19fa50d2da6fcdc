"""The line icons of resources/icons, drawn in a colour of the theme."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.theme import Theme

FOLDER = Path(__file__).parent.parent / "resources" / "icons"
SIZE = 20
"""Side of an icon in device-independent pixels."""


def application_icon() -> QIcon:
    """The program's own mark, in its own colours."""
    return QIcon(str(FOLDER / "cezhu.svg"))


def icon(name: str, theme: Theme, colour: str = "") -> QIcon:
    """The icon of that name in a colour, by default the theme's muted ink; paler when disabled."""
    drawn = QIcon(pixmap(name, colour or theme.muted))
    drawn.addPixmap(pixmap(name, theme.faint), QIcon.Mode.Disabled)
    return drawn


def pixmap(name: str, colour: str, size: int = SIZE) -> QPixmap:
    """One icon as a picture sharp on the screen at hand."""
    screen = QGuiApplication.primaryScreen()
    return _drawn(name, colour, size, screen.devicePixelRatio() if screen else 1.0)


@cache
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    source = (FOLDER / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
