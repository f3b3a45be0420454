"""Find every row of a workspace that tells of a person: hers, those that hang on hers, and those that quote her."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import String, Table, cast, func, or_, select
from sqlalchemy.engine import RowMapping

from app.core.db import db
from app.domains.leads.folding import fold
from app.domains.leads.models import Lead
from app.domains.privacy import scope
from app.domains.privacy.needles import Needles, phone_of

LEADS = "leads"
MOST_FOUND = 20


def found_leads(workspace_id: int, typed: str) -> list[Lead]:
    """Return the prospects a name, an address or a number leads to, by their names."""
    typed, number = typed.strip(), phone_of(typed)
    if not typed:
        return []
    ways = [Lead.phone == number, cast(Lead.other_phones, String).contains(number)] if number else [
        func.lower(Lead.email) == typed.lower(),
        Lead.name_key.contains(fold(typed), autoescape=True) if fold(typed) else func.lower(Lead.name) == typed.lower(),
        func.lower(Lead.legal_name).contains(typed.lower(), autoescape=True),
    ]  # fmt: skip
    mine = select(Lead).where(Lead.workspace_id == workspace_id, Lead.merged_into_id.is_(None), or_(*ways))
    return list(db.session.scalars(mine.order_by(Lead.name_key, Lead.id).limit(MOST_FOUND)))


def owned(workspace_id: int, lead_ids: Collection[int]) -> dict[str, set[int]]:
    """Return the ids, by table, of all that hangs on prospects."""
    found: dict[str, set[int]] = defaultdict(set)
    found[LEADS] = set(lead_ids)
    for table in scope.tables():
        clause = scope.of_workspace(table, workspace_id)
        if clause is None or table.name in (LEADS, scope.WORKSPACES):
            continue
        ways = [key.parent.in_(found[key.column.table.name]) for key in table.foreign_keys
                if found.get(key.column.table.name)]  # fmt: skip
        if ways:
            found[table.name] |= set(db.session.scalars(select(table.c.id).where(clause, or_(*ways))))
    return {name: ids for name, ids in found.items() if ids}


def quoting(workspace_id: int, table: Table, needles: Needles) -> Iterator[RowMapping]:
    """Yield the rows of a workspace's table whose words name a person, whoever they belong to."""
    clause, columns = scope.of_workspace(table, workspace_id), scope.texts(table)
    if clause is None or not columns or not needles.words:
        return
    forms = sorted(needles.written())
    ways = [func.lower(cast(column, String)).contains(form, autoescape=True) for column in columns for form in forms]
    # SQLite folds no accent and no accented capital: the first letters alone would miss « ÉPICERIE ».
    accented = [form for form in forms if not form.isascii()]
    ways += [cast(column, String).contains(form.upper(), autoescape=True) for column in columns for form in accented]
    ways += [cast(column, String).contains(form.title(), autoescape=True) for column in columns for form in accented]
    names = [column.name for column in columns]
    for row in db.session.execute(select(table).where(clause, or_(*ways)).order_by(table.c.id)).mappings():
        if any(needles.are_in(row[name]) for name in names if row[name] and not scope.is_code(table, name, row[name])):
            yield row


def told(workspace_id: int, table: Table, ids: Collection[int]) -> list[RowMapping]:
    """Return rows of a workspace's table by their ids."""
    clause = scope.of_workspace(table, workspace_id)
    if clause is None or not ids:
        return []
    statement: Any = select(table).where(clause, table.c.id.in_(ids)).order_by(table.c.id)
    return list(db.session.execute(statement).mappings())
