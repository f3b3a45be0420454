"""A network that asks, for a person it knows, that what it told us of her be erased: the accesses she gave."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.exc import IntegrityError

from app.core import clock, crypto, logs
from app.core.db import db
from app.domains.privacy import certificates, wording
from app.domains.privacy.models import Erasure, PrivacyRequest
from app.domains.privacy.states import ErasureState, RequestState, Subject
from app.domains.publishing import accounts
from app.domains.publishing import services as publishing
from app.domains.publishing.models import Connection
from app.domains.publishing.networks import label_of

_CODE_LENGTH = 32

log = logs.get("privacy.networks")


def forget(person_id: str, proof: str) -> Erasure:
    """Erase the accesses a person gave us of a network, settle the request in each workspace, and commit.

    Args:
        person_id: the number the network knows her by.
        proof: what the request is known by; sent again, it gets the same certificate.
    """
    code, found = crypto.fingerprint(proof)[:_CODE_LENGTH], accounts.opened_by(person_id)
    row = certificates.by_code(code)
    if row is not None:
        # She did not ask this of what she opened since: whoever sends her request again closes nothing more.
        found = [each for each in found if each.connected_at <= row.asked_at]
    row = row or _certified(code, found)
    for connection in found:
        # The network took its tokens back already.
        publishing.disconnect(connection, is_known_there=True)
    db.session.commit()
    log.info("network asked to forget", connections=len(found))
    return row


def _certified(code: str, found: Sequence[Connection]) -> Erasure:
    now = clock.now()
    paper = certificates.certified(Subject.NETWORK, code, {"connections": len(found)})
    row = Erasure(workspace_id=0, subject=Subject.NETWORK, state=ErasureState.DONE, code=code, due_at=now,
                  certificate=paper, digest=certificates.digest(paper), ended_at=now)  # fmt: skip
    try:
        with db.session.begin_nested():
            db.session.add(row)
    except IntegrityError:
        # The same request, at the same moment: the other one keeps it.
        return certificates.by_code(code) or row
    for workspace_id in sorted({each.workspace_id for each in found}):
        _settle(workspace_id, code, [each for each in found if each.workspace_id == workspace_id])
    return row


def _settle(workspace_id: int, code: str, found: Sequence[Connection]) -> None:
    """Note in a workspace's register what was asked and done."""
    now, names = clock.now(), ", ".join(f"{label_of(each.network)} ({each.account_name})" for each in found)
    db.session.add(
        PrivacyRequest(
            workspace_id=workspace_id, kind="deletion", name=str(wording.ASKED_BY_META), email="", details="",
            state=RequestState.ANSWERED, fingerprint=crypto.fingerprint(f"{workspace_id}|{code}"),
            answer=wording.accesses_erased(names), received_at=now, confirmed_at=now, answered_at=now,
        )
    )  # fmt: skip
