"""What can be mended in the French of a text without asking.

Applied to a machine's text; only ever proposed for a person's.
"""

from __future__ import annotations

from app.domains.compliance.french import repair
from app.domains.compliance.french_mending import mend_words
from app.domains.contents.gate.flags import Subject


def repaired(text: str, subject: Subject, *, words: bool) -> str:
    """Return a text with its typography mended, and its unambiguous words too when `words`."""
    names = subject.names
    better = repair(text, names)
    return repair(mend_words(better, names), names) if words else better
