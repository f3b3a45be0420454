"""What the pages of results say."""

from __future__ import annotations

from app.core import clock
from app.core.i18n import NBSP, counted, day, number
from app.domains.publishing.charts import Chart
from app.domains.publishing.page_words import INTENTIONS
from app.domains.publishing.results import SLOT_HOURS, Best, Line, Results

TITLE = "Résultats"
DEMO = "Données de démonstration"
BEST_ROWS = "Les publications qui ont le plus plu"
FOOT = "Chiffres connus"
SAME = f"comme il y a 7{NBSP}jours"
NOTHING_STANDS_OUT = "Aucune heure et aucune intention ne se détache pour l’instant. Continuez de varier."
TO_APPROVE = ("Voir les publications", "/contenus?etat=pending")
NEXT_FIRST = ("Approuvez une première publication. Ses résultats s’afficheront ici.", *TO_APPROVE)
NEXT_TYPE = ("Notez les chiffres de votre dernière publication. Deux nombres suffisent.", "Noter les chiffres")
NEXT_LINK = ("Ajoutez un lien court à votre prochaine publication. Vous saurez combien de gens cliquent.", *TO_APPROVE)
NEXT_MORE = ("Approuvez la prochaine publication. Plus il y en a, plus les résultats parlent.", *TO_APPROVE)
HEADERS = ("Date", "Heure", "Publication", "Intention", "Mentions J’aime", "Commentaires", "Partages", "Chiffres",
           "Adresse")  # fmt: skip
BY = {"network": "LinkedIn", "person": "saisis à la main"}


def slot(key: str) -> str:
    """Write three hours of the day: « entre 9 h et 12 h »."""
    return f"entre {key}{NBSP}h et {int(key) + SLOT_HOURS}{NBSP}h"


def change(count: int) -> str:
    """Write what seven days added."""
    if not count:
        return SAME
    return f"{'+' if count > 0 else '−'}{number(abs(count))} en 7{NBSP}jours"


def figures(found: Results) -> list[tuple[str, int, str, str]]:
    """Return the four totals: label, value, what seven days added where it is known, meaning."""
    gained = change(found.clicks_change) if found.clicks else ""
    return [
        ("Mentions J’aime", found.total("reactions"), "", "elles plaisent"),
        ("Commentaires", found.total("comments"), "", "on vous répond"),
        ("Partages", found.total("shares"), "", "on vous montre à d’autres"),
        ("Clics sur vos liens", found.clicks, gained, "on vient vous voir"),
    ]  # fmt: skip


def trend(drawing: Chart) -> str:
    """Say a trend in words, for whoever does not see the drawing."""
    return (
        f"Interactions{NBSP}: {number(drawing.first)} le {day(drawing.first_day)}, "
        f"{number(drawing.final)} le {day(drawing.last_day)}."
    )


def missing(publications: int, interactions: int) -> str:
    """Say what is missing before anything is concluded."""
    wanted = [counted(publications, "publication", "publications")] if publications else []
    if interactions:
        wanted.append(counted(interactions, "interaction", "interactions"))
    verb = "Il manque encore" if len(wanted) > 1 or publications > 1 or interactions > 1 else "Il manque"
    return f"{verb} {' et '.join(wanted)} pour dire quelle heure et quelle intention vous réussissent."


def conclusions(found: Results) -> list[str]:
    """Say what did best; or what is missing, or that nothing stands out."""
    if not found.is_enough:
        return [missing(*found.missing)]
    said = []
    if hour := found.best_hour:
        said.append(f"Vos publications parties {slot(hour.key)} plaisent le plus{NBSP}: {_mean(hour)}.")
    if kind := found.best_intention:
        said.append(
            f"L’intention «{NBSP}{INTENTIONS.get(kind.key, kind.key)}{NBSP}» plaît le plus{NBSP}: {_mean(kind)}."
        )
    return said or [NOTHING_STANDS_OUT]


def _mean(best: Best) -> str:
    mean = f"{number(best.mean, 1)}{NBSP}{'interaction' if best.mean < 2 else 'interactions'}"
    return f"{mean} par publication, sur {counted(best.count, 'publication', 'publications')}"


def what_next(found: Results, to_type: int | None, *, may_link: bool) -> tuple[str, str, str]:
    """Return one sentence, one button and its address."""
    if not found.lines:
        return NEXT_FIRST
    if to_type is not None:
        return (NEXT_TYPE[0], NEXT_TYPE[1], f"/envois/{to_type}/chiffres")
    if kind := found.best_intention:
        liked = f"«{NBSP}{INTENTIONS.get(kind.key, kind.key)}{NBSP}»"
        return (
            f"Demandez une autre publication d’intention {liked}{NBSP}: c’est ce que vos abonnés aiment.",
            *TO_APPROVE,
        )
    if hour := found.best_hour:
        return (f"Choisissez un départ {slot(hour.key)} pour vos prochaines publications.", *TO_APPROVE)
    return NEXT_LINK if may_link and not found.clicks else NEXT_MORE


def row(line: Line) -> list[str | int]:
    """Return a line of the file."""
    local = line.published_at.astimezone(clock.QUEBEC)
    return [
        local.date().isoformat(), f"{local:%H:%M}", line.text, INTENTIONS.get(line.intention, line.intention),
        line.reactions, line.comments, line.shares, BY.get(line.figures_by, line.figures_by), line.url,
    ]  # fmt: skip
