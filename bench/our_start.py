"""The start itself, as main.py does it, told twice: window painted, document painted.

Arguments: project, seconds to stay, and a file for the profile of all up to there where one is wanted.
"""

import sys
from cProfile import Profile
from pathlib import Path


def main(project: Path, stay: float, told: Path | None = None) -> None:
    profile = Profile()
    if told:
        profile.enable()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from bench.painted import Painted
    from desktop import app
    from desktop.main_window import MainWindow

    loop = QApplication.exec

    def watched() -> int:
        (window,) = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))
        Painted(window)
        window.painted.connect(lambda: Painted(window.desk.reading.pane.viewport(), then=leave))
        return loop()

    def leave() -> None:
        if told:
            profile.disable()
            profile.dump_stats(told)
        QTimer.singleShot(round(stay * 1000), QApplication.quit)

    QApplication.exec = staticmethod(watched)  # type: ignore[method-assign]
    app.run(project)


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]), *map(Path, sys.argv[3:]))
