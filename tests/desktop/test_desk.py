"""The parts of the desk: sizes kept through completion, hiding and restarts."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.desk import COLUMNS, Desk
from desktop.main_window import MainWindow
from desktop.settings import Memory, Settings, load


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk()
    qtbot.addWidget(desk)
    desk.resize(1600, 900)
    return desk


def test_a_desk_completed_before_it_is_seen_has_the_sizes_it_began_with(desk: Desk) -> None:
    desk.complete("en")
    desk.show()
    library, _, inspector = desk.columns.sizes()
    assert (library, inspector) == pytest.approx((COLUMNS[0], COLUMNS[2]), abs=3)


def test_a_desk_completed_in_sight_does_not_move(desk: Desk) -> None:
    desk.show()
    before = (desk.columns.sizes(), desk.rows.sizes())
    desk.complete("en")
    assert (desk.columns.sizes(), desk.rows.sizes()) == before


def test_a_part_hidden_before_it_was_there_stays_hidden(desk: Desk) -> None:
    desk.restore({"hidden": ["inspector"]})
    desk.complete("zh")
    desk.show()
    assert desk.inspector.isHidden() and desk.ledgers.isVisible()


@pytest.mark.parametrize("broken", [{"columns": [1]}, {"columns": [0, 0, 0]}, {"rows": ["a", "b"]}, {}])
def test_sizes_that_do_not_fit_are_passed_over(desk: Desk, broken: dict[str, object]) -> None:
    before = desk.sizes()
    desk.restore(broken)
    assert desk.sizes() == before


def test_what_is_remembered_from_the_start_page_are_the_sizes_of_before(
    window: MainWindow, qtbot: QtBot, project: Path
) -> None:
    window.desk.columns.setSizes([300, 900, 400])
    before = window.desk.columns.sizes()
    window.workspace.close()
    window.close()
    assert load(Memory).desk["columns"] == before
    again = MainWindow(Settings(theme="light"), load(Memory), "en")
    qtbot.addWidget(again)
    again.resize(window.size())
    again.show()
    again.begin(project)
    qtbot.waitUntil(lambda: again.furnished)
    assert again.desk.columns.sizes() == pytest.approx(before, abs=3)
    again.close()
