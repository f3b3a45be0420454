"""Turn a town's name into a place: our table, then what we looked up before, then one look-up."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from app.core import clock, logs
from app.core.db import db
from app.domains.leads import naming, places, sources, wording
from app.domains.leads.models import KnownPlace
from app.providers.contracts import Place
from app.providers.errors import ProviderError

QUEBEC = "QC"
LONGEST_NAME = 120
FORGET_ABSENCE_AFTER = timedelta(hours=24)
_QUEBEC_NAMES = {"", "qc", "quebec", "pq", "provincedequebec"}

log = logs.get("leads.places")


class PlaceError(ValueError):
    """The place cannot be used; the message is French, `field` says which answer is at fault."""

    field = "city"


class OutsideQuebec(PlaceError):
    """Another province."""

    field = "province"


class UnknownPlace(PlaceError):
    """No municipality of Québec has this name."""


class PlaceUnavailable(PlaceError):
    """The name is not in our table, and nobody answers to look it up."""


def locate(name: str, province: str) -> Place:
    """Return the place of a town's name; at most one outside call, made outside any transaction.

    Commits what the caller had begun before calling out.

    Raises:
        OutsideQuebec, UnknownPlace, PlaceUnavailable: with a French message.
    """
    if naming.fold(province) not in _QUEBEC_NAMES:
        raise OutsideQuebec(wording.OUTSIDE_QUEBEC)
    key = places.key(name)
    if not any(sign.isalpha() for sign in key):
        raise UnknownPlace(wording.CITY_NEEDED)
    if len(name) > LONGEST_NAME:
        raise UnknownPlace(wording.unknown_place(name))
    shipped = places.municipality(name)
    if shipped is not None:
        return Place(shipped.name, QUEBEC, shipped.latitude, shipped.longitude, population=shipped.population or None)
    known = _remembered(key)
    if known is None:
        known = _look_up(name.strip(), key)
    if known.latitude is None or known.longitude is None:
        raise UnknownPlace(wording.unknown_place(name))
    return Place(known.name, QUEBEC, known.latitude, known.longitude, osm_relation_id=known.osm_relation_id)


def _remembered(key: str) -> KnownPlace | None:
    row = db.session.scalar(select(KnownPlace).where(KnownPlace.name_key == key))
    if row is not None and row.latitude is None and row.looked_up_at < clock.now() - FORGET_ABSENCE_AFTER:
        return None
    return row


def _look_up(name: str, key: str) -> KnownPlace:
    db.session.commit()
    try:
        found = sources.place_finder().find_place(name)
    except ProviderError as error:
        log.warning("place not looked up", error=type(error).__name__, code=error.code)
        raise PlaceUnavailable(wording.place_unavailable(name)) from error
    return _remember(key, found)


def _remember(key: str, found: Place | None) -> KnownPlace:
    values = {
        "looked_up_at": clock.now(),
        "name": found.name[:LONGEST_NAME].replace("'", "’") if found else "",
        "latitude": found.latitude if found else None,
        "longitude": found.longitude if found else None,
        "osm_relation_id": found.osm_relation_id if found else None,
    }
    row = db.session.scalar(select(KnownPlace).where(KnownPlace.name_key == key))
    try:
        if row is None:
            with db.session.begin_nested():
                row = KnownPlace(name_key=key, **values)
                db.session.add(row)
        else:
            for field, value in values.items():
                setattr(row, field, value)
    except IntegrityError:
        # Somebody asked for the same town at the same moment; one answer is enough.
        row = db.session.scalars(select(KnownPlace).where(KnownPlace.name_key == key)).one()
    db.session.commit()
    return row
