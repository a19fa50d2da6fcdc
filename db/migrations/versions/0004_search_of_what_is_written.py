"""Notes and fields are indexed by triggers that call functions of the program, which older ones do not have.

The index itself follows from the fields of the kinds: db/search/written.py lays it after every upgrade.
Filters by value ask passages one by one, so that no index of values is needed.
"""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("targets_by_value", "targets")
