"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _documents()
    _blocks()
    _passages()
    _tasks()
    _targets()
    _policies()
    _labels()
    _links()
    _facts()
    _history()
    _search()


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("issuer", sa.String()),
        sa.Column("number", sa.String()),
        sa.Column("issued", sa.Date()),
        sa.Column("reference_year", sa.Integer()),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("source_name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("encoding", sa.String()),
        sa.Column("keeps_line_breaks", sa.Boolean(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("text_sha256", sa.String(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("quality", sa.JSON(), nullable=False),
        sa.Column("imported", sa.DateTime(), nullable=False),
        sa.Column("trashed", sa.DateTime()),
        sa.Column("line_starts", sa.JSON(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="documents_key"),
    )
    op.create_index("documents_by_sha256", "documents", ["sha256"])
    op.create_index("documents_by_text_sha256", "documents", ["text_sha256"])
    op.create_index("documents_by_trashed", "documents", ["trashed"])
    op.create_table(
        "originals",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="originals_document_id_of_documents", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", name="originals_key"),
    )


def _blocks() -> None:
    op.create_table(
        "blocks",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("level", sa.Integer()),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer()),
        sa.Column("page", sa.Integer()),
        sa.Column("table", sa.Integer()),
        sa.Column("row", sa.Integer()),
        sa.Column("column", sa.Integer()),
        sa.Column("row_span", sa.Integer(), nullable=False),
        sa.Column("column_span", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="blocks_document_id_of_documents", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "ordinal", name="blocks_key"),
    )
    op.create_index("blocks_in_place", "blocks", ["document_id", "start"])


def _passages() -> None:
    op.create_table(
        "passages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("prefix", sa.String(), nullable=False),
        sa.Column("suffix", sa.String(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("sureness", sa.Double()),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.Column("changed", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="passages_document_id_of_documents", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="passages_key"),
    )
    op.create_index("passages_by_kind", "passages", ["kind"])
    op.create_index("passages_by_state", "passages", ["state"])
    op.create_index(
        "passages_in_place", "passages", ["document_id", "start", sa.text("end DESC"), "kind", "state"]
    )


def _tasks() -> None:
    op.create_table(
        "tasks",
        sa.Column("passage_id", sa.Integer(), nullable=False),
        sa.Column("marker", sa.String()),
        sa.Column("action", sa.String()),
        sa.Column("lead", sa.String()),
        sa.Column("supporting", sa.String()),
        sa.Column("due_from", sa.Date()),
        sa.Column("due_to", sa.Date()),
        sa.Column("status", sa.String()),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("touched", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["passage_id"], ["passages.id"], name="tasks_passage_id_of_passages", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("passage_id", name="tasks_key"),
    )


def _targets() -> None:
    op.create_table(
        "targets",
        sa.Column("passage_id", sa.Integer(), nullable=False),
        sa.Column("indicator", sa.String()),
        sa.Column("comparator", sa.String()),
        sa.Column("value", sa.Float()),
        sa.Column("upper", sa.Float()),
        sa.Column("unit", sa.String()),
        sa.Column("direction", sa.String()),
        sa.Column("nature", sa.String()),
        sa.Column("period_from", sa.Date()),
        sa.Column("period_to", sa.Date()),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("touched", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["passage_id"], ["passages.id"], name="targets_passage_id_of_passages", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("passage_id", name="targets_key"),
    )


def _policies() -> None:
    op.create_table(
        "policies",
        sa.Column("passage_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String()),
        sa.Column("form", sa.String()),
        sa.Column("number", sa.String()),
        sa.Column("issuer", sa.String()),
        sa.Column("action", sa.String()),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("touched", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["passage_id"], ["passages.id"], name="policies_passage_id_of_passages", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("passage_id", name="policies_key"),
    )


def _labels() -> None:
    op.create_table(
        "labels",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer()),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("colour", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["labels.id"],
            name="labels_parent_id_of_labels",
            ondelete="CASCADE",
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.PrimaryKeyConstraint("id", name="labels_key"),
    )
    op.create_table(
        "labellings",
        sa.Column("passage_id", sa.Integer(), nullable=False),
        sa.Column("label_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["label_id"], ["labels.id"], name="labellings_label_id_of_labels", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["passage_id"], ["passages.id"], name="labellings_passage_id_of_passages", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("passage_id", "label_id", name="labellings_key"),
    )
    op.create_index("labellings_by_label_id", "labellings", ["label_id"])


def _links() -> None:
    op.create_table(
        "links",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("from_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["from_id"], ["passages.id"], name="links_from_id_of_passages", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["to_id"], ["passages.id"], name="links_to_id_of_passages", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="links_key"),
    )
    op.create_index("links_by_from_id", "links", ["from_id"])
    op.create_index("links_by_to_id", "links", ["to_id"])


def _facts() -> None:
    op.create_table(
        "facts",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="facts_key"),
    )


def _history() -> None:
    op.create_table(
        "steps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("document_ids", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="steps_key"),
    )
    op.create_index("steps_by_state", "steps", ["state"])
    op.create_table(
        "changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("key", sa.JSON(), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True)),
        sa.Column("after", sa.JSON(none_as_null=True)),
        sa.ForeignKeyConstraint(
            ["step_id"], ["steps.id"], name="changes_step_id_of_steps", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="changes_key"),
    )
    op.create_index("changes_by_step_id", "changes", ["step_id"])


TEXT_IS_FINAL = """
CREATE TRIGGER documents_text_is_final BEFORE UPDATE OF text ON documents
BEGIN SELECT RAISE(ABORT, 'the text of a document never changes once imported'); END
"""
SEARCH = """
CREATE VIRTUAL TABLE search USING fts5(
    characters, content='', tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
)
"""
SEARCH_LINES = "CREATE TABLE search_lines (id INTEGER PRIMARY KEY, folded TEXT NOT NULL, origins TEXT)"


def _search() -> None:
    """What only SQLite has; another database gets its own form of these."""
    if op.get_bind().dialect.name == "sqlite":
        for statement in (TEXT_IS_FINAL, SEARCH, SEARCH_LINES):
            op.execute(statement)
