"""Judge a text while it is typed, and keep nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domains.contents import hashtags as tags
from app.domains.contents import queries
from app.domains.contents.judging import Flag, Subject, judged, quality
from app.domains.contents.models import Content
from app.domains.contents.preview import Folded, fold
from app.domains.contents.quality import Quality, count_words
from app.domains.workspaces.models import Workspace
from app.providers.linkedin.little_text import MAX_LENGTH, escaped_length

# Beyond what any network takes, nothing more is learnt by reading on, and a whole book would hold the server.
MOST_READ, MOST_TAGS = 3 * MAX_LENGTH, 50


@dataclass(frozen=True)
class Trial:
    """What would be said of a text. `length` is what LinkedIn counts, of `most`."""

    text: str
    hashtags: Sequence[str]
    fold: Folded
    length: int
    most: int
    words: int
    quality: Quality
    flags: Sequence[Flag]

    @property
    def is_too_long(self) -> bool:
        """Tell whether the network would refuse it."""
        return self.length > self.most


@dataclass(frozen=True)
class Typed:
    """A text as it stands in a form."""

    text: str
    hashtags: Sequence[str]
    alt_text: str = ""


def tried(workspace: Workspace, content: Content | None, typed: Typed, *, has_picture: bool = True) -> Trial:
    """Judge a person's text: in the place of a publication's, or as one of her own."""
    text, kept = typed.text.replace("\r\n", "\n"), tags.typed(typed.hashtags)
    subject = _subject(workspace, content)
    read, tags_read = text[:MOST_READ], [tag[:MOST_READ] for tag in kept[:MOST_TAGS]]
    return Trial(
        text=text,
        hashtags=kept,
        fold=fold(text),
        length=escaped_length(text, kept),
        most=MAX_LENGTH,
        words=count_words(text),
        quality=quality(read, tags_read, typed.alt_text, subject, has_picture=has_picture),
        flags=judged(read, tags_read, subject, by_machine=False),
    )


def _subject(workspace: Workspace, content: Content | None) -> Subject:
    if content is not None:
        return queries.subject_among(content, workspace)
    return replace(queries.subject(workspace, None), others=queries.latest_texts(workspace.id, None))
