"""The annotated document, read back: shades, comments, tables, and the original file left as it was."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as some
from lxml import etree

from exporters import annotated_docx
from exporters.annotated import USUAL, Annotated
from exporters.progress import Cancelled
from exporters.report import Report, ReportBlock, ReportPassage, ReportSource
from importers import read
from tests.exporters.invented import ENGLISH, REPORT, passage

SENTENCE = "（一）培育绿色工厂10家，落实《青禾市绿色制造方案》，由市工业局牵头。"


def source(*texts: str, kinds: tuple[str, ...] = ()) -> ReportSource:
    blocks, at = [], 0
    for number, text in enumerate(texts):
        kind = kinds[number] if number < len(kinds) else "paragraph"
        blocks.append(ReportBlock(kind, 1 if kind == "heading" else None, at, at + len(text), number + 1))
        at += len(text) + 1
    return ReportSource(1, "\n".join(texts), tuple(blocks))


def tagged(source: ReportSource, *quotes: tuple[str, str], **fields: Any) -> Report:
    """A report of one document with these (kind, quote) tagged."""
    passages = [
        replace(
            passage(number, 1, kind, quote, source.text.index(quote), **fields), note="甲", labels=("乙",)
        )
        for number, (kind, quote) in enumerate(quotes, 1)
    ]
    return replace(
        REPORT, documents=REPORT.documents[:1], passages=tuple(passages), sources=(source,), traces=()
    )


def written(report: Report, asked: Annotated = USUAL) -> bytes:
    stream = BytesIO()
    annotated_docx.write(report, stream, lambda done, total: None, asked)
    return stream.getvalue()


def body(data: bytes) -> etree._Element:
    return etree.fromstring(ZipFile(BytesIO(data)).read("word/document.xml"))


def commented(data: bytes) -> dict[str, str]:
    """The text between the ends of each comment, by its id."""
    texts: dict[str, str] = {}
    open_: set[str] = set()
    for element in body(data).iter():
        if element.tag == qn("w:commentRangeStart"):
            open_.add(element.get(qn("w:id")))
            texts[element.get(qn("w:id"))] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            open_.remove(element.get(qn("w:id")))
        elif element.tag == qn("w:t"):
            for id_ in open_:
                texts[id_] += element.text or ""
    assert not open_
    return texts


def comments(data: bytes) -> list[etree._Element]:
    return list(etree.fromstring(ZipFile(BytesIO(data)).read("word/comments.xml")))


def lines(comment: etree._Element) -> list[str]:
    return ["".join(text.text or "" for text in p.iter(qn("w:t"))) for p in comment.iter(qn("w:p"))]


def shades(data: bytes) -> Iterator[tuple[str, str | None, str | None]]:
    """Each run's text with its shade and its line below."""
    for run in docx.Document(BytesIO(data)).element.body.iter(qn("w:r")):
        text = "".join(one.text or "" for one in run.iter(qn("w:t")))
        fill, line = run.find(f".//{qn('w:shd')}"), run.find(f".//{qn('w:u')}")
        yield (
            text,
            None if fill is None else fill.get(qn("w:fill")),
            None if line is None else line.get(qn("w:val")),
        )


def test_each_passage_has_a_comment_by_its_author_with_its_fields() -> None:
    made = tagged(source(SENTENCE), ("target", "绿色工厂10家"), indicator="绿色工厂", value=10.0, unit="家")
    (comment,) = comments(written(made))
    assert comment.attrib == {
        qn("w:id"): "0",
        qn("w:author"): "王敏",
        qn("w:date"): "2032-03-01T09:30:00",
        qn("w:initials"): "王敏",
    }
    assert lines(comment) == ["目标 · 10家", "指标：绿色工厂", "数值：10", "单位：家", "备注：甲", "标签：乙"]
    assert commented(written(made)) == {"0": "绿色工厂10家"}


def test_passages_that_overlap_keep_their_comments_and_can_be_told_apart() -> None:
    made = written(
        tagged(
            source(SENTENCE),
            ("task", SENTENCE),
            ("policy", "《青禾市绿色制造方案》"),
            ("target", "10家，落实《青禾市"),
        )
    )
    assert list(commented(made).values()) == [SENTENCE, "10家，落实《青禾市", "《青禾市绿色制造方案》"]
    by_text = {text: (fill, line) for text, fill, line in shades(made) if fill}
    assert by_text["绿色制造方案》"] == ("E0EFD8", "double")
    assert by_text["10家，落实"] == ("DCE9F7", "double")
    assert by_text["，由市工业局牵头。"] == ("FBE5D0", "double")


def test_a_passage_may_reach_over_paragraphs() -> None:
    made = written(tagged(source("第一段。", "第二段。", "第三段。"), ("task", "段。\n第二段。\n第三")))
    assert commented(made) == {"0": "段。第二段。第三"}


def test_headings_titles_and_tables_stay() -> None:
    cells = [
        ReportBlock("cell", None, 6, 8, 3, None, 1, 0, 0, row_span=2),
        ReportBlock("cell", None, 9, 11, 3, None, 1, 0, 1, column_span=2),
        ReportBlock("cell", None, 12, 14, 3, None, 1, 1, 1),
        ReportBlock("cell", None, 15, 17, 3, None, 1, 1, 2),
    ]
    blocks = (ReportBlock("title", None, 0, 2, 1), ReportBlock("heading", 2, 3, 5, 2), *cells)
    text = "标题\n一节\n指标\n数值\n计划\n完成"
    made = tagged(ReportSource(1, text, blocks), ("target", "计划"))
    document: Document = docx.Document(BytesIO(written(made)))
    styles = {p.text: p.style.name for p in document.paragraphs if p.style}
    assert (styles["标题"], styles["一节"]) == ("Title", "Heading 2")
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["指标", "数值", "数值"],
        ["指标", "计划", "完成"],
    ]
    assert commented(written(made)) == {"0": "计划"}


def test_comments_speak_the_language_of_the_report() -> None:
    made = replace(tagged(source(SENTENCE), ("task", "培育"), status="done"), language=ENGLISH.language)
    assert lines(comments(written(made))[0]) == ["Task", "Status: done", "Note: 甲", "Labels: 乙"]


def test_several_documents_follow_each_other_on_pages_of_their_own() -> None:
    first, second = source("甲件。"), replace(source("乙件。"), document_id=2)
    made = replace(REPORT, passages=(passage(1, 2, "task", "乙件", 0),), sources=(first, second))
    assert [p.text for p in docx.Document(BytesIO(written(made))).paragraphs[1:-1]] == [
        "甲件。",
        "",
        "乙件。",
    ]


@given(some.text(min_size=1, max_size=40), some.data())
def test_any_passages_of_any_text_are_commented_once(text: str, data: some.DataObject) -> None:
    text = "".join(one for one in text if one.isprintable()) or "空"
    spans = data.draw(
        some.lists(some.tuples(some.integers(0, len(text) - 1), some.integers(1, len(text))), max_size=5)
    )
    made = [
        ReportPassage(n, 1, "task", text[start:end], 1, start, end)
        for n, (start, end) in enumerate(spans)
        if start < end
    ]
    report = replace(REPORT, passages=tuple(made), sources=(source(text),))
    assert sorted(commented(written(report)).values()) == sorted(one.quote for one in made)


@pytest.mark.parametrize("original", [False, True])
def test_work_that_is_cancelled_stops_at_once(letter: Path, original: bool) -> None:
    def stop(done: int, total: int) -> None:
        if done == 1:
            raise Cancelled

    stream = BytesIO()
    with pytest.raises(Cancelled):
        annotated_docx.write(original_report(letter, QUOTES), stream, stop, Annotated(original))
    assert stream.getvalue() == b""


# The original file with the comments put in.


def original_report(path: Path, quotes: list[tuple[str, str]]) -> Report:
    """The report of a .docx as it is imported, with these (kind, quote) tagged."""
    imported = read(path)
    names = list(ReportBlock.__dataclass_fields__)
    blocks = tuple(ReportBlock(**{n: getattr(b, n) for n in names}) for b in imported.document.blocks)
    document = imported.document
    held = ReportSource(1, document.text, blocks, document.media_type, imported.original)
    return tagged(held, *quotes)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_heading("关于绿色制造的通知", 0)
    words = document.add_paragraph("培育")
    words.add_run("绿色工厂").bold = True
    words.add_run("10家，\t落实《青禾市绿色")
    words.add_run("制造方案》。").italic = True
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "研发投入", "增长7%"
    document.add_paragraph("由市工业局牵头推进零碳园区建设。")
    document.save(str(tmp_path / "通知.docx"))
    return tmp_path / "通知.docx"


QUOTES = [
    ("target", "绿色工厂10家"),
    ("policy", "《青禾市绿色制造方案》"),
    ("target", "增长7%"),
    ("task", "推进零碳园区建设"),
]


def test_the_original_gets_the_comments_where_the_passages_stand(letter: Path) -> None:
    made = written(original_report(letter, QUOTES), Annotated(original=True))
    assert list(commented(made).values()) == [quote for _, quote in QUOTES]
    assert [lines(comment)[0] for comment in comments(made)] == ["目标", "政策", "目标", "任务"]


def test_nothing_else_in_the_original_is_changed(letter: Path) -> None:
    made = written(original_report(letter, QUOTES), Annotated(original=True))
    with ZipFile(letter) as before, ZipFile(BytesIO(made)) as after:
        changed = {name for name in after.namelist() if name not in before.namelist()
                   or before.read(name) != after.read(name)}  # fmt: skip
        types, relations = after.read("[Content_Types].xml"), after.read("word/_rels/document.xml.rels")
        assert types.startswith(before.read("[Content_Types].xml").partition(b"</Types>")[0])
        old = before.read("word/_rels/document.xml.rels").partition(b"</Relationships>")[0]
        assert relations.startswith(old)
    parts = {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml", "word/comments.xml"}
    assert changed == parts
    texts = [
        [p.text for p in docx.Document(BytesIO(data)).paragraphs] for data in (letter.read_bytes(), made)
    ]
    assert texts[0] == texts[1]


def formats(data: bytes) -> list[tuple[str, bool | None, bool | None]]:
    """Every character with its bold and italic."""
    runs = [run for p in docx.Document(BytesIO(data)).paragraphs for run in p.runs]
    return [(character, run.bold, run.italic) for run in runs for character in run.text]


def test_runs_that_are_split_keep_their_format(letter: Path) -> None:
    made = written(
        original_report(letter, [("task", "色工"), ("policy", "厂10家"), ("task", "方案》。")]),
        Annotated(True),
    )
    assert formats(made) == formats(letter.read_bytes())
    assert list(commented(made).values()) == ["色工", "厂10家", "方案》。"]


def test_comments_that_are_there_stay_and_numbers_go_on(letter: Path) -> None:
    once = letter.with_name("一.docx")
    once.write_bytes(written(original_report(letter, QUOTES[:2]), Annotated(original=True)))
    twice = written(original_report(once, QUOTES[2:]), Annotated(original=True))
    assert [comment.get(qn("w:id")) for comment in comments(twice)] == ["0", "1", "2", "3"]
    assert list(commented(twice).values()) == [quote for _, quote in QUOTES]


def test_a_passage_without_a_place_in_the_file_is_told_at_its_end(letter: Path) -> None:
    report = original_report(letter, QUOTES[:1])
    astray = replace(report.passages[0], id=9, quote="别处的话", start=10_000, end=10_004)
    made = written(replace(report, passages=(*report.passages, astray)), Annotated(original=True))
    assert lines(comments(made)[-1]) == ["以下1条标注未能在原文件中定位：", "“别处的话”"]


def test_a_source_that_was_no_word_document_is_set_anew() -> None:
    made = tagged(replace(source(SENTENCE), media_type="text/plain", original=b"x"), ("task", "培育"))
    assert commented(written(made, Annotated(original=True))) == {"0": "培育"}


@given(some.data())
def test_passages_are_found_however_word_has_cut_the_runs(data: some.DataObject) -> None:
    text = "一是培育绿色工厂10家，二是落实《青禾市绿色制造方案》，三是研发投入增长7%。"
    document = docx.Document()
    paragraph = document.add_paragraph()
    cuts = sorted(data.draw(some.sets(some.integers(1, len(text) - 1))))
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        paragraph.add_run(text[start:end])
    stream = BytesIO()
    document.save(stream)
    spans = data.draw(
        some.lists(some.tuples(some.integers(0, len(text) - 1), some.integers(1, len(text))), max_size=6)
    )
    passages = tuple(
        ReportPassage(n, 1, "task", text[start:end], 1, start, end)
        for n, (start, end) in enumerate(spans)
        if start < end
    )
    word = replace(source(text), media_type=annotated_docx.WORD, original=stream.getvalue())
    made = written(replace(REPORT, passages=passages, sources=(word,)), Annotated(original=True))
    if passages:
        assert sorted(commented(made).values()) == sorted(one.quote for one in passages)
    assert docx.Document(BytesIO(made)).paragraphs[0].text == text
