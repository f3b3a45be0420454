"""What a warm text adds, and what a sober one says instead."""

from __future__ import annotations

from app.providers.offline.texts.reading import entries

WARMTH = entries("""
On est de même, par ici, et on ne changerait pas.
Ça ne règle pas les problèmes du monde, mais ça met de bonne humeur.
Rien que d’en parler, on sourit.
On a ri en l’écrivant, et on s’est un peu reconnus.
Il n’y a pas de honte à ça, on est tous passés par là.
Ça fait du bien de parler d’autre chose que de la météo.
On aime autant en rire.
C’est le genre de petite affaire qui fait un quartier.
On le dit comme on le dirait sur le perron.
Avouons-le, ça fait partie du charme.
On en a déjà pour la semaine à s’obstiner gentiment.
Et entre nous, on n’y changerait pas grand-chose.
Ce n’est pas une science, c’est une habitude, et elle est bonne.
Ceux qui se reconnaissent peuvent lever la main.
La vie de tous les jours est faite de ça, et on la prend.
Si ça fait sourire une personne dans l’autobus, on aura gagné notre journée.
""")

SOBER_CLOSES = entries("""
Les commentaires sont ouverts.
Toute précision est la bienvenue en commentaire.
Les suggestions de prochaines adresses sont les bienvenues.
D’autres adresses {de} suivront sur cette page.
""")

SOBER_TIES = entries("""
Cette page présente des entreprises de la région, une à la fois.
On s’en tient ici à ce qui est connu et vérifiable.
Une adresse notée aujourd’hui évite une recherche plus tard.
Les renseignements donnés ici sont publics et succincts, à dessein.
Une présentation ne remplace pas une visite ni un appel.
Connaître les entreprises voisines facilite la vie de tous les jours.
""")
