"""The document says what the doors do."""

from __future__ import annotations

import re

from flask import Flask
from flask.testing import FlaskClient
from openapi_spec_validator import validate

PROMISED = {
    "/campaigns": {"get", "post"},
    "/campaigns/{campaign_id}": {"get", "delete"},
    "/campaigns/{campaign_id}/launch": {"put"},
    "/campaigns/{campaign_id}/pause": {"put", "delete"},
    "/campaigns/{campaign_id}/searches": {"post"},
    "/campaigns/{campaign_id}/leads": {"get"},
    "/leads/{lead_id}": {"get"},
    "/leads/{lead_id}/contents": {"post"},
    "/contents": {"get"},
    "/contents/{content_id}": {"get", "patch"},
    "/contents/{content_id}/approve": {"put"},
    "/contents/{content_id}/reject": {"put"},
    "/deliveries": {"get"},
    "/deliveries/{delivery_id}": {"delete"},
    "/deliveries/{delivery_id}/resolution": {"put"},
    "/metrics": {"get"},
}


def test_the_document_is_sound_and_holds_every_promise(client: FlaskClient) -> None:
    document = client.get("/api/v1/openapi.json").json
    validate(document)
    assert document["openapi"].startswith("3.1")
    for path, methods in PROMISED.items():
        operations = document["paths"][f"/api/v1{path}"]
        assert methods <= set(operations), path
        for method in methods:
            keyed = {each["name"] for each in operations[method].get("parameters", [])}
            assert ("Idempotency-Key" in keyed) == (method == "post")


def test_the_page_shows_every_door_without_a_third_party(client: FlaskClient, app: Flask) -> None:
    answer = client.get("/api/docs")
    assert answer.status_code == 200
    assert all(f"/api/v1{path}" in answer.text for path in PROMISED)
    assert "'unsafe-inline'" not in answer.headers["Content-Security-Policy"]
    assert "style=" not in answer.text and not re.search(r'(?:src|href|action)="(?:https?:)?//', answer.text)
