"""From a file to a document, or to the sentence that says why there is none."""

import hashlib
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import importers
from db.documents import digest
from db.models import Document
from db.problems import Problem
from importers import IMPORTERS, Options, problems, source
from tests.importers.word_files import cell, paragraph, run, with_body

TEXT = (
    "云岭市工业局2026年工作要点\n\n一、总体要求\n围绕产业升级，加快建设现代化产业体系，推动经济平稳增长。\n"
)


def read(folder: Path, data: bytes | str, name: str = "要点.txt", **options: object) -> Document:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return importers.read(path, Options(**options)).document  # type: ignore[arg-type]


def test_a_document_knows_where_it_comes_from(tmp_path: Path) -> None:
    found = read(tmp_path, TEXT)
    assert (found.title, found.issuer, found.reference_year) == ("云岭市工业局2026年工作要点", None, 2026)
    assert (found.source_name, found.media_type, found.encoding) == ("要点.txt", "text/plain", "utf-8")
    assert (found.sha256, found.text_sha256) == (hashlib.sha256(TEXT.encode()).hexdigest(), digest(TEXT))
    assert (found.length, found.keeps_line_breaks, found.quality) == (len(found.text), False, {})


def test_blocks_tile_the_text(tmp_path: Path) -> None:
    table = f"<w:tbl><w:tr>{cell('指标')}{cell('')}{cell('目标')}</w:tr></w:tbl>"
    found = read(
        tmp_path, with_body(paragraph(run("前文。")) + table + paragraph(run("后文。")) + table), "a.docx"
    )
    assert "\n".join(found.text[block.start : block.end] for block in found.blocks) == found.text
    assert found.text == "前文。\n指标\n目标\n后文。\n指标\n目标"
    assert [block.number for block in found.blocks] == [1, 2, 2, 3, 4, 4]
    assert [block.ordinal for block in found.blocks] == list(range(6))


def test_line_starts_count_characters_of_the_whole_text(tmp_path: Path) -> None:
    found = read(tmp_path, "𠮷祥路改造。\n\n二期。\n")
    assert [found.text[start:][:2] for start in found.line_starts] == ["𠮷祥", "二期"]


def test_line_breaks_are_kept_when_asked_for(tmp_path: Path) -> None:
    wrapped = "云岭市推进产业升级，加快\n建设现代化体系，支持企业\n开展技术改造，推动工业经\n济平稳增长。\n"
    assert len(read(tmp_path, wrapped).blocks) == 1
    kept = read(tmp_path, wrapped, keep_line_breaks=True)
    assert (len(kept.blocks), kept.keeps_line_breaks) == (4, True)


def test_form_feeds_are_pages(tmp_path: Path) -> None:
    assert [block.page for block in read(tmp_path, "第一页。\n\f第二页。").blocks] == [1, 2]
    assert read(tmp_path, "只有一页。").blocks[0].page is None


def test_the_content_decides_not_the_suffix(tmp_path: Path) -> None:
    assert read(tmp_path, TEXT, "a.docx").media_type == "text/plain"
    assert read(tmp_path, with_body(paragraph(run("正文。"))), "a.txt").media_type == IMPORTERS[0].media_type
    assert read(tmp_path, "---\ntitle: 要点\n---\n正文。", "a.txt").media_type == "text/markdown"


def test_what_was_imported_can_be_sent_between_processes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="gb18030")
    imported = importers.read(tmp_path / "a.txt")
    sent = pickle.loads(pickle.dumps(imported))
    assert (sent.original, sent.document.text) == (TEXT.encode("gb18030"), imported.document.text)
    assert [block.kind for block in sent.document.blocks] == [
        block.kind for block in imported.document.blocks
    ]


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("空.txt", b"", problems.FileEmpty),
        ("空白.txt", b"\n \n", problems.NothingToRead),
        ("图.docx", b"\x89PNG\r\n\x1a\n....", problems.NotADocument),
        ("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, problems.NotADocument),
        (
            "密.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99 + "EncryptedPackage".encode("utf-16-le"),
            problems.WordEncrypted,
        ),
        ("文件.pdf", b"%PDF-1.7\n", problems.PdfDamaged),
        ("网页.txt", b"<!DOCTYPE html><html></html>", problems.NothingToRead),
        ("数据.txt", bytes(range(256)), problems.NotText),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, data: bytes, problem: type[Problem]) -> None:
    with pytest.raises(problem, match="nothing was imported") as told:
        read(tmp_path, data, name)
    assert str(told.value).startswith(name)


def test_folders_and_vanished_files_are_told(tmp_path: Path) -> None:
    with pytest.raises(problems.NotAFile):
        importers.read(tmp_path)
    with pytest.raises(problems.FileMissing):
        importers.read(tmp_path / "gone.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(problems.FileUnreadable, match="not a regular file"):
        importers.read(tmp_path / "pipe.txt")


def test_a_file_that_is_too_large_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LIMIT", 1 << 20)
    with pytest.raises(problems.FileTooLarge, match="2 MB; at most 1 MB"):
        read(tmp_path, b"a" * (2 << 20))


def test_importing_the_importers_is_cheap() -> None:
    heavy = "{'sqlalchemy', 'docx', 'markdown_it', 'charset_normalizer', 'PySide6'}"
    program = f"import importers, sys; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parents[2]).returncode == 0


@pytest.mark.shared
def test_the_seeds_come_out_as_the_gold_text(shared: Path) -> None:
    for seed, gold in (
        ("000_7d0efb1f2ad7af12", "miit-2023-conference"),
        ("003_cf85f94452ba0dac", "miit-2022-departments"),
    ):
        found = importers.read(shared / "seeds" / f"{seed}.txt").document
        assert found.text == (shared / "gold" / f"{gold}.txt").read_text("utf-8").rstrip("\n")


@pytest.mark.shared
def test_properties_of_the_seeds(shared: Path) -> None:
    conference, departments = (importers.read(path).document for path in sorted((shared / "seeds").iterdir()))
    assert conference.reference_year == 2023
    assert (departments.issuer, departments.reference_year) == ("工业和信息化部科技司", 2022)
