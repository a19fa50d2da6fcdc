"""Rows in their order: by runs as in one go."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.kinds import Field
from desktop import ledger_order
from desktop.ledger_columns import Column

Row = tuple[str | None, int]
NAMES = st.lists(st.sampled_from(["b", "A", "a", "", None, "丙"]), max_size=40)


@given(names=NAMES, descending=st.booleans())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_rows_sorted_by_runs_are_in_order_and_those_alike_as_they_were(
    monkeypatch: pytest.MonkeyPatch, names: list[str | None], descending: bool
) -> None:
    monkeypatch.setattr(ledger_order, "RUN", 4)
    rows: list[Row] = [(name, place) for place, name in enumerate(names)]
    full = [row for row in rows if row[0]]
    wanted = sorted(full, key=lambda row: str(row[0]).casefold(), reverse=descending)
    column = Column(Field("name", "text", "名称", "Name"), lambda row: row[0])
    assert ledger_order.ordered(rows, column, descending) == wanted + [row for row in rows if not row[0]]
