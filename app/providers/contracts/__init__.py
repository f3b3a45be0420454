"""Capabilities the product asks of the outside world, and what crosses that border.

One Protocol per capability, frozen dataclasses in and out: raw JSON never leaves a
provider's folder. A provider that cannot do a thing simply has no such class.
"""

from __future__ import annotations

from app.providers.contracts.finding import (
    EmailFinder,
    FoundLead,
    LeadQuery,
    LeadRefresher,
    LeadSource,
    Place,
    PlaceFinder,
    SearchAnswer,
    SiteFact,
    SiteFindings,
    SiteQuery,
    SiteVisit,
)
from app.providers.contracts.hooking import HookAnswer, HookRequest, HookSender
from app.providers.contracts.pictures import ImageMaker, Picture, PictureRequest
from app.providers.contracts.publishing import (
    Account,
    AccountChooser,
    Authorizer,
    Grant,
    OpenedAccount,
    OutgoingPicture,
    OutgoingPost,
    PostFigures,
    PostReader,
    PublishedPost,
    Publisher,
    TokenRenewer,
)
from app.providers.contracts.pushing import PushDevice, PushMessage, PushSender
from app.providers.contracts.writing import (
    FORMAL_TRADES,
    BusinessFacts,
    Draft,
    Intention,
    Intentions,
    LeadFacts,
    TextWriter,
    Wish,
    WritingRequest,
    allowed_intention,
    intentions_of,
    says_vous,
)

__all__ = [
    "FORMAL_TRADES",
    "Account",
    "AccountChooser",
    "Authorizer",
    "BusinessFacts",
    "Draft",
    "EmailFinder",
    "FoundLead",
    "Grant",
    "ImageMaker",
    "Intention",
    "Intentions",
    "LeadFacts",
    "LeadQuery",
    "LeadRefresher",
    "LeadSource",
    "OpenedAccount",
    "OutgoingPicture",
    "OutgoingPost",
    "Picture",
    "PictureRequest",
    "Place",
    "PlaceFinder",
    "PostFigures",
    "PostReader",
    "PublishedPost",
    "Publisher",
    "PushDevice",
    "PushMessage",
    "HookAnswer",
    "HookRequest",
    "HookSender",
    "PushSender",
    "SearchAnswer",
    "SiteFact",
    "SiteFindings",
    "SiteQuery",
    "SiteVisit",
    "TextWriter",
    "TokenRenewer",
    "Wish",
    "WritingRequest",
    "allowed_intention",
    "intentions_of",
    "says_vous",
]
