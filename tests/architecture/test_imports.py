"""Imports go down, only down."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import ROOT

DOMAINS = (
    "audit", "accounts", "workspaces", "tokens", "compliance", "leads", "contents", "publishing",
    "campaigns", "approvals", "webhooks", "notifications", "dashboard", "privacy", "operations",
)  # fmt: skip
# What one domain may read of another that stands below it.
OPEN_DOORS = {"services", "queries", "models", "states", "places", "wording", "permissions", "sessions", "forms"}
PRIVATE = {"routes", "jobs", "listeners", "sweep"}
OUTSIDE = {"flask", "sqlalchemy", "rq", "flask_sqlalchemy"}


def _modules() -> Iterator[tuple[str, Path]]:
    for path in sorted((ROOT / "app").rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        yield name.removesuffix(".__init__"), path


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _domain(module: str) -> str:
    parts = module.split(".")
    return parts[2] if parts[:2] == ["app", "domains"] and len(parts) > 2 else ""


EVERY = [pytest.param(name, path, id=name) for name, path in _modules()]


@pytest.mark.parametrize(("name", "path"), EVERY)
def test_a_module_imports_only_what_stands_below_it(name: str, path: Path) -> None:
    imported = set(_imports(path))
    if name.startswith("app.core"):
        assert not {found for found in imported if found.startswith("app.") and not found.startswith("app.core")}
    if name.startswith("app.providers"):
        assert not {found for found in imported if found.startswith("app.") and not found.startswith("app.providers")}
        assert not {found for found in imported if found.split(".")[0] in OUTSIDE}
    if name.startswith("app.backups"):
        found = {found for found in imported if found.startswith("app.")}
        assert not {each for each in found if not each.startswith(("app.backups", "app.core"))}
    if name.startswith("app.sandbox"):
        assert not {found for found in imported if found.startswith("app.") and not found.startswith("app.sandbox")}
    else:
        assert not {found for found in imported if found.startswith("app.sandbox")}, "the product knows no sandbox"


@pytest.mark.parametrize(("name", "path"), [case for case in EVERY if _domain(str(case.values[0]))])
def test_a_domain_calls_only_the_doors_of_domains_below(name: str, path: Path) -> None:
    here = _domain(name)
    for found in _imports(path):
        there = _domain(found)
        if not there or there == here:
            continue
        assert DOMAINS.index(there) < DOMAINS.index(here), f"{name} imports {found}, which stands above it"
        assert not PRIVATE & set(found.split(".")[3:]), f"{name} imports {found}, a door of another domain"


def test_routes_know_no_database_and_services_no_request() -> None:
    for name, path in _modules():
        if ".routes" in name:
            assert "db.session" not in path.read_text(), name
        if ".services" in name:
            assert not {"flask.request", "flask.session", "flask.g"} & set(_imports(path)), name
