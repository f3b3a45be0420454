"""Settings, read once from the environment; what is missing is listed at once."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from email.utils import parseaddr
from pathlib import Path

from cryptography.fernet import Fernet

from app.core.embedded import development_secret, embedded_redis_url, read_running_environment
from app.providers.web_push import vapid

ROOT = Path(__file__).resolve().parent.parent
REQUIRED_IN_PRODUCTION = ("SECRET_KEY", "TOKEN_KEYS", "DATABASE_URL", "REDIS_URL", "PUBLIC_URL")
TRUE_WORDS = {"1", "true", "yes", "on"}


class SettingsError(RuntimeError):
    """The environment does not allow a start; the message lists every reason."""


@dataclass(frozen=True)
class Settings:
    """Everything the environment decides. Names are the variables' names in lower case."""

    app_env: str = "development"
    secret_key: str = ""
    token_keys: tuple[str, ...] = ()
    database_url: str = ""
    redis_url: str = ""
    public_url: str = "http://127.0.0.1:8000"
    trusted_proxies: int = 0
    media_url: str = ""
    s3_endpoint_url: str = ""
    smtp_url: str = ""
    mail_from: str = "AstroGrowth <bonjour@astrogrowth.example>"
    operator_email: str = ""
    mail_identity: str = ""
    operator_name: str = ""
    operator_address: str = ""
    privacy_officer: str = ""
    privacy_email: str = ""
    hosting_place: str = ""
    overpass_url: tuple[str, ...] = ("https://overpass-api.de/api/interpreter",)
    google_places_api_key: str = ""
    google_places_url: str = "https://places.googleapis.com"
    hunter_api_key: str = ""
    hunter_url: str = "https://api.hunter.io/v2"
    enrich_allow_private: bool = False
    enrich_check_mx: bool = False
    enrich_pace_seconds: float = 1.0
    gemini_api_key: str = ""
    gemini_url: str = "https://generativelanguage.googleapis.com"
    gemini_text_model: str = "gemini-3.8-flash"
    gemini_timeout_seconds: float = 25.0
    gemini_images: bool = True
    gemini_image_model: str = "gemini-nano-banana-2.1"
    offline_writer: bool = True
    linkedin_client_id: str = ""
    linkedin_client_secret: str = ""
    linkedin_auth_url: str = "https://www.linkedin.com"
    linkedin_api_url: str = "https://api.linkedin.com"
    linkedin_version: str = "202609"
    meta_app_id: str = ""
    meta_app_secret: str = ""
    meta_auth_url: str = "https://www.facebook.com"
    meta_graph_url: str = "https://graph.facebook.com"
    meta_graph_version: str = "v26.0"
    publish_gap_seconds: int = 900
    undo_seconds: int = 300
    daily_deliveries_per_connection: int = 50
    daily_texts_per_workspace: int = 500
    api_requests_per_minute: int = 600
    sign_ins_per_quarter_hour: int = 20
    breached_passwords_url: str = ""
    vapid_private_key: str = ""
    metrics_token: str = ""
    sentry_dsn: str = ""

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """Read the environment.

        In development, what `make run` wrote for its own processes is read beneath it, so that
        every command run from the repository reaches the same services.

        Raises:
            SettingsError: with everything that is missing or unreadable, in one message.
        """
        # A variable set to nothing is a variable not set.
        given = os.environ if environ is None else environ
        env = {name: value for name, value in given.items() if value.strip()}
        app_env = env.get("APP_ENV", "development")
        problems: list[str] = []
        if app_env not in {"development", "production", "test"}:
            problems.append("APP_ENV must be development, production or test")
        if app_env == "production":
            problems += [f"{name} is missing" for name in REQUIRED_IN_PRODUCTION if not env.get(name)]
        elif environ is None:
            env = {**read_running_environment(instance_folder(env)), **env}
        values = _read_fields(env, problems)
        problems += _unfit(values)
        if problems:
            raise SettingsError("AstroGrowth cannot start: " + "; ".join(problems) + ".")
        if app_env != "production":
            values = _with_defaults(values, env)
        values.setdefault("media_url", str(instance_folder(env) / "media"))
        return cls(**values)  # type: ignore[arg-type]  # built field by field just above

    @property
    def user_agent(self) -> str:
        """Return the agent outside services are shown, with a way to reach the operator."""
        return f"AstroGrowth/1.0 (+{self.public_url}; {self.mail_from.rpartition('<')[2].rstrip('>')})"

    @property
    def vapid_subject(self) -> str:
        """Return how a push service reaches the operator: the address mails come from, or the site's."""
        address = parseaddr(self.mail_from)[1]
        return f"mailto:{address}" if "@" in address else self.public_url

    @property
    def is_https(self) -> bool:
        """Tell whether people reach the site over TLS."""
        return self.public_url.startswith("https://")


def instance_folder(environ: Mapping[str, str] | None = None) -> Path:
    """Return the folder of embedded files (database, Redis, media), created on demand."""
    given = os.environ if environ is None else environ
    folder = Path(given.get("INSTANCE_FOLDER") or ROOT / "instance")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _read_fields(env: Mapping[str, str], problems: list[str]) -> dict[str, object]:
    values: dict[str, object] = {}
    for entry in fields(Settings):
        raw = env.get(entry.name.upper(), "").strip()
        if not raw:
            continue
        try:
            values[entry.name] = _parse(str(entry.type), raw)
        except ValueError:
            problems.append(f"{entry.name.upper()} is not a valid {entry.type}")
    return values


def _unfit(values: Mapping[str, object]) -> list[str]:
    problems = [f"{name.upper()} is negative" for name, value in values.items()
                if isinstance(value, int | float) and value < 0]  # fmt: skip
    if not re.fullmatch(r"v\d{1,3}\.\d", str(values.get("meta_graph_version", "v26.0"))):
        problems.append("META_GRAPH_VERSION must look like v26.0")
    try:
        if values.get("vapid_private_key"):
            vapid.read_key(str(values["vapid_private_key"]))
    except ValueError:
        problems.append("VAPID_PRIVATE_KEY must be a key of P-256, as `flask --app wsgi push key` prints one")
    keys = values.get("token_keys", ())
    try:
        for key in keys if isinstance(keys, tuple) else ():
            Fernet(key)
    except ValueError:
        problems.append("TOKEN_KEYS must be Fernet keys, comma-separated")
    return problems


def _parse(kind: str, raw: str) -> object:
    if kind == "int":
        return int(raw)
    if kind == "float":
        return float(raw)
    if kind == "bool":
        return raw.lower() in TRUE_WORDS
    if kind.startswith("tuple"):
        return tuple(part.strip() for part in raw.split(",") if part.strip())
    return raw.rstrip("/") if raw.startswith(("http://", "https://")) else raw


def _with_defaults(values: dict[str, object], env: Mapping[str, str]) -> dict[str, object]:
    folder = instance_folder(env)
    port = env.get("PORT", "8000")
    defaults: dict[str, object] = {
        "secret_key": development_secret(folder, "secret_key"),
        "token_keys": (development_secret(folder, "token_key"),),
        "database_url": f"sqlite:///{folder / 'astrogrowth.db'}",
        "redis_url": embedded_redis_url(folder),
        "public_url": f"http://127.0.0.1:{port}",
    }
    return {**defaults, **values}
