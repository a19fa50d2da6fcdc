"""The pages that tell of the program: its keys, its version, its formats."""

import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from desktop.about_dialog import AboutDialog
from desktop.commands import COMMANDS
from desktop.shortcuts_dialog import ShortcutsDialog
from desktop.version import VERSION
from exporters import EXPORTERS
from importers import IMPORTERS
from tests.desktop.dialogs import shown

Key = Qt.Key
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def shortcuts(qtbot: QtBot) -> ShortcutsDialog:
    return shown(qtbot, ShortcutsDialog())


def menus(dialog: ShortcutsDialog) -> list[str]:
    tops = [dialog.list.topLevelItem(place) for place in range(dialog.list.topLevelItemCount())]
    return [top.text(0) for top in tops if isinstance(top, QTreeWidgetItem) and not top.isHidden()]


def test_every_command_stands_in_its_menu_with_its_keys(shortcuts: ShortcutsDialog) -> None:
    assert len(shortcuts.shown()) == len(COMMANDS)
    assert ("Undo", "Ctrl+Z") in shortcuts.shown()
    assert ("Trash", "") in shortcuts.shown()
    assert menus(shortcuts)[:4] == ["File", "File › Open recent", "File › Export as", "Edit"]
    assert "View › Panes" in menus(shortcuts)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ctrl+shift+w", [("Close project", "Ctrl+Shift+W")]),
        ("sWaP", [("Swap with the next pane", "Ctrl+Shift+X")]),
        ("edit find", [("Find in the document", "Ctrl+F")]),
        ("nothing such", []),
    ],
)
def test_commands_are_found_by_words_and_keys(
    qtbot: QtBot, shortcuts: ShortcutsDialog, typed: str, found: list[tuple[str, str]]
) -> None:
    qtbot.keyClicks(shortcuts.field, typed)
    assert shortcuts.shown() == found
    assert len(menus(shortcuts)) == len(found)


def test_the_list_is_scrolled_by_keys_from_the_filter_and_esc_leaves(
    qtbot: QtBot, shortcuts: ShortcutsDialog
) -> None:
    qtbot.keyClick(shortcuts.field, Key.Key_PageDown)
    assert shortcuts.list.verticalScrollBar().value() > 0
    qtbot.keyClick(shortcuts.list, Key.Key_Escape)
    assert not shortcuts.isVisible()


def test_about_tells_the_version_of_the_project_and_every_format(qtbot: QtBot) -> None:
    about = shown(qtbot, AboutDialog())
    said = "\n".join(label.text() for label in about.findChildren(QLabel))
    for suffix in [suffix for form in IMPORTERS for suffix in form.suffixes]:
        assert suffix in said
    for exporter in EXPORTERS:
        assert f"{exporter.en} ({exporter.suffix})" in said
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (VERSION, VERSION in said, project["license"] in said) == (project["version"], True, True)
    qtbot.keyClick(about, Key.Key_Return)
    assert not about.isVisible()


def test_every_format_that_is_read_and_written_is_seen_whole(qtbot: QtBot) -> None:
    dialog = shown(qtbot, AboutDialog())
    for part in dialog.findChildren(QLabel):
        assert part.height() >= part.sizeHint().height(), part.text()
        assert part.width() >= part.sizeHint().width(), part.text()
