"""${message}

One change, in words a reader of the changelog understands, on the line above. Schema and data apart. Nothing from
`attendance` may be imported here: the code goes on, this file does not. A new NOT NULL column needs a server_default.
"""

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade():
    ${upgrades if upgrades else "pass"}
