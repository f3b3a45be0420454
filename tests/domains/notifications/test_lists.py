"""What one is told stays in a list of one's own, until it is read."""

from __future__ import annotations

from app.core.db import db
from app.domains.notifications.kinds import Kind
from app.domains.notifications.models import Notification
from tests.domains.contents import making
from tests.forms import forms_of
from tests.people import Person


def line(person: Person, key: str, **values: object) -> Notification:
    row = Notification(user_id=person.user.id, workspace_id=person.workspace.id, dedupe_key=key,
                       **({"kind": Kind.TO_APPROVE, "count": 3} | values))  # fmt: skip
    db.session.add(row)
    db.session.commit()
    return row


def test_the_list_and_the_bell_say_what_is_new(alice: Person, bob: Person) -> None:
    assert "Rien de nouveau" in alice.client.get("/notifications").text
    content = making.content(alice.workspace)
    line(alice, "a")
    row = line(alice, "b", kind=Kind.PUBLISHED, count=1, content_id=content.id)
    page = alice.client.get("/notifications").text
    assert "3\u00a0publications attendent votre accord" in page
    assert "Publication parue\u00a0: Café Bleu" in page
    assert "non lues\u00a0: </span>2</span>" in alice.client.get("/tableau-de-bord").text
    assert "Rien de nouveau" in bob.client.get("/notifications").text, "each has a list of one's own"
    answer = alice.client.post(f"/notifications/{row.id}/lecture")
    assert (answer.status_code, answer.location) == (303, f"/contenus/{content.id}")
    assert "non lues\u00a0: </span>1</span>" in alice.client.get("/notifications").text
    assert bob.client.post(f"/notifications/{row.id}/lecture").status_code == 404
    [everything] = [form for form in forms_of(page) if form.action == "/notifications/lecture"]
    assert everything.method == "post"
    page = alice.client.post("/notifications/lecture", follow_redirects=True).text
    assert "Tout est marqué comme lu." in page and "non lues" not in page


def test_a_long_list_goes_on(alice: Person) -> None:
    for number in range(31):
        line(alice, str(number), count=number + 2)
    page = alice.client.get("/notifications").text
    assert "Plus anciennes" in page and "32\u00a0publications" in page and ">2\u00a0publications" not in page
    address = page.split('href="/notifications?apres=')[1].split('"')[0]
    assert "2\u00a0publications attendent" in alice.client.get(f"/notifications?apres={address}").text
