"""The form that invites: each field has its answer at once, and what was typed stays."""

from __future__ import annotations

import pytest

from app.domains.workspaces import invitations
from tests.people import Person

BAD_EMAIL, ROLE_NEEDED = "Cette adresse de courriel ne semble pas complète.", "Choisissez un rôle dans la liste."


def sent(alice: Person, **form: str) -> str:
    answer = alice.client.post("/membres/invitations", data=form)
    assert answer.status_code == 422
    assert not invitations.pending(alice.workspace.id)
    return answer.text


@pytest.mark.parametrize("role", [{}, {"role": ""}, {"role": "owner"}, {"role": "roi"}])
@pytest.mark.parametrize("email", ["nadia@", "nadia", "n@d@ia.ca"])
def test_a_bad_address_and_a_bad_role_are_both_said_at_their_fields(
    alice: Person, email: str, role: dict[str, str]
) -> None:
    page = sent(alice, email=email, **role)
    assert BAD_EMAIL in page.partition('id="email-error"')[2].partition("</p>")[0]
    assert ROLE_NEEDED in page.partition('id="role-error"')[2].partition("</p>")[0]
    assert f'value="{email}"' in page


def test_one_that_is_right_is_kept_while_the_other_is_asked_again(alice: Person) -> None:
    page = sent(alice, email="nadia@", role="editor")
    assert BAD_EMAIL in page and ROLE_NEEDED not in page
    assert 'name="role" value="editor" checked' in page
    page = sent(alice, email="nadia@exemple.ca")
    assert ROLE_NEEDED in page and BAD_EMAIL not in page
    assert 'value="nadia@exemple.ca"' in page


def test_nothing_typed_is_said_once_a_field(alice: Person) -> None:
    page = sent(alice)
    assert page.count(BAD_EMAIL) == page.count(ROLE_NEEDED) == 1
