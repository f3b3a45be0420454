"""What is said of a person before she is erased: the search and the confirmation count the same rows."""

from __future__ import annotations

from sqlalchemy import func, select

from app.core.db import db
from app.domains.leads import services as leads
from app.domains.leads.folding import fold
from app.domains.leads.models import Lead
from app.domains.privacy import erasing
from tests.domains.contents import making
from tests.domains.leads.found import found
from tests.domains.privacy.erased import erase_person
from tests.people import Person

HERE = "/reglages/confidentialite/personne"


def merged(alice: Person) -> tuple[Lead, Lead]:
    """Store two prospects that are one business, the second one merged into the first, and what tells of them."""
    seen = [
        found("node/1", "Bistro du Quai", email="a@duquai.ca"),
        found("node/2", "Quai", phone="418 822-5555"),
    ]
    ids = leads.store(alice.workspace.id, "restaurant", seen).lead_ids
    kept, absorbed = (db.session.get_one(Lead, each) for each in ids)
    making.content(alice.workspace, lead_id=kept.id, text="Au Bistro du Quai, la saison froide se passe au chaud.")
    leads.merge(kept, absorbed, why="person", by_id=alice.user.id)
    db.session.commit()
    return kept, absorbed


def read(alice: Person, path: str = HERE, **asked: str) -> str:
    """Return a page, its unbreakable spaces as plain ones."""
    return alice.client.get(path, query_string=asked).text.replace("\u00a0", " ")


def counted(page: str) -> str:
    return page.partition('<ul class="plain-list">')[2].partition("</ul>")[0]


def test_the_search_counts_what_the_confirmation_counts(alice: Person) -> None:
    kept, _absorbed = merged(alice)
    search = read(alice, q="a@duquai.ca")
    confirmation = read(alice, f"{HERE}/effacement", q="a@duquai.ca", prospect=str(kept.id))
    assert counted(search) == counted(confirmation)
    assert "<li>2 prospects, dont 1 doublon réuni</li>" in counted(search)
    assert "<li>1 publication</li>" in counted(search)
    assert "<strong>Bistro du Quai</strong>" in confirmation, "the one she knows, not those merged into it"


def test_what_is_said_is_what_goes_and_is_certified(alice: Person) -> None:
    kept, _absorbed = merged(alice)
    who = erasing.person(alice.workspace.id, "a@duquai.ca", [kept.id])
    said = erasing.weigh(who)
    row = erase_person(who, by_id=alice.user.id)
    assert said["leads"] == row.certificate["counts"]["leads"] == 2
    assert db.session.scalar(select(func.count(Lead.id))) == 0


def test_among_several_nothing_is_counted_before_one_is_ticked(alice: Person) -> None:
    for name in ("Pizzeria Adélard", "Garage Adélard"):
        making.lead(alice.workspace, name, name_key=fold(name))
    page = read(alice, q="Adélard")
    assert "2 prospects trouvés" in page
    assert not counted(page)
    assert "Cochez la personne : la page suivante dit tout ce qui en parle, avant que rien ne s’efface." in page


def test_who_is_no_prospect_is_counted_by_what_quotes_her(alice: Person) -> None:
    content = making.content(alice.workspace)
    content.text = "Marie-Claude Bouliane reçoit au Café Bleu, à Lévis."
    db.session.commit()
    assert "<li>1 publication</li>" in counted(read(alice, q="Marie-Claude Bouliane"))
