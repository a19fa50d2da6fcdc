"""Signs of the symbol fonts that Word documents use, as Unicode.

Word stores such a sign as the place it has in its font, alone (`w:sym`) or moved to U+F000 in running text.
"""

_SYMBOL = (
    {place: chr(place) for place in range(0x20, 0x41)}
    | dict(
        zip(
            [*range(0x41, 0x5B), *range(0x61, 0x7B)],
            "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ",
            strict=True,
        )
    )
    | dict(
        zip(
            range(0xA1, 0xFF),
            "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\0〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
            strict=True,
        )
    )
)
_WINGDINGS = dict(zip(range(0x80, 0x96), "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿", strict=True)) | {
    0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□",
    0x71: "❑", 0x72: "❒", 0x73: "◆", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9E: "·", 0x9F: "•",
    0xA1: "○", 0xA2: "○", 0xA4: "◉", 0xA7: "■", 0xA8: "□", 0xAA: "✦", 0xAB: "★", 0xAC: "✶", 0xB6: "☆",
    0xD8: "➢", 0xDC: "➲", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗",
    0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = dict(zip(range(0x69, 0x7E), "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾", strict=True)) | {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x7E: "❿", 0x97: "●", 0x99: "◉",
    0xA0: "■", 0xA2: "■", 0xA3: "□",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
_PRIVATE = range(0xF000, 0xF100)


def is_symbol_font(font: str | None) -> bool:
    return (font or "").lower() in _FONTS


def symbol(font: str | None, place: int) -> str | None:
    """The sign at that place in that font, or None where it is not known."""
    if not is_symbol_font(font) and place not in _PRIVATE and 0x20 <= place < 0xD800:
        return chr(place)
    sign = _FONTS.get((font or "").lower(), {}).get(place - 0xF000 if place in _PRIVATE else place)
    return sign if sign != "\0" else None


def translated(text: str, font: str | None) -> str:
    """Running text in a symbol font with its private characters as signs; unknown ones stay."""
    return "".join(symbol(font, ord(sign)) or sign if ord(sign) in _PRIVATE else sign for sign in text)
