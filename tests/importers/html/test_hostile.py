"""Pages made or broken to do harm, and pages saved whole: a document or a Problem in bounded time."""

import random
from email.message import EmailMessage
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import importers
from db.problems import Problem
from importers import problems
from importers.format import Options
from importers.html import FORMAT, reading
from importers.html.tree import DEEPEST, parse, shallow
from tests.importers.html.pages import BODY, FIRST, LINES, PAGES, THIRD, page

SECONDS = 20
"""Far above what any of these takes on a busy machine; without bounds they take minutes."""


def read(data: bytes, name: str = "a.html") -> list[str]:
    return [piece.text for piece in FORMAT.read(data, name, Options()).pieces if piece.text]


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 100_000 + FIRST,
        "<b><p>" * 20_000 + FIRST,
        "<font color=red>" * 50_000 + FIRST,
        "<table><tr><td>" * 20_000 + FIRST,
        "<ul><li>" * 30_000 + FIRST,
        "<blockquote>" * 200 + f"<p>{FIRST}</p><p>{THIRD}</p>",
        "<a href=1>" * 30_000 + FIRST,
        "<" * 1_000_000 + FIRST,
        "&lt;" * 300_000 + FIRST,
        "<p " + "a=b " * 200_000 + f">{FIRST}",
        f"<!--{'-' * 1_000_000}>{FIRST}",
    ],
    ids=[
        "div",
        "b",
        "font",
        "tables",
        "lists",
        "quotes",
        "links",
        "angles",
        "entities",
        "attributes",
        "comment",
    ],
)
def test_deep_and_endless_markup_is_read_in_bounded_time(source: str) -> None:
    start = process_time()
    read(f"<html><body>{source}".encode())
    assert process_time() - start < SECONDS


def test_many_comments_before_a_text_that_is_no_page_cost_no_time() -> None:
    start = process_time()
    assert not FORMAT.recognises(b"<!-- -->\n" * 200 + FIRST.encode(), ".md")
    assert FORMAT.recognises(b"<!-- -->\n" * 200 + b"<html>", ".txt")
    assert process_time() - start < 1


def test_text_below_the_deepest_element_stays_in_order() -> None:
    deep = "<div>" * (DEEPEST + 20) + f"<p>{FIRST}</p><p>{THIRD}</p>"
    assert read(page(deep).encode()) == [FIRST, THIRD]


def test_tags_too_deep_for_the_parser_are_taken_out() -> None:
    assert shallow("<div>" * 2000).count("<div>") < 500
    assert shallow("<p>" * 2000).count("<p>") == 2000
    assert parse("<div>" * 2000 + "文").body.words() == "文"


def test_entities_of_a_document_type_are_not_expanded() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "文文文"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    text = "".join(read(f"{bomb}<html><body><p>{FIRST}&b;&c;</p></body></html>".encode()))
    assert "文文文" not in text.replace("&a", "")
    assert "root:" not in text


def test_a_page_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LIMIT", 1 << 20)
    with pytest.raises(problems.FileTooLarge, match="2 MB; at most 1 MB"):
        read(b"<html>" + b" " * (2 << 20))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", problems.FileEmpty),
        (bytes(range(256)) * 40, problems.NotText),
        (b"<html>\0\1\2" + bytes(range(256)) * 40, problems.NotText),
        (b"\x89PNG\r\n\x1a\n" + b"<html>" * 10, problems.NotADocument),
        (b"<html><body></body></html>", problems.NothingToRead),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n", problems.NothingToRead),
    ],
    ids=["empty", "binary", "binary after a tag", "picture", "nothing", "no part"],
)
def test_what_is_no_page_is_told(tmp_path: Path, data: bytes, problem: type[Problem]) -> None:
    (tmp_path / "a.html").write_bytes(data)
    with pytest.raises(problem, match="nothing was imported"):
        importers.read(tmp_path / "a.html")


def test_a_text_called_a_page_is_read_as_text(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("\n".join(LINES), "utf-8")
    assert importers.read(tmp_path / "a.html").document.media_type == "text/plain"


@pytest.mark.parametrize("name", ["a.txt", "a.doc", "a.xls", "a"])
def test_a_page_called_something_else_is_read_as_a_page(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(PAGES["council"], "utf-8")
    found = importers.read(tmp_path / name).document
    assert (found.media_type, found.text.split("\n")) == ("text/html", LINES)


def test_markdown_that_begins_with_a_tag_stays_markdown(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f'<p align="center">要点</p>\n\n# 工作要点\n\n{FIRST}\n', "utf-8")
    assert importers.read(tmp_path / "a.md").document.media_type == "text/markdown"


@pytest.mark.parametrize("transfer", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_pages_saved_whole(tmp_path: Path, transfer: str, charset: str) -> None:
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Subject"] = "page"
    message.set_content(PAGES["ministry"], subtype="html", charset=charset, cte=transfer)
    message.add_related(b"\x89PNG", "image", "png")
    (tmp_path / "a.mht").write_bytes(bytes(message))
    found = importers.read(tmp_path / "a.mht").document
    assert (found.text.split("\n"), found.media_type) == (LINES, "text/html")


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*args: object) -> None:
        raise AssertionError("a page asked for something from outside")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    outside = "http://localhost:9/a"
    source = f"<base href={outside}><link rel=stylesheet href={outside}><script src={outside}></script>"
    assert (
        read(page(f"{source}<img src={outside}><iframe src={outside}></iframe>{BODY}").encode())[-11:]
        == LINES
    )


@settings(max_examples=60)
@given(seed=st.integers(0, 1 << 30), manner=st.sampled_from(sorted(PAGES)), cuts=st.integers(1, 30))
def test_damaged_pages_give_a_document_or_a_problem(seed: int, manner: str, cuts: int) -> None:
    chance = random.Random(seed)
    data = bytearray(PAGES[manner].encode(chance.choice(["utf-8", "gb18030", "utf-16"])))
    for _ in range(cuts):
        place = chance.randrange(len(data) or 1)
        match chance.randrange(4):
            case 0:
                data[place : place + chance.randrange(60)] = b""
            case 1:
                data[place:place] = chance.choice(
                    [b"<", b">", b"<table>", b"</td>", b"&#x", b"<!--", b'"', b"<td colspan=9"]
                )
            case 2:
                data[place:place] = data[chance.randrange(len(data) or 1) :][:200]
            case _:
                data[place : place + 1] = bytes([chance.randrange(256)])
    try:
        found = FORMAT.read(bytes(data), "a.html", Options())
    except Problem as problem:
        assert str(problem)
    else:
        assert all("\n" not in piece.text and "\0" not in piece.text for piece in found.pieces)
