"""Calls of the command line, their words and exit codes."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from db.kinds import KINDS
from exporters import EXPORTERS
from workbench import commandline

Run = Callable[..., tuple[int, str, str]]
NOTE = (
    "云泽市工业和信息化局2023年工作要点\n\n一、主要目标\n"
    "　　规模以上工业增加值增长8%左右，工业投资增长12%以上。\n"
)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command; gives its exit code and what it wrote on standard output and standard error."""

    def paint(project: Path, out: Path, size: tuple[int, int], view: str, **looks: str) -> None:
        out.write_text(f"{project.name} {size} {view} {looks}")

    def call(*arguments: object) -> tuple[int, str, str]:
        code = commandline.run([str(argument) for argument in arguments], paint)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


@pytest.fixture
def project(run: Run, tmp_path: Path) -> Path:
    (tmp_path / "要点.txt").write_text(NOTE, encoding="utf-8")
    assert run("import", tmp_path / "p.cezhu", tmp_path / "要点.txt")[0] == 0
    return tmp_path / "p.cezhu"


def test_every_command_helps(run: Run) -> None:
    for name in commandline.commands.commands:
        code, out, _ = run(name, "--help")
        assert code == 0 and out.startswith(f"Usage: main.py {name}")


def test_import_tells_each_file_and_skips_the_bad_ones(run: Run, tmp_path: Path) -> None:
    good = [tmp_path / f"{i}.txt" for i in range(8)]
    for i, path in enumerate(good):
        path.write_text(f"第{i}号通知\n\n　　请各有关单位于{i + 1}月底前报送材料。\n", encoding="gb18030")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 not a zip")
    code, out, err = run(
        "import", tmp_path / "p.cezhu", *good, tmp_path / "broken.docx", tmp_path / "gone.txt"
    )
    assert code == 1
    assert [line.split(": ")[0] for line in out.splitlines()] == [path.name for path in good]
    assert all("characters" in line and "block" in line for line in out.splitlines())
    assert "broken.docx: " in err and "gone.txt: " in err and "2 of 10 files" in err


def test_a_text_known_already_is_told_also_from_another_file(run: Run, project: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.md").write_text(NOTE.replace("\n", "\r\n"), encoding="utf-16")
    code, _, err = run("import", project, tmp_path / "copy.md")
    assert code == 0 and "same text" in err and "云泽市工业和信息化局2023年工作要点" in err


def test_an_encoding_can_be_forced(run: Run, tmp_path: Path) -> None:
    (tmp_path / "big5.txt").write_bytes("臺北市政府重大施政計畫".encode("big5"))
    code, out, _ = run("import", tmp_path / "p.cezhu", tmp_path / "big5.txt", "--encoding", "big5")
    assert code == 0 and "臺北市政府重大施政計畫" in out


BEGINNINGS = {
    ".docx": b"PK",
    ".xlsx": b"PK",
    ".html": b"<!DOCTYPE html>",
    ".csv": b"\xef\xbb\xbf",
    ".jsonl": b"",  # nothing is tagged
    ".jsonld": b'{"@context": ',
    ".qdpx": b"PK",
    ".qdc": b"<?xml",
}


@pytest.mark.parametrize("suffix", sorted({exporter.suffix for exporter in EXPORTERS}))
def test_export_writes_the_report_its_suffix_names(
    run: Run, project: Path, tmp_path: Path, suffix: str
) -> None:
    name = f"报告{suffix}"
    code, out, _ = run("export", project, tmp_path / name)
    assert code == 0 and name in out
    assert (tmp_path / name).read_bytes().startswith(BEGINNINGS[suffix])


def test_export_to_an_unknown_suffix_says_which_there_are(run: Run, project: Path, tmp_path: Path) -> None:
    code, _, err = run("export", project, tmp_path / "report.odt")
    assert code == 1 and ".docx" in err and ".xlsx" in err
    assert not (tmp_path / "report.odt").exists()


def test_export_of_an_unknown_document_says_so_and_leaves_the_old_report(
    run: Run, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "简报.docx").write_text("以前的简报")
    code, _, err = run("export", project, tmp_path / "简报.docx", "--document", 1, "--document", 99)
    assert code == 1 and "99" in err and "Those there are: 1" in err
    assert (tmp_path / "简报.docx").read_text() == "以前的简报"


def test_export_knows_every_form_and_kind_by_name(run: Run) -> None:
    out = run("export", "--help")[1]
    assert all(name in out for name in (*KINDS, *(exporter.name for exporter in EXPORTERS)))


def test_an_import_of_nothing_leaves_no_project_behind(run: Run, tmp_path: Path) -> None:
    code, _, err = run("import", tmp_path / "new.cezhu", tmp_path / "missing.txt")
    assert code == 1 and "missing.txt" in err
    assert list(tmp_path.iterdir()) == []


def test_an_import_of_nothing_leaves_the_project_that_was_there(run: Run, project: Path) -> None:
    assert run("import", project, project.parent / "missing.txt")[0] == 1
    assert run("check", project)[0] == 0


def test_search_finds_a_single_character(run: Run, project: Path) -> None:
    code, out, _ = run("search", project, "资", "--json")
    assert code == 0 and '"words": "资"' in out and "工业投" in out


def test_suggest_prints_the_text_and_a_record_a_line(run: Run, project: Path) -> None:
    code, out, _ = run("suggest", "--json", project.parent / "要点.txt")
    document, *records = map(json.loads, out.splitlines())
    assert code == 0 and document["kind"] == "document"
    targets = [record for record in records if record["kind"] == "target"]
    assert [(target["value"], target["unit"], target["comparator"]) for target in targets] == [
        (8, "%", "≈"),
        (12, "%", ">="),
    ]
    assert all(document["text"][t["start"] : t["end"]] == t["quote"] for t in targets)


def test_suggestions_are_stored_once_and_accepted_at_wish(run: Run, project: Path) -> None:
    first, second = run("suggest", project), run("suggest", project)
    assert first == second and "suggestions" in first[1]
    count = int(first[1].split(": ")[1].split()[0])
    assert f"{count} passages" in run("suggest", project, "--accept")[1]
    assert "0 suggestions" in run("suggest", project)[1]
    assert f"{count} passages" in run("export", project, project.parent / "目标表.xlsx")[1]


def test_check_says_that_a_project_is_sound(run: Run, project: Path) -> None:
    code, out, _ = run("check", project)
    assert code == 0 and "sound" in out


def test_check_touches_nothing(run: Run, project: Path) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in project.parent.iterdir()}
    assert run("check", project)[0] == 0
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in project.parent.iterdir()} == before


def test_check_tells_what_is_damaged_also_where_passages_cannot_be_read(run: Run, project: Path) -> None:
    with closing(sqlite3.connect(project)) as raw:
        (root,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'documents'").fetchone()
        (size,) = raw.execute("PRAGMA page_size").fetchone()
    data = bytearray(project.read_bytes())
    data[(root - 1) * size : root * size] = b"\xff" * size
    project.write_bytes(data)
    before = project.read_bytes()
    code, _, err = run("check", project)
    assert code == 1 and "passages could not be checked" in err and len(err.splitlines()) > 2
    assert project.read_bytes() == before


def test_check_refuses_what_is_no_project(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.cezhu").write_text("no project")
    code, _, err = run("check", tmp_path / "x.cezhu")
    assert code == 1 and "x.cezhu" in err


def test_bad_usage_has_its_own_exit_code(run: Run, project: Path) -> None:
    assert run("export", project)[0] == 2
    assert run("nonsense")[0] == 2
    assert run("screenshot", project, "x.png", "--size", "big")[0] == 2


def test_screenshot_hands_size_view_and_looks_to_the_window(run: Run, project: Path, tmp_path: Path) -> None:
    code, _, _ = run("screenshot", project, tmp_path / "w.png", "--size", "1280x800", "--theme", "dark")
    assert code == 0
    assert (tmp_path / "w.png").read_text() == "p.cezhu (1280, 800) main {'theme': 'dark'}"


def test_a_search_that_finds_nothing_says_so(run: Run, project: Path) -> None:
    code, out, err = run("search", project, "没有的词")
    assert (code, out) == (0, "") and "stands in no document" in err
    assert "not found in notes" in run("search", project, "没有的词", "--in", "notes")[2]


def test_a_search_for_nothing_is_bad_usage(run: Run, project: Path) -> None:
    assert run("search", project, " ")[0] == 2
    assert run("search", project, "", "--kind", "target")[0] == 0


@pytest.mark.parametrize("range_", ["--value=8%..5%", "--year=2024..2021", "--period=2032..2031-06"])
def test_a_range_that_ends_before_it_begins_is_bad_usage(run: Run, project: Path, range_: str) -> None:
    assert run("search", project, "工业", range_)[0] == 2


@pytest.mark.parametrize("size", ["99x800", "99999x800", "wide"])
def test_a_size_no_window_can_have_is_bad_usage(run: Run, project: Path, tmp_path: Path, size: str) -> None:
    code, _, err = run("screenshot", project, tmp_path / "out.png", "--size", size)
    assert code == 2 and "is no size" in err


def test_words_are_counted_and_keywords_told_by_document(run: Run, project: Path) -> None:
    code, out, _ = run("words", project, "--json", "--top", 3)
    assert code == 0
    rows = [json.loads(line) for line in out.splitlines()]
    assert [(row["word"], row["times"], row["documents"]) for row in rows[:2]] == [
        ("工业", 3, 1),
        ("增长", 2, 1),
    ]
    assert len(rows) == 3
    code, out, _ = run("words", project, "--document", 1, "--keywords")
    assert code == 0 and out.startswith("[1]\t1\t")
    assert run("words", project, "--document", 9)[0] == 1


def test_search_reads_operators_and_filters(run: Run, project: Path) -> None:
    code, out, _ = run("search", project, "增长 NEAR/2 8% -广播", "--year", "2023..")
    assert code == 0 and out.count("【") == 2
    assert run("search", project, "增长", "--count")[1].startswith("2\t1\t")
    assert run("search", project, "增长", "--limit", 1, "--json")[1].count('"start"') == 1
    assert run("search", project, "增长", "--year", "2024")[2].startswith("“增长”")
    assert run("suggest", project, "--accept")[0] == 0
    out = run("search", project, "", "--kind", "target", "--value", "10%..", "--json")[1]
    assert [json.loads(line)["kind"] for line in out.splitlines()] == ["target"]


def test_search_says_what_it_cannot_read(run: Run, project: Path) -> None:
    code, _, err = run("search", project, '"增长')
    assert code == 1 and "not closed" in err
    code, _, err = run("search", project, "增长", "--value", "许多")
    assert code == 2 and "1000万人" in err
    assert run("search", project, "增长", "--document", 9)[0] == 1


def test_hits_go_to_a_sheet_and_the_index_is_made_anew(run: Run, project: Path, tmp_path: Path) -> None:
    assert "2 hits" in run("search", project, "增长", "--xlsx", tmp_path / "命中.xlsx")[1]
    assert (tmp_path / "命中.xlsx").stat().st_size > 1000
    assert "1 document indexed" in run("reindex", project)[1]
