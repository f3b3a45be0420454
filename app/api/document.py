"""The OpenAPI document, drawn from the doors themselves, and the page that shows it to people."""

from __future__ import annotations

import inspect
from typing import Any

from flask import Flask, render_template
from flask_smorest import Api
from marshmallow import fields

from app.api import codes, wording
from app.api.base import blueprint
from app.api.fields import Count, Line, Schema
from app.api.samples import requests, verify_signature


class ProblemSchema(Schema):
    """A refusal (RFC 9457): a French title, a stable code, and the fields at fault when there are some."""

    type = Line(required=True)
    status = Count(required=True)
    code = Line(required=True)
    title = Line(required=True)
    errors = fields.Dict(keys=Line(), values=Line())


class Document(Api):
    """Describes the doors; refusals themselves are the application's (core/errors.py)."""

    DEFAULT_ERROR_RESPONSE_NAME = "PROBLEM"

    def _register_error_handlers(self) -> None:
        """Leave the application's own in place."""

    def _register_pagination_header(self) -> None:
        """Lists say what follows in their body."""

    def _register_responses(self) -> None:
        response = {"description": wording.REFUSAL, "content": {"application/problem+json": {"schema": ProblemSchema}}}
        for name in ("PROBLEM", "UNPROCESSABLE_ENTITY"):
            self.spec.components.response(name, response, lazy=True)


def describe(app: Flask) -> None:
    """Publish the document of the doors, and its page."""
    app.config.update(API_TITLE=wording.TITLE, API_VERSION="v1", OPENAPI_VERSION="3.1.0", OPENAPI_URL_PREFIX="/api/v1")
    options = {"info": {"description": wording.DESCRIPTION}, "security": [{"token": []}]}
    document = Document(app, spec_kwargs=options)
    document.spec.components.security_scheme("token", {"type": "http", "scheme": "bearer"})
    document.register_blueprint(blueprint)

    @app.get("/api/docs")
    def api_docs() -> str:
        """Show the document to people."""
        return render_template("api/docs.html", **shown(document.spec.to_dict()), **TOLD)


def shown(whole: dict[str, Any]) -> dict[str, Any]:
    """Return what the page shows: operations by tag, each with what it takes and gives."""
    groups: dict[str, list[dict[str, Any]]] = {tag: [] for tag in wording.TAGS}
    for path, found in whole["paths"].items():
        for method, operation in found.items():
            if method != "parameters":
                groups[operation["tags"][0]].append({
                    **_about(operation, method.upper(), path, found.get("parameters", [])),
                    "asks": _schema_name(operation.get("requestBody", {})), "gives": _given(operation),
                })  # fmt: skip
    return {"document": whole, "groups": groups, "schemas": whole["components"]["schemas"]}


def _about(operation: dict[str, Any], method: str, path: str, shared: list[dict[str, Any]]) -> dict[str, Any]:
    name = operation["operationId"]
    return {
        "name": name,
        "method": method,
        "path": path,
        "summary": operation["summary"],
        "scope": operation.get("x-scope", ""),
        "parameters": [*shared, *operation.get("parameters", [])],
        "codes": codes.of_door(name, method),
        "curl": requests.curl(name, method, path),
        "python": requests.python(name, method, path),
    }


def kind(schema: dict[str, Any]) -> str:
    """Return what a field holds, in a few words: `string`, `Part[]`, `string (date-time)`."""
    if "items" in schema:
        return f"{kind(schema['items'])}[]"
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"]))
    types = schema.get("type", schema.get("$ref", "").rpartition("/")[2])
    name = types if isinstance(types, str) else " | ".join(types)
    return f"{name} ({schema['format']})" if "format" in schema else name


def _given(operation: dict[str, Any]) -> dict[str, str]:
    answers = operation["responses"].items()
    return {status: _schema_name(answer) for status, answer in answers if status.startswith("2")}


def _schema_name(holder: dict[str, Any]) -> str:
    schema = holder.get("content", {}).get("application/json", {}).get("schema", {})
    return str(schema.get("$ref", "")).rpartition("/")[2]


TOLD = {
    "words": wording,
    "kind": kind,
    "codes": codes.EVERYWHERE,
    "verify": inspect.getsource(verify_signature).partition("\n\n")[2],
}
