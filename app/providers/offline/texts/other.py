"""What can be said of any local business without knowing what it sells."""

from __future__ import annotations

from app.providers.offline.texts.reading import entries

THOUGHTS = entries("""
Tenir une entreprise, c’est porter plusieurs chapeaux dans la même journée, et parfois dans la même heure.
Il y a ce que les clients voient, et il y a tout le reste : les commandes, les factures, les imprévus.
On mesure mal le courage tranquille qu’il faut pour ouvrir une porte chaque matin.
Les gens d’affaires d’ici se croisent à l’épicerie, à l’aréna et dans les réunions d’école.
Un métier, c’est un savoir-faire, mais c’est aussi une manière de recevoir les gens.
Chaque entreprise a ses heures de pointe, ses journées calmes et ses petites victoires.
Derrière un nom, il y a toujours des décisions, des doutes et beaucoup d’heures de travail.
On connaît souvent le logo avant de connaître le visage, et c’est dommage.
Poser une question à quelqu’un du métier, en personne, reste la façon la plus simple d’apprendre.
Les services qu’on trouve tout près, on les remarque surtout le jour où l’on en a besoin.
Dans une ville, les entreprises se passent le mot, se dépannent et finissent par se tutoyer.
Il faut de la constance pour répondre au téléphone avec le même entrain du lundi au vendredi.
""")

FOLLOWINGS = entries("""
C’est le travail de tous les jours que nous voulions souligner, sans en ajouter.
Quand une dépense reste {a}, elle finit souvent par revenir d’une façon ou d’une autre.
Il nous semble juste d’en parler de temps en temps, entre gens d’ici.
Un bonjour, une question, un nom qu’on retient : voilà déjà un bon début.
On peut toujours commencer par pousser la porte ou par passer un coup de fil.
L’économie d’une ville, c’est aussi du monde qui se connaît et qui se répond.
Nous ne disons pas qu’il faut tout acheter à côté; nous disons qu’il faut y penser d’abord.
Chaque métier a ses mots, et il y a du plaisir à les apprendre.
De là l’idée de nommer, une à la fois, les adresses qui nous entourent.
Rien ne remplace une conversation de vive voix pour savoir à quoi s’attendre.
En regardant d’abord tout près, on gagne du temps, on évite un détour et l’on apprend un nom de plus.
L’achat local commence bien avant la caisse, par la curiosité.
""")

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

QUESTIONS = entries("""
Quelle adresse {de} [recommandez-vous|recommandes-tu] à [vos|tes] amis?
Quel commerce {de} [vous|te] manquerait s’il n’était plus là?
Quelle est la dernière adresse {de} que [vous avez|tu as] découverte par hasard?
Qui d’autre, {a}, devrions-nous présenter?
[Achetez-vous|Achètes-tu] près de chez [vous|toi] par habitude ou par conviction?
[Connaissiez-vous|Connaissais-tu] déjà ce nom?
Quel métier d’ici [aimeriez-vous|aimerais-tu] mieux connaître?
Quelle rue {de} [vous|te] semble la plus vivante?
À quelle entreprise {de} [diriez-vous|dirais-tu] bonjour aujourd’hui?
Comment [découvrez-vous|découvres-tu] les nouvelles adresses : à pied, en ligne ou par des amis?
Qu’est-ce qui [vous|te] fait retourner au même endroit?
Quel savoir-faire d’ici fait la fierté de [votre|ta] ville?
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
