"""The profile of the business, and the menu of everything else."""

from __future__ import annotations

from flask import flash, g, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.access import may, requires, workspace_id
from app.core.htmx import go_to
from app.domains.contents.writers import writer_in_use
from app.domains.leads import services as leads
from app.domains.publishing import accounts, connection_words, network, wording
from app.domains.publishing.routes.base import blueprint
from app.domains.workspaces import services as workspaces
from app.domains.workspaces.forms import ProfileForm
from app.domains.workspaces.permissions import ApprovalRule
from app.domains.workspaces.wording import APPROVAL_RULES, TWO_NEEDED

# Who approves is the owners' own word: a manager alone would lift the rule of two, approve, and put it back.
RULES = {"approval_rule", "auto_approve", "auto_approve_threshold"}


def _page(form: ProfileForm, status: int = 200) -> ResponseReturnValue:
    connections = accounts.connections(workspace_id())
    page = render_template("publishing/profile.html", form=form, connections=connections, workspace=g.workspace,
                           offered=network.offered(), account_words=connection_words,
                           writer=writer_in_use(), rules=APPROVAL_RULES)  # fmt: skip
    return page, status


@blueprint.get("/profil")
@requires("workspace.read")
def profile() -> ResponseReturnValue:
    """Show the business as its publications present it."""
    return _page(ProfileForm(obj=g.workspace))


@blueprint.post("/profil")
@requires("profile.write")
def update_profile() -> ResponseReturnValue:
    """Keep the profile."""
    # What a form does not ask keeps its present value.
    form = ProfileForm(obj=g.workspace)
    valid, placed, staffed = form.validate(), _placed(form), _staffed(form)
    if not (valid and placed and staffed):
        return _page(form, 422)
    kept = set() if may("workspace.manage") else RULES
    workspaces.update_profile(g.workspace, **{name: new for name, new in form.changes().items() if name not in kept})
    flash(wording.PROFILE_SAVED, "good")
    return go_to(url_for("publishing.profile"))


def _placed(form: ProfileForm) -> bool:
    """Give the town its name as Québec writes it; an unknown one is said at its field."""
    if not form.city.data or form.city.data == g.workspace.city:
        return True
    try:
        form.city.data = leads.locate(form.city.data, "QC").name
    except leads.PlaceError as refusal:
        form.city.errors = [str(refusal)]
        return False
    return True


def _staffed(form: ProfileForm) -> bool:
    """Refuse two approvals where nobody could give the second."""
    if form.approval_rule.data != ApprovalRule.TWO or workspaces.approver_count(workspace_id()) > 1:
        return True
    form.approval_rule.errors = [TWO_NEEDED]
    return False


@blueprint.get("/plus")
@requires("workspace.read")
def plus() -> ResponseReturnValue:
    """Show everything else."""
    return render_template("publishing/plus.html", workspace=g.workspace)
