"""The sentences that explain a score, and those that say how to raise it."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.i18n import NBSP, _l, said

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


_RAISE = _l("Pour gagner des points\u00a0: %(advice)s.")


def told(sentence: str) -> str:
    """Say in the reader's language a sentence kept in French with the score it explains."""
    begin, end = str.__str__(_RAISE).split("%(advice)s")
    if sentence.startswith(begin):
        advice = sentence.removeprefix(begin).removesuffix(end).split("; ")
        return _RAISE % {"advice": "; ".join(map(said, advice))}
    why, ceiling, _rest = sentence.partition(f" {str.__str__(CEILING)}")
    return f"{said(why)} {CEILING}" if ceiling else said(sentence)


def raise_by(advice: Sequence[str]) -> str:
    """Say what would raise a part."""
    return str.__str__(_RAISE) % {"advice": "; ".join(advice)}


def faults(count: int, first_reason: str) -> str:
    """Say how many faults a reader would correct."""
    noun = "point" if count < 2 else "points"
    return f"{count} {noun} à corriger, dont celui-ci{NBSP}: {first_reason}"


def faults_advice(count: int) -> str:
    """Say what to do about them."""
    return _l("corriger ce point") if count < 2 else _l("corriger ces points")


def tags_number(count: int) -> str:
    """Say whether there are too few mots-clics or too many."""
    if not count:
        return _l("Il n’y a aucun mot-clic.")
    return f"Il y a {count} {'mot-clic' if count < 2 else 'mots-clics'}; de 3 à 5 suffisent."


def tags_number_advice(count: int) -> str:
    """Say what to do about it."""
    return _l("garder de 3 à 5 mots-clics") if count > 5 else _l("proposer de 3 à 5 mots-clics")


def tags_right(count: int) -> str:
    """Say the mots-clics are well chosen."""
    return f"Les {count} mots-clics sont bien choisis, et la ville y est."


def length_right(words: int) -> str:
    """Say the text has the right length."""
    return f"Le texte compte {words} mots, ce qui se lit bien."


def length_why(words: int, repeated: int) -> str:
    """Say how long the text is, and how much of it is said twice."""
    counted = f"Le texte compte {words} {'mot' if words < 2 else 'mots'}"
    return f"{counted}, dont {repeated} déjà lus." if repeated > 5 else f"{counted}."


def length_advice(words: int, fresh: int) -> str:
    """Say what length to aim at."""
    if words > 300:
        return _l("ramener le texte à 300 mots ou moins")
    return _l("viser de 150 à 300 mots") if fresh == words else _l("viser de 150 à 300 mots, sans répétition")


def refused(excerpt: str, message: str) -> str:
    """Say what a trade refuses, and why."""
    return f"«{NBSP}{excerpt}{NBSP}»{NBSP}: {message}"


def claims(count: int, excerpt: str) -> str:
    """Say that something told is not known to be true."""
    if count < 2:
        return f"«{NBSP}{excerpt}{NBSP}» ne vient d’aucun renseignement connu."
    return f"{count} passages ne viennent d’aucun renseignement connu, dont «{NBSP}{excerpt}{NBSP}»."


def left_open(excerpt: str) -> str:
    """Say a blank was left."""
    return f"Un passage est resté à remplir{NBSP}: «{NBSP}{excerpt}{NBSP}»."
