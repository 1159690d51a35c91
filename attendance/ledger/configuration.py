"""The configuration in the ledger: one fact a section."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from attendance.ledger.journal import Draft
from attendance.ledger.models import Setting
from attendance.ledger.views import live


def sections(session: Session) -> dict[str, Any]:
    """The sections that the office has set; the others have their defaults."""
    query = select(Setting.section, Setting.value).where(live(session, Setting)).order_by(Setting.section)
    return {section: json.loads(value) for section, value in session.execute(query)}


def record(draft: Draft, wanted: Mapping[str, Any]) -> list[str]:
    """Set sections; those that already are as wanted stay. Answers the names of those that changed."""
    known = sections(draft.session)
    changed = [name for name, value in wanted.items() if known.get(name) != value]
    query = select(Setting.id).where(live(draft.session, Setting), Setting.section.in_(changed))
    draft.void(Setting, [tuple(row) for row in draft.session.execute(query)])
    draft.record(Setting, [(name, json.dumps(wanted[name], sort_keys=True)) for name in changed])
    return changed
