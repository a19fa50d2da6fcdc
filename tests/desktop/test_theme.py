"""Colours that can be read, icons that exist, a style sheet without a hole."""

import re
from dataclasses import fields
from itertools import product

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from db.kinds import KINDS
from desktop import theme as themes
from desktop.icons import FOLDER, pixmap
from desktop.main_window import MainWindow
from desktop.theme import DARK, LIGHT, Theme, chosen, palette, style_sheet

AA = 4.5

both = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of WCAG 2.1, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@both
@pytest.mark.parametrize("ground", ["window", "panel", "paper"])
@pytest.mark.parametrize("words", ["ink", "muted"])
def test_words_can_be_read_on_every_ground(theme: Theme, words: str, ground: str) -> None:
    assert contrast(getattr(theme, words), getattr(theme, ground)) >= AA


@both
@pytest.mark.parametrize("kind", (*KINDS, "new", "dropped", "reworded"))
def test_the_colours_of_a_kind_can_be_read(theme: Theme, kind: str) -> None:
    colours = theme.kind(kind)
    grounds = (colours.tint, theme.panel, theme.paper, theme.window)
    assert min(contrast(colours.ink, ground) for ground in grounds) >= AA
    assert min(contrast(theme.ink, ground) for ground in (colours.tint, colours.strong)) >= AA


@both
def test_words_on_strong_grounds_can_be_read(theme: Theme) -> None:
    pairs = (
        (theme.on_accent, theme.accent),
        (theme.on_warning, theme.warning),
        (theme.ink, theme.selected),
        (theme.ink, theme.hover),
        (theme.ink, theme.found),
        (theme.error, theme.panel),
        (theme.accent, theme.paper),
    )
    assert min(contrast(*pair) for pair in pairs) >= AA


@both
def test_the_style_sheet_names_only_colours_the_theme_has_and_files_that_exist(theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert "$" not in sheet
    used = set(re.findall(r"#[0-9a-f]{6}\b", sheet))
    assert used <= {getattr(theme, field.name) for field in fields(theme) if field.type is str}
    pictures = re.findall(r"url\(([^)]+)\)", sheet)
    assert pictures and all(themes.Path(picture).is_file() for picture in pictures)


@both
def test_disabled_words_are_paler(theme: Theme) -> None:
    made = palette(theme)
    disabled = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    assert disabled == QColor(theme.faint) != made.color(QPalette.ColorRole.ButtonText)


def test_a_setting_names_its_theme(qapp: QApplication) -> None:
    assert (chosen("light"), chosen("dark")) == (LIGHT, DARK)
    assert chosen("system") in (LIGHT, DARK)


def test_a_reading_font_that_is_not_here_gives_way_to_one_that_is(qapp: QApplication) -> None:
    families = themes.reading_font("No Such Face", 14).families()
    assert "No Such Face" not in families
    assert families == themes.reading_font("", 14).families()


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.svg")))
def test_every_icon_is_drawn(qapp: QApplication, name: str) -> None:
    picture = pixmap(name, "#336699", 24).toImage()
    assert picture.width() == 24
    assert any(picture.pixelColor(x, y).alpha() for x, y in product(range(24), range(24)))


def test_every_part_of_the_window_wears_the_same_font(bare_window: MainWindow) -> None:
    parts = (
        bare_window.menuBar(),
        bare_window.status.saved,
        bare_window.search_field,
        bare_window.desk.library.view,
    )
    assert {part.font().families()[0] for part in parts} == {themes.interface_font().families()[0]}


def test_another_theme_dresses_everything_again(bare_window: MainWindow) -> None:
    bare_window.settings.theme = "dark"
    bare_window.change_theme()
    assert DARK.window in bare_window.styleSheet()
    assert bare_window.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)
    assert bare_window.desk.reading.pane.theme == DARK
