"""The verbs of prospects, one module a family."""

from __future__ import annotations

from app.domains.leads.membership import Membership, on_campaigns
from app.domains.leads.services.adding import add
from app.domains.leads.services.billing import note_use
from app.domains.leads.services.composing import on_scores, recompose
from app.domains.leads.services.editing import edit, give_back
from app.domains.leads.services.enriching import look_again
from app.domains.leads.services.enriching import order as order_visits
from app.domains.leads.services.forgetting import forget
from app.domains.leads.services.importing import Upload, confirm, on_import, receive
from app.domains.leads.services.locating import OutsideQuebec, PlaceError, PlaceUnavailable, UnknownPlace, locate
from app.domains.leads.services.merging import merge, on_merge, reunite, set_apart
from app.domains.leads.services.merging import undo as undo_merge
from app.domains.leads.services.moving import mark
from app.domains.leads.services.refreshing import NotRefreshed, refresh
from app.domains.leads.services.retention import keep_when, purge
from app.domains.leads.services.silencing import hear, silence
from app.domains.leads.services.storing import Batch, Stored, store, store_clean
from app.domains.leads.services.taking import take_in
from app.domains.leads.services.undoing import undo_import
from app.domains.leads.services.weighing import weigh

__all__ = [
    "Batch",
    "NotRefreshed",
    "Membership",
    "OutsideQuebec",
    "PlaceError",
    "PlaceUnavailable",
    "Stored",
    "UnknownPlace",
    "Upload",
    "add",
    "confirm",
    "edit",
    "forget",
    "give_back",
    "hear",
    "keep_when",
    "locate",
    "look_again",
    "mark",
    "merge",
    "note_use",
    "on_campaigns",
    "on_import",
    "on_merge",
    "on_scores",
    "order_visits",
    "purge",
    "receive",
    "recompose",
    "refresh",
    "reunite",
    "set_apart",
    "silence",
    "store",
    "store_clean",
    "take_in",
    "undo_import",
    "undo_merge",
    "weigh",
]
