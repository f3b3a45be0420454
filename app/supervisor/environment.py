"""What the processes of a demonstration are given, beneath what the environment already says."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from app.core.embedded import RUNNING_ENVIRONMENT, embedded_redis_url

SANDBOX_CLIENT = "demonstration"
# This twin checks the proof of the secret on every call: it knows one application.
SANDBOX_META = ("sandbox-meta-app", "sandbox-meta-secret")


def ports(environ: Mapping[str, str]) -> tuple[int, int, int]:
    """Return the ports of the site, the sandbox and its SMTP server."""
    port = int(environ.get("PORT") or 8000)
    sandbox = int(environ.get("SANDBOX_PORT") or port + 1)
    return port, sandbox, int(environ.get("SANDBOX_SMTP_PORT") or sandbox + 1)


def wants_sandbox(environ: Mapping[str, str]) -> bool:
    """Tell whether the sandbox runs; RUN_SANDBOX=0 leaves it out."""
    return environ.get("RUN_SANDBOX", "1").lower() not in {"0", "false", "no", "off"}


def defaults(environ: Mapping[str, str], instance: Path) -> dict[str, str]:
    """Return every variable `make run` sets; those of `environ` win over them."""
    port, sandbox_port, smtp_port = ports(environ)
    values = {
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "REDIS_URL": embedded_redis_url(instance),
    }
    if wants_sandbox(environ):
        url = f"http://127.0.0.1:{sandbox_port}"
        values |= {
            "SANDBOX_URL": url,
            "OVERPASS_URL": f"{url}/api/interpreter",
            "LINKEDIN_AUTH_URL": url,
            "LINKEDIN_API_URL": url,
            "LINKEDIN_CLIENT_ID": SANDBOX_CLIENT,
            "LINKEDIN_CLIENT_SECRET": SANDBOX_CLIENT,
            "META_AUTH_URL": url,
            "META_GRAPH_URL": url,
            "META_APP_ID": SANDBOX_META[0],
            "META_APP_SECRET": SANDBOX_META[1],
            "SMTP_URL": f"smtp://127.0.0.1:{smtp_port}",
            "ENRICH_ALLOW_PRIVATE": "1",
            "UNDO_SECONDS": "30",
            "PUBLISH_GAP_SECONDS": "60",
        }
        # In the demonstration the offline writer writes: it is a real part of the product.
        if environ.get("SANDBOX_GEMINI") == "1":
            values |= {"GEMINI_URL": url, "GEMINI_API_KEY": SANDBOX_CLIENT}
        if environ.get("SANDBOX_GOOGLE") == "1":
            values |= {"GOOGLE_PLACES_URL": url, "GOOGLE_PLACES_API_KEY": SANDBOX_CLIENT}
        if environ.get("SANDBOX_HUNTER") == "1":
            values |= {"HUNTER_URL": f"{url}/hunter/v2", "HUNTER_API_KEY": SANDBOX_CLIENT}
    return {name: value for name, value in values.items() if not environ.get(name)}


def publish(values: Mapping[str, str], instance: Path) -> Path:
    """Write `values` where every command run from this folder reads them; secrets of the person never enter."""
    path = instance / RUNNING_ENVIRONMENT
    temporary = path.with_suffix(".new")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.writelines(f"{name}={value}\n" for name, value in sorted(values.items()))
    temporary.replace(path)
    return path
