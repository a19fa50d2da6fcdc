"""The toolbar at the widths that screens have."""

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop.commands import COMMANDS
from desktop.main_window import MainWindow
from desktop.toolbar import SHED


def buttons(window: MainWindow) -> dict[str, QToolButton]:
    found = {
        command.id: window.toolbar.findChild(QToolButton, f"bar_{command.id}")
        for command in COMMANDS
        if command.bar
    }
    return {name: button for name, button in found.items() if isinstance(button, QToolButton)}


def worded(window: MainWindow) -> set[str]:
    """The commands whose words stand beside their icons."""
    return {
        name
        for name, button in buttons(window).items()
        if button.toolButtonStyle().name.endswith("BesideIcon")
    }


@pytest.mark.parametrize("width", [1024, 1280, 1366, 1600, 1920])
def test_every_button_and_the_search_field_are_whole_at_the_widths_of_screens(
    qtbot: QtBot, bare_window: MainWindow, width: int
) -> None:
    bare_window.resize(width, 700)
    bare_window.show()
    for button in (*buttons(bare_window).values(), bare_window.search_field):
        assert button.isVisible()
        assert button.geometry().right() < bare_window.toolbar.width()
    if width >= 1280:
        assert bare_window.search_field.width() >= bare_window.search_field.sizeHint().width()


def test_words_are_shed_group_by_group_and_come_back(qtbot: QtBot, bare_window: MainWindow) -> None:
    bare_window.resize(1920, 700)
    bare_window.show()
    everything = worded(bare_window)
    assert everything == {command.id for command in COMMANDS if command.bar and command.words}
    seen = []
    for width in range(1600, 800, -20):
        bare_window.resize(width, 700)
        if worded(bare_window) != (seen or [everything])[-1]:
            seen.append(worded(bare_window))
    assert seen == [everything - set(SHED[0]), everything - {*SHED[0], *SHED[1]}]
    assert buttons(bare_window)["tag_target"].text() == "2"
    bare_window.resize(1920, 700)
    assert worded(bare_window) == everything
    assert buttons(bare_window)["tag_target"].text() == "Target 2"
