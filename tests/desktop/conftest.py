"""A furnished window on a project of two invented documents, with a folder of settings of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db import documents, passages
from db.models import Block, Document
from db.store import Store
from desktop.main_window import MainWindow
from desktop.settings import Memory, Settings
from desktop.workspace import Workspace

PLAN = (
    "青禾市工业局2031年工作计划\n一、主要目标\n规模以上工业增加值增长7%左右，新增高新技术企业120家。\n"
    + "由技改处牵头，于6月底前建成数字工厂。印发《青禾市智能制造行动方案》。\n" * 40
)
REPORT = PLAN.replace("2031年工作计划", "2032年工作总结").replace("增长7%左右", "增长7.4%")


def document(text: str, year: int) -> Document:
    """A document whose blocks are its lines: a title, then paragraphs."""
    text = text.rstrip("\n")
    blocks, start = [], 0
    for ordinal, line in enumerate(text.split("\n")):
        kind = ("title", "heading")[ordinal] if ordinal < 2 else "paragraph"
        blocks.append(
            Block(ordinal=ordinal, kind=kind, start=start, end=start + len(line), number=ordinal + 1)
        )
        start += len(line) + 1
    title = text.partition("\n")[0]
    return Document(
        title=title,
        issuer="青禾市工业局",
        reference_year=year,
        source_name=f"{title}.txt",
        media_type="text/plain",
        text=text,
        blocks=blocks,
    )


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of settings of this test alone."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("CEZHU_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Document 1 is the plan of 2031 with one target, 2 the report of 2032 with a target and a policy."""
    path = tmp_path_factory.mktemp("master") / "工业.cezhu"
    with Store.create(path, author="王敏") as store:
        for text, year in ((PLAN, 2031), (REPORT, 2032)):
            with store.step("import") as session:
                documents.add(session, document(text, year), text.encode())
        for document_id, words, kind in (
            (1, "新增高新技术企业120家", "target"),
            (2, "新增高新技术企业120家", "target"),
            (2, "《青禾市智能制造行动方案》", "policy"),
        ):
            start = (PLAN, REPORT)[document_id - 1].index(words)
            with store.step("tag") as session:
                passages.tag(session, document_id, start, start + len(words), kind)
    return path


@pytest.fixture
def project(master: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(master, tmp_path))


@pytest.fixture
def workspace(project: Path, qapp: object) -> Iterator[Workspace]:
    """A workspace with the project open, and no window."""
    space = Workspace()
    assert space.open(project, "王敏", 1000)
    yield space
    space.close()


@pytest.fixture
def bare_window(qtbot: QtBot) -> Iterator[MainWindow]:
    """The furnished window without a project."""
    window = MainWindow(Settings(author="王敏", theme="light"), Memory(), "en")
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.furnish()
    yield window
    window.close()


@pytest.fixture
def window(bare_window: MainWindow, project: Path) -> MainWindow:
    """The window with the project open, the plan in its one pane."""
    assert bare_window.opening.open(project)
    bare_window.desk.reading.set_count(1)
    bare_window.desk.reading.open(1)
    return bare_window
