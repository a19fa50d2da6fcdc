"""The start itself, as main.py does it, told twice: window painted, document painted; a profile ends there.

Arguments: project, seconds to stay.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from bench.painted import Painted


def main(project: Path, stay: float) -> None:
    from desktop import app
    from desktop.main_window import MainWindow

    loop = QApplication.exec

    def watched() -> int:
        (window,) = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))
        Painted(window)
        window.painted.connect(lambda: Painted(window.desk.reading.pane.viewport(), then=leave))
        return loop()

    def leave() -> None:
        sys.setprofile(None)
        QTimer.singleShot(round(stay * 1000), QApplication.quit)

    QApplication.exec = staticmethod(watched)  # type: ignore[method-assign]
    app.run(project)


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
