"""Finding words in a text."""

from desktop.reading.hits import Hits, find, folded


def test_width_and_case_make_no_difference():
    text = "ＧＤＰ增长５％，gdp总量（GDP）"
    assert find(folded(text), "gdp") == [(0, 3), (8, 11), (14, 17)]
    assert find(folded(text), "５%") == [(5, 7)]


def test_folding_keeps_every_character_in_its_place():
    text = "İstanbul İ 𠮷 ﬁ"
    assert len(folded(text)) == len(text)
    assert find(folded(text), "𠮷") == [(11, 12)]


def test_an_empty_query_finds_nothing():
    assert find("工业", "") == []


def test_hits_do_not_overlap():
    assert find("哈哈哈哈哈", "哈哈") == [(0, 2), (2, 4)]


def test_only_hits_in_a_stretch_are_looked_up():
    hits = Hits([(0, 2), (5, 7), (9, 12)])
    assert hits.between(6, 9) == [(5, 7)]
    assert hits.between(2, 5) == []
    assert hits.between(0, 20) == [(0, 2), (5, 7), (9, 12)]


def test_stepping_goes_round():
    hits = Hits([(0, 2), (5, 7)])
    assert hits.current is None
    hits.step(1)
    assert hits.current == (0, 2)
    hits.step(-1)
    assert hits.current == (5, 7)
    hits.start_from(1)
    assert hits.current == (5, 7)
    hits.start_from(8)
    assert hits.current == (0, 2)


def test_nothing_found_has_no_current_hit():
    hits = Hits()
    hits.step(1)
    hits.start_from(3)
    assert hits.current is None
