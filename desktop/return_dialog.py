"""An edited target sheet has come back: what it differs in, and which of that is taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QVBoxLayout, QWidget

from desktop.counted import counted
from desktop.dialog_parts import GAP, answers, hint, lay_out, section
from desktop.problem_box import sentence
from desktop.return_tree import ReturnTree

if TYPE_CHECKING:
    from workbench.returned_rows import Difference
    from workbench.returning import Comparison

REMARKS = 96
"""Pixels of the list of what was left out."""


class ReturnDialog(QDialog):
    """What changed in the sheet alone, and its new rows, are ticked at first."""

    def __init__(
        self, name: str, comparison: Comparison, language: str, writable: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("return_dialog")
        self.setWindowTitle(self.tr("Bring back {name}").format(name=name))
        self.setMinimumSize(760, 460)
        self.resize(1080, 640 if comparison.differences else 460)
        self._count, self._writable = len(comparison.differences), writable
        self.tree = ReturnTree(comparison.differences, language)
        self.nothing = QLabel(self.tr("The sheet says what the project says: there is nothing to take over."))
        self.remarks = QListWidget()
        self.remarks.setObjectName("remarks")
        self.remarks.setWordWrap(True)
        self.remarks.setMaximumHeight(REMARKS)
        self.remarks.addItems([sentence(remark) for remark in comparison.remarks])
        self.told = hint("")
        self.buttons, self.take = answers(self, self.tr("Take over"), self.tr("Cancel"))
        self._lay_out(len(comparison.remarks))
        self.tree.changed.connect(self._settle)
        self._settle()
        self.tree.setFocus()

    def _lay_out(self, remarks: int) -> None:
        content = QVBoxLayout()
        content.setSpacing(8)
        if self._count:
            content.addWidget(
                hint(
                    self.tr(
                        "Ticked lines are taken over as one step, which Undo takes back. "
                        "Nothing has been changed yet."
                    )
                )
            )
            content.addWidget(self.tree, 1)
        else:
            content.addWidget(self.nothing)
            content.addStretch(1)
        if remarks:
            content.addSpacing(4)
            content.addWidget(section(self.tr("Left out: {count}").format(count=f"{remarks:,}")))
            content.addWidget(self.remarks)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.buttons)
        lay_out(self, content, foot)

    def chosen(self) -> list[Difference]:
        """The differences to be taken over."""
        return self.tree.ticked()

    def _settle(self) -> None:
        ticked = self.tree.count()
        differences = counted(self._count, "difference")
        told = self.tr("{ticked} of {differences} ticked.") if self._count else ""
        told = told.format(ticked=f"{ticked:,}", differences=differences)
        self.told.setText(told if self._writable else self.tr("This project is open for reading only."))
        self.take.setEnabled(bool(ticked) and self._writable)
