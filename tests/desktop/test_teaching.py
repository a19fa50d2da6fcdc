"""Other mentions tagged in one go, and the words of a project, by real clicks and keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop.lexicon_dialog import KIND, WORD, LexiconDialog
from desktop.main_window import MainWindow
from desktop.mentions_dialog import OPEN, PLACE, UNTICKED, MentionsDialog
from tests.desktop.test_window import compose
from workbench import lexicon, verbs


def passage_of(window: MainWindow, kind: str, document_id: int) -> int:
    return next(s.id for s in window.workspace.spans(document_id) if s.kind == kind)


def find(window: MainWindow, qtbot: QtBot) -> MentionsDialog:
    policy = passage_of(window, "policy", 2)
    window.workspace.do(verbs.set_field, [policy], "name", "青禾市智能制造行动方案")
    window.tagging.click(policy)
    window.commands["tag_others"].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(MentionsDialog)))
    (dialog,) = window.findChildren(MentionsDialog)
    return dialog


def policies(window: MainWindow, document_id: int) -> int:
    return sum(span.kind == "policy" for span in window.workspace.spans(document_id))


def test_every_other_mention_is_listed_and_tagged_in_one_step(window: MainWindow, qtbot: QtBot) -> None:
    dialog = find(window, qtbot)
    assert len(dialog.chosen()) == 79
    assert "Other mentions: 79 · documents: 2" in dialog.tally.text()
    qtbot.mouseClick(dialog.accepting, Qt.MouseButton.LeftButton)
    assert (policies(window, 1), policies(window, 2)) == (40, 40)
    window.commands["undo"].trigger()
    assert (policies(window, 1), policies(window, 2)) == (0, 1)


def test_unticked_mentions_and_documents_that_are_not_open_are_left_out(
    window: MainWindow, qtbot: QtBot
) -> None:
    dialog = find(window, qtbot)
    qtbot.mouseClick(dialog.scope.buttons[OPEN], Qt.MouseButton.LeftButton)
    assert {mention.document_id for mention in dialog.chosen()} == {1}
    dialog.list.topLevelItem(0).child(0).setCheckState(PLACE, UNTICKED)
    assert len(dialog.chosen()) == 39
    qtbot.mouseClick(dialog.accepting, Qt.MouseButton.LeftButton)
    assert (policies(window, 1), policies(window, 2)) == (39, 1)


def words(window: MainWindow, qtbot: QtBot) -> LexiconDialog:
    window.commands["lexicon"].trigger()
    (dialog,) = window.findChildren(LexiconDialog)
    qtbot.waitUntil(dialog.word.hasFocus)
    return dialog


def stored(window: MainWindow) -> list[tuple[str, str]]:
    return [(term.word, term.role) for term in lexicon.terms(window.workspace.store)]


def test_words_are_added_changed_and_removed_each_in_one_step(window: MainWindow, qtbot: QtBot) -> None:
    dialog = words(window, qtbot)
    dialog.role.setCurrentIndex(dialog.role.findData("policy"))
    compose(dialog.word, "数字工厂")
    qtbot.keyClick(dialog.word, Qt.Key.Key_Return)
    assert stored(window) == [("数字工厂", "policy")]
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 1)
    assert dialog.isVisible()
    dialog.list.topLevelItem(0).setText(WORD, "数字车间")
    assert stored(window) == [("数字车间", "policy")]
    qtbot.wait(20)
    role = dialog.list.itemWidget(dialog.list.topLevelItem(0), KIND).findChild(QComboBox)
    role.activated.emit(role.findData("unit"))
    assert stored(window) == [("数字车间", "unit")]
    qtbot.wait(20)
    dialog.list.topLevelItem(0).setSelected(True)
    qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    assert stored(window) == []
    for _ in range(4):
        window.workspace.undo()
    assert stored(window) == []


def test_a_word_added_is_known_to_the_next_tag(window: MainWindow, qtbot: QtBot) -> None:
    dialog = words(window, qtbot)
    dialog.role.setCurrentIndex(dialog.role.findData("department"))
    compose(dialog.word, "技改处")
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    dialog.reject()
    pane = window.desk.reading.pane
    start = pane.flow.text.index("由技改处牵头")
    pane.select(start, start + len("由技改处牵头，于6月底前建成数字工厂。"))
    window.commands["tag_task"].trigger()
    qtbot.waitUntil(lambda: len(window.desk.inspector.passages) == 1)
    assert window.desk.inspector.passages[0].detail.lead == "技改处"
