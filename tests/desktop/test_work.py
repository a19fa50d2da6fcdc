"""Long work: exactly one end is told, Cancel stops it, the window stays alive."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from desktop.work import Stopped, Tick, Turns, Work


def test_a_thread_tells_its_progress_and_its_value(qtbot: QtBot) -> None:
    def call(tick: Tick) -> int:
        for done in range(3):
            tick(done, 3)
        return threading.get_ident()

    work, told = Work(call), []
    work.progressed.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(work.done) as ended:
        work.start()
    assert ended.args[0] != threading.get_ident()
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_a_cancelled_thread_stops_at_its_next_tick(qtbot: QtBot) -> None:
    begun, go_on, reached = threading.Event(), threading.Event(), []

    def call(tick: Tick) -> None:
        begun.set()
        go_on.wait(5)
        tick(1, 2)
        reached.append("past the tick")

    work = Work(call)
    with qtbot.waitSignal(work.stopped):
        work.start()
        begun.wait(5)
        work.cancel()
        go_on.set()
    work.wait()
    assert reached == []


def test_what_a_thread_raises_is_told(qtbot: QtBot) -> None:
    def call(_tick: Tick) -> None:
        raise ValueError("broken")

    work = Work(call)
    with qtbot.waitSignal(work.failed) as ended:
        work.start()
    assert str(ended.args[0]) == "broken"


def test_a_tick_after_cancel_raises(qtbot: QtBot) -> None:
    work = Work(lambda tick: None)
    work.cancel()
    with pytest.raises(Stopped):
        work.tick(0, 1)


def test_turns_are_called_one_by_one_in_this_thread(qtbot: QtBot) -> None:
    called: list[object] = []
    turns = Turns([lambda n=n: called.append((n, threading.get_ident())) for n in range(3)])
    with qtbot.waitSignal(turns.done):
        turns.start()
    assert called == [(n, threading.get_ident()) for n in range(3)]


def test_cancelled_turns_leave_what_was_done(qtbot: QtBot) -> None:
    called: list[int] = []
    turns = Turns([lambda n=n: called.append(n) for n in range(5)])
    turns.progressed.connect(lambda done, _total: done == 2 and turns.cancel())
    with qtbot.waitSignal(turns.stopped):
        turns.start()
    assert called == [0, 1]


def test_a_turn_that_fails_ends_the_work(qtbot: QtBot) -> None:
    called: list[int] = []
    turns = Turns([lambda: 1 // 0, lambda: called.append(1)])
    with qtbot.waitSignal(turns.failed):
        turns.start()
    assert called == []
