"""Everything that is read in a pane keeps the contrast of WCAG AA on everything it may stand on."""

import pytest
from PySide6.QtGui import QColor

from db.kinds import KINDS
from desktop.theme import DARK, LIGHT

AA, GRAPHIC = 4.5, 3.0
"""WCAG 2.2, success criteria 1.4.3 and 1.4.11."""


def luminance(colour):
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    high, low = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (high + 0.05) / (low + 0.05)


def grounds(theme):
    yield from ("paper", "window", "selected", "found")
    for kind in KINDS:
        yield from (f"{kind}.tint", f"{kind}.strong")


def colour(theme, name):
    kind, _, part = name.partition(".")
    return getattr(theme.kind(kind), part) if part else getattr(theme, name)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_words_are_legible_on_every_tint(theme):
    poor = {name: contrast(theme.ink, colour(theme, name)) for name in grounds(theme)}
    assert {name: ratio for name, ratio in poor.items() if ratio < AA} == {}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_numbers_and_signs_in_the_margins_are_legible(theme):
    assert contrast(theme.muted, theme.paper) >= AA
    for kind in KINDS:
        assert contrast(theme.kind(kind).ink, theme.paper) >= AA
        assert contrast(theme.kind(kind).ink, theme.kind(kind).strong) >= GRAPHIC


def test_the_measure_of_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
