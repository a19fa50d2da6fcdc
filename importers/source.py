"""The bytes of a file, or the sentence that says why it cannot be read."""

import re
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from db.problems import Problem
from importers.problems import (
    FileEmpty,
    FileMissing,
    FileTooLarge,
    FileUnreadable,
    NotADocument,
    NotAFile,
    WordEncrypted,
)

LIMIT = 200 << 20
"""Bytes: far above any report, well below what would exhaust a small computer."""

_FOREIGN: tuple[tuple[re.Pattern[bytes], type[Problem]], ...] = (
    (
        re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1(?s:.*)E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c"),
        WordEncrypted,
    ),
    (
        re.compile(
            rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            rb"(?!(?s:.*)(?:W\0o\0r\0d\0D\0o\0c\0|M\0a\0t\0O\0S\0T\0|C\0O\0N\0T\0E\0N\0T\0S\0))"
        ),
        NotADocument,
    ),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|Rar!|7z\xbc\xaf|\x1f\x8b"), NotADocument),
)
"""What begins files that look like text, or like nothing, and are neither."""


def load(path: Path) -> bytes:
    """The bytes of a regular file of 1 to LIMIT bytes."""
    name = path.name
    try:
        status = path.stat()
        if S_ISDIR(status.st_mode):
            raise NotAFile(name=name)
        if not S_ISREG(status.st_mode):
            raise FileUnreadable(name=name, reason="not a regular file")
        if status.st_size > LIMIT:
            raise FileTooLarge(name=name, size=status.st_size >> 20, limit=LIMIT >> 20)
        data = path.read_bytes()
    except FileNotFoundError:
        raise FileMissing(name=name) from None
    except (OSError, ValueError) as error:
        raise FileUnreadable(name=name, reason=getattr(error, "strerror", None) or str(error)) from None
    if not data:
        raise FileEmpty(name=name)
    return data


def refuse_foreign(data: bytes, name: str) -> None:
    """Raise the Problem that fits where the content is of a format that is known and not read."""
    for beginning, problem in _FOREIGN:
        if beginning.match(data):
            raise problem(name=name)
