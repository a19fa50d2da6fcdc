"""The line icons of resources/icons, drawn in a colour of the theme."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QSize
from PySide6.QtGui import QGuiApplication, QIcon, QImageReader, QPalette, QPixmap
from PySide6.QtWidgets import QWidget

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


def quiet(name: str, widget: QWidget) -> QIcon:
    """The icon of that name in the colour of a widget's placeholder."""
    return QIcon(pixmap(name, widget.palette().color(QPalette.ColorRole.PlaceholderText).name()))


def pixmap(name: str, colour: str, size: int = SIZE) -> QPixmap:
    """One icon as a picture sharp on the screen at hand."""
    screen = QGuiApplication.primaryScreen()
    return _drawn(name, colour, size, screen.devicePixelRatio() if screen else 1.0)


@cache
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    source = (FOLDER / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    lines = QBuffer()
    lines.setData(source.encode())
    lines.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(lines, b"svg")
    reader.setScaledSize(QSize(round(size * ratio), round(size * ratio)))
    picture = QPixmap.fromImageReader(reader)
    picture.setDevicePixelRatio(ratio)
    return picture
