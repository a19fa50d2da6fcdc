"""Long work: exactly one end is told, Cancel stops it, the window stays alive."""

import gc
import threading
import weakref
from functools import partial
from time import sleep

import pytest
from pytestqt.qtbot import QtBot

from db.problems import Problem
from desktop.work import LongWork, Stopped, Tick, Turns, Work
from desktop.work_queue import WorkQueue


class InkSpilt(Problem):
    sentence = "The ink is spilt; nothing was changed."


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


def test_a_tick_without_a_total_leaves_the_progress_where_it_is(qtbot: QtBot) -> None:
    def call(tick: Tick) -> None:
        tick(1, 2)
        tick(0, 0)

    told: list[tuple[int, int]] = []
    work = Work(call)
    work.progressed.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(work.done):
        work.start()
    assert told == [(1, 2)]


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


def test_an_error_nobody_expected_ends_the_work(qtbot: QtBot) -> None:
    called: list[int] = []
    turns = Turns([lambda: 1 // 0, lambda: called.append(1)])
    with qtbot.waitSignal(turns.failed):
        turns.start()
    assert called == []


def test_problems_are_told_together_once_all_else_is_done(qtbot: QtBot) -> None:
    called: list[int] = []

    def spill() -> None:
        raise InkSpilt

    turns = Turns([spill, lambda: called.append(1), spill], undone="{left} of {total}")
    with qtbot.waitSignal(turns.failed) as ended:
        turns.start()
    assert called == [1]
    assert len(ended.args[0].exceptions) == 2
    assert turns.undone() == "2 of 3"


@pytest.mark.parametrize("ending", ["done", "failed", "stopped"])
@pytest.mark.parametrize("kind", [Work, Turns])
def test_work_that_has_ended_keeps_nothing(qtbot: QtBot, kind: type[LongWork], ending: str) -> None:
    class Report:
        """Something large."""

    report = Report()
    kept = weakref.ref(report)

    def call(*tick: Tick, report: Report = report) -> None:
        assert report
        if ending == "failed":
            raise InkSpilt
        for each in tick:
            each(0, 1)

    work = kind(call) if kind is Work else kind([call])
    if ending == "stopped":
        work.cancel()
    del report, call
    with qtbot.waitSignals([getattr(work, ending), work.destroyed]):
        work.start()
    work.wait()
    gc.collect()
    assert kept() is None


def test_a_second_piece_of_work_waits_for_the_first(qtbot: QtBot) -> None:
    called: list[int] = []
    queue, waiting = WorkQueue(), []
    queue.waits.connect(waiting.append)
    works = [Turns([partial(called.append, n)] * 3) for n in range(2)]
    with qtbot.waitSignal(works[1].done):
        for work in works:
            queue.add(work)
    assert called == [0, 0, 0, 1, 1, 1]
    assert waiting == works[1:]


def test_cancel_stops_the_work_under_way_and_the_next_begins(qtbot: QtBot) -> None:
    called: list[int] = []
    queue = WorkQueue()
    works = [Turns([partial(called.append, n)] * 3) for n in range(2)]
    for work in works:
        queue.add(work)
    with qtbot.waitSignals([works[0].stopped, works[1].done]):
        queue.cancel()
    assert called == [1, 1, 1]


def test_all_is_stopped_and_waited_for_at_the_end(qtbot: QtBot) -> None:
    called: list[int] = []

    def slowly(tick: Tick) -> None:
        sleep(0.05)
        called.append(0)
        tick(0, 1)
        called.append(1)

    queue = WorkQueue()
    for _again in range(3):
        queue.add(Work(slowly, queue))
    queue.stop()
    assert called == [0]
    qtbot.wait(20)
    assert called == [0]
