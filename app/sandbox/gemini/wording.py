"""Sentences of the posts the Gemini twin writes."""

from __future__ import annotations

OPENINGS = (
    "Il y a des adresses qu’on croise chaque jour sans prendre le temps d’en parler. {name} en fait partie.",
    "Quand on vit {at_city}, on apprend vite à reconnaître les gens qui font bien les choses. Je pense à {name}.",
    "Aujourd’hui, j’ai envie de vous présenter un voisin\u00a0: {name}.",
    "On parle souvent d’achat local. Pour moi, ça commence par un nom précis\u00a0: {name}.",
    "Une rue principale, c’est d’abord du monde. {at_city_capital}, {name} est de ce monde-là.",
    "Avez-vous déjà remarqué ce qui donne envie de revenir quelque part? J’y pensais en passant devant {name}.",
    "Petite parenthèse dans la semaine (elle en vaut la peine)\u00a0: je vous parle de {name}.",
    "Les bonnes adresses se disent de bouche à oreille. Voici la mienne du jour\u00a0: {name}.",
)
MIDDLES = (
    "Tenir un commerce au Québec, c’est ouvrir la porte chaque matin, accueillir les gens par leur "
    "nom quand on le peut "
    "et recommencer le lendemain avec la même attention.",
    "Ce que j’aime dans une entreprise d’ici, c’est qu’on sait à qui on parle. La personne qui "
    "répond connaît le coin, "
    "les saisons et les petites urgences de ses clients.",
    "Derrière chaque vitrine, il y a des heures qu’on ne voit pas\u00a0: préparer, commander, "
    "nettoyer, répondre, planifier. "
    "Ce travail mérite qu’on le souligne.",
    "On oublie parfois qu’un commerce de proximité fait aussi vivre ses fournisseurs, ses voisins "
    "et toute une rue. "
    "Quand l’un avance, les autres en profitent.",
    "Entre gens d’affaires, on se croise, on se recommande, on se dépanne. C’est une façon de faire "
    "que je veux garder.",
    "Je ne raconterai pas ce que je ne sais pas\u00a0: le mieux reste d’aller voir sur place et de "
    "poser vos questions.",
    "Le métier demande de la patience et du savoir-faire. On le sent dans les détails, ceux qu’on "
    "remarque seulement "
    "quand ils manquent.",
    "En cette saison, un simple bonjour et une visite font souvent plus de bien qu’on le pense aux "
    "gens qui tiennent le fort.",
    "Encourager une entreprise du coin, ce n’est pas un grand geste. C’est une habitude, et elle se "
    "prend une visite à la fois.",
)
CLOSINGS = (
    "Si vous passez {at_city}, arrêtez-vous et dites bonjour de ma part. Et vous, quelle adresse du "
    "coin voulez-vous faire "
    "connaître?",
    "Connaissez-vous {name}? Racontez-le en commentaire, ça aide tout le monde à découvrir ce qui se fait {at_city}.",
    "La prochaine fois que vous cherchez près de chez vous, pensez à {name}. C’est comme ça que nos "
    "quartiers restent vivants.",
    "À toute l’équipe de {name}\u00a0: bonne continuation, et à bientôt entre voisins!",
)
AT_CITY = "à {city}"
CONTRACTIONS = {"Les ": "aux ", "Le ": "au "}
NEARBY = "près de chez vous"
SOMEONE = "cette entreprise d’ici"
HASHTAGS = ("AchatLocal", "Québec", "EntreprisesDici", "CommerceDeProximité")
ALT_TEXT = "Illustration aux couleurs de l’entreprise, avec le nom {name}."
TITLE = "{name}, une adresse à connaître"
PICTURE = "Voici l’image."
