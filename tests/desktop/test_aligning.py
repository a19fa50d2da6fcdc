"""Aligned panes: joined, kept level, lit and stepped through, with real keys and clicks."""

import json
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from time import sleep

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import alignments
from desktop.aligning import Aligning
from desktop.main_window import MainWindow
from desktop.reading.gutter import THIN, WIDE
from desktop.reading.levels import Levels, level
from desktop.reading.reader import Reader
from desktop.settings import Memory, Settings
from desktop.work import Tick
from tests.desktop.printed import booklet, imported, shown
from workbench import sample


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "示例.cezhu"
    sample.build(path)
    return path


@pytest.fixture
def sample_window(bare_window: MainWindow, built: Path, tmp_path: Path) -> MainWindow:
    """The sample project: two years side by side, not aligned."""
    bare_window.resize(1500, 900)
    assert bare_window.opening.open(Path(shutil.copy(built, tmp_path)))
    bare_window.desk.ledgers.hide()
    rows = bare_window.workspace.shelf()
    reading = bare_window.desk.reading
    reading.set_count(1)
    reading.open(rows[0].id)
    reading.open_beside(rows[1].id)
    reading.activate(reading.frames[0])
    return bare_window


@pytest.fixture
def aligned(sample_window: MainWindow, qtbot: QtBot) -> Iterator[Aligning]:
    """The two years aligned."""
    aligning = sample_window.aligning
    sample_window.desk.reading.pane.setFocus()
    qtbot.keyClick(
        sample_window.desk.reading.pane,
        Qt.Key.Key_A,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    qtbot.waitUntil(lambda: bool(aligning.facings))
    yield aligning


def panes(aligning: Aligning) -> tuple[Reader, Reader]:
    return aligning.facings[0].panes


def hover(pane: Reader, offset: int) -> None:
    """Move the mouse over a character that is seen."""
    place = pane.in_viewport(pane.flow.caret(offset))
    point = QPointF(place.x() + 3, place.center().y())
    move = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        point,
        pane.viewport().mapToGlobal(point),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(pane.viewport(), move)


def press(
    window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """A key to the pane that has the focus, as a shortcut of the window."""
    from PySide6.QtTest import QTest

    QTest.keyClick(window.desk.reading.pane, key, modifiers)


def test_nothing_is_computed_or_drawn_until_panes_are_aligned(sample_window: MainWindow) -> None:
    reading = sample_window.desk.reading
    assert reading.splitter.handleWidth() == THIN
    assert sample_window.aligning.bar.isHidden()
    assert not any(frame.pane.marks.changes for frame in reading.frames)


def test_aligned_panes_have_a_gutter_bars_and_figures(aligned: Aligning) -> None:
    assert aligned.reading.splitter.handleWidth() == WIDE
    counts = aligned.facings[0].alignment.counts()
    assert aligned.bar.chips["new"].text().split() == ["New", str(counts["new"])]
    (gutter,) = aligned.gutters()
    assert {ribbon.band.state for ribbon in gutter.ribbons()} >= {"new", "dropped"}
    assert [len(pane.marks.changes) for pane in panes(aligned)] == [1, 1]


def test_aligning_links_the_panes_and_keeps_partners_level(aligned: Aligning) -> None:
    left, right = panes(aligned)
    pairs = [p for p in aligned.facings[0].alignment.pairs if p.state in ("same", "reworded") and not p.moved]
    assert aligned.commands["linked"].isChecked()
    for pair in pairs[len(pairs) // 4 : -len(pairs) // 4 : 3]:
        left.scroll_to(pair.a_start, left.viewport().height() // 3)
        assert abs(level(left, pair.a_start) - level(right, pair.b_start)) <= right.line
        right.scroll_to(pair.b_start, right.viewport().height() // 3)
        assert abs(level(left, pair.a_start) - level(right, pair.b_start)) <= left.line


def test_both_texts_stand_at_their_tops_and_at_their_ends_together(aligned: Aligning) -> None:
    left, right = panes(aligned)
    left.set_scroll_fraction(1)
    end = len(right.flow.text)
    assert 0 < Levels(right).of(end, ends=True) < right.viewport().height()
    left.set_scroll_fraction(0)
    assert right.verticalScrollBar().value() == 0


def test_scrolling_line_by_line_moves_the_other_pane_smoothly(aligned: Aligning) -> None:
    """The follower never goes back and never leaps."""
    left, right = panes(aligned)
    left.set_scroll_fraction(0.3)
    values = []
    for _ in range(60):
        left.verticalScrollBar().setValue(left.verticalScrollBar().value() + 2)
        values.append(right.verticalScrollBar().value())
    assert values == sorted(values)
    assert max(later - sooner for sooner, later in pairwise(values)) <= right.viewport().height()


def test_unlinked_panes_stay_where_they_are(aligned: Aligning) -> None:
    left, right = panes(aligned)
    aligned.commands["linked"].trigger()
    before = right.verticalScrollBar().value()
    left.set_scroll_fraction(0.6)
    assert right.verticalScrollBar().value() == before


def test_f9_jumps_to_the_partner_and_back(aligned: Aligning, sample_window: MainWindow) -> None:
    left, right = panes(aligned)
    pair = next(p for p in aligned.facings[0].alignment.pairs if p.state == "reworded" and p.a_start > 1500)
    left.scroll_to(pair.a_start, 200)
    left.chosen.place(pair.a_start + 2)
    press(sample_window, Qt.Key.Key_F9)
    assert sample_window.desk.reading.pane is right
    assert right.hasFocus() and right.chosen.caret == pair.b_start
    assert abs(level(left, pair.a_start) - level(right, pair.b_start)) <= right.line
    press(sample_window, Qt.Key.Key_F9)
    assert left.hasFocus() and left.chosen.caret == pair.a_start


def test_a_sentence_without_partner_says_so(aligned: Aligning, sample_window: MainWindow) -> None:
    pair = next(p for p in aligned.facings[0].alignment.pairs if p.state == "dropped")
    panes(aligned)[0].chosen.place(pair.a_start)
    press(sample_window, Qt.Key.Key_F9)
    assert "corresponds" in sample_window.status.currentMessage()


def test_keys_step_through_what_is_new_in_the_order_of_the_text(
    aligned: Aligning, sample_window: MainWindow
) -> None:
    facing, control = aligned.facings[0], Qt.KeyboardModifier.ControlModifier
    new = sorted(p.b_start for p in facing.alignment.pairs if p.state == "new")
    carets = []
    for _ in range(3):
        press(sample_window, Qt.Key.Key_F7, control)
        carets.append(facing.right.chosen.caret)
    assert facing.right.hasFocus()
    assert carets == new[:3]


def test_differences_are_gone_through_forth_and_back(aligned: Aligning, sample_window: MainWindow) -> None:
    def here() -> tuple[int, int]:
        return tuple(pane.chosen.caret for pane in panes(aligned))

    places = []
    for _ in range(4):
        press(sample_window, Qt.Key.Key_F7)
        places.append(here())
    assert len(set(places)) == 4
    press(sample_window, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert here() == places[2]


def test_a_figure_in_the_bar_goes_to_the_next_of_its_state(aligned: Aligning, qtbot: QtBot) -> None:
    qtbot.mouseClick(aligned.bar.chips["dropped"], Qt.MouseButton.LeftButton)
    facing = aligned.facings[0]
    first = next(p for p in facing.alignment.pairs if p.state == "dropped")
    assert facing.left.hasFocus() and facing.left.chosen.caret == first.a_start


def test_the_sentence_under_the_mouse_lights_its_partner_with_the_words_that_differ(
    aligned: Aligning,
) -> None:
    left, right = panes(aligned)
    pair = next(p for p in aligned.facings[0].alignment.pairs if p.state == "reworded" and p.a_start > 1500)
    left.scroll_to(pair.a_start, 200)
    hover(left, pair.a_start + 1)
    assert left.marks.lit and right.marks.lit
    assert (left.marks.lit.start, left.marks.lit.end) == (pair.a_start, pair.a_end)
    assert (right.marks.lit.start, right.marks.lit.end) == (pair.b_start, pair.b_end)
    assert left.marks.lit.words or right.marks.lit.words
    (gutter,) = aligned.gutters()
    assert [band.left for band in gutter.lit] == [(pair.a_start, pair.a_end)]


def test_a_ribbon_under_the_mouse_lights_both_its_ends_and_a_click_brings_them_level(
    aligned: Aligning, qtbot: QtBot
) -> None:
    left, right = panes(aligned)
    (gutter,) = aligned.gutters()
    pair = next(p for p in aligned.facings[0].alignment.pairs if p.state == "reworded" and p.a_start > 1500)
    left.scroll_to(pair.a_start, left.viewport().height() // 3)
    ribbon = next(r for r in gutter.ribbons() if r.band.left == (pair.a_start, pair.a_end))
    lift = left.viewport().mapTo(aligned.reading.splitter, QPoint(0, 0)).y()
    point = QPoint(1, round(lift + (ribbon.left[0] + ribbon.left[1]) / 2))
    qtbot.mouseMove(gutter, point)
    QApplication.processEvents()
    assert left.marks.lit and left.marks.lit.start == pair.a_start
    qtbot.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=point)
    assert left.chosen.caret == pair.a_start and right.chosen.caret == pair.b_start


def test_the_difference_is_told_in_words_on_a_card(aligned: Aligning, sample_window: MainWindow) -> None:
    pair = next(p for p in aligned.facings[0].alignment.pairs if p.state == "reworded" and p.a_start > 1500)
    left = panes(aligned)[0]
    left.scroll_to(pair.a_start, 200)
    left.chosen.place(pair.a_start + 1)
    press(sample_window, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    card = aligned.lighting.card
    assert card.isVisible()
    assert "Reworded" in card.words.text() and "line-through" in card.words.text()
    left.set_scroll_fraction(0)
    assert card.isHidden()
    press(sample_window, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert card.isVisible()
    press(sample_window, Qt.Key.Key_Escape)
    assert card.isHidden()


def test_the_slider_takes_weak_pairs_apart(aligned: Aligning) -> None:
    before = aligned.facings[0].alignment.counts()
    aligned.bar.slider.setValue(aligned.bar.slider.maximum())
    after = aligned.facings[0].alignment.counts()
    assert after["reworded"] < before["reworded"] and after["new"] > before["new"]
    assert f" New {after['new']}" == aligned.bar.chips["new"].text()


def test_another_document_or_a_closed_pane_drops_the_ribbons(aligned: Aligning) -> None:
    reading = aligned.reading
    left = reading.frames[0]
    reading.activate(reading.frames[1])
    reading.open(left.document_id or 0)
    (gutter,) = aligned.gutters()
    assert not aligned.facings and not list(gutter.ribbons())
    assert not left.pane.marks.changes and not aligned.bar.hint.isHidden()
    reading.close_pane()
    assert aligned.gutters() == []


def test_the_first_of_three_panes_is_closed_and_the_others_stay_aligned(
    aligned: Aligning, qtbot: QtBot
) -> None:
    reading = aligned.reading
    reading.activate(reading.frames[1])
    reading.split()
    reading.open(reading.frames[0].document_id or 0)
    qtbot.waitUntil(lambda: len(aligned.facings) == 2)
    reading.close_pane(reading.frames[0])
    (gutter,) = aligned.gutters()
    assert gutter.facing is aligned.facings[0]
    assert gutter.isVisible() and list(gutter.ribbons())


def test_panes_that_change_places_are_aligned_the_other_way_round(aligned: Aligning, qtbot: QtBot) -> None:
    before = aligned.facings[0].of
    aligned.reading.swap()
    qtbot.waitUntil(lambda: bool(aligned.facings))
    assert aligned.facings[0].of == before[::-1]


def test_three_panes_align_in_a_chain(aligned: Aligning, qtbot: QtBot) -> None:
    reading = aligned.reading
    first = reading.frames[0].document_id or 0
    reading.activate(reading.frames[1])
    reading.split()
    reading.open(first)
    qtbot.waitUntil(lambda: len(aligned.facings) == 2)
    middle = reading.frames[1].pane
    assert [changes.at_right for changes in middle.marks.changes] == [False, True]
    pair = next(p for p in aligned.facings[0].alignment.pairs if p.state == "same" and p.a_start > 1500)
    reading.frames[0].pane.scroll_to(pair.a_start, 200)
    heights = [
        level(reading.frames[place].pane, at)
        for place, at in ((0, pair.a_start), (1, pair.b_start), (2, pair.a_start))
    ]
    assert max(heights) - min(heights) <= 2 * middle.line


def test_what_is_aligned_is_remembered_with_the_project(
    aligned: Aligning, sample_window: MainWindow, qtbot: QtBot
) -> None:
    path = sample_window.workspace.store.path
    aligned.bar.set_sureness(0.6)
    sample_window.close()
    memory = Memory(**json.loads(json.dumps(vars(sample_window.memory))))
    again = MainWindow(Settings(author="王敏", theme="light"), memory, "en")
    qtbot.addWidget(again)
    again.resize(1500, 900)
    again.show()
    again.furnish()
    assert again.opening.open(path)
    qtbot.waitUntil(lambda: bool(again.aligning.facings))
    assert again.commands["aligned"].isChecked() and again.aligning.sureness == 0.6
    again.close()


def test_cancelling_leaves_the_panes_as_they_were(
    sample_window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(_pairs: object, tick: Tick) -> None:
        while True:
            sleep(0.01)
            tick(0, 1)

    monkeypatch.setattr(alignments, "align_all", endless)
    sample_window.commands["aligned"].setChecked(True)
    sample_window.works.cancel()
    qtbot.waitUntil(lambda: not sample_window.commands["aligned"].isChecked())
    assert sample_window.desk.reading.splitter.handleWidth() == THIN
    assert not sample_window.aligning.facings


def test_steps_without_aligned_panes_say_what_to_do(sample_window: MainWindow) -> None:
    sample_window.desk.reading.pane.setFocus()
    press(sample_window, Qt.Key.Key_F7)
    assert "Ctrl+Shift+A" in sample_window.status.currentMessage()


def test_alignments_of_one_project_are_not_taken_for_those_of_the_next(
    aligned: Aligning, sample_window: MainWindow
) -> None:
    pair = aligned.facings[0].of
    sample_window.workspace.close()
    assert aligned.alignments.of(pair) is None
    assert not aligned.facings


def test_pages_are_aligned_with_the_text_of_another_document(
    sample_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    document_id = imported(sample_window, booklet(8), tmp_path)
    page = shown(sample_window, document_id, qtbot)
    reading, aligning = sample_window.desk.reading, sample_window.aligning
    reading.open_beside(sample_window.workspace.shelf()[0].id)
    sample_window.commands["aligned"].setChecked(True)
    qtbot.waitUntil(lambda: bool(aligning.facings))
    assert page in panes(aligning)
    page.set_scroll_fraction(0.5)
    (gutter,) = aligning.gutters()
    assert any(ribbon.band.state == "dropped" for ribbon in gutter.ribbons())
    hover(page, page.flow.text.index("第5部分"))
    assert page.marks.lit is not None
    assert not page.viewport().grab().isNull()
