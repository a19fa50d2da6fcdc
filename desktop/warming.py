"""What is loaded behind the window, so that nobody waits for it later."""

import threading


def warm_up() -> None:
    """Load, in a thread, what reads words: the first tag and double click find it there."""
    threading.Thread(target=_read_something, daemon=True).start()


def _read_something() -> None:
    from analysis import fields, words

    words.cut("规模以上工业")
    fields.read("规模以上工业增加值增长7%", 0, 14, "target")
