"""The gallery shows what waits, filtered and sorted by its address, at the same cost whatever it holds."""

from __future__ import annotations

import re

import pytest

from tests.domains.contents import making
from tests.domains.publishing import showing
from tests.factories.publishing import put
from tests.people import Person
from tests.statements import statements

MOST_QUERIES = 8
MOST_QUERIES_OF_ONE = 12


def cards(page: str) -> list[int]:
    return [int(number) for number in re.findall(r'<article[^>]* id="content-(\d+)-card"', page)]


def body(page: str) -> str:
    return page.split("<main", 1)[1]


def test_an_empty_gallery_says_one_sentence_and_offers_one_action(alice: Person) -> None:
    for address in ("/contenus", "/contenus?etat=pending"):
        page = body(alice.client.get(address).text)
        assert "Les publications apparaîtront ici" in page
        assert 'href="/campagnes"' in page


def test_nothing_left_to_approve_and_nothing_that_matches_are_said_each_with_its_way_out(alice: Person) -> None:
    making.content(alice.workspace, "approved")
    waiting = body(alice.client.get("/contenus?etat=pending").text)
    assert "Rien n’attend votre décision" in waiting
    assert "Voir toutes les publications" in waiting
    narrowed = body(alice.client.get("/contenus?etat=approved&q=introuvable").text)
    assert "Aucune publication ne correspond à ces filtres" in narrowed
    assert 'href="/contenus?etat=approved">Effacer les filtres' in narrowed
    assert "Aucune publication dans cet état" in alice.client.get("/contenus?etat=rejected").text


def test_tabs_count_each_state_and_filter(alice: Person) -> None:
    pending = making.content(alice.workspace)
    rejected = making.content(alice.workspace, "rejected")
    page = alice.client.get("/contenus?etat=pending").text
    assert cards(page) == [pending.id]
    assert re.search(r'aria-current="page">À approuver <span class="num">1</span>', page)
    assert cards(alice.client.get("/contenus?etat=rejected").text) == [rejected.id]
    assert cards(alice.client.get("/contenus").text) == [rejected.id, pending.id]


def test_a_text_with_something_to_mend_says_so_and_offers_to_mend_it_rather_than_to_approve(alice: Person) -> None:
    fine, flawed = showing.several(alice.workspace, 2)
    put(flawed, flags=[{"code": "fact_price", "message": "Ce prix ne vient de nulle part.", "blocking": True}])
    page = alice.client.get("/contenus").text
    of_flawed, of_fine = re.findall(r"<article.*?</article>", page, re.S)
    assert "À corriger" in of_flawed and 'aria-label="Corriger ' in of_flawed
    assert "/approbation" not in of_flawed and f"/contenus/{flawed.id}/rejet" in of_flawed
    assert "À approuver" in of_fine and "Corriger" not in of_fine and "/approbation" in of_fine


@pytest.mark.parametrize("forged", ["etat=inconnu", "apres=²", "apres=-1", "campaign_id=abc", f"apres={'9' * 300}"])
def test_a_forged_address_shows_the_gallery_all_the_same(alice: Person, forged: str) -> None:
    making.content(alice.workspace)
    assert cards(alice.client.get(f"/contenus?{forged}").text)


def test_a_campaign_of_charlies_filters_everything_out_for_alice(alice: Person, charlie: Person) -> None:
    making.content(alice.workspace)
    theirs = making.content(charlie.workspace)
    assert cards(alice.client.get(f"/contenus?campaign_id={theirs.campaign_id}").text) == []


@pytest.mark.parametrize("sort", ["", "&tri=note", "&tri=ancien"])
def test_every_page_follows_the_other_each_publication_once(alice: Person, sort: str) -> None:
    made = showing.several(alice.workspace, 60)
    for number, content in enumerate(made):
        content.score = number % 7
    expected = [content.id for content in reversed(made)] if sort != "&tri=ancien" else [one.id for one in made]
    if sort == "&tri=note":
        expected = [one.id for one in sorted(made, key=lambda one: (one.score, one.id), reverse=True)]
    address, seen = f"/contenus?etat=pending{sort}", []
    while address:
        page = alice.client.get(address).text
        seen += cards(page)
        following = re.search(r'href="(/contenus\?[^"]*apres=[\d-]+)" rel="next">Voir plus', page)
        address = following[1].replace("&amp;", "&") if following else ""
    assert seen == expected


def test_the_last_row_brings_the_following_ones_alone(alice: Person) -> None:
    made = showing.several(alice.workspace, 30)
    row = re.search(r'<li class="gallery-more"[^>]* hx-get="([^"]+)"', alice.client.get("/contenus").text)
    assert row
    piece = alice.client.get(row[1], headers={**alice.hx, "HX-Target": "gallery-more"}).text
    assert cards(piece) == [content.id for content in reversed(made[:6])]
    assert piece.lstrip().startswith("<li>")
    assert "gallery-more" not in piece


def test_filters_narrow_the_cards_their_counts_and_the_address(alice: Person) -> None:
    cafe = making.lead(alice.workspace, "Café Zoé", name_key="cafezoe")
    low = making.content(alice.workspace, text="Le temps des sucres arrive.")
    high = making.content(alice.workspace, text="Éclairs du matin.", lead_id=cafe.id)
    low.score, high.score = 40, 90
    making.content(alice.workspace, "rejected").score = 10
    assert cards(alice.client.get("/contenus?note=70").text) == [high.id]
    for words in ("sucres", "SUCRES", "temps des"):
        assert cards(alice.client.get("/contenus", query_string={"q": words}).text) == [low.id]
    for words in ("éclairs", "café zoé", "zoe"):
        assert cards(alice.client.get("/contenus", query_string={"q": words}).text) == [high.id]
    assert cards(alice.client.get(f"/contenus?campaign_id={low.campaign_id}").text) == [low.id]
    assert cards(alice.client.get("/contenus?q=%25").text) == []
    page = alice.client.get("/contenus?etat=pending&note=30&tri=note").text
    assert cards(page) == [high.id, low.id]
    assert "2\xa0publications" in page
    assert 'href="/contenus?note=30&amp;tri=note">Toutes <span class="num">2</span>' in page
    assert '<option value="note" selected>' in page
    changed = alice.client.get("/contenus?etat=pending&note=70&q=&campaign_id=&tri=recent", headers=alice.hx)
    assert changed.headers["HX-Push-Url"] == "/contenus?etat=pending&note=70"
    assert changed.text.lstrip().startswith('<section class="studio" id="gallery"')


def test_a_card_is_decided_where_it_is(alice: Person, bob: Person) -> None:
    content = making.content(alice.workspace)
    page = alice.client.get("/contenus").text
    assert f'action="/contenus/{content.id}/approbation"' in page
    assert f'action="/contenus/{content.id}/rejet"' in page
    assert "Approuver" not in bob.client.get("/contenus").text


def test_an_analyst_may_read_and_not_decide(alice: Person, bob: Person) -> None:
    content = making.content(alice.workspace)
    for gesture in ("approbation", "rejet", "modifier"):
        assert bob.client.post(f"/contenus/{content.id}/{gesture}").status_code == 403
    assert showing.state_of(content) == "pending"


def test_pictures_wait_for_the_eye_and_keep_their_place(alice: Person) -> None:
    making.content(alice.workspace)
    picture = re.search(r"<img[^>]+>", alice.client.get("/contenus").text.split("<main", 1)[1])
    assert picture
    for attribute in ('loading="lazy"', 'width="400"', 'height="209"', 'alt=""'):
        assert attribute in picture[0]


def test_a_short_text_is_whole_on_its_card_and_a_long_one_opens_in_a_dialog(alice: Person) -> None:
    short = making.content(alice.workspace, text="Le Café Bleu ouvre tôt.")
    assert "Le Café Bleu ouvre tôt.</span></p>" in alice.client.get("/contenus").text
    long = making.content(alice.workspace)
    ending = "C’est une adresse de quartier comme on les aime ici, simple et tenue avec soin."
    assert ending not in alice.client.get("/contenus").text
    opened = alice.client.get(f"/contenus/{long.id}", headers=alice.hx).text
    assert opened.lstrip().startswith("<dialog")
    assert ending in opened
    assert "#CaféDeQuartier" in opened
    assert "<html" in alice.client.get(f"/contenus/{short.id}").text


@pytest.mark.parametrize("size", [3, 120])
def test_pages_ask_the_same_few_questions_whatever_their_rows_and_write_nothing(alice: Person, size: int) -> None:
    connection = showing.connection(alice.workspace)
    made = showing.several(alice.workspace, size)
    for content in made[: size // 2]:
        content.state = "approved"
        showing.delivery(content, connection, "scheduled")
    one = made[-1].id
    for address in ("/contenus", f"/contenus/{one}", f"/contenus/{one}/envoi", f"/contenus/{one}/modifier",
                    f"/contenus/{made[0].id}", "/profil", "/plus"):  # fmt: skip
        alice.client.get(address)
        with statements() as seen:
            assert alice.client.get(address).status_code == 200
        assert len(seen) <= (MOST_QUERIES if address == "/contenus" else MOST_QUERIES_OF_ONE), (address, seen)
        assert not [statement for statement in seen if not statement.lstrip().startswith(("SELECT", "WITH"))]


def dialog_of(person: Person, content_id: int, address: str = "/contenus", **headers: str) -> str:
    given = {**person.hx, "HX-Current-URL": f"http://localhost{address}", **headers}
    return person.client.get(f"/contenus/{content_id}", headers=given).text


def turns(dialog: str) -> list[str]:
    return re.findall(r'hx-get="/contenus/(\d+)" data-turn-(back|on)', dialog)


def decide(person: Person, content_id: int, verb: str, address: str = "/contenus", **more: str) -> str:
    headers = {**person.hx, "HX-Current-URL": f"http://localhost{address}", "HX-Target": "studio-inside"}
    return person.client.post(f"/contenus/{content_id}/decision", data={"geste": verb, **more}, headers=headers).text


def test_the_dialog_turns_in_the_order_of_the_gallery_behind(alice: Person) -> None:
    low, high, middle, out = showing.several(alice.workspace, 4)
    for content, score in ((low, 50), (high, 90), (middle, 70), (out, 10)):
        content.score = score
    best = "/contenus?tri=note&note=20"
    assert turns(dialog_of(alice, middle.id, best)) == [(str(high.id), "back"), (str(low.id), "on")]
    assert turns(dialog_of(alice, high.id, best)) == [(str(middle.id), "on")]
    assert turns(dialog_of(alice, low.id, best)) == [(str(middle.id), "back")]
    assert turns(dialog_of(alice, middle.id)) == [(str(out.id), "back"), (str(high.id), "on")]
    assert turns(dialog_of(alice, middle.id, "/contenus?tri=ancien")) == [(str(high.id), "back"), (str(out.id), "on")]
    inside = dialog_of(alice, middle.id, **{"HX-Target": "studio-inside"})
    assert inside.lstrip().startswith('<div class="whole" id="studio-inside"')


def test_the_dialog_explains_the_score_and_what_would_raise_it(alice: Person) -> None:
    content = making.content(alice.workspace)
    part = {"name": "Localité", "points": 8, "max": 15, "sentence": "La ville vient tard.", "raise": "Nommez Lévis."}
    content.quality = {"total": 80, "parts": [part]}
    content.flags = [{"code": "date", "message": "La date ne vient de nulle part.", "blocking": False}]
    shown = dialog_of(alice, content.id)
    for words in ("Localité", "8 / 15", "La ville vient tard.", "Nommez Lévis.", "La date ne vient de nulle part."):
        assert words in shown
    assert f'href="/contenus/{content.id}/modifier"' in shown


def test_a_decision_in_the_dialog_brings_the_next_and_changes_the_card_behind(alice: Person) -> None:
    last, low, first = showing.several(alice.workspace, 3)
    low.score = 10
    answer = decide(alice, first.id, "approuver", "/contenus?note=50")
    assert f'data-card-behind="content-{last.id}-card"' in answer
    assert f'id="content-{first.id}-card" data-card hx-swap-oob="true"' in answer
    assert 'id="waiting-count"' in answer
    assert showing.state_of(first) == "approved"
    ended = decide(alice, last.id, "rejeter", "/contenus?note=50")
    assert "Rien d’autre n’attend votre décision ici." in ended
    back = decide(alice, last.id, "rouvrir", "/contenus?note=50")
    assert f'data-card-behind="content-{last.id}-card"' in back
    assert (showing.state_of(last), showing.state_of(low)) == ("pending", "pending")


def test_a_refusal_stays_in_the_dialog_with_its_reason_and_its_way_through(alice: Person) -> None:
    first, twin = (making.content(alice.workspace, text=making.TEXT) for _ in range(2))
    decide(alice, first.id, "approuver")
    refused = decide(alice, twin.id, "approuver")
    assert f'data-card-behind="content-{twin.id}-card"' in refused
    assert "ressemble beaucoup à une publication récente" in refused
    assert "Approuver quand même" in refused
    decide(alice, twin.id, "approuver", confirm="1")
    assert showing.state_of(twin) == "approved"


def test_a_decision_needs_a_role_a_known_gesture_and_ones_own_publication(
    alice: Person, bob: Person, charlie: Person
) -> None:
    content = making.content(alice.workspace)
    address = f"/contenus/{content.id}/decision"
    assert bob.client.post(address, data={"geste": "rejeter"}).status_code == 403
    assert charlie.client.post(address, data={"geste": "rejeter"}).status_code == 404
    assert alice.client.post(address, data={"geste": "publier"}).status_code == 400
    assert showing.state_of(content) == "pending"
    assert alice.client.post(address, data={"geste": "rejeter"}).location == f"/contenus/{content.id}"
