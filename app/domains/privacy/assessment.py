"""The assessment of privacy-related factors (P-39.1, s. 3.3 and 17), filled in with the facts of the installation."""

from __future__ import annotations

from collections.abc import Sequence

from app.core import clock
from app.core.i18n import _, day
from app.domains.privacy import assessment_words, facts
from app.domains.privacy.paper import Block, Kind, printed
from app.domains.workspaces.models import Workspace
from app.settings import Settings


def assessment(workspace: Workspace, settings: Settings) -> bytes:
    """Return the assessment of a workspace as PDF; what only its owner can judge is left to be filled in."""
    officer, runs = facts.officer(workspace), facts.operator(settings)
    blocks = [
        Block(Kind.TITLE, _("Évaluation des facteurs relatifs à la vie privée")),
        Block(Kind.SOFT, _("%(name)s, %(day)s", name=workspace.name, day=day(clock.today()))),
        Block(Kind.TEXT, str(assessment_words.ABOUT)),
        Block(Kind.HEADING, _("Le projet")),
        Block(Kind.TEXT, str(assessment_words.PROJECT)),
        Block(Kind.HEADING, _("Qui en répond")),
        Block(Kind.TABLE, rows=_people(officer, runs)),
        Block(Kind.HEADING, _("Les renseignements")),
        Block(Kind.TABLE, rows=[[str(cell) for cell in row] for row in assessment_words.COLLECTED]),
        Block(Kind.HEADING, _("Où ils vont")),
        Block(Kind.TABLE, rows=_places(settings)),
        Block(Kind.HEADING, _("Ce qui les protège")),
        *(Block(Kind.ITEM, str(sentence)) for sentence in assessment_words.PROTECTIONS),
        Block(Kind.HEADING, _("Votre jugement")),
        *(Block(Kind.TEXT, f"{question}\n{'_' * 80}\n{'_' * 80}") for question in assessment_words.QUESTIONS),
        Block(Kind.TEXT, str(assessment_words.SIGNED)),
    ]
    return printed(_("Évaluation des facteurs relatifs à la vie privée"), blocks)


def _people(officer: facts.Officer, runs: facts.Operator) -> Sequence[Sequence[str]]:
    return [
        [_("Personne responsable"), f"{officer.name} {officer.role}".strip(), officer.email],
        [_("Exploitant"), runs.name, runs.address],
        [_("Responsable chez l’exploitant"), runs.officer, runs.contact],
    ]


def _places(settings: Settings) -> Sequence[Sequence[str]]:
    head = [_("Chez qui"), _("Où"), _("Pourquoi"), _("Ce qui est transmis")]
    found = facts.destinations(settings)
    return [head, *([str(each.name), str(each.place), str(each.purpose), str(each.sent)] for each in found)]
