"""The toolbar, which gives up words before anything in it would not find room."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from db.kinds import KINDS
from desktop.actions import Actions
from desktop.commands import COMMANDS, Command

RIGHT_SIDE = 90
"""Places of commands from here on stand right of the middle."""
SHED = (("import", "suggest"), ("briefing", "target_sheet"), ("tag_task", "tag_target", "tag_policy"))
"""Commands that give up their words, the least needed ones first; kinds keep their keys."""
ICON = QSize(20, 20)


class Toolbar(QToolBar):
    """Groups of commands from the left, then `middle` (the search field), then what stands on the right."""

    def __init__(self, actions: Actions, middle: QWidget) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setIconSize(ICON)
        self._actions = actions
        self._widths: list[int] = []
        """What is needed with all words, then without those of one, two and three groups of SHED."""
        self._fill(middle)

    def _fill(self, middle: QWidget) -> None:
        group = 0
        for command in _shown():
            if command.bar >= RIGHT_SIDE > group * 10:
                self.addWidget(_spring())
                self.addWidget(middle)
            elif group and command.bar // 10 != group:
                self.addSeparator()
            group = command.bar // 10
            self.addAction(self._actions[command.id])
            self._button(command).setObjectName(f"bar_{command.id}")
        self._word(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if not self._widths:
            self._measure()
        fitting = (shed for shed, width in enumerate(self._widths) if width <= event.size().width())
        self._word(next(fitting, len(SHED)))
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._widths = []

    def _measure(self) -> None:
        for shed in range(len(SHED) + 1):
            self._word(shed)
            self._widths.append(self.sizeHint().width())

    def _word(self, shed: int) -> None:
        """Show words beside the icons, but for those of so many groups of SHED."""
        bare = {name for names in SHED[:shed] for name in names}
        for command in _shown():
            self._actions.word(command, command.id not in bare)
            beside = command.words and (command.id not in bare or command.icon in KINDS)
            style = Qt.ToolButtonStyle
            self._button(command).setToolButtonStyle(
                style.ToolButtonTextBesideIcon if beside else style.ToolButtonIconOnly
            )

    def _button(self, command: Command) -> QToolButton:
        button = self.widgetForAction(self._actions[command.id])
        assert isinstance(button, QToolButton)
        return button


def _shown() -> list[Command]:
    return sorted((command for command in COMMANDS if command.bar), key=lambda command: command.bar)


def _spring() -> QWidget:
    spring = QWidget()
    spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return spring
