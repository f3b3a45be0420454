"""What a person chooses: news by news, and her quiet hours."""

from __future__ import annotations

from werkzeug.datastructures import MultiDict

from app.core.forms import whole_number
from app.domains.notifications.kinds import CHOSEN, Channel, Kind


def read_kinds(form: MultiDict[str, str]) -> dict[Kind, dict[Channel, bool]]:
    """Return every choice of the page: a box that is not ticked is not sent; phones have boxes once there are some."""
    channels = [each for each in Channel if each != Channel.PUSH or form.get("phones") == "1"]
    return {kind: {channel: form.get(f"{kind}-{channel}") == "1" for channel in channels} for kind in CHOSEN}


def read_hours(form: MultiDict[str, str]) -> tuple[int, int] | None:
    """Return the quiet hours, or None when they are no hours of a day."""
    start, end = (whole_number(form.get(name, "")) for name in ("quiet_from", "quiet_to"))
    if start is None or end is None or max(start, end) > 23:
        return None
    return start, end
