"""`make bench`: print every figure."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

PAGES = ["/tableau-de-bord", "/campagnes", "/campagnes/nouvelle", "/campagnes/<campaign>", "/contenus",
         "/contenus/<content>", "/profil"]  # fmt: skip
PUBLIC = ["/", "/connexion", "/inscription", "/confidentialite", "/conditions"]


def main() -> None:
    """Run one benchmark after the other, each in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["INSTANCE_FOLDER"] = str(Path(folder, "counts"))
        os.environ["REDIS_URL"] = "redis://127.0.0.1:1/0"
        from flask_migrate import upgrade

        from app import ROOT, create_app
        from tests.benchmarks import loop, pages

        _print("Queries per page", _counted(pages, upgrade, ROOT, create_app))
        _print("First load, gzipped", _weighed(pages, create_app))
        _print(
            "Home, campaigns, publications: 20 users, 2 sync workers (median of 3)", pages.speed(Path(folder, "speed"))
        )
        _print("The loop on the sandbox", loop.measure(Path(folder, "loop")))


def _counted(pages, upgrade, root, create_app) -> Iterable[str]:  # type: ignore[no-untyped-def]
    with create_app().app_context():
        upgrade(str(root / "migrations"))
    return pages.queries(PAGES)


def _weighed(pages, create_app) -> Iterable[str]:  # type: ignore[no-untyped-def]
    app = create_app()
    from app.core.db import db
    from app.domains.accounts.models import User
    from app.domains.contents.models import Content

    with app.app_context():
        user = db.session.query(User).filter_by(email="rows1000@exemple.ca").one()
        content = db.session.query(Content).order_by(Content.id.desc()).first()
        campaign_id, content_id = content.campaign_id, content.id
        db.session.commit()
        client = app.test_client()
        yield from pages.first_load(client, PUBLIC)
        with client.session_transaction() as session:
            session["_user_id"], session["_fresh"] = str(user.id), True
        addresses = [
            page.replace("<campaign>", str(campaign_id)).replace("<content>", str(content_id)) for page in PAGES
        ]
        yield from pages.first_load(client, addresses)


def _print(title: str, lines: Iterable[str]) -> None:
    print(f"\n{title}")
    for line in lines:
        print(f"  {line}", flush=True)


if __name__ == "__main__":
    main()
