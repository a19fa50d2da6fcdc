"""Locked, damaged and hostile files are refused with a sentence, or read as far as they can be."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from db.problems import Problem
from importers import Options, pdf
from importers.pdf import engine
from importers.problems import PasswordNeeded, PasswordWrong, PdfDamaged, PdfTooLong
from tests.importers.pdf.invented import FIRST, PROSE, texts
from tests.importers.pdf.locked import locked
from tests.importers.pdf.paper import Sheet, wrapped
from tests.importers.pdf.paper import pdf as printed

ROOT = Path(__file__).resolve().parents[3]


def page() -> Sheet:
    sheet = Sheet()
    sheet.lines(80, 80, [line for text in PROSE for line in wrapped(text, 34)])
    return sheet


def test_a_locked_file_asks_for_its_password() -> None:
    data = locked(page(), "秘密2026")
    with pytest.raises(PasswordNeeded, match=r"公报\.pdf"):
        pdf.read(data, "公报.pdf", Options())
    with pytest.raises(PasswordWrong):
        pdf.read(data, "公报.pdf", Options(password="wrong"))
    assert texts(pdf.read(data, "公报.pdf", Options(password="秘密2026"))) == list(PROSE)


def test_a_file_that_anybody_may_open_needs_none() -> None:
    assert texts(pdf.read(locked(page(), ""), "公报.pdf", Options())) == list(PROSE)


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"%PDF-1.7\nnonsense" * 100, b"%PDF-1.4\ntrailer<</Root 1 0 R>>"]
)
def test_what_only_begins_like_a_pdf_is_damaged(data: bytes) -> None:
    with pytest.raises(PdfDamaged):
        pdf.read(data, "公报.pdf", Options())


def test_a_document_of_no_pages_is_damaged() -> None:
    with pytest.raises(PdfDamaged):
        pdf.read(printed(), "公报.pdf", Options())


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "MOST_PAGES", 2)
    with pytest.raises(PdfTooLong, match="3 pages"):
        pdf.read(printed(page(), page(), page()), "公报.pdf", Options())


def test_a_page_that_cannot_be_read_costs_only_itself() -> None:
    data = printed(page(), page()).replace(b"/Type/Page/Parent 2 0 R", b"/Type/Nope/Parent 2 0 R", 1)
    found = pdf.read(data, "公报.pdf", Options())
    assert texts(found) == list(PROSE)


def test_characters_beyond_the_limit_of_a_page_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "MOST_CHARACTERS", 20)
    (text,) = texts(pdf.read(printed(page()), "公报.pdf", Options()))
    assert FIRST.startswith(text)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs the peak Linux keeps of a process")
def test_a_page_of_scattered_characters_is_read_without_end_of_columns() -> None:
    rng = random.Random(1)
    sheet = Sheet()
    for _ in range(1500):
        sheet.text(rng.uniform(0, 580), rng.uniform(0, 820), rng.choice("云岭市2026"), rng.choice((1, 4, 12)))
    found = pdf.read(printed(sheet), "公报.pdf", Options())
    assert sum(len("".join(text.split())) for text in texts(found)) == 1500


def test_two_hundred_pages_take_little_memory(tmp_path: Path) -> None:
    """VmHWM, because the peak `getrusage` tells counts the process that started this one too."""
    path = tmp_path / "公报.pdf"
    sheet = Sheet()
    for i in range(4):
        sheet.lines(40, 40 + 190 * i, [line for text in PROSE for line in wrapped(text, 40)], 12, 15)
    path.write_bytes(printed(*[sheet] * 200))
    asked = (
        "import sys; from pathlib import Path; from importers import read; read(Path(sys.argv[1]));"
        "print(Path('/proc/self/status').read_text().partition('VmHWM:')[2].split()[0])"
    )
    done = subprocess.run([sys.executable, "-c", asked, path], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 500 << 10


@pytest.mark.parametrize("seed", range(40))
def test_a_mutated_file_gives_a_draft_or_a_sentence(seed: int) -> None:
    rng = random.Random(seed)
    data = bytearray(printed(page(), page()))
    for _ in range(rng.randint(1, 40)):
        start = rng.randrange(len(data))
        data[start : start + rng.choice((0, 1, 1, 30))] = rng.randbytes(rng.choice((0, 1, 1, 30)))
    if seed % 4 == 0:
        del data[rng.randrange(len(data)) :]
    try:
        found = pdf.read(bytes(data), "公报.pdf", Options())
    except Problem as problem:
        assert "公报.pdf" in str(problem)
    else:
        assert found.quality["pages"] >= 1
