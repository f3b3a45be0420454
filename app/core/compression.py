"""HTML and JSON compressed by the application itself."""

from __future__ import annotations

from flask import Flask
from flask_compress import Compress


def init_app(app: Flask) -> None:
    """Compress text answers above half a kilobyte; the bundles come compressed already."""
    app.config.update(
        COMPRESS_MIMETYPES=["text/html", "application/json", "application/problem+json", "text/csv"],
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_BR_LEVEL=4,
        COMPRESS_MIN_SIZE=500,
    )
    Compress(app)
