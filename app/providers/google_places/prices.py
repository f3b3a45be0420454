"""The price lines of what we ask Google: the highest tier its mask touches, per request.

Free requests a month, by line, are not subtracted: Essentials 10,000, Pro 5,000 (not verified), Enterprise 1,000.
"""

from __future__ import annotations

TEXT_SEARCH, PLACE_DETAILS = "text_search_enterprise", "place_details_enterprise"
