"""The trade rules as tables: a pattern, a sentence that says why and what to do (quebec.md, part 2)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.core.i18n import _l
from app.domains.compliance.trade_turns import TURNS


@dataclass(frozen=True)
class TradeRule:
    """One refusal; `unless` is the caution that makes it acceptable."""

    code: str
    pattern: re.Pattern[str]
    message: str
    blocking: bool
    unless: re.Pattern[str] | None = None


_Row = tuple[str, str, str]

_COMPARISON = (
    r"\b(?:le|la|les|leur|votre|notre|son|sa|ses|nos|vos|un|une|des) (?:\w+ )?meilleure?s?\b(?! (?:ami"
    r"|vie\b|façon|des mondes|moments?\b|temps\b|moyens?\b|manières?\b|idées?\b|saison\b|jour\b|heure\b))"
    r"|\bmeilleure?s? (?:dentistes?|cliniques?|équipes?|courti\w+|agences?|prix|service|choix|soins|adresses?)\b"
    r"|\b(?:numéro|no|n°) ?(?:un\b|1\b)|#1\b"
    r"|\b(?:incomparable|inégalée?s?|imbattables?|incontestée?s?|sans (?:égale?|pareille?|rival)"
    r"|hors pair|exceptionnel(?:le)?s?)\b"
    r"|\bmieux que (?:les|tous|toutes|quiconque|partout|la concurrence|n’importe)"
    r"|\ble (?:dentiste|courtier|chef de file|leader)\b[^.!?]{0,25}\b(?:de référence|incontournable)\b"
    r"|\b(?:la|le|les) plus (?:douce?|compétente?|réputée?|expérimentée?|abordable|fiable|connue?"
    r"|performante?|rapide|qualifiée?)s?\b"
    r"|\bplus (?:douce?|compétente?|abordable|fiable|rapide|qualifiée?|efficace)s? qu(?:e|’)"
)

_EVERYONE: tuple[_Row, ...] = (
    (
        "fact_price",
        (
            r"\d[\d \u00a0.,]{0,20}\s?(?:\$|dollars\b|¢|%(?= (?:de rabais|de réduction|d’économie)))|\bà moitié prix\b"
            r"|\b(?:c’est|entièrement|consultation|évaluation|livraison) gratuite?s?\b|\brabais de\b"
        ),
        _l(
            "Ce prix ou ce rabais ne figure pas dans les renseignements connus\u00a0: retirez-le ou "
            "vérifiez-le auprès de l’entreprise."
        ),
    ),
    (
        "fact_award",
        (
            r"\b(?:a|ont) (?:remporté|gagné|reçu|raflé|mérité) (?:un|le|les|la|plusieurs"
            r"|de nombreux) (?:\w+ )?(?:prix|médailles?|distinctions?|trophées?)\b"
            r"|\b(?:primée?|récompensée?|lauréate?|médaillée?|finaliste)s?\b|\bétoiles? Michelin\b"
            r"|\bélue? (?:meilleur|restaurant|clinique|entreprise|personnalité)"
        ),
        _l(
            "Cette distinction ne figure pas dans les renseignements connus\u00a0: retirez-la ou "
            "vérifiez-la à sa source."
        ),
    ),
    (
        "fact_review",
        (
            r"\b\d(?:[.,]\d)? ?(?:étoiles?|/ ?5)\b|[★⭐]|\b(?:cinq|quatre) étoiles\b"
            r"|\bavis (?:Google|clients?|positifs?|élogieux)\b"
            r"|\b(?:clients?|clientes?|patients?|patientes?|clientèle) (?:est |sont )?(?:ravie?|satisfaite?"
            r"|comblée?|conquise?|enchantée?)s?\b|\b(?:bonnes|excellentes) critiques\b"
            r"|\btout le monde (?:en parle|adore|l’adore)\b"
        ),
        _l(
            "Cette appréciation ne vient d’aucun renseignement connu\u00a0: retirez-la, ou citez sa source "
            "avec permission."
        ),
    ),
    (
        "fact_opening",
        (
            r"\bdepuis (?:(?:plus|près) de )?(?:\d+|dix|quinze|vingt|trente|quarante|cinquante) (?:ans|années)\b"
            r"|\bdepuis (?:l’an |l’année )?(?:1[89]|20)\d\d\b|\bdepuis des (?:décennies|générations|lunes)\b"
            r"|\b(?:fondée?|ouverte?|établie?|lancée?)s? (?:en|depuis|le) (?:\d+|(?:janvier|février|mars|avril|mai"
            r"|juin|juillet|août|septembre|octobre|novembre|décembre))"
            r"|\b(?:vient d’ouvrir|ouvrira ses portes|ouvrait ses portes|nouvellement ouverte?|ouvre bientôt"
            r"|a ouvert ses portes)\b|\b\d+ ans d’expérience\b"
        ),
        _l(
            "Cette date d’ouverture ou cette ancienneté ne figure pas dans les renseignements connus\u00a0: "
            "retirez-la ou vérifiez-la."
        ),
    ),
    (
        "fact_health",
        (
            r"\b(?:guéri(?:t|r|ra|ssent)|soulage(?:nt|r)?|prévien(?:t|nent) (?:le|la|les)|élimine(?:nt)? (?:les"
            r"|la|le) (?:douleurs?|caries?|maladies?|toxines?))\b|\bbon(?:ne)?s? pour (?:la|votre|ta) santé\b"
            r"|\b(?:détoxifi|antioxydant|anticancer|miracle)\w*|\bsans (?:aucune )?douleur\b"
            r"|\brenforce(?:nt)? (?:le système immunitaire|votre immunité)\b"
        ),
        _l("Cette promesse de santé n’est appuyée par aucun renseignement connu\u00a0: retirez-la."),
    ),
    (
        "fact_visit",
        (
            r"\b(?:nous avons|nous y avons|on a|on y a|j’ai|j’y ai) (?:\w+ )?(?:mangé|goûté|dégusté|essayé|visité"
            r"|acheté|testé|soupé|dîné|consulté|commandé)\b|\b(?:ma|notre) dernière visite\b|\bmon coup de cœur\b"
        ),
        _l("Rien ne dit que cette visite ou cet achat a eu lieu\u00a0: retirez la phrase si elle n’est pas vraie."),
    ),
)

_DENTIST: tuple[_Row, ...] = (
    (
        "dentist_thanks",
        (
            r"\b(?:merci|mercis|remerci\w+|gratitude)\b"
            r"|\b(?:bien |très |si )?reconnaissante?s? (?:envers|à l’endroit|d’avoir)\b|\bnotre reconnaissance\b"
        ),
        _l(
            "Le Code de déontologie des dentistes refuse les remerciements dans la publicité\u00a0: retirez "
            "cette phrase."
        ),
    ),
    (
        "dentist_testimonial",
        (
            r"\btémoign\w+|\b(?:je|nous) (?:le |la |les |vous |te )?recommand\w+"
            r"|\b(?:mon|ma|notre|nos) (?:dentistes?|hygiénistes?)\b"
            r"|\b(?:m’a|nous a|m’ont|nous ont) (?:\w+ )?(?:soignée?s?|traitée?s?|rassurée?s?|redonné|sauvé|posé)\b"
            r"|\b(?:patiente?s?|cliente?s?) (?:\w+ )?(?:satisfaite?|heureu(?:x|se)|ravie?|comblée?)s?\b"
            r"|\b(?:adore|adorons|aime beaucoup) (?:cette clinique|ce dentiste|cette équipe)"
        ),
        _l(
            "Un témoignage est interdit dans la publicité d’un dentiste\u00a0: présentez la clinique sans "
            "dire ce qu’on en pense."
        ),
    ),
    (
        "dentist_comparison",
        _COMPARISON,
        _l(
            "Un dentiste ne peut être comparé à d’autres\u00a0: décrivez sans «\u00a0meilleur\u00a0», "
            "«\u00a0le plus\u00a0» ni «\u00a0hors pair\u00a0»."
        ),
    ),
    (
        "dentist_stars",
        (
            r"[★⭐🌟]|\b(?:\d(?:[.,]\d)?|une|deux|trois|quatre|cinq) étoiles?\b|\b\d(?:[.,]\d)? ?/ ?5\b"
            r"|\bcot(?:e|es|ation) (?:de|Google)\b"
        ),
        _l("Une cote en étoiles équivaut à un témoignage\u00a0: retirez-la."),
    ),
    (
        "dentist_specialty",
        (
            r"\bspéciali(?:stes?|sée?s?|té|tés|sation)\b(?! (?:en |d’|de |: )?(?:chirurgie buccale|l’endodontie"
            r"|endodontie|orthodontie|parodontie|dentisterie pédiatrique|prosthodontie|médecine buccale"
            r"|pathologie buccale|radiologie|santé publique))"
            r"|\bexperte?s? (?:en|des|du) (?:implants?|sourires?|esthétique|blanchiment|facettes)\b"
        ),
        _l(
            "Seules les spécialités reconnues par l’Ordre des dentistes peuvent être annoncées\u00a0: "
            "nommez les services à la place."
        ),
    ),
    (
        "dentist_misleading",
        (
            r"\b(?:résultats?|sourire|soins?) (?:parfaits?|garantis?|assurés?|instantanés?)\b"
            r"|\bgaranti(?:e|s|es|r|ssons)?\b|\bsans (?:aucune )?(?:douleur|risque|danger)\b|\b100[ \u00a0]?%"
            r"|\bsourire de (?:star|vedette|rêve)\b|\bindolores?\b"
        ),
        _l("Une promesse de résultat est trompeuse pour un soin\u00a0: dites ce qui se fait, sans garantir l’issue."),
    ),
)

_REAL_ESTATE: tuple[_Row, ...] = (
    (
        "broker_specialist",
        r"\b(?:hyper|ultra)?spéciali(?:stes?|sée?s?|sation)\b|\bexperte?s?\b|\bexpertises?\b",
        _l(
            "«\u00a0Spécialiste\u00a0» et «\u00a0expert\u00a0» sont encadrés par l’OACIQ\u00a0: dites "
            "plutôt le secteur ou le type de propriété desservi."
        ),
    ),
    (
        "broker_counts",
        (
            r"\b(?:\d[\d \u00a0]{0,15}|(?:des |plusieurs )?(?:dizaines?|centaines?|milliers?) (?:de|d’)"
            r"|plusieurs )\s?(?:transactions?|ventes (?:conclues|réussies)|(?:propriétés|maisons|condos) vendue?s"
            r"|inscriptions?)\b|\bvendue?s? en (?:\d+|quelques) (?:jours?|heures?|semaines?)\b"
        ),
        _l(
            "Un nombre de transactions ou un délai de vente doit être vérifiable et daté\u00a0: retirez-le "
            "ou donnez la source."
        ),
    ),
    (
        "broker_comparison",
        _COMPARISON,
        _l(
            "Une comparaison entre courtiers doit pouvoir être prouvée\u00a0: décrivez le service sans "
            "«\u00a0meilleur\u00a0» ni «\u00a0numéro un\u00a0»."
        ),
    ),
    (
        "broker_promise",
        (
            r"\b(?:vendr\w+|vendez|vendue?s?) (?:\w+ )?(?:plus cher|au meilleur prix|plus vite|à coup sûr"
            r"|au prix fort)\b|\b(?:vente|prix|rendement|résultats?) (?:\w+ )?garantie?s?\b"
            r"|\bgaranti(?:e|s|es|r|ssons)?\b|\bsans commission\b"
        ),
        _l("Une promesse sur le prix ou la vente est trompeuse\u00a0: parlez de l’accompagnement offert."),
    ),
    (
        "broker_title",
        r"\bagente?s? (?:immobili(?:er|ère)s?|d’immeubles?)\b|\bconseill(?:er|ère)s? immobili(?:er|ère)s?\b",
        _l(
            "Le titre protégé est «\u00a0courtier immobilier\u00a0» ou «\u00a0courtière "
            "immobilière\u00a0»\u00a0: employez-le au long."
        ),
    ),
    (
        "broker_testimonial",
        (
            r"\btémoign\w+"
            r"|\b(?:cliente?s?|acheteurs?|vendeurs?) (?:\w+ )?(?:satisfaite?|ravie?|comblée?|heureu(?:x|se))s?\b"
        ),
        _l(
            "Un témoignage doit être véridique, daté et autorisé\u00a0: retirez-le tant que la preuve n’est "
            "pas au dossier."
        ),
    ),
)

_BEFORE_AFTER = TradeRule(
    "dentist_before_after",
    re.compile(
        r"\bavant(?: ?[/–-] ?| et | ou )(?:l’)?après\b|\bavant, après\b(?=[\s\u00a0]*:)",
        re.IGNORECASE,
    ),
    _l(
        "Un «\u00a0avant-après\u00a0» exige une mise en garde\u00a0: ajoutez que les résultats varient "
        "d’une personne à l’autre."
    ),
    blocking=True,
    unless=re.compile(r"résultats?\b[^.]{0,30}\bvari|d’une personne à l’autre", re.IGNORECASE),
)


def _table(rows: tuple[_Row, ...], *, blocking: bool) -> tuple[TradeRule, ...]:
    return tuple(
        TradeRule(code, re.compile(_with_turns(code, pattern), re.IGNORECASE), message, blocking)
        for code, pattern, message in rows
    )


def _with_turns(code: str, pattern: str) -> str:
    return f"{pattern}|{TURNS[code]}" if code in TURNS else pattern


EVERYONE: tuple[TradeRule, ...] = _table(_EVERYONE, blocking=False)
DENTIST: tuple[TradeRule, ...] = (*_table(_DENTIST, blocking=True), _BEFORE_AFTER)
REAL_ESTATE: tuple[TradeRule, ...] = _table(_REAL_ESTATE, blocking=True)
