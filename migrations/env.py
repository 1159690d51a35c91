"""How migrations meet the database: on the connection that the program hands over, or on APEL_DB for a developer."""

import os

from alembic import context

from attendance.ledger.engine import engine
from attendance.ledger.models import Base


def run(connection):
    """Run the migrations on one connection."""
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
    context.run_migrations()


connection = context.config.attributes.get("connection")
if connection is not None:
    run(connection)
else:
    with engine(os.environ["APEL_DB"]).connect() as own, own.begin():
        run(own)
