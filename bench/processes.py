"""Whole processes measured from outside: when they painted, and how much memory they took at most."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench import projects
from bench.material import LENGTH, blocks
from bench.measure import profile
from bench.projects import Size

DOCUMENTS, PASSAGES = 88, 2_000
OTHERS = Size(16_500, 20)
"""The documents in the library besides the open one: as long as a city's yearly report."""
ROOT = Path(__file__).resolve().parent.parent


class Ran(NamedTuple):
    """Seconds from the start of a process to each time it painted, and its greatest memory in MB."""

    painted: list[float]
    memory: float


class Stage(NamedTuple):
    """A project that was open when the program was closed, and its text as a file."""

    home: Path
    project: Path
    text: Path

    def ours(self, stay: float = 0) -> Ran:
        if (told := profile.get()) is None:
            return self._run("bench.our_start", self.project, stay)
        file = self.home / "start.profile"
        ran = self._run("bench.our_start", self.project, stay, file)
        told.add(str(file))
        return ran

    def bare(self, stay: float = 0) -> Ran:
        return self._run("bench.bare_start", self.text, stay)

    def _run(self, module: str, *arguments: object) -> Ran:
        """Runs a module to its end, with the settings of this stage, compiled as where it is installed."""
        compiled = {"PYTHONPYCACHEPREFIX": str(self.home / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
        environment = os.environ | compiled | {"CEZHU_HOME": str(self.home), "QT_QPA_PLATFORM": "offscreen"}
        begun = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-m", module, *map(str, arguments)],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        times = [float(line) - begun for line in process.stdout]
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"{module} ended with {process.returncode}")
        return Ran(times, usage.ru_maxrss / 1024)


@contextmanager
def stage() -> Iterator[Stage]:
    """A project of 88 documents, the open one with 2,000 passages."""
    from desktop.settings import Memory, save

    with TemporaryDirectory() as folder:
        made = Stage(Path(folder), Path(folder) / "start.cezhu", Path(folder) / "text.txt")
        projects.make(made.project, [Size(LENGTH, PASSAGES), *[OTHERS] * (DOCUMENTS - 1)])
        made.text.write_text(blocks(LENGTH, seed=1)[0], encoding="utf-8")
        os.environ["CEZHU_HOME"] = folder
        panes = {"panes": [{"document": 1, "at": 0.0}], "active": 0, "sizes": [1]}
        save(Memory(recent=[str(made.project)], open={str(made.project): {"panes": panes}}))
        yield made
