"""Setting up: what is missing is named, and installed only where that is ours to do."""

import subprocess
from pathlib import Path

import pytest

from tools import bootstrap


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands bootstrap would have run; each is taken to succeed."""
    ran: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        ran.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(bootstrap.subprocess, "run", run)
    return ran


def test_a_missing_library_is_named_with_the_command_that_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "is_debian_root", lambda: False)
    monkeypatch.setattr(bootstrap, "QT_LIBRARIES", {"libNoSuchThing.so.9": "libnosuchthing9"})
    with pytest.raises(SystemExit) as told:
        bootstrap.need_libraries()
    assert "libNoSuchThing.so.9" in str(told.value)
    assert "sudo apt-get install libnosuchthing9" in str(told.value)


def test_root_on_debian_gets_it_installed_after_one_update(
    monkeypatch: pytest.MonkeyPatch, commands: list[list[str]]
) -> None:
    monkeypatch.setattr(bootstrap, "is_debian_root", lambda: True)
    monkeypatch.setattr(bootstrap, "QT_LIBRARIES", {"libNoSuchThing.so.9": "libnosuchthing9"})
    monkeypatch.delenv("DISPLAY", raising=False)
    bootstrap.need_libraries()
    assert [command[2] for command in commands] == ["update", "install"]
    assert commands[-1][-1] == "libnosuchthing9"


def test_libraries_of_a_screen_are_asked_for_only_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "is_debian_root", lambda: False)
    monkeypatch.setattr(bootstrap, "QT_LIBRARIES", {})
    monkeypatch.setattr(bootstrap, "X11_LIBRARIES", {"libNoScreen.so.9": "libnoscreen9"})
    monkeypatch.delenv("DISPLAY", raising=False)
    bootstrap.need_libraries()
    monkeypatch.setenv("DISPLAY", ":0")
    with pytest.raises(SystemExit, match="libnoscreen9"):
        bootstrap.need_libraries()


def test_a_missing_font_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "is_debian_root", lambda: False)
    monkeypatch.setattr(bootstrap, "python", lambda arguments: 1)
    bootstrap.want_chinese_font()
    assert "fonts-noto-cjk" in capsys.readouterr().out


@pytest.fixture
def venv(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty place for the .venv, so that the real one is left alone."""
    monkeypatch.setattr(bootstrap, "VENV", tmp_path)
    monkeypatch.setattr(bootstrap, "PYTHON", tmp_path / "python")
    return tmp_path


def test_what_is_stamped_is_not_installed_again(monkeypatch: pytest.MonkeyPatch, venv: Path) -> None:
    installed: list[list[str]] = []
    monkeypatch.setattr(bootstrap, "make_venv", lambda: (venv / "python").touch())
    monkeypatch.setattr(bootstrap, "install", installed.append)
    monkeypatch.setattr(bootstrap, "want_chinese_font", lambda: None)
    bootstrap.set_up([])
    bootstrap.set_up(["test"])
    bootstrap.set_up(["test"])
    assert installed == [["program"], ["test"]]


def test_a_changed_pin_is_installed(monkeypatch: pytest.MonkeyPatch, venv: Path) -> None:
    (venv / "python").touch()
    bootstrap.stamp("program").parent.mkdir()
    bootstrap.stamp("program").write_text(bootstrap.fingerprint())
    assert bootstrap.stamped("program")
    monkeypatch.setattr(bootstrap, "ROOT", venv)
    (venv / "pyproject.toml").write_text("[project]")
    (venv / "constraints.txt").write_text("click==8.0\n")
    assert not bootstrap.stamped("program")


def test_an_old_python_is_told_its_age(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11"):
        bootstrap.main(["run"])


def test_the_first_failing_step_ends_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []

    def python(arguments: list[str]) -> int:
        ran.append(arguments)
        return 0 if arguments == ["one"] else 3

    monkeypatch.setattr(bootstrap, "python", python)
    assert bootstrap.run([["one"], ["two"], ["three"]], ["-x"]) == 3
    assert ran == [["one"], ["two"]]


def test_every_package_that_is_asked_for_is_pinned() -> None:
    pinned = {line.split("==")[0].lower().replace("_", "-") for line in constraints()}
    for group in ("program", "test", "check"):
        for package in bootstrap.packages_of(group):
            name = package.split(">")[0].split("=")[0].lower().replace("_", "-")
            assert name in pinned, package


def test_constraints_are_plain_pins() -> None:
    assert all(line.count("==") == 1 and " " not in line for line in constraints())


def constraints() -> list[str]:
    return (bootstrap.ROOT / "constraints.txt").read_text().splitlines()
