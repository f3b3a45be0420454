"""What an export says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from app.core.i18n import _, moment


def read_me(now: datetime, counts: Mapping[str, int]) -> str:
    """Say what the files are; the names of tables stay as they are in the files."""
    lines = [
        _("Renseignements exportés %(when)s.", when=moment(now)),
        "",
        _("donnees.json\u00a0: tout, dans un format que les logiciels lisent."),
        _("csv/\u00a0: les mêmes données, un tableau par sujet, pour Excel."),
        _("fichiers/\u00a0: les images et les fichiers importés."),
        _("Les mots de passe et les clés n’y sont pas, ni ce que Google interdit d’emporter."),
        _("Source des commerces\u00a0: © les contributeurs d’OpenStreetMap, licence ODbL."),
        "",
        *(f"{name}: {count}" for name, count in counts.items()),
    ]
    return "\r\n".join(lines) + "\r\n"
