"""Every network we publish on keeps the same promises; publishing.md leans on each of them."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from app.providers import registry
from app.providers.contracts import OutgoingPicture, OutgoingPost, PublishedPost, Publisher
from app.providers.errors import (
    AccessRevoked,
    Duplicate,
    OutcomeUnknown,
    PermissionMissing,
    ProviderError,
    QuotaReached,
    Refused,
)
from app.providers.http import Limits
from app.sandbox.behaviour import Behaviour
from app.sandbox.records import Post
from app.sandbox.server import RunningSandbox
from tests.providers.publishers import KINDS, Kind
from tests.providers.scripted import closed_port_url, scripted
from tests.sandbox.meta.outside import OutsideMeta
from tests.sandbox.outside import picture

TEXT = "Le nouveau menu du midi (complet) est là!"
EVERY = sorted(KINDS)
NONSENSE = [(name, case) for name in EVERY for case in KINDS[name].nonsense]


@dataclass
class Bench:
    """One publisher before its twin, with an account to publish on."""

    name: str
    kind: Kind
    sandbox: RunningSandbox
    publisher: Publisher
    token: str
    author: str

    def post(self, text: str = TEXT, hashtags: tuple[str, ...] = ("Québec",)) -> OutgoingPost:
        post = OutgoingPost(self.author, text, hashtags, alt_text="Une assiette")
        return self.with_picture(post) if self.kind.needs_picture else post

    def with_picture(self, post: OutgoingPost) -> OutgoingPost:
        return replace(post, media_urn=self.publisher.upload(self.token, post, self.picture()))

    def picture(self) -> OutgoingPicture:
        return OutgoingPicture(picture("JPEG"), "image/jpeg", OutsideMeta(self.sandbox).public_picture())

    def create(self, post: OutgoingPost) -> PublishedPost:
        return self.publisher.create(self.token, post)

    def told(self, what: str, path: str = "", **order: int) -> None:
        path = path or self.kind.create_path
        self.sandbox.state.behaviours.add(Behaviour(self.kind.service, what, method="POST", path=path, **order))

    def shown(self) -> list[Post]:
        return [post for post in self.sandbox.state.posts.values() if post.deleted_at is None]

    def creates(self) -> int:
        # The sandbox notes a call it cut once the line is down: the client may know before.
        for _ in range(200):
            lines = [line for line in list(self.sandbox.state.requests) if line["method"] == "POST"]
            if found := sum(self.kind.create_path in line["path"] for line in lines):
                return found
            time.sleep(0.01)
        return 0


@pytest.fixture(params=EVERY)
def bench(request: pytest.FixtureRequest, sandbox: RunningSandbox) -> Bench:
    """Give each network in turn."""
    kind = KINDS[request.param]
    token, author = kind.connect(sandbox)
    return Bench(request.param, kind, sandbox, kind.build(sandbox.url), token, author)


@pytest.fixture(autouse=True)
def no_token_is_ever_told(caplog: pytest.LogCaptureFixture, sandbox: RunningSandbox) -> Iterator[None]:
    """Look for tokens in all that was logged, whatever happened."""
    caplog.set_level(logging.DEBUG)
    yield
    ours = [record.getMessage() for record in caplog.records if not record.name.startswith("urllib3")]
    assert not [line for line in ours if "EAA" in line or "AQX" in line]


def test_every_network_the_product_offers_is_held_to_this() -> None:
    assert {name for name in registry.PROVIDERS if registry.can(name, Publisher)} == set(EVERY)
    for name in EVERY:
        assert {"Authorizer", "Publisher", "PostReader"} <= set(registry.PROVIDERS[name].capabilities)


def test_a_publication_is_there_once_and_says_where(bench: Bench) -> None:
    published = bench.create(bench.post())
    assert [post.urn for post in bench.shown()] == [published.urn]
    assert published.url.startswith(("https://", "http://127.0.0.1"))
    assert len(published.urn) <= 160
    assert bench.creates() == 1


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Une [table], un {menu}, 50 % de *tout* _ici_ ~ | \\ < > @ #1 (fin",
        "Ligne un\n\nLigne deux\r\nLigne trois",
        "Cafe\u0301 et cre\u0300me 👩‍🍳🍽️, l’œuf à 3 $",
        "Voir https://exemple.ca/menu_du_jour?a=1&b=(2)#haut",
    ],
)
def test_a_text_arrives_as_it_was_approved_then_its_hashtags(bench: Bench, text: str) -> None:
    bench.create(bench.post(text, ("Québec", "AchatLocal")))
    post = bench.shown()[0]
    assert post.text == text.replace("\r\n", "\n") + "\n\n#Québec #AchatLocal"
    assert not post.truncated


@pytest.mark.parametrize("what", ["cut_before", "cut_after", "truncate", "500", "503", "504"])
def test_a_create_nobody_heard_back_of_is_unknown_and_is_not_repeated(bench: Bench, what: str) -> None:
    post = bench.post()
    bench.told(what, times=-1)
    with pytest.raises(OutcomeUnknown) as caught:
        bench.create(post)
    assert bench.creates() == 1
    assert len(bench.shown()) <= 1
    assert bench.token not in f"{caught.value!r} {caught.value}"


@pytest.mark.parametrize(("name", "case"), NONSENSE)
def test_a_create_whose_answer_cannot_be_read_is_unknown_and_is_not_repeated(
    name: str, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = KINDS[name]
    monkeypatch.setattr(kind.wire, "LIMITS", Limits(connect_seconds=1, read_seconds=0.3, total_seconds=1))
    with scripted(kind.nonsense[case]) as server:
        with pytest.raises(OutcomeUnknown) as caught:
            kind.build(server.url).create("EAA-jeton", OutgoingPost("1", TEXT, media_urn="178"))
        assert len([request for request in server.requests if request.method == "POST"]) == 1
    assert "EAA-jeton" not in str(caught.value)


def test_a_create_that_never_left_may_be_tried_again(bench: Bench) -> None:
    post = bench.post()
    with pytest.raises(ProviderError) as caught:
        bench.kind.build(closed_port_url()).create(bench.token, post)
    assert not isinstance(caught.value, OutcomeUnknown)
    assert not caught.value.permanent


@pytest.mark.parametrize(
    ("what", "kind", "permanent"),
    [("401", AccessRevoked, True), ("403", PermissionMissing, True), ("400", Refused, True)],
)
def test_each_refusal_has_its_error(bench: Bench, what: str, kind: type[ProviderError], permanent: bool) -> None:
    post = bench.post()
    bench.told(what)
    with pytest.raises(kind) as caught:
        bench.create(post)
    assert (caught.value.permanent, bench.shown()) == (permanent, [])
    assert caught.value.code
    assert bench.token not in f"{caught.value!r} {caught.value}"


def test_a_network_that_wants_rest_says_for_how_long(bench: Bench) -> None:
    post = bench.post()
    bench.told("429", retry_after=45)
    with pytest.raises(QuotaReached) as caught:
        bench.create(post)
    assert caught.value.retry_after_seconds == 45


def test_a_network_that_wants_rest_without_a_word_still_gets_some(bench: Bench) -> None:
    post = bench.post()
    bench.told("429")
    with pytest.raises(QuotaReached) as caught:
        bench.create(post)
    assert 60 <= (caught.value.retry_after_seconds or 0) <= 86_400


def test_the_same_words_twice_are_a_duplicate_where_the_network_refuses_them(bench: Bench) -> None:
    first = bench.create(bench.post())
    if not bench.kind.refuses_duplicates:
        assert bench.create(bench.post()).urn != first.urn
        return
    with pytest.raises(Duplicate) as caught:
        bench.create(bench.post())
    assert caught.value.urn == (first.urn if bench.kind.names_duplicates else "")
    assert len(bench.shown()) == 1


def test_a_text_too_long_is_refused_before_leaving(bench: Bench) -> None:
    post = bench.post()
    longest = bench.publisher.max_length
    assert bench.publisher.escaped_length("a" * longest, ()) == longest
    before = len(bench.sandbox.state.requests)
    with pytest.raises(Refused) as caught:
        bench.create(replace(post, text="a" * (longest + 1)))
    assert caught.value.code == "too_long"
    assert len(bench.sandbox.state.requests) == before


def test_a_picture_shows_nothing_until_the_publication_and_may_be_sent_again(bench: Bench) -> None:
    post = replace(bench.post(), media_urn="")
    first, second = (bench.publisher.upload(bench.token, post, bench.picture()) for _ in range(2))
    assert bench.shown() == []
    assert first
    assert first != second
    assert max(len(first), len(second)) <= 160
    bench.create(replace(post, media_urn=second))
    assert len(bench.shown()) == 1
    assert bench.shown()[0].picture_urns


@pytest.mark.parametrize("what", ["500", "503", "cut_before", "cut_after", "truncate", "malformed"])
def test_a_picture_that_fails_may_be_sent_again(bench: Bench, what: str) -> None:
    post = replace(bench.post(), media_urn="")
    bench.told(what, bench.kind.upload_path)
    with pytest.raises(ProviderError) as caught:
        bench.publisher.upload(bench.token, post, bench.picture())
    assert not caught.value.permanent
    assert not isinstance(caught.value, OutcomeUnknown)
    assert bench.token not in f"{caught.value!r} {caught.value}"
    assert bench.with_picture(post).media_urn
    assert bench.shown() == []


@pytest.mark.parametrize("what", ["401", "403"])
def test_a_picture_meets_the_same_closed_doors(bench: Bench, what: str) -> None:
    post = replace(bench.post(), media_urn="")
    bench.told(what, bench.kind.upload_path)
    with pytest.raises(AccessRevoked if what == "401" else PermissionMissing):
        bench.publisher.upload(bench.token, post, bench.picture())


def test_a_picture_never_prints_itself(bench: Bench) -> None:
    assert "content" not in repr(bench.picture())
