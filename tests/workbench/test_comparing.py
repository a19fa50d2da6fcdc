"""Two documents of a project laid side by side."""

import json
from pathlib import Path

import pytest

from workbench import commandline, comparing, lexicon, verbs

LAST = "青禾市2031年工作要点\n加快青屏河湿地修复，完成造林12万亩。\n组织老旧厂区摸底排查。\n"
THIS = "青禾市2032年工作要点\n加快青屏河湿地修复，完成造林15万亩。\n开通霞浦货运班列。\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in (("2031.txt", LAST), ("2032.txt", THIS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = [str(tmp_path / "2031.txt"), str(tmp_path / "2032.txt")]
    assert commandline.run(["import", str(tmp_path / "p.cezhu"), *files], lambda: None) == 0
    return tmp_path / "p.cezhu"


def test_a_comparison_counts_and_lists(project: Path) -> None:
    with verbs.look_at(project) as store:
        found = comparing.compare(store, 1, 2)
    assert (found.counts["new"], found.counts["dropped"], found.counts["reworded"]) == (1, 1, 2)
    (new,), (dropped,) = found.of("new"), found.of("dropped")
    assert (new.b, new.a, new.b_paragraph, new.a_paragraph) == ("开通霞浦货运班列。", "", 3, None)
    assert (dropped.a, dropped.a_paragraph) == ("组织老旧厂区摸底排查。", 3)


def test_tasks_of_the_first_are_looked_for_in_the_second(project: Path) -> None:
    with verbs.look_at(project) as store:
        states = [one.state for one in comparing.tasks(store, 1, 2)]
    assert states == ["continued", "dropped"]


def test_the_words_of_the_project_tell_which_tasks_a_document_sets(project: Path) -> None:
    (project.parent / "专班.txt").write_text("重点任务\n苗木专班统筹珍稀苗木入户。\n", encoding="utf-8")
    assert commandline.run(["import", str(project), str(project.parent / "专班.txt")], lambda: None) == 0
    with verbs.open_project(project) as store:
        assert comparing.tasks(store, 3, 2) == []
        lexicon.add_term(store, "苗木专班", "department")
        assert [one.state for one in comparing.tasks(store, 3, 2)] == ["dropped"]


def test_compare_prints_a_sentence_pair_a_line(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert commandline.run(["compare", str(project), "1", "2", "--json"], lambda: None) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["state"] for line in lines] == ["reworded", "reworded", "new", "dropped"]
    assert all(line["a"] == LAST[line["a_start"] : line["a_end"]] for line in lines if line["a"])
    assert lines[2]["a_start"] is None and 0 <= lines[0]["sureness"] <= 1


def test_compare_tells_in_words_and_refuses_an_unknown_document(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commandline.run(["compare", str(project), "1", "2"], lambda: None) == 0
    told = capsys.readouterr().out
    assert "1 new, 1 dropped" in told
    assert "reworded  [2]  加快青屏河湿地修复，完成造林12万亩。 → 加快青屏河" in told
    assert commandline.run(["compare", str(project), "1", "7"], lambda: None) == 1
    assert "7" in capsys.readouterr().err


def test_compare_counts_as_the_window_does(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing, "USUAL", 1.0)
    assert commandline.run(["compare", str(project), "1", "2"], lambda: None) == 0
    assert "1 reworded, 2 new, 2 dropped" in capsys.readouterr().out
    assert commandline.run(["compare", str(project), "1", "2", "--sureness", "0"], lambda: None) == 0
    assert "2 reworded, 1 new, 1 dropped" in capsys.readouterr().out


def test_trace_says_where_nothing_is_promised(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("各单位：\n会议在青禾召开。\n", encoding="utf-8")
    assert commandline.run(["import", str(tmp_path / "p.cezhu"), str(tmp_path / "a.txt")], lambda: None) == 0
    capsys.readouterr()
    assert commandline.run(["trace", str(tmp_path / "p.cezhu")], lambda: None) == 0
    assert capsys.readouterr() == ("", "No document promises a target.\n")


def test_trace_prints_a_promise_a_line_the_surest_first(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert commandline.run(["trace", str(project), "--json"], lambda: None) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["sureness"] for line in lines] == sorted((line["sureness"] for line in lines), reverse=True)
    first = next(line for line in lines if line["promised"]["document"] == 1)
    assert (first["indicator"], first["promised"]["value"], first["course"]) == ("造林", 120_000, "raised")
    assert commandline.run(["trace", str(project)], lambda: None) == 0
    assert "造林12万亩" in capsys.readouterr().out
