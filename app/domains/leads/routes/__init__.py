"""Doors of prospects, one module a noun. A prospect's own page is the campaigns': it shows what was written for it."""

from __future__ import annotations

from app.domains.leads.routes import (
    cards,
    corrections,
    exports,
    imports,
    index,
    leaving,
    sameness,
    towns,
    visits,
    weights,
)
from app.domains.leads.routes.base import blueprint

blueprints = (blueprint,)
__all__ = [
    "blueprints",
    "cards",
    "corrections",
    "exports",
    "imports",
    "index",
    "leaving",
    "sameness",
    "towns",
    "visits",
    "weights",
]
