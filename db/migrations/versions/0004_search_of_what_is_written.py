"""Notes and fields are indexed by triggers that call functions of the program, which older ones do not have.

The index itself follows from the fields of the kinds: db/search/written.py lays it after every upgrade.
"""

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing else is stored in another way."""
