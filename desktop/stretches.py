"""Numbers that follow each other, as stretches."""

from collections.abc import Iterable


def stretches(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Sorted numbers as stretches of neighbours: the first and the last of each."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
