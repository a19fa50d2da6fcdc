"""The application: starts the window, or paints it off screen.

The order of the start is what one waits for: Qt and the frame, first paint, then the store and the project.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.icons import application_icon
from desktop.language import install
from desktop.main_window import MainWindow
from desktop.problem_box import LastResort
from desktop.settings import HOME, Memory, Settings, load

LANGUAGES = {"zh": "zh_CN", "en": "en"}
LACKING = "This plugin does not support "
"""How Qt begins what it remarks on a screen that is none."""


def run(project: Path | None) -> int:
    """Open the window, with a project where one is given; the exit code when it is closed."""
    application = _application()
    with _without_remarks():
        window = _open(application)
        window.painted.connect(lambda: window.begin(project))
        window.show()
        return application.exec()


def _open(application: QApplication) -> MainWindow:
    """A window as settings and memory have it. In another language it is opened anew."""
    settings = load(Settings)
    window = MainWindow(settings, load(Memory), install(settings.language, application))
    LastResort(window)
    window.language_changed.connect(lambda: _open_anew(application, window))
    return window


def _open_anew(application: QApplication, window: MainWindow) -> None:
    """Put another window in the place of one, with the same project or with none."""
    project = window.workspace.store.path if window.workspace.is_open else None
    application.setQuitOnLastWindowClosed(False)
    window.close()
    window.deleteLater()
    other = _open(application)
    other.painted.connect(lambda: other.begin(project, reopen=False))
    other.show()
    application.setQuitOnLastWindowClosed(True)


def _application() -> QApplication:
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("Cezhu")
    application.setDesktopFileName("cezhu")
    application.setWindowIcon(application_icon())
    return application


def screenshot(
    project: Path,
    out: Path,
    size: tuple[int, int] = (1600, 1000),
    view: str = "main",
    language: str = "",
    theme: str = "light",
) -> None:
    """Paint the real window with everything of a project loaded, and save it as PNG.

    `view` is one of VIEWS, `language` "zh" or "en" (by default the system's). Settings are the defaults, and
    nothing is remembered. Raises UnknownView, PictureNotSaved, and what opening a project raises.
    """
    from desktop import views

    application = _application()
    with _own_home(), _without_remarks():
        settings = Settings(theme=theme, language=LANGUAGES.get(language, "system"))
        window = MainWindow(settings, Memory(), install(settings.language, application))
        window.resize(*size)
        window.show()
        try:
            window.furnish()
            views.show(window, project, view)
            if not views.picture(window).save(str(out)):
                raise views.PictureNotSaved(name=out.name, folder=out.parent)
        finally:
            window.close()


@contextmanager
def _without_remarks() -> Iterator[None]:
    """Off screen, keep quiet about what a window there cannot be told; all else is said as ever."""
    if QGuiApplication.platformName() != "offscreen":
        yield
        return
    before = qInstallMessageHandler(_say)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _say(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    if not text.startswith(LACKING):
        print(text, file=sys.stderr)


@contextmanager
def _own_home() -> Iterator[None]:
    """Settings and memory in a folder that goes afterwards."""
    before = os.environ.get(HOME)
    with TemporaryDirectory() as folder:
        os.environ[HOME] = folder
        try:
            yield
        finally:
            os.environ.pop(HOME)
            if before is not None:
                os.environ[HOME] = before
