"""Ctrl+C while a step is written."""

import signal

import pytest

from db import labels
from db.store import Store


def test_ctrl_c_waits_until_the_step_is_written(store: Store) -> None:
    with pytest.raises(KeyboardInterrupt), store.step("add label") as session:
        signal.raise_signal(signal.SIGINT)
        labels.add(session, "增速", "#aa3300")
    assert store.last_change.verb == "add label"
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    with store.read() as session:
        assert [label.name for label in labels.tree(session)] == ["增速"]


def test_what_goes_wrong_is_told_before_ctrl_c(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.step("add label") as session:
        labels.add(session, "增速", "#aa3300")
        signal.raise_signal(signal.SIGINT)
        1 / 0  # noqa: B018
    with store.read() as session:
        assert labels.tree(session) == []
