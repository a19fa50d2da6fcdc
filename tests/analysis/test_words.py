"""Words and sentences: what double and triple click select."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest

from analysis import words
from analysis.sentences import sentence_at, sentences

TEXT = "我市实施𠮷祥工程，培育专精特新企业120家；要加快建设！\n\n  下一步，支持园区。“好。”再来"


def test_words_tile_the_text():
    spans = words.cut(TEXT)
    assert "".join(TEXT[start:end] for start, end in spans) == TEXT
    assert all(before[1] == after[0] for before, after in pairwise(spans))


def test_tags_have_the_cuts_of_their_words():
    tagged = words.tag(TEXT)
    assert [TEXT[start:end] for start, end, _ in tagged if TEXT[start:end] == "支持"] == ["支持"]
    assert ("企业", "n") in [(TEXT[start:end], part) for start, end, part in tagged]


@pytest.mark.parametrize(
    ("at", "word"),
    [("专精", "专精特新"), ("新企", "专精特新"), ("，", "，"), ("20家", "120"), ("设！", "建设")],
)
def test_a_double_click_selects_the_word_under_it(at, word):
    start, end = words.word_at(TEXT, TEXT.index(at))
    assert TEXT[start:end] == word


def test_a_double_click_behind_the_last_character_selects_the_last_word():
    start, end = words.word_at("支持园区", 4)
    assert "支持园区"[start:end] == "园区"
    assert words.word_at("", 3) == (0, 0)


def test_an_added_word_is_cut_whole():
    text = "推进云岫湾片区开发"
    assert "云岫湾片区" not in [text[start:end] for start, end in words.cut(text)]
    words.add_words(["云岫湾片区"])
    assert "云岫湾片区" in [text[start:end] for start, end in words.cut(text)]


def test_the_dictionary_is_loaded_once_whoever_asks_first(monkeypatch):
    loads = []
    load = words._load
    monkeypatch.setattr(words, "_cutter", None)
    monkeypatch.setattr(words, "_load", lambda: loads.append(1) or load())
    with ThreadPoolExecutor(4) as pool:
        cuts = list(pool.map(words.cut, [TEXT] * 8))
    assert len(loads) == 1
    assert all(spans == cuts[0] for spans in cuts)


def test_importing_the_analysis_loads_no_dictionary():
    program = (
        "import sys, analysis.words, analysis.sentences; sys.exit(bool({'rjieba', 'jieba'} & {*sys.modules}))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_sentences_end_at_stops_closing_marks_and_lines():
    assert [TEXT[start:end] for start, end in sentences(TEXT)] == [
        "我市实施𠮷祥工程，培育专精特新企业120家；",
        "要加快建设！",
        "下一步，支持园区。",
        "“好。”",
        "再来",
    ]


def test_a_triple_click_selects_the_sentence_under_it():
    for start, end in sentences(TEXT):
        assert sentence_at(TEXT, start) == (start, end)
        assert sentence_at(TEXT, end - 1) == (start, end)
    assert sentence_at(TEXT, len(TEXT)) == sentences(TEXT)[-1]
    blank = TEXT.index("\n\n") + 1
    assert sentence_at(TEXT, blank) == (blank, blank)
