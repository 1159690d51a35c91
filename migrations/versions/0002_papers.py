"""Papers that leave the office: notices, whom they name, what heads say of them, warnings, signed figures.

One change, in words a reader of the changelog understands, on the line above. Schema and data apart. Nothing from
`attendance` may be imported here: the code goes on, this file does not. A new NOT NULL column needs a server_default.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "notice",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("corrects", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("dated", sa.Integer(), nullable=False),
        sa.Column("correct_by", sa.Integer(), nullable=False),
        sa.Column("remove_on", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("until", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"], name=op.f("fk__notice__entry__entry")),
        sa.ForeignKeyConstraint(["since"], ["entry.id"], name=op.f("fk__notice__since__entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__notice")),
        sa.UniqueConstraint("number", "until", name=op.f("uq__notice__number_until")),
    )
    op.create_table(
        "retraction",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("until", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"], name=op.f("fk__retraction__entry__entry")),
        sa.ForeignKeyConstraint(["since"], ["entry.id"], name=op.f("fk__retraction__since__entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__retraction")),
        sa.UniqueConstraint("number", "until", name=op.f("uq__retraction__number_until")),
    )
    op.create_table(
        "named",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("figure", sa.Integer(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("until", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"], name=op.f("fk__named__entry__entry")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk__named__person_id__person")),
        sa.ForeignKeyConstraint(["since"], ["entry.id"], name=op.f("fk__named__since__entry")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk__named__unit_id__unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__named")),
        sa.UniqueConstraint("number", "person_id", "until", name=op.f("uq__named__number_person_id_until")),
    )
    with op.batch_alter_table("named", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix__named_person_id"), ["person_id"], unique=False)

    op.create_table(
        "review",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=32), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("signed_by", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=True),
        sa.Column("source_row", sa.Integer(), nullable=True),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("until", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"], name=op.f("fk__review__entry__entry")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk__review__person_id__person")),
        sa.ForeignKeyConstraint(["since"], ["entry.id"], name=op.f("fk__review__since__entry")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk__review__source_id__source")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk__review__unit_id__unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__review")),
        sa.UniqueConstraint(
            "kind", "first", "last", "person_id", "until", name=op.f("uq__review__kind_first_last_person_id_until")
        ),
    )
    op.create_table(
        "sign_off",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("signed_by", sa.Text(), nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("until", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"], name=op.f("fk__sign_off__entry__entry")),
        sa.ForeignKeyConstraint(["since"], ["entry.id"], name=op.f("fk__sign_off__since__entry")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk__sign_off__unit_id__unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__sign_off")),
        sa.UniqueConstraint(
            "level",
            "kind",
            "first",
            "last",
            "unit_id",
            "until",
            name=op.f("uq__sign_off__level_kind_first_last_unit_id_until"),
        ),
    )
    op.create_table(
        "warning",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("rule", sa.String(length=32), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("figure", sa.Text(), nullable=False),
        sa.Column("days", sa.Text(), nullable=False),
        sa.Column("dated", sa.Integer(), nullable=False),
        sa.Column("signed_by", sa.Text(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("until", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"], name=op.f("fk__warning__entry__entry")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk__warning__person_id__person")),
        sa.ForeignKeyConstraint(["since"], ["entry.id"], name=op.f("fk__warning__since__entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__warning")),
        sa.UniqueConstraint("number", "until", name=op.f("uq__warning__number_until")),
    )
    with op.batch_alter_table("warning", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix__warning_person_id"), ["person_id"], unique=False)
