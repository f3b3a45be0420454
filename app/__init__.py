"""AstroGrowth: marketing on autopilot for small Québec businesses."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from flask import Flask

from app.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
CORE = ("logs", "crashes", "db", "crypto", "background", "metrics", "i18n", "htmx", "forms", "templating", "assets",
        "security", "limits", "errors", "compression", "storage")  # fmt: skip
# Each of these has routes.py with `blueprints`; those that listen to events have listeners.py.
DOMAINS = ("audit", "accounts", "workspaces", "tokens", "compliance", "leads", "contents", "publishing", "campaigns",
           "approvals", "webhooks", "notifications", "dashboard", "privacy", "operations")  # fmt: skip


def create_app(settings: Settings | None = None) -> Flask:
    """Build the application from `settings`, or from the environment.

    Raises:
        SettingsError: the environment does not allow a start.
    """
    app = Flask("app", template_folder=str(ROOT / "templates"), static_folder=None, root_path=str(ROOT / "app"))
    app.config["SETTINGS"] = settings or Settings.from_env()
    for name in CORE:
        import_module(f"app.core.{name}").init_app(app)
    for name in DOMAINS:
        _register(app, f"app.domains.{name}")
    app.register_blueprint(import_module("app.core.health").blueprint)
    for module in ("app.api", "app.cli"):
        import_module(module).init_app(app)
    return app


def _register(app: Flask, package: str) -> None:
    if _has(package, "models"):
        import_module(f"{package}.models")
    if _has(package, "routes"):
        for blueprint in import_module(f"{package}.routes").blueprints:
            app.register_blueprint(blueprint)
    if _has(package, "listeners"):
        import_module(f"{package}.listeners").register()


def _has(package: str, module: str) -> bool:
    folder = ROOT.joinpath(*package.split("."))
    return (folder / f"{module}.py").exists() or (folder / module).is_dir()
