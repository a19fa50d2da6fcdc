"""The list of commands, and what is built from it."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QToolButton

from desktop.actions import bare
from desktop.commands import AFTER, COMMANDS, EXPORT, FILE, MENUS
from desktop.icons import FOLDER
from desktop.main_window import MainWindow
from exporters import EXPORTERS

FACTS = {
    "project",
    "writable",
    "document",
    "selection",
    "passage",
    "suggestion",
    "chosen",
    "undo",
    "redo",
    "panes",
}


def keys_of(text: str) -> list[str]:
    return [keys for keys in text.split(", ") if keys]


def test_no_two_commands_share_an_id_or_a_key() -> None:
    assert max(Counter(command.id for command in COMMANDS).values()) == 1
    given = Counter(QKeySequence(keys).toString() for c in COMMANDS for keys in keys_of(c.keys))
    assert [keys for keys, times in given.items() if times > 1 or not keys] == []


def test_no_key_belongs_to_the_text_under_the_cursor() -> None:
    """A letter or digit alone is a command only where it tags or decides; Ctrl+C, V, X, A are the text's."""
    keys = {keys for command in COMMANDS for keys in keys_of(command.keys)}
    assert {key for key in keys if len(key) == 1} == {"1", "2", "3", "N", "C", "Y", "X"}
    assert keys.isdisjoint({"Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A", "Return", "Space"})


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_command_names_a_menu_an_icon_and_needs_that_exist(command: object) -> None:
    assert command.menu in MENUS
    assert not command.icon or (FOLDER / f"{command.icon}.svg").is_file()
    assert set(command.needs.split()) <= FACTS
    assert not command.bar or command.icon


def test_mnemonics_are_told_apart_within_a_menu() -> None:
    for menu in MENUS:
        names = [c.text for c in COMMANDS if c.menu == menu]
        names += [path.rpartition("/")[2] for path in MENUS if path.rpartition("/")[0] == menu]
        letters = Counter(name[name.index("&") + 1].lower() for name in names if "&" in name)
        assert [letter for letter, times in letters.items() if times > 1] == [], menu


@pytest.mark.parametrize(
    ("text", "expected"), [("&Import…", "Import"), ("导入(&I)…", "导入"), ("Zoom o&ut", "Zoom out")]
)
def test_a_text_loses_its_mnemonic_and_dots(text: str, expected: str) -> None:
    assert bare(text) == expected


def test_every_command_stands_in_its_menu_and_the_chosen_ones_in_the_toolbar(bare_window: MainWindow) -> None:
    for command in COMMANDS:
        assert bare_window.commands[command.id] in bare_window.commands.menus[command.menu].actions()
        assert (bare_window.commands[command.id] in bare_window.toolbar.actions()) == bool(command.bar)


def test_a_button_of_the_toolbar_says_its_key(bare_window: MainWindow) -> None:
    bare_window.resize(1600, 700)
    bare_window.show()
    button = bare_window.toolbar.findChild(QToolButton, "bar_tag_target")
    assert (button.text(), button.toolTip()) == ("Target 2", "Target (2)")


def test_without_a_project_only_what_needs_none_can_be_done(bare_window: MainWindow) -> None:
    enabled = {command.id for command in COMMANDS if bare_window.commands[command.id].isEnabled()}
    assert enabled == {command.id for command in COMMANDS if not command.needs}


def test_every_form_of_report_has_its_command() -> None:
    menus = {command.id: command.menu for command in COMMANDS}
    assert {menus.get(exporter.name) for exporter in EXPORTERS} == {FILE, EXPORT}


def test_a_menu_within_a_menu_stands_behind_its_command(bare_window: MainWindow) -> None:
    menus = bare_window.commands.menus
    for path, command in AFTER.items():
        above = menus[path.rpartition("/")[0]].actions()
        assert above.index(menus[path].menuAction()) == above.index(bare_window.commands[command]) + 1
