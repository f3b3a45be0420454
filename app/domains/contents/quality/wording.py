"""The sentences that explain a score, and those that say how to raise it."""

from __future__ import annotations

from collections.abc import Sequence

NBSP = "\u00a0"

RELEVANCE = "Pertinence"
FRENCH = "Français"
HASHTAGS = "Mots-clics"
PICTURE = "Image"
LENGTH = "Longueur"
VARIETY = "Variété"
CONFORMITY = "Conformité"

CEILING = "Tant que ce n’est pas réglé, la note reste sous 50."
EMPTY = "Il n’y a rien à juger encore."
EMPTY_ADVICE = "écrire quelques phrases"

RELEVANCE_FULL = "Le texte parle bien de ce prospect, de sa ville et de ce qu’on sait de lui."
NAME_ABSENT = "Le nom du prospect n’apparaît pas tel quel."
NAME_ADVICE = "nommer le prospect tel qu’il s’écrit"
NAME_LATE = "Le prospect est nommé trop loin dans le texte."
NAME_LATE_ADVICE = "nommer le prospect dès les premières lignes"
TOWN_ABSENT = "La ville n’est pas nommée."
TOWN_ADVICE = "nommer la ville"
FACTS_FEW = "Le texte se sert peu de ce qu’on sait du prospect."
FACTS_ADVICE = "dire sa rue, sa spécialité ou son métier"
VAGUE = "Le texte conviendrait à toute entreprise\u00a0: trop de formules toutes faites."
VAGUE_ADVICE = "remplacer les formules toutes faites par des détails concrets"
UNSIGNED = "On ne sait pas qui parle\u00a0: votre entreprise n’est pas nommée."
UNSIGNED_ADVICE = "nommer votre entreprise"
END_FLAT = "La fin n’invite pas à répondre."
END_ADVICE = "finir par une question ou une invitation"

FRENCH_FULL = "Aucune faute relevée."
FRENCH_ABSENT = "Le texte n’est pas rédigé en français."
FRENCH_ADVICE = "écrire des phrases en français"
ENGLISH = "Le texte est en anglais, du moins en partie."
ENGLISH_ADVICE = "écrire le texte en français d’abord"
SHOUTED = "Le texte est en majuscules, ce qui se lit comme un cri."
SHOUTED_ADVICE = "écrire en minuscules"
ACCENTS_MISSING = "Il manque des accents."
ACCENTS_ADVICE = "remettre les accents"

TAGS_TOWN = "Aucun mot-clic ne nomme la ville."
TAGS_TOWN_ADVICE = "ajouter la ville aux mots-clics"
TAGS_WEAK = "Les mots-clics disent peu de chose du sujet."
TAGS_WEAK_ADVICE = "choisir des mots-clics qui reprennent les mots du texte"
TAGS_SPOILED = "Certains mots-clics sont répétés ou mal formés."
TAGS_SPOILED_ADVICE = "garder des mots-clics différents, faits de lettres et de chiffres"
TAGS_PASTED = ("Trop de mots-clics sont collés dans le texte.", "retirer du texte les mots-clics")

PICTURE_FULL = "L’image est prête et décrite."
PICTURE_ABSENT = "La publication n’a pas d’image."
PICTURE_ADVICE = "ajouter une image"
PICTURE_MUTE = "L’image n’est pas décrite pour les personnes qui ne la voient pas."
PICTURE_MUTE_ADVICE = "décrire l’image en quelques mots"

VARIETY_FULL = "Les phrases et les mots sont variés."
VARIETY_SHORT = "Il y a trop peu de phrases pour juger de leur variété."
VARIETY_SHORT_ADVICE = "écrire au moins quatre phrases"
REPEATED = "Des passages se répètent."
REPEATED_ADVICE = "retirer ce qui est dit deux fois"
HAMMERED = "Un même mot ou un même nom revient trop souvent."
HAMMERED_ADVICE = "varier les mots, et nommer le prospect deux ou trois fois seulement"
OPENINGS = "Plusieurs phrases commencent de la même façon."
OPENINGS_ADVICE = "varier le début des phrases"
RHYTHM = "Les phrases ont toutes à peu près la même longueur."
RHYTHM_ADVICE = "alterner les phrases courtes et les longues"
ALIKE = "Le texte ressemble à un autre de la campagne."
ALIKE_ADVICE = "trouver un autre angle que celui des autres publications"

CONFORMITY_FULL = "Rien ici n’est refusé par les règles du métier."
REFUSED_ADVICE = "retirer ce passage ou le dire autrement"
CLAIMS_ADVICE = "retirer ce qui ne vient pas des renseignements connus"
LEFT_OPEN_ADVICE = "remplir ou retirer les passages laissés en blanc"


def raise_by(advice: Sequence[str]) -> str:
    """Say what would raise a part."""
    return f"Pour gagner des points{NBSP}: {'; '.join(advice)}."


def faults(count: int, first_reason: str) -> str:
    """Say how many faults a reader would correct."""
    noun = "point" if count < 2 else "points"
    return f"{count} {noun} à corriger, dont celui-ci{NBSP}: {first_reason}"


def faults_advice(count: int) -> str:
    """Say what to do about them."""
    return "corriger ce point" if count < 2 else "corriger ces points"


def tags_number(count: int) -> str:
    """Say whether there are too few mots-clics or too many."""
    if not count:
        return "Il n’y a aucun mot-clic."
    return f"Il y a {count} {'mot-clic' if count < 2 else 'mots-clics'}; de 3 à 5 suffisent."


def tags_number_advice(count: int) -> str:
    """Say what to do about it."""
    return "garder de 3 à 5 mots-clics" if count > 5 else "proposer de 3 à 5 mots-clics"


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
        return "ramener le texte à 300 mots ou moins"
    return "viser de 150 à 300 mots" if fresh == words else "viser de 150 à 300 mots, sans répétition"


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
