"""Growth curves as a picture: milliseconds over the size of a project, both axes by powers of ten."""

from collections.abc import Mapping, Sequence
from html import escape
from itertools import cycle
from math import ceil, floor, log10
from pathlib import Path

WIDTH, HEIGHT, LEFT, TOP, BOTTOM, RIGHT = 860, 430, 64, 24, 48, 300
INKS = ("#0b62b3", "#b3261e", "#1b7f4b", "#7a4fb5", "#b26a00", "#4a5568", "#00838f", "#a3347f")


def draw(path: Path, sizes: Sequence[int], curves: Mapping[str, Sequence[float]], caption: str) -> None:
    """Writes an SVG with one line a curve, its name at its end; the caption says what the sizes are of."""
    lowest = floor(log10(min(min(times) for times in curves.values())))
    highest = ceil(log10(max(max(times) for times in curves.values())))

    def across(size: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * log10(size / sizes[0]) / log10(sizes[-1] / sizes[0])

    def down(time: float) -> float:
        return TOP + (HEIGHT - TOP - BOTTOM) * (highest - log10(time)) / (highest - lowest)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
        f'font-size="13"><rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
    ]
    for power in range(lowest, highest + 1):
        y, named = down(10**power), f"{10**power:g} ms" if power < 3 else f"{10 ** (power - 3):g} s"
        parts.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#e2e6eb"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end" fill="#4a5568">{named}</text>')
    for size in sizes:
        x, y = across(size), HEIGHT - BOTTOM + 20
        parts.append(f'<path d="M{x:.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#eef1f4"/>')
        parts.append(f'<text x="{x:.1f}" y="{y}" text-anchor="middle" fill="#4a5568">{size:,}</text>')
    parts.append(f'<text x="{LEFT}" y="{HEIGHT - 8}" fill="#4a5568">{escape(caption)}</text>')
    ends = _apart(sorted((down(times[-1]), name) for name, times in curves.items()))
    for ink, (name, times) in zip(cycle(INKS), curves.items(), strict=False):
        line = " ".join(
            f"{across(size):.1f},{down(time):.1f}" for size, time in zip(sizes, times, strict=True)
        )
        parts.append(f'<polyline points="{line}" fill="none" stroke="{ink}" stroke-width="2"/>')
        parts.append(
            f'<text x="{WIDTH - RIGHT + 10}" y="{ends[name] + 4:.1f}" fill="{ink}">{escape(name)}</text>'
        )
    path.write_text("\n".join([*parts, "</svg>\n"]), encoding="utf-8")


def _apart(ends: Sequence[tuple[float, str]], least: float = 17.0) -> dict[str, float]:
    """Where the names stand, so that none covers another."""
    placed: dict[str, float] = {}
    last = -least
    for y, name in ends:
        last = placed[name] = max(y, last + least)
    return placed
