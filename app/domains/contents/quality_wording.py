"""The sentences that explain a score."""

from __future__ import annotations

LENGTH = "Longueur"
HASHTAGS = "Mots-clics"
LOCALITY = "Localité"
PERSONAL = "Personnalisation"
FRENCH = "Français"
PICTURE = "Image"

LOCALITY_UNKNOWN = "La ville du prospect n’est pas connue."
FRENCH_ABSENT = "Le texte n’est pas rédigé en français."


def _plural(count: int, noun: str) -> str:
    mark = "s" if count >= 2 else ""
    return f"{count} {' '.join(word + mark for word in noun.split())}"


def length_right(words: int) -> str:
    """Say the text has the right length."""
    return f"Le texte compte {words} mots, ce qui se lit bien."


def length_short(words: int) -> str:
    """Say what is missing."""
    return f"Le texte compte {_plural(words, 'mot')} sans répétition; visez de 150 à 300 mots."


def length_long(words: int) -> str:
    """Say what is too much."""
    return f"Le texte compte {words} mots; ramenez-le à 300 mots ou moins."


def hashtags(count: int, *, spoiled: int, has_town: bool) -> str:
    """Judge the mots-clics."""
    if spoiled:
        return "Certains mots-clics sont répétés ou mal formés; gardez des lettres et des chiffres seulement."
    if count < 3:
        return (
            f"Il y a {_plural(count, 'mot-clic') if count < 2 else '2 mots-clics'}; ajoutez-en pour en avoir de 3 à 5."
        )
    if count > 5:
        return f"Il y a {count} mots-clics; n’en gardez que 3 à 5."
    if not has_town:
        return "Aucun mot-clic ne nomme la ville; ajoutez-la."
    return f"Les {count} mots-clics sont bien choisis, et la ville y est."


def locality(mentions: int, *, in_fold: bool) -> str:
    """Judge the place given to the town."""
    if not mentions:
        return "La ville n’est pas nommée; ajoutez-la dès la première phrase."
    if not in_fold:
        return "La ville est nommée, mais trop loin; placez-la dans les premières lignes."
    if mentions == 1:
        return "La ville est nommée dès le début; la rappeler une fois ancrerait mieux le texte."
    return "La ville est nommée dès le début et rappelée plus loin."


def personal(*, is_named: bool, is_early: bool, known: int, used: int) -> str:
    """Judge how much the text speaks of this prospect rather than of any other."""
    if not is_named:
        return "Le nom du prospect n’apparaît pas tel quel; nommez-le."
    if not is_early:
        return "Le prospect est nommé, mais trop loin; nommez-le dans les premières lignes."
    if known and not used:
        return "Le prospect est bien nommé; ajoutez un renseignement connu de plus, comme sa rue."
    return "Le prospect est nommé dès le début, avec ce qu’on sait de lui."


def french(count: int, first_reason: str) -> str:
    """Judge the language."""
    if not count:
        return "Aucune faute relevée."
    return f"{_plural(count, 'point')} à corriger, dont celui-ci\u00a0: {first_reason}"


def picture(*, has_picture: bool, described: bool) -> str:
    """Judge the picture."""
    if not has_picture:
        return "La publication n’a pas d’image; ajoutez-en une."
    if not described:
        return "L’image n’est pas décrite; ajoutez une description pour les personnes qui ne la voient pas."
    return "L’image est prête et décrite."
