"""The doors of the home page, of the welcome, of the installed application, and of the page of style."""

from __future__ import annotations

from app.domains.dashboard.routes import home, installing, style, survey, visiting, welcoming

blueprints = (
    home.blueprint, installing.blueprint, style.blueprint, survey.blueprint, visiting.blueprint, welcoming.blueprint,
)  # fmt: skip
