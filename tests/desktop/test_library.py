"""The library: documents by year, filtered, chosen, opened in this pane or the next."""

import json
from collections.abc import Iterator
from datetime import datetime
from itertools import product

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from db.documents import Shelved
from db.kinds import KINDS
from desktop.library_model import DOCUMENT_IDS, YEAR, LibraryModel, dragged_ids
from desktop.library_panel import LibraryPanel
from desktop.library_row import beside_button
from desktop.theme import DARK, LIGHT


def shelved(number: int, title: str, year: int | None, issuer: str = "青禾市工业局") -> Shelved:
    file, imported = f"{number}.txt", datetime(2032, 1, 1)
    return Shelved(
        number, title, issuer, None, None, None, None, year, 100, file, "text/plain", imported, None, {}, {}
    )


ROWS = (
    shelved(1, "2032年工作总结", 2032)._replace(counts={"task": 3, "policy": 1}),
    shelved(2, "2031年工作计划", 2031),
    shelved(3, "企业培育办法", None, "青禾市商务局"),
    shelved(4, "２０３１年补充通知", 2031),
)


def shown(model: QAbstractItemModel, parent: QModelIndex = QModelIndex()) -> Iterator[str]:  # noqa: B008
    for line in range(model.rowCount(parent)):
        index = model.index(line, 0, parent)
        yield index.data()
        yield from shown(model, index)


@pytest.fixture
def model(qapp: object) -> LibraryModel:
    model = LibraryModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.show(ROWS)
    return model


@pytest.fixture
def panel(qtbot: QtBot) -> LibraryPanel:
    panel = LibraryPanel()
    qtbot.addWidget(panel)
    panel.resize(280, 400)
    panel.show()
    panel.fill(ROWS)
    return panel


def place_of(panel: LibraryPanel, document_id: int) -> QPoint:
    return panel.view.visualRect(panel.model.index_of(document_id)).center()


def test_documents_stand_under_their_years_those_without_one_last(model: LibraryModel) -> None:
    expected = ["2031", ROWS[1].title, ROWS[3].title, "2032", ROWS[0].title, "No year", ROWS[2].title]
    assert list(shown(model)) == expected
    assert [model.index(line, 0).data(YEAR) for line in range(3)] == [2031, 2032, 0]


@pytest.mark.parametrize(
    ("words", "ids"),
    [("总结", [1]), ("2031", [2, 4]), ("商务", [3]), ("工业局 计划", [2]), ("2.TXT", [2]), ("无此", [])],
)
def test_the_filter_keeps_documents_in_which_every_word_occurs(
    model: LibraryModel, words: str, ids: list[int]
) -> None:
    model.filter(words)
    assert [row.id for row in ROWS if model.index_of(row.id).isValid()] == ids
    assert model.count() == len(ids)


def test_what_is_dragged_out_are_the_ids_of_documents(model: LibraryModel) -> None:
    data = model.mimeData([model.index(0, 0), model.index_of(4), model.index_of(1)])
    assert json.loads(bytes(data.data(DOCUMENT_IDS).data())) == [4, 1] == dragged_ids(data)


def test_years_cannot_be_chosen(model: LibraryModel) -> None:
    assert not model.index(0, 0).flags() & Qt.ItemFlag.ItemIsSelectable
    assert model.index_of(1).flags() & Qt.ItemFlag.ItemIsSelectable


def test_what_is_chosen_stays_chosen_when_documents_come_and_go(panel: LibraryPanel) -> None:
    panel.choose([1, 4])
    panel.fill((*ROWS[:1], ROWS[3], shelved(9, "新文件", 2030)))
    assert panel.chosen() == [4, 1]
    panel.filter_field.setText("总结")
    assert panel.chosen() == [1]


def test_a_double_click_opens_and_one_with_ctrl_opens_beside(panel: LibraryPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.opened) as opened:
        qtbot.mouseDClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(panel, 2))
    with qtbot.waitSignal(panel.opened_beside) as beside:
        qtbot.mouseDClick(
            panel.view.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.ControlModifier,
            place_of(panel, 1),
        )
    assert (opened.args, beside.args) == ([2], [1])


def test_the_middle_button_and_the_button_on_the_line_open_beside(panel: LibraryPanel, qtbot: QtBot) -> None:
    told: list[int] = []
    panel.opened_beside.connect(told.append)
    viewport = panel.view.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.MiddleButton, pos=place_of(panel, 3))
    line = panel.view.visualRect(panel.model.index_of(4))
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=beside_button(line).center())
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=line.center())
    assert told == [3, 4]


def test_enter_opens_and_delete_asks_to_remove(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.choose([1])
    with qtbot.waitSignal(panel.opened) as opened:
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    with qtbot.waitSignal(panel.opened_beside):
        qtbot.keyClick(panel.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(panel.removal_requested):
        qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert opened.args == [1]


def test_an_empty_library_invites_and_an_empty_filter_says_so(qtbot: QtBot, panel: LibraryPanel) -> None:
    panel.filter_field.setText("无此文件")
    assert panel.pages.currentWidget() is panel.invitation
    assert panel.invitation.text() == "No document matches the filter."
    panel.filter_field.clear()
    panel.fill(())
    assert "import" in panel.invitation.text()
    with qtbot.waitSignal(panel.import_requested):
        qtbot.mouseClick(panel.invitation.button, Qt.MouseButton.LeftButton)


def near(one: QColor, other: str) -> bool:
    """Whether two colours are the same but for the smoothing of edges."""
    wanted = QColor(other)
    return (
        abs(one.red() - wanted.red()) + abs(one.green() - wanted.green()) + abs(one.blue() - wanted.blue())
        < 40
    )


def test_counts_are_painted_in_the_colours_of_their_kinds(panel: LibraryPanel) -> None:
    for theme in (LIGHT, DARK):
        panel.set_theme(theme)
        picture = panel.view.viewport().grab(panel.view.visualRect(panel.model.index_of(1))).toImage()
        places = product(range(picture.width()), range(picture.height()))
        seen = {picture.pixelColor(*place).name() for place in places}
        painted = [kind for kind in KINDS if any(near(QColor(c), theme.kind(kind).ink) for c in seen)]
        assert painted == ["task", "policy"]


def test_counts_that_change_lay_nothing_out_anew(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.choose([2])
    with qtbot.assertNotEmitted(panel.model.modelReset), qtbot.waitSignal(panel.model.dataChanged):
        panel.fill([row._replace(counts={"task": 9}) for row in ROWS])
    assert panel.chosen() == [2]
    with qtbot.waitSignal(panel.model.modelReset):
        panel.fill(ROWS[1:])
    assert panel.chosen() == [2]
    assert panel.view.isExpanded(panel.model.index(0, 0))


def test_many_documents_are_chosen_at_once(panel: LibraryPanel) -> None:
    told: list[list[int]] = []
    panel.chosen_changed.connect(lambda: told.append(panel.chosen()))
    panel.choose([4, 1, 2])
    assert told == [[2, 4, 1]]
    assert panel.has_chosen()
    assert panel.view.currentIndex() == panel.model.index_of(2)
    panel.view.selectAll()
    assert panel.chosen() == [2, 4, 1, 3]


def test_how_far_documents_are_worked_through_is_asked_of_those_in_sight(qtbot: QtBot) -> None:
    asked: set[int] = set()
    panel = LibraryPanel()
    qtbot.addWidget(panel)
    panel.model.covered = asked.add
    panel.resize(280, 400)
    panel.show()
    panel.fill([shelved(number, f"{number}号通知", 2031) for number in range(1000)])
    qtbot.waitUntil(lambda: bool(asked))
    assert len(asked) < 20
