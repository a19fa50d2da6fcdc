"""Writing beside, then replacing: whatever goes wrong, the old file stays whole with nothing beside it."""

import errno
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from db.problems import Problem
from exporters import EXPORTERS, Cancelled, exporter_for, problems, write
from exporters.progress import Progress
from tests.exporters.invented import REPORT

OLD = b"the file that was there"


@pytest.fixture(params=[exporter.suffix for exporter in EXPORTERS if not exporter.whole])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A file of each kind that an earlier export has left."""
    path = tmp_path / f"简报{request.param}"
    path.write_bytes(OLD)
    return path


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def assert_nothing_happened(target: Path) -> None:
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


def refuse(*_: object, **__: object) -> None:
    raise PermissionError(errno.EACCES, "refused")


def test_the_new_file_takes_the_place_of_the_old_one_alone(target: Path) -> None:
    write(REPORT, target)
    assert target.read_bytes() != OLD
    assert names(target.parent) == [target.name]


def test_a_name_of_the_greatest_length_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / f"{'长' * 83}.xlsx"
    write(REPORT, path)
    assert path.exists()


def test_cancelling_stops_the_work_and_leaves_the_old_file(target: Path) -> None:
    ticks = []

    def tick(done: int, total: int) -> None:
        ticks.append(done)
        if done == 5:
            raise Cancelled

    with pytest.raises(Cancelled):
        write(REPORT, target, tick=tick)
    assert ticks == [0, 1, 2, 3, 4, 5]
    assert_nothing_happened(target)


def test_a_cancelled_sheet_leaves_no_temporary_file_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))

    def tick(done: int, total: int) -> None:
        if done == 5:
            raise Cancelled

    with pytest.raises(Cancelled):
        write(REPORT, tmp_path / "目标表.xlsx", tick=tick)
    assert names(scratch) == []
    assert names(tmp_path) == ["scratch"]


def test_progress_is_told_from_nothing_to_everything(target: Path) -> None:
    ticks: list[tuple[int, int]] = []
    write(REPORT, target, tick=lambda done, total: ticks.append((done, total)))
    total = ticks[0][1]
    assert total >= len(REPORT.passages)
    assert ticks == [(done, total) for done in range(total + 1)]


def test_progress_counts_only_the_kinds_that_are_written(target: Path) -> None:
    ticks: list[tuple[int, int]] = []
    write(replace(REPORT, kinds=("task",)), target, tick=lambda done, total: ticks.append((done, total)))
    done, total = ticks[-1]
    assert done == total
    assert 4 <= total <= 3 * 4


def test_long_work_ticks_a_few_hundred_times_and_at_its_end() -> None:
    ticks: list[int] = []
    list(Progress(lambda done, total: ticks.append(done), 9_999).over(range(9_999)))
    assert 100 < len(ticks) < 300
    assert ticks[-1] == 9_999


def test_a_full_disk_is_told(target: Path) -> None:
    def tick(done: int, total: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(problems.DiskFull, match="no space left"):
        write(REPORT, target, tick=tick)
    assert_nothing_happened(target)


def test_another_failure_is_told_with_its_reason(target: Path) -> None:
    def tick(done: int, total: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with pytest.raises(problems.WriteFailed, match="Input/output error"):
        write(REPORT, target, tick=tick)
    assert_nothing_happened(target)


def test_a_file_open_in_another_program_is_told(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "replace", refuse)  # what Windows does while Excel has the file
    with pytest.raises(problems.TargetUnwritable, match=f"{target.name} was not written: it is open"):
        write(REPORT, target)
    assert_nothing_happened(target)


def test_a_write_protected_file_is_told_and_not_replaced(target: Path) -> None:
    target.chmod(0o444)
    with pytest.raises(problems.TargetUnwritable):
        write(REPORT, target)
    assert_nothing_happened(target)


def test_a_folder_one_may_not_write_to_is_told(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(problems.FolderUnwritable, match="may not create files"):
        write(REPORT, target)
    monkeypatch.undo()
    assert_nothing_happened(target)


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(problems.FolderMissing, match="does not exist"):
        write(REPORT, tmp_path / "没有" / "简报.docx")


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "简报.docx").mkdir()
    with pytest.raises(problems.TargetIsFolder):
        write(REPORT, tmp_path / "简报.docx")


@pytest.mark.parametrize("name", ["简报.pdf", "简报", "docx", ".docx"])
def test_a_name_whose_ending_says_nothing_is_told_the_endings_that_do(tmp_path: Path, name: str) -> None:
    with pytest.raises(problems.UnknownSuffix, match=r"\.docx, \.xlsx"):
        write(REPORT, tmp_path / name)
    assert names(tmp_path) == []


def test_a_form_that_does_not_fit_the_ending_is_told(tmp_path: Path) -> None:
    with pytest.raises(problems.UnknownForm, match="target_sheet"):
        write(REPORT, tmp_path / "目标表.xlsx", "briefing")


def test_the_ending_may_be_in_capitals_and_the_form_named(tmp_path: Path) -> None:
    assert exporter_for(Path("A.XLSX")).name == "target_sheet"
    assert exporter_for(Path("a.docx"), "briefing").name == "briefing"


def test_a_link_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "真.docx", tmp_path / "链.docx"
    real.write_bytes(OLD)
    real.chmod(0o640)
    link.symlink_to(real)
    write(REPORT, link)
    assert link.is_symlink()
    assert real.read_bytes().startswith(b"PK")
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    write(REPORT, tmp_path / "简报.docx")
    assert (tmp_path / "简报.docx").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_every_problem_is_one_sentence_pair_with_its_places_filled() -> None:
    values = {"name": "a", "folder": "b", "form": "c", "forms": "d", "suffixes": "e", "reason": "f"}
    told = [
        v
        for v in vars(problems).values()
        if isinstance(v, type) and issubclass(v, Problem) and v is not Problem
    ]
    assert len(told) == 8
    for problem in told:
        assert "was not written" in str(problem(**values))


def test_importing_the_exporters_loads_no_office_library() -> None:
    heavy = {"docx", "openpyxl", "lxml", "sqlalchemy"}
    asked = f"import sys, exporters, exporters.report; print({heavy!r} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"
