"""A campaign while its questions are answered; each answer is kept as it comes."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from app.core.db import db
from app.core.errors import Conflict
from app.domains.campaigns import rules, wording
from app.domains.campaigns.models import Campaign
from app.domains.campaigns.states import CampaignState
from app.domains.leads import services as leads
from app.providers.contracts import Place


@dataclass(frozen=True)
class Answers:
    """All the answers at once, as a program gives them."""

    name: str
    industry: str
    city: str
    province: str = "QC"
    industry_words: str = ""


class AnswersRefused(ValueError):
    """Some answers cannot be used: `errors` is {field: French sentence}."""

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__("; ".join(errors))
        self.errors = errors


def open_draft(workspace_id: int, name: str) -> Campaign:
    """Keep the first answer of the wizard; pressed twice, it opens one draft.

    Raises:
        AnswerRefused: the name is empty or too long.
    """
    cleaned = rules.clean_name(name)
    untouched = select(Campaign).where(
        Campaign.workspace_id == workspace_id,
        Campaign.state == CampaignState.DRAFT,
        Campaign.name == cleaned,
        Campaign.industry == "",
    )
    campaign = db.session.scalar(untouched.order_by(Campaign.id.desc()).limit(1))
    if campaign is None:
        campaign = Campaign(workspace_id=workspace_id, name=cleaned, wizard_step=2)
        db.session.add(campaign)
    db.session.commit()
    return campaign


def rename(campaign: Campaign, name: str) -> None:
    """Change a draft's name; raises AnswerRefused."""
    cleaned = rules.clean_name(name)
    _keep(campaign, 2, name=cleaned)


def choose_trade(campaign: Campaign, industry: str, words: str = "") -> None:
    """Keep the trade a draft looks for; raises AnswerRefused."""
    chosen, cleaned = rules.clean_trade(industry, words)
    _keep(campaign, 3, industry=chosen, industry_words=cleaned)


def choose_place(campaign: Campaign, city: str, province: str) -> None:
    """Keep the place a draft looks in.

    Raises:
        PlaceError: outside Québec, unknown, or impossible to look up now (leads.services).
    """
    place = leads.locate(city, province)
    _keep(campaign, 4, **_columns(place))


def create(workspace_id: int, answers: Answers) -> Campaign:
    """Keep a whole draft at once.

    Raises:
        AnswersRefused: with every answer at fault.
        PlaceUnavailable: nothing is at fault, and nobody answers to look the town up.
    """
    errors: dict[str, str] = {}
    name, industry, words = "", "", ""
    try:
        name = rules.clean_name(answers.name)
    except rules.AnswerRefused as error:
        errors[error.field] = str(error)
    try:
        industry, words = rules.clean_trade(answers.industry, answers.industry_words)
    except rules.AnswerRefused as error:
        errors[error.field] = str(error)
    try:
        place = leads.locate(answers.city, answers.province)
    except leads.PlaceUnavailable:
        # The town may be right: it is no fault of the answers.
        if not errors:
            raise
    except leads.PlaceError as error:
        errors[error.field] = str(error)
    if errors:
        raise AnswersRefused(errors)
    campaign = Campaign(workspace_id=workspace_id, name=name, industry=industry, industry_words=words,
                        wizard_step=4, **_columns(place))  # fmt: skip
    db.session.add(campaign)
    db.session.commit()
    return campaign


def _keep(campaign: Campaign, step: int, **values: object) -> None:
    if campaign.state != CampaignState.DRAFT:
        raise Conflict("launched", wording.ALREADY_LAUNCHED)
    for name, value in values.items():
        setattr(campaign, name, value)
    campaign.wizard_step = max(campaign.wizard_step, step)
    db.session.commit()


def _columns(place: Place) -> dict[str, object]:
    return {
        "city": place.name,
        "province": place.province,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "population": place.population,
        "osm_relation_id": place.osm_relation_id,
    }
