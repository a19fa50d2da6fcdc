"""Units that measure the same, whatever scale is said with them."""

from pathlib import Path

import pytest

from db import documents, passages
from db.kinds import Target
from db.search import Filters
from db.store import Store
from tests.db.invented import document
from workbench import searching
from workbench.quantities import value_range, worths
from workbench.searching import Asked


@pytest.mark.parametrize(
    ("unit", "other", "worth"),
    [
        ("人", "万人", 1e4),
        ("人", "亿人", 1e8),
        ("人", "名", 1),
        ("元", "亿元", 1e8),
        ("亩", "万亩", 1e4),
        ("亩", "公顷", 15),
        ("吨", "万吨", 1e4),
        ("吨", "公斤", 1e-3),
        ("公里", "千米", 1),
        ("公里", "米", 1e-3),
        ("%", "‰", 0.1),
        ("百分点", "个百分点", 1),
        ("标准箱", "万标准箱", 1e4),
    ],
)
def test_a_unit_is_worth_as_much_in_another(unit: str, other: str, worth: float) -> None:
    assert dict(worths(unit))[other] == pytest.approx(worth)
    assert next(iter(worths(unit))) == (unit, 1)


@pytest.mark.parametrize(
    ("unit", "other"), [("%", "百分点"), ("元", "美元"), ("家", "项"), ("人", "个"), ("个", "家")]
)
def test_what_measures_something_else_stays_apart(unit: str, other: str) -> None:
    assert other not in dict(worths(unit))


def test_one_amount_is_read_the_same_whatever_its_scale() -> None:
    assert (
        value_range("1000万人") == value_range("0.1亿人") == value_range("10,000,000人") == (1e7, 1e7, "人")
    )
    assert value_range("2个百分点..") == (2, None, "百分点")


def test_targets_are_found_whatever_unit_they_are_kept_in(tmp_path: Path) -> None:
    kept = ((1e7, "人"), (1000, "万人"), (0.1, "亿人"), (999, "万人"), (1000, "万元"), (2e7, None))
    with Store.create(tmp_path / "p.cezhu") as store, store.step("tag") as session:
        id_ = documents.add(session, document("服务一千万人"), b"").id
        for value, unit in kept:
            passages.tag(session, id_, 0, 6, "target", Target(value=value, unit=unit))
    with Store.open(tmp_path / "p.cezhu") as store:
        for typed in ("1000万人..", "0.1亿人..", "10,000,000人.."):
            least, most, unit = value_range(typed)
            asked = Asked(filters=Filters(values=(least, most), unit=unit))
            assert [hit.passage_id for hit in searching.find(store, asked)] == [1, 2, 3]
            assert Asked.of(asked.written()) == asked
