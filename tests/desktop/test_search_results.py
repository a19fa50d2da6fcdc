"""What a search found, below the documents."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.ledger_panel import LedgerPanel
from workbench.searching import Found


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[LedgerPanel]:
    panel = LedgerPanel("en")
    qtbot.addWidget(panel)
    panel.resize(1200, 300)
    panel.show()
    yield panel


def test_hits_of_a_search_are_shown_in_context_and_jump(qtbot: QtBot, panel: LedgerPanel) -> None:
    hits = [
        Found(1, 30, 33, "加快推动𠮷工业", "数字化", "改造，\n建设一批", "工作要点", 4),
        Found(2, 10, 13, "", "数字化", "转型", "总结", None),
    ]
    panel.show_hits("数字化", hits)
    view = panel.page.view
    panel.grab()
    heard: list[Any] = []
    panel.reveal_requested.connect(lambda *place: heard.append(place))
    view.setCurrentIndex(view.ledger.index(1, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert heard == [(2, 10, 13, None, False)]
    view.selectAll()
    assert view.copied().splitlines() == [
        "加快推动𠮷工业数字化改造， 建设一批\ttext\t4\t工作要点",
        "数字化转型\ttext\t\t总结",
    ]
    assert panel.tabs.tabText(list(panel.pages).index("search")).split()[-1] == "2"
    assert panel.selected() == []


def test_a_search_without_hits_says_what_was_looked_for(panel: LedgerPanel) -> None:
    panel.show_hits("氢能", [])
    assert panel.page.message.text() == "Nothing found for “氢能”."
