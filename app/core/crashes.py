"""Crashes told to Sentry, where SENTRY_DSN names one; what leaves is cleaned as the log is, and names nobody."""

from __future__ import annotations

from typing import Any

from flask import Flask

from app.core.redaction import cleaned

# What a request or a person is known by has no place in a report: the request's id finds its lines in the log.
LEFT_OUT = ("request", "user", "breadcrumbs", "server_name", "modules")


def init_app(app: Flask) -> None:
    """Tell of this application's crashes; nothing is loaded where nobody is told."""
    settings = app.config.get("SETTINGS")
    if settings is None or not settings.sentry_dsn:
        return
    import sentry_sdk

    sentry_sdk.init(
        dsn=settings.sentry_dsn,
        environment=settings.app_env,
        send_default_pii=False,
        include_local_variables=False,
        include_source_context=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        # Every call to another's machine would bear our release and the request's trace, every job our DSN's key:
        # the first for calls, the second for jobs.
        trace_propagation_targets=[],
        propagate_traces=False,
        before_send=_clean,
    )


def _clean(event: Any, _hint: Any) -> Any:
    """Leave out who asked for what, and the secrets of the rest."""
    return cleaned({name: value for name, value in event.items() if name not in LEFT_OUT})
