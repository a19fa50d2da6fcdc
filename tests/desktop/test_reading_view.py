"""Panes side by side: opened, split, swapped, closed, scrolled together, restored."""

import json

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from desktop import reading_view
from desktop.library_model import DOCUMENT_IDS
from desktop.reading_view import MOST, ReadingView
from desktop.workspace import Workspace


@pytest.fixture
def view(workspace: Workspace, qtbot: QtBot) -> ReadingView:
    view = ReadingView()
    qtbot.addWidget(view)
    view.source = workspace
    view.resize(1000, 600)
    view.show()
    view.open(1)
    return view


def documents(view: ReadingView) -> list[int | None]:
    return [frame.document_id for frame in view.frames]


def test_a_document_opens_in_the_active_pane_with_its_title_in_the_head(view: ReadingView) -> None:
    assert documents(view) == [1]
    assert view.active.title.full == "青禾市工业局2031年工作计划"
    assert view.pane.document_id == 1


def test_beside_makes_a_second_pane_and_then_uses_it(view: ReadingView) -> None:
    view.open_beside(2)
    assert documents(view) == [1, 2]
    assert view.document_id == 2
    view.open_beside(2)
    assert documents(view) == [2, 2]


def test_a_place_is_shown_where_its_document_is_open_already(view: ReadingView) -> None:
    view.open_beside(2)
    view.go_to(1, 100, 110)
    assert (documents(view), view.document_id) == ([1, 2], 1)
    assert view.pane.marks.flash == (100, 110)
    view.go_to(1, 100, 110, beside=True)
    assert documents(view) == [1, 1]


def test_panes_are_split_up_to_four_and_closed_down_to_one(view: ReadingView) -> None:
    for _ in range(MOST + 2):
        view.split()
    assert len(view.frames) == MOST == view.splitter.count()
    view.set_count(1)
    assert documents(view) == [1]
    view.close_pane()
    assert documents(view) == [None]
    assert view.active.pages.currentWidget() is view.active.invitation


def test_closing_the_active_pane_makes_its_neighbour_active(view: ReadingView) -> None:
    view.open_beside(2)
    view.close_pane()
    assert (documents(view), view.document_id) == ([1], 1)


def test_panes_change_places_with_their_documents(view: ReadingView) -> None:
    view.open_beside(2)
    view.swap()
    assert documents(view) == [2, 1]
    assert [view.splitter.indexOf(frame) for frame in view.frames] == [0, 1]
    assert view.document_id == 2


def test_a_click_into_a_pane_makes_it_active_and_marks_it(view: ReadingView, qtbot: QtBot) -> None:
    view.open_beside(2)
    first = view.frames[0]
    qtbot.mouseClick(first.pane.viewport(), Qt.MouseButton.LeftButton)
    assert view.active is first
    assert [frame.head.property("active") for frame in view.frames] == [True, False]


def test_linked_panes_scroll_by_the_same_share(view: ReadingView) -> None:
    view.open_beside(2)
    view.set_linked(True)
    view.frames[0].pane.set_scroll_fraction(0.5)
    assert view.frames[1].pane.scroll_fraction() == pytest.approx(0.5, abs=0.05)
    view.set_linked(False)
    view.frames[0].pane.set_scroll_fraction(0)
    assert view.frames[1].pane.scroll_fraction() > 0.4


def test_a_document_dragged_to_a_pane_opens_there(view: ReadingView) -> None:
    view.split()
    data = QMimeData()
    data.setData(DOCUMENT_IDS, json.dumps([2]).encode())
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    view.frames[0].dropEvent(event)
    assert documents(view) == [2, None]
    assert view.active is view.frames[0]


def test_the_state_brings_documents_panes_and_zoom_back(view: ReadingView) -> None:
    view.open_beside(2)
    view.zoom_by(30)
    state = json.loads(json.dumps(view.state()))
    view.clear()
    view.restore(state, [1, 2])
    assert (documents(view), view.document_id) == ([1, 2], 2)
    assert [frame.pane.zoom for frame in view.frames] == [100, 130]


def test_a_document_that_is_gone_leaves_its_pane_empty(view: ReadingView) -> None:
    view.open_beside(2)
    state = view.state()
    view.restore(state, [2])
    assert documents(view) == [None, 2]


def test_documents_removed_and_renamed_are_followed(view: ReadingView) -> None:
    view.open_beside(2)
    view.keep_only({2: "新标题"})
    assert documents(view) == [None, 2]
    assert view.frames[1].title.full == "新标题"


@pytest.mark.parametrize("broken", [{}, {"panes": [{}]}, {"panes": [{"document": 1}] * 9, "active": 7}])
def test_a_state_of_another_version_is_no_obstacle(view: ReadingView, broken: dict[str, object]) -> None:
    view.restore(broken, [1, 2])
    assert 1 <= len(view.frames) <= MOST


def test_a_click_on_an_empty_pane_makes_it_active(view: ReadingView, qtbot: QtBot) -> None:
    view.set_count(2)
    qtbot.mouseClick(view.frames[1].invitation, Qt.MouseButton.LeftButton)
    assert view.active is view.frames[1]


def test_beside_uses_a_pane_that_is_empty(view: ReadingView) -> None:
    view.set_count(3)
    view.open_beside(2)
    view.open_beside(1)
    assert documents(view) == [1, 2, 1]


def test_a_document_that_comes_back_returns_into_its_pane_at_its_place(view: ReadingView) -> None:
    view.open_beside(2)
    view.pane.set_scroll_fraction(0.5)
    at = view.pane.scroll_fraction()
    view.keep_only({1: "计划"})
    view.keep_only({1: "计划", 2: "总结"})
    assert documents(view) == [1, 2]
    assert view.frames[1].pane.scroll_fraction() == pytest.approx(at, abs=0.02)


def test_a_document_is_shown_with_its_first_passages_and_has_them_all_a_moment_later(
    view: ReadingView, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_view, "FIRST", 2)
    for start in (0, 10, 20, 30):
        workspace.tag(2, start, start + 5, "task")
    view.open(2)
    assert [span.start for span in view.pane.marks.spans.all] == [0, 10]
    everything = workspace.spans(2)
    qtbot.waitUntil(lambda: view.pane.marks.spans.all == everything)
    view.go_to(1, 0, 5)
    view.go_to(2, 30, 35)
    assert view.pane.marks.spans.all == everything
