"""Tabs with a stroke under the one shown."""

from pytestqt.qtbot import QtBot

from desktop.tab_line import TabLine
from desktop.theme import LIGHT, style_sheet


def test_no_tab_moves_when_another_is_shown(qtbot: QtBot) -> None:
    tabs = TabLine("ledger_tabs")
    qtbot.addWidget(tabs)
    for words in ("Targets 30", "Suggestions 130", "Search results"):
        tabs.addTab(words)
    tabs.setStyleSheet(style_sheet(LIGHT))
    tabs.resize(900, 40)
    tabs.show()
    places = []
    for place in range(3):
        tabs.setCurrentIndex(place)
        places.append([tabs.tabRect(other).left() for other in range(3)])
    assert all(abs(a - b) <= 2 for other in places for a, b in zip(places[0], other, strict=True))
