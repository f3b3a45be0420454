"""Addresses hidden from machines are read; words that only look like one are not."""

from __future__ import annotations

import pytest

from app.providers.website import obfuscation
from app.providers.website.addresses import found_in

HIDDEN = (
    "info [at] resto [dot] ca", "info (arobase) resto.ca", "info « à » resto.ca", "info @ resto.ca", "info(a)resto.ca",
    "info {at} resto {point} ca", "info à resto.ca", "info AT resto DOT ca", "info arobase resto point ca",
    "info(@)resto.ca", "info[at]resto.ca", "info_at_resto.ca", "ac.otser@ofni", "Écrivez à : info [arobas] resto.ca.",
)  # fmt: skip
SCRIPTS = (
    "document.write('<a href=\"mailto:' + 'info' + '@' + 'resto.ca' + '\">');",
    "var u='info'; var d = \"resto.ca\"; el.innerHTML = u+String.fromCharCode(64)+d;",
    "x=['info','resto.ca'].join('@')",
    "a='info'+'&#64;'+'resto.ca'",
    'b="in"+"fo\\u0040resto"+".ca"',
    "location='mailto:info%40resto.ca'",
)
ATTRIBUTES = (
    {"data-email": "info@resto.ca"},
    {"data-user": "info", "data-domain": "resto.ca"},
    {"data-name": "info", "data-host": "resto", "data-tld": "ca"},
    {"data-email": "aW5mb0ByZXN0by5jYQ=="},
    {"data-courriel": "ac.otser@ofni"},
    {"data-mail": "info [at] resto [dot] ca"},
    {"data-cfemail": "5a" + "".join(f"{byte ^ 0x5A:02x}" for byte in b"info@resto.ca")},
)
STUCK = {
    "Courriel:info@resto.caTéléphone:418 555-0101": "info@resto.ca",
    "514-555-0123info@resto.ca": "info@resto.ca",
    "Courrielinfo@resto.caHeures": "info@resto.ca",
    "info@resto.catelephone": "info@resto.ca",
    "Écrivez à l'info@resto.ca.": "info@resto.ca",
    "infoNOSPAM@resto.ca": "info@resto.ca",
    "INFO@RESTO.CA": "info@resto.ca",
    "chef@studio.photography": "chef@studio.photography",
}
NOT_ADDRESSES = (
    "Suivez-nous @resto.ca", "Visit us at resto.ca", "logo@2x.png", "entete@3x.webp", "i***@exemple.example",
    "inf…@resto.example", "react@18.2.0", "look-at-me.ca", "creme-a-la.ca", "un repas à Montréal.ca", "a@b",
    "@import url(x.css)", "info@localhost", "prix : 5 $ @ 10 $",
)  # fmt: skip


@pytest.mark.parametrize("text", HIDDEN)
def test_an_address_said_in_a_roundabout_way_is_read(text: str) -> None:
    assert "info@resto.ca" in list(obfuscation.in_text(text))


@pytest.mark.parametrize("script", SCRIPTS)
def test_an_address_that_a_script_puts_together_is_read_without_running_it(script: str) -> None:
    assert "info@resto.ca" in list(obfuscation.in_script(script))


@pytest.mark.parametrize("attributes", ATTRIBUTES)
def test_an_address_that_an_element_carries_for_a_script_is_read(attributes: dict[str, str]) -> None:
    assert "info@resto.ca" in list(obfuscation.in_attributes(attributes))


@pytest.mark.parametrize(("text", "address"), STUCK.items())
def test_words_stuck_to_an_address_are_taken_off(text: str, address: str) -> None:
    assert list(found_in(text)) == [address]


@pytest.mark.parametrize("text", NOT_ADDRESSES)
def test_what_only_looks_like_an_address_is_left(text: str) -> None:
    assert list(found_in(text)) + list(obfuscation.in_text(text)) == []
