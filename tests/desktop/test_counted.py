"""Counts in words."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.counted import NOUNS, counted
from desktop.language import install


@pytest.mark.parametrize("noun", NOUNS)
def test_one_is_said_in_its_own_form_and_all_other_counts_in_another(noun: str, qapp: QApplication) -> None:
    one, none, many = (counted(count, noun) for count in (1, 0, 1200))
    assert one.startswith("1 ")
    assert (none.partition(" ")[0], many.partition(" ")[0]) == ("0", "1,200")
    assert none.partition(" ")[2] == many.partition(" ")[2] != one.partition(" ")[2]


def test_counts_are_said_in_chinese_too(qapp: QApplication) -> None:
    install("zh_CN", qapp)
    try:
        assert (counted(1, "document"), counted(1200, "document")) == ("1 份文档", "1,200 份文档")
    finally:
        install("en", qapp)
