"""Which labels stand together."""

from analysis.togetherness import Marked, labels_by_kinds, labels_by_labels

PASSAGES = [
    Marked("target", ("产业", "数字"), ((1, 0),)),
    Marked("task", ("民生",), ((1, 0), (1, 1))),
    Marked("target", ("民生",), ((2, 0),)),
    Marked("policy", (), ((2, 0),)),
]


def test_passages_of_each_kind_that_bear_a_label_are_counted() -> None:
    grid = labels_by_kinds(PASSAGES, ["产业", "数字", "民生"], ["task", "target", "policy"])
    assert grid.counts == ((0, 1, 0), (0, 1, 0), (1, 1, 0))


def test_labels_meet_in_paragraphs_once_each_and_both_ways() -> None:
    grid = labels_by_labels([*PASSAGES, PASSAGES[0]], ["产业", "数字", "民生", "空"])
    assert grid.counts == ((1, 1, 1, 0), (1, 1, 1, 0), (1, 1, 3, 0), (0, 0, 0, 0))
