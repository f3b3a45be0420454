"""The names programs of the outside were promised: each path, each field, as the served document says them."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

# Method, path, the fields of the answer (or of its items), its status; and the fields of the body.
PROMISED: list[tuple[str, str, str, set[str]]] = [
    ("post", "/campaigns", "201", {"id", "name", "industry", "city", "state", "metrics"}),
    ("get", "/campaigns", "200", {"id", "name", "industry", "city", "state", "metrics"}),
    ("get", "/campaigns/{campaign_id}", "200", {"id", "name", "industry", "industry_words", "city", "state",
                                                "metrics"}),
    ("delete", "/campaigns/{campaign_id}", "204", set()),
    ("put", "/campaigns/{campaign_id}/launch", "200", {"state"}),
    ("put", "/campaigns/{campaign_id}/pause", "200", {"state"}),
    ("post", "/campaigns/{campaign_id}/searches", "202", {"id", "state"}),
    ("get", "/campaigns/{campaign_id}/leads", "200", {
        "id", "name", "city", "province", "postal_code", "phone", "email", "website", "score", "reasons", "source",
        "licence", "contactable", "contact_nature", "state",
    }),
    ("get", "/leads/{lead_id}", "200", {
        "id", "name", "city", "province", "postal_code", "phone", "email", "website", "score", "reasons", "source",
        "licence", "contactable", "contact_nature", "state",
    }),
    ("post", "/campaigns/{campaign_id}/leads/import", "202", {"id", "state"}),
    ("post", "/leads/{lead_id}/contents", "202", {"id", "lead_id", "campaign_id", "state"}),
    ("get", "/contents", "200", {"id", "campaign_id", "lead_id", "text", "hashtags", "image_url", "alt_text", "quality",
                                 "flags", "state"}),
    ("get", "/contents/{content_id}", "200", {"id", "campaign_id", "lead_id", "text", "hashtags", "image_url",
                                              "alt_text", "quality", "flags", "state"}),
    ("patch", "/contents/{content_id}", "200", {"text", "hashtags", "alt_text"}),
    ("put", "/contents/{content_id}/approve", "200", {"state", "warnings"}),
    ("put", "/contents/{content_id}/reject", "200", {"state"}),
    ("get", "/deliveries", "200", {"id", "content_id", "connection_id", "state", "reason", "scheduled_at",
                                   "published_at", "url"}),
    ("delete", "/deliveries/{delivery_id}", "200", {"state"}),
    ("put", "/deliveries/{delivery_id}/resolution", "200", {"state"}),
    ("get", "/metrics", "200", {"leads", "contents", "published", "engagement"}),
]  # fmt: skip
BODIES = {
    ("post", "/campaigns"): {"name", "industry", "industry_words", "city", "province", "launch"},
    ("patch", "/contents/{content_id}"): {"text", "hashtags", "alt_text"},
    ("put", "/contents/{content_id}/approve"): {"confirm"},
    ("put", "/deliveries/{delivery_id}/resolution"): {"published"},
}
QUERIES = {
    "/campaigns": {"limit", "after"},
    "/campaigns/{campaign_id}/leads": {"limit", "after"},
    "/contents": {"limit", "after", "campaign_id", "state"},
    "/deliveries": {"limit", "after", "content_id"},
}
NESTED = {
    "Metrics": {"leads", "contents", "published", "engagement"},
    "Engagement": {"total", "change_7d"},
    "Quality": {"total", "parts"},
    "Part": {"name", "points", "max", "sentence"},
    "Flag": {"code", "message", "blocking"},
    "Problem": {"type", "status", "code", "title", "errors"},
}


@pytest.fixture
def document(client: FlaskClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/v1/openapi.json").json
    return found


def fields_of(document: dict[str, Any], holder: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of an answer or a body; those of its items where it is a page."""
    schema = holder.get("content", {}).get("application/json", {}).get("schema", {})
    found: dict[str, Any] = _resolved(document, schema).get("properties", {})
    if set(found) == {"items", "next"}:
        found = _resolved(document, found["items"]["items"])["properties"]
    return found


def _resolved(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    name = schema.get("$ref", "").rpartition("/")[2]
    found: dict[str, Any] = document["components"]["schemas"][name] if name else schema
    return found


@pytest.mark.parametrize(("method", "path", "status", "fields"), PROMISED)
def test_a_promised_answer_holds_its_fields(
    document: dict[str, Any], method: str, path: str, status: str, fields: set[str]
) -> None:
    operation = document["paths"][f"/api/v1{path}"][method]
    assert status in operation["responses"]
    assert fields <= set(fields_of(document, operation["responses"][status]))


def test_lists_are_pages_and_take_their_queries(document: dict[str, Any]) -> None:
    for path, names in QUERIES.items():
        operation = document["paths"][f"/api/v1{path}"]["get"]
        assert names <= {each["name"] for each in operation["parameters"] if each["in"] == "query"}
        schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
        assert set(_resolved(document, schema)["properties"]) == {"items", "next"}


def test_bodies_and_what_is_inside_answers_hold_their_fields(document: dict[str, Any]) -> None:
    for (method, path), names in BODIES.items():
        body = document["paths"][f"/api/v1{path}"][method]["requestBody"]
        assert names <= set(fields_of(document, body)), path
    for name, names in NESTED.items():
        assert names <= set(document["components"]["schemas"][name]["properties"]), name
    industry = fields_of(document, document["paths"]["/api/v1/campaigns"]["post"]["requestBody"])["industry"]
    # A trade may be added, none taken away: a program sends these.
    assert {"restaurant", "dentist", "real_estate", "other"} <= set(industry["enum"])
