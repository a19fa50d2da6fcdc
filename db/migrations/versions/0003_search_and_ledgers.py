"""Folded lines keep shifts in place of the origin of every character; indexes for ledgers and filters."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("passages_by_kind", "passages")
    op.create_index("passages_in_ledger", "passages", ["kind", "document_id", "start", sa.text("end DESC")])
    op.create_index("targets_by_value", "targets", ["value"])
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE search_lines")
        op.execute("CREATE TABLE search_lines (id INTEGER PRIMARY KEY, folded TEXT NOT NULL, shifts TEXT)")
