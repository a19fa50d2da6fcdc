"""Documents of other office programs, by way of LibreOffice; most tests need it installed."""

import os
import signal
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path
from time import monotonic, sleep

import pytest

from db.problems import Problem
from importers import Options, format_of, office
from importers import read as read_file
from importers.problems import (
    NotADocument,
    NothingToRead,
    OfficeFailed,
    OfficeMissing,
    TookTooLong,
    WordEncrypted,
)  # fmt: skip
from importers.worker import read_all
from tests.importers.word_files import paragraph, run, with_body

needs_office = pytest.mark.skipif(office.find() is None, reason="LibreOffice is not installed")
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and process groups")

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD = COMPOUND + b"\0" * 504 + b"\xec\xa5\xc1\0" + b"\0" * 9 + "WordDocument".encode("utf-16-le")
RTF = rb"{\rtf1\ansi\ansicpg936 \u19968?\u12289?\u24635?\u20307?\u35201?\u27714?\par GDP\par}"
WORD_XML = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">'
    "<w:body><w:p><w:r><w:t>旧格式。</w:t></w:r></w:p></w:body></w:wordDocument>"
).encode()


def open_document(body: str) -> bytes:
    """An OpenDocument text with that body."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    entries = "".join(
        f'<m:file-entry m:full-path="{path}" m:media-type="{kind}"/>'
        for path, kind in (("/", "application/vnd.oasis.opendocument.text"), ("content.xml", "text/xml"))
    )
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        file.writestr(
            "META-INF/manifest.xml", f'<m:manifest xmlns:m="{names}:manifest:1.0">{entries}</m:manifest>'
        )
        file.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{names}:office:1.0" xmlns:text="{names}:text:1.0" '
            f'xmlns:draw="{names}:drawing:1.0" xmlns:svg="{names}:svg-compatible:1.0" '
            'xmlns:xlink="http://www.w3.org/1999/xlink">'
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
    return stream.getvalue()


def read(data: bytes) -> list[str]:
    return [piece.text for piece in office.read(data, "通知.doc", Options()).pieces]


@pytest.mark.parametrize(
    ("data", "name", "format_name"),
    [
        (WORD, "通知.doc", "Word 97–2003 document"),
        (WORD, "通知.docx", "Word 97–2003 document"),
        (WORD_XML, "通知.doc", "Word 97–2003 document"),
        (WORD, "通知.wps", "WPS document"),
        (COMPOUND + "MatOST".encode("utf-16-le"), "通知.wps", "WPS document"),
        (RTF, "通知.doc", "Rich text"),
        (open_document(""), "通知.odt", "OpenDocument text"),
        (with_body(paragraph(run("正文。"))), "通知.doc", "Word document"),
        ("<html><body><p>正文。</p></body></html>".encode(), "通知.doc", "Web page"),
        (b"%PDF-1.7", "通知.doc", "PDF"),
    ],
)
def test_the_content_tells_the_format(data: bytes, name: str, format_name: str) -> None:
    assert format_of(data, Path(name)).name == format_name


def test_sheets_and_slides_are_refused_at_once() -> None:
    with pytest.raises(NotADocument):
        format_of(COMPOUND + "Workbook".encode("utf-16-le"), Path("表.doc"))


def test_a_locked_document_is_told_without_starting_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find", lambda: pytest.fail("LibreOffice was looked for"))
    with pytest.raises(WordEncrypted):
        read(WORD[:523] + b"\1" + WORD[524:])


def test_where_it_is_not_installed_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find", lambda: None)
    with pytest.raises(OfficeMissing, match=r"nothing was imported\. Install LibreOffice"):
        read(WORD)


def test_it_is_found_on_the_path_and_in_its_usual_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "_FOLDERS", (str(tmp_path / "usual"),))
    assert office.find() is None
    for folder in (tmp_path / "usual", tmp_path):
        folder.mkdir(exist_ok=True)
        program = folder / ("soffice.exe" if sys.platform == "win32" else "soffice")
        program.touch(0o755)
        assert office.find() == str(program)


@needs_office
@pytest.mark.parametrize(
    ("data", "found"),
    [
        (RTF, ["一、总体要求", "GDP"]),
        (WORD_XML, ["旧格式。"]),
        (open_document("<text:p>云岭市。</text:p><text:p>正文。</text:p>"), ["云岭市。", "正文。"]),
    ],
    ids=["rtf", "xml", "odt"],
)
def test_documents_are_read_by_way_of_libreoffice(data: bytes, found: list[str]) -> None:
    assert read(data) == found


@needs_office
def test_the_original_is_kept_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "通知.rtf"
    path.write_bytes(RTF)
    imported = read_file(path)
    assert (imported.original, imported.document.media_type) == (RTF, "application/rtf")
    assert imported.document.quality["converted_by"] == "LibreOffice"


@needs_office
def test_what_libreoffice_does_not_open_is_told() -> None:
    for stream in ("MatOST", "WordDocument"):
        with pytest.raises(OfficeFailed, match="nothing was imported"):
            read(COMPOUND + stream.encode("utf-16-le") * 100)


@pytest.fixture
def asked() -> Iterator[list[str]]:
    """What is asked of a web server on this machine; its address comes first."""
    found: list[str] = []

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - so the server looks them up

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    found.append(f"http://127.0.0.1:{server.server_port}")
    yield found
    server.shutdown()
    thread.join()
    server.server_close()


def fetching(address: str) -> bytes:
    """A document with a picture and a section that stand elsewhere."""
    image = f'<draw:image xlink:href="{address}/a.png"/>'
    frame = f'<draw:frame svg:width="9cm" svg:height="9cm">{image}</draw:frame>'
    section = (
        f'<text:section text:name="s"><text:section-source xlink:href="{address}/b.odt"/></text:section>'
    )
    return open_document(f"<text:p>正文。</text:p><text:p>{frame}</text:p>{section}")


@needs_office
def test_nothing_is_fetched(asked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(fetching(asked[0]))[0] == "正文。"
    assert asked[1:] == []
    monkeypatch.setattr(office, "_SETTINGS", ())
    read(fetching(asked[0]))
    assert asked[1:] != []  # so the test can tell


@pytest.fixture
def endless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in place of LibreOffice that starts another and never ends; a file tells their ids."""
    told = tmp_path / "ids"
    program = tmp_path / "soffice"
    program.write_text(f'#!/bin/sh\nsleep 60 &\necho $$ $! > "{told}.new"\nmv "{told}.new" "{told}"\nwait\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    return told


def ended(told: Path) -> bool:
    """Whether the two processes are gone, soon."""
    deadline = monotonic() + 5
    ids = [int(word) for word in told.read_text().split()]
    while monotonic() < deadline and any(
        Path(f"/proc/{each}/cmdline").exists() and Path(f"/proc/{each}/cmdline").read_bytes() for each in ids
    ):
        sleep(0.02)
    return monotonic() < deadline


@posix
@pytest.mark.skipif(not Path("/proc/self").exists(), reason="processes are looked up in /proc")
def test_one_that_takes_too_long_is_ended_with_all_it_started(endless: Path) -> None:
    begun = monotonic()
    with pytest.raises(TookTooLong):
        office.converted(WORD, "通知.doc", limit=0.5)
    assert monotonic() - begun < 5
    assert ended(endless)


@posix
@pytest.mark.skipif(not Path("/proc/self").exists(), reason="processes are looked up in /proc")
def test_it_ends_with_the_reader_that_waits_for_it(endless: Path) -> None:
    code = "from importers import office; office.converted(b'x', 'a.doc')"
    reader = subprocess.Popen([sys.executable, "-c", code], cwd=Path(__file__).parents[2])
    deadline = monotonic() + 20
    while not endless.exists() and monotonic() < deadline:
        sleep(0.02)
    reader.send_signal(signal.SIGTERM)
    assert reader.wait(5) == 128 + signal.SIGTERM
    assert ended(endless)


@posix
@pytest.mark.skipif(not Path("/proc/self").exists(), reason="processes are looked up in /proc")
def test_it_ends_when_the_import_is_given_up(endless: Path, tmp_path: Path) -> None:
    path = tmp_path / "通知.doc"
    path.write_bytes(WORD)

    def cancel(done: int, total: int) -> None:
        if endless.exists():
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(read_all([path], tick=cancel))
    assert ended(endless)


@needs_office
@pytest.mark.shared
def test_real_documents_of_old_word_are_read_unless_they_are_only_pictures(shared: Path) -> None:
    outcomes: dict[str, list[str] | Problem] = {}
    for path in sorted((shared / "real").glob("*.doc")):
        try:
            imported = read_file(path)
            outcomes[path.name[:2]] = [imported.document.title, *imported.document.text.split("\n")]
        except NothingToRead as problem:
            outcomes[path.name[:2]] = problem
    if not outcomes:
        pytest.skip("no old Word documents there")
    assert [type(outcome) for outcome in outcomes.values()] == [list, NothingToRead, list]
    assert any(isinstance(found, list) and "（一）本人；" in "\n".join(found) for found in outcomes.values())
