"""REFI-QDA in and out: what another program made is taken in, what this one made comes back as it was."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import exporters
from db import documents, labels, ledgers
from db.kinds import KINDS, Field
from db.store import Store
from exporters.wholes import label_paths
from importers.problems import ExchangeDamaged
from importers.refi_qda import read
from tests.db.invented import PLAN, REPORT, store_document, tag
from tests.exporters import handed
from tests.importers.refi_files import COMPANIES, GROWTH, INDUSTRY, TEXT, of, package, qde, source
from workbench import lexicon
from workbench.commandline import run
from workbench.exchanged_values import field_values
from workbench.exchanging import Taken, take_in
from workbench.gather import gather

QUOTE = "规模以上工业增加值增长7%"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "交换.qdpx"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "新.cezhu", author="王敏") as store:
        yield store


def tagged(store: Store) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Kind, state, quote and labels of every passage."""
    with store.read() as session:
        rows = [(kind, row) for kind in KINDS for row in ledgers.rows(session, kind)]
    return [(kind, row.state, row.quote, row.labels) for kind, row in rows]


def test_codes_named_as_kinds_make_passages_and_others_labels(store: Store, path: Path) -> None:
    selections = of(QUOTE, GROWTH, COMPANIES), of("推进数字工厂建设", INDUSTRY)
    taken = take_in(store, package(path, qde(source(*selections))))
    assert tagged(store) == [
        ("task", "suggested", "推进数字工厂建设", ("产业",)),
        ("target", "confirmed", QUOTE, ("企业", "增长")),
    ]
    assert (taken.documents, taken.passages, taken.labels) == (1, 2, 3)
    assert taken.left == {"selections of no kind, which wait as suggested tasks": 1}


def test_labels_keep_their_tree_and_a_label_under_a_kind_moves_up(store: Store, path: Path) -> None:
    take_in(store, package(path, qde(source())))
    with store.read() as session:
        tree = {label.name: label for label in labels.tree(session)}
    assert tree["企业"].parent_id == tree["产业"].id
    assert (tree["增长"].parent_id, tree["产业"].parent_id) == (None, None)
    assert [tree[name].colour for name in ("产业", "企业")] == ["#336699", "#7b8594"]


def test_a_label_under_a_kind_under_a_label_is_under_that_label(store: Store, path: Path) -> None:
    tree = '<Code guid="1" name="产业"><Code guid="2" name="目标"><Code guid="3" name="增长"/></Code></Code>'
    take_in(store, package(path, qde(source(), codes=f"<CodeBook><Codes>{tree}</Codes></CodeBook>")))
    with store.read() as session:
        found = {label.name: label for label in labels.tree(session)}
    assert found.keys() == {"产业", "增长"}
    assert found["增长"].parent_id == found["产业"].id


def test_labels_that_nest_beyond_all_measure_stand_beside_the_last(store: Store, path: Path) -> None:
    deep = "".join(f'<Code guid="{i}" name="{i}">' for i in range(300)) + "</Code>" * 300
    xml = qde(source(of(QUOTE, "299")), codes=f"<CodeBook><Codes>{deep}</Codes></CodeBook>")
    take_in(store, package(path, xml), otherwise="task")
    with store.read() as session:
        above = {label.id: label.parent_id for label in labels.tree(session)}
    depths = {None: -1}
    for id_ in sorted(above):
        depths[id_] = depths[above[id_]] + 1
    assert (len(above), max(depths.values())) == (300, 24)
    assert gather(store, form="refi_project").tree[-1].name == "299"


def test_the_caller_may_say_what_a_code_is_and_what_all_others_are(store: Store, path: Path) -> None:
    selections = of(QUOTE, COMPANIES), of("推进数字工厂建设", GROWTH), of("青禾市", note := INDUSTRY)
    file = package(path, qde(source(*selections)))
    take_in(store, file, kinds={"企业": "policy", "targets": "task"}, otherwise="target")
    assert note and tagged(store) == [
        ("task", "confirmed", "推进数字工厂建设", ("增长",)),
        ("target", "confirmed", "青禾市", ("产业",)),
        ("policy", "confirmed", QUOTE, ()),
    ]


def test_fields_are_read_from_the_words_another_program_selected(store: Store, path: Path) -> None:
    take_in(store, package(path, qde(source(of(QUOTE, GROWTH)))))
    with store.read() as session:
        (row,) = ledgers.rows(session, "target")
    values = dict(zip([field.name for field in KINDS["target"].fields], row.fields, strict=True))
    assert (values["value"], values["unit"], values["direction"]) == (7.0, "%", "up")


def test_fields_are_read_with_the_words_of_the_project(store: Store, path: Path) -> None:
    lexicon.add_term(store, "工业增加值增长", "term")
    take_in(store, package(path, qde(source(of(QUOTE, GROWTH)))))
    with store.read() as session:
        (row,) = ledgers.rows(session, "target")
    assert row.fields[0] == "规模以上工业增加值增长"


def test_descriptions_and_notes_become_the_note(store: Store, path: Path) -> None:
    notes = '<Notes><Note guid="f1"><PlainTextContent>存疑</PlainTextContent></Note></Notes>'
    noted = of(QUOTE, GROWTH, inside='<Description>摘自第二段</Description>|<NoteRef targetGUID="f1"/>')
    take_in(store, package(path, qde(source(noted), after=notes)))
    with store.read() as session:
        (row,) = ledgers.rows(session, "target")
    assert row.note == "摘自第二段\n存疑"


def test_taking_in_is_one_step(store: Store, path: Path) -> None:
    take_in(store, package(path, qde(source(of(QUOTE, GROWTH)))))
    assert store.undo()
    assert tagged(store) == []
    with store.read() as session:
        assert (documents.shelf(session), labels.tree(session)) == ([], [])
    assert store.redo()
    assert len(tagged(store)) == 1


def test_the_same_file_twice_changes_nothing(store: Store, path: Path) -> None:
    file = package(path, qde(source(of(QUOTE, GROWTH, COMPANIES))))
    take_in(store, file)
    before = tagged(store)
    assert take_in(store, file) == Taken(known=1)
    assert tagged(store) == before


def test_a_document_the_project_has_gets_the_passages(store: Store, path: Path) -> None:
    text = "\n".join(line.strip() for line in TEXT.split("\n") if line.strip())
    store_document(store, text)
    taken = take_in(store, package(path, qde(source(of(QUOTE, GROWTH)))))
    assert (taken.documents, taken.known, taken.passages) == (0, 1, 1)


def test_what_has_no_place_is_told(store: Store, path: Path) -> None:
    value = '<VariableValue><VariableRef targetGUID="77"/><TextValue>女</TextValue></VariableValue>'
    xml = qde(source(of("\n\n"), of(QUOTE), more=value) + '<AudioSource guid="1"/>')
    assert take_in(store, package(path, xml)).left == {
        "recordings of sound, with their transcripts": 1,
        "variables of documents and cases": 1,
        "selections that have no words, or neither a code nor a note": 2,
    }


def test_a_broken_file_leaves_the_project_as_it_was(store: Store, path: Path) -> None:
    path.write_bytes(b"PK no zip")
    with pytest.raises(ExchangeDamaged):
        take_in(store, path)
    assert store.next_undo() is None


def test_the_command_line_takes_files_in_and_lists_what_is_left(
    tmp_path: Path, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    package(path, qde(source(of(QUOTE, INDUSTRY))))
    project = str(tmp_path / "命令.cezhu")
    assert run(["import", project, str(path)], lambda *_: None) == 0
    told = capsys.readouterr().out
    assert "交换.qdpx: 1 documents, 1 passages, 3 labels\n" in told
    assert "  left: 1 selections of no kind" in told
    assert run(["import", project, "--kind", "policy", str(path)], lambda *_: None) == 0
    assert "(1 known already), 1 passages, 0 labels" in capsys.readouterr().out


def handed_on(source: Store, target: Store, folder: Path, language: str) -> None:
    path = folder / "往返.qdpx"
    exporters.write(gather(source, language=language, form="refi_project"), path)
    assert take_in(target, path).left == {}


def everything(store: Store) -> list[dict[str, Any]]:
    """What must come back: all passages with all that is known of them, but for ids."""
    report = gather(store, form="refi_project")
    paths = label_paths(report)
    rows = [
        {
            "document": report.document(p).title,
            "place": (p.start, p.end, p.quote),
            "kind": p.kind,
            "fields": p.fields,
            "note": p.note,
            "author": p.author,
            "times": (p.created, p.changed),
            "labels": sorted("/".join(f"{x.name}{x.colour}" for x in path) for path in paths.get(p.id, ())),
        }
        for p in report.passages
    ]
    return sorted(rows, key=repr)


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Store]:
    """A project with two documents, properties, a tree of labels and passages of every kind."""
    with Store.create(tmp_path / "旧.cezhu", author="王敏") as store:
        for text in (PLAN, REPORT):
            store_document(store, text)
        with store.step("set property") as session:
            for name, value in (
                ("issuer", "青禾市工业局"),
                ("issued", date(2031, 2, 18)),
                ("note", "内部\n材料"),
            ):
                documents.set_property(session, 1, name, value)
        detail = KINDS["target"].detail(indicator="高新技术企业", value=131.5, comparator=">=", unit="家")
        tag(store, "高新技术企业新增131家", document_id=2, detail=detail, author="李工")
        tag(store, "建成𠮷林路数字工厂", "task", note=" 待办 ")
        tag(store, "《青禾市智能制造行动方案》", "policy")
        tag(store, "落实ＡＩ＋制造", state="suggested")
        with store.step("label") as session:
            top = labels.add(session, "任务", "#336699")
            inner = labels.add(session, "企 业", "#993333", top.id)
            labels.put(session, inner.id, [1, 3])
            labels.put(session, top.id, [2])
        yield store


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_project_of_our_own_comes_back_as_it_was(
    full: Store, store: Store, tmp_path: Path, language: str
) -> None:
    handed_on(full, store, tmp_path, language)
    assert everything(store) == everything(full)
    properties = [source.properties for source in gather(full, form="refi_project").sources]
    assert [source.properties for source in gather(store, form="refi_project").sources] == properties
    texts = [source.text for source in gather(store, form="refi_project").sources]
    assert texts == [PLAN, REPORT]


def values(field: Field) -> st.SearchStrategy[Any]:
    """What a field may hold."""
    if field.choices:
        return st.sampled_from([choice.value for choice in field.choices])
    return {
        "number": st.floats(allow_nan=False, allow_infinity=False),
        "date": st.dates(),
    }.get(field.form, st.text("甲乙𠮷<>&\"'=、 \n", min_size=1))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data(), st.sampled_from(sorted(KINDS)), st.sampled_from(["zh", "en"]))
def test_any_place_fields_and_note_come_back(
    path: Path, data: st.DataObject, kind: str, language: str
) -> None:
    given_ = {f.name: data.draw(st.none() | values(f)) for f in KINDS[kind].fields}
    note = data.draw(st.text("甲乙𠮷<>&\"'=", max_size=5))
    start = data.draw(st.integers(0, len(handed.PLAN) - 1))
    end = data.draw(st.integers(start + 1, len(handed.PLAN)))
    place = {"start": start, "end": end, "quote": handed.PLAN[start:end]}
    passage = replace(handed.PASSAGES[0], kind=kind, fields=given_, note=note, **place)
    exporters.write(replace(handed.WHOLE, passages=(passage,), language=language), path)
    (found,) = read(path).sources[0].selections
    assert (found.start, found.end, "".join(found.notes)) == (start, end, note)
    assert field_values(found.values, kind) == {name: v for name, v in given_.items() if v is not None}
