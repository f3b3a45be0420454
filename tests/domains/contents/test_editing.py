"""A person's text is hers: kept as typed, judged again, refused only when it cannot be sent."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from app.core.db import db
from app.core.errors import Conflict
from app.core.events import DomainEvent
from app.domains.contents import queries, services
from app.domains.contents.judging import proposed
from app.domains.contents.models import Content
from app.domains.contents.trial import Typed, tried
from tests.domains.contents import making
from tests.people import Person


def edit(content: Content, **values: object) -> Content:
    services.edit(content, **values)
    return making.reread(content)


def test_a_text_is_kept_as_typed_save_for_line_ends(alice: Person) -> None:
    typed = "  L'été : c'est ici !\r\n\r\nVenez (tous) *vite*\rà 5 $ \n"
    content = edit(making.content(alice.workspace), text=typed, by=alice.user.id)
    assert content.text == typed.replace("\r\n", "\n")
    assert (content.state, content.writer) == ("pending", "person")


def test_a_repair_is_proposed_and_never_imposed(alice: Person) -> None:
    content = edit(making.content(alice.workspace), text="L'été arrive !")
    assert proposed(content.text, queries.subject_of(content, alice.workspace)) == "L’été arrive!"
    assert making.reread(content).text == "L'été arrive !"


def test_a_demonstration_keeps_its_texts(alice: Person) -> None:
    alice.workspace.is_demo = True
    db.session.merge(alice.workspace)
    with pytest.raises(Conflict) as refused:
        services.edit(making.content(alice.workspace), text="Autre chose.")
    assert refused.value.code == "demo"


def test_the_judgment_is_made_again(alice: Person) -> None:
    content = edit(making.content(alice.workspace), text="Trop court, et merci de votre email.", hashtags=["#Un"])
    assert content.hashtags == ["Un"]
    assert content.score == content.quality["total"] < 60
    assert "french_mot-courriel" in {flag["code"] for flag in content.flags}
    assert not [flag for flag in content.flags if flag["blocking"]]


def test_a_text_its_campaign_already_holds_is_worth_less(alice: Person) -> None:
    first = making.content(alice.workspace)
    twin = making.content(alice.workspace, campaign_id=first.campaign_id, text="Autre chose.")
    alone = making.content(alice.workspace, text="Autre chose.")
    typed = making.TEXT.replace("simple et tenue", "simple, et tenue")

    def variety(content: Content) -> dict[str, object]:
        edited = edit(content, text=typed)
        parts = {part["name"]: part for part in edited.quality["parts"]}
        shown = tried(alice.workspace, edited, Typed(typed, edited.hashtags), has_picture=False)
        assert parts["Variété"]["points"] in {part.points for part in shown.quality.parts if part.name == "Variété"}
        return parts["Variété"]

    assert variety(twin)["points"] < variety(alone)["points"]


def test_a_trade_rule_blocks_a_persons_text_too(alice: Person) -> None:
    lead = making.lead(alice.workspace, "Clinique du Fleuve", industry="dentist")
    content = edit(making.content(alice.workspace, lead_id=lead.id), text="La meilleure clinique de Lévis.")
    assert [flag["code"] for flag in content.flags if flag["blocking"]] == ["dentist_comparison"]


@pytest.mark.parametrize(
    ("values", "field", "code"),
    [
        ({"text": " \n"}, "text", "empty"),
        ({"text": "a" * 3001}, "text", "too_long"),
        ({"text": "(" * 1501}, "text", "too_long"),
        ({"text": "a" * 2990, "hashtags": ["LongMotClic"]}, "text", "too_long"),
        ({"text": "un \0 deux"}, "text", "unreadable"),
        ({"text": "un \ud83d deux"}, "text", "unreadable"),
        ({"hashtags": ["\0"]}, "hashtags", "unreadable"),
        ({"alt_text": "a" * 501}, "alt_text", "too_long"),
    ],
)
def test_what_cannot_be_sent_is_refused(alice: Person, values: dict[str, object], field: str, code: str) -> None:
    content = making.content(alice.workspace, hashtags=[])
    with pytest.raises(services.TextRefused) as refused:
        services.edit(content, **values)
    assert (refused.value.field, refused.value.code) == (field, code)
    assert making.reread(content).text == making.TEXT


def test_three_thousand_characters_can_be_sent(alice: Person) -> None:
    assert len(edit(making.content(alice.workspace, hashtags=[]), text="a" * 3000).text) == 3000


def test_an_approved_text_that_changes_awaits_a_decision_again(alice: Person) -> None:
    content = making.content(alice.workspace)
    services.approve(content, alice.user.id)
    db.session.commit()
    assert edit(content, text=content.text).state == "approved", "nothing changed"
    content = edit(content, hashtags=["Lévis"])
    assert (content.state, content.hashtags, content.decided_at) == ("pending", ["Lévis"], None)
    names = db.session.scalars(select(DomainEvent.name).where(DomainEvent.subject_id == content.id)).all()
    assert "content.reopened" in names


def test_a_published_text_does_not_change(alice: Person) -> None:
    content = making.content(alice.workspace, "published")
    with pytest.raises(Conflict) as refused:
        services.edit(content, text="Autre chose.")
    assert refused.value.code == "already_published"


def test_two_people_who_edit_at_once_do_not_erase_each_other(app: Flask, alice: Person) -> None:
    content = making.content(alice.workspace)
    stale = queries.content(alice.workspace.id, content.id)
    assert stale is not None
    db.session.commit()
    db.session.expunge(stale)
    edit(making.reread(content), text="Le premier texte.")
    db.session.expunge_all()
    with pytest.raises(Conflict) as refused:
        services.edit(db.session.merge(stale, load=False), text="Le second texte.")
    assert refused.value.code == "changed"
    assert making.reread(content).text == "Le premier texte."


def test_the_prospect_is_still_at_hand_after_a_decision(alice: Person) -> None:
    made = making.content(alice.workspace)
    db.session.expunge_all()
    content = queries.content(alice.workspace.id, made.id)
    assert content is not None
    services.approve(content, alice.user.id)
    assert content.lead.name == "Café Bleu"
    services.edit(content, text="Autre chose.")
    assert content.lead.name == "Café Bleu"
