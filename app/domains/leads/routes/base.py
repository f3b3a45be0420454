"""The blueprint, and the scoped load that every door begins with."""

from __future__ import annotations

from flask import Blueprint, abort

from app.core.access import workspace_id
from app.domains.leads import queries
from app.domains.leads.models import Lead

blueprint = Blueprint("leads", __name__)


def load(lead_id: int) -> Lead:
    """Return a prospect of this workspace, or answer 404."""
    return queries.lead(workspace_id(), lead_id) or abort(404)
