"""Names that stay the same from one export to the next, so that other programs know a thing again."""

from datetime import UTC, datetime
from uuid import UUID, uuid5

NAMESPACE = UUID("b592fc5f-3c1b-4d6d-8ec6-960f0bedd74f")
"""Drawn once at random; never changes, or files handed out before could not be matched."""

PROGRAM = "Cezhu"


def guid(*path: object) -> UUID:
    """The name of a thing by its path: ("kind", "task"), (project uid, "passage", 12) …"""
    return uuid5(NAMESPACE, "/".join(map(str, path)))


def moment(local: datetime | None) -> str | None:
    """A local time in UTC as XML and JSON-LD have it: 2032-03-01T01:30:00Z."""
    if local is None:
        return None
    return local.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
