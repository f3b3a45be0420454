"""The certificate of an erasure: what went, counted, under a digest anybody may compute again. It names nobody."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from app.core import clock, crypto
from app.core.db import db
from app.core.i18n import _, moment
from app.domains.privacy.models import Erasure
from app.domains.privacy.paper import Block, Kind, printed
from app.domains.privacy.states import ErasureState


def certified(subject: str, code: str, counts: Mapping[str, int]) -> dict[str, Any]:
    """Return a certificate: how many rows of each table and how many files went."""
    return {"subject": subject, "code": code, "erased_at": clock.now().isoformat(timespec="seconds"),
            "counts": {name: count for name, count in sorted(counts.items()) if count}}  # fmt: skip


def digest(certificate: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a certificate, its keys sorted, without blanks; hexadecimal."""
    return crypto.fingerprint(canonical(certificate))


def canonical(certificate: Mapping[str, Any]) -> str:
    """Return the very text the digest is of."""
    return json.dumps(certificate, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def by_code(code: str) -> Erasure | None:
    """Return the erasure a certificate's code names, once it is done."""
    mine = select(Erasure).where(Erasure.code == code, Erasure.state == ErasureState.DONE)
    return db.session.scalar(mine)


def is_whole(row: Erasure) -> bool:
    """Tell whether a certificate still has the digest it was given."""
    return hashlib.sha256(canonical(row.certificate).encode()).hexdigest() == row.digest


def paper(row: Erasure, site: str) -> bytes:
    """Return the certificate as PDF."""
    counts, head = row.certificate["counts"], [_("Table"), _("Lignes effacées")]
    blocks = [
        Block(Kind.TITLE, _("Attestation d’effacement")),
        Block(Kind.TEXT, _("Effacement fait %(when)s. Ce document ne nomme personne.", when=moment(row.ended_at))
              if row.ended_at else ""),
        Block(Kind.TABLE, rows=[head, *([name, str(count)] for name, count in counts.items())]),
        Block(Kind.HEADING, _("Vérifier")),
        Block(Kind.TEXT, _("Code\u00a0: %(code)s", code=row.code)),
        Block(Kind.TEXT, _("Empreinte SHA-256\u00a0: %(digest)s", digest=row.digest)),
        Block(Kind.TEXT, f"{site}/confidentialite/attestation/{row.code}"),
        Block(Kind.SOFT, canonical(row.certificate)),
    ]  # fmt: skip
    return printed(_("Attestation d’effacement"), blocks)
