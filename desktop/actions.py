"""Menus and shortcuts, built from the list of commands; the toolbar is built from both."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from db.kinds import KINDS
from desktop.commands import AFTER, COMMANDS, MENUS, Command
from desktop.icons import icon
from desktop.theme import Theme


def said(text: str) -> str:
    """A word of the list of commands in the language of the window."""
    return QCoreApplication.translate("Command", text)


def bare(text: str) -> str:
    """A text without its mnemonics and dots: "&Import…" → "Import", "导入(&I)…" → "导入"."""
    head, mark, tail = text.partition("(&")
    joined = head + tail[2:] if mark else text
    return joined.replace("&", "").rstrip("…")


class Actions(QObject):
    """One QAction a command, by its id."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.by_id = {command.id: self._made(command, parent) for command in COMMANDS}
        self.menus: dict[str, QMenu] = {}
        self.withheld: set[str] = set()

    def __getitem__(self, name: str) -> QAction:
        return self.by_id[name]

    def connect_all(self, handlers: Mapping[str, Callable[..., object]]) -> None:
        """Give every command its handler; checkable ones are told whether they are checked."""
        for command in COMMANDS:
            action, handler = self.by_id[command.id], handlers[command.id]
            if command.checkable:
                action.toggled.connect(handler)
            else:
                action.triggered.connect(lambda _checked=False, call=handler: call())

    def enable(self, facts: Iterable[str]) -> None:
        """Enable exactly the commands whose needs are all among the facts."""
        known = set(facts)
        for command in COMMANDS:
            ready = command.id not in self.withheld and known.issuperset(command.needs.split())
            self.by_id[command.id].setEnabled(ready)

    def withhold(self, name: str, withheld: bool) -> None:
        """Keep a command that needs nothing from being given again while it is carried out."""
        (self.withheld.add if withheld else self.withheld.discard)(name)
        self.by_id[name].setEnabled(not withheld)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons of the toolbar in the colours of a theme; kinds wear their own."""
        for command in COMMANDS:
            if command.bar:
                colour = theme.kind(command.icon).ink if command.icon in KINDS else ""
                self.by_id[command.id].setIcon(icon(command.icon, theme, colour))

    def name_step(self, name: str, step: str) -> None:
        """Say in the menu what undo or redo would do: "Undo: Tag a task"."""
        command = next(command for command in COMMANDS if command.id == name)
        text = said(command.text)
        named = self.tr("{command}: {step}").format(command=text, step=step)
        self.by_id[name].setText(named if step else text)
        self.by_id[name].setToolTip(_tip(bare(self.by_id[name].text()), command))

    def fill_menus(self, bar: QMenuBar) -> None:
        for path in MENUS:
            above, _, name = path.rpartition("/")
            parent: QMenu | QMenuBar = self.menus[above] if above else bar
            self.menus[path] = parent.addMenu(said(name))
            if path in AFTER:
                _move_behind(parent, self.menus[path].menuAction(), self.by_id[AFTER[path]])
            for command in COMMANDS:
                if command.menu == path:
                    self._put(command, self.menus[path])

    def word(self, command: Command, whole: bool) -> None:
        """Name a command in the toolbar: in whole, or a kind by its key alone."""
        self.by_id[command.id].setIconText(_worded(command, whole))

    def _made(self, command: Command, parent: QWidget) -> QAction:
        text = said(command.text)
        action = QAction(text, parent)
        action.setObjectName(command.id)
        action.setCheckable(command.checkable)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys.split(", ") if keys])
        action.setIconText(_worded(command))
        action.setToolTip(_tip(bare(text), command))
        action.setIconVisibleInMenu(False)
        parent.addAction(action)
        return action

    def _put(self, command: Command, menu: QMenu) -> None:
        if command.rule:
            menu.addSeparator()
        menu.addAction(self.by_id[command.id])


def _move_behind(menu: QMenu | QMenuBar, action: QAction, other: QAction) -> None:
    place = menu.actions().index(other) + 1
    menu.insertAction(menu.actions()[place], action)


def _worded(command: Command, whole: bool = True) -> str:
    words = said(command.words) if command.words else bare(said(command.text))
    if command.icon not in KINDS:
        return words
    return f"{words} {command.keys}" if whole else command.keys


def shown_keys(command: Command) -> str:
    """The keys of a command as this system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(keys).toString(native) for keys in command.keys.split(", "))


def _tip(text: str, command: Command) -> str:
    return f"{text} ({shown_keys(command)})" if command.keys else text
