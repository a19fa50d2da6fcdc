"""What this program is, and what it reads and writes."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.dialog_parts import MARGIN, form, lay_out
from desktop.field_form import quiet_label
from desktop.formats import read_formats, written_formats
from desktop.icons import pixmap
from desktop.version import VERSION

MARK = 64
LARGER = 1.7
"""Of the font: the size of the program's name."""


class AboutDialog(QDialog):
    """Name, version, licence, and the formats as the importers and exporters declare them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about_dialog")
        self.setWindowTitle(self.tr("About Cezhu"))
        content = QVBoxLayout()
        content.setSpacing(MARGIN)
        content.addLayout(self._head())
        lines = form()
        for name, words in self._facts():
            fact = QLabel(words)
            fact.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label = quiet_label(name)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
            lines.addRow(label, fact)
        content.addLayout(lines)
        content.addStretch(1)
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        lay_out(self, content, buttons)

    def _head(self) -> QHBoxLayout:
        mark, name = QLabel(), QLabel(self.tr("Cezhu 策注"))
        mark.setPixmap(pixmap("cezhu", "", MARK))
        font = name.font()
        font.setPointSizeF(font.pointSizeF() * LARGER)
        font.setWeight(QFont.Weight.DemiBold)
        name.setFont(font)
        tagline = quiet_label(
            self.tr("Read policy documents side by side, tag what they promise, hand in the report.")
        )
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addWidget(name)
        words.addWidget(tagline)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(MARGIN - 4)
        row.addWidget(mark)
        row.addLayout(words, 1)
        return row

    def _facts(self) -> Iterator[tuple[str, str]]:
        yield self.tr("Version"), VERSION
        yield self.tr("Licence"), self.tr("MIT: free to use, to change and to pass on")
        yield self.tr("Reads"), "\n".join(read_formats())
        yield self.tr("Writes"), "\n".join(written_formats())
