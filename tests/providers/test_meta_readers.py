"""Reading back what went out on a Page or on Instagram, and its figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.providers.contracts import OutgoingPicture, OutgoingPost, PostReader
from app.providers.errors import PermissionMissing, Refused
from app.providers.meta import latest
from app.providers.meta.facebook import FacebookPublisher
from app.providers.meta.instagram import InstagramPublisher
from app.providers.meta.readers import FacebookPostReader, InstagramPostReader
from tests.providers.scripted import Received, Reply, as_json, scripted
from tests.sandbox.meta.outside import APP, INSTAGRAM, PAGE, OutsideMeta
from tests.sandbox.outside import picture

AGENT = "AstroGrowth/1.0 (+https://exemple.ca; bonjour@exemple.ca)"
POST = OutgoingPost(PAGE, "Nouveau menu (midi)\r\nCafé", ["Lévis"])


def readers(url: str) -> dict[str, PostReader]:
    graph = f"{url}/v26.0"
    return {
        "facebook": FacebookPostReader(graph, APP["client_secret"], AGENT),
        "instagram": InstagramPostReader(graph, APP["client_secret"], AGENT),
    }


def published(meta: OutsideMeta, token: str, network: str) -> tuple[OutgoingPost, str]:
    """Publish once on a network, and give the post and its id."""
    graph = f"{meta.sandbox.url}/v26.0"
    if network == "facebook":
        return POST, FacebookPublisher(graph, APP["client_secret"], AGENT).create(token, POST).urn
    publisher = InstagramPublisher(graph, APP["client_secret"], AGENT)
    post = replace(POST, author_urn=INSTAGRAM)
    address = meta.public_picture()
    media = publisher.upload(token, post, OutgoingPicture(picture("JPEG"), "image/jpeg", address))
    return post, publisher.create(token, replace(post, media_urn=media)).urn


@pytest.mark.parametrize("network", ["facebook", "instagram"])
def test_our_own_publication_is_found_among_the_latest(meta: OutsideMeta, network: str) -> None:
    token, reader = meta.page_token(), readers(meta.sandbox.url)[network]
    post, urn = published(meta, token, network)
    found = reader.find_own(token, post)
    assert found is not None
    assert found.urn == urn
    assert found.url.endswith(f"/feed/update/{urn}/")
    assert reader.find_own(token, replace(post, text="Autre chose")) is None


@pytest.mark.parametrize("network", ["facebook", "instagram"])
def test_figures_are_those_the_network_shows(meta: OutsideMeta, network: str) -> None:
    token, reader = meta.page_token(), readers(meta.sandbox.url)[network]
    _, urn = published(meta, token, network)
    added = {"REACTION": 7, "COMMENT": 3, "RESHARE": 2, "IMPRESSION": 90}
    meta.sandbox.state.posts[urn].added.update(added)
    figures = reader.figures(token, urn)
    assert (figures.reactions, figures.comments, figures.shares, figures.impressions) == (7, 3, 2, 90)


def test_a_page_s_post_nobody_shared_has_no_share(meta: OutsideMeta) -> None:
    token = meta.page_token()
    _, urn = published(meta, token, "facebook")
    assert readers(meta.sandbox.url)["facebook"].figures(token, urn).shares == 0


@pytest.mark.parametrize("network", ["facebook", "instagram"])
def test_a_metric_the_graph_retired_costs_only_itself(network: str) -> None:
    def answer(request: Received) -> Reply:
        if "/insights" in request.path:
            assert "," not in request.path.partition("metric=")[2].partition("&")[0]
            message = "(#100) The value must be a valid insights metric"
            return as_json({"error": {"code": 100, "message": message}}, 400)
        total = {"summary": {"total_count": 4}}
        return as_json({"reactions": total, "comments": total, "like_count": 4, "comments_count": 4})

    with scripted(answer) as server:
        figures = readers(server.url)[network].figures("EAA", "1_2")
    assert (figures.reactions, figures.comments, figures.impressions) == (4, 4, None)


@pytest.mark.parametrize("network", ["facebook", "instagram"])
def test_without_the_permission_nothing_is_read_and_without_insights_only_views_are_missing(
    meta: OutsideMeta, network: str
) -> None:
    settings = meta.sandbox.state.settings
    settings.meta_declined_scopes = ["read_insights", "instagram_manage_insights"]
    token, reader = meta.page_token(), readers(meta.sandbox.url)[network]
    _, urn = published(meta, token, network)
    assert reader.figures(token, urn).impressions is None
    assert reader.figures(token, urn).reactions == 0
    settings.meta_declined_scopes = ["pages_read_engagement", "instagram_basic"]
    blind = meta.page_token()
    with pytest.raises(PermissionMissing):
        reader.figures(blind, urn)


def test_a_publication_its_owner_deleted_is_gone_for_good(meta: OutsideMeta) -> None:
    token = meta.page_token()
    with pytest.raises(Refused) as caught:
        readers(meta.sandbox.url)["facebook"].figures(token, f"{PAGE}_404")
    assert caught.value.code == "not_found"


@pytest.mark.parametrize("body", [{"data": None}, {"data": [3, {"id": 1}, {"id": "1", "message": 2}]}, {}])
def test_a_list_without_sense_finds_nothing(body: object) -> None:
    with scripted(as_json(body)) as server:
        assert readers(server.url)["facebook"].find_own("EAA", POST) is None


@pytest.mark.parametrize(
    "told",
    [
        "javascript:alert(1)",
        "http://exemple.ca/1",
        "http://127.0.0.1.exemple.ca/1",
        "http://127.0.0.1:x@exemple.ca/1",
        "https://[",
        "https://exemple.ca/" + "a" * 300,
        7,
    ],
)
def test_an_address_that_is_no_page_of_the_network_is_shown_to_nobody(told: object) -> None:
    assert latest.facebook_post("1_2", {"permalink_url": told}).url == "https://www.facebook.com/1_2"
    assert latest.instagram_post("12", {"permalink": told}).url == "https://www.instagram.com/"
