"""Writes numbers the way Chinese documents do, for the tests that read them back."""

DIGITS = "零一二三四五六七八九"
FULL_WIDTH = str.maketrans("0123456789.,%", "０１２３４５６７８９．，％")


def grouped(value: int, sign: str = ",") -> str:
    """1234567 → 1,234,567."""
    return f"{value:,}".replace(",", sign)


def spaced(value: int) -> str:
    """1234 → 1 2 3 4, as justified lines come out of a page."""
    return " ".join(str(value))


def in_words(value: int) -> str:
    """1200 → 一千二百, 10500 → 一万零五百; from 1 to 10^12 - 1."""
    sections, words = [], ""
    while value:
        value, section = divmod(value, 10_000)
        sections.append(section)
    for place in range(len(sections) - 1, -1, -1):
        section = sections[place]
        if section:
            gap = words and section < 1000
            words += ("零" if gap else "") + _section(section) + ("", "万", "亿")[place]
    return words.removeprefix("一") if words.startswith("一十") else words


def _section(value: int) -> str:
    words, pending = "", False
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // scale % 10
        if digit:
            words += ("零" if pending and words else "") + DIGITS[digit] + name
            pending = False
        else:
            pending = True
    return words


def digit_by_digit(value: int) -> str:
    """2025 → 二〇二五."""
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(value))


def decimals_in_words(tenths: int) -> str:
    """85 → 八点五."""
    return f"{in_words(tenths // 10) or '零'}点{DIGITS[tenths % 10]}"
