"""What the commands take alike: a project of an older schema is told to be brought up to date."""

import shutil
from pathlib import Path

from click.testing import CliRunner

from tests.db.make_old_project import PROJECTS
from workbench.commandline import commands


def test_an_older_project_is_brought_up_to_date_once_which_is_told(tmp_path: Path) -> None:
    older = shutil.copy(PROJECTS / "schema-0002.cezhu", tmp_path / "旧.cezhu")
    told = [CliRunner().invoke(commands, ["search", str(older), "增长"]).stderr for _ in range(2)]
    assert told == [f"Bringing {older} up to date; a copy of it as it was stays beside it…\n", ""]


def test_a_file_that_is_no_project_is_told_as_ever(tmp_path: Path) -> None:
    wrong = tmp_path / "错.cezhu"
    wrong.write_text("不是项目", encoding="utf-8")
    run = CliRunner().invoke(commands, ["search", str(wrong), "增长"])
    assert run.exit_code == 1 and "Bringing" not in run.stderr
