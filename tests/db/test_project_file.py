"""Where a project file may be, as SQLite is told."""

import sqlite3
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from db.project_file import ProjectUnreadable, in_words, uri


@pytest.mark.parametrize(
    ("path", "written"),
    [
        (PureWindowsPath(r"\\server\share\a b.cezhu"), "file:////server/share/a%20b.cezhu"),
        (PureWindowsPath(r"C:\work\a#b.cezhu"), "file:///C:/work/a%23b.cezhu"),
        (PurePosixPath("/work/a?b.cezhu"), "file:///work/a%3Fb.cezhu"),
    ],
)
def test_a_path_goes_to_sqlite_without_a_host(path: PurePath, written: str) -> None:
    assert uri(path) == written


def test_a_place_sqlite_does_not_take_is_told_in_a_sentence() -> None:
    with pytest.raises(ProjectUnreadable, match="authority"), in_words(Path("x.cezhu")):
        sqlite3.connect("file://server/share/x.cezhu?mode=ro", uri=True)
