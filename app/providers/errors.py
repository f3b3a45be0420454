"""One error family for the whole outside world."""

from __future__ import annotations


class ProviderError(Exception):
    """An outside service did not do what was asked.

    permanent: no retry; mark the connection or the work, tell the person.
    retry_after_seconds: exactly that wait, when the service gave one.
    code: stable word that wording.py turns into a French sentence.
    """

    permanent = False

    def __init__(
        self,
        message: str,
        *,
        code: str = "unavailable",
        permanent: bool | None = None,
        retry_after_seconds: float | None = None,
        status: int | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.retry_after_seconds = retry_after_seconds
        self.status = status
        if permanent is not None:
            self.permanent = permanent


class AccessRevoked(ProviderError):
    """The credentials no longer open the door: the person must reconnect."""

    permanent = True


class PermissionMissing(ProviderError):
    """Valid credentials, but not for this act (403)."""

    permanent = True


class QuotaReached(ProviderError):
    """A limit was reached; retry_after_seconds says how long it lasts, when known."""


class Refused(ProviderError):
    """The service said no for good."""

    permanent = True


class MediaLost(ProviderError):
    """What upload made is spoilt or too old: another has to be made before the next try."""


class Duplicate(Refused):
    """The network already holds this publication, under `urn`."""

    def __init__(self, message: str, *, urn: str) -> None:
        super().__init__(message, code="duplicate", status=422)
        self.urn = urn


class VersionRetired(ProviderError):
    """Our API version is too old (426): the operator must raise it; deliveries wait."""


class OutcomeUnknown(ProviderError):
    """The service may have acted and we never heard: never blindly repeated."""
