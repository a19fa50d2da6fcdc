"""What is asked for again and again: the newest is worked out, one at a time."""

import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.latest import Latest


def test_of_what_is_asked_for_meanwhile_the_newest_alone_is_worked_out(qtbot: QtBot) -> None:
    home, go_on, made, told = QObject(), threading.Event(), [], []
    latest = Latest(home, home)
    latest.done.connect(told.append)

    def call(name: str, waits: bool = False) -> str:
        if waits:
            go_on.wait(10)
        made.append(name)
        return name

    latest.ask(lambda _tick: call("first", waits=True))
    latest.ask(lambda _tick: call("second"))
    latest.ask(lambda _tick: call("third"))
    go_on.set()
    qtbot.waitUntil(lambda: not latest.busy)
    assert (made, told) == (["first", "third"], ["third"])


def test_what_is_stopped_tells_nothing(qtbot: QtBot) -> None:
    home, told = QObject(), []
    latest = Latest(home, home)
    latest.done.connect(told.append)
    latest.ask(lambda tick: [tick(0, 1) for _ in iter(int, 1)])
    latest.ask(lambda _tick: told.append("never"))
    latest.stop()
    qtbot.waitUntil(lambda: not latest.busy)
    assert told == []
