"""What a warm text adds, and what a sober one says instead."""

from __future__ import annotations

from app.providers.offline.texts.reading import entries

WARMTH = entries("""
On a le goût de dire bonjour, tout simplement, et de sourire en passant.
Ça fait du bien, de temps en temps, de mettre un nom sur ce qu’on croise tous les jours.
On pense aux gens qui y travaillent, à leurs petites joies et à leurs longues journées.
Il y a de la chaleur dans ces présentations-là, comme dans un bonjour lancé d’un balcon à l’autre.
C’est le genre de mot qu’on aime écrire, un café à la main, en regardant la rue se réveiller.
Si un sourire pouvait se glisser dans une publication, il serait ici.
Entre nous, c’est ce qu’on préfère dans cette page : parler des autres.
On se sent un peu plus chez soi quand on connaît les noms autour.
On écrit ces lignes avec le même plaisir qu’on a à croiser un visage connu.
Un quartier, c’est un peu une grande table, et il y a toujours de la place pour un nom de plus.
On imagine volontiers la porte qui s’ouvre, le bonjour qui suit et la journée qui commence.
Ça ne prend qu’un instant de penser aux autres, et la journée en est plus douce.
On aime croire qu’un nom bien placé peut faire naître une conversation.
Il y a des petits gestes qui réchauffent une rue, et nommer quelqu’un en est un.
On se souhaite tous d’avoir des voisins qu’on a envie de saluer.
On a beau courir, il reste toujours un moment pour un mot gentil.
C’est avec le sourire que cette page s’ouvre à quelqu’un d’autre aujourd’hui.
On lève notre tasse à ceux et celles qui font le même chemin chaque matin.
Rien de tel qu’un nom dit tout haut pour se sentir entre gens du même coin.
On y met du cœur, parce que derrière chaque nom il y a du monde.
""")

SOBER_CLOSES = entries("""
Les commentaires sont ouverts.
D’autres présentations suivront sur cette page.
Toute précision est la bienvenue en commentaire.
Nous présenterons d’autres adresses {de} prochainement.
Les suggestions de prochaines présentations sont les bienvenues.
Cette page accueille une adresse à la fois.
""")

SOBER_TIES = entries("""
Cette page présente des entreprises de la région, une à la fois.
Chaque présentation s’en tient à ce qui est connu et vérifiable.
Connaître les entreprises voisines facilite la vie de tous les jours.
Une adresse notée aujourd’hui évite une recherche plus tard.
Ces présentations n’engagent que nous et ne remplacent pas une visite.
Les renseignements donnés ici sont publics et succincts, à dessein.
""")
