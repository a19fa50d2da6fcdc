"""The word lists: clean, and found by name."""

import pytest

from analysis.lexicons import FOLDER, lexicon, pattern

NAMES = sorted(path.stem for path in FOLDER.glob("*.txt") if not path.stem.startswith("page_"))
"""The lists of words; those of pages pair labels with what they state, and have tests of their own."""


@pytest.mark.parametrize("name", NAMES)
def test_a_list_is_explained_and_says_no_word_twice(name):
    lines = (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    words = [line for line in lines if line and not line.startswith("#")]
    assert lines[0].startswith("# ")
    assert all(word == word.strip() and " " not in word for word in words)
    assert len(words) == len(set(words))


def test_longer_words_come_first():
    words = lexicon("units")
    assert words.index("平方米") < words.index("米")
    assert pattern("{units}").match("平方米")[0] == "平方米"


def test_a_pattern_may_take_several_lists():
    assert pattern("^{rises|falls}$").match("增长")
    assert pattern("^{rises|falls}$").match("下降")
    assert pattern(r"^\d{2,3}{units}$").match("120家")


def test_an_unknown_list_is_an_error():
    with pytest.raises(FileNotFoundError):
        lexicon("no such list")
