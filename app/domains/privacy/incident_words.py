"""What the register of incidents says."""

from __future__ import annotations

from app.core.i18n import _l

FIELDS = {
    "concerned": _l("Renseignements visés"),
    "circumstances": _l("Circonstances"),
    "happened_on": _l("Jour de l’incident"),
    "known_on": _l("Jour où vous l’avez su"),
    "people_count": _l("Nombre de personnes touchées"),
    "sensitivity": _l("Sensibilité des renseignements"),
    "harm": _l("Gravité des conséquences à craindre"),
    "likelihood": _l("Probabilité d’un usage nuisible"),
    "risk": _l("Évaluation du risque"),
    "authority_told_on": _l("CAI avisée le"),
    "people_told_on": _l("Personnes avisées le"),
    "notices": _l("Avis donnés"),
    "measures": _l("Mesures prises"),
}
OF_LEVEL = ("sensitivity", "harm", "likelihood")
LEVELS = {"low": _l("Faible"), "medium": _l("Moyenne"), "high": _l("Élevée")}
ADVICE = {
    "tell": _l(
        "Vos réponses indiquent un risque de préjudice sérieux\u00a0: avisez la CAI et les personnes touchées avec "
        "diligence. C’est vous qui décidez."
    ),
    "doubt": _l("Vos réponses laissent un doute. Demandez conseil avant de conclure. C’est vous qui décidez."),
    "keep": _l(
        "Vos réponses n’indiquent pas de risque de préjudice sérieux\u00a0: gardez l’incident au registre. "
        "C’est vous qui décidez."
    ),
    "unsaid": _l("Répondez aux trois questions du risque pour savoir s’il faut aviser la CAI."),
}
NEEDED = _l("Écrivez au moins quelques mots.")
DAY_NEEDED = _l("Choisissez un jour, au plus tard aujourd’hui.")
COUNT_WRONG = _l("Écrivez un nombre, ou laissez vide si vous ne savez pas.")
WORKSPACE = _l("Entreprise")
