"""A trade has a piece in each of these files, and needs nothing else: the recipe of the README, held to its word."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from app import ROOT
from app.core.db import db
from app.domains.campaigns import wording as campaigns
from app.domains.contents import wording as contents
from app.domains.contents.models import Content
from app.domains.leads import wording as leads
from app.domains.leads.models import Lead
from app.domains.publishing import best_hours
from app.domains.workspaces import wording as workspaces
from app.providers.drawn import motifs
from app.providers.drawn import wording as drawn
from app.providers.gemini import picture_prompts, prompts
from app.providers.google_places import trades as google
from app.providers.offline import angles, slots
from app.providers.offline.texts import backstage, intentions, kinds, other
from app.providers.openstreetmap import trades as openstreetmap
from app.sandbox.server import RunningSandbox
from tests.domains.campaigns.making import launched
from tests.people import Person

# What a trade has: the file, and its table there. « other » leans on what suits anyone.
PIECES: dict[str, tuple[str, Any]] = {
    "its name in the profile": ("app/domains/workspaces/wording.py", workspaces.INDUSTRIES),
    "its name in a campaign": ("app/domains/campaigns/wording.py", campaigns.TRADES),
    "its tags at OpenStreetMap": ("app/providers/openstreetmap/trades.py", openstreetmap.BY_INDUSTRY),
    "its type at Google": ("app/providers/google_places/trades.py", google.BY_INDUSTRY),
    "what it is, in a text": ("app/providers/offline/texts/kinds.py", kinds.BY_INDUSTRY),
    "its mots-clics": ("app/providers/offline/texts/kinds.py", kinds.TRADE_TAGS),
    "its texts": ("app/providers/offline/angles.py", angles._TRADES),
    "its angles": ("app/providers/offline/angles.py", angles._BY_TRADE),
    "its theme, for who cannot see the picture": ("app/providers/offline/texts/kinds.py", kinds.THEMES),
    "the names that tell it": ("app/providers/offline/texts/kinds.py", kinds.TELLING_NAMES),
    "its days": ("app/providers/offline/texts/backstage.py", backstage.BACKSTAGE),
    "its subject": ("app/providers/offline/texts/intentions.py", intentions.TRADE_SUBJECTS),
    "its pause": ("app/providers/offline/slots.py", slots._PAUSES),
    "the guide of the model": ("app/providers/gemini/prompts/__init__.py", prompts.GUIDES),
    "the scenes of its pictures": ("app/providers/gemini/picture_prompts/__init__.py", picture_prompts._TRADES),
    "the motifs of its posters": ("app/providers/drawn/motifs/__init__.py", motifs.MOTIFS),
    "its word on a poster": ("app/providers/drawn/wording.py", drawn.TRADE_WORDS),
    "what completes its mots-clics": ("app/domains/contents/wording.py", contents.TAGS),
    "its best hours": ("app/domains/publishing/best_hours.py", best_hours.PROPOSALS),
}
TRADES = sorted({trade for _, table in PIECES.values() for trade in table} - {"other"})
ICON, README = ROOT / "templates/components/icon.html", ROOT / "README.md"


@pytest.mark.parametrize("trade", TRADES)
def test_a_trade_has_each_of_its_pieces(trade: str) -> None:
    missing = [f"{what}: {file}" for what, (file, table) in PIECES.items() if trade not in table]
    assert not missing
    unnamed = [value for _, value in openstreetmap.BY_INDUSTRY[trade] if value not in leads.CATEGORIES]
    assert not unnamed, "what its places are called: app/domains/leads/wording.py"


@pytest.mark.parametrize("trade", TRADES)
def test_a_trade_has_an_icon_of_its_own(app: Flask, trade: str) -> None:
    assert f'"{trade}"' in ICON.read_text()
    drawn_for = app.jinja_env.from_string('{% from "components/icon.html" import trade_icon %}{{ trade_icon(trade) }}')
    assert "<svg" in drawn_for.render(trade=trade)


@pytest.mark.parametrize("trade", TRADES)
def test_a_trade_has_texts_in_every_season(trade: str) -> None:
    texts = angles._TRADES[trade]
    assert texts.TIPS and texts.SEASONS.keys() == other.SEASONS.keys()
    assert all(texts.SEASONS.values())


def test_the_recipe_names_each_file() -> None:
    recipe = README.read_text().partition("**A new trade")[2].partition("\n- **")[0]
    files = {file for file, _ in PIECES.values()} | {"templates/components/icon.html", "tests/test_every_trade.py",
             "app/domains/leads/wording.py",
             "app/translations/en/LC_MESSAGES/messages.po"}  # fmt: skip
    assert not [file for file in sorted(files) if file.removeprefix("app/") not in recipe]


@pytest.fixture
def florists(monkeypatch: pytest.MonkeyPatch) -> str:
    """Give florists each of their pieces, as the recipe says."""
    guide = dataclasses.replace(prompts.GUIDES["restaurant"], key="florist", words="fleuriste")
    given: dict[int, Any] = {
        id(workspaces.INDUSTRIES): "Fleuriste",
        id(campaigns.TRADES): "Fleuristes",
        id(openstreetmap.BY_INDUSTRY): (("shop", "florist"),),
        id(google.BY_INDUSTRY): google.Trade("fleuriste", "florist"),
        id(kinds.BY_INDUSTRY): "une boutique de fleurs",
        id(kinds.TRADE_TAGS): ("Fleuriste", "AchatLocal", "VieDeQuartier", "Bouquet", "EntreVoisins"),
        id(slots._PAUSES): "entre deux bouquets",
        id(prompts.GUIDES): guide,
        id(drawn.TRADE_WORDS): "Fleuriste",
        id(contents.TAGS): ("AchatLocal", "Fleuriste", "Québec"),
    }
    for _, table in PIECES.values():
        # Of the longest ones, the shop next door's do for the purpose.
        monkeypatch.setitem(table, "florist", given.get(id(table)) or _neighbour(table))
    return "florist"


def _neighbour(table: Mapping[str, Any]) -> Any:
    return table.get("other") or table["restaurant"]


def test_a_trade_with_its_pieces_is_found_scored_written_judged_and_drawn(
    app: Flask, alice: Person, sandbox: RunningSandbox, florists: str, run_jobs: Callable[..., int]
) -> None:
    alice.workspace.posts_per_campaign = 2
    campaign = launched(alice, city="Trois-Rivières", industry=florists)
    run_jobs()
    found = db.session.scalars(select(Lead).where(Lead.workspace_id == alice.workspace.id)).all()
    assert len(found) >= 20 and {lead.industry for lead in found} == {"florist"}
    assert max(lead.score for lead in found) > 0
    sheet = alice.client.get(f"/prospects/{found[0].id}").get_data(as_text=True)
    assert "Fleuriste" in sheet and not re.search(r"<dd>\s*florist\s*</dd>", sheet), "no code of the map's is shown"
    written = db.session.scalars(select(Content).where(Content.campaign_id == campaign.id)).all()
    assert len(written) == 2
    for content in written:
        assert content.picture_key and content.score > 50
        assert not [flag for flag in content.flags if flag["blocking"]]
        assert "fleur" in f"{content.text} {content.hashtags}".casefold()
    for page in ("/campagnes/nouvelle", f"/campagnes/{campaign.id}", f"/contenus/{written[0].id}", "/profil"):
        assert alice.client.get(page).status_code == 200
