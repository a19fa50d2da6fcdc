"""REFI-QDA files of other programs, whole and broken, are read for what they hold."""

import zlib
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers import refi_package
from importers.problems import ExchangeDamaged, ExchangeInflated
from importers.refi_positions import MEASURES, Measure, Ruler, best, plain
from importers.refi_qda import Exchange, read
from importers.refi_text import Shift, document
from tests.importers.refi_files import (
    CODES,
    COMPANIES,
    GROWTH,
    INDUSTRY,
    TARGETS,
    TEXT,
    of,
    package,
    qde,
    selection,
    source,
)

QUOTE = "规模以上工业增加值增长7%"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "项目.qdpx"


def quotes(exchange: Exchange) -> list[str]:
    return [s.text[one.start : one.end] for s in exchange.sources for one in s.selections]


def test_codes_come_with_their_tree_and_colours(path: Path) -> None:
    found = {code.guid: code for code in read(package(path, qde(source()))).codes}
    assert list(found) == [INDUSTRY, TARGETS, GROWTH, COMPANIES]
    assert [found[guid].parent for guid in (INDUSTRY, COMPANIES, GROWTH)] == [None, INDUSTRY, TARGETS]
    assert [found[guid].colour for guid in (INDUSTRY, TARGETS, GROWTH)] == ["#336699", "#112233", None]


def test_a_codebook_alone_is_read_too(tmp_path: Path) -> None:
    book = tmp_path / "codes.qdc"
    book.write_text(CODES.replace("<CodeBook>", '<CodeBook xmlns="urn:QDA-XML:codebook:1:0" origin="X">', 1))
    found = read(book)
    assert ([code.name for code in found.codes], found.origin) == (["产业", "Targets", "增长", "企业"], "X")


def test_a_selection_brings_all_its_codes_its_author_and_times(path: Path) -> None:
    more = (
        'creatingUser="{E0000000-0000-0000-0000-000000000001}" creationDateTime="2031-03-01T10:00:00+08:00"'
    )
    (found,) = read(package(path, qde(source(of(QUOTE, GROWTH, INDUSTRY.upper(), more=more))))).sources
    (one,) = found.selections
    assert found.text[one.start : one.end] == QUOTE
    assert (one.codes, one.author, str(one.created)) == ((GROWTH, INDUSTRY), "李工", "2031-03-01 02:00:00")


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("internal://d1.txt", "Sources/d1.txt"),
        ("internal://D1.TXT", "sources/d1.txt"),
        ("internal://d1.txt", "d1.txt"),
        ("d1.txt", "sources/d1.txt"),
        ("internal:///Sources/d1.txt", "Sources\\d1.txt"),
        ("internal://%E8%AE%A1%E5%88%92.txt", "sources/计划.txt"),
    ],
)
def test_a_text_is_found_wherever_a_program_puts_it(path: Path, written: str, stored: str) -> None:
    assert quotes(read(package(path, qde(source(of(QUOTE), path=written)), {stored: TEXT}))) == [QUOTE]


def test_a_text_within_the_xml_is_read(path: Path) -> None:
    inline = (
        f'<TextSource guid="d1" name="内"><PlainTextContent>{TEXT}</PlainTextContent>{of(QUOTE)}</TextSource>'
    )
    assert quotes(read(package(path, qde(inline), {}))) == [QUOTE]


@pytest.mark.parametrize("outside", ["absolute:///d1.txt", "relative:///../d1.txt", "", "file:///d1.txt"])
def test_a_text_outside_of_the_file_is_not_followed_but_told(path: Path, outside: str) -> None:
    found = read(package(path, qde(source(path=outside))))
    assert (found.sources, found.left) == ((), {"text": 1})


def counted(text: str, words: str, measure: Measure) -> tuple[int, int]:
    """Where words stand, as a program would count that measures so."""
    body = text.removeprefix("\ufeff")

    def width(part: str) -> int:
        units = len(part.encode("utf-16-le")) // 2 if measure.utf16 else len(part)
        return units - (0 if measure.pairs else part.count("\r\n")) + (measure.mark and text[0] == "\ufeff")

    start = body.index(words)
    return width(body[:start]), width(body[: start + len(words)])


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("named", [True, False])
def test_positions_are_understood_however_a_program_counts(path: Path, measure: Measure, named: bool) -> None:
    more = "全力稳定增长，加快项目建设，培育专精特新企业，优化营商环境。\n"
    raw = "\ufeff" + (TEXT + more).replace("\n", "\r\n")
    wanted = [QUOTE, "𠮷林路企业新增120家", "推进数字工厂建设", *more[:-2].split("，")]
    made = [
        selection(*counted(raw, words, measure), name=words[:6] + "..." if named else "") for words in wanted
    ]
    assert quotes(read(package(path, qde(source(*made)), {"Sources/d1.txt": raw}))) == wanted


def test_where_nothing_tells_the_ways_of_counting_apart_the_standard_holds() -> None:
    assert best([("甲乙丙丁", [(1, 3, "")])]) == Measure()
    assert best([]) == Measure()


@given(st.text("甲𠮷\r\n", max_size=30), st.sampled_from(MEASURES))
def test_a_ruler_finds_every_character(text: str, measure: Measure) -> None:
    ruler, kept = Ruler(text, measure), plain(text)
    position = 0
    for i, character in enumerate(text):
        if character == "\n" and text[i - 1 : i] == "\r":
            position += measure.pairs
            continue
        before = plain(text[:i])
        assert ruler.offset(position) == len(before)
        assert kept[len(before)] == (character if character != "\r" else "\n")
        position += 2 if measure.utf16 and character > "\uffff" else 1
    assert ruler.offset(position) == len(kept)
    assert ruler.offset(position + 1) > len(kept)


def test_a_text_in_another_encoding_is_read(path: Path) -> None:
    found = read(
        package(
            path,
            qde(source(of("推进数字工厂"))),
            {"Sources/d1.txt": TEXT.replace("𠮷", "吉").encode("gb18030")},
        )
    )
    assert quotes(found) == ["推进数字工厂"]


def test_notes_stand_with_what_refers_to_them_and_others_are_counted(path: Path) -> None:
    notes = "".join(
        f'<Note guid="f{i}"><PlainTextContent>备注{i}</PlainTextContent></Note>' for i in (1, 2, 3)
    )
    noted = of(QUOTE, GROWTH, inside='<Description>说明</Description>|<NoteRef targetGUID="F1"/>')
    found = read(
        package(path, qde(source(noted, more='<NoteRef targetGUID="f2"/>'), after=f"<Notes>{notes}</Notes>"))
    )
    (one,) = found.sources[0].selections
    assert (one.notes, one.description, found.sources[0].notes) == (("备注1",), "说明", ("备注2",))
    assert found.left == {"Note": 1}


def test_what_has_no_place_is_counted(path: Path) -> None:
    others = (
        '<PictureSource guid="1"/><AudioSource guid="2"/><VideoSource guid="3"/><PDFSource guid="4">'
        '<PDFSelection guid="5"/><PDFSelection guid="6"/></PDFSource>'
    )
    after = '<Links><Link guid="7"/></Links><Sets><Set guid="8"/></Sets><Graphs><Graph guid="9"/></Graphs>'
    coded = source(of(QUOTE, "00000000-0000-0000-0000-00000000dead"), more='<Coding guid="x"/>')
    assert read(package(path, qde(coded + others, after=after))).left == {
        "PictureSource": 1,
        "AudioSource": 1,
        "VideoSource": 1,
        "PDFSource": 1,
        "PDFSelection": 2,
        "Link": 1,
        "Set": 1,
        "Graph": 1,
        "Coding": 2,
    }


def test_the_text_that_stands_for_a_pdf_is_read(path: Path) -> None:
    text = source(of(QUOTE)).replace("TextSource", "Representation")
    found = read(
        package(path, qde(f'<PDFSource guid="9" name="扫描件" path="internal://9.pdf">{text}</PDFSource>'))
    )
    assert ([one.name for one in found.sources], quotes(found)) == (["扫描件"], [QUOTE])


@pytest.mark.parametrize("place", [("", ""), ("-3", "x"), ("9" * 40, "1e3"), ("12", "3")])
def test_positions_that_are_none_select_nothing(path: Path, place: tuple[str, str]) -> None:
    broken = f'<PlainTextSelection guid="1" startPosition="{place[0]}" endPosition="{place[1]}"/>'
    (one,) = read(package(path, qde(source(broken)))).sources[0].selections
    assert Shift(TEXT).interval(one.start, one.end)[0] >= Shift(TEXT).interval(one.start, one.end)[1]


def test_a_document_type_is_refused_whatever_it_defines(path: Path) -> None:
    bomb = '<!DOCTYPE Project [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    for encoding in ("utf-8", "utf-16"):
        xml = qde(source()).replace('encoding="utf-8"?>', f'encoding="{encoding}"?>{" " * 5000}{bomb}')
        with pytest.raises(ExchangeDamaged):
            read(package(path, xml.encode(encoding)))


def test_a_file_that_would_fill_the_memory_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refi_package, "TEXTS", 1 << 20)
    with pytest.raises(ExchangeInflated, match="2 MB, more than the 1 MB"):
        read(package(path, qde(source()), {"Sources/d1.txt": "甲" * 700_000}))
    monkeypatch.setattr(refi_package, "LIMIT", 1 << 8)
    with pytest.raises(ExchangeInflated):
        read(package(path, qde(source())))


def test_texts_are_small_each_and_too_large_together(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refi_package, "TEXTS", 2_000)
    texts = {f"Sources/{i}.txt": "甲" * 300 for i in range(3)}
    with pytest.raises(ExchangeInflated):
        read(package(path, qde("".join(source(path=f"internal://{i}.txt") for i in range(3))), texts))


def test_names_that_lead_out_of_the_folder_write_nothing(path: Path) -> None:
    read(package(path, qde(source()), {"../../d1.txt": TEXT, "/tmp/d1.txt": TEXT}))
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_codes_nested_beyond_all_measure_are_read_without_recursion(path: Path) -> None:
    deep = "".join(f'<Code guid="{i}" name="{i}">' for i in range(5_000)) + "</Code>" * 5_000
    found = read(package(path, qde(source(), codes=f"<CodeBook><Codes>{deep}</Codes></CodeBook>")))
    assert len(found.codes) == 5_000


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"no xml", b"<Project", b"<html/>", "甲".encode("utf-16"), b"<a>" * 100_000],
    ids=lambda data: repr(data[:9]),
)
def test_what_is_no_exchange_is_told(path: Path, data: bytes) -> None:
    path.write_bytes(data or b" ")
    with pytest.raises(ExchangeDamaged, match="no whole REFI-QDA file"):
        read(path)


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.95])
def test_a_file_cut_off_is_told(path: Path, kept: float) -> None:
    data = package(path, qde(source(of(QUOTE)))).read_bytes()
    path.write_bytes(data[: int(len(data) * kept)])
    with pytest.raises(ExchangeDamaged):
        read(path)


def test_a_zip_of_something_else_is_told(path: Path) -> None:
    with ZipFile(path, "w") as file:
        file.writestr("word/document.xml", "<w/>")
    with pytest.raises(ExchangeDamaged):
        read(path)


def test_a_text_that_is_damaged_in_the_zip_is_told_and_the_others_read(path: Path) -> None:
    two = source() + source(of(QUOTE), path="internal://d2.txt")
    package(path, qde(two), {"Sources/d1.txt": TEXT * 9, "Sources/d2.txt": TEXT})
    data = bytearray(path.read_bytes())
    damaged = data.index(zlib.compress((TEXT * 9).encode(), wbits=-15)[:12])
    data[damaged : damaged + 12] = b"\xff" * 12
    path.write_bytes(data)
    found = read(path)
    assert (quotes(found), found.left) == ([QUOTE], {"text": 1})


@given(st.text("甲乙 　\t\n，", max_size=40), st.data())
def test_what_was_selected_stays_selected_when_white_space_goes(text: str, data: st.DataObject) -> None:
    shift = Shift(text)
    made = "\n".join(shift.lines)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = shift.interval(start, end)
    assert 0 <= last <= len(made)
    assert "".join(made[first:last].split()) == "".join(text[start:end].split())


def test_a_document_is_made_line_by_line() -> None:
    made = document(Shift(TEXT).lines, "计划.docx", TEXT.encode())
    assert made.text == "\n".join(line.strip() for line in TEXT.split("\n") if line.strip())
    assert [made.text[b.start : b.end] for b in made.blocks] == made.text.split("\n")
