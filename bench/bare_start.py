"""The limit of a start: a bare main window painted with the text of a file.

Arguments: file, seconds to stay.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

from bench.painted import Painted


def main(text: Path, stay: float) -> None:
    application = QApplication(["bare"])
    window = QMainWindow()
    pane = QPlainTextEdit()
    pane.setPlainText(text.read_text(encoding="utf-8"))
    window.setCentralWidget(pane)
    window.resize(1600, 1000)
    Painted(pane.viewport(), then=lambda: QTimer.singleShot(round(stay * 1000), application.quit))
    window.show()
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
