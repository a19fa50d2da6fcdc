"""The sample project and the documents it is made of."""

from pathlib import Path

import docx
import pytest

import importers
from db import anchors, documents, ledgers, links, passages
from db.kinds import KINDS
from db.project_file import ProjectExists
from db.store import Store
from tools import samples
from workbench import sample

SOURCES = sorted((sample.SAMPLES / "source").glob("*.md"))
LINES = list(sample.read("passages"))

sources = pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.cezhu"
    sample.build(path)
    return path


def bare(text: str) -> str:
    return "".join(text.split())


@sources
def test_a_document_is_as_long_as_real_ones_are(source: Path) -> None:
    assert 2_500 <= sum(len(bare(text)) for _, text in samples.read(source)) <= 4_000


@sources
def test_the_committed_documents_are_made_from_their_sources(source: Path) -> None:
    lines = list(samples.read(source))
    word = docx.Document(str(sample.SAMPLES / f"{source.stem}.docx"))
    plain = [(style, text) for style, text in lines if style != "Table"]
    assert [(p.style.name, p.text) for p in word.paragraphs if p.style] == plain
    rows = [samples.cells(text) for style, text in lines if style == "Table"]
    assert [[cell.text for cell in row.cells] for table in word.tables for row in table.rows] == rows
    text = (sample.SAMPLES / f"{source.stem}.txt").read_text(encoding="utf-8")
    assert text == samples.newspaper(lines)


@sources
def test_the_newspaper_text_flows_again_as_the_word_document(source: Path) -> None:
    word, plain = (
        importers.read(sample.SAMPLES / f"{source.stem}{suffix}").document for suffix in (".docx", ".txt")
    )
    whole = [
        word.text[block.start : block.end] for block in word.blocks if block.kind not in ("cell", "caption")
    ]
    assert plain.text.splitlines() == whole


def test_every_quote_stands_once_in_its_document() -> None:
    texts = {source.stem: source.read_text(encoding="utf-8") for source in SOURCES}
    assert [line["quote"] for line in LINES if texts[line["document"]].count(line["quote"]) != 1] == []


def test_every_choice_is_one_of_its_field() -> None:
    for line in LINES:
        for name, value in line["fields"].items():
            choices = [choice.value for choice in KINDS[line["kind"]].field(name).choices]
            assert not choices or value in choices


def test_the_project_holds_all_kinds_with_their_fields_labels_and_links(project: Path) -> None:
    with Store.open(project) as store, store.read() as session:
        shelf = documents.shelf(session)
        assert [row.reference_year for row in shelf] == [2022, 2023]
        assert [row.number for row in shelf] == ["云工信发〔2022〕8号", "云工信〔2023〕5号"]
        listed = {kind: ledgers.rows(session, kind) for kind in KINDS}
        assert sum(map(len, listed.values())) == len(LINES)
        assert all(len(rows) >= 9 for rows in listed.values())
        assert all(row.labels for rows in listed.values() for row in rows)
        joined = {link.id for rows in listed.values() for row in rows for link in links.of(session, row.id)}
        assert len(joined) == sum(word in line for line in LINES for word in sample.LINKS)
        assert anchors.check(session) == []


def test_the_project_begins_with_nothing_to_undo(project: Path) -> None:
    with Store.open(project) as store:
        assert (store.next_undo(), store.undo()) == (None, None)
        with store.read() as session:
            assert len(documents.shelf(session)) == len(SOURCES)


def test_the_missed_target_is_joined_to_its_report(project: Path) -> None:
    with Store.open(project) as store, store.read() as session:
        by_quote = {row.quote: row.id for row in ledgers.rows(session, "target")}
        promise, report = by_quote["工业投资增长12%以上"], by_quote["工业投资增长9.6%"]
        assert (promise, report, "trace") in {
            (x.from_id, x.to_id, x.kind) for x in links.of(session, promise)
        }
        assert passages.get(session, report).detail.value == 9.6  # type: ignore[union-attr]


def test_building_it_twice_gives_the_same(project: Path, tmp_path: Path) -> None:
    sample.build(tmp_path / "again.cezhu")
    assert contents(tmp_path / "again.cezhu") == contents(project)


def test_stopped_in_the_middle_it_leaves_nothing_and_is_built_whole_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*arguments: object) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "样例.cezhu"
    with monkeypatch.context() as patched:
        patched.setattr(sample, "tag", stop)
        with pytest.raises(KeyboardInterrupt):
            sample.build(path)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / ".样例.cezhu.unfinished").write_text("killed before")
    sample.build(path)
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_a_file_that_is_there_is_never_replaced_by_the_sample(tmp_path: Path) -> None:
    (tmp_path / "样例.cezhu").write_text("我的笔记")
    with pytest.raises(ProjectExists):
        sample.build(tmp_path / "样例.cezhu")
    assert (tmp_path / "样例.cezhu").read_text() == "我的笔记"


def contents(path: Path) -> list[tuple[object, ...]]:
    with Store.open(path) as store, store.read() as session:
        return [row._replace(changed=None) for kind in KINDS for row in ledgers.rows(session, kind)]  # type: ignore[arg-type]
