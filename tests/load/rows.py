"""Owners with prospects, publications to decide on and an account: python -m tests.load.rows OWNERS EACH NAME."""

from __future__ import annotations

import json
import random
import sys

from flask import Flask

from app import create_app
from app.core import storage
from app.core.db import db
from app.domains.campaigns.models import CampaignLead
from app.domains.contents.models import Content
from app.domains.leads.models import Lead
from tests import people
from tests.domains.contents import making
from tests.factories import publishing
from tests.sandbox.outside import picture

LEADS = 60
WORDS = """accueil aube automne avenue bateau bois boutique brise café calme champ chemin clarté coin colline comptoir
cuisine découverte détour douceur eau école enseigne escalier fenêtre ferme fête feuille fleuve forêt four fruit
galerie gare goût grange herbe hiver île jardin jour joie lac lampe lumière main maison marche marché matin mer mousse
musique neige nuage odeur ombre orage pain parc patience pierre place plage pluie pont porte printemps quai quartier
rive rivière route rue sable saison savoir sentier soir soleil sourire table terre toit travail vague vallée vent
verger village vitrine voisin voix"""


def text(key: str) -> str:
    """Return a text of its own for a key: two of them have next to nothing in common."""
    chance = random.Random(key)
    sentences = (" ".join(chance.choices(WORDS.split(), k=9)).capitalize() + "." for _ in range(8))
    return f"{key}.\n\n" + " ".join(sentences)


def main() -> None:
    """Add so many owners with so many publications each, and print what each needs to come in."""
    owners, publications, series = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    app = create_app()
    with app.app_context():
        print(json.dumps([_owner(app, f"{series}-{number}", publications) for number in range(owners)]))


def _owner(app: Flask, name: str, publications: int) -> dict[str, object]:
    person = people.make_person(app, name)
    publishing.connect(person)
    place = person.workspace.id
    key = f"{place}/contents/charge/picture.png"
    storage.store().put(key, picture(), "image/png")
    campaign = making.campaign(person.workspace)
    leads = [Lead(workspace_id=place, name=f"Café {each}", name_key=f"cafe{each}", city="Lévis", industry="restaurant",
                  state="ready", score=each) for each in range(LEADS)]  # fmt: skip
    db.session.add_all(leads)
    db.session.flush()
    db.session.add_all(CampaignLead(campaign_id=campaign.id, lead_id=lead.id, score=lead.score) for lead in leads)
    contents = [Content(workspace_id=place, campaign_id=campaign.id, lead_id=leads[each % LEADS].id, hashtags=["Lévis"],
                        state="pending", text=text(f"Publication {name} et {each}"), alt_text="Affiche", score=80,
                        quality={"total": 80, "parts": []}, picture_key=key, writer="person")
                for each in range(publications)]  # fmt: skip
    db.session.add_all(contents)
    db.session.commit()
    return {"email": person.user.email, "password": people.PASSWORD, "token": person.token, "campaign": campaign.id,
            "leads": [lead.id for lead in leads], "contents": [content.id for content in contents]}  # fmt: skip


if __name__ == "__main__":
    main()
