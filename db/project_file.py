"""What a project file is, and what is wrong with one that cannot be opened."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path, PurePath

from sqlalchemy.exc import DBAPIError

from db.problems import Problem

SUFFIX = ".cezhu"
APPLICATION_ID = 0x43455A48
"""Marks a SQLite file as a project of this program: "CEZH"."""
SCHEMA = "0005"
"""The newest revision in db/migrations/versions: numbers that sort as text."""
MODES = {"still": "ro&immutable=1"}
"""Ways to connect that SQLite calls otherwise."""
PATIENCE = 5000
"""Milliseconds to wait while another connection holds the file."""


class ProjectMissing(Problem):
    sentence = (
        "There is no project at {path}. It may have been moved or renamed; open it from where it is now."
    )


class ProjectExists(Problem):
    sentence = (
        "There is already a file at {path}; it was left as it is. Choose another name, or open that file."
    )


class FolderUnwritable(Problem):
    sentence = "No project could be made in the folder {folder}: {reason}. Choose another folder."


class NotAProject(Problem):
    sentence = "{path} is not a Cezhu project; it was left as it is. Choose a file that ends in .cezhu."


class NewerProject(Problem):
    sentence = (
        "{path} was last opened by a newer Cezhu (schema {found}; this one knows {known}); "
        "it was left as it is. Update Cezhu to open it."
    )


class OlderProject(Problem):
    sentence = (
        "{path} comes from an older Cezhu and must be upgraded first, which is not possible while it is "
        "write-protected or open elsewhere; it was left as it is. Close it there, or copy it elsewhere."
    )


class ProjectUnreadable(Problem):
    sentence = "{path} could not be read: {reason}. It was left as it is; check its permissions and its disk."


class ProjectDamaged(Problem):
    sentence = (
        "{path} is damaged: {reason}. Nothing was written to it. "
        "Copy it to a safe place, then open your latest copy."
    )


class ProjectBusy(Problem):
    sentence = (
        "Another program is holding {path}; this change was not made, all earlier ones are kept. Try again."
    )


class ProjectUnwritable(Problem):
    sentence = (
        "{path} could not be written: {reason}. This change was not made, all earlier ones are kept. "
        "Make room on the disk, then try again."
    )


class DiskFailed(Problem):
    sentence = (
        "The disk of {path} failed: {reason}. What was being written is lost, all earlier changes are kept. "
        "Check that the disk is connected, then open the project again."
    )


PROBLEMS: dict[int, type[Problem]] = {
    sqlite3.SQLITE_CORRUPT: ProjectDamaged,
    sqlite3.SQLITE_NOTADB: ProjectDamaged,
    sqlite3.SQLITE_BUSY: ProjectBusy,
    sqlite3.SQLITE_LOCKED: ProjectBusy,
    sqlite3.SQLITE_CANTOPEN: ProjectUnreadable,
    sqlite3.SQLITE_PERM: ProjectUnreadable,
    sqlite3.SQLITE_FULL: ProjectUnwritable,
    sqlite3.SQLITE_READONLY: ProjectUnwritable,
    sqlite3.SQLITE_IOERR: DiskFailed,
}


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turns what SQLite reports about the file into a Problem; errors of our own code pass unchanged."""
    try:
        yield
    except (sqlite3.Error, DBAPIError) as error:
        reason = error.orig if isinstance(error, DBAPIError) else error
        problem = PROBLEMS.get(getattr(reason, "sqlite_errorcode", 0) & 0xFF)
        if "invalid uri authority" in str(reason):
            problem = ProjectUnreadable
        if problem is None:
            raise
        raise problem(path=path, reason=reason) from error


def connect(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """A connection as every part of the store wants it.

    `mode` is rw, rwc (make the file), ro or still (read what nobody writes meanwhile, nothing laid beside).
    """
    if mode == "ro" and _cannot_be_shared(path):
        mode = "still"
    connection = sqlite3.connect(
        f"{uri(path.absolute())}?mode={MODES.get(mode, mode)}",
        uri=True,
        isolation_level=None,
        timeout=PATIENCE / 1000,
        check_same_thread=False,
    )
    if mode not in ("ro", "still"):
        connection.execute("PRAGMA journal_mode=WAL").close()
        connection.execute("PRAGMA synchronous=FULL").close()
    connection.execute("PRAGMA foreign_keys=ON").close()
    connection.create_function("characters_of", -1, _characters_of, deterministic=True)
    return connection


def _characters_of(*words: str | None) -> str:
    """What the triggers of the search index call."""
    from db.search.folding import characters

    return characters(*words)


def uri(path: PurePath) -> str:
    """An absolute path as SQLite takes it, which knows no hosts: a Windows share goes into the path."""
    written = path.as_uri()
    return written if written.startswith("file:///") else written.replace("file://", "file:////", 1)


def put(made: Path, path: Path) -> None:
    """Gives a closed project its name; what stands there is replaced.

    A log left behind by a project deleted from there belongs to no file; SQLite would mix it in.
    """
    _remove_log(path)
    made.replace(path)


def remove(path: Path) -> None:
    """Deletes a project and its log, as far as they are there."""
    path.unlink(missing_ok=True)
    _remove_log(path)


def _remove_log(path: Path) -> None:
    for ending in ("-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def mode_to_look(path: Path) -> str:
    """How to read a project that is ours alone: a log left in it can only be read by way of its index."""
    return "ro" if path.with_name(path.name + "-wal").exists() else "still"


def _cannot_be_shared(path: Path) -> bool:
    """Whether SQLite could not lay its index of the write-ahead log beside the file."""
    return not os.access(path.parent, os.W_OK) and not path.with_name(path.name + "-shm").exists()


def can_be_written(path: Path) -> bool:
    """Whether the file and its folder (which takes the log and the lock) let us write."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def examine(path: Path) -> None:
    """Raises the Problem that shows before `path` is opened in earnest; nothing is touched."""
    if not path.exists():
        raise ProjectMissing(path=path)
    if not path.is_file():
        raise NotAProject(path=path)
    if not os.access(path, os.R_OK):
        raise ProjectUnreadable(path=path, reason="permission denied")
    with in_words(path):
        application_id, size = _declared(path)
    if application_id != APPLICATION_ID:
        raise NotAProject(path=path)
    if size > path.stat().st_size:
        raise ProjectDamaged(path=path, reason="its end is missing")


def _declared(path: Path) -> tuple[int, int]:
    """What the header of the file says: whose it is and how many bytes it has.

    While there is a log, which SQLite will yet work into the file, only the first can be told.
    """
    log = path.with_name(path.name + "-wal")
    has_log = log.exists() and log.stat().st_size > 0
    with closing(sqlite3.connect(f"{uri(path.absolute())}?mode=ro&immutable=1", uri=True)) as peek:
        try:
            values = [
                peek.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("application_id", "page_count", "page_size")
            ]
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
                return 0, 0
            if error.sqlite_errorcode == sqlite3.SQLITE_CORRUPT and has_log:
                return APPLICATION_ID, 0
            raise
    return values[0], 0 if has_log else values[1] * values[2]


def is_older(path: Path) -> bool:
    """Whether a project must be upgraded before it is opened; a file that cannot be need not."""
    try:
        examine(path)
        return schema(path, mode_to_look(path)) < SCHEMA
    except Problem:
        return False


def schema(path: Path, mode: str) -> str:
    """The schema revision of a project; NewerProject where this program does not know it."""
    with in_words(path), closing(connect(path, mode)) as connection:
        try:
            (found,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except (sqlite3.OperationalError, TypeError) as error:
            if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) != sqlite3.SQLITE_ERROR:
                raise
            raise ProjectDamaged(path=path, reason="it does not say its schema") from error
    if found > SCHEMA:
        raise NewerProject(path=path, found=found, known=SCHEMA)
    return str(found)
