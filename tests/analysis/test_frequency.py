"""Counting words, and keywords against jieba's own."""

from pathlib import Path

import pytest

import importers
from analysis.frequency import Counts, Total, counted, keywords, per_10000
from analysis.words import pieces

TEXT = (
    "青禾市加快建设数字工厂，推动制造业智能化改造和数字化转型。新增高新技术企业120家，"
    "培育专精特新中小企业三百家，数字经济核心产业增加值增长9.5%。数字工厂带动中小企业上云用数。\n"
    "健全养老服务体系，新建社区食堂25处，养老服务床位达到六千张。GDP稳步增长，“十四五”规划顺利收官。"
)


def test_numbers_marks_and_single_characters_are_no_words() -> None:
    words = counted(TEXT)
    assert words["中小企业"] == 2 and words["养老"] + words["养老服务"] >= 2
    assert words["GDP"] == 1 and words["十四五"] == 1
    assert not {"120", "9.5", "三百", "六千", "，", "。", "\n", "和", "家", "%"} & words.keys()


def test_own_words_count_whole_and_the_longest_wins() -> None:
    assert "数字工厂" not in counted(TEXT)
    words = counted(TEXT, ("数字", "数字工厂", "C"))
    assert words["数字工厂"] == 2
    assert words["数字"] == TEXT.count("数字") - 2


def test_own_words_do_not_join_what_stands_around_them() -> None:
    assert "中小企业" not in counted("中小某某企业", ("某某",))


leaves_files_open = pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
"""jieba does, when it reads its dictionary and its table."""
unraisable = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@leaves_files_open
@unraisable
def test_keywords_are_those_of_jieba() -> None:
    assert overlap(TEXT * 3) == 1.0


@leaves_files_open
@unraisable
@pytest.mark.shared
def test_keywords_of_real_reports_are_those_of_jieba(shared: Path) -> None:
    paths = sorted((shared / "real").rglob("*.txt"))[:3]
    if not paths:
        pytest.skip("no plain texts among the real documents")
    texts = [importers.read(path).document.text for path in paths]
    assert [overlap(text) for text in texts] == [1.0] * len(texts)


def overlap(text: str) -> float:
    """How much of our first twenty keywords is among jieba's, whose list also has numbers."""
    from analysis.lexicons import lexicon

    theirs = jieba_keywords(lexicon("words"), text)
    words = counted(text)
    ours = [keyword.word for keyword in keywords(words.items())]
    return len(set(ours) & set([word for word in theirs if word in words][: len(ours)])) / len(ours)


def jieba_keywords(own: tuple[str, ...], text: str) -> list[str]:
    """All keywords that jieba itself extracts, with the same words added to its dictionary."""
    import jieba
    import jieba.analyse

    jieba.setLogLevel("ERROR")
    extractor = jieba.analyse.TFIDF()
    extractor.tokenizer = jieba.Tokenizer()
    for word in own:
        extractor.tokenizer.add_word(word, 100_000, "nz")
    found: list[str] = extractor.extract_tags(text, topK=None)
    return found


def test_keywords_leave_out_stop_words_and_weigh_rare_words_more() -> None:
    found = keywords([("工作", 10), ("算力", 10), ("我们", 50)], stops={"我们"})
    assert [keyword.word for keyword in found] == ["算力", "工作"]
    assert sum(keyword.times for keyword in found) == 20


def test_an_empty_text_has_no_keywords() -> None:
    assert keywords([]) == []


def test_counts_of_documents_add_up() -> None:
    counts = Counts()
    counts.add(1, {"数字": 3, "工厂": 1})
    counts.add(2, {"数字": 2, "养老": 4})
    assert counts.totals([1, 2])["数字"] == Total(5, 2)
    assert counts.totals([2]) == {"数字": Total(2, 1), "养老": Total(4, 1)}
    assert (counts.count(1, "数字"), counts.count(1, "养老"), counts.count(2, "没有")) == (3, 0, 0)
    assert dict(counts.of(2)) == {"数字": 2, "养老": 4}
    counts.forget(1)
    assert 1 not in counts and 2 in counts


def test_relative_frequency_refers_to_ten_thousand_characters() -> None:
    assert per_10000(3, 15_000) == 2.0
    assert per_10000(0, 0) == 0.0


def test_pieces_join_up_to_the_text() -> None:
    assert "".join(pieces(TEXT)) == TEXT
