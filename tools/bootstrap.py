"""Sets up what a command needs, then runs it: `python3 tools/bootstrap.py run`.

Needs nothing but Python 3.11 and its standard library: makes the project's own `.venv`, installs the
packages of pyproject.toml pinned by constraints.txt, and looks for the system's libraries and a Chinese
font. What was done is stamped, so the next start goes straight on.
"""

from __future__ import annotations  # so that an old Python reaches the sentence about its age

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

IMPORT_LINTER = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"

COMMANDS = {
    "run": [["main.py"]],
    "test": [["-m", "pytest", "-n", "2"]],
    "check": [
        ["-m", "ruff", "check", "."],
        ["-m", "ruff", "format", "--check", "."],
        ["-m", "mypy"],
        ["-c", IMPORT_LINTER],
    ],
    "bench": [["-m", "bench"]],
    "pictures": [["tools/pictures.py"]],
    "translations": [["tools/translations.py"]],
}
EXTRAS = {
    "test": ["test", "check", "bench"],
    "check": ["test", "check", "bench"],
    "bench": ["bench"],
}
"""Groups of pyproject.toml a command needs besides the program's own packages."""

QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""Shared library → Debian package, for Qt anywhere and for Qt on an X11 screen."""

CHINESE_FONTS = """
import sys
from PySide6.QtGui import QFontDatabase, QGuiApplication
app = QGuiApplication(["bootstrap", "-platform", "offscreen"])
sys.exit(not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))
"""


def main(arguments: list[str]) -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - the system's python3 may be any
        sys.exit(f"Cezhu needs Python 3.11 or newer; this is {sys.version.split()[0]}. Nothing was changed.")
    if not arguments or arguments[0] not in COMMANDS:
        sys.exit(f"usage: bootstrap.py {{{','.join(COMMANDS)}}} [ARGUMENT...]")
    command, *rest = arguments
    set_up(EXTRAS.get(command, []))
    return run(COMMANDS[command], rest)


def run(steps: list[list[str]], rest: list[str]) -> int:
    """Runs every step, with `rest` after the last one's arguments; the first failure ends it."""
    steps = [*steps[:-1], [*steps[-1], *rest]]
    return next((code for code in map(python, steps) if code), 0)


def python(arguments: list[str]) -> int:
    return subprocess.run([str(PYTHON), *arguments], cwd=ROOT).returncode


def set_up(extras: list[str]) -> None:
    if sys.platform == "linux":
        need_libraries()
    groups = [group for group in ["program", *extras] if not stamped(group)]
    if not groups:
        return
    make_venv()
    install(groups)
    if sys.platform == "linux":
        want_chinese_font()
    for group in groups:
        stamp(group).parent.mkdir(exist_ok=True)
        stamp(group).write_text(fingerprint())


def stamp(group: str) -> Path:
    return VENV / "stamps" / group


def stamped(group: str) -> bool:
    return PYTHON.exists() and stamp(group).exists() and stamp(group).read_text() == fingerprint()


def fingerprint() -> str:
    """What the installed packages depend on: their list, their pins and the Python they are for."""
    files = [(ROOT / name).read_bytes() for name in ("pyproject.toml", "constraints.txt")]
    return hashlib.sha256(b"\0".join([*files, sys.version.encode()])).hexdigest()


def make_venv() -> None:
    """Makes `.venv`, or makes it anew where the Python inside is gone or another one."""
    if venv_is_ours():
        return
    if importlib.util.find_spec("ensurepip") is None:
        need_packages([f"python3.{sys.version_info.minor}-venv"], "Python cannot make its .venv")
    say("making .venv")
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)


def venv_is_ours() -> bool:
    asked = "import pip, sys; print(*sys.version_info[:2])"
    try:
        said = subprocess.run([str(PYTHON), "-c", asked], capture_output=True, text=True).stdout
    except OSError:
        return False
    return said.split() == [str(part) for part in sys.version_info[:2]]


def install(groups: list[str]) -> None:
    packages = [package for group in groups for package in packages_of(group)]
    say(f"installing {len(packages)} packages and what they need into .venv (once, a few minutes)")
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    if python(["-m", "pip", "install", *quiet, "--constraint", "constraints.txt", *packages]):
        sys.exit("The packages could not be installed, see above. Run the same command again to go on.")


def packages_of(group: str) -> list[str]:
    import tomllib  # not there in the Pythons that `main` turns away

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups: dict[str, list[str]] = {"program": project["dependencies"], **project["optional-dependencies"]}
    return groups[group]


def need_libraries() -> None:
    wanted = QT_LIBRARIES | (X11_LIBRARIES if os.environ.get("DISPLAY") else {})
    missing = {library: package for library, package in wanted.items() if not loads(library)}
    if missing:
        need_packages(list(missing.values()), f"The window needs {', '.join(missing)}")


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def want_chinese_font() -> None:
    """A missing font stops nothing: Chinese would stand as empty boxes, and this says so."""
    if python(["-c", CHINESE_FONTS]) == 0:
        return
    if is_debian_root():
        apt_install(["fonts-noto-cjk"])
    else:
        say(f"no Chinese font found; texts will show as boxes until you run: {apt_line(['fonts-noto-cjk'])}")


def need_packages(packages: list[str], why: str) -> None:
    """Installs Debian packages where that is ours to do, else ends with the command that does it."""
    if not is_debian_root():
        sys.exit(f"{why}, which this system lacks. On Debian and Ubuntu run: {apt_line(packages)}")
    say(f"{why}: installing {' '.join(packages)}")
    apt_install(packages)
    importlib.invalidate_caches()


def is_debian_root() -> bool:
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def apt_line(packages: list[str]) -> str:
    return f"sudo apt-get install {' '.join(packages)}"


def apt_install(packages: list[str]) -> None:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "-qq", "update"], env=environment)
    line = ["apt-get", "-qq", "install", "--yes", "--no-install-recommends", *packages]
    if subprocess.run(line, env=environment, stdout=subprocess.DEVNULL).returncode:
        sys.exit(f"The system's packages could not be installed. Try: {apt_line(packages)}")


def say(words: str) -> None:
    print(f"cezhu: {words}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
