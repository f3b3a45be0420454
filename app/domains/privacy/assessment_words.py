"""What the assessment of privacy-related factors says."""

from __future__ import annotations

from app.core.i18n import _l

ABOUT = _l(
    "La Loi 25 demande cette évaluation avant de confier des renseignements personnels à un système, et avant qu’ils "
    "sortent du Québec. Les faits ci-dessous viennent de votre installation; les questions de la fin vous reviennent."
)
PROJECT = _l(
    "Trouver des commerces du Québec, en présenter quelques-uns dans des publications rédigées avec l’aide d’un modèle "
    "de langage, les faire approuver par une personne, puis les publier sur les comptes de l’entreprise."
)
# What is kept, of whom, and for how long.
COLLECTED = (
    (_l("Renseignement"), _l("De qui"), _l("Combien de temps")),
    (
        _l("Nom d’affaires, adresse, téléphone, courriel général, site"),
        _l("Commerces trouvés"),
        _l("12\u00a0mois sans contact"),
    ),
    (
        _l("Nom et courriel d’une fonction publiés par l’entreprise"),
        _l("Commerces trouvés"),
        _l("12\u00a0mois sans contact"),
    ),
    (
        _l("Courriel, mot de passe illisible, rôle"),
        _l("Personnes de votre équipe"),
        _l("Jusqu’à la fermeture du compte"),
    ),
    (_l("Clés d’accès chiffrées des réseaux"), _l("Votre entreprise"), _l("Jusqu’à la déconnexion")),
    (_l("Preuves de consentement"), _l("Commerces"), _l("Trois ans après la fin du consentement")),
)
PROTECTIONS = (
    _l("Les clés des réseaux sont chiffrées dans la base de données; les mots de passe y sont illisibles."),
    _l("Chaque espace est séparé des autres; chaque rôle ne voit que ce dont il a besoin."),
    _l("Une personne approuve chaque publication, ou a choisi l’approbation automatique en connaissance de cause."),
    _l("Les renseignements sensibles ne sont pas recherchés. On n’écrit jamais à une adresse personnelle."),
    _l("Un calendrier efface ce qui n’est plus utile. Une personne peut tout voir, tout emporter, tout faire effacer."),
    _l("Les statistiques des réseaux sont des totaux\u00a0: aucun nom d’abonné n’est gardé."),
)
QUESTIONS = (
    _l("Les renseignements sont-ils tous nécessaires à votre but? Que pourriez-vous retirer?"),
    _l("Leur sensibilité est-elle faible, moyenne ou élevée? Pourquoi?"),
    _l("La protection offerte dans les pays nommés plus haut vous paraît-elle suffisante? Pourquoi?"),
    _l("Quelles mesures de plus prenez-vous?"),
)
SIGNED = _l("Évaluation faite par\u00a0: ______________________________ Le\u00a0: ____________________")
