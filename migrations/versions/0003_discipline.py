"""Discipline: from when on somebody is of another status, the cases, and the steps of each.

One change, in words a reader of the changelog understands, on the line above. Schema and data apart. Nothing from
`attendance` may be imported here: the code goes on, this file does not. A new NOT NULL column needs a server_default.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "case_step",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("letter", sa.Text(), nullable=False),
        sa.Column("signed_by", sa.Text(), nullable=False),
        sa.Column("meets", sa.Integer(), nullable=True),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("until", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"], name=op.f("fk__case_step__entry__entry")),
        sa.ForeignKeyConstraint(["since"], ["entry.id"], name=op.f("fk__case_step__since__entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__case_step")),
        sa.UniqueConstraint("number", "serial", "until", name=op.f("uq__case_step__number_serial_until")),
    )
    op.create_table(
        "appointment",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("before", sa.String(length=32), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=True),
        sa.Column("source_row", sa.Integer(), nullable=True),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("until", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"], name=op.f("fk__appointment__entry__entry")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk__appointment__person_id__person")),
        sa.ForeignKeyConstraint(["since"], ["entry.id"], name=op.f("fk__appointment__since__entry")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk__appointment__source_id__source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__appointment")),
        sa.UniqueConstraint("person_id", "first", "until", name=op.f("uq__appointment__person_id_first_until")),
    )
    op.create_table(
        "case_file",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("origin", sa.String(length=32), nullable=False),
        sa.Column("opened", sa.Integer(), nullable=False),
        sa.Column("allegation", sa.Text(), nullable=False),
        sa.Column("level", sa.String(length=32), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("binding", sa.Integer(), nullable=False),
        sa.Column("rested", sa.Text(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("until", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"], name=op.f("fk__case_file__entry__entry")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk__case_file__person_id__person")),
        sa.ForeignKeyConstraint(["since"], ["entry.id"], name=op.f("fk__case_file__since__entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__case_file")),
        sa.UniqueConstraint("number", "until", name=op.f("uq__case_file__number_until")),
    )
    with op.batch_alter_table("case_file", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix__case_file_person_id"), ["person_id"], unique=False)
