"""Dialogs over the window."""

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QDialog, QPushButton, QWidget


def show(dialog: QDialog, until: SignalInstance | None = None) -> None:
    """Open a dialog over its window without stopping the program; it goes when it is closed.

    Enter means the button that accepts, not whichever was made first. What the dialog is about ends with
    the signal `until`, and the dialog with it.
    """
    if until is not None:
        until.connect(dialog.reject)
    for button in dialog.findChildren(QPushButton):
        button.setAutoDefault(False)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def close_all(window: QWidget) -> None:
    """Close the dialogs over a window that is being closed itself."""
    for dialog in window.findChildren(QDialog):
        dialog.close()
