"""What can be said of any local business without knowing what it sells."""

from __future__ import annotations

from app.providers.offline.texts.reading import entries

TIPS = entries("""
Un réflexe facile : avant une commande en ligne, se demander si quelqu’un {a} offre la même chose.
Appeler avant de passer permet de confirmer l’horaire et de poser sa question à la bonne personne.
Décrire son besoin en deux phrases, avec une photo au besoin, aide à obtenir une réponse plus précise.
Noter le nom de la personne à qui l’on a parlé rend le deuxième appel beaucoup plus simple.
Pour un projet plus gros, demander une soumission écrite met tout le monde d’accord dès le départ.
On peut aussi tenir une petite liste d’adresses du coin sur le frigo; elle sert plus souvent qu’on pense.
Demander ce qui se fait sur mesure réserve parfois de belles surprises.
En semaine, en avant-midi, on a souvent plus de temps pour bien répondre aux questions.
Quand on cherche une idée de cadeau, une adresse du voisinage fait gagner bien des détours.
Aux nouveaux arrivants, on peut offrir quelque chose de très utile : une liste de noms d’ici.
Un bon mot dit en personne fait souvent plus plaisir qu’un long courriel.
Grouper ses courses dans une même rue, c’est moins de route et plus de rencontres.
""")

SEASONS = {
    "winter": entries("""
L’hiver, un détour de moins dans la neige, c’est déjà une bonne raison de rester dans le coin.
Les entrées déneigées de bonne heure en disent long sur ceux qui nous attendent à l’intérieur.
C’est la saison où l’on apprécie de trouver ce qu’il faut sans prendre l’autoroute.
Quand la rue est blanche et tranquille, une lumière allumée fait du bien à voir.
Les mains dans les poches, on presse le pas, et l’on apprécie d’autant plus les portes qui s’ouvrent vite.
Après le congé, on reprend ses listes là où on les avait laissées, avec un peu plus de courage.
Un commerce éclairé, une entrée déneigée, un bonjour : l’hiver tient à peu de chose.
"""),
    "spring": entries("""
Les portes restent ouvertes un peu plus longtemps, et les conversations aussi.
On se remet à marcher, à regarder, à s’arrêter; les rues commerçantes en profitent.
Avec le beau temps reviennent les projets qu’on avait rangés pour l’hiver.
Les listes de choses à faire sortent des tiroirs, et l’on cherche à qui demander un coup de main.
Le premier samedi doux remplit les rues de gens qui n’avaient besoin de rien, et qui rentrent les bras pleins.
"""),
    "summer": entries("""
La visite est en ville, les rues s’animent, et l’on joue volontiers au guide.
Les horaires changent un peu, les sourires restent, et tout se fait à pied.
C’est le temps de flâner, d’entrer quelque part sans raison et d’en ressortir avec une idée.
Même en vacances, on finit toujours par avoir besoin de quelque chose, et c’est bien de savoir où aller.
Les soirs d’été, on s’attarde devant les vitrines, cornet à la main, sans presser personne.
"""),
    "autumn": entries("""
La routine revient, et avec elle les petites courses faites en rentrant du travail.
On prépare la maison, l’auto et les garde-robes, et l’on cherche à qui s’adresser.
C’est un bon moment pour prendre les devants, avant la course de la fin de l’année.
Les soirées plus longues donnent envie de s’occuper de ce qu’on avait remis à plus tard.
Les nouvelles habitudes de septembre passent souvent par de nouvelles adresses.
"""),
    "late_autumn": entries("""
On prépare la maison, l’auto et les garde-robes, et l’on cherche à qui s’adresser.
C’est un bon moment pour prendre les devants, avant la course de décembre.
Les soirées plus longues donnent envie de s’occuper de ce qu’on avait remis à plus tard.
Les premières listes de cadeaux s’écrivent, et bien des idées se trouvent à quelques rues d’ici.
On rentre du travail à la noirceur, et une vitrine allumée fait plaisir à voir.
Les commandes de décembre se préparent dès maintenant, dans les arrière-boutiques comme dans les ateliers.
Un vent froid, une porte qui se referme, un bonjour : la saison commence ainsi.
Les mitaines reviennent, les listes aussi, et l’on se promet encore de ne pas tout laisser au dernier moment.
On fait ses courses à la clarté quand on peut, et à la lueur des vitrines le reste du temps.
"""),
}
