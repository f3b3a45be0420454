"""Whatever is approved comes back the same from a network that unescapes, cuts and counts as LinkedIn does."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domains.publishing import network
from app.domains.publishing.models import Connection
from app.providers.contracts import OutgoingPost
from app.providers.errors import Refused
from app.providers.linkedin import little_text
from app.sandbox.server import RunningSandbox
from tests.factories.publishing import calls, feed, planned, sent
from tests.people import Person

RESERVED = list("\\|{}@[]()<>*_~#")
TRAPS = [
    "\\\\", "{hashtag|\\#|mot}", "@[Nom](urn:li:person:abc)", "#", "##", "#1", "#Été", "#café_noir", "(#Lévis)", "a#b",
    "l’#automne", "\r\n", "\r", "\n\n\n", "\t", " ", "\u00a0", "https://exemple.ca/a_b?c=(d)&e=~f#g",
    "http://café.example/*", "e\u0301", "o\u0308\u0323", "👩‍👩‍👧‍👦", "🇨🇦", "👍🏽", "❤️", "\u202e", "\ufeff",
    "« à 100 % »", "$5*", "👩\u200d👩\u200d👧",
]  # fmt: skip
PIECES = st.one_of(
    st.sampled_from(RESERVED), st.sampled_from(TRAPS), st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
)
TAGS = st.lists(st.from_regex(r"\A[A-Za-zÀ-ÖØ-öø-ÿ][A-Za-zÀ-ÖØ-öø-ÿ0-9]{0,20}\Z"), max_size=5)


def fitting(pieces: list[str], repeats: int) -> str:
    """Join pieces into the longest text that LinkedIn still takes."""
    text = "".join(pieces) * repeats
    while little_text.escaped_length(text) > little_text.MAX_LENGTH:
        text = text[: -max(1, (little_text.escaped_length(text) - little_text.MAX_LENGTH) // 2)]
    return text


TEXTS = st.builds(fitting, st.lists(PIECES, min_size=1, max_size=60), st.sampled_from([1, 1, 1, 7, 400]))


def as_read(text: str) -> str:
    """Return a text as any page shows its lines."""
    return re.sub("\r\n?", "\n", text)


@pytest.fixture
def token(connection: Connection) -> str:
    """What opens Camille's account."""
    from app.core import crypto

    return crypto.unseal(connection.sealed_access_token)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS, hashtags=TAGS)
def test_any_text_that_fits_comes_back_whole(
    connection: Connection, token: str, sandbox: RunningSandbox, text: str, hashtags: list[str]
) -> None:
    sandbox.state.posts.clear()
    line = " ".join(f"#{tag}" for tag in hashtags)
    if network.publisher(connection).escaped_length(text, hashtags) > 3000:
        hashtags, line = [], ""
    published = network.publisher(connection).create(token, OutgoingPost(connection.account_urn, text, tuple(hashtags)))
    [post] = feed(sandbox)
    assert post.text == "\n\n".join(part for part in (as_read(text), line) if part)
    assert (post.urn, post.truncated) == (published.urn, False)
    # Those asked for are clickable, whatever the text ends with.
    assert post.hashtags[len(post.hashtags) - len(hashtags) :] == hashtags


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS.filter(lambda text: bool(text)))
def test_one_sign_too_many_is_refused_before_any_call(
    connection: Connection, token: str, sandbox: RunningSandbox, text: str
) -> None:
    before = calls(sandbox, "POST", "/rest/posts")
    longer = text + "(" * 3000
    with pytest.raises(Refused) as refused:
        network.publisher(connection).create(token, OutgoingPost(connection.account_urn, longer, ()))
    assert refused.value.code == "too_long"
    assert calls(sandbox, "POST", "/rest/posts") == before


@pytest.mark.parametrize(
    "text", ["".join(RESERVED) * 100, "Un (mot) [à] {bord} _ ~ * #1 \\ | < > @\r\nPuis, l’été 🇨🇦 #Lévis"]
)
def test_the_approved_text_goes_from_row_to_feed_character_for_character(
    alice: Person, connection: Connection, sandbox: RunningSandbox, text: str
) -> None:
    delivery = planned(alice, text, hashtags=[])
    assert sent(delivery).state == "published"
    assert [(post.text, post.truncated) for post in feed(sandbox)] == [(as_read(text), False)]
