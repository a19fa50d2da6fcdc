"""Making, opening and closing a project; what is refused, and with which sentence."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from pathlib import Path

import pytest

from db import anchors, documents, passages, project_file
from db.project_file import (
    FolderUnwritable,
    NewerProject,
    NotAProject,
    ProjectBusy,
    ProjectDamaged,
    ProjectExists,
    ProjectMissing,
    ProjectUnreadable,
)
from db.store import ReadOnly, Store
from tests.db.invented import PLAN, store_document, tag

ROOT = Path(__file__).parents[2]


def run(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Another program that imports ours; it tells by a line when it is ready."""
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_a_project_is_one_lone_file_once_it_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "新项目.cezhu"
    with Store.create(path) as store:
        store_document(store, PLAN)
        assert (tmp_path / ".新项目.cezhu.lock").exists()
    assert names_in(tmp_path) == ["新项目.cezhu"]
    with Store.open(path) as store:
        assert store.next_undo().verb == "import"
    assert names_in(tmp_path) == ["新项目.cezhu"]


def test_closing_twice_does_no_harm(store: Store) -> None:
    store.close()
    store.close()


def test_commits_wait_for_the_disk_and_references_are_enforced(store: Store) -> None:
    with store.read() as session:
        pragmas = {
            name: session.connection().exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "application_id")
        }
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "application_id": project_file.APPLICATION_ID,
    }


def test_an_existing_file_is_never_replaced_by_a_new_project(tmp_path: Path) -> None:
    path = tmp_path / "旧.cezhu"
    path.write_text("我的笔记")
    with pytest.raises(ProjectExists, match="旧"):
        Store.create(path)
    assert path.read_text() == "我的笔记"


def test_a_log_left_behind_by_a_deleted_project_does_not_reach_the_new_one(
    project: Path, tmp_path: Path
) -> None:
    path = tmp_path / "新.cezhu"
    with Store.open(project) as store:
        tag(store, "增长7%")
        for ending in ("-wal", "-shm"):
            shutil.copy(f"{project}{ending}", f"{path}{ending}")
    with Store.create(path) as new, new.read() as session:
        assert new.damage() == []
        assert documents.shelf(session) == []


def test_no_project_can_be_made_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FolderUnwritable, match="nowhere"):
        Store.create(tmp_path / "nowhere" / "新.cezhu")
    assert names_in(tmp_path) == []


def test_a_reason_of_the_system_is_told_without_its_number_and_path() -> None:
    denied = FolderUnwritable(folder="/lost", reason=PermissionError(13, "Permission denied", "/lost/.x.new"))
    assert (
        str(denied)
        == "No project could be made in the folder /lost: Permission denied. Choose another folder."
    )


def foreign_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE documents (id)")


FOREIGN = {
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("不是项目"),
    "random bytes": lambda path: path.write_bytes(random.Random(1).randbytes(9000)),
    "another program's database": foreign_database,
    "a folder": Path.mkdir,
}


@pytest.mark.parametrize("make", FOREIGN.values(), ids=FOREIGN)
def test_what_is_no_project_is_refused_and_left_as_it_is(tmp_path: Path, make: object) -> None:
    path = tmp_path / "怪.cezhu"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(NotAProject, match="怪"):
        Store.open(path)
    assert names_in(tmp_path) == ["怪.cezhu"]
    assert before is None or path.read_bytes() == before


def test_a_missing_project_is_told_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(ProjectMissing):
        Store.open(tmp_path / "无.cezhu")
    assert names_in(tmp_path) == []


@pytest.mark.parametrize("share", [0.03, 0.5, 0.98])
def test_a_truncated_project_is_told_to_be_damaged(project: Path, share: float) -> None:
    data = project.read_bytes()
    project.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(ProjectDamaged, match="工业"):
        Store.open(project)
    assert names_in(project.parent) == [project.name]


def test_a_project_overwritten_in_its_middle_is_told_to_be_damaged(project: Path) -> None:
    data = bytearray(project.read_bytes())
    data[2000:] = random.Random(1).randbytes(len(data) - 2000)
    project.write_bytes(data)
    with pytest.raises(ProjectDamaged):
        Store.open(project)


def test_damage_met_later_is_a_sentence_too(project: Path) -> None:
    with closing(sqlite3.connect(project)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'passages'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    data = bytearray(project.read_bytes())
    data[(root - 1) * size : root * size] = b"\xff" * size
    project.write_bytes(data)
    with Store.open(project) as store:
        assert store.damage() != []
        with pytest.raises(ProjectDamaged), store.read() as session:
            passages.get(session, 1)


def test_a_project_of_a_newer_program_is_refused(project: Path) -> None:
    with closing(sqlite3.connect(project)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
        connection.commit()
    with pytest.raises(NewerProject, match="0999"):
        Store.open(project)
    assert names_in(project.parent) == [project.name]


@pytest.mark.parametrize("statement", ["DELETE FROM alembic_version", "DROP TABLE alembic_version"])
def test_a_project_that_does_not_say_its_schema_is_damaged(project: Path, statement: str) -> None:
    with closing(sqlite3.connect(project)) as connection:
        connection.execute(statement)
        connection.commit()
    with pytest.raises(ProjectDamaged, match="schema"):
        Store.open(project)


def test_a_file_nobody_may_read_is_told(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.R_OK)
    with pytest.raises(ProjectUnreadable, match="permission"):
        Store.open(project)


def test_a_write_protected_project_opens_for_reading(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    with Store.open(project) as store:
        assert (store.read_only, store.owner) == (True, None)
        with store.read() as session:
            assert passages.spans(session, 1) == []
    assert names_in(project.parent) == [project.name]


def test_the_second_program_reads_and_is_told_who_writes(project: Path) -> None:
    with Store.open(project, author="王敏") as store:
        told = run(
            """
            import sys
            from pathlib import Path
            from db import passages
            from db.store import Store
            with Store.open(Path(sys.argv[1])) as store:
                with store.read() as session:
                    tags = len(passages.spans(session, 1))
                print(store.read_only, store.owner.pid, store.owner.user != "", tags)
            """,
            project,
        ).communicate()[0]
        assert told.split() == ["True", str(os.getpid()), "True", "0"]
        assert tag(store, "增长7%").id


def test_a_reader_sees_what_the_writer_commits(project: Path) -> None:
    with Store.open(project) as writer, Store.open(project) as reader:
        assert (writer.read_only, reader.read_only) == (False, True)
        tag(writer, "增长7%")
        with reader.read() as session:
            assert len(passages.spans(session, 1)) == 1
    with Store.open(project) as store:
        assert not store.read_only


def test_the_lock_of_a_killed_program_is_free(project: Path) -> None:
    other = run(
        """
        import sys, time
        from pathlib import Path
        from db.store import Store
        store = Store.open(Path(sys.argv[1]))
        print("open", flush=True)
        time.sleep(60)
        """,
        project,
    )
    assert other.stdout.readline() == "open\n"
    with Store.open(project) as store:
        assert (store.read_only, store.owner.pid) == (True, other.pid)
    other.kill()
    other.communicate()
    with Store.open(project) as store:
        assert not store.read_only
    assert names_in(project.parent) == [project.name]


def test_a_program_killed_while_tagging_loses_at_most_the_tag_it_was_writing(project: Path) -> None:
    other = run(
        """
        import sys
        from itertools import count
        from pathlib import Path
        from db import passages
        from db.store import Store
        store = Store.open(Path(sys.argv[1]))
        for i in count():
            with store.step(f"tag {i}") as session:
                passages.tag(session, 1, i % 50, i % 50 + 9, "target")
            print(i, flush=True)
        """,
        project,
    )
    told = [other.stdout.readline() for _ in range(60)]
    other.kill()
    told += other.communicate()[0].splitlines(keepends=True)
    done = sum(line.endswith("\n") for line in told)
    with Store.open(project) as store:
        with store.read() as session:
            spans = passages.spans(session, 1)
            assert anchors.check(session) == []
        assert done <= len(spans) <= done + 1
        assert store.damage() == []
        assert store.next_undo().verb == f"tag {len(spans) - 1}"
        assert store.undo().document_ids == {1}


def test_a_file_held_by_another_program_is_told_and_the_change_not_made(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    monkeypatch.setattr(project_file, "PATIENCE", 20)
    with Store.open(store.path) as again, closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ProjectBusy):
            tag(again, "增长7%")
        other.execute("ROLLBACK")
        assert tag(again, "增长7%").id


def test_a_project_held_by_another_program_still_closes_and_is_not_written_afterwards(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(project_file, "PATIENCE", 20)
    store = Store.open(project)
    with closing(sqlite3.connect(project, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        store.close()
        other.execute("ROLLBACK")
    with pytest.raises(ReadOnly):
        tag(store, "增长7%")
    with Store.open(project) as next_one:
        assert not next_one.read_only
    assert names_in(project.parent) == [project.name]


def test_the_lock_is_given_up_last(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(project) as store:
        beside = project.with_name(f".{project.name}.lock")
        seen: list[bool] = []
        dispose = store._engine.dispose
        monkeypatch.setattr(store._engine, "dispose", lambda: (seen.append(beside.exists()), dispose()))
    assert seen == [True, True]
    assert not beside.exists()


def test_steps_do_not_nest(store: Store) -> None:
    with store.step("outer"), pytest.raises(RuntimeError, match="within another"), store.step("inner"):
        pass


def test_a_project_without_a_writer_names_nobody(project: Path) -> None:
    with Store.open(project) as store:
        assert store.owner is None
    with pytest.raises(ReadOnly), Store.open(project), Store.open(project) as second, second.step("tag"):
        pass
