"""Which gestures ask « Confirmez que c’est vous » of a session left open, and why the others do not."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from werkzeug.routing import Rule

from app.core import clock
from app.core.access import OPERATOR, PROOF_LASTS
from tests.people import Person
from tests.test_every_role import is_open, permission_of
from tests.test_every_route import rows_of, snapshot, walk

# What gives the account, the workspace or a lasting way into either to whoever holds an open session.
PROVED = {
    "POST /profil/courriel": "whoever reads that mailbox holds the account",
    "POST /profil/jetons": "a program acts without a session",
    "POST /securite/cles-d-acces": "it opens without the password",
    "POST /securite/cles-d-acces/demande": "its first half",
    "POST /securite/cles-d-acces/<int:passkey_id>": "a name lent to somebody else's key hides it",
    "DELETE /securite/cles-d-acces/<int:passkey_id>": "shuts its owner out",
    "POST /securite/deux-etapes": "shows the secret of the codes",
    "POST /securite/deux-etapes/activation": "a phone of somebody else's would shut her out",
    "DELETE /securite/deux-etapes": "leaves a password alone",
    "POST /securite/deux-etapes/codes": "each opens once without her phone",
    "POST /securite/deux-etapes/codes.txt": "the same codes, as a file",
    "POST /profil/logiciels": "sends elsewhere what happens here, and shows a secret",
    "POST /profil/logiciels/<int:endpoint_id>": "the same, by another address",
    "POST /profil/logiciels/<int:endpoint_id>/secret": "shows what our messages are signed with",
    "POST /a-venir/calendrier": "an address that reads without a session",
    "POST /membres/invitations": "lets somebody in, for good",
    "POST /membres/<int:user_id>": "gives a role",
    "DELETE /membres/<int:user_id>": "takes a place",
    "POST /membres/<int:user_id>/propriete": "gives the workspace",
    "POST /espace/propriete": "takes it",
    "POST /reglages/confidentialite/exportations": "all there is, in one file",
    "POST /reglages/confidentialite/fermeture": "all there is, erased",
    "POST /securite/fermeture": "her account, erased",
    "POST /reglages/confidentialite/personne/effacement": "a person's, erased for good",
}
# Of the other doors to accounts, members, programs and connections: why not.
DECIDED = {
    "POST /profil/mot-de-passe": "its form asks for the present password",
    "POST /confirmation": "it is the proof",
    "POST /confirmation/cle-d-acces": "it is the proof",
    "POST /profil/courriel/verification": "writes to the address she has",
    "POST /profil/langue": "words alone",
    "POST /espaces": "a workspace of her own, with nothing in it",
    "POST /espaces/<int:workspace_id>/entree": "she is a member of it already",
    "DELETE /securite/appareils": "closes; whoever is afraid does not look for her password",
    "DELETE /securite/appareils/<int:device_id>": "closes",
    "DELETE /profil/jetons/<int:token_id>": "closes",
    "DELETE /profil/logiciels/<int:endpoint_id>": "closes",
    "POST /profil/logiciels/<int:endpoint_id>/essai": "tells of nothing, where it is told already",
    "POST /profil/logiciels/messages/<int:message_id>/rejeu": "the same message to the same address",
    "DELETE /membres/invitations/<int:invitation_id>": "closes",
    "POST /membres/invitations/<int:invitation_id>/renvoi": "the same letter to the same address",
    "POST /connexions/<network_name>": "the network asks who she is; interfaces.md asks for the session alone",
    "POST /connexions/<network_name>/comptes": "after the network's own consent",
    "DELETE /connexions/<network_name>": "closes; a reconnection takes back what it holds",
    "DELETE /connexions/<int:connection_id>": "closes",
    "POST /connexions/<int:connection_id>/cible": "an account she opened",
    "DELETE /connexions/<int:connection_id>/cible": "an account she opened",
    "DELETE /reglages/confidentialite/fermeture": "keeps what is there",
    "DELETE /securite/fermeture": "keeps what is there",
    "POST /reglages/confidentialite/personne/exportation": "what the pages show of one prospect",
    "POST /reglages/confidentialite/demandes/<int:request_id>": "a note beside a request",
    "POST /reglages/confidentialite/incidents/nouveau": "the register only grows",
    "POST /reglages/confidentialite/incidents/<int:incident_id>": "the register only grows",
    "POST /reglages/confidentialite/consentements/nouveau": "the register only grows",
    "POST /reglages/confidentialite/consentements/<int:consent_id>/retrait": "silences",
    "POST /reglages/confidentialite/ne-plus-contacter": "silences",
    "POST /reglages/confidentialite/responsable": "a name on a public page, and mended there",
    "POST /a-approuver/<int:workspace_id>/<int:content_id>/approbation": "the everyday gesture, by thumb",
    "POST /a-approuver/<int:workspace_id>/<int:content_id>/rejet": "the everyday gesture, by thumb",
    "DELETE /a-approuver/<int:workspace_id>/<int:content_id>/decision": "the everyday gesture, by thumb",
}
# The work itself: what it does shows, in the pages and in the journals, and whoever may do it may undo it.
EVERYDAY = {
    "campaign.write", "campaign.delete", "content.write", "content.approve", "delivery.manage", "lead.write",
    "profile.write", "workspace.read", OPERATOR,
}  # fmt: skip


@pytest.fixture
def ids(app: Flask, alice: Person) -> dict[str, Any]:
    return rows_of(alice)


def gestures(app: Flask, ids: dict[str, Any]) -> list[tuple[Rule, str, str]]:
    """Return the doors of the pages that change something; a program's token was made behind a proof."""
    return [
        (rule, method, path) for rule, method, path in walk(app, ids)
        if method != "GET" and not rule.rule.startswith("/api/")
    ]  # fmt: skip


def test_each_gesture_is_proved_or_was_decided_not_to_be(app: Flask, ids: dict[str, Any]) -> None:
    asking, undecided = set(), []
    for rule, method, _path in gestures(app, ids):
        door = f"{method} {rule.rule}"
        if getattr(app.view_functions[rule.endpoint], "asks_proof", False):
            asking.add(door)
        elif not (is_open(rule, method) or door in DECIDED or permission_of(app, rule) in EVERYDAY):
            undecided.append(door)
    assert asking == set(PROVED)
    assert undecided == []


def test_a_session_left_open_is_asked_first_and_nothing_moves(app: Flask, alice: Person, ids: dict[str, Any]) -> None:
    doors = [(method, path) for rule, method, path in gestures(app, ids) if f"{method} {rule.rule}" in PROVED]
    with clock.frozen_at(clock.now() + PROOF_LASTS + timedelta(seconds=1)):
        # Her visit is written down before anything is looked at.
        alice.client.get("/plus")
        before = snapshot()
        for method, path in doors:
            answer = alice.client.open(path, method=method)
            assert (answer.status_code, answer.location) == (303, "/confirmation"), f"{method} {path}"
            answer = alice.client.open(path, method=method, headers=alice.hx)
            assert answer.headers.get("HX-Redirect") == "/confirmation", f"{method} {path}"
        assert snapshot() == before
    assert len(doors) == len(PROVED)


@pytest.mark.parametrize("page", ["/membres", "/profil/logiciels", "/profil/logiciels/{endpoint_id}", "/profil/jetons"])
def test_no_form_is_filled_in_to_be_lost(alice: Person, ids: dict[str, Any], page: str) -> None:
    here = page.format(**ids)
    filled = 'name="email"' if page == "/membres" else 'name="url"' if "logiciels" in page else 'name="scopes"'
    assert filled in alice.client.get(here).text
    with clock.frozen_at(clock.now() + PROOF_LASTS + timedelta(seconds=1)):
        answer = alice.client.get(here)
        assert filled not in answer.text
        assert f"/confirmation?suite={here}" in (answer.text if answer.status_code == 200 else answer.location)
