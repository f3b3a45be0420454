"""The verbs of prospects, one module a family."""

from __future__ import annotations

from app.domains.leads.services.composing import on_scores, recompose
from app.domains.leads.services.locating import OutsideQuebec, PlaceError, PlaceUnavailable, UnknownPlace, locate
from app.domains.leads.services.moving import mark
from app.domains.leads.services.storing import Batch, Stored, store, store_clean

__all__ = [
    "Batch",
    "OutsideQuebec",
    "PlaceError",
    "PlaceUnavailable",
    "Stored",
    "UnknownPlace",
    "locate",
    "mark",
    "on_scores",
    "recompose",
    "store",
    "store_clean",
]
