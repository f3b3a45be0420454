"""What runs the product elsewhere: said correctly, pinned, and closed to what it does not need."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import check_jsonschema
import jsonschema
import pytest
import yaml

from app import ROOT
from app.settings import REQUIRED_IN_PRODUCTION, Settings

SCHEMA = Path(check_jsonschema.__file__).parent / "builtin_schemas" / "vendor" / "compose-spec.json"
PRODUCT = ("web", "worker", "migrate")
PINNED = re.compile(r"[\w./-]+:\d+\.\d+[\w.-]*")


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())
    return found


def instructions() -> list[tuple[str, str]]:
    """Return the instructions of the Dockerfile, continued lines joined."""
    lines = re.sub(r"\\\n\s*", "", (ROOT / "Dockerfile").read_text()).splitlines()
    return [
        (word, rest) for line in lines if line and not line.startswith("#") for word, _, rest in [line.partition(" ")]
    ]


def test_the_compose_file_is_one(compose: dict[str, Any]) -> None:
    jsonschema.validate(compose, json.loads(SCHEMA.read_text()))


def test_every_service_is_closed_to_what_it_does_not_need(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert "no-new-privileges:true" in service["security_opt"], name
        assert "privileged" not in service, name
        assert name in PRODUCT or service.get("user") not in {None, "root", "0"}, name
        assert "healthcheck" in service or name == "web", f"{name}: the image's own serves the site alone"


def test_only_the_site_is_reached_and_from_this_machine_alone(compose: dict[str, Any]) -> None:
    published = {name: service["ports"] for name, service in compose["services"].items() if "ports" in service}
    assert list(published) == ["web"]
    assert all(port.startswith("127.0.0.1:") for port in published["web"])
    assert compose["networks"]["inside"]["internal"] is True
    assert compose["services"]["database"]["networks"] == compose["services"]["redis"]["networks"] == ["inside"]


def test_nothing_serves_before_the_schema_is_there(compose: dict[str, Any]) -> None:
    for name in ("web", "worker"):
        assert compose["services"][name]["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}
    assert compose["services"]["migrate"]["restart"] == "no"


def test_every_volume_is_named_and_redis_keeps_its_bells(compose: dict[str, Any]) -> None:
    for service in compose["services"].values():
        for volume in service.get("volumes", []):
            assert volume.partition(":")[0] in compose["volumes"]
    command = compose["services"]["redis"]["command"]
    assert command[command.index("--appendonly") + 1] == "yes"


def test_every_image_is_pinned(compose: dict[str, Any]) -> None:
    images = {service["image"] for service in compose["services"].values()} - {compose["services"]["web"]["image"]}
    images |= {rest.split()[0] for word, rest in instructions() if word == "FROM"}
    assert images
    assert not [image for image in images if not PINNED.fullmatch(image)]


def test_no_secret_is_written_in_a_file_of_the_repository(compose: dict[str, Any]) -> None:
    text = (ROOT / "compose.yaml").read_text() + (ROOT / "Dockerfile").read_text()
    assert not re.search(r"(?i)(password|secret|token|key)\w*\s*[:=]\s*(?!\$\{)[\w+/=-]{8,}", text)
    example = dict(_variables())
    for name in ("SECRET_KEY", "TOKEN_KEYS", "POSTGRES_PASSWORD", "METRICS_TOKEN", "BACKUP_PASSPHRASE"):
        assert example[name] == "", name


def _variables() -> list[tuple[str, str]]:
    lines = (ROOT / ".env.example").read_text().splitlines()
    return [(name, value) for line in lines if line and line[0] != "#" for name, _, value in [line.partition("=")]]


def test_the_example_names_what_production_asks_for_and_nothing_unknown(compose: dict[str, Any]) -> None:
    given = set(dict(_variables()))
    by_compose = set(compose["services"]["web"]["environment"])
    assert set(REQUIRED_IN_PRODUCTION) <= given | by_compose
    known = {name.upper() for name in Settings.__dataclass_fields__} | {"POSTGRES_PASSWORD", "BACKUP_PASSPHRASE"}
    assert given <= known
    example = {**dict(_variables()), "SECRET_KEY": "k", "TOKEN_KEYS": "x", "POSTGRES_PASSWORD": "p"}
    assert example["PUBLIC_URL"].startswith("https://")


def test_the_image_runs_as_nobody_and_holds_no_builder() -> None:
    words = [word for word, _ in instructions()]
    stages = [position for position, word in enumerate(words) if word == "FROM"]
    last = instructions()[stages[-1] :]
    assert len(stages) == 2
    users = [rest for word, rest in last if word == "USER"]
    assert users and not users[-1].startswith(("0", "root"))
    assert last.index(("USER", users[-1])) < [word for word, _ in last].index("CMD")
    assert not any("pip install" in rest for word, rest in last if word == "RUN")
    assert [rest for word, rest in last if word == "COPY" and "--from=built" in rest]


def test_the_image_is_asked_how_it_is() -> None:
    [check] = [rest for word, rest in instructions() if word == "HEALTHCHECK"]
    assert "/healthz" in check


def test_the_image_copies_only_what_the_builder_is_sent() -> None:
    allowed = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    copied = {each for word, rest in instructions() if word == "COPY" and "--from" not in rest
              for each in rest.split()[:-1]}  # fmt: skip
    assert copied == allowed
    assert all((ROOT / each).exists() for each in copied)


def test_a_change_of_the_code_installs_no_package_again() -> None:
    steps = instructions()
    installs = next(place for place, (word, rest) in enumerate(steps) if word == "RUN" and "pip install" in rest)
    assert [rest for word, rest in steps[:installs] if word == "COPY"] == ["requirements.txt ."]
    system = max(place for place, (word, rest) in enumerate(steps) if "apt-get" in rest)
    assert min(place for place, (word, rest) in enumerate(steps) if (word, rest) == ("COPY", "app app")) > system


def test_the_image_is_given_no_secret() -> None:
    given = [rest for word, rest in instructions() if word in {"ENV", "ARG", "LABEL"}]
    names = {pair.partition("=")[0] for rest in given for pair in rest.split()}
    assert names
    assert not [name for name in names if re.search("(?i)secret|token|key|pass|dsn|database_url|redis_url", name)]


def test_packages_of_the_system_leave_no_lists_and_nothing_is_added_from_an_address() -> None:
    for word, rest in instructions():
        assert word != "ADD"
        if "apt-get install" in rest:
            assert "--no-install-recommends" in rest
            assert "rm -rf /var/lib/apt/lists" in rest
        assert "sudo" not in rest


def test_the_process_file_names_the_same_programs_as_the_compose_file(compose: dict[str, Any]) -> None:
    lines = dict(line.split(": ", 1) for line in (ROOT / "Procfile").read_text().splitlines())
    assert lines["worker"].split() == compose["services"]["worker"]["command"]
    assert lines["release"].split()[-2:] == compose["services"]["migrate"]["command"][-2:]
    assert ("CMD", '["gunicorn"]') in instructions()
