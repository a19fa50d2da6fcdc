"""What the dialogs are made of: forms, names of sections, hints, and the row of buttons at the foot."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLayout,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
)

from desktop.field_form import SMALL, quiet_label
from desktop.quote_box import LINE

MARGIN = 20
"""Pixels around what a dialog holds."""
GAP = 12
"""Pixels between the parts of a dialog."""
ROLE = QDialogButtonBox.ButtonRole


def section(text: str) -> QLabel:
    """The name of a group of lines."""
    label = QLabel(text)
    label.setObjectName("section")
    label.setMinimumHeight(round(label.fontMetrics().height() * LINE))
    font = label.font()
    font.setWeight(QFont.Weight.DemiBold)
    label.setFont(font)
    return label


def hint(text: str) -> QLabel:
    """Second words, small and grey, over as many lines as they need."""
    label = quiet_label(text)
    label.setWordWrap(True)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * SMALL)
    label.setFont(font)
    return label


def form() -> QFormLayout:
    """Names on the left, editors as wide as there is room on the right."""
    lines = QFormLayout()
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setHorizontalSpacing(GAP)
    lines.setVerticalSpacing(8)
    lines.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    lines.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    return lines


def align(*forms: QFormLayout) -> None:
    """Let the editors of several forms begin at the same place."""
    role = QFormLayout.ItemRole.LabelRole
    labels = [
        label
        for lines in forms
        for row in range(lines.rowCount())
        if (item := lines.itemAt(row, role)) and (label := item.widget())
    ]
    widest = max(label.sizeHint().width() for label in labels)
    for label in labels:
        label.setMinimumWidth(widest)


def rule() -> QFrame:
    """A thin line from side to side."""
    line = QFrame()
    line.setObjectName("rule")
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setForegroundRole(line.palette().ColorRole.Mid)
    return line


def answers(dialog: QDialog, accept: str, reject: str) -> tuple[QDialogButtonBox, QPushButton]:
    """The buttons that accept (by Enter too) and reject a dialog, and the first of them."""
    box = QDialogButtonBox()
    accepting = box.addButton(accept, ROLE.AcceptRole)
    accepting.setDefault(True)
    box.addButton(reject, ROLE.RejectRole)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box, accepting


def lay_out(dialog: QDialog, content: QLayout, foot: QLayout | QDialogButtonBox) -> None:
    """Content over a thin line over the foot, with the margins of a dialog."""
    content.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
    bottom = QVBoxLayout()
    bottom.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
    if isinstance(foot, QLayout):
        bottom.addLayout(foot)
    else:
        bottom.addWidget(foot)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(content, 1)
    column.addWidget(rule())
    column.addLayout(bottom)


def question(dialog: QDialog, words: str, more: str, accept: str) -> QMessageBox:
    """Asks before something is lost: `accepted` is told where the analyst wants it; Enter and Esc do not."""
    box = QMessageBox(dialog)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(dialog.windowTitle())
    box.setText(words)
    box.setInformativeText(more)
    box.addButton(accept, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    return box
