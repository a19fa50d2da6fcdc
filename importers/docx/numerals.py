"""Numbers as the numbering formats of Word write them (ECMA-376, 17.18.59 ST_NumberFormat).

Beyond the end of its signs a format goes on in decimal figures, as Word does.
"""

from collections.abc import Callable, Sequence

FIGURES = "〇一二三四五六七八九"
_COUNTED = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_LETTERS = 780
"""Word doubles, triples … letters after z, up to thirty of them."""

Format = Callable[[int], str]


def numeral(number: int, form: str) -> str:
    """`number`, from 0, in the format called `form`; an unknown format is decimal."""
    return FORMATS.get(form, str)(number)


def _signs(signs: Sequence[str]) -> Format:
    """One sign for each number from 1."""
    return lambda number: signs[number - 1] if 1 <= number <= len(signs) else str(number)


def _range(first: int, count: int) -> Format:
    """Signs that follow one another in Unicode."""
    return _signs([chr(first + i) for i in range(count)])


def _figures(figures: str) -> Format:
    """Decimal, with these ten figures."""
    table = str.maketrans("0123456789", figures)
    return lambda number: str(number).translate(table)


def _counted(figures: str, units: str, ten: str = "", zero: str = "零") -> Format:
    """The way numbers are read: 一百零五. `ten` stands for 一十 at the beginning where it is shorter."""

    def write(number: int) -> str:
        if number == 0:
            return figures[0]
        text = _grouped(number, figures, units, zero)
        return ten + text[2:] if ten and text.startswith(figures[1] + units[0]) else text

    return write


def _grouped(number: int, figures: str, units: str, zero: str) -> str:
    """Thousands, hundreds and tens with their units; four places, then 万."""
    over, rest = divmod(number, 10_000)
    if over:
        gap = zero if 0 < rest < 1000 else ""
        below = _grouped(rest, figures, units, zero) if rest else ""
        return _grouped(over, figures, units, zero) + "万" + gap + below
    text = ""
    for place, figure in enumerate(reversed(str(number))):
        if figure != "0":
            text = figures[int(figure)] + ("" if place == 0 else units[place - 1]) + text
        elif text and not text.startswith(zero or "\0"):
            text = zero + text
    return text


def _below_hundred(counted: Format, beyond: Format) -> Format:
    return lambda number: counted(number) if number < 100 else beyond(number)


def _japanese(number: int) -> str:
    """百, 千 without a one before them, and no zero between."""
    text = _grouped(number, _COUNTED, "十百千", "") or "〇"
    return text.replace("一十", "十").replace("一百", "百").replace("一千", "千")


def _roman(number: int) -> str:
    if not 1 <= number < 4000:
        return str(number)
    text = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text


def _letters(number: int) -> str:
    if not 1 <= number <= _MOST_LETTERS:
        return str(number)
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (times + 1)


def _ordinal(number: int) -> str:
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _upper(form: Format) -> Format:
    return lambda number: form(number).upper()


_chinese = _counted(_COUNTED, "十百千", ten="十")
_positional = _figures(FIGURES)
_full_width = _figures("０１２３４５６７８９")
_years = [stem + branch for stem, branch in zip(_STEMS * 6, _BRANCHES * 5, strict=True)]

FORMATS: dict[str, Format] = {
    "none": lambda number: "",
    "decimalZero": "{:02}".format,
    "hex": "{:X}".format,
    "ordinal": _ordinal,
    "upperRoman": _upper(_roman),
    "lowerRoman": _roman,
    "upperLetter": _upper(_letters),
    "lowerLetter": _letters,
    "numberInDash": "- {} -".format,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _range(0x2460, 20),
    "decimalEnclosedCircleChinese": _range(0x2460, 20),
    "decimalEnclosedParen": _range(0x2474, 20),
    "decimalEnclosedFullstop": _range(0x2488, 20),
    "ideographEnclosedCircle": _range(0x3280, 10),
    "ideographTraditional": _signs(_STEMS),
    "ideographZodiac": _signs(_BRANCHES),
    "ideographZodiacTraditional": _signs(_years),
    "ideographDigital": _positional,
    "japaneseDigitalTenThousand": _positional,
    "taiwaneseDigital": _positional,
    "chineseCounting": _below_hundred(_chinese, _positional),
    "taiwaneseCounting": _below_hundred(_chinese, _positional),
    "chineseCountingThousand": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _japanese,
    "chineseLegalSimplified": _counted(_LEGAL, "拾佰仟"),
    "ideographLegalTraditional": _counted(_LEGAL_TRADITIONAL, "拾佰仟"),
    "japaneseLegal": _counted("零壱弐参四伍六七八九", "拾百阡", zero=""),
}
"""The formats of Chinese documents, by their names in the file; all others are decimal."""
