"""Lays the tables of a new project and brings an older one up to date; the one user of alembic."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from db import project_file, search
from db.problems import Problem
from db.search import written

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).with_name("migrations")


class CopyFailed(Problem):
    sentence = (
        "{path} could not be copied before its upgrade: {reason}. It was left as it is; make room beside it."
    )


class UpgradeFailed(Problem):
    sentence = (
        "{path} could not be upgraded: {reason}. It was left as it was, and a checked copy is at {copy}. "
        "Go on with the older Cezhu and send us this message."
    )


def lay(path: Path) -> None:
    """Makes a new project at `path`, complete or not at all; an existing file there is replaced."""
    unfinished = path.with_name(f".{path.name}.new")
    project_file.remove(unfinished)
    try:
        with closing(project_file.connect(unfinished, "rwc")) as connection:
            connection.execute(f"PRAGMA application_id={project_file.APPLICATION_ID}").close()
        migrate(unfinished)
        project_file.put(unfinished, path)
    finally:
        project_file.remove(unfinished)


def bring_up_to_date(path: Path, found: str) -> Path:
    """Upgrades a project of schema `found` in place; the path of the checked copy made before."""
    copy = _copy(path, found)
    try:
        migrate(path)
    except Exception as error:
        raise UpgradeFailed(path=path, reason=error, copy=copy) from error
    return copy


def migrate(path: Path, revision: str = "head") -> None:
    """Runs the migrations up to `revision` and lays and fills the search index anew, in one transaction.

    Foreign keys are off meanwhile: a migration may put a table in the place of its older form, and dropping
    that one must not delete the rows that refer to it.
    """
    from alembic import command

    engine = create_engine("sqlite://", creator=lambda: project_file.connect(path), poolclass=NullPool)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        written.lift(connection)
        command.upgrade(configuration(connection), revision)
        written.lay(connection)
        dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if dangling:
            raise ValueError(f"rows refer to missing ones: {dangling[:3]}")
        with Session(connection) as session:
            search.rebuild(session)
        connection.commit()


def configuration(connection: Any = None) -> "Config":
    """Alembic's configuration for our migrations, to run on `connection`."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _copy(path: Path, found: str) -> Path:
    copy = _free_name(path, found)
    try:
        with closing(project_file.connect(path)) as connection:
            connection.execute("VACUUM INTO ?", (str(copy),)).close()
        with closing(sqlite3.connect(copy)) as opened:
            (verdict,) = opened.execute("PRAGMA integrity_check").fetchone()
    except (sqlite3.Error, OSError) as error:
        raise CopyFailed(path=path, reason=error) from error
    if verdict != "ok":
        raise CopyFailed(path=path, reason=verdict)
    return copy


def _free_name(path: Path, found: str) -> Path:
    names = (
        path.with_name(f"{path.stem}.schema-{found}{'' if i == 1 else f'-{i}'}{path.suffix}")
        for i in range(1, 10_000)
    )
    return next(name for name in names if not name.exists())
