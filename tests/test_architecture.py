"""What holds for the code as a whole: directions, weights, sizes, and what must never be committed."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("db", "importers", "analysis", "exporters", "workbench", "desktop")


def test_imports_go_one_way(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "path", [str(ROOT), *sys.path])
    assert lint_imports(cache_dir=str(tmp_path)) == 0, "see what lint-imports printed"


def test_main_stands_on_top_and_knows_no_library() -> None:
    importers_of_main = [path for path, tree in sources() if "main" in imported(tree)]
    assert importers_of_main == []
    ours = imported(ast.parse((ROOT / "main.py").read_text(encoding="utf-8"))) - sys.stdlib_module_names
    assert ours <= {"desktop", "workbench", "db"}


def imported(tree: ast.Module) -> set[str]:
    """The first names of all that a module imports, anywhere in it."""
    plain = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    parts = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return {name.partition(".")[0] for name in plain | parts}


UNLOADED = [
    ("main", {"PySide6", "sqlalchemy", "click", "docx", "openpyxl"}),
    ("db.kinds", {"sqlalchemy"}),
    ("db.problems", {"sqlalchemy"}),
    ("db.store", {"alembic"}),
    ("importers", {"docx", "pypdfium2"}),
    ("exporters", {"docx", "openpyxl"}),
    ("analysis.fields", {"jieba", "rjieba"}),
    ("workbench.commandline", {"PySide6", "alembic", "docx", "openpyxl", "jieba"}),
    ("desktop.app", {"sqlalchemy", "alembic", "docx", "openpyxl", "jieba", "rjieba", "pypdfium2"}),
    ("desktop.main_window", {"sqlalchemy", "alembic", "docx", "openpyxl", "jieba", "rjieba", "pypdfium2"}),
    ("desktop.workspace", {"importers", "docx", "openpyxl", "jieba", "rjieba"}),
    ("desktop.page_pane", {"pypdfium2"}),
    ("desktop.tracking.tracking", {"jieba", "rjieba", "numpy", "pyqtgraph"}),
    ("desktop.tracking.panel", {"numpy", "pyqtgraph"}),
    ("desktop.aligning", {"analysis.align", "analysis.difference", "jieba", "rjieba"}),
]


@pytest.mark.parametrize(("module", "heavy"), UNLOADED, ids=[module for module, _ in UNLOADED])
def test_what_is_waited_for_loads_nothing_heavy(module: str, heavy: set[str]) -> None:
    asked = f"import sys, {module}; print(*sorted({heavy!r} & sys.modules.keys()))"
    assert run_python(asked).stdout.split() == []


def test_this_pyside_survives_many_calls_that_return_nothing() -> None:
    """PySide6 6.12.0 on CPython 3.11 loses a reference to None with each and aborts (docs/performance.md)."""
    loop = """
from PySide6.QtGui import QTextCursor, QTextDocument
document = QTextDocument("文本")
cursor = QTextCursor(document)
for _ in range(20_000):
    cursor.setPosition(1)
print("sound")
"""
    assert run_python(loop).stdout == "sound\n"


def run_python(program: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done


def committed() -> list[Path]:
    """The files git knows, or all that lie here where there is no git."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_no_file_names_a_package_index() -> None:
    hosts = re.compile(r"pypi\.[a-z]+|pythonhosted|index-url\s*=|mirrors?\.[a-z]+\.(com|edu|cn)|trusted-host")
    texts = [
        path for path in committed() if path.suffix in {".py", ".toml", ".txt", ".md", ".cfg", ".yml", ""}
    ]
    naming = [
        path for path in texts if path != Path(__file__) and hosts.search(path.read_text("utf-8", "ignore"))
    ]
    assert naming == []


def sources() -> Iterator[tuple[Path, ast.Module]]:
    for path in [
        ROOT / "main.py",
        *(path for part in (*PARTS, "bench", "tools") for path in (ROOT / part).rglob("*.py")),
    ]:
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def test_files_and_functions_stay_readable() -> None:
    files = {str(path): len(path.read_text(encoding="utf-8").splitlines()) for path, _ in sources()}
    functions = {
        f"{path}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and path.parent.name != "versions"  # a migration is a frozen list
    }
    assert {name: lines for name, lines in files.items() if lines > 400} == {}
    assert {name: lines for name, lines in functions.items() if lines > 50} == {}
    short = sum(lines <= 25 for lines in functions.values())
    assert short >= 0.9 * len(functions)


def test_every_module_is_named_after_a_thing() -> None:
    empty = {"utils", "util", "helpers", "helper", "manager", "base", "core", "common", "misc"}
    assert [path for path, _ in sources() if path.stem in empty] == []
