"""Pages of documents, proposed traces, and the lists a project keeps: lexicon, aliases, what is saved."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("documents", sa.Column("published", sa.Date()))
    op.add_column("documents", sa.Column("addressee", sa.String()))
    op.add_column("tasks", sa.Column("strength", sa.String()))
    _layouts()
    _links()
    _lists()


def _layouts() -> None:
    op.create_table(
        "layouts",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("places", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="layouts_document_id_of_documents", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", name="layouts_key"),
    )


def _links() -> None:
    op.add_column("links", sa.Column("state", sa.String()))
    op.add_column("links", sa.Column("origin", sa.String()))
    op.execute("UPDATE links SET origin = 'analyst', state = 'confirmed'")
    op.execute("UPDATE links SET state = 'suggested' WHERE NOT confirmed")
    with op.batch_alter_table("links") as links:
        links.alter_column("state", existing_type=sa.String(), nullable=False)
        links.alter_column("origin", existing_type=sa.String(), nullable=False)
        links.drop_column("confirmed")
    op.add_column("links", sa.Column("sureness", sa.Double()))
    op.add_column("links", sa.Column("verdict", sa.String()))
    _rewrite_history_of_links()


def _rewrite_history_of_links() -> None:
    """The images of links in the history speak of states too, so that undo and redo still bring them back."""
    changes = sa.table(
        "changes", sa.column("id"), sa.column("before"), sa.column("after"), sa.column("table_name")
    )
    connection = op.get_bind()
    written = sa.select(changes.c.id, changes.c.before, changes.c.after).where(
        changes.c.table_name == "links"
    )
    for id_, *images in connection.execute(written).all():
        before, after = (image and json.dumps(_with_state(json.loads(image))) for image in images)
        connection.execute(changes.update().where(changes.c.id == id_).values(before=before, after=after))


def _with_state(image: dict[str, Any]) -> dict[str, Any]:
    """A list of values a column, as the history holds rows."""
    if "confirmed" in image:
        confirmed = image.pop("confirmed")
        image["state"] = ["confirmed" if value else "suggested" for value in confirmed]
        image["origin"] = ["analyst"] * len(confirmed)
    return image


def _lists() -> None:
    op.create_table(
        "terms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="terms_key"),
    )
    op.create_table(
        "aliases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("alias", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="aliases_key"),
    )
    op.create_table(
        "saved",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="saved_key"),
    )
