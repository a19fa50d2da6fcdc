"""The window in Chinese: nothing is left in English, nothing is lost between the two languages."""

import ast
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from db.kinds import KINDS
from db.labels import LabelUnnamed
from db.project_file import FolderUnwritable
from desktop import language
from desktop.actions import bare
from desktop.commands import COMMANDS, MENUS
from desktop.problem_box import sentence
from desktop.status_line import StatusLine
from tools import translations
from tools.translations import CATALOGUE, ROOT

CHINESE = translations.translations(CATALOGUE)
SHOWING = {
    "setText",
    "setToolTip",
    "setWindowTitle",
    "setPlaceholderText",
    "setAccessibleName",
    "setStatusTip",
    "setTitle",
    "addMenu",
    "QLabel",
    "QPushButton",
    "QCheckBox",
    "QRadioButton",
    "QGroupBox",
}
"""Calls whose texts an analyst sees."""


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[QApplication]:
    """The application in Chinese, back in English afterwards."""
    locale = QLocale()
    language.install("zh_CN", qapp)
    yield qapp
    language.install("en", qapp)
    QLocale.setDefault(locale)


def test_the_catalogue_holds_every_word_of_the_window_and_no_other() -> None:
    told = "run `make translations`, translate what it lists, run it again"
    words = translations.words()
    assert sorted(words - CHINESE.keys()) == [], told
    assert sorted(CHINESE.keys() - words) == [], told


def test_every_word_is_translated() -> None:
    assert [word for word, text in CHINESE.items() if not text] == []


def test_an_update_leaves_a_catalogue_that_is_up_to_date_as_it_is(tmp_path: Path) -> None:
    copy = Path(shutil.copy(CATALOGUE, tmp_path))
    translations.update(copy)
    assert translations.translations(copy) == CHINESE


def test_an_update_keeps_translations_and_drops_words_that_are_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = Path(shutil.copy(CATALOGUE, tmp_path))
    kept, new = ("Kind", "Task"), ("Kind", 'A "new"\n\\kind')
    monkeypatch.setattr(translations, "words", lambda: {kept, new})
    translations.update(copy)
    assert translations.translations(copy) == {kept: "任务", new: ""}


def test_what_the_program_loads_is_the_catalogue(chinese: QApplication) -> None:
    loaded = {(context, text): QCoreApplication.translate(context, text) for context, text in CHINESE}
    assert {word: text for word, text in CHINESE.items() if loaded[word] != text} == {}


def test_places_for_values_are_the_same_in_both_languages() -> None:
    differing = {word: text for word, text in CHINESE.items() if places(word[1]) != places(text)}
    assert differing == {}


def places(text: str) -> Counter[str]:
    return Counter(re.findall(r"\{[^}]*\}|%\w", text))


def test_what_asks_for_more_says_so_in_both_languages() -> None:
    assert [word for word, text in CHINESE.items() if word[1].endswith("…") != text.endswith("…")] == []


def test_no_chinese_text_ends_in_latin_punctuation() -> None:
    assert [text for text in CHINESE.values() if re.search(r"[\u4e00-\u9fff][.,;:!?](?!\w)", text)] == []


@pytest.mark.parametrize("menu", MENUS)
def test_no_two_lines_of_a_menu_share_a_letter(menu: str) -> None:
    texts = [command.text for command in COMMANDS if command.menu == menu]
    texts += [path.rpartition("/")[2] for path in MENUS if path.rpartition("/")[0] == menu]
    for spoken in (texts, [CHINESE["Command", text] for text in texts]):
        letters = Counter(letter.upper() for text in spoken for letter in re.findall("&(.)", text))
        assert {letter for letter, times in letters.items() if times > 1} == set()


def test_kinds_are_called_alike_in_the_catalogue_and_in_their_declaration() -> None:
    assert {kind.zh: CHINESE["Kind", kind.en] for kind in KINDS.values()} == {
        kind.zh: kind.zh for kind in KINDS.values()
    }


def test_a_menu_text_without_its_letter_reads_as_a_word() -> None:
    texts = [bare(CHINESE["Command", command.text]) for command in COMMANDS]
    assert [text for text in texts if re.search(r"[&()…]", text)] == []


def test_problems_and_the_buttons_of_qt_speak_chinese(chinese: QApplication) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    assert {button.text() for button in box.buttons()} == {"确定", "取消"}
    assert sentence(LabelUnnamed()).startswith("标签需要名称")


def test_a_problem_gives_its_reason_in_chinese(chinese: QApplication) -> None:
    denied = FolderUnwritable(folder="/lost", reason=PermissionError(13, "Permission denied", "/lost/x"))
    assert sentence(denied) == "无法在文件夹 /lost 中新建项目：没有权限。请选择其他文件夹。"


def test_a_widget_of_a_class_derived_from_ours_finds_its_words(chinese: QApplication) -> None:
    class Derived(StatusLine):
        pass

    assert Derived().cancel.text() == "取消"


def test_the_language_can_be_switched_while_the_program_runs(chinese: QApplication) -> None:
    assert QCoreApplication.translate("Kind", "Task") == "任务"
    assert language.install("en", chinese) == "en"
    assert QCoreApplication.translate("Kind", "Task") == "Task"
    assert QLocale().monthName(2) == "February"
    assert language.install("zh_CN", chinese) == "zh"
    assert QCoreApplication.translate("Kind", "Task") == "任务"
    assert QLocale().monthName(2) == "二月"


@pytest.mark.parametrize(
    ("tags", "spoken"),
    [
        (["zh-Hans-CN", "en-US"], "zh"),
        (["zh_TW"], "zh"),
        (["en-GB", "zh-CN"], "en"),
        (["de-DE", "zh-CN", "en"], "zh"),
        (["de-DE"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_first_language_of_the_system_that_we_speak_is_taken(tags: list[str], spoken: str) -> None:
    assert language.preferred(tags) == spoken


def test_words_put_together_by_code_are_refused() -> None:
    code = "class Panel:\n  def name(self):\n    return self.tr('No ' + kind), panel.tr('x'), self.tr('y')\n"
    reader = translations.Reader(ROOT / "desktop" / "panel.py")
    reader.visit(ast.parse(code))
    assert reader.words == {("Panel", "y")}
    assert [line.split(": ")[0] for line in reader.unfit] == ["desktop/panel.py:3"] * 2


def test_no_text_is_shown_without_being_looked_up() -> None:
    plain = [
        f"{path.name}:{call.lineno}: {text!r}"
        for path in sorted((ROOT / "desktop").rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func).rpartition(".")[2] in SHOWING
        for text in literals(call)
        if re.search(r"[A-Za-z]{2}", text)
    ]
    assert plain == []


def literals(call: ast.Call) -> Iterator[str]:
    """The texts handed over as they stand, also the fixed parts of f-strings; tags of rich text aside."""
    for argument in call.args:
        parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
        for part in parts:
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield re.sub(r"<[^>]*>|&\w+;", "", part.value)
