"""What the accounts a publication would go to could not take of it, said before it is approved."""

from __future__ import annotations

import re

from app.core.i18n import NBSP, number
from app.domains.contents.models import Content
from app.domains.publishing import accounts, network, wording
from app.domains.publishing.models import Connection
from app.domains.publishing.networks import NETWORKS

_HASHTAG = re.compile(r"#\w+")


def misfits(content: Content) -> list[str]:
    """Return, a sentence each, the accounts that would refuse a publication as it is; one query."""
    targets = [each for each in accounts.targets(content.workspace_id) if each.network in NETWORKS]
    return [f"{wording.account(each)}{NBSP}: {reason}" for each in targets if (reason := _reason(content, each))]


def _reason(content: Content, connection: Connection) -> str:
    rules = NETWORKS[connection.network]
    if rules.picture.is_needed and not content.picture_key:
        return "ce compte ne publie rien sans image. Ajoutez-en une."
    tags = len(content.hashtags) + len(_HASHTAG.findall(content.text))
    if rules.hashtag_cap is not None and tags > rules.hashtag_cap:
        return f"au plus {rules.hashtag_cap} mots-clics y sont acceptés. Retirez-en {tags - rules.hashtag_cap}."
    length = network.publisher(connection).escaped_length(content.text, content.hashtags)
    if length > rules.text_cap:
        return f"ce texte compte {number(length)} caractères, et {number(rules.text_cap)} y sont acceptés."
    return ""
