"""Who can do what outside; classes are loaded when asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from app.providers.watching import Watched
from app.providers.wording import LABELS


@dataclass(frozen=True)
class Provider:
    """One outside service: its French label, and its classes by capability as "module:Class"."""

    label: str
    capabilities: Mapping[str, str]


_HERE = "app.providers"
PROVIDERS: Mapping[str, Provider] = {
    "openstreetmap": Provider(
        LABELS["openstreetmap"],
        {
            "LeadSource": f"{_HERE}.openstreetmap.source:OpenStreetMapSource",
            "PlaceFinder": f"{_HERE}.openstreetmap.places:OpenStreetMapPlaces",
        },
    ),
    "google_places": Provider(
        LABELS["google_places"],
        {
            "LeadSource": f"{_HERE}.google_places.source:GooglePlacesSource",
            "LeadRefresher": f"{_HERE}.google_places.refresher:GooglePlacesRefresher",
        },
    ),
    "website": Provider(LABELS["website"], {"EmailFinder": f"{_HERE}.website.finder:WebsiteFinder"}),
    "hunter": Provider(LABELS["hunter"], {"EmailFinder": f"{_HERE}.hunter.finder:HunterFinder"}),
    "gemini": Provider(
        LABELS["gemini"],
        {
            "TextWriter": f"{_HERE}.gemini.writer:GeminiWriter",
            "ImageMaker": f"{_HERE}.gemini.picturing:GeminiImageMaker",
        },
    ),
    "linkedin": Provider(
        LABELS["linkedin"],
        {
            "Authorizer": f"{_HERE}.linkedin.authorizer:LinkedInAuthorizer",
            "TokenRenewer": f"{_HERE}.linkedin.authorizer:LinkedInAuthorizer",
            "AccountChooser": f"{_HERE}.linkedin.pages:LinkedInPages",
            "Publisher": f"{_HERE}.linkedin.publisher:LinkedInPublisher",
            "PostReader": f"{_HERE}.linkedin.reader:LinkedInPostReader",
        },
    ),
    # One application and one consent open both: a Page, and the Instagram account linked to it.
    "facebook": Provider(
        LABELS["facebook"],
        {
            "Authorizer": f"{_HERE}.meta.authorizer:MetaAuthorizer",
            "AccountChooser": f"{_HERE}.meta.authorizer:MetaAuthorizer",
            "Publisher": f"{_HERE}.meta.facebook:FacebookPublisher",
            "PostReader": f"{_HERE}.meta.readers:FacebookPostReader",
        },
    ),
    "instagram": Provider(
        LABELS["instagram"],
        {
            "Authorizer": f"{_HERE}.meta.authorizer:MetaAuthorizer",
            "AccountChooser": f"{_HERE}.meta.authorizer:MetaAuthorizer",
            "Publisher": f"{_HERE}.meta.instagram:InstagramPublisher",
            "PostReader": f"{_HERE}.meta.readers:InstagramPostReader",
        },
    ),
    "web_push": Provider(LABELS["web_push"], {"PushSender": f"{_HERE}.web_push.sender:WebPushSender"}),
    "webhook": Provider(LABELS["webhook"], {"HookSender": f"{_HERE}.webhook.sender:WebhookSender"}),
    "offline": Provider(LABELS["offline"], {"TextWriter": f"{_HERE}.offline.writer:OfflineWriter"}),
    "drawn": Provider(LABELS["drawn"], {"ImageMaker": f"{_HERE}.drawn.maker:DrawnPictures"}),
}


def can(name: str, capability: str | type) -> bool:
    """Tell whether a provider has a capability, given as a Protocol of contracts.py or its name."""
    provider = PROVIDERS.get(name)
    return provider is not None and _word(capability) in provider.capabilities


def load(name: str, capability: str | type, **options: Any) -> Any:
    """Build what does this for this provider, with its constructor's `options`; whoever listens is told of its calls.

    Raises:
        LookupError: no such provider, or it cannot do that.
    """
    if not can(name, capability):
        raise LookupError(f"{name} has no {_word(capability)}")
    module, _, attribute = PROVIDERS[name].capabilities[_word(capability)].partition(":")
    return Watched(name, getattr(import_module(module), attribute)(**options))


def _word(capability: str | type) -> str:
    return capability if isinstance(capability, str) else capability.__name__


def prepare(name: str) -> None:
    """Import all a provider needs, once: what a worker's processes are forked from has it already."""
    for path in PROVIDERS[name].capabilities.values():
        import_module(path.partition(":")[0])
