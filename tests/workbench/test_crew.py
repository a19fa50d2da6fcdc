"""Long work shared out among processes: its outcomes, its progress, and how it ends early."""

import multiprocessing
import os
import subprocess
import sys
import time

import pytest

from workbench import crew
from workbench.crew import WorkerLost


class Enough(Exception):
    pass


def doubled(number: int) -> int:
    return 2 * number


def dying(number: int) -> int:
    if number == 2:
        os._exit(1)
    return number


@pytest.mark.parametrize("processes", [1, 2])
def test_every_item_has_its_outcome_and_is_counted(processes: int) -> None:
    seen: list[tuple[int, int]] = []
    outcomes = crew.share(doubled, range(20), lambda *told: seen.append(told), processes)
    assert sorted(outcomes) == [doubled(number) for number in range(20)]
    assert seen == sorted(seen) and (seen[0], seen[-1]) == ((0, 20), (20, 20))


class Gone(list[int]):
    """Items of which some are gone by the time they are loaded."""

    def __len__(self) -> int:
        return super().__len__() + 3


@pytest.mark.parametrize("processes", [1, 2])
def test_items_that_are_gone_when_they_are_asked_for_are_not_waited_for(processes: int) -> None:
    assert sorted(crew.share(doubled, Gone([1, 2]), processes=processes)) == [2, 4]


def test_no_items_are_no_work() -> None:
    assert list(crew.share(doubled, [])) == []


def test_what_the_tick_raises_ends_the_work_and_leaves_no_process() -> None:
    def tick(done: int, total: int) -> None:
        if done:
            raise Enough

    with pytest.raises(Enough):
        try:
            list(crew.share(doubled, range(20), tick, 2))
        finally:
            left = multiprocessing.active_children()
    assert left == []


def test_work_that_is_not_asked_for_to_the_end_leaves_no_process() -> None:
    outcomes = crew.share(doubled, range(20), processes=2)
    next(outcomes)
    outcomes.close()
    assert multiprocessing.active_children() == []


def test_a_process_that_dies_is_told_in_a_sentence() -> None:
    with pytest.raises(WorkerLost, match=r"ended by itself.*is kept"):
        list(crew.share(dying, range(4), processes=2))
    assert multiprocessing.active_children() == []


CALLER = """
from tests.workbench.test_crew import slow
from workbench import crew

if __name__ == "__main__":
    list(crew.share(slow, list(range(8)), processes=2))
"""


def slow(item: int) -> None:
    os.write(sys.stdout.fileno(), b"%d\n" % os.getpid())  # in one piece, as others write there, too
    time.sleep(30)


@pytest.mark.skipif(os.name == "nt", reason="processes are told from the dead by a signal")
def test_a_crew_ends_with_a_caller_that_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", CALLER], stdout=subprocess.PIPE, text=True) as caller:
        assert caller.stdout is not None
        crew_of = [int(caller.stdout.readline()) for _ in range(2)]
        caller.kill()
        assert caller.stdout.read() == "", "the output ends when nobody is left to write to it"
    assert len(set(crew_of)) == 2
