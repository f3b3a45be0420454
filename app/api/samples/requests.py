"""An example of each request, in curl and in Python: the page shows them, a test carries them out.

Site, token and ids come from the environment, so that what is shown runs as it stands.
"""

from __future__ import annotations

import json
import re
from pprint import pformat
from typing import Any

_URL = "https://exemple.ca/messages"
BODIES: dict[str, dict[str, Any]] = {
    "create_campaign": {"name": "Cafés de Lévis", "industry": "restaurant", "city": "Lévis", "launch": True},
    "edit_content": {"text": "Un café à deux pas du traversier.", "hashtags": ["Lévis"]},
    "approve_content": {"confirm": True},
    "resolve_delivery": {"published": True},
    "create_webhook": {"url": _URL, "events": ["content.approved", "delivery.refused"]},
    "edit_webhook": {"events": ["content.published"], "active": True},
}
QUERIES = {"list_contents": "?state=pending&limit=10", "list_leads": "?limit=10"}
FILES = {"import_leads": "prospects.csv"}
_KEYED = {"create_campaign", "create_search", "create_content"}


def curl(name: str, method: str, path: str) -> str:
    """Return the example in a shell."""
    address = re.sub(r"\{(\w+)\}", lambda found: f"${found[1].upper()}", path) + QUERIES.get(name, "")
    lines = ["curl --fail-with-body" if method == "GET" else f"curl --fail-with-body -X {method}",
             f'"$SITE{address}"', '-H "Authorization: Bearer $TOKEN"']  # fmt: skip
    lines += [f'-H "Idempotency-Key: {name}-1"'] if name in _KEYED else []
    if name in BODIES:
        said = json.dumps(BODIES[name], ensure_ascii=False)
        lines += ['-H "Content-Type: application/json"', f"-d '{said}'"]
    lines += [f"-F file=@{FILES[name]}"] if name in FILES else []
    return " \\\n  ".join(lines)


def python(name: str, method: str, path: str) -> str:
    """Return the example in Python."""
    address = re.sub(r"\{(\w+)\}", lambda found: f"{{environ['{found[1].upper()}']}}", path) + QUERIES.get(name, "")
    keyed = f', "Idempotency-Key": "{name}-2"' if name in _KEYED else ""
    lines = ["from os import environ", "", "import requests", "",
             f"answer = requests.{method.lower()}(", f"    f\"{{environ['SITE']}}{address}\",",
             f"    headers={{\"Authorization\": f\"Bearer {{environ['TOKEN']}}\"{keyed}}},"]  # fmt: skip
    if name in BODIES:
        lines.append(f"    json={pformat(BODIES[name], width=70, sort_dicts=False)},".replace("\n", "\n    "))
    lines += [f'    files={{"file": open("{FILES[name]}", "rb")}},'] if name in FILES else []
    shown = "" if method == "DELETE" else "\nprint(answer.json())"
    return "\n".join([*lines, "    timeout=30,", ")", f"answer.raise_for_status(){shown}"])
