"""What can be typed in the search field, told beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget


class SearchHelp(QFrame):
    """A small window of examples."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("search_help")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 14, 16, 14)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        for row, (typed, meaning) in enumerate(self._examples()):
            example, words = QLabel(typed), QLabel(meaning)
            example.setObjectName("example")
            words.setObjectName("hint")
            grid.addWidget(example, row, 0)
            grid.addWidget(words, row, 1)

    def _examples(self) -> tuple[tuple[str, str], ...]:
        return (
            ("稳", self.tr("Any characters, from one on, exactly as they stand")),
            ('"digital economy"', self.tr("A phrase in quotes: spaces and operators are plain text")),
            ("氢能 储运", self.tr("Both in one paragraph; also AND, 与")),
            ("氢能 OR 光伏", self.tr("One of them; also 或")),
            ("产业 -园区", self.tr("Not in the same paragraph; also NOT, 非")),
            ("(氢能 或 光伏) 试点", self.tr("Brackets group")),
            (
                "增加值 NEAR/10 增长",
                self.tr("At most so many characters apart, in any paragraph"),
            ),
            ("tech*", self.tr("Latin words that begin so")),
            ("2023", self.tr("Finds 二〇二三 too; width and case never matter")),
        )
