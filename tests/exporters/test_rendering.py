"""Both reports through LibreOffice: they open, and their pages hold what was tagged."""

import shutil
import subprocess
from pathlib import Path

import pytest

from exporters import EXPORTERS, write
from exporters.briefing import MODERN, Briefing
from tests.exporters.invented import REPORT, TRACED
from tests.exporters.test_annotated import SENTENCE, source, tagged

OFFICE = {e.name: e.suffix for e in EXPORTERS if e.suffix in (".docx", ".xlsx") and not e.whole}

needed = [program for program in ("soffice", "pdftotext") if shutil.which(program) is None]
pytestmark = pytest.mark.skipif(bool(needed), reason=f"not installed: {', '.join(needed)}")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The text of each report's pages without white space, by the name of the exporter."""
    folder = tmp_path_factory.mktemp("rendering")
    files = {name: folder / f"{name}{suffix}" for name, suffix in OFFICE.items()}
    for path in files.values():
        write(REPORT, path)
    files |= {name: folder / f"{name}.docx" for name in ("annotated", "modern")}
    write(
        tagged(source("标题", SENTENCE), ("task", SENTENCE), ("target", "10家")),
        files["annotated"],
        "annotated",
    )
    asked = Briefing(template=MODERN, name="青禾简报", sources="endnotes")
    write(TRACED, files["modern"], options=asked)
    office = [
        "soffice",
        "--headless",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--convert-to",
        "pdf",
    ]
    subprocess.run(
        [*office, "--outdir", folder, *files.values()], check=True, capture_output=True, timeout=110
    )
    return {name: page_text(path.with_suffix(".pdf")) for name, path in files.items()}


def page_text(pdf: Path) -> str:
    told = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True)
    return "".join(told.stdout.split())


def test_the_briefing_shows_its_parts_and_page_numbers(pages: dict[str, str]) -> None:
    for words in (
        "青禾市目标任务简报",
        "二、目标",
        "三、任务",
        "四、政策",
        "七、所据文档",
        "超过8万家",
        "—1—",
        "—2—",
    ):
        assert words in pages["briefing"]


def test_the_modern_template_has_cover_outcomes_and_notes(pages: dict[str, str]) -> None:
    for words in ("青禾简报", "目录", "一、总体情况", "目标完成情况对照", "-4万家", "图1", "第4段；《2031年"):
        assert words in pages["modern"]


def test_the_annotated_document_shows_the_whole_text(pages: dict[str, str]) -> None:
    assert SENTENCE in pages["annotated"]


def test_the_sheet_shows_its_rows_and_repeats_its_title(pages: dict[str, str]) -> None:
    for words in ("130.00亿", "137.00亿", "8.0万", "2031-12-31", "逾期任务", "第1页，共7页"):
        assert words in pages["target_sheet"]
    assert pages["target_sheet"].count("青禾市目标任务简报") == 1 + 7


@pytest.mark.parametrize("name", OFFICE)
def test_every_short_quote_is_on_a_page(pages: dict[str, str], name: str) -> None:
    for passage in REPORT.passages:
        words = passage.quote.removeprefix(passage.fields.get("marker") or "")
        assert words[:5] in pages[name]
