"""Keeps the Chinese of the window: `python tools/translations.py`.

Gathers every word the window shows, brings the catalogue up to date (what was translated stays, what is
gone is dropped), lists what is still to be translated, and compiles it. Translate in the .ts file, by
hand or in Qt Linguist, then run this again.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

import PySide6

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "resources" / "i18n" / "cezhu_zh_CN.ts"
COMPILED = CATALOGUE.with_suffix(".qm")
PARTS = ("db", "importers", "analysis", "exporters", "workbench", "desktop")
LOOKING_UP = ("QCoreApplication.translate", "QT_TRANSLATE_NOOP")
"""Functions whose context is their first argument; a text that is no literal is one of the lists' words."""

Word = tuple[str, str]
"""Context and English text, as the catalogue keys them."""


class Unfit(Exception):
    """Words of the window that no catalogue can hold, one line each."""


def main() -> int:
    sys.path.insert(0, str(ROOT))
    try:
        update(CATALOGUE)
    except Unfit as unfit:
        print(unfit, file=sys.stderr)
        return 1
    qt_tool("lrelease", CATALOGUE, "-qm", COMPILED)
    open_ = [word for word, text in translations(CATALOGUE).items() if not text]
    for context, text in open_:
        print(f"to be translated: {context}: {text!r}")
    print(f"{len(open_)} of {len(words())} texts are to be translated.")
    return 1 if open_ else 0


def words() -> set[Word]:
    """Every word the window may show: those that are data, and those its code asks for."""
    texts, unfit = set(_declared()), []
    for path in sorted(path for part in PARTS for path in (ROOT / part).rglob("*.py")):
        reader = Reader(path)
        reader.visit(ast.parse(path.read_text(encoding="utf-8")))
        texts |= reader.words
        unfit += reader.unfit
    if unfit:
        raise Unfit("\n".join(unfit))
    return texts


def _declared() -> Iterator[Word]:
    """The words of the lists that menus, settings, kinds and formats are built from."""
    from analysis.reasons import TEMPLATES
    from db.kinds import KINDS
    from desktop.commands import COMMANDS, MENUS
    from desktop.lexicon_dialog import MEANINGS
    from desktop.settings import Settings
    from exporters import EXPORTERS
    from importers import IMPORTERS
    from importers.refi_qda import LEFT

    for command in COMMANDS:
        yield from (("Command", text) for text in (command.text, command.words) if text)
    yield from (("Command", path.rpartition("/")[2]) for path in MENUS)
    for kind in KINDS.values():
        yield from (("Kind", kind.en), ("Kind", kind.plural))
    yield from (("Format", form.name) for form in IMPORTERS)
    yield from (("Format", exporter.en) for exporter in EXPORTERS)
    yield from (("Lexicon", meaning) for meaning in MEANINGS.values())
    yield from (("Reason", template) for template in TEMPLATES)
    yield from (("Left", words) for words in LEFT.values())
    for shape in (setting.metadata["shape"] for setting in fields(Settings)):
        for text in (shape.group, shape.text, shape.hint, *(option.text for option in shape.options)):
            if text:
                yield "Setting", text


class Reader(ast.NodeVisitor):
    """Finds the words of one file: tr("…"), translate("Context", "…"), step("…"), sentences, reasons.

    They are read from the syntax tree, because lupdate passes over calls inside f-strings.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.words: set[Word] = set()
        self.unfit: list[str] = []
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        for line in node.body:
            if isinstance(line, ast.Assign) and ast.unparse(line.targets[0]) == "sentence":
                self._take("Problem", line.value)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        called = ast.unparse(node.func)
        if called.endswith(".tr"):
            self._take_own(called, node)
        elif called in LOOKING_UP and isinstance(node.args[1], ast.Constant):
            self._take(ast.literal_eval(node.args[0]), node.args[1])
        elif called.endswith("store.step"):
            self._take("Step", node.args[0])
        self.generic_visit(node)

    def visit_keyword(self, node: ast.keyword) -> None:
        if node.arg == "reason" and isinstance(node.value, ast.Constant):
            self._take("Reason", node.value)
        self.generic_visit(node)

    def _take_own(self, called: str, node: ast.Call) -> None:
        """The context of self.tr is its class, which Qt finds from that class and from those it begot."""
        if called == "self.tr" and self._classes and len(node.args) == 1:
            self._take(self._classes[-1], node.args[0])
        else:
            self._refuse(node, "only self.tr(text), inside a class, can be looked up")

    def _take(self, context: str, node: ast.expr) -> None:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            self.words.add((context, node.value))
        else:
            self._refuse(node, "a text that is put together cannot be looked up; use {places}")

    def _refuse(self, node: ast.expr, reason: str) -> None:
        self.unfit.append(f"{self.path.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node)}: {reason}")


def update(catalogue: Path) -> None:
    """Merge the words into a catalogue. Raises Unfit where a word cannot be looked up."""
    with TemporaryDirectory() as folder:
        listed = Path(folder) / "words.py"
        calls = (f"QCoreApplication.translate({_quoted(c)}, {_quoted(text)})" for c, text in sorted(words()))
        listed.write_text("\n".join(calls), encoding="utf-8")
        shape = ("-locations", "none", "-no-obsolete", "-sort-messages", "-target-language", "zh_CN")
        qt_tool("lupdate", listed, *shape, "-ts", catalogue)


def _quoted(text: str) -> str:
    for sign, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n")):
        text = text.replace(sign, escaped)
    return f'"{text}"'


def translations(catalogue: Path) -> dict[Word, str]:
    """What a catalogue holds: by each word its Chinese, empty where that is not finished."""
    found = {}
    for context in ElementTree.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            told = message.find("translation")
            finished = told is not None and told.get("type") is None
            word = context.findtext("name", ""), message.findtext("source", "")
            found[word] = told.text or "" if told is not None and finished else ""
    return found


def qt_tool(name: str, *arguments: object) -> None:
    program = Path(PySide6.__file__).parent / name
    subprocess.run([str(part) for part in (program, *arguments, "-silent")], check=True)


if __name__ == "__main__":
    sys.exit(main())
