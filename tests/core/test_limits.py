"""On whom a limit per address counts, behind proxies or not."""

from __future__ import annotations

import dataclasses

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import create_app
from app.core.limits import limiter, subscriber
from app.settings import Settings, SettingsError

FORM = {"email": "personne@exemple.ca", "password": "une phrase assez longue"}


@pytest.fixture(autouse=True)
def counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Count, which the other tests switch off."""
    monkeypatch.setattr(limiter, "enabled", True)


def statuses(client: FlaskClient, addresses: list[str], **headers: str) -> list[int]:
    return [
        client.post("/connexion", data=FORM, headers=headers, environ_base={"REMOTE_ADDR": address}).status_code
        for address in addresses
    ]


@pytest.mark.parametrize(
    ("remote", "counted_on"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::2", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("unix:", "unix:"),
    ],
)
def test_a_subscriber_is_an_address_or_the_network_she_receives(app: Flask, remote: str, counted_on: str) -> None:
    with app.test_request_context(environ_base={"REMOTE_ADDR": remote}):
        assert subscriber() == counted_on


def test_another_address_of_the_same_network_gives_no_more_tries(client: FlaskClient) -> None:
    found = statuses(client, [f"2001:db8:9:9::{number:x}" for number in range(1, 22)])
    assert found == [422] * 20 + [429]


def test_what_a_stranger_says_of_her_address_is_not_believed(client: FlaskClient) -> None:
    found = [statuses(client, ["198.51.100.1"], **{"X-Forwarded-For": f"192.0.2.{last}"})[0] for last in range(21)]
    assert found == [422] * 20 + [429]


def test_behind_a_proxy_each_person_has_her_own_tries(settings: Settings) -> None:
    behind = create_app(dataclasses.replace(settings, trusted_proxies=1))
    behind.config["WTF_CSRF_ENABLED"] = False
    client, proxy = behind.test_client(), "198.51.100.2"
    # What the proxy adds is last; a person may write what she likes before it.
    found = [statuses(client, [proxy], **{"X-Forwarded-For": f"192.0.2.{n}, 203.0.113.9"})[0] for n in range(21)]
    assert found == [422] * 20 + [429]
    assert statuses(client, [proxy], **{"X-Forwarded-For": "203.0.113.10"}) == [422]


def test_the_number_of_proxies_is_a_number() -> None:
    assert Settings.from_env({"APP_ENV": "test", "TRUSTED_PROXIES": "2"}).trusted_proxies == 2
    with pytest.raises(SettingsError, match="TRUSTED_PROXIES"):
        Settings.from_env({"APP_ENV": "test", "TRUSTED_PROXIES": "yes"})


@pytest.mark.parametrize("path", ["/a/inconnu", "/desabonnement/inconnu"])
def test_addresses_that_are_tried_one_after_the_other_are_refused_after_a_while(client: FlaskClient, path: str) -> None:
    there = {"REMOTE_ADDR": "203.0.113.77"}
    posted = [client.post(path, environ_base=there).status_code for _ in range(70)]
    assert posted[:20] == [404] * 20 and posted[-1] == 429
    read = [client.get(path, environ_base=there).status_code for _ in range(60)]
    assert set(read) == {404}, "a scanner that opens each link many times keeps nobody out"
