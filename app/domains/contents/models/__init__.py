"""Tables of publications, and of what is kept beside them."""

from __future__ import annotations

from app.domains.contents.models.publications import LONGEST_TITLE, Content, Writing
from app.domains.contents.models.records import ContentDecision, ContentVersion, KeptAnswer, ModelCall

__all__ = ["LONGEST_TITLE", "Content", "ContentDecision", "ContentVersion", "KeptAnswer", "ModelCall", "Writing"]
