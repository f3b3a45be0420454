"""Pages: speed beside a bare Flask page, queries whatever the rows, bytes of a first visit."""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import event

from app import create_app
from app.core.db import db
from app.domains.accounts import services as accounts
from tests import servers
from tests.benchmarks import load
from tests.benchmarks.rows import fill

EMAIL, PASSWORD = "mesure@exemple.ca", "une phrase assez longue"
USERS, REQUESTS_EACH, ROUNDS = 20, 40, 3


def speed(instance: Path) -> Iterator[str]:
    """Compare the home page with 1,000 prospects and 200 publications to the bare page, in turn."""
    env = servers.clean_environment(instance, REDIS_URL="redis://127.0.0.1:1/0")
    servers.flask(env, "db", "upgrade")
    _python(env, f"from tests.benchmarks.pages import fill_once; fill_once(1000, 200, {EMAIL!r})")
    ours, bare = servers.free_port(), servers.free_port()
    bare_env = {**env, "BARE_DATABASE": str(instance / "astrogrowth.db")}
    with (
        servers.running(servers.gunicorn("wsgi:app", ours), env, f"http://127.0.0.1:{ours}/healthz"),
        servers.running(servers.gunicorn("tests.benchmarks.bare:app", bare), bare_env, f"http://127.0.0.1:{bare}/"),
    ):
        cookie = servers.sign_in(f"http://127.0.0.1:{ours}", EMAIL, PASSWORD)
        for name in ("/tableau-de-bord", "/campagnes", "/contenus"):
            yield from _compare(f"http://127.0.0.1:{ours}{name}", f"http://127.0.0.1:{bare}/", cookie)


def _compare(page: str, bare: str, cookie: str) -> Iterator[str]:
    load.run(page, users=4, requests_each=5, cookie=cookie)
    pairs = []
    for _ in range(ROUNDS):
        ours = load.run(page, users=USERS, requests_each=REQUESTS_EACH, cookie=cookie)
        pairs.append((ours, load.run(bare, users=USERS, requests_each=REQUESTS_EACH)))
    ours, theirs = sorted(pairs, key=lambda pair: pair[0].p95 / pair[1].p95)[ROUNDS // 2]
    yield (
        f"{'/' + page.rsplit('/', 1)[-1]:18} {ours.per_second:6.0f} req/s  p50 {ours.p50 * 1000:4.0f} ms"
        f"  p95 {ours.p95 * 1000:4.0f} ms  {ours.errors} errors | bare {theirs.per_second:6.0f} req/s"
        f"  p95 {theirs.p95 * 1000:4.0f} ms | p95 ratio {ours.p95 / theirs.p95:.2f}"
    )


def _python(env: dict[str, str], code: str) -> None:
    import subprocess

    subprocess.run([sys.executable, "-c", code], env=env, check=True)


def fill_once(leads: int, contents: int, email: str) -> None:
    """Fill the database of the environment; run in a process of its own."""
    app = create_app()
    with app.app_context():
        fill(accounts.create_user(email, PASSWORD, verified=True), leads=leads, contents=contents)


def queries(pages: list[str]) -> Iterator[str]:
    """Count the queries of each page with few rows, then with many."""
    app = create_app()
    with app.app_context():
        counts = {}
        for leads, contents in ((10, 5), (1000, 200)):
            user = accounts.create_user(f"rows{leads}@exemple.ca", PASSWORD, verified=True)
            workspace = fill(user, leads=leads, contents=contents)
            client = app.test_client()
            with client.session_transaction() as session:
                session["_user_id"], session["_fresh"] = str(user.id), True
            counts[leads] = {page: count_queries(client, page, workspace.id) for page in pages}
            db.session.commit()
        for page in pages:
            yield f"{page:22} {counts[10][page]:2} queries with 10 prospects, {counts[1000][page]:2} with 1,000"


def count_queries(client: object, page: str, workspace_id: int) -> int:
    """Return how many statements one page sends to the database."""
    from app.domains.campaigns.models import Campaign
    from app.domains.contents.models import Content

    campaign = db.session.query(Campaign.id).filter_by(workspace_id=workspace_id).scalar()
    content = db.session.query(Content.id).filter_by(workspace_id=workspace_id).order_by(Content.id.desc()).first()
    db.session.commit()
    ids = {"<campaign>": str(campaign), "<content>": str(content[0] if content else 0)}
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA", "COMMIT", "SAVEPOINT", "RELEASE")):
            seen.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        answer = client.get(address(page, ids))  # type: ignore[attr-defined]
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    return len(seen) if answer.status_code == 200 else -answer.status_code


def address(page: str, ids: dict[str, str]) -> str:
    """Put real ids in a page's address."""
    for name, value in ids.items():
        page = page.replace(name, value)
    return page


def first_load(client: object, addresses: list[str]) -> Iterator[str]:
    """Weigh a first visit: HTML, CSS and JavaScript, gzipped; pictures of publications apart."""
    for page_address in addresses:
        html = client.get(page_address).get_data()  # type: ignore[attr-defined]
        assets = re.findall(rb'(?:href|src)="(/assets/[^"]+\.(?:css|js))"', html)
        sizes = {
            name: len(gzip.compress(client.get(name.decode()).get_data(), 9))  # type: ignore[attr-defined]
            for name in assets
        }
        script = sum(size for name, size in sizes.items() if name.endswith(b".js"))
        total = len(gzip.compress(html, 6)) + sum(sizes.values())
        yield f"{page_address:22} {total / 1024:5.1f} kB in all, {script / 1024:4.1f} kB of script"
