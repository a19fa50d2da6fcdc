"""The encoding of a file is found by what it would say, or told in a sentence."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.decode import decode
from importers.plausibility import COMMON
from importers.problems import EncodingDiffers, EncodingUnknown, NotText

SIMPLIFIED, TRADITIONAL = (
    "".join(row for row in half.splitlines() if not row.startswith("#"))
    for half in COMMON.read_text("utf-8").split("# traditional\n")
)
NOTES = st.text(st.sampled_from(SIMPLIFIED), min_size=10, max_size=200)


def says(data: bytes) -> str:
    return decode(data, "note.txt").text


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@settings(max_examples=60, deadline=None, derandomize=True)
@given(note=NOTES)
def test_any_chinese_note_comes_back(encoding: str, note: str) -> None:
    assert says(note.encode(encoding)) == note


@settings(max_examples=60, deadline=None, derandomize=True)
@given(note=st.text(st.sampled_from(TRADITIONAL), min_size=10, max_size=200))
def test_any_traditional_note_comes_back_from_big5(note: str) -> None:
    assert decode(note.encode("cp950"), "note.txt")[:2] == (note, "big5")


@pytest.mark.parametrize("note", ["请各处室周五前报送", "栉风沐雨、砥砺前行", "铁、钛、锂等12个矿"])
def test_a_short_gbk_note_is_not_taken_for_another_language(note: str) -> None:
    assert decode(note.encode("gbk"), "note.txt")[:2] == (note, "gb18030")


def test_gbk_that_is_valid_utf8_by_chance_is_read_as_gbk() -> None:
    chance = [one for one in SIMPLIFIED if _looks_like_greek(one.encode("gbk"))]
    note = "".join(random.Random(5).sample(chance, 12))
    assert note.encode("gbk").decode("utf-8") != note
    assert says(note.encode("gbk")) == note


def _looks_like_greek(code: bytes) -> bool:
    return 0xC2 <= code[0] <= 0xDF and 0x80 <= code[1] <= 0xBF


def test_characters_of_four_bytes_come_back() -> None:
    note = "云岭市𠮷祥路㐂庆工程，㑇村改造。"
    assert says(note.encode("gb18030")) == note


@pytest.mark.parametrize("text", ["plain English", "déjà vu, très bien", "12,345.67"])
def test_other_utf8_stays_utf8(text: str) -> None:
    assert decode(text.encode(), "note.txt")[:2] == (text, "utf-8")


def test_a_wrong_byte_in_a_long_text_is_replaced_and_counted() -> None:
    text = "云岭市推进产业升级。" * 100
    for encoding in ("utf-8", "gb18030"):
        spoilt = text.encode(encoding)[:-1] + b"\xff" + "完".encode(encoding)
        found = decode(spoilt, "note.txt")
        assert found.text.startswith(text[:-1])
        assert found.replaced > 0


def test_the_analysts_encoding_overrides() -> None:
    assert decode("안녕하세요".encode("euc-kr"), "note.txt", "EUC-KR")[:2] == ("안녕하세요", "euc-kr")


@pytest.mark.parametrize("name", ["klingon", "hex", "UTF 8 please", "utf\0"])
def test_an_encoding_that_does_not_exist_is_told(name: str) -> None:
    with pytest.raises(EncodingUnknown, match=f"no encoding called “{name}”"):
        decode(b"abc", "note.txt", name)


def test_an_encoding_that_does_not_fit_is_told() -> None:
    with pytest.raises(EncodingDiffers, match="not written in utf-8"):
        decode("产业升级".encode("gbk"), "note.txt", "utf-8")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [("产业升级".encode(), "utf-7"), (b"+2AA-", "utf-7"), (rb"\ud800", "unicode_escape")],
)
def test_what_an_encoding_makes_no_storable_text_of_is_told(data: bytes, encoding: str) -> None:
    with pytest.raises(EncodingDiffers):
        decode(data, "note.txt", encoding)


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 8,
        b"\0" * 100,
        "产业\0升级".encode(),
        b"\1\2\3\4" * 9,
        b"\x7fELF\2\1\1\0\0",
    ],
)
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(NotText, match=r"note\.txt is not a text"):
        decode(data, "note.txt")


def test_marks_without_width_and_stray_controls_go() -> None:
    text = "云岭市产业升级方案" * 40
    found = decode(f"\ufeff{text}\u200b\x0e{text}".encode(), "note.txt")
    assert (found.text, found.dropped) == (text * 2, 1)


@pytest.mark.shared
def test_real_files_are_read_in_their_encodings(shared: Path) -> None:
    plain = (shared / "real" / "关于实施乡村振兴战略的意见.txt").read_bytes()
    wide = (shared / "real" / "UTF16LE-BOM_关于实施乡村振兴战略的意见.txt").read_bytes()
    assert says(plain) == says(wide)
    report = next((shared / "real").glob("GB18030-4byte*")).read_bytes()
    assert decode(report, "report.txt").encoding == "gb18030"
