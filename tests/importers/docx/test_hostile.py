"""Damaged and hostile files: a document or a sentence, soon, and nothing else."""

import random
import zipfile
from io import BytesIO
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.problems import Problem
from importers.docx import read
from importers.docx.package import LIMIT
from importers.format import Draft, Options
from importers.problems import NotADocument, WordDamaged, WordInflated
from tests.importers.docx.drafts import drafted
from tests.importers.word_files import (
    cell,
    field,
    level,
    lists,
    numbered,
    packed,
    paragraph,
    parts_of,
    run,
    table,
    zipped,
)  # fmt: skip

PARTS = parts_of(
    numbered("总体要求")
    + paragraph(
        run("正文") + field("MERGEFIELD 名", run("云岭市")) + '<w:r><w:footnoteReference w:id="2"/></w:r>'
    )
    + table(cell("指标", '<w:gridSpan w:val="2"/>') + cell("一", '<w:vMerge w:val="restart"/>'), cell("二"))
    + paragraph(
        f"<w:r><w:pict><v:shape><w:txbxContent>{paragraph(run('框'))}</w:txbxContent></v:shape></w:pict></w:r>"
    )
    + paragraph("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den/></m:f></m:oMath>")
    + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    + f"<w:sdtContent>{paragraph(run('填写'))}</w:sdtContent></w:sdt>",
    numbering=lists(level(0, "chineseCounting", "%1、")),
    styles='<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="A"/></w:style>',
    footnotes=f'<w:footnote w:id="2">{paragraph(run("注"))}</w:footnote>',
    header=paragraph(run("云岭市人民政府文件")),
    core="<dc:title>总体要求</dc:title>",
)
WHOLE = zipped(PARTS)


def outcome(data: bytes) -> Draft | Problem:
    """What reading gives; any other exception fails the test."""
    try:
        return read(data, "a.docx", Options())
    except Problem as problem:
        assert "nothing was imported" in str(problem)
        return problem


def test_the_sample_is_whole() -> None:
    assert [piece.text for piece in read(WHOLE, "a.docx", Options()).pieces] == [
        "一、总体要求", "正文云岭市", "注", "指标", "一", "二", "框", "1/",
    ]  # fmt: skip


@given(st.data())
@settings(max_examples=150)
def test_flipped_bytes_give_a_document_or_a_problem(data: st.DataObject) -> None:
    broken = bytearray(WHOLE)
    for place in data.draw(st.lists(st.integers(0, len(WHOLE) - 1), min_size=1, max_size=8)):
        broken[place] = data.draw(st.integers(0, 255))
    outcome(bytes(broken))


@given(st.integers(4, len(WHOLE) - 1))
@settings(max_examples=60)
def test_a_file_cut_short_is_damaged(length: int) -> None:
    assert isinstance(outcome(WHOLE[:length]), WordDamaged)


@given(st.sampled_from(sorted(PARTS)), st.randoms(use_true_random=False))
@settings(max_examples=200)
def test_mangled_xml_gives_a_document_or_a_problem(name: str, chance: random.Random) -> None:
    """Names, numbers and whole stretches of a part exchanged, doubled or cut, the zip around it whole."""
    xml = PARTS[name].decode()
    words = [
        "w:p",
        "w:tbl",
        "w:r",
        "w:val",
        "-1",
        "99999999999",
        "²",
        "x",
        "w:id",
        "<w:p/>",
        "/word/",
        "..",
        "begin",
    ]
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(xml))
        end = min(len(xml), start + chance.choice((0, 1, 3, 40)))
        xml = xml[:start] + chance.choice(["", xml[start:end] * 2, *words]) + xml[end:]
    outcome(zipped({**PARTS, name: xml.encode()}))


CONTENTS = (
    b"",
    b"<x/>",
    b"\0",
    b"\xff\xfe<\0",
    b"<!DOCTYPE a><a/>",
    b'<?xml version="1.0" encoding="x"?><a/>',
)


@given(
    st.sampled_from(sorted(PARTS)),
    st.sampled_from(CONTENTS),
)
def test_a_part_replaced_or_gone_gives_a_document_or_a_problem(name: str, content: bytes) -> None:
    outcome(zipped({**PARTS, name: content}))
    outcome(zipped({other: data for other, data in PARTS.items() if other != name}))


WORDS = ("", "-1", "0", "3", "99999999999999999999", "²", "٣", "abc", "none", "continue")


@given(st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_numbers_that_are_none_leave_cells_within_bounds(one: str, other: str, third: str) -> None:
    numbering = lists(level(0, "decimal", "%1%9").replace('"1"', f'"{one}"'))
    cells = cell("甲", f'<w:gridSpan w:val="{one}"/><w:vMerge w:val="{other}"/>') + cell("乙")
    body = numbered("丙").replace('ilvl w:val="0"', f'ilvl w:val="{other}"')
    body += table(cells, f'<w:trPr><w:gridBefore w:val="{third}"/></w:trPr>{cells}')
    body += paragraph(run("丁", f'<w:sz w:val="{third}"/>'), f'<w:outlineLvl w:val="{one}"/>')
    found = drafted(body, numbering=numbering).pieces
    assert all(0 <= (piece.column or 0) <= 200 and piece.column_span <= 63 for piece in found)


def test_relationships_that_point_nowhere_are_passed_over() -> None:
    wrong = {name: data.replace(b'Target="', b'Target="../../nowhere/') for name, data in PARTS.items()}
    found = read(zipped(wrong), "a.docx", Options())
    assert found.pieces[0].text == "一、总体要求"


def test_parts_are_found_whatever_the_case_and_the_slashes() -> None:
    odd = {
        name.replace("/", "\\").upper() if name.startswith("word/") else name: data
        for name, data in PARTS.items()
    }
    assert read(zipped(odd), "a.docx", Options()).pieces[0].text == "一、总体要求"


def test_another_zip_is_no_document() -> None:
    sheet = {
        **PARTS,
        "[Content_Types].xml": PARTS["[Content_Types].xml"].replace(b"wordprocessing", b"spreadsheet"),
    }
    assert isinstance(outcome(zipped(sheet)), NotADocument)


@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
@pytest.mark.parametrize("before", ["", f"<!--{'x' * 5000}-->"])
def test_entities_are_refused_wherever_they_are_declared(code: str, before: str) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    body = PARTS["word/document.xml"].decode().replace("正文", "&b;")
    assert isinstance(
        outcome(zipped({**PARTS, "word/document.xml": f"{before}{bomb}{body}".encode(code)})), WordDamaged
    )


def _bombs() -> dict[str, bytes]:
    swollen = zipped({**PARTS, "word/styles.xml": b" " * (LIMIT + 1)})
    spread = zipped(
        {**PARTS, "word/styles.xml": b" " * (LIMIT // 2), "word/numbering.xml": b" " * (LIMIT // 2)}
    )
    crowded = zipped({**PARTS, "word/document.xml": b"<a>" + b"<b/>" * 4_000_000 + b"</a>"})
    lying = bytearray(swollen)
    for header in (b"PK\x01\x02", b"PK\x03\x04"):
        at = lying.index(b"word/styles.xml", lying.index(header)) - (22 if header[2] == 1 else 8)
        lying[at : at + 4] = (100).to_bytes(4, "little")
    return {"swollen": swollen, "spread": spread, "crowded": crowded, "lying": bytes(lying)}


def test_zip_bombs_are_refused_before_they_unfold() -> None:
    for case, data in _bombs().items():
        begun = process_time()
        assert isinstance(outcome(data), WordInflated | WordDamaged), case
        assert process_time() - begun < 5, case


def test_a_zip_of_too_many_parts_is_refused() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for number in range(20_001):
            file.writestr(f"{number}", b"")
    assert isinstance(outcome(stream.getvalue()), WordDamaged)


@pytest.mark.parametrize(
    "nested",
    [
        table(cell("x")).join(["<w:tbl><w:tr><w:tc>" * 2000, "</w:tc></w:tr></w:tbl>" * 2000]),
        "<w:sdt><w:sdtContent>" * 3000 + "</w:sdtContent></w:sdt>" * 3000,
        paragraph("<m:oMath>" + "<m:f><m:num>" * 3000 + "</m:num></m:f>" * 3000 + "</m:oMath>"),
        paragraph("<w:r><w:pict>" + "<v:group>" * 3000 + "</v:group>" * 3000 + "</w:pict></w:r>"),
    ],
    ids=["tables", "controls", "formulas", "shapes"],
)
def test_nesting_without_end_is_told(nested: str) -> None:
    assert isinstance(outcome(packed(nested)), WordDamaged)


def test_what_is_referred_to_a_thousand_times_is_read_once() -> None:
    body = paragraph('<w:r><w:footnoteReference w:id="2"/></w:r>正文' * 1000 + run("正文。"))
    found = drafted(body, footnotes=f'<w:footnote w:id="2">{paragraph(run("注" * 1000))}</w:footnote>').pieces
    assert [piece.kind for piece in found] == ["paragraph", "note"]


def test_many_small_things_take_time_in_proportion() -> None:
    def seconds(count: int) -> float:
        body = numbered("甲") * count + table(
            *[cell("乙", '<w:vMerge w:val="restart"/>') + cell("丙")] * count
        )
        data = packed(
            body + paragraph(field("PAGE", run("1")) * count), numbering=lists(level(0, "decimal", "%1."))
        )
        begun = process_time()
        outcome(data)
        return process_time() - begun

    seconds(10)
    assert seconds(2000) < 40 * max(seconds(200), 0.005)
