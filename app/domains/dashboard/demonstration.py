"""The demonstration account: a restaurant of Lévis, two campaigns, publications in every state.

Made of plain rows, marked as a demonstration, on which no job, sweep or mail ever acts.
"""

from __future__ import annotations

EMAIL = "demo@astrogrowth.example"
PASSWORD = "demonstration"  # noqa: S105  # public by purpose: it opens invented rows only
