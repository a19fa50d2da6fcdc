"""Schemas: what the migrations make, and bringing an older project up to date without risking it."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from db import anchors, ledgers, links, passages, project_file, search, upgrade
from db.models import Base
from db.project_file import OlderProject
from db.search import Filters, tagged
from db.store import Store
from db.upgrade import CopyFailed, UpgradeFailed
from tests.db.invented import tag
from tests.db.make_old_project import PROJECTS

Plan = Callable[..., None]
NEWEST = project_file.SCHEMA
LATER = f"{int(NEWEST) + 1:04}"
"""The schema of a program newer than this one."""
NEXT = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "{later}", "{newest}"

def upgrade():
    op.add_column("passages", sa.Column("weight", sa.Integer()))
    op.execute("UPDATE facts SET value = 'changed' WHERE name = 'uid'")
    {more}
"""


def revisions() -> list[str]:
    script = ScriptDirectory.from_config(upgrade.configuration())
    return sorted(revision.revision for revision in script.walk_revisions())


@pytest.fixture
def plan_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Plan:
    """Makes this program one schema newer, with a migration that adds a column and does `more`."""

    def plan(more: str = "") -> None:
        migrations = Path(shutil.copytree(upgrade.MIGRATIONS, tmp_path / "migrations"))
        (migrations / "versions" / f"{LATER}_next.py").write_text(
            NEXT.format(later=LATER, newest=NEWEST, more=more)
        )
        monkeypatch.setattr(upgrade, "MIGRATIONS", migrations)
        monkeypatch.setattr(project_file, "SCHEMA", LATER)

    return plan


def schema_and_uid(path: Path) -> tuple[str, str]:
    with closing(sqlite3.connect(path)) as connection:
        (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        (uid,) = connection.execute("SELECT value FROM facts WHERE name = 'uid'").fetchone()
    return version, uid


def test_the_migrations_make_what_the_models_say(project: Path) -> None:
    engine = create_engine(f"sqlite:///{project}")
    with engine.connect() as connection:
        options = {
            "include_name": lambda name, kind, parents: not (kind == "table" and name.startswith("search"))
        }
        context = MigrationContext.configure(connection, opts={"compare_server_default": True, **options})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_foreign_keys_are_as_the_models_say(project: Path) -> None:
    with closing(sqlite3.connect(project)) as connection:
        for table in Base.metadata.sorted_tables:
            stored = {
                (row[3], row[2], row[6])
                for row in connection.execute(f"PRAGMA foreign_key_list({table.name})")
            }
            assert stored == {
                (key.parent.name, key.column.table.name, key.ondelete) for key in table.foreign_keys
            }


def test_the_newest_revision_is_the_schema_this_program_knows() -> None:
    assert revisions()[-1] == project_file.SCHEMA
    assert ScriptDirectory.from_config(upgrade.configuration()).get_heads() == [project_file.SCHEMA]


@pytest.mark.parametrize("revision", revisions())
def test_a_project_of_every_schema_still_opens(tmp_path: Path, revision: str) -> None:
    path = Path(shutil.copy(PROJECTS / f"schema-{revision}.cezhu", tmp_path))
    with Store.open(path) as store:
        with store.read() as session:
            (first, second) = ledgers.rows(session, "target")
            assert (first.quote, first.labels, second.fields[2]) == ("增长7%左右", ("产业",), 7.4)
            assert len(search.find(session, "数字工厂")) == 2
            assert anchors.check(session) == [] and search.is_whole(session)
        assert store.damage() == []
        assert store.redo().verb == "note"
        with store.read() as session:
            (noted,) = tagged.find(session, search.read("核实"), Filters(), "notes")
            assert noted.said == "待核实"
        undone = []
        while (changed := store.undo()) is not None:
            undone.append(changed.verb)
        newer = ["lists"] if revision >= "0002" else []
        assert undone == ["note", *newer, "label and link", *["tag"] * 4, *["import"] * 2]


def test_a_link_an_older_project_only_proposed_is_a_suggestion_also_in_its_history(tmp_path: Path) -> None:
    path = Path(shutil.copy(PROJECTS / "schema-0001.cezhu", tmp_path))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE links SET confirmed = 0")
        connection.execute(
            "UPDATE changes SET after = json_set(after, '$.confirmed[0]', json('false')) "
            "WHERE table_name = 'links'"
        )
    with Store.open(path) as store:
        for replay in (lambda: None, store.undo, store.redo):
            replay()
            with store.read() as session:
                found = [(link.state, link.origin, link.note) for link in links.every(session)]
            assert found == ([] if replay == store.undo else [("suggested", "analyst", "同一指标")])


def test_an_older_project_is_copied_then_upgraded(project: Path, plan_next: Plan) -> None:
    before = schema_and_uid(project)
    plan_next()
    with Store.open(project) as store, store.read() as session:
        assert passages.spans(session, 1) == []
    assert schema_and_uid(project) == (LATER, "changed")
    copy = project.with_name(f"工业.schema-{NEWEST}.cezhu")
    assert schema_and_uid(copy) == before
    assert {path.name for path in project.parent.glob("*.cezhu*")} == {project.name, copy.name}


def test_a_table_put_in_the_place_of_its_older_form_keeps_what_refers_to_it(
    project: Path, plan_next: Plan
) -> None:
    with Store.open(project) as store:
        passage = tag(store, "增长7%")
    plan_next(more="with op.batch_alter_table('passages', recreate='always') as b: b.drop_column('reason')")
    with closing(sqlite3.connect(project)) as before:
        assert before.execute("SELECT reason FROM passages").fetchall() == [("",)]
    upgrade.bring_up_to_date(project, NEWEST)
    with closing(sqlite3.connect(project)) as after:
        assert after.execute("SELECT passage_id FROM targets").fetchall() == [(passage.id,)]


def test_an_upgrade_that_leaves_references_to_nothing_is_taken_back(project: Path, plan_next: Plan) -> None:
    plan_next(more="op.execute('DELETE FROM documents')")
    with pytest.raises(UpgradeFailed, match="missing"):
        Store.open(project)
    assert schema_and_uid(project)[0] == NEWEST


def test_a_copy_made_earlier_is_kept(project: Path, plan_next: Plan) -> None:
    earlier = project.with_name(f"工业.schema-{NEWEST}.cezhu")
    earlier.write_text("以前的副本")
    plan_next()
    Store.open(project).close()
    assert earlier.read_text() == "以前的副本"
    assert schema_and_uid(project.with_name(f"工业.schema-{NEWEST}-2.cezhu"))[0] == NEWEST


def test_an_upgrade_that_fails_leaves_the_project_as_it_was_and_names_the_copy(
    project: Path, plan_next: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = schema_and_uid(project)
    plan_next(more="raise RuntimeError('unforeseen')")
    with pytest.raises(UpgradeFailed, match=rf"unforeseen.*工业\.schema-{NEWEST}\.cezhu"):
        Store.open(project)
    assert schema_and_uid(project) == before
    monkeypatch.undo()
    with Store.open(project) as store:
        assert not store.read_only
        assert store.undo().verb == "import"


def test_no_upgrade_without_a_copy(project: Path, plan_next: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    before = schema_and_uid(project)
    plan_next()
    monkeypatch.setattr(upgrade, "_free_name", lambda path, found: path.parent / "nowhere" / "copy.cezhu")
    with pytest.raises(CopyFailed, match="unable to open"):
        Store.open(project)
    assert schema_and_uid(project) == before


def test_an_older_project_that_is_open_elsewhere_is_not_upgraded(project: Path, plan_next: Plan) -> None:
    with Store.open(project):
        plan_next()
        with pytest.raises(OlderProject):
            Store.open(project)
    assert schema_and_uid(project)[0] == NEWEST


def test_a_project_is_made_whole_or_not_at_all(tmp_path: Path, plan_next: Plan) -> None:
    plan_next(more="raise RuntimeError('unforeseen')")
    with pytest.raises(RuntimeError, match="unforeseen"):
        Store.create(tmp_path / "新.cezhu")
    assert list(tmp_path.glob("*新*")) == []
