"""The documents about the program say what is so: every path, name, command and shortcut in them exists."""

import re
from pathlib import Path
from pkgutil import resolve_name

import pytest

from bench import ROWS
from db.kinds import KINDS
from desktop.commands import COMMANDS
from tools import bootstrap
from workbench.commandline import commands

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
PARTS = ("db", "importers", "analysis", "exporters", "workbench", "desktop", "bench", "tools")

pages = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def code(page: Path) -> list[str]:
    """What stands between single back-ticks, blocks of code left out."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text(page), flags=re.DOTALL))


def blocks(page: Path) -> list[str]:
    """The lines of all blocks of code."""
    return [
        line
        for block in re.findall(r"```\w*\n(.*?)```", text(page), re.DOTALL)
        for line in block.splitlines()
    ]


@pages
def test_every_path_exists(page: Path) -> None:
    paths = [
        name
        for name in code(page)
        if re.fullmatch(r"[\w.-]*(/[\w.-]*)+|[\w-]+\.(py|md|toml|txt)|Makefile", name)
    ]
    assert [name for name in paths if not (ROOT / name).exists() and not made_by_use(name)] == []


def made_by_use(name: str) -> bool:
    return name.rstrip("/") in {".venv", "out", "bench/results/local"}


@pages
def test_every_link_and_picture_leads_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)|<img[^>]* src=\"([^\"]+)\"", text(page))
    local = [target for pair in targets for target in pair if target and "://" not in target]
    assert [target for target in local if not (page.parent / target).exists()] == []


@pages
def test_every_dotted_name_is_there(page: Path) -> None:
    names = [
        name.rstrip("()") for name in code(page) if re.fullmatch(rf"({'|'.join(PARTS)})(\.\w+)+(\(\))?", name)
    ]
    assert [name for name in names if not resolves(name)] == []


def resolves(name: str) -> bool:
    try:
        resolve_name(name)
    except (ImportError, AttributeError):
        return False
    return True


@pages
def test_every_make_target_exists(page: Path) -> None:
    named = {target for line in (*code(page), *blocks(page)) for target in re.findall(r"^make (\w+)", line)}
    made = set(re.findall(r"^(\w+):", text(ROOT / "Makefile"), re.MULTILINE))
    assert named <= made


@pages
def test_every_command_exists(page: Path) -> None:
    lines = [*code(page), *blocks(page)]
    ours = {name for line in lines for name in re.findall(r"main\.py ([a-z]+)\b", line)}
    assert ours <= set(commands.commands)
    setups = {name for line in lines for name in re.findall(r"bootstrap\.py (\w+)", line)}
    assert setups <= set(bootstrap.COMMANDS)


def test_the_readme_names_every_command() -> None:
    assert set(re.findall(r"main\.py ([a-z]+)\b", "\n".join(blocks(PAGES[0])))) == set(commands.commands)


@pytest.mark.parametrize("page", ["README.md", "docs/manual.md"])
def test_shortcuts_in_tables_are_those_of_the_window(page: str) -> None:
    rows = re.findall(r"^\| ((?:`[^`]+`,? ?)+)\|", text(ROOT / page), re.MULTILINE)
    keys = [key for row in rows for key in re.findall(r"`([^`]+)`", row)]
    assert keys and set(keys) <= {key for command in COMMANDS for key in command.keys.split(", ")}


def test_the_tree_of_the_readme_is_that_of_the_repository() -> None:
    drawn = {line.split()[0].rstrip("/") for line in blocks(PAGES[0]) if re.match(r"[\w.]+/? {2,}\S", line)}
    there = {path.name for path in ROOT.iterdir() if path.is_dir() and (path / "__init__.py").exists()}
    assert there <= drawn
    assert [name for name in drawn if not (ROOT / name).exists()] == []


def test_the_page_of_words_names_every_field_of_every_kind() -> None:
    rows = [row.strip("| ").split(" | ") for row in text(ROOT / "docs/words.md").splitlines()]
    told = {row[0]: (row[1], row[2]) for row in rows if len(row) == 3}
    for kind in KINDS.values():
        fields = ", ".join(f"{field.en.lower()} {field.zh}" for field in kind.fields)
        assert told[f"{kind.name} {kind.zh}"] == (kind.key, fields)


def test_the_page_of_performance_explains_every_row() -> None:
    explained = re.findall(r"^### (\w+)", text(ROOT / "docs/performance.md"), re.MULTILINE)
    assert explained == list(ROWS)
