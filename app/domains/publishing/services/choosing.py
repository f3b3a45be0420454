"""Where one consent opens several accounts: hold it while she chooses, then open what she ticked."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from app.core import clock, crypto
from app.core.db import db
from app.domains.leads.folding import fold
from app.domains.publishing import accounts, network
from app.domains.publishing.models import Connection
from app.domains.publishing.networks import NETWORKS
from app.domains.publishing.services.connecting import announce, remember
from app.domains.publishing.states import AccountKind
from app.domains.workspaces.models import Workspace
from app.providers.contracts import Grant, OpenedAccount
from app.providers.errors import Refused

# Longer than anybody takes to tick; what was held is worth nothing after.
HELD_FOR = timedelta(minutes=20)
# Two tokens as long as LinkedIn's may be (contract 05) fit; with the rest of the session, a cookie holds 4,096 bytes.
LONGEST = 3_300


def hold(code: str, name: str, verifier: str = "") -> str:
    """Trade the code of a consent, and return it sealed for the person's own session; raises ProviderError."""
    proof = verifier if NETWORKS[name].has_pkce else ""
    grant = network.authorizer(name).exchange(code, network.redirect_uri(name), proof)
    until = min(grant.expires_at, clock.now() + HELD_FOR)
    held = _sealed(name, grant, until)
    # A cookie that browsers drop would lose the whole consent: better an access that is renewed by hand.
    return held if len(held) <= LONGEST else _sealed(name, replace(grant, refresh_token=""), until)


def choices(sealed: str) -> Sequence[OpenedAccount]:
    """Return the accounts a held consent opens.

    Raises:
        Refused: code "authorization_refused", where nothing is held any more.
        ProviderError: the network did not answer.
    """
    name, grant = _held(sealed)
    return network.chooser(name).accounts(grant)


def ticked(workspace: Workspace, name: str, found: Sequence[OpenedAccount]) -> set[str]:
    """Return the keys to tick beforehand: those open here already, and of the network she asked for, the likeliest."""
    known = {f"{each.network}:{each.account_urn}" for each in accounts.connections(workspace.id)}
    asked = [each for each in found if each.network == name]
    open_here = {key(each) for each in found} & known
    return open_here if open_here & {key(each) for each in asked} else open_here | _likeliest(workspace, name, asked)


def open_chosen(workspace_id: int, sealed: str, chosen: Collection[str]) -> list[Connection]:
    """Open the accounts whose `key` was ticked, have them receive what is approved, and commit.

    Raises:
        ProviderError: as `choices`.
    """
    opened = []
    for each in choices(sealed):
        if key(each) not in chosen or not network.may_write(each.network, each.account.kind, each.grant.scopes):
            continue
        connection = remember(workspace_id, each.network, each.grant, each.account)
        connection.is_target = True
        announce(connection)
        opened.append(connection)
    db.session.commit()
    return opened


def key(found: OpenedAccount) -> str:
    """Return what names an account in the form."""
    return f"{found.network}:{found.account.urn}"


def _likeliest(workspace: Workspace, name: str, asked: Sequence[OpenedAccount]) -> set[str]:
    """Return the one closed last, the one that bears her business's name, the only one, or the only Page: or none."""
    last = accounts.last_closed(workspace.id, name)
    guesses = (
        [each for each in asked if last is not None and each.account.urn == last.account_urn],
        [each for each in asked if fold(each.account.name) == fold(workspace.name)],
        asked,
        [each for each in asked if each.account.kind == AccountKind.PAGE],
    )
    return {key(each) for each in next((guess for guess in guesses if len(guess) == 1), [])}


def _sealed(name: str, grant: Grant, until: datetime) -> str:
    given = [grant.access_token, grant.expires_at.isoformat(), list(grant.scopes), grant.refresh_token]
    return crypto.seal(json.dumps([name, until.isoformat(), *given, grant.person_id]))


def _held(sealed: str) -> tuple[str, Grant]:
    try:
        name, until, token, expires_at, scopes, refresh_token, person_id = json.loads(crypto.unseal(sealed))
    except (crypto.UnreadableSecret, ValueError) as error:
        raise Refused("no consent is held", code="authorization_refused") from error
    if datetime.fromisoformat(until) <= clock.now():
        raise Refused("the consent was held too long", code="authorization_refused")
    return name, Grant(token, datetime.fromisoformat(expires_at), tuple(scopes), refresh_token, person_id=person_id)
