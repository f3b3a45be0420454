"""Mend what the gate holds against a text, by one touch."""

from __future__ import annotations

from dataclasses import replace

from app.core.errors import Conflict
from app.domains.contents import queries, wording
from app.domains.contents.gate.fixing import apply_all
from app.domains.contents.gate.flags import REMOVE_SENTENCE, REPLACE, Flag
from app.domains.contents.models import Content
from app.domains.contents.services.decisions import UNSAID, Origin
from app.domains.contents.services.editing import present, put
from app.domains.workspaces.services import workspace_by_id

CAUSE = "fixed"


def fix(content: Content, by: int, *, code: str = "", excerpt: str = "", origin: Origin = UNSAID) -> None:
    """Mend one fault of a text, or all that one touch mends without a `code`, and commit.

    The words stay whose they were: a machine's other claims still block.

    Raises:
        Conflict: the fault is there no more, published, changed meanwhile, or a demonstration.
        TextRefused: nothing would be left of the text.
    """
    workspace = workspace_by_id(content.workspace_id)
    mendable = [flag for flag in queries.present_flags(content, workspace) if _is_meant(flag, code, excerpt)]
    mended = apply_all(content.text, mendable, queries.subject_of(content, workspace).names)
    if mended == content.text:
        raise Conflict("nothing_to_fix", wording.NOTHING_TO_FIX)
    put(content, replace(present(content, CAUSE, by, origin), text=mended))


def _is_meant(flag: Flag, code: str, excerpt: str) -> bool:
    if flag.fix not in (REPLACE, REMOVE_SENTENCE):
        return False
    return not code or (flag.code, flag.excerpt) == (code, excerpt)
