"""The signed-in session: its cookie carries the token of a row (devices.py), and nothing of the person."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask, Response, current_app, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, current_user, login_user, logout_user
from werkzeug.urls import iri_to_uri

from app.core import clock, i18n
from app.core.db import allow_writes, db
from app.core.htmx import go_to, wants_piece
from app.domains.accounts import browsers, devices, journal, two_steps
from app.domains.accounts.devices import Visitor
from app.domains.accounts.models import Device, User

HOME = "dashboard.show"
# In the cookie of whoever looks at the demonstration without an account: as whom. It has no row.
VISITING = "visiting_as"
# Where Flask-Login keeps whatever its loader is given.
TOKEN = "_user_id"  # noqa: S105  # the name of a key
# Whoever gave her password and owes a code: who, a mark of that password, when.
HALF_IN, HALF_IN_SECONDS = "half_in", 600
login_manager = LoginManager()


def init_app(app: Flask) -> None:
    """Restore people from their cookie."""
    login_manager.init_app(app)
    app.after_request(_note_visit)


@login_manager.user_loader
def _load_user(token: str) -> User | None:
    if is_visiting():
        return db.session.get(User, session[VISITING])
    found = devices.find(token)
    if found is None:
        return None
    g.device, user = found
    g.proved_at = g.device.proved_at
    i18n.speak_to(user.language)
    return user


def _note_visit(response: Response) -> Response:
    device = present_device()
    if device is not None and devices.is_stale(device) and response.status_code < 500:
        allow_writes()
        devices.note_visit(device, visitor())
    return response


@login_manager.unauthorized_handler
def _unauthorized() -> ResponseReturnValue:
    return _ask("accounts.sign_in", request.full_path.rstrip("?") if request.method == "GET" else None)


@login_manager.needs_refresh_handler
def _ask_proof() -> ResponseReturnValue:
    return _ask("accounts.confirm", request.full_path.rstrip("?") if request.method == "GET" else _came_from())


def _ask(endpoint: str, back: str | None) -> ResponseReturnValue:
    address = url_for(endpoint, suite=back)
    if wants_piece():
        return "", 401, {"HX-Redirect": address}
    return redirect(address, code=303)


def _came_from() -> str | None:
    page = urlsplit(request.referrer or "")
    return page.path if page.netloc == request.host else None


def visitor() -> Visitor:
    """Return where this request comes from."""
    return Visitor(request.user_agent.string, request.remote_addr or "")


def present_device() -> Device | None:
    """Return the row of this very session."""
    found: Device | None = g.get("device")
    return found


def open_session(user: User) -> None:
    """Sign in whoever just proved she is `user`, and write that she came."""
    agent = visitor().agent
    journal.note_arrival(user, browsers.named(browsers.browser_of(agent), browsers.system_of(agent)))
    reopen(user)


def reopen(user: User) -> None:
    """Give `user` a session; nothing planted in the cookie before survives it, nor the session it replaces."""
    _close_present()
    token = devices.open_device(user, visitor())
    _open(user)
    session[TOKEN] = token
    session.permanent = True
    i18n.choose(user.language)


def enter(user: User) -> ResponseReturnValue:
    """Let in whoever gave a first proof: to where she was going, or to the second step she asked for."""
    if not two_steps.is_on(user.id):
        open_session(user)
        return go_on()
    _close_present()
    session.clear()
    session[HALF_IN] = [user.id, devices.mark_of(user), int(clock.now().timestamp())]
    return go_to(url_for("accounts.ask_code", suite=request.args.get("suite") or None))


def half_in() -> User | None:
    """Return whoever gave her password less than ten minutes ago and owes a code."""
    user_id, mark, since = session.get(HALF_IN, (0, "", 0))
    user = db.session.get(User, user_id)
    if user is None or devices.mark_of(user) != mark or clock.now().timestamp() - since > HALF_IN_SECONDS:
        return None
    return user


def start_again() -> ResponseReturnValue:
    """Send her to the first step, and keep where she was going."""
    return redirect(url_for("accounts.sign_in", suite=request.args.get("suite") or None), code=303)


def open_visit(user: User) -> None:
    """Let a stranger look around as `user`, who may change nothing."""
    spoken = i18n.language.code()
    _open(user)
    i18n.choose(spoken)
    session[VISITING] = user.id


def _open(user: User) -> None:
    session.clear()
    # The very row: Flask-Login's stand-in for it would be looked up through itself.
    login_user(db.session.get_one(User, user.id))


def is_visiting() -> bool:
    """Tell whether this is a stranger looking at the demonstration."""
    return bool(session.get(VISITING))


def is_at_home() -> bool:
    """Tell whether someone signed in to an account of her own."""
    return current_user.is_authenticated and not is_visiting()


def close_session() -> None:
    """Sign out: the row goes, so that a copy of the cookie opens nothing either."""
    if current_user.is_authenticated:
        _close_present()
    logout_user()
    session.clear()


def _close_present() -> None:
    device = present_device()
    if device is not None:
        devices.close(device.id)
        g.device = None


def inner_address(path: str) -> str:
    """Return `path`, fit for a header, when it stays on this site; the home page otherwise."""
    home = url_for(HOME)
    # Browsers read « \\ » as « / », and drop blanks and control characters from an address.
    if not path.startswith("/") or path.startswith("//") or "\\" in path or not path.isprintable():
        return home
    return iri_to_uri(path)


def go_on() -> ResponseReturnValue:
    """Send her where she was going (`?suite=`), or home."""
    return go_to(inner_address(request.args.get("suite", "")))


def sign_in_limit() -> str:
    """Return the limit on sign-ins per address, from the settings."""
    return f"{current_app.config['SETTINGS'].sign_ins_per_quarter_hour} per 15 minutes"
