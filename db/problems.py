"""What goes wrong, said in sentences an analyst can act on."""

from typing import Any, ClassVar


class Problem(Exception):
    """An error whose message is shown to the analyst as it stands.

    A subclass states its `sentence` once, with named places for the values; the window looks the sentence
    up in its catalogue before the values are filled in, so one declaration serves both languages.
    A sentence says what happened, what was kept and what to do.
    """

    sentence: ClassVar[str] = ""

    def __init__(self, **values: object) -> None:
        super().__init__(values)
        self.values = values

    def __str__(self) -> str:
        return self.sentence.format(**{name: told(value) for name, value in self.values.items()})

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled by its values, so that a process that reads files can send it."""
        return _revived, (type(self), self.values)


def told(value: object) -> object:
    """A value as a sentence tells it: of an error of the system its words, without its number and path."""
    return value.strerror if isinstance(value, OSError) and value.strerror else value


def _revived(kind: type[Problem], values: dict[str, object]) -> Problem:
    return kind(**values)
