"""Doors of notifications: the list, the preferences, the phones, and the address that stops a mail."""

from __future__ import annotations

from app.domains.notifications.routes import lists, phones, preferences, unsubscriptions

blueprints = (lists.blueprint, preferences.blueprint, phones.blueprint, unsubscriptions.blueprint)
