"""What the pages of results say."""

from __future__ import annotations

from datetime import datetime

from app.core import clock
from app.core.i18n import NBSP, _, _l, counted, day, number, time_of_day
from app.core.language import form_of
from app.domains.publishing.charts import Chart
from app.domains.publishing.networks import label_of
from app.domains.publishing.page_words import INTENTIONS
from app.domains.publishing.results import (
    BEST_FIRST,
    FEWEST_INTERACTIONS,
    FEWEST_OF_A_KIND,
    FEWEST_PUBLICATIONS,
    SLOT_HOURS,
    Best,
    Line,
    Results,
)
from app.domains.publishing.services.measuring import BY_PERSON
from app.domains.publishing.wording import next_departure

TITLE = _l("Résultats")
DEMO = _l("Données de démonstration")
TREND = _l("Interactions depuis quatre semaines")
WORKS = _l("Ce qui vous réussit")
BEST_ROWS = _l("Les publications qui ont le plus plu")
FOOT = _l("Chiffres connus")
SAME = _l("comme il y a 7\u00a0jours")
NOTHING_STANDS_OUT = _l("Aucune heure et aucune intention ne se détache pour l’instant. Continuez de varier.")
TO_APPROVE = (_l("Voir les publications"), "/contenus?etat=pending")
NEXT_FIRST = (_l("Approuvez une première publication. Ses résultats s’afficheront ici."), *TO_APPROVE)
NO_ACCOUNT = (
    _l("Ce que vous avez approuvé attend un compte. Connectez-en un : deux minutes suffisent."),
    _l("Connecter un compte"), "/profil#linkedin",
)  # fmt: skip
AWAITED = (_l("Ce qui est approuvé partira à son tour. Ses résultats s’afficheront ici."), TO_APPROVE[0],
           "/contenus?etat=approved")  # fmt: skip
DEPARTURE = (_l("Ses résultats s’afficheront ici."), _l("Voir ce qui est à venir"), "/a-venir")
NEXT_LINK = (
    _l("Ajoutez un lien court à votre prochaine publication. Vous saurez combien de gens cliquent."),
    *TO_APPROVE,
)
NEXT_MORE = (_l("Continuez\u00a0: plus il y a de publications, plus les résultats parlent."), *TO_APPROVE)
HEADERS = (
    _l("Date"), _l("Heure"), _l("Publication"), _l("Intention"), _l("Mentions J’aime"), _l("Commentaires"),
    _l("Partages"), _l("Chiffres"),
    _l("Adresse"), _l("Réseau"), _l("Vues"), _l("Compte"),
)  # fmt: skip
TYPED = _l("saisis à la main")
_RULE = _l(
    "Nous comparons à partir de %(publications)s publications et de %(interactions)s interactions, dont %(kind)s "
    "publications de chaque sorte, et seulement si l’écart dépasse un quart."
)
ORDERS = (("", _l("Plus récentes")), (BEST_FIRST, _l("Plus suivies")))


def rule() -> str:
    """Say from what on anything is concluded."""
    return _RULE % {
        "publications": FEWEST_PUBLICATIONS, "interactions": FEWEST_INTERACTIONS, "kind": FEWEST_OF_A_KIND
    }  # fmt: skip


def slot(key: str) -> str:
    """Write three hours of the day: « entre 9 h et 12 h »."""
    begins = int(key)
    return _("entre %(begin)s et %(end)s", begin=time_of_day(begins), end=time_of_day(begins + SLOT_HOURS))


def change(count: int) -> str:
    """Write what seven days added."""
    if not count:
        return str(SAME)
    sign = "+" if count > 0 else "−"
    return _("%(change)s en 7\u00a0jours", change=f"{sign}{number(abs(count))}")


def figures(found: Results) -> list[tuple[str, int, str, str]]:
    """Return the totals: label, value, what seven days added where it is known, meaning."""
    gained = change(found.clicks_change) if found.clicks else ""
    seen = [(_("Vues"), found.impressions, "", _("on vous a vu passer"))] if found.impressions is not None else []
    return [
        *seen,
        (_("Mentions J’aime"), found.total("reactions"), "", _("elles plaisent")),
        (_("Commentaires"), found.total("comments"), "", _("on vous répond")),
        (_("Partages"), found.total("shares"), "", _("on vous montre à d’autres")),
        (_("Clics sur vos liens"), found.clicks, gained, _("on vient vous voir")),
    ]


def trend(drawing: Chart) -> str:
    """Say a trend in words, for whoever does not see the drawing."""
    return _(
        "Interactions\u00a0: %(first)s le %(first_day)s, %(final)s le %(last_day)s.",
        first=number(drawing.first),
        first_day=day(drawing.first_day),
        final=number(drawing.final),
        last_day=day(drawing.last_day),
    )


def missing(publications: int, interactions: int) -> str:
    """Say what is missing before anything is concluded."""
    wanted = [counted(publications, "publication", "publications")] if publications else []
    if interactions:
        wanted.append(counted(interactions, "interaction", "interactions"))
    *first, last = wanted
    missed = _("%(first)s et %(last)s", first=first[0], last=last) if first else last
    if first or publications > 1 or interactions > 1:
        return _("Il manque encore %(what)s pour dire quelle heure et quelle intention vous réussissent.", what=missed)
    return _("Il manque %(what)s pour dire quelle heure et quelle intention vous réussissent.", what=missed)


def conclusions(found: Results) -> list[str]:
    """Say what did best; or what is missing, or that nothing stands out."""
    if not found.is_enough:
        return [missing(*found.missing)]
    said = []
    if hour := found.best_hour:
        mean = _mean(hour, found)
        said.append(
            _("Vos publications parties %(when)s plaisent le plus\u00a0: %(mean)s.", when=slot(hour.key), mean=mean)
        )
    if kind := found.best_intention:
        name, mean = INTENTIONS.get(kind.key, kind.key), _mean(kind, found)
        said.append(_("L’intention «\u00a0%(name)s\u00a0» plaît le plus\u00a0: %(mean)s.", name=name, mean=mean))
    return said or [str(NOTHING_STANDS_OUT)]


def _mean(best: Best, found: Results) -> str:
    mean = f"{number(best.mean, 1)}{NBSP}{form_of('interaction', 'interactions', best.mean)}"
    over = counted(best.count, "publication", "publications")
    if found.is_on_several:
        return _("%(mean)s par publication et par compte, sur %(publications)s", mean=mean, publications=over)
    return _("%(mean)s par publication, sur %(publications)s", mean=mean, publications=over)


def awaited(departure: datetime | None) -> tuple[str, str, str]:
    """Say that what is approved has yet to leave; when, where it is known and hers to know."""
    if departure is None:
        return AWAITED
    then, label, address = DEPARTURE
    return f"{next_departure(departure)} {then}", label, address


def what_next(found: Results, *, may_link: bool) -> tuple[str, str, str]:
    """Return one sentence, one button and its address, from the results alone; there is at least one."""
    if kind := found.best_intention:
        liked = _(
            "Demandez une autre publication d’intention «\u00a0%(name)s\u00a0»\u00a0: c’est ce que vos abonnés aiment.",
            name=INTENTIONS.get(kind.key, kind.key),
        )
        return (liked, *TO_APPROVE)
    if hour := found.best_hour:
        return (_("Choisissez un départ %(when)s pour vos prochaines publications.", when=slot(hour.key)), *TO_APPROVE)
    return NEXT_LINK if may_link and not found.clicks else NEXT_MORE


def account(line: Line) -> str:
    """Name the account of a line: « LinkedIn, Camille Tremblay »."""
    return f"{label_of(line.network)}, {line.account}"


def row(line: Line) -> list[str | int]:
    """Return a line of the file."""
    local = line.published_at.astimezone(clock.QUEBEC)
    network = label_of(line.network)
    return [
        local.date().isoformat(), f"{local:%H:%M}", line.text, INTENTIONS.get(line.intention, line.intention),
        line.reactions, line.comments, line.shares, TYPED if line.figures_by == BY_PERSON else network, line.url,
        network, "" if line.impressions is None else line.impressions, line.account,
    ]  # fmt: skip
