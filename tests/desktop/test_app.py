"""The window painted off screen, and what the start does before anything else."""

import builtins
import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from db.project_file import ProjectMissing
from desktop import app, views
from desktop.plain_imports import plain_imports
from desktop.theme import DARK, LIGHT

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def in_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "SETTLED", 0.15)


@pytest.mark.parametrize(("theme", "view"), [(LIGHT, "main"), (DARK, "search"), (DARK, "start")])
def test_the_window_is_painted_with_the_project_in_the_size_and_theme_asked_for(
    qapp: object, project: Path, tmp_path: Path, theme: object, view: str
) -> None:
    out = tmp_path / "window.png"
    app.screenshot(project, out, size=(1280, 800), view=view, language="en", theme=theme.name)
    picture = QImage(str(out))
    assert (picture.width(), picture.height()) == (1280, 800)
    assert picture.pixelColor(1, 1).name() == theme.window
    kinds = {picture.pixelColor(x, y).name() for x in range(264, 1000, 3) for y in range(80, 500, 3)}
    assert (theme.target.tint in kinds or theme.target.strong in kinds) == (view != "start")


def test_a_picture_leaves_settings_and_memory_alone(
    qapp: object, project: Path, tmp_path: Path, home: Path
) -> None:
    app.screenshot(project, tmp_path / "window.png", view="main", language="zh", theme="light")
    assert list(home.iterdir()) == []
    assert os.environ["CEZHU_HOME"] == str(home)


def test_a_view_that_is_not_there_is_told_with_those_that_are(
    qapp: object, project: Path, tmp_path: Path
) -> None:
    with pytest.raises(views.UnknownView, match=r"no view called “moon”.*main, start"):
        app.screenshot(project, tmp_path / "window.png", view="moon")


@pytest.mark.parametrize("out", ["gone/window.png", "window.pgn"])
def test_a_picture_that_cannot_be_saved_is_told(
    qapp: object, project: Path, tmp_path: Path, out: str
) -> None:
    with pytest.raises(views.PictureNotSaved, match="could not be saved"):
        app.screenshot(project, tmp_path / out)
    assert not (tmp_path / out).exists()


def test_a_project_that_is_not_there_is_told(qapp: object, tmp_path: Path) -> None:
    with pytest.raises(ProjectMissing):
        app.screenshot(tmp_path / "gone.cezhu", tmp_path / "window.png")
    assert not (tmp_path / "window.png").exists()


def test_the_real_start_paints_opens_and_ends_without_a_word(
    project: Path, home: Path, tmp_path: Path
) -> None:
    program = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop import app
from desktop.main_window import MainWindow
begin = MainWindow.begin
def begin_and_end(window, project):
    assert "sqlalchemy" not in sys.modules
    begin(window, project)
    print(window.workspace.shelf()[0].title)
    QTimer.singleShot(200, window.close)
MainWindow.begin = begin_and_end
sys.exit(app.run(Path({str(project)!r})))
"""
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert (ran.returncode, ran.stdout) == (0, "青禾市工业局2031年工作计划\n")
    assert ran.stderr == ""
    assert sorted(path.name for path in home.iterdir()) == ["memory.json"]


def test_another_language_opens_the_window_anew_with_everything_as_it_stood(
    project: Path, home: Path, tmp_path: Path
) -> None:
    program = f"""
import sys
from dataclasses import replace
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop import app
from desktop.main_window import MainWindow
begin, shown = MainWindow.begin, []
def look(window):
    reading = window.desk.reading
    panes = [frame.document_id for frame in reading.frames]
    print(window.menuBar().actions()[0].text(), window.workspace.writable, panes)
    if len(shown) == 1:
        reading.open_beside(2)
        reading.set_count(3)
        window.preferences.take(replace(window.settings, language="zh_CN"))
    else:
        window.close()
def begin_and_look(window, *asked, **kept):
    shown.append(window)
    begin(window, *asked, **kept)
    QTimer.singleShot(300, lambda: look(window))
MainWindow.begin = begin_and_look
sys.exit(app.run(Path({str(project)!r})))
"""
    (home / "settings.json").write_text('{"language": "en"}', encoding="utf-8")
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.splitlines() == ["&File True [1, 2]", "文件(&F) True [1, 2, None]"]


def test_imports_are_plain_for_a_while_and_then_as_before(qapp: object) -> None:
    hooked = builtins.__import__
    with pytest.raises(KeyError), plain_imports():
        assert builtins.__import__ is not hooked
        assert not gc.isenabled()
        raise KeyError
    assert builtins.__import__ is hooked
    assert gc.isenabled()
