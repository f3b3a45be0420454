"""An order becomes one publication, or waits, or says why not; nothing is lost or doubled."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from PIL import Image
from sqlalchemy import func, select

from app.core import background, clock
from app.core.db import db
from app.core.errors import Conflict
from app.core.events import DomainEvent
from app.core.storage import open_storage, store
from app.domains.contents import pictures, services
from app.domains.contents.models import Content, Writing
from app.domains.contents.quality import count_words
from app.domains.contents.services import claiming, composing, keeping
from app.domains.contents.sweep import ring_due_writings
from tests.domains.contents import making
from tests.people import Person

Drain = Callable[..., int]
NOW = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)


def test_an_order_becomes_a_publication_with_its_picture(alice: Person, run_jobs: Drain) -> None:
    campaign, lead = making.campaign(alice.workspace), making.lead(alice.workspace)
    [writing] = making.order(campaign, lead)
    run_jobs()
    [content] = making.contents_of(campaign)
    assert (content.state, content.writer, content.writer_note) == ("pending", "offline", "")
    assert lead.name in content.text
    assert 150 <= count_words(content.text) <= 300
    assert 3 <= len(content.hashtags) <= 5
    assert all(tag.isalnum() for tag in content.hashtags)
    assert not [flag for flag in content.flags if flag["blocking"]]
    assert content.score == content.quality["total"] >= 70
    assert {"name", "points", "max", "sentence", "raise", "why", "advice"} == set(content.quality["parts"][0])
    writing, lead = making.reread(writing), making.reread(lead)
    assert (writing.state, writing.content_id, lead.state) == ("done", content.id, "written")
    event = db.session.scalars(select(DomainEvent).where(DomainEvent.name == "content.ready")).one()
    assert event.payload == {"campaign_id": campaign.id, "content_id": content.id, "score": content.score}


def test_the_picture_is_whole_light_and_described(alice: Person, run_jobs: Drain) -> None:
    campaign = making.campaign(alice.workspace)
    making.order(campaign, making.lead(alice.workspace, "Chez Été"))
    run_jobs()
    [content] = making.contents_of(campaign)
    assert re.fullmatch(rf"contents/{alice.workspace.id}/[0-9a-f]{{16}}\.(png|jpg)", content.picture_key)
    picture, small = store().get(content.picture_key), store().get(content.thumbnail_key)
    assert Image.open(io.BytesIO(picture.content)).size == (1200, 627)
    assert len(picture.content) < 300_000
    assert Image.open(io.BytesIO(small.content)).width == 400
    assert len(small.content) < 30_000
    assert "Chez Été" in content.alt_text


def test_ten_publications_of_a_campaign_open_ten_ways(alice: Person, run_jobs: Drain) -> None:
    campaign = making.campaign(alice.workspace)
    making.order(campaign, *(making.lead(alice.workspace, f"Café {number}") for number in range(10)))
    run_jobs()
    texts = [content.text for content in making.contents_of(campaign)]
    bare = {re.sub(r"Café \d", "", text).split("\n")[0] for text in texts}
    assert len(bare) == 10
    assert len({content.picture_key for content in making.contents_of(campaign)}) == 10


def test_an_order_is_not_repeated(alice: Person, charlie: Person, run_jobs: Drain) -> None:
    campaign, lead = making.campaign(alice.workspace), making.lead(alice.workspace)
    stranger = making.lead(charlie.workspace, "Chez Charlie")
    assert len(making.order(campaign, lead, stranger, lead)) == 1
    assert making.order(campaign, lead) == []
    run_jobs()
    assert making.order(campaign, lead) == []
    [content] = making.contents_of(campaign)
    services.reject(content, alice.user.id)
    assert len(making.order(campaign, lead)) == 1
    run_jobs()
    first, second = making.contents_of(campaign)
    assert first.text != second.text


def test_a_job_that_runs_twice_writes_once(alice: Person, run_jobs: Drain) -> None:
    campaign = making.campaign(alice.workspace)
    [writing] = making.order(campaign, making.lead(alice.workspace))
    services.write(writing.id)
    services.write(writing.id)
    background.ring("app.domains.contents.jobs.write", writing.id)
    run_jobs()
    assert len(making.contents_of(campaign)) == 1


def test_two_campaigns_that_share_a_prospect_take_turns(alice: Person, run_jobs: Drain) -> None:
    first, second = making.campaign(alice.workspace), making.campaign(alice.workspace)
    lead = making.lead(alice.workspace)
    [waiting] = making.order(second, lead)
    lead = making.reread(lead)
    lead.state, lead.writing_lease_until = "writing", clock.in_seconds(60)
    db.session.commit()
    services.write(waiting.id)
    waiting = making.reread(waiting)
    assert (waiting.state, len(making.contents_of(second))) == ("due", 0)
    making.reread(lead).state = "written"
    db.session.commit()
    with clock.frozen_at(clock.in_seconds(8)):
        run_jobs()
    assert len(making.contents_of(second)) == 1
    assert not making.contents_of(first)


def test_a_day_has_its_limit_and_the_rest_waits_for_tomorrow(app: Flask, alice: Person, run_jobs: Drain) -> None:
    campaign = making.campaign(alice.workspace)
    leads = [making.lead(alice.workspace, f"Café {number}") for number in range(3)]
    with making.settings_of(app, daily_texts_per_workspace=2):
        with clock.frozen_at(NOW):
            writings = making.order(campaign, *leads)
            run_jobs()
        assert len(making.contents_of(campaign)) == 2
        waiting = making.reread(writings[2])
        assert (waiting.state, waiting.reason) == ("waiting_quota", "daily_limit")
        # Midnight in Québec is 5 o'clock UTC in November.
        assert waiting.next_try_at == datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
        assert making.reread(leads[2]).state == "waiting_quota"
        with clock.frozen_at(waiting.next_try_at):
            run_jobs()
    assert len(making.contents_of(campaign)) == 3
    assert making.reread(leads[2]).state == "written"


def test_a_storage_that_fails_delays_and_loses_nothing(
    app: Flask, alice: Person, run_jobs: Drain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way = tmp_path / "contents"
    in_the_way.write_text("not a folder")
    monkeypatch.setitem(app.extensions, "storage", open_storage(str(tmp_path)))
    campaign, lead = making.campaign(alice.workspace), making.lead(alice.workspace)
    with clock.frozen_at(NOW):
        [writing] = making.order(campaign, lead)
        run_jobs()
    writing = making.reread(writing)
    assert (writing.state, writing.reason, making.reread(lead).state) == ("due", "storage", "ready")
    assert writing.next_try_at == NOW + timedelta(seconds=10)
    in_the_way.unlink()
    with clock.frozen_at(NOW + timedelta(seconds=10)):
        run_jobs()
    assert len(making.contents_of(campaign)) == 1


def test_what_a_dead_worker_held_is_written_by_another(alice: Person, run_jobs: Drain) -> None:
    campaign, lead = making.campaign(alice.workspace), making.lead(alice.workspace)
    with clock.frozen_at(NOW):
        [writing] = making.order(campaign, lead)
        background.connection().flushdb()
        assert claiming.take(writing.id, 500), "the worker that dies"
    with clock.frozen_at(NOW + timedelta(seconds=59)):
        assert ring_due_writings() == 0
    with clock.frozen_at(NOW + timedelta(seconds=61)):
        assert ring_due_writings() == 1
        run_jobs()
    assert len(making.contents_of(campaign)) == 1
    assert making.reread(lead).state == "written"


def test_a_try_whose_lease_ran_out_saves_nothing(alice: Person) -> None:
    campaign = making.campaign(alice.workspace)
    [ordered] = making.order(campaign, making.lead(alice.workspace))
    slow = claiming.take(ordered.id, 500)
    assert slow is not None
    picture = pictures.draw(slow.picture, workspace_id=slow.workspace_id, owner="slow")
    written = composing.compose(slow)
    with clock.frozen_at(clock.in_seconds(61)):
        ring_due_writings()
        services.write(ordered.id)
    keeping.keep(slow, written, picture)
    assert len(making.contents_of(campaign)) == 1


def test_a_lost_bell_is_rung_again_by_the_sweep(alice: Person, run_jobs: Drain) -> None:
    campaign = making.campaign(alice.workspace)
    making.order(campaign, making.lead(alice.workspace))
    background.connection().flushdb()
    assert run_jobs() == 0
    with clock.frozen_at(clock.in_seconds(20)):
        assert ring_due_writings() == 1
        assert ring_due_writings() == 0, "a bell already waits"
        run_jobs()
    assert len(making.contents_of(campaign)) == 1


def test_a_held_campaign_writes_nothing_until_it_is_released(alice: Person, run_jobs: Drain) -> None:
    campaign = making.campaign(alice.workspace)
    [writing] = making.order(campaign, making.lead(alice.workspace))
    services.hold_writings(campaign.id)
    run_jobs()
    with clock.frozen_at(clock.in_seconds(3600)):
        assert ring_due_writings() == 0
    assert not making.contents_of(campaign)
    services.release_writings(campaign.id)
    run_jobs()
    assert len(making.contents_of(campaign)) == 1


def test_a_demonstration_is_never_written(alice: Person, run_jobs: Drain) -> None:
    campaign, lead = making.campaign(alice.workspace), making.lead(alice.workspace)
    [writing] = making.order(campaign, lead)
    alice.workspace.is_demo = True
    db.session.merge(alice.workspace)
    run_jobs()
    with clock.frozen_at(clock.in_seconds(60)):
        assert ring_due_writings() == 0
    assert db.session.scalar(select(func.count(Content.id))) == 0
    with pytest.raises(Conflict, match="démonstration"):
        making.order(campaign, lead)


def test_a_failed_order_is_taken_up_again_and_not_counted_twice(app: Flask, alice: Person, run_jobs: Drain) -> None:
    campaign, lead = making.campaign(alice.workspace), making.lead(alice.workspace)
    with making.settings_of(app, offline_writer=False):
        [writing] = making.order(campaign, lead)
        run_jobs()
    assert (making.reread(writing).state, making.reread(writing).reason) == ("failed", "no_writer")
    assert making.reread(lead).state == "writing_failed"
    making.order(campaign, lead)
    run_jobs()
    assert len(making.contents_of(campaign)) == 1
    assert db.session.scalar(select(func.count(Writing.id))) == 1


def test_a_writing_that_kills_its_worker_ends_as_failed(alice: Person) -> None:
    campaign = making.campaign(alice.workspace)
    [writing] = making.order(campaign, making.lead(alice.workspace))
    writing = making.reread(writing)
    writing.tries, writing.reason = 5, "crashed"
    db.session.commit()
    services.write(writing.id)
    assert making.reread(writing).state == "failed"
    assert not making.contents_of(campaign)
