"""Tracked promises are sifted, sorted and laid out in cells where they are stored."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db import tracked
from db.store import Store
from db.tracked import Sieve
from tests.workbench.test_retracing import add_reports, bring, confirm
from workbench.tracker import Tracked, track


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "p.cezhu", author="李敏") as store:
        add_reports(store)
        yield store


SIEVES = [
    (Sieve(), lambda row: True),
    (Sieve("told"), lambda row: row.report is not None),
    (Sieve("missed"), lambda row: row.state == "missed"),
    (Sieve("open"), lambda row: row.state == "open"),
    (Sieve("proposed"), lambda row: row.report is not None and row.link_state != "confirmed"),
    (Sieve(least=0.8), lambda row: row.sureness >= 0.8),
    (Sieve(words="造林　12万亩"), lambda row: "造林12万亩" in row.promise.quote),
    (Sieve(words="100%_"), lambda row: False),
    (Sieve(department="市林业局"), lambda row: row.departments == "市林业局"),
    (Sieve(department="林业局"), lambda row: False),
]


@pytest.mark.parametrize(("sieve", "passes"), SIEVES)
def test_promises_are_sifted_where_they_are_stored(
    store: Store, sieve: Sieve, passes: Callable[[Tracked], bool]
) -> None:
    rows = track(store)
    confirm(store)
    rows = track(store)
    wanted = [row.id for row in rows if passes(row)]
    with store.read() as session:
        assert tracked.ids(session, sieve) == wanted
        lines = tracked.lines(session, sieve)
        cells = tracked.cells(session, sieve, lines)
        assert sum(cell.promises for cell in cells) == len(wanted)
        assert {cell.promise_id for cell in cells} <= set(wanted)
        assert set(tracked.years(session, sieve)) == {row.year for row in rows if row.id in wanted}
        assert tracked.count(session, sieve) == len(tracked.confirmable(session, sieve))
        counts = tracked.tallies(session)
    if sieve == Sieve(sieve.wanted):
        assert counts[sieve.wanted] == len(wanted)


def test_a_cell_shows_what_is_confirmed_then_what_is_told(store: Store) -> None:
    bring(store)
    with store.read() as session:
        lines = tracked.lines(session, Sieve())
        names = tracked.names(session, Sieve(), lines)
        assert names[lines[0]][0] in ("生产总值", "城镇新增就业") and len(lines) == 6
        assert tracked.plotted(session)
        assert tracked.departments(session) == ["市林业局"]
        assert tracked.of_several(session)


@pytest.mark.parametrize("name", sorted(tracked.ORDERS))
def test_promises_are_sorted_where_they_are_stored_what_is_empty_last(store: Store, name: str) -> None:
    rows = {row.id: row for row in track(store)}
    with store.read() as session:
        up, down = (tracked.ids(session, Sieve(), (name, falling)) for falling in (False, True))
    assert sorted(up) == sorted(down) == sorted(rows)
    if name == "gap":
        gaps = [rows[id_].gap for id_ in down]
        known = [gap for gap in gaps if gap is not None]
        assert known == sorted(known, reverse=True) and gaps[: len(known)] == known
