"""Put the right word in a machine's text where no judgment is needed: same meaning, agreement kept.

What would change an adjective or a verb elsewhere in the sentence is left to the linter, and to a person.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from app.domains.compliance.french import closed_spans, is_closed
from app.domains.compliance.french_words import MAIL

# (what is written, what is said): same gender and number, so that nothing around them changes.
_SAME: tuple[tuple[str, str], ...] = (
    (r"e-?mail(s)?", "courriel"),
    (MAIL, "courriel"),
    (r"hashtag", "mot-clic"),
    (r"hashtags", "mots-clics"),
    (r"shopping", "magasinage"),
    (r"parking(s)?", "stationnement"),
    (r"spam(s)?", "pourriel"),
    (r"smartphone", "téléphone intelligent"),
    (r"smartphones", "téléphones intelligents"),
    (r"SMS", "texto"),
    (r"petit[- ]déjeuner(s)?", "déjeuner"),
    (r"black friday", "Vendredi fou"),
    (r"challenge(s)?", "défi"),
    (r"sponsor(s)?", "commanditaire"),
    (r"packaging(s)?", "emballage"),
    (r"workshop(s)?", "atelier"),
    (r"booker", "réserver"),
    (r"bookez", "réservez"),
    (r"checker", "vérifier"),
    (r"canceller", "annuler"),
    (r"céduler", "planifier"),
    (r"voire même", "voire"),
    (r"parmis", "parmi"),
    (r"au jour d’aujourd’hui", "aujourd’hui"),
    (r"made in (?:québec|quebec)", "fait au Québec"),
    (r"food-?truck", "camion de cuisine"),
    (r"food-?trucks", "camions de cuisine"),
    (r"coworking", "cotravail"),
    (r"networking", "réseautage"),
    (r"dashboard", "tableau de bord"),
    (r"dashboards", "tableaux de bord"),
    (r"podcast(s)?", "balado"),
    (r"blog(s)?", "blogue"),
    (r"selfie(s)?", "égoportrait"),
    (r"bug(s)?", "bogue"),
    (r"follower(s)?", "abonné"),
    (r"password", "mot de passe"),
    (r"cookie(s)? (?=(?:de|du) (?:site|suivi|navigation))", "témoin"),
    (r"manager(s)?", "gestionnaire"),
    (r"brainstorming", "remue-méninges"),
    (r"crowdfunding", "sociofinancement"),
    (r"voucher(s)?", "bon"),
    (r"newsletter(s)?", "infolettre"),
    (r"deadline(s)?", "échéance"),
    (r"e-commerce", "commerce électronique"),
    (r"(?<!empreinte )digitale?", "numérique"),
    (r"(?<!empreintes )(?:digitales|digitaux)", "numériques"),
    (r"RDV", "rendez-vous"),
    (r"uploader", "téléverser"),
    (r"downloader", "télécharger"),
    (r"updater", "mettre à jour"),
    (r"forwarder", "transférer"),
    (r"matcher", "correspondre"),
    (r"malgré que", "bien que"),
    (r"pallier à", "pallier"),
    (r"en terme de", "en matière de"),
    (r"comme même", "quand même"),
    (r"si j’aurais", "si j’avais"),
    (r"faire du sens", "avoir du sens"),
    (r"prendre action", "agir"),
    (r"prendre pour acquis", "tenir pour acquis"),
    (r"mettre l’emphase", "mettre l’accent"),
    (r"avoir de besoin", "avoir besoin"),
    (r"plusieures", "plusieurs"),
    (r"parceque", "parce que"),
    (r"acceuil", "accueil"),
    (r"acceuillir", "accueillir"),
    (r"biens[uû]r", "bien sûr"),
    (r"aujourd ?hui", "aujourd’hui"),
    (r"connection(s)?", "connexion"),
    (r"addresse(s)?", "adresse"),
    (r"traffic", "trafic"),
    (r"professionel(s)?", "professionnel"),
    (r"professionelle(s)?", "professionnelle"),
)
# Masculine, said by a feminine: what stands before it must agree, and what would have to after it forbids it.
_FEMININE: tuple[tuple[str, str, str], ...] = (
    (r"week-?end", r"week-?ends", "fin|s de semaine"),
    (r"post", r"posts", "publication|s"),
    (r"meeting", r"meetings", "réunion|s"),
)
_AGREED = {
    "le": "la", "ce": "cette", "un": "une", "du": "de la", "au": "à la", "mon": "ma", "ton": "ta", "son": "sa",
    "aucun": "aucune", "quel": "quelle",
}  # fmt: skip
_VOWELS = "aeiouéèêœâîô"
_BEFORE_VOWEL = {"le ": "l’", "la ": "l’", "de ": "d’", "ce ": "cet ", "du ": "de l’", "au ": "à l’", "que ": "qu’",
                 "ma ": "mon ", "ta ": "ton ", "sa ": "son "}  # fmt: skip
_BEFORE_CONSONANT = {"l’": "le ", "l'": "le ", "d’": "de ", "d'": "de ", "cet ": "ce ", "qu’": "que "}
_PLAIN = "chaque|votre|notre|leur|en|de|par|ce même"
_MANY = "les|des|ces|mes|tes|ses|nos|vos|leurs|aux|plusieurs|quelques"
_ADJECTIVE = (
    r"(?!\s+(?:prochain|dernier|prolongé|chargé|complet|entier|parfait|réussi|publié|partagé|récent|suivant)s?\b)"
)


def mend_words(text: str, names: Collection[str] = ()) -> str:
    """Return a text with its unambiguous words of elsewhere said as here; what lies inside `names` stays."""
    for pattern, said in _SAME:
        text = _tied(text, pattern, said, names)
    for one, many, said in _FEMININE:
        singular, plural = said.replace("|s", ""), said.replace("|", "")
        for before, agreed in _AGREED.items():
            text = _replaced(text, rf"\b{before} {one}\b{_ADJECTIVE}", f"{agreed} {singular}", names)
        text = _replaced(text, rf"(?<=\b)({_PLAIN}) {one}\b{_ADJECTIVE}", rf"\1 {singular}", names)
        text = _replaced(text, rf"\btous ({_MANY}) (?:{many})\b{_ADJECTIVE}", rf"toutes \1 {plural}", names)
        text = _replaced(text, rf"\b({_MANY}) (?:{many})\b{_ADJECTIVE}", rf"\1 {plural}", names)
    return text


def _tied(text: str, pattern: str, said: str, names: Collection[str]) -> str:
    """Replace a word with the small one before it that changes with its first sound: « l’email », « le workshop »."""
    closed = closed_spans(text, names)
    ties = _BEFORE_VOWEL if said[0] in _VOWELS else _BEFORE_CONSONANT
    whole = re.compile(rf"(?P<tie>\b(?:{'|'.join(ties)}))?(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)

    def mend(match: re.Match[str]) -> str:
        if is_closed(match, closed):
            return match.group()
        tie = match["tie"] or ""
        written = match.group()[len(tie) :]
        is_plural = "(s)?" in pattern and written[-1] in "sS"
        word = said + "s" if is_plural else said
        tie = _like(tie, ties[tie.lower().replace("\u00a0", " ")]) if tie else ""
        return tie + _like(written if not written.isupper() else "", word)

    return whole.sub(mend, text)


def _like(written: str, word: str) -> str:
    return word[0].upper() + word[1:] if written[:1].isupper() else word


def _replaced(text: str, pattern: str, said: str, names: Collection[str]) -> str:
    closed = closed_spans(text, names)

    def mend(match: re.Match[str]) -> str:
        if is_closed(match, closed):
            return match.group()
        plural = "s" if "(s)" in pattern and any(match.groups()) else ""
        word = match.expand(said) + plural
        return word[0].upper() + word[1:] if match.group()[0].isupper() else word

    return re.sub(pattern, mend, text, flags=re.IGNORECASE)
