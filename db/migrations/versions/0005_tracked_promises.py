"""Promises with what became of them, and what they follow from, are kept."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tracked_documents",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("checked", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("source", "place", "digest")),
        sa.Column("dues", sa.JSON(), nullable=False),
        sa.Column("said", sa.LargeBinary(), nullable=False),
        sa.Column("named", sa.LargeBinary(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("traced", "names")),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["documents.id"],
            name="tracked_documents_document_id_of_documents",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("document_id", name="tracked_documents_key"),
    )
    op.create_table(
        "tracked_lines",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("line", sa.String(), nullable=False),
        sa.Column("whose", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="tracked_lines_key"),
        sa.UniqueConstraint("line", "whose", name="tracked_lines_once"),
    )
    _promises()


def _promises() -> None:
    op.create_table(
        "tracked_promises",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("passage_id", sa.Integer()),
        sa.Column("report_id", sa.Integer()),
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("indicator", "shown")),
        sa.Column("listed", sa.Boolean(), nullable=False),
        sa.Column("year", sa.Integer()),
        sa.Column("value", sa.Double(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.Column("reported", sa.Double()),
        sa.Column("reported_measure", sa.String()),
        sa.Column("gap", sa.Double()),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("state", "computed")),
        sa.Column("sureness", sa.Double(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("departments", "course")),
        sa.Column("course_sureness", sa.Double(), nullable=False),
        sa.Column("link_id", sa.Integer()),
        sa.Column("link_state", sa.String(), nullable=False),
        sa.Column("best", sa.Integer(), nullable=False),
        sa.Column("sought", sa.Text(), nullable=False),
        sa.Column("promise", sa.JSON(), nullable=False),
        sa.Column("report", sa.JSON(none_as_null=True)),
        sa.Column("later", sa.JSON(none_as_null=True)),
        *(
            sa.ForeignKeyConstraint(
                [column], [f"{table}.id"], name=f"tracked_promises_{column}_of_{table}", ondelete=rule
            )
            for column, table, rule in (
                ("document_id", "documents", "CASCADE"),
                ("passage_id", "passages", "CASCADE"),
                ("line_id", "tracked_lines", "CASCADE"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name="tracked_promises_key"),
    )
    for name, columns in (
        ("tracked_promises_by_passage_id", ["passage_id"]),
        ("tracked_promises_in_place", ["document_id", "start"]),
        ("tracked_promises_in_cells", ["line_id", "year", "told", "listed", "best"]),
        ("tracked_promises_by_state", ["told", "state", "link_state", "sureness", "reported"]),
        ("tracked_promises_by_departments", ["departments"]),
    ):
        op.create_index(name, "tracked_promises", columns)
