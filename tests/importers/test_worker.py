"""Many files in a process of their own: failures are told one by one, and nothing is left behind."""

import multiprocessing
import os
import signal
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

import pytest

from importers import Imported, Options
from importers.problems import FileMissing, NotAFile, NotText, ReaderStopped, TookTooLong
from importers.worker import _megabytes, _Reader, read_all


@pytest.fixture
def ten(tmp_path: Path) -> list[Path]:
    """Ten files, of which the third is binary and the sixth is gone."""
    paths = [tmp_path / f"{number}.txt" for number in range(10)]
    for number, path in enumerate(paths):
        path.write_text(f"云岭市第{number}号通知，请各处室认真落实。", "utf-8")
    paths[2].write_bytes(bytes(range(256)) * 4)
    paths[5].unlink()
    return paths


KILL = getattr(signal, "SIGKILL", signal.SIGTERM)
"""What ends a process at once on this system."""


def children() -> list[int]:
    return [process.pid or 0 for process in multiprocessing.active_children()]


def on_first_pulse(act: Callable[[int], None]) -> Callable[[int, int], None]:
    """A tick that once gets hold of the reader process."""

    def tick(done: int, total: int) -> None:
        if children() and not seen:
            seen.append(children()[0])
            act(seen[0])

    seen: list[int] = []
    return tick


def test_ten_files_of_which_two_are_broken(ten: list[Path]) -> None:
    ticks: list[tuple[int, int]] = []
    outcomes = list(read_all(ten, tick=lambda done, total: ticks.append((done, total))))
    assert [type(outcome) for outcome in outcomes] == [
        FileMissing if number == 5 else NotText if number == 2 else Imported for number in range(10)
    ]
    documents = [outcome.document for outcome in outcomes if isinstance(outcome, Imported)]
    assert [document.source_name for document in documents] == [
        p.name for p in ten if p.name not in ("2.txt", "5.txt")
    ]
    assert ("5.txt" in str(outcomes[5]), ticks[-1], children()) == (True, (10, 10), [])


def test_options_reach_the_reader(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("안녕하세요 여러분", encoding="euc-kr")
    (outcome,) = read_all([tmp_path / "a.txt"], Options(encoding="euc-kr"))
    assert isinstance(outcome, Imported)
    assert outcome.document.text == "안녕하세요 여러분"


def test_a_reader_that_dies_costs_one_file(ten: list[Path]) -> None:
    outcomes = list(read_all(ten[:2], tick=on_first_pulse(lambda pid: os.kill(pid, KILL)), readers=1))
    assert [type(outcome) for outcome in outcomes] == [ReaderStopped, Imported]


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="needs POSIX signals")
def test_a_reader_that_hangs_is_stopped_in_time(ten: list[Path]) -> None:
    outcomes = read_all(ten[:1], tick=on_first_pulse(lambda pid: os.kill(pid, signal.SIGSTOP)), limit=0.3)
    assert [type(outcome) for outcome in outcomes] == [TookTooLong]
    assert children() == []


class Fatal(type(Path())):  # type: ignore[misc]
    """A path at which a reader process calls `act` as soon as it hears of it."""

    act: tuple[Callable[..., object], tuple[object, ...]] = (os._exit, (3,))

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return self.act


class Endless(Fatal):
    act = (sleep, (600,))


@pytest.mark.parametrize("readers", [1, 3])
def test_crashes_and_hangs_cost_their_files_and_no_others(ten: list[Path], readers: int) -> None:
    paths = [ten[0], Fatal("a.pdf"), ten[1], Endless("b.pdf"), ten[3], Fatal("c.pdf"), ten[4].parent, ten[4]]
    outcomes = list(read_all(paths, limit=8, readers=readers))
    expected = [Imported, ReaderStopped, Imported, TookTooLong, Imported, ReaderStopped, NotAFile, Imported]
    assert [type(outcome) for outcome in outcomes] == expected
    assert [str(outcomes[i]).split()[0] for i in (1, 5)] == ["The", "The"]
    assert ("a.pdf" in str(outcomes[1]), "b.pdf" in str(outcomes[3]), children()) == (True, True, [])


def test_outcomes_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(30)]
    for number, path in enumerate(paths):
        path.write_text("云岭市加快产业升级，推动经济平稳增长。\n" * (400 if number % 7 == 0 else 1), "utf-8")
    names = [one.document.source_name for one in read_all(paths) if isinstance(one, Imported)]
    assert names == [path.name for path in paths]


def test_a_large_file_has_more_time(tmp_path: Path) -> None:
    with (tmp_path / "a.pdf").open("wb") as file:
        file.truncate(40 << 20)
    assert _megabytes(tmp_path / "a.pdf") == 40
    assert _megabytes(tmp_path / "gone.pdf") == 0


def test_a_reader_that_gets_on_has_all_its_time_again() -> None:
    reader = _Reader(Options())
    try:
        reader.pipe, theirs = multiprocessing.Pipe()
        reader.begin(0, Path("扫描.pdf"), limit=0.05)
        sleep(0.06)
        assert reader.is_late()
        theirs.send(None)
        assert (reader.hear(), reader.is_late(), reader.task) == (None, False, 0)
    finally:
        reader.stop()


def test_a_cancel_is_heard_while_a_file_is_read_and_leaves_no_process(ten: list[Path]) -> None:
    class Cancelled(Exception):
        pass

    def tick(done: int, total: int) -> None:
        raise Cancelled

    start = monotonic()
    with pytest.raises(Cancelled):
        list(read_all(ten, tick=tick))
    assert (children(), monotonic() - start < 5) == ([], True)


def test_closing_the_iterator_stops_the_reader(ten: list[Path]) -> None:
    outcomes = read_all(ten)
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert children() == []


def test_no_files_start_no_process() -> None:
    assert list(read_all([])) == []
