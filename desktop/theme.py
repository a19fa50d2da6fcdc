"""The colours, fonts and spaces of the window, in light and in dark.

A `Theme` is plain data: widgets that paint themselves take one through `set_theme`. The rest get the palette
and the small style sheet laid on top of Qt's Fusion style.
"""

from dataclasses import dataclass, fields
from pathlib import Path
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

SHEET = Path(__file__).parent.parent / "resources" / "themes" / "window.qss"

STYLE = "fusion"
SMALLEST = 10.0
"""Points: Chinese strokes run together below this."""

INTERFACE_FAMILIES = (
    "Segoe UI",
    "Microsoft YaHei UI",
    "SF Pro Text",
    "PingFang SC",
    "Inter",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)
READING_FAMILIES = (
    "Source Han Serif SC",
    "Noto Serif CJK SC",
    "Songti SC",
    "STSong",
    "SimSun",
)


@dataclass(frozen=True)
class KindColours:
    """The colours of one kind: `ink` for its name, figures and stripe, `tint` behind its words.

    `ink` on `tint`, and the theme's `ink` on `tint`, reach WCAG AA (4.5 : 1).
    """

    ink: str
    tint: str
    strong: str
    """The tint of the passage that has the focus."""


@dataclass(frozen=True)
class Theme:
    """All colours of the window, as #rrggbb."""

    name: str
    window: str
    """Behind menu, toolbar and status bar."""
    panel: str
    """Behind the panels on the sides."""
    paper: str
    """Behind text that is read or edited."""
    ink: str
    muted: str
    """Second words: still AA on window, panel and paper."""
    faint: str
    """Disabled words and ornaments."""
    line: str
    hover: str
    pressed: str
    selected: str
    accent: str
    on_accent: str
    found: str
    """Behind words that a search found."""
    warning: str
    on_warning: str
    error: str
    task: KindColours
    target: KindColours
    policy: KindColours
    new: KindColours
    """What a text has and the one beside it has not; `strong` lies behind words that differ."""
    dropped: KindColours
    reworded: KindColours
    sheet: str = "#ffffff"
    """Behind what will be printed, on whatever screen."""
    sheet_ink: str = "#1d232b"

    @property
    def dark(self) -> bool:
        return self.name == "dark"

    def kind(self, name: str) -> KindColours:
        """The colours of task, target or policy; or of what is new, dropped or reworded."""
        found: KindColours = getattr(self, name)
        return found


LIGHT = Theme(
    name="light",
    window="#f3f4f6",
    panel="#f9fafb",
    paper="#ffffff",
    ink="#1d232b",
    muted="#5b6470",
    faint="#a3abb6",
    line="#e0e3e8",
    hover="#e9ebef",
    pressed="#dfe2e8",
    selected="#dce7fb",
    accent="#2a5bd0",
    on_accent="#ffffff",
    found="#ffe58a",
    warning="#fdf3d7",
    on_warning="#6b4a00",
    error="#b3261e",
    task=KindColours(ink="#6a37b8", tint="#f0e9fb", strong="#dccbf6"),
    target=KindColours(ink="#9a4a00", tint="#fdeeda", strong="#fad7ae"),
    policy=KindColours(ink="#0a6b5c", tint="#dff3ee", strong="#b5e2d8"),
    new=KindColours(ink="#1f7330", tint="#e4f4e6", strong="#bfe6c5"),
    dropped=KindColours(ink="#b3261e", tint="#fcebea", strong="#f8cdca"),
    reworded=KindColours(ink="#2a5bd0", tint="#e9f0fd", strong="#cbdcfa"),
)

DARK = Theme(
    name="dark",
    window="#1b1e23",
    panel="#202329",
    paper="#16181c",
    ink="#e3e6ea",
    muted="#9aa4b1",
    faint="#5c6570",
    line="#31363e",
    hover="#2a2e35",
    pressed="#343942",
    selected="#263a5e",
    accent="#82aaff",
    on_accent="#10203f",
    found="#6b5710",
    warning="#3a2f12",
    on_warning="#f2d58a",
    error="#ff8f86",
    task=KindColours(ink="#c8a8ff", tint="#2f2744", strong="#463869"),
    target=KindColours(ink="#ffb870", tint="#3b2b18", strong="#5a3f1e"),
    policy=KindColours(ink="#6fd6c0", tint="#17352f", strong="#215046"),
    new=KindColours(ink="#7fd48f", tint="#1b3322", strong="#285236"),
    dropped=KindColours(ink="#ff8f86", tint="#3d2021", strong="#66302f"),
    reworded=KindColours(ink="#82aaff", tint="#1f2b45", strong="#30466f"),
)


def chosen(name: str) -> Theme:
    """The theme of a setting: light, dark, or what the system asks for."""
    if name == "system":
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if name == "dark" else LIGHT


def prepare(theme: Theme) -> None:
    """Give the application its style, font and palette. Widgets made before would keep their own font."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    if application.style().name() != STYLE:
        application.setStyle(STYLE)
    if application.font() != (font := interface_font()):
        application.setFont(font)
    application.setPalette(palette(theme))


def interface_font() -> QFont:
    """The system's font, with a Chinese face behind it; a generic system font gives way to a real one."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    own = [] if font.family() in ("Sans Serif", "Sans", "") else [font.family()]
    font.setFamilies([*own, *existing(INTERFACE_FAMILIES)])
    font.setPointSizeF(max(font.pointSizeF(), SMALLEST))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def reading_font(family: str, points: float) -> QFont:
    """The font documents are set in: the chosen family before the serif faces that exist here."""
    font = QFont()
    own = [family] if family and QFontDatabase.hasFamily(family) else []
    font.setFamilies([*own, *existing(READING_FAMILIES), *existing(INTERFACE_FAMILIES)])
    font.setPointSizeF(points)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def existing(families: tuple[str, ...]) -> list[str]:
    return [family for family in families if QFontDatabase.hasFamily(family)]


def palette(theme: Theme) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: theme.window,
        QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.Base: theme.paper,
        QPalette.ColorRole.AlternateBase: theme.panel,
        QPalette.ColorRole.Text: theme.ink,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Button: theme.panel,
        QPalette.ColorRole.ButtonText: theme.ink,
        QPalette.ColorRole.BrightText: theme.error,
        QPalette.ColorRole.Highlight: theme.selected,
        QPalette.ColorRole.HighlightedText: theme.ink,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.ToolTipBase: theme.ink,
        QPalette.ColorRole.ToolTipText: theme.paper,
        QPalette.ColorRole.Light: theme.hover,
        QPalette.ColorRole.Midlight: theme.hover,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Dark: theme.line,
        QPalette.ColorRole.Shadow: theme.pressed,
        QPalette.ColorRole.Accent: theme.accent,
    }
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.faint))
    return made


def style_sheet(theme: Theme) -> str:
    """The sheet of resources/themes with the theme's colours in place of their names.

    It goes on the window, once that is put together: widgets that wear a sheet already are dressed again each
    time they are put into another, and all of them are where the application itself wears it.
    """
    words = {f.name: getattr(theme, f.name) for f in fields(theme) if f.type is str}
    return Template(SHEET.read_text(encoding="utf-8")).substitute(words, folder=SHEET.parent.as_posix())
