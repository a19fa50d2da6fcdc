"""What the window says by itself: problems, the banner, the status line."""

from datetime import datetime
from time import sleep

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from db.kinds import KINDS
from db.ownership import Owner
from db.passages import UnfitValue
from db.problems import Problem
from desktop.banner import Banner
from desktop.language import install
from desktop.main_window import MainWindow
from desktop.problem_box import ProblemBox, sentence
from desktop.status_line import StatusLine
from desktop.theme import LIGHT, style_sheet
from desktop.work import Turns


class InkSpilt(Problem):
    sentence = "{name} is full of ink; nothing was changed."


def test_a_problem_is_told_in_its_own_sentence(qapp: object) -> None:
    assert sentence(InkSpilt(name="计划.txt")) == "计划.txt is full of ink; nothing was changed."


def test_a_field_is_told_by_its_heading_in_the_language_of_the_window(qapp: QApplication) -> None:
    error = UnfitValue(field=KINDS["target"].field("period_to"), value="soon")
    assert "“soon” does not fit the field “Period to”" in sentence(error)
    install("zh_CN", qapp)
    try:
        assert "“时期止”" in sentence(error)
    finally:
        install("en", qapp)


def test_several_problems_stand_in_one_box_without_details(qtbot: QtBot) -> None:
    box = ProblemBox([InkSpilt(name="a.txt"), InkSpilt(name="b.txt")])
    qtbot.addWidget(box)
    assert box.text().count("full of ink") == 2
    assert box.detailedText() == ""


def test_what_nobody_expected_is_told_with_its_trace_behind_a_button(qtbot: QtBot) -> None:
    try:
        {}["missing"]
    except KeyError as error:
        box = ProblemBox([error])
    qtbot.addWidget(box)
    assert "you can go on" in box.text()
    assert "KeyError: 'missing'" in box.detailedText()


def test_of_what_nobody_expected_the_first_line_is_told(qtbot: QtBot) -> None:
    box = ProblemBox([ValueError("no such column\nUPDATE tracked SET a = ?")])
    qtbot.addWidget(box)
    assert "no such column." in box.text() and "UPDATE" not in box.text()
    assert "UPDATE" in box.detailedText()


def test_the_banner_tells_since_when_somebody_has_the_file(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_owner(False, Owner("wang", "pc-7", 4711, "2032-02-01T03:04:05"))
    assert banner.words.text().startswith("wang on pc-7 has had this project open since 2032-0")
    banner.show_owner(False, None)
    assert "protected against writing" in banner.words.text()
    banner.show_owner(True, None)
    assert banner.isHidden()


def test_the_status_line_follows_long_work_and_cancels_it(window: MainWindow, qtbot: QtBot) -> None:
    called: list[int] = []

    def slowly() -> None:
        sleep(0.002)
        called.append(1)

    window.works.add(Turns([slowly] * 1000, window, "Importing", "{left} of {total} were not imported."))
    qtbot.waitUntil(lambda: window.status.progress.value() > 3)
    assert window.status.progress.isVisible() and window.status.work.text() == "Importing"
    window.status.cancel.click()
    qtbot.waitUntil(window.status.progress.isHidden)
    assert window.status.news.text() == f"{1000 - len(called)} of 1000 were not imported."


def test_work_that_fails_is_told_in_a_box(window: MainWindow, qtbot: QtBot) -> None:
    def spill() -> None:
        raise InkSpilt(name="计划.txt")

    window.works.add(Turns([spill], window, "Importing"))
    qtbot.waitUntil(lambda: any(box.isVisible() for box in window.findChildren(QMessageBox)))
    (box,) = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    assert box.text() == "计划.txt is full of ink; nothing was changed."
    box.close()


@pytest.mark.parametrize("at", [None, datetime(2032, 2, 1, 14, 32)])
def test_the_status_line_says_when_the_last_change_was_saved(qtbot: QtBot, at: datetime | None) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_saved(at)
    assert line.saved.text().startswith("All changes saved · ") == (at is not None)


def test_a_notice_begins_where_what_is_saved_stands(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.setStyleSheet(style_sheet(LIGHT))
    line.resize(600, 30)
    line.show()

    def first_ink() -> int:
        picture = line.grab().toImage()
        ground = picture.pixelColor(2, 15)
        columns = (x for x in range(300) if any(picture.pixelColor(x, y) != ground for y in range(4, 28)))
        return next(columns)

    line.saved.setText("HHH")
    before = first_ink()
    line.showMessage("HHH")
    assert abs(first_ink() - before) <= 1
