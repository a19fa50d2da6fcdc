"""Asks for the reason of a judgement."""

from PySide6.QtWidgets import QInputDialog, QWidget


class NoteDialog(QInputDialog):
    """Lets a note be written to a state an analyst chose; it may stay empty."""

    def __init__(self, state: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
        self.setWindowTitle(self.tr("Judge otherwise"))
        words = self.tr("Why is it “{state}”? The note is kept with the trace.")
        self.setLabelText(words.format(state=state))
