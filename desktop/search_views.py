"""The windows of the search, as pictures show them."""

from collections.abc import Callable
from dataclasses import replace

from desktop.main_window import MainWindow

WORDS = "工业 或 制造"


def filtered(window: MainWindow) -> None:
    """A search narrowed by filters, and their form."""
    from db.search import Filters

    window.search_field.setText(WORDS)
    window.searching.enter()
    narrowed = Filters(kinds=frozenset({"target", "task"}), years=(2020, 2030))
    window.searching.ask(replace(window.searching.asked, filters=narrowed))
    window.search_work.ask_filters()


def helped(window: MainWindow) -> None:
    """What can be typed in the field."""
    window.search_field.setText(WORDS)
    window.searching.enter()
    window.search_field.show_help()


def tagging(window: MainWindow) -> None:
    """The look at what tagging all hits would make."""
    window.search_field.setText(WORDS)
    window.searching.enter()
    window.search_work.ask_tagging()


VIEWS: dict[str, Callable[[MainWindow], None]] = {
    "search_filters": filtered,
    "search_help": helped,
    "search_tagging": tagging,
}
