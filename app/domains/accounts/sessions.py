"""The signed-in session: opened afresh, restored by Flask-Login, closed whole."""

from __future__ import annotations

from flask import Flask, current_app, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, current_user, login_user, logout_user
from werkzeug.urls import iri_to_uri

from app.core import i18n
from app.core.crypto import fingerprint
from app.core.db import db
from app.core.htmx import wants_piece
from app.domains.accounts.models import User

HOME = "dashboard.show"
# In the cookie of whoever looks at the demonstration without an account.
VISITING = "visiting"
# What a session remembers of the password it was opened with: it ends when the password changes.
PROOF = "proof"
login_manager = LoginManager()


def init_app(app: Flask) -> None:
    """Restore people from their cookie."""
    login_manager.init_app(app)


@login_manager.user_loader
def _load_user(user_id: str) -> User | None:
    user = db.session.get(User, int(user_id)) if user_id.isdigit() else None
    if user is None or session.get(PROOF, proof_of(user)) != proof_of(user):
        return None
    if not is_visiting():
        i18n.speak_to(user.language)
    return user


@login_manager.unauthorized_handler
def _unauthorized() -> ResponseReturnValue:
    address = url_for("accounts.sign_in", suite=request.full_path.rstrip("?") if request.method == "GET" else None)
    if wants_piece():
        return "", 401, {"HX-Redirect": address}
    return redirect(address, code=303)


def proof_of(user: User) -> str:
    """Return a mark of the present password, that tells nothing of it."""
    return fingerprint(user.password_hash)[:16]


def open_session(user: User) -> None:
    """Sign `user` in; nothing planted in the cookie before survives it."""
    session.clear()
    session.permanent = True
    session[PROOF] = proof_of(user)
    i18n.choose(user.language)
    login_user(user)


def open_visit(user: User) -> None:
    """Let a stranger look around as `user`, who may change nothing."""
    spoken = i18n.language.code()
    open_session(user)
    i18n.choose(spoken)
    session.permanent = False
    session[VISITING] = True


def is_visiting() -> bool:
    """Tell whether this is a stranger looking at the demonstration."""
    return bool(session.get(VISITING))


def is_at_home() -> bool:
    """Tell whether someone signed in to an account of her own."""
    return current_user.is_authenticated and not is_visiting()


def close_session() -> None:
    """Sign out and forget everything."""
    logout_user()
    session.clear()


def inner_address(path: str) -> str:
    """Return `path`, fit for a header, when it stays on this site; the home page otherwise."""
    home = url_for(HOME)
    # Browsers read « \\ » as « / », and drop blanks and control characters from an address.
    if not path.startswith("/") or path.startswith("//") or "\\" in path or not path.isprintable():
        return home
    return iri_to_uri(path)


def sign_in_limit() -> str:
    """Return the limit on sign-ins per address, from the settings."""
    return f"{current_app.config['SETTINGS'].sign_ins_per_quarter_hour} per 15 minutes"
