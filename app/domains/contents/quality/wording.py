"""The sentences that explain a score, and those that say how to raise it."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.i18n import _, _l, _n
from app.domains.contents.quality.sentences import Sentence, Value

RELEVANCE = _l("Pertinence")
FRENCH = _l("Français")
HASHTAGS = _l("Mots-clics")
PICTURE = _l("Image")
LENGTH = _l("Longueur")
VARIETY = _l("Variété")
CONFORMITY = _l("Conformité")

CEILING = _l("Tant que ce n’est pas réglé, la note reste sous 50.")
EMPTY = _l("Il n’y a rien à juger encore.")
EMPTY_ADVICE = _l("écrire quelques phrases")

RELEVANCE_FULL = _l("Le texte parle bien de ce prospect, de sa ville et de ce qu’on sait de lui.")
NAME_ABSENT = _l("Le nom du prospect n’apparaît pas tel quel.")
NAME_ADVICE = _l("nommer le prospect tel qu’il s’écrit")
NAME_LATE = _l("Le prospect est nommé trop loin dans le texte.")
NAME_LATE_ADVICE = _l("nommer le prospect dès les premières lignes")
TOWN_ABSENT = _l("La ville n’est pas nommée.")
TOWN_ADVICE = _l("nommer la ville")
FACTS_FEW = _l("Le texte se sert peu de ce qu’on sait du prospect.")
FACTS_ADVICE = _l("dire sa rue, sa spécialité ou son métier")
VAGUE = _l("Le texte conviendrait à toute entreprise\u00a0: trop de formules toutes faites.")
VAGUE_ADVICE = _l("remplacer les formules toutes faites par des détails concrets")
UNSIGNED = _l("On ne sait pas qui parle\u00a0: votre entreprise n’est pas nommée.")
UNSIGNED_ADVICE = _l("nommer votre entreprise")
END_FLAT = _l("La fin n’invite pas à répondre.")
END_ADVICE = _l("finir par une question ou une invitation")

FRENCH_FULL = _l("Aucune faute relevée.")
FRENCH_ABSENT = _l("Le texte n’est pas rédigé en français.")
FRENCH_ADVICE = _l("écrire des phrases en français")
ENGLISH = _l("Le texte est en anglais, du moins en partie.")
ENGLISH_ADVICE = _l("écrire le texte en français d’abord")
SHOUTED = _l("Le texte est en majuscules, ce qui se lit comme un cri.")
SHOUTED_ADVICE = _l("écrire en minuscules")
ACCENTS_MISSING = _l("Il manque des accents.")
ACCENTS_ADVICE = _l("remettre les accents")

TAGS_TOWN = _l("Aucun mot-clic ne nomme la ville.")
TAGS_TOWN_ADVICE = _l("ajouter la ville aux mots-clics")
TAGS_WEAK = _l("Les mots-clics disent peu de chose du sujet.")
TAGS_WEAK_ADVICE = _l("choisir des mots-clics qui reprennent les mots du texte")
TAGS_SPOILED = _l("Certains mots-clics sont répétés ou mal formés.")
TAGS_SPOILED_ADVICE = _l("garder des mots-clics différents, faits de lettres et de chiffres")
TAGS_PASTED = (_l("Trop de mots-clics sont collés dans le texte."), _l("retirer du texte les mots-clics"))

PICTURE_FULL = _l("L’image est prête et décrite.")
PICTURE_ABSENT = _l("La publication n’a pas d’image.")
PICTURE_ADVICE = _l("ajouter une image")
PICTURE_MUTE = _l("L’image n’est pas décrite pour les personnes qui ne la voient pas.")
PICTURE_MUTE_ADVICE = _l("décrire l’image en quelques mots")

VARIETY_FULL = _l("Les phrases et les mots sont variés.")
VARIETY_SHORT = _l("Il y a trop peu de phrases pour juger de leur variété.")
VARIETY_SHORT_ADVICE = _l("écrire au moins quatre phrases")
REPEATED = _l("Des passages se répètent.")
REPEATED_ADVICE = _l("retirer ce qui est dit deux fois")
HAMMERED = _l("Un même mot ou un même nom revient trop souvent.")
HAMMERED_ADVICE = _l("varier les mots, et nommer le prospect deux ou trois fois seulement")
OPENINGS = _l("Plusieurs phrases commencent de la même façon.")
OPENINGS_ADVICE = _l("varier le début des phrases")
RHYTHM = _l("Les phrases ont toutes à peu près la même longueur.")
RHYTHM_ADVICE = _l("alterner les phrases courtes et les longues")
ALIKE = _l("Le texte ressemble à un autre de la campagne.")
ALIKE_ADVICE = _l("trouver un autre angle que celui des autres publications")

CONFORMITY_FULL = _l("Rien ici n’est refusé par les règles du métier.")
REFUSED_ADVICE = _l("retirer ce passage ou le dire autrement")
CLAIMS_ADVICE = _l("retirer ce qui ne vient pas des renseignements connus")
LEFT_OPEN_ADVICE = _l("remplir ou retirer les passages laissés en blanc")


_FAULTS = _n(
    "%(num)s\u00a0point à corriger, dont celui-ci\u00a0: %(reason)s",
    "%(num)s\u00a0points à corriger, dont celui-ci\u00a0: %(reason)s",
)
_TAGS_NUMBER = _n(
    "Il y a %(num)s\u00a0mot-clic; de 3 à 5 suffisent.", "Il y a %(num)s\u00a0mots-clics; de 3 à 5 suffisent."
)
_LENGTH = _n("Le texte compte %(num)s\u00a0mot.", "Le texte compte %(num)s\u00a0mots.")
_CLAIMS = _n(
    "«\u00a0%(excerpt)s\u00a0» ne vient d’aucun renseignement connu.",
    "%(num)s\u00a0passages ne viennent d’aucun renseignement connu, dont «\u00a0%(excerpt)s\u00a0».",
)


def raise_by(advice: Sequence[Sentence]) -> str:
    """Say what would raise a part."""
    return _("Pour gagner des points\u00a0: %(advice)s.", advice="; ".join(map(str, advice)))


def faults(count: int, first_reason: str) -> Sentence:
    """Say how many faults a reader would correct."""
    return Sentence(*_FAULTS, {"num": count, "reason": Sentence(first_reason)})


def faults_advice(count: int) -> str:
    """Say what to do about them."""
    return _l("corriger ce point") if count < 2 else _l("corriger ces points")


def tags_number(count: int) -> str | Sentence:
    """Say whether there are too few mots-clics or too many."""
    return Sentence(*_TAGS_NUMBER, {"num": count}) if count else _l("Il n’y a aucun mot-clic.")


def tags_number_advice(count: int) -> str:
    """Say what to do about it."""
    return _l("garder de 3 à 5 mots-clics") if count > 5 else _l("proposer de 3 à 5 mots-clics")


def tags_right(count: int) -> Sentence:
    """Say the mots-clics are well chosen."""
    return Sentence(_l("Les %(count)s\u00a0mots-clics sont bien choisis, et la ville y est."), values={"count": count})


def length_right(words: int) -> Sentence:
    """Say the text has the right length."""
    return Sentence(_l("Le texte compte %(count)s\u00a0mots, ce qui se lit bien."), values={"count": words})


def length_why(words: int, repeated: int) -> Sentence:
    """Say how long the text is, and how much of it is said twice."""
    if repeated <= 5:
        return Sentence(*_LENGTH, {"num": words})
    told = {"count": words, "repeated": repeated}
    return Sentence(_l("Le texte compte %(count)s\u00a0mots, dont %(repeated)s déjà lus."), values=told)


def length_advice(words: int, fresh: int) -> str:
    """Say what length to aim at."""
    if words > 300:
        return _l("ramener le texte à 300 mots ou moins")
    return _l("viser de 150 à 300 mots") if fresh == words else _l("viser de 150 à 300 mots, sans répétition")


def refused(excerpt: str, message: str) -> Sentence:
    """Say what a trade refuses, and why."""
    told: dict[str, Value] = {"quote": excerpt, "reason": Sentence(message)}
    return Sentence(_l("«\u00a0%(quote)s\u00a0»\u00a0: %(reason)s"), values=told)


def claims(count: int, excerpt: str) -> Sentence:
    """Say that something told is not known to be true."""
    return Sentence(*_CLAIMS, {"num": count, "excerpt": excerpt})


def left_open(excerpt: str) -> Sentence:
    """Say a blank was left."""
    words = _l("Un passage est resté à remplir\u00a0: «\u00a0%(excerpt)s\u00a0».")
    return Sentence(words, values={"excerpt": excerpt})
