"""Who has a project open for writing: one program at a time."""

import getpass
import json
import os
import socket
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from filelock import FileLock, Timeout

from db.models import now


@dataclass(frozen=True)
class Owner:
    """The program that has a project open for writing; `since` is UTC in ISO 8601."""

    user: str
    host: str
    pid: int
    since: str

    @classmethod
    def myself(cls) -> Self:
        user = "?"
        with suppress(OSError, KeyError, ImportError):
            user = getpass.getuser()
        return cls(user, socket.gethostname(), os.getpid(), now().isoformat(timespec="seconds"))

    def written(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def read(cls, written: str) -> Self:
        return cls(**json.loads(written))


class Lock:
    """The hidden lock file beside a project. The system frees it when its program dies, however it dies."""

    def __init__(self, project: Path) -> None:
        self.path = project.with_name(f".{project.name}.lock")
        self._lock = FileLock(self.path, blocking=False, thread_local=False)

    def take(self) -> bool:
        """Whether the lock is ours now; never waits."""
        try:
            self._lock.acquire()
        except (Timeout, OSError):
            return False
        return True

    def release(self) -> None:
        """Frees the lock and removes its file.

        Unlinked while it is still held: whoever has opened the old file notices that it has no name any more
        and starts afresh. Where open files cannot be unlinked (Windows), it is removed afterwards.
        """
        if os.name != "nt":
            self._unlink()
        self._lock.release()
        if os.name == "nt":
            self._unlink()

    def _unlink(self) -> None:
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
