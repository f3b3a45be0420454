"""What people read of the outside services: their names."""

from __future__ import annotations

LABELS = {
    "openstreetmap": "OpenStreetMap",
    "google_places": "Google",
    "website": "Site Web",
    "hunter": "Hunter",
    "gemini": "Gemini",
    "linkedin": "LinkedIn",
    "facebook": "Facebook",
    "instagram": "Instagram",
    "web_push": "Web Push",
    "webhook": "Logiciels prévenus",
    "offline": "Rédaction intégrée",
    "drawn": "Images dessinées",
}
