"""Documents of older and other office programs, turned into .docx by LibreOffice and read as that.

LibreOffice is run without a window, on a copy of the file, with a profile made for this one run: no macros,
no links followed, no proxy but one that does not exist. It is ended with all it started when it takes too
long or the reader is told to stop.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from importers import docx
from importers.format import Draft, Format, Options
from importers.problems import OfficeFailed, OfficeMissing, TookTooLong, WordEncrypted

LIMIT = 50.0
"""Seconds for one document; less than the reader process has, so that this sentence is the one told."""

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_WORD_HEADER, _LOCKED = slice(512, 524), 0x01
"""Where programs put the header of the text; its last byte tells whether it is encrypted ([MS-DOC] 2.5.2)."""

_ZIP, _RICH_TEXT = b"PK\x03\x04", b"{\\rtf"
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_WORD_XML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<\?xml(?s:.{0,400}?)(?:progid=\"Word\.Document\"|<w:wordDocument)"
)
_FILTERS = {
    ".doc": "MS Word 97",
    ".wps": "MS_Works",
    ".rtf": "Rich Text Format",
    ".odt": "writer8",
    ".xml": "MS Word 2003 XML",
}
"""LibreOffice's names of its readers. Left to itself it takes a damaged file for plain text."""

_BEFORE_97 = b"\xdc\xa5"
"""What begins the header of Word 6 and 95, whose readers LibreOffice finds itself."""

_BEGINNINGS = ((_RICH_TEXT, ".rtf"), (_ZIP, ".odt"))

_PROGRAMS = ("soffice", "libreoffice", "soffice.com")
_FOLDERS = (
    "/Applications/LibreOffice.app/Contents/MacOS",
    "/usr/lib/libreoffice/program",
    "/usr/lib64/libreoffice/program",
    "/opt/libreoffice/program",
    "/snap/bin",
    *(
        f"{os.environ[root]}/LibreOffice/program"
        for root in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)")
        if root in os.environ
    ),
)
"""Where LibreOffice stands when it is not on the path."""

_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
"""Paths below org.openoffice, names and values in the profile."""


def find() -> str | None:
    """The program to run, or None where LibreOffice is not installed."""
    folders = os.pathsep.join(_FOLDERS)
    found = (shutil.which(name, path=path) for path in (None, folders) for name in _PROGRAMS)
    return next(filter(None, found), None)


def read(data: bytes, name: str, options: Options) -> Draft:
    if data.startswith(_COMPOUND) and _is_locked(data):
        raise WordEncrypted(name=name)
    draft = docx.read(converted(data, name), name, options)
    draft.facts["converted_by"] = "LibreOffice"
    return draft


def converted(data: bytes, name: str, limit: float = LIMIT) -> bytes:
    """The document as .docx. Raises OfficeMissing, OfficeFailed, TookTooLong."""
    ending = _ending(data)
    known = not data[_WORD_HEADER].startswith(_BEFORE_97)
    reader = [f"--infilter={_FILTERS[ending]}"] if known else []
    return _turned(data, ending, name, "docx:MS Word 2007 XML", limit, reader)


def printed(data: bytes, ending: str, name: str, limit: float = LIMIT) -> bytes:
    """What LibreOffice would print of a file of that ending, as PDF; raises as `converted` does."""
    return _turned(data, ending, name, "pdf", limit)


def _turned(
    data: bytes, ending: str, name: str, into: str, limit: float, reader: Sequence[str] = ()
) -> bytes:
    program = find()
    if program is None:
        raise OfficeMissing(name=name)
    with TemporaryDirectory(prefix="cezhu-", ignore_cleanup_errors=True) as folder:
        source, target, profile = (Path(folder) / part for part in (f"in{ending}", "out", "profile"))
        source.write_bytes(data)
        _write_profile(profile)
        command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", *reader]
        command += ["--convert-to", into, "--outdir", str(target), str(source)]
        try:
            _run(command, limit)
            return (target / f"in.{into.partition(':')[0]}").read_bytes()
        except subprocess.TimeoutExpired:
            raise TookTooLong(name=name, seconds=round(limit)) from None
        except OSError:
            raise OfficeFailed(name=name) from None


def _is_locked(data: bytes) -> bool:
    header = data[_WORD_HEADER]
    return header.startswith(b"\xec\xa5") and bool(header[11] & _LOCKED)


def _write_profile(folder: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>', "utf-8"
    )


def _run(command: list[str], limit: float) -> None:
    """Run to the end, or, after `limit` seconds or when this process is told to end, end all it started."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        with _stoppable():
            process.wait(limit)
    finally:
        _end(process)


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let the signal that ends this process raise, so that it does not leave another one behind."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and those it started; on Windows only while it runs, for then they are known."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(
                ["taskkill", "/F", "/T", "/PID", str(process.pid)], check=False, capture_output=True
            )
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _ending(data: bytes) -> str:
    """The ending by which LibreOffice knows what these bytes are."""
    if data.startswith(_COMPOUND):
        return ".doc" if _WORD_STREAM in data else ".wps"
    return next((ending for beginning, ending in _BEGINNINGS if data.startswith(beginning)), ".xml")


def _is_word(data: bytes, suffix: str) -> bool:
    compound = data.startswith(_COMPOUND) and _WORD_STREAM in data and suffix not in (".wps", ".wpt")
    return compound or bool(_WORD_XML.match(data))


def _is_wps(data: bytes, suffix: str) -> bool:
    return data.startswith(_COMPOUND)


def _is_rich_text(data: bytes, suffix: str) -> bool:
    return data.startswith(_RICH_TEXT)


def _is_open_document(data: bytes, suffix: str) -> bool:
    return data.startswith(_ZIP) and _OPEN_DOCUMENT in data[:128]


FORMATS = (
    Format("Word 97–2003 document", (".doc", ".dot"), "application/msword", _is_word, read),
    Format("WPS document", (".wps", ".wpt"), "application/vnd.ms-works", _is_wps, read),
    Format("Rich text", (".rtf",), "application/rtf", _is_rich_text, read),
    Format(
        "OpenDocument text",
        (".odt", ".ott"),
        "application/vnd.oasis.opendocument.text",
        _is_open_document,
        read,
    ),
)
