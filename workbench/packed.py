"""Plain values as they are kept in one column: JSON, compressed."""

import json
import zlib
from datetime import date
from typing import Any


def pack(values: Any) -> bytes:
    return zlib.compress(json.dumps(values, ensure_ascii=False, default=date.isoformat).encode())


def unpack(packed: bytes) -> Any:
    """The values; dates stay as they are written in ISO 8601."""
    return json.loads(zlib.decompress(packed))
