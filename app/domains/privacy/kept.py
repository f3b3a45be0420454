"""What an erasure leaves, table by table, and why; the test of erasure finds nothing anywhere else."""

from __future__ import annotations

# After a whole workspace: nothing of it. These tables are nobody's in particular.
SHARED = {
    "erasures": "the certificate: counts, dates, numbers that name nobody; whom it is about, sealed, until it is over",
    "cached_places": "what Google says of places, 24 hours; one person's goes with her",
    "kept_incidents": "the register of incidents: the workspace's name and the facts, five years (P-39.1, s. 3.8)",
    "known_places": "names and points of municipalities",
    "retention_runs": "how many rows each rule reached",
    "spent_challenges": "digests of questions that passkeys answered, an hour",
}
# After one person: the workspace's own and its team's, and what the law has it prove.
KEPT_OF_PERSON = {
    "erasures": "what was asked and done: codes and counts; whom one is about, sealed, until it is over",
    "users": "the accounts of the team, not of the person",
    "workspaces": "the business's own profile",
    "memberships": "the team",
    "connections": "the business's own accounts",
    "webhook_endpoints": "the business's own programs, and the sealed key they are called with",
    "privacy_officers": "the business's own officer",
    "consents": "the proof of a message that left, three years after the consent ends (LCAP, s. 13)",
    "privacy_incidents": "the register the law has kept five years",
    "content_decisions": "who of the team approved what; its heading, the one column that could name her, is emptied",
    "audit_lines": "the journal never names a prospect; the database refuses to change it",
}
# Rows that tell of somebody else too go whole where a text without its subject has no worth.
DELETED_WHOLE = frozenset({"kept_answers", "api_requests", "mails", "webhook_messages", "notifications"})
