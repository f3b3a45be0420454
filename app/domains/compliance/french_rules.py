"""Typographic rules of Québec French (OQLF, « Banque de dépannage linguistique »), as a table."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from app.core.i18n import NBSP, _l

SPACES = "[ \t\u00a0\u2009\u202f]"
LETTER = r"[^\W\d_]"
MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
DAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
AREA_CODES = "418|581|367|514|438|263|450|579|354|819|873|468"


@dataclass(frozen=True)
class Rule:
    """One fault and what to write instead; `mends` when the machine may correct it alone."""

    code: str
    pattern: re.Pattern[str]
    replacement: str | Callable[[re.Match[str]], str]
    reason: str
    mends: bool = False


def _lowered(match: re.Match[str]) -> str:
    return match.group().lower()


def _postal_code(match: re.Match[str]) -> str:
    return f"{match[1]} {match[2]}".upper()


_Row = tuple[str, str, str | Callable[[re.Match[str]], str], str]

# Order matters to `repair`: quotation marks before the spaces around them, amounts before their spaces.
_MENDED: tuple[_Row, ...] = (
    ("apostrophe", rf"(?<={LETTER})['‘´ʼ](?=\w|«)", "’", _l("L’apostrophe française est courbe (’).")),
    ("guillemets", r'(?<![\w"])"([^"\n]+)"(?![\w"])', r"« \1 »", _l("Les guillemets français sont « et ».")),
    ("guillemets-anglais", r"“([^“”\n]+)”", r"« \1 »", _l("Les guillemets français sont « et ».")),
    ("points-de-suspension", r"\.{3,}", "…", _l("Les points de suspension forment un seul caractère (…).")),
    ("etc", r"\betc(?:\.?…|\.{2,})", "etc.", _l("« etc. » se suffit : pas de points de suspension après.")),
    ("dollar-devant", r"\$ ?(\d+)[.,](\d{2})\b", rf"\1,\2{NBSP}$", _l("Le signe de dollar suit le montant.")),
    ("dollar-devant-entier", r"\$ ?(\d+)(?![\d.,]*\d)", rf"\1{NBSP}$", _l("Le signe de dollar suit le montant.")),
    (
        "virgule-decimale",
        rf"(?<=\d)\.(\d{{1,2}})(?={SPACES}?[$%])",
        r",\1",
        _l("Le signe décimal est la virgule en français."),
    ),
    (
        "milliers",
        rf"(?<=\d)[ ,\u202f](?=\d{{3}}(?:,\d+)?{SPACES}?[$%])",
        NBSP,
        _l("Les milliers se séparent par une espace insécable."),
    ),
    ("espace-pourcent", rf"(?<=\d){SPACES}*%", f"{NBSP}%", _l("Une espace insécable précède le signe %.")),
    ("espace-dollar", rf"(?<=\d){SPACES}*\$", f"{NBSP}$", _l("Une espace insécable précède le signe $.")),
    ("espace-guillemet-ouvrant", rf"«{SPACES}*(?=\S)", f"«{NBSP}", _l("Une espace insécable suit le guillemet «.")),
    ("espace-guillemet-fermant", rf"(?<=\S){SPACES}*»", f"{NBSP}»", _l("Une espace insécable précède le guillemet ».")),
    (
        "espace-ponctuation",
        rf"(?<=\S){SPACES}+(?=[!?]|;(?!\)))",
        "",
        _l("Au Québec, il n’y a pas d’espace devant ; ! et ?."),
    ),
    (
        "espace-deux-points",
        rf"(?<=[^\s:]){SPACES}*:(?=\s|$)",
        f"{NBSP}:",
        _l("Une espace insécable précède le deux-points."),
    ),
    (
        "espace-virgule",
        rf"(?<=\w){SPACES}+(?=[,.](?:\s|$))",
        "",
        _l("Il n’y a pas d’espace devant la virgule ni le point."),
    ),
    ("espace-apres-virgule", rf"(?<={LETTER}),(?={LETTER})", ", ", _l("Une espace suit la virgule.")),
    (
        "espace-apres-signe",
        rf"(?<={LETTER})([;!?])(?=[A-ZÀ-Ü])",
        r"\1 ",
        _l("Une espace suit le signe de ponctuation."),
    ),
    ("parenthese-ouvrante", rf"\({SPACES}+(?=\S)", "(", _l("Il n’y a pas d’espace après la parenthèse ouvrante.")),
    ("parenthese-fermante", rf"(?<=\S){SPACES}+\)", ")", _l("Il n’y a pas d’espace avant la parenthèse fermante.")),
    ("exclamation-repetee", r"!{2,}", "!", _l("Un seul point d’exclamation suffit.")),
    ("interrogation-repetee", r"\?{2,}", "?", _l("Un seul point d’interrogation suffit.")),
    ("virgule-repetee", r",{2,}", ",", _l("Une seule virgule suffit.")),
    ("espaces-doubles", r"(?<=\S) {2,}(?=\S)", " ", _l("Une seule espace sépare deux mots.")),
    ("espace-fin-de-ligne", r"(?<=\S)[ \t]+(?=\n)", "", _l("Une espace est de trop en fin de ligne.")),
    ("tiret", r"(?<=\w) - (?=\w)", " – ", _l("L’incise prend un tiret (–), non un trait d’union.")),
    (
        "heure-compacte",
        r"\b([01]?\d|2[0-3]) ?[hH] ?([0-5]\d)\b",
        rf"\1{NBSP}h{NBSP}\2",
        _l("L’heure s’écrit « 14 h 30 »."),
    ),
    (
        "heure-deux-points",
        r"(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])",
        rf"\1{NBSP}h{NBSP}\2",
        _l("L’heure s’écrit « 14 h 30 »."),
    ),
    ("heure-zero", rf"\b(\d{{1,2}}){SPACES}h{SPACES}00\b", rf"\1{NBSP}h", _l("L’heure juste s’écrit « 14 h ».")),
    (
        "heure-pleine",
        r"\b([01]?\d|2[0-3]) ?[hH]\b(?!\w)",
        rf"\1{NBSP}h",
        _l("L’heure s’écrit « 14 h », avec une espace insécable."),
    ),
    (
        "mois-minuscule",
        r"(?<=\d )(?:" + MONTHS.title() + r")\b|(?<=1er )(?:" + MONTHS.title() + r")\b",
        _lowered,
        _l("Le mois s’écrit sans majuscule."),
    ),
    ("premier-du-mois", rf"\b1 (?=(?:{MONTHS})\b)", "1er ", _l("Le premier jour du mois s’écrit « 1er ».")),
    (
        "jour-minuscule",
        r"(?<=[a-zà-ÿ,] )(?:" + DAYS.title() + r")\b(?! (?:saint|fou|gras|de Pâques))",
        _lowered,
        _l("Le jour s’écrit sans majuscule."),
    ),
    ("ordinal-eme", r"\b(\d+) ?(?:è|i?é|ie)mes?\b", r"\1e", _l("L’ordinal s’abrège en « 2e ».")),
    ("ordinal-ere", r"\b1 ?(?:ère|ere)(s?)\b", r"1re\1", _l("« Première » s’abrège en « 1re ».")),
    ("monsieur", r"\bMr\.?(?= [A-ZÀ-Ü])", "M.", _l("« Monsieur » s’abrège en « M. ».")),
    ("madame", r"\b(Mme|Mlle|Dr|Dre|Me)\.(?= [A-ZÀ-Ü])", r"\1", _l("Cette abréviation ne prend pas de point.")),
    (
        "e-dans-l-o",
        r"\b(c|ch|s|b|n|v|man)?oeu(?=[rvfdx])",
        lambda m: (m[1] or "") + ("œu" if m[0][-3] == "o" else "Œu"),
        _l("« œ » s’écrit lié : cœur, œuf, vœu."),
    ),
    ("capitale-a", r"(?m)(?:^|(?<=[.!?…] ))A(?= [A-ZÀ-Ü][a-zà-ÿ])", "À", _l("Les majuscules gardent leurs accents.")),
    (
        "capitale-e",
        r"\bE(?=(?:cole|tat|vénement|galement|quipe|tudiant|pargne|rablière|picerie|glise|conomi|tape|tude)s?)",
        "É",
        _l("Les majuscules gardent leurs accents."),
    ),
    (
        "telephone",
        rf"(?<![\d-])\(?({AREA_CODES})\)?[ .-]?(\d{{3}})[ .-](\d{{4}})\b",
        r"\1 \2-\3",
        _l("Un numéro de téléphone s’écrit « 418 822-5555 »."),
    ),
    ("code-postal", r"(?i)\b([ghj]\d[a-z])[ -]?(\d[a-z]\d)\b", _postal_code, _l("Un code postal s’écrit « H2V 4G9 ».")),
    ("markdown-gras", r"\*\*([^*\n]+)\*\*", r"\1", _l("Les réseaux sociaux n’affichent pas le gras Markdown.")),
    ("markdown-titre", r"(?m)^#{1,6} +", "", _l("Les réseaux sociaux n’affichent pas les titres Markdown.")),
)

_SHOWN: tuple[_Row, ...] = (
    (
        "heure-anglaise",
        r"\b\d{1,2} ?(?:am|pm|a\.m\.|p\.m\.)(?!\w)",
        "",
        _l("L’heure se compte sur 24 : « 14 h », non « 2 pm »."),
    ),
    ("euro", r"\d ?€|\beuros?\b", "", _l("Au Québec, les prix sont en dollars.")),
    (
        "saint-abrege",
        r"\bS(t|te)[-. ](?=[A-ZÀ-Ü][a-zà-ÿ])",
        lambda m: "Saint-" if m[1] == "t" else "Sainte-",
        _l("« Saint » s’écrit au long dans un nom de lieu."),
    ),
    ("cris", r"\b[A-ZÀ-Ü]{4,}(?: [A-ZÀ-Ü]{4,}){2,}\b", "", _l("Une phrase tout en majuscules se lit comme un cri.")),
    ("esperluette", r"(?<=[a-zà-ÿ]) & (?=[a-zà-ÿ])", " et ", _l("Hors d’un nom d’entreprise, « & » s’écrit « et ».")),
    ("et-ou", r"\bet/ou\b", "ou", _l("« et/ou » se remplace presque toujours par « ou ».")),
    (
        "parentheses-genre",
        r"\b\w+\((?:e|es|e\)s|ère|trice|euse)\)",
        "",
        _l("Préférez un doublet ou un mot épicène aux parenthèses."),
    ),
    ("point-median", rf"{LETTER}·{LETTER}", "", _l("Préférez un doublet ou un mot épicène au point médian.")),
)

TYPOGRAPHY: tuple[Rule, ...] = (
    *(Rule(code, re.compile(pattern), new, reason, mends=True) for code, pattern, new, reason in _MENDED),
    *(Rule(code, re.compile(pattern), new, reason) for code, pattern, new, reason in _SHOWN),
)
