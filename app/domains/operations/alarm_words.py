"""What the operator is told of each trouble, and what to do about it; docs/exploiter.md says more."""

from __future__ import annotations

from app.core.i18n import _l

BECAUSE = _l("Vous recevez ce courriel parce que vous exploitez cette installation d’AstroGrowth.")
# What is unwell, and what to do. Keys are /readyz's own words.
TROUBLES = {
    "database:unreachable": (
        _l("La base de données ne répond pas."),
        _l("Regardez si PostgreSQL tourne, s’il reste du disque, et si DATABASE_URL est la bonne."),
    ),
    "database:behind": (
        _l("La base de données est en retard sur le programme."),
        _l("Lancez\u00a0: flask --app wsgi db upgrade"),
    ),
    "database:foreign": (
        _l("La base de données est celle d’une version plus récente."),
        _l("Installez cette version, ou restaurez la sauvegarde faite avant elle."),
    ),
    "redis:unreachable": (
        _l("Redis ne répond pas."),
        _l("Relancez-le\u00a0: aucun travail n’est perdu, le balayage sonne de nouveau pour tout ce qui est dû."),
    ),
    "worker:absent": (_l("Aucun worker ne travaille."), _l("Relancez le service worker et lisez son journal.")),
    "worker:stale": (
        _l("Le worker ne donne plus signe de vie."),
        _l("Relancez le service worker et lisez son journal."),
    ),
    "jobs:absent": (
        _l("Aucun processus ne fait les travaux."),
        _l("Relancez le service worker et lisez son journal."),
    ),
    "jobs:stale": (
        _l("Le processus qui fait les travaux ne répond plus\u00a0: il est arrêté, ou coincé."),
        _l("Relancez le service worker et lisez son journal."),
    ),
    "sweep:absent": (
        _l("Le balayage n’a jamais eu lieu."),
        _l("Il part du worker\u00a0: regardez d’abord si un worker tourne."),
    ),
    "sweep:stale": (
        _l("Le balayage s’est arrêté."),
        _l("Il part du worker, dans la file «\u00a0now\u00a0»\u00a0: un travail trop long la bloque peut-être."),
    ),
    "queue_now:late": (
        _l("La file «\u00a0now\u00a0» est en retard."),
        _l("Ajoutez un worker\u00a0: des gens attendent."),
    ),
    "queue_soon:late": (
        _l("La file «\u00a0soon\u00a0» est en retard."),
        _l("Ajoutez un worker\u00a0: des publications et des courriels partent en retard."),
    ),
    "queue_bulk:late": (
        _l("La file «\u00a0bulk\u00a0» est en retard."),
        _l("Ajoutez un worker si cela dure\u00a0: des recherches et des rédactions attendent."),
    ),
}
UNTOLD = _l("Lisez /readyz et les journaux.")


def part(name: str, said: str) -> str:
    """Return the name of a trouble: whose it is and what it says, without for how long."""
    return f"{name}:{said.partition(' for ')[0]}"


def unwell(name: str, said: str) -> str:
    """Say what is unwell in a sentence; empty where none is written for it."""
    return str(TROUBLES[found][0]) if (found := part(name, said)) in TROUBLES else ""


def trouble(part: str) -> tuple[str, str]:
    """Return what is unwell and what to do, for a part of an episode."""
    return TROUBLES.get(part, (part, UNTOLD))
