"""What every test may ask for."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How long an example takes on a busy machine says nothing about the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

SHARED = Path(os.environ.get("CEZHU_SHARED", Path(__file__).resolve().parents[2] / "shared"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents that may lie beside the repository."""
    if not SHARED.is_dir():
        pytest.skip(f"no folder of real documents at {SHARED}")
    return SHARED
