"""What the analyst has chosen (`Settings`) and what the window remembers by itself (`Memory`).

Both are kept as small JSON files in the user's configuration folder. A file that is missing, broken or from
another version is no obstacle: what can be read is read, the rest keeps its default.
"""

import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

HOME = "CEZHU_HOME"
"""The environment variable that names another folder for settings and memory."""
RECENT = 10
"""Projects remembered."""


def home() -> Path:
    """The folder of settings: CEZHU_HOME where set, otherwise the system's place for them."""
    if chosen := os.environ.get(HOME):
        return Path(chosen)
    from platformdirs import user_config_path

    return user_config_path("Cezhu", appauthor=False)


@dataclass(frozen=True)
class Option:
    """One value a setting may take, with its English name."""

    value: str
    text: str


@dataclass(frozen=True)
class Shape:
    """How the settings page shows one setting.

    `form` is choice, text, whole, flag or font. `least` and `most` bound a whole number. All words are
    English and are looked up in the catalogue under "Setting".
    """

    form: str
    group: str
    text: str
    hint: str = ""
    options: tuple[Option, ...] = ()
    least: int = 0
    most: int = 0


def _setting(default: Any, form: str, group: str, text: str, hint: str = "", **bounds: Any) -> Any:
    return field(default=default, metadata={"shape": Shape(form, group, text, hint, **bounds)})


LANGUAGES = (Option("system", "As the system"), Option("en", "English"), Option("zh_CN", "简体中文"))
THEMES = (Option("system", "As the system"), Option("light", "Light"), Option("dark", "Dark"))
REPORT_LANGUAGES = (Option("zh", "Chinese"), Option("en", "English"))


@dataclass
class Settings:
    """One field a setting; the settings page builds itself from them."""

    author: str = _setting(
        "", "text", "General", "Your name", "Stands beside what you tag and in the reports."
    )
    language: str = _setting(
        "system",
        "choice",
        "General",
        "Language",
        "The window opens anew in it, as everything stands.",
        options=LANGUAGES,
    )
    report_language: str = _setting(
        "zh", "choice", "General", "Language of reports", options=REPORT_LANGUAGES
    )
    reopen: bool = _setting(True, "flag", "General", "Open the last project at the start")
    theme: str = _setting("system", "choice", "Appearance", "Theme", options=THEMES)
    reading_family: str = _setting("", "font", "Appearance", "Font of documents")
    reading_points: int = _setting(
        13, "whole", "Appearance", "Size of documents, in points", least=9, most=36
    )
    outline: bool = _setting(
        True, "flag", "Appearance", "Open documents with their outline where there is room"
    )
    steps: int = _setting(
        1000,
        "whole",
        "History",
        "Steps that can be undone",
        "Older steps are forgotten when the project is opened.",
        least=10,
        most=100_000,
    )


@dataclass
class Memory:
    """What the window remembers from one start to the next. `geometry` is Qt's, in base 64."""

    recent: list[str] = field(default_factory=list)
    geometry: str = ""
    desk: dict[str, Any] = field(default_factory=dict)
    """Sizes of the parts of the window, and which are hidden."""
    open: dict[str, Any] = field(default_factory=dict)
    """By project path: what stood open in the panes and how the ledgers were arranged."""
    folder: str = ""
    """Where the last file was chosen."""
    exports: dict[str, Any] = field(default_factory=dict)
    """By form of report: its kinds, language and options as they were chosen last."""

    def remember(self, project: Path) -> None:
        """Put a project first among the recent ones."""
        name = str(project)
        self.recent = [name, *(other for other in self.recent if other != name)][:RECENT]
        self.open = {kept: self.open[kept] for kept in self.recent if kept in self.open}

    def forget(self, project: Path) -> None:
        self.recent = [other for other in self.recent if other != str(project)]
        self.open.pop(str(project), None)


Kept = TypeVar("Kept", Settings, Memory)


def load(kind: type[Kept]) -> Kept:
    """The kept settings or memory; a value of the wrong type, or outside its bounds, keeps its default."""
    try:
        found = json.loads(_file(kind).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        found = {}
    made = kind()
    for known in fields(kind):
        value = found.get(known.name) if isinstance(found, dict) else None
        if type(value) is type(getattr(made, known.name)) and _allowed(known.metadata.get("shape"), value):
            setattr(made, known.name, value)
    return made


def save(kept: Settings | Memory) -> None:
    """Write beside, then replace, so that a crash leaves the old file whole.

    A folder that cannot be written costs the memory of this session, never the work: it is passed over.
    """
    target = _file(type(kept))
    beside = target.with_suffix(".new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(asdict(kept), ensure_ascii=False, indent=1), encoding="utf-8")
        beside.replace(target)
    except OSError:
        return


def _file(kind: type) -> Path:
    return home() / f"{kind.__name__.lower()}.json"


def _allowed(shape: Shape | None, value: Any) -> bool:
    if shape is None:
        return True
    if shape.form == "choice":
        return value in {option.value for option in shape.options}
    return shape.form != "whole" or shape.least <= value <= shape.most
