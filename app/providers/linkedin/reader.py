"""Read back one's own publications, where LinkedIn granted the scopes (partners only)."""

from __future__ import annotations

from typing import Any, TypeGuard

from app.providers.contracts import OutgoingPost, PostFigures, PublishedPost
from app.providers.errors import PermissionMissing, ProviderError
from app.providers.http import Call, HttpDoor
from app.providers.linkedin import little_text, wire

LATEST = 20


class LinkedInPostReader:
    """A PostReader; with the self-serve scopes alone, every call raises PermissionMissing."""

    def __init__(self, api_url: str, version: str, user_agent: str) -> None:
        self._api_url = api_url.rstrip("/")
        self._version = version
        self._door = HttpDoor(user_agent, wire.LIMITS)

    def find_own(self, access_token: str, post: OutgoingPost) -> PublishedPost | None:
        """Look for a publication among the author's latest; None when it is not there.

        Raises:
            PermissionMissing: the connection may not read (scope r_member_social).
        """
        author = wire.encoded(post.author_urn)
        path = f"posts?q=author&author={author}&count={LATEST}&sortBy=LAST_MODIFIED"
        wanted = _comparable(little_text.escape(little_text.compose(post.text, post.hashtags)))
        for element in _elements(self._read(access_token, path, "find the publication")):
            urn, commentary = element.get("id"), element.get("commentary")
            if not isinstance(urn, str) or not isinstance(commentary, str):
                continue
            if element.get("lifecycleState", "PUBLISHED") == "PUBLISHED" and _comparable(commentary) == wanted:
                return wire.published(urn)
        return None

    def figures(self, access_token: str, urn: str) -> PostFigures:
        """Return the counters the connection may read; those it may not are None.

        Raises:
            PermissionMissing: it may read none of them.
        """
        refusals: list[PermissionMissing] = []
        reactions = comments = None
        try:
            social = self._read(access_token, f"socialMetadata/{wire.encoded(urn)}", "read the reactions")
            reactions, comments = _reactions(social), _comments(social)
        except PermissionMissing as refusal:
            refusals.append(refusal)
        counts: dict[str, int | None] = {}
        for metric in ("IMPRESSION", "RESHARE"):
            try:
                counts[metric] = self._count(access_token, urn, metric)
            except PermissionMissing as refusal:
                refusals.append(refusal)
                break
        if len(refusals) == 2:
            raise refusals[0]
        return PostFigures(reactions, comments, counts.get("RESHARE"), counts.get("IMPRESSION"))

    def _count(self, access_token: str, urn: str, metric: str) -> int | None:
        kind = "ugc" if urn.startswith("urn:li:ugcPost:") else "share"
        # Tuple signs stay as they are; only the URN is encoded.
        path = (
            f"memberCreatorPostAnalytics?q=entity&entity=({kind}:{wire.encoded(urn)})"
            f"&queryType={metric}&aggregation=TOTAL"
        )
        counts = [element.get("count") for element in _elements(self._read(access_token, path, f"read {metric}"))]
        whole = [count for count in counts if _is_count(count)]
        return sum(whole) if whole else None

    def _read(self, access_token: str, path: str, what: str) -> dict[str, Any]:
        headers = wire.versioned(access_token, self._version)
        answer = self._door.send(Call("GET", f"{self._api_url}/rest/{path}", headers))
        if answer.status != 200:
            raise wire.failure(answer, what, [access_token])
        found = answer.json()
        if not isinstance(found, dict):
            raise ProviderError(f"{what}: not an object", code="malformed", status=200)
        return found


def _comparable(commentary: str) -> str:
    return " ".join(little_text.plain(commentary).split())


def _elements(found: dict[str, Any]) -> list[dict[str, Any]]:
    elements = found.get("elements")
    return [each for each in elements if isinstance(each, dict)] if isinstance(elements, list) else []


def _reactions(found: dict[str, Any]) -> int | None:
    kinds = found.get("reactionSummaries")
    if not isinstance(kinds, dict):
        return None
    counts = [kind.get("count") for kind in kinds.values() if isinstance(kind, dict)]
    return sum(count for count in counts if _is_count(count))


def _comments(found: dict[str, Any]) -> int | None:
    summary = found.get("commentSummary")
    count = summary.get("count") if isinstance(summary, dict) else None
    return count if _is_count(count) else None


def _is_count(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
