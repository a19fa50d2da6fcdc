"""Writing beside, then replacing: the old file stays whole until the new one is complete."""

import errno
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from db.problems import Problem
from exporters.problems import (
    DiskFull,
    FolderMissing,
    FolderUnwritable,
    TargetIsFolder,
    TargetUnwritable,
    WriteFailed,
)

FULL = {errno.ENOSPC, errno.EDQUOT}


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A stream whose content takes the place of `path` when the block ends well.

    Whatever is raised inside leaves `path` as it was and nothing beside it. What the system refuses becomes
    a Problem. A link is followed and stays a link; a file that is replaced keeps its permissions.
    """
    try:
        target = path.resolve()
        _check(target)
        # A short name of its own: a long Chinese title may leave no room for a suffix.
        beside = target.with_name(f".cezhu-{os.urandom(6).hex()}.part")
        stream = beside.open("xb")
    except OSError as error:
        raise _problem(error, path, FolderUnwritable) from error
    try:
        with stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        _replace(beside, target)
    except OSError as error:
        raise _problem(error, path, TargetUnwritable) from error
    finally:
        beside.unlink(missing_ok=True)


def _check(target: Path) -> None:
    if target.is_dir():
        raise TargetIsFolder(name=target.name)
    if not target.parent.is_dir():
        raise FolderMissing(name=target.name, folder=target.parent)
    if target.exists() and not target.stat().st_mode & stat.S_IWUSR:
        raise TargetUnwritable(name=target.name)


def _replace(beside: Path, target: Path) -> None:
    if target.exists():
        shutil.copymode(target, beside)
    beside.replace(target)


def _problem(error: OSError, path: Path, refused: type[Problem]) -> Problem:
    values = {"name": path.name, "folder": path.parent}
    if isinstance(error, PermissionError):
        return refused(**values)
    if error.errno in FULL:
        return DiskFull(**values)
    return WriteFailed(**values, reason=error.strerror or str(error))
