"""The verbs of prospects, one module a family."""

from __future__ import annotations

from app.domains.leads.services.composing import on_scores, recompose
from app.domains.leads.services.enriching import look_again
from app.domains.leads.services.enriching import order as order_visits
from app.domains.leads.services.locating import OutsideQuebec, PlaceError, PlaceUnavailable, UnknownPlace, locate
from app.domains.leads.services.moving import mark
from app.domains.leads.services.storing import Batch, Stored, store, store_clean
from app.domains.leads.services.taking import note_use, take_in

__all__ = [
    "Batch",
    "OutsideQuebec",
    "PlaceError",
    "PlaceUnavailable",
    "Stored",
    "UnknownPlace",
    "locate",
    "look_again",
    "mark",
    "note_use",
    "on_scores",
    "order_visits",
    "recompose",
    "store",
    "store_clean",
    "take_in",
]
