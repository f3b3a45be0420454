"""The verbs of prospects, one module a family."""

from __future__ import annotations

from app.domains.leads.services.locating import OutsideQuebec, PlaceError, PlaceUnavailable, UnknownPlace, locate
from app.domains.leads.services.moving import mark
from app.domains.leads.services.storing import Stored, store

__all__ = ["OutsideQuebec", "PlaceError", "PlaceUnavailable", "Stored", "UnknownPlace", "locate", "mark", "store"]
