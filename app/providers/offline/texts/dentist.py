"""What can be said of dental care: no praise, no thanks, no promise, no advice on health itself."""

from __future__ import annotations

from app.providers.offline.texts.reading import entries

THOUGHTS = entries("""
Le rendez-vous chez le dentiste fait partie de ces choses qu’on inscrit au calendrier entre deux autres.
Il y a les gens qui prennent leurs rendez-vous un an d’avance, et il y a les autres; nous avons tous nos habitudes.
Dans une clinique, beaucoup de monde travaille ensemble : à l’accueil, à l’hygiène, au fauteuil, à la stérilisation.
Un premier rendez-vous commence presque toujours par des questions, et c’est très bien ainsi.
On apprend aux enfants à nommer leur dentiste comme ils nomment leur professeur ou leur gardienne.
Les soins dentaires sont affaire de professionnels, et ce n’est pas à nous d’en parler à leur place.
Il faut du calme, de la précision et un bon sens de l’accueil pour travailler dans un cabinet dentaire.
Changer de ville, c’est aussi refaire sa liste : une école, un garage, une pharmacie, un dentiste.
Bien des familles choisissent d’abord selon la distance, l’horaire et la possibilité d’y aller ensemble.
On y entre parfois un peu nerveux, avec un livre sous le bras, et le temps finit par passer.
Le métier s’exerce au Québec sous l’œil d’un ordre professionnel, et c’est une tranquillité pour tout le monde.
Un dossier qui suit d’une année à l’autre, c’est aussi une manière de se connaître.
Il y a dans chaque clinique quelqu’un qui connaît par cœur le stationnement, l’ascenseur et l’heure de pointe.
La brosse à dents est sans doute l’objet le plus régulier de nos journées, et l’on n’en parle à peu près jamais.
On a tous gardé un souvenir d’enfance d’une salle d’attente : des revues, un aquarium, une chaise trop haute.
Les mots du métier impressionnent parfois; bien expliqués, ils perdent presque tout leur mystère.
Une clinique voit grandir des familles entières, d’un carnet de rendez-vous à l’autre.
Se rendre à pied à son rendez-vous, c’est un petit luxe que tous les quartiers n’offrent pas.
Quand on s’occupe de plusieurs agendas à la fois, la proximité devient un argument à elle seule.
L’accueil, dans un cabinet, c’est souvent une voix au téléphone avant d’être un visage.
""")

FOLLOWINGS = entries("""
Nous nous contentons de dire où cela se passe; chacun posera ses questions au bon endroit.
Savoir qui se trouve près de chez soi, c’est déjà une démarche de faite.
Une adresse à proximité, c’est un trajet plus court et un après-midi moins bousculé.
Un nom noté d’avance évite de chercher à la dernière minute.
Chaque personne a ses besoins, et c’est au cabinet qu’on peut en discuter.
Il n’y a pas de mauvaise question quand vient le temps de choisir; il suffit de la poser.
Les services de santé de proximité font partie de ce qui rend une ville habitable.
Pour les familles, pour les aînés, pour ceux qui travaillent tôt, la proximité a son importance.
Le reste se discute en personne, calmement, dossier en main.
Nous laissons les explications à ceux et celles dont c’est le métier.
Une adresse de plus à connaître, ni plus ni moins, c’est déjà utile.
Entre voisins, se dire où se trouvent les choses reste un bon service à rendre.
Il reste à chacun de s’informer auprès des gens du métier, à son propre rythme.
Une question notée aujourd’hui sera plus facile à poser demain.
On peut très bien commencer par téléphoner, simplement pour savoir comment cela se passe.
Connaître le nom, la rue et le chemin : le reste vient avec le premier appel.
""")

TIPS = entries("""
Une idée toute simple : inscrire au calendrier de la famille la date du prochain rendez-vous, avec un rappel.
Avant d’appeler, noter ses questions sur un bout de papier aide à n’en oublier aucune.
Les assurances collectives ont chacune leurs règles; un coup d’œil à la brochure avant la fin de l’année peut servir.
Pour une première rencontre, on peut préparer la liste de ses médicaments et le nom de son ancienne clinique.
En cas d’empêchement, prévenir tôt permet d’offrir la place à quelqu’un d’autre.
Les parents peuvent demander s’il est possible de regrouper les rendez-vous des enfants le même jour.
En téléphonant, on peut demander les heures d’ouverture, le stationnement et l’accès pour les personnes à mobilité
    réduite.
Au moment d’un déménagement, demander la copie de son dossier fait gagner du temps à tout le monde.
Garder le numéro de sa clinique dans son téléphone, c’est une minute bien investie.
Si l’horaire de travail complique les choses, mieux vaut le dire d’emblée en appelant.
Un étudiant ou une étudiante qui arrive en ville peut vérifier ce que couvre son association.
Une estimation écrite, une explication de plus : ce sont des choses qui se demandent, tout simplement.
""")

QUESTIONS = entries("""
Comment faites-vous pour ne pas oublier vos rendez-vous?
Vous arrivez {a}? Quelles adresses avez-vous cherchées en premier?
Le matin très tôt ou la fin d’après-midi : à quel moment préférez-vous vos rendez-vous?
Quel service de proximité {de} devrions-nous nommer la prochaine fois?
Calendrier sur le frigo ou rappel sur le téléphone : quelle est votre méthode?
Connaissiez-vous déjà cette adresse {de}?
Quelles adresses pratiques donneriez-vous à quelqu’un qui vient de s’installer {a}?
À pied, en autobus ou en voiture : comment vous déplacez-vous {a} pour vos rendez-vous?
Qu’est-ce qui compte pour vous dans un service de proximité?
Avez-vous votre liste de numéros utiles quelque part?
Quel métier de la santé aimeriez-vous voir présenté ici?
Comment choisissez-vous vos adresses quand vous arrivez dans une nouvelle ville?
""")

SEASONS = {
    "winter": entries("""
Les horaires d’hiver changent vite, et un rendez-vous confirmé d’avance épargne bien des appels.
Entre la neige à pelleter et les lunchs à préparer, les rendez-vous personnels passent souvent en dernier.
Une adresse près de la maison prend tout son sens quand les routes sont blanches.
C’est aussi la saison où l’on remet de l’ordre dans ses papiers et dans son calendrier.
Un rendez-vous en plein hiver se planifie avec une marge : pour la pelle, pour l’autobus, pour les bottes.
Les agendas neufs de janvier ont encore bien des cases blanches, et c’est le temps d’y penser.
Les jours de tempête, savoir qu’une adresse se trouve tout près change le programme de la journée.
"""),
    "spring": entries("""
On range les bottes, on rouvre le calendrier et l’on voit ce qui a été remis depuis l’automne.
C’est souvent le moment de planifier les rendez-vous de la famille avant les vacances.
Le beau temps revient, et les listes de choses à faire rallongent d’elles-mêmes.
Un peu de ménage dans l’agenda, et l’on retrouve les rendez-vous qui attendaient.
Le calendrier du printemps se remplit vite, entre les spectacles d’école et les premières fins de semaine au chalet.
"""),
    "summer": entries("""
Les horaires d’été sont souples, et certains en profitent pour placer un rendez-vous en avant-midi.
Avant le départ en vacances, une petite vérification du calendrier rend la rentrée plus simple.
Entre le camp de jour et le chalet, il reste parfois une case libre à l’agenda.
Les enfants sont en congé, ce qui laisse plus de choix pour l’heure des rendez-vous.
Les avant-midis d’été sont plus souples, et l’on finit par s’occuper de ce qui attendait.
"""),
    "autumn": entries("""
C’est le moment de l’année où le calendrier se remplit, et où l’on regarde ce que couvrent encore ses assurances.
Avant que l’année se termine, plusieurs font le tour des rendez-vous qu’ils voulaient prendre.
Les journées raccourcissent, les agendas non, et l’on se demande où caser le reste.
Avec les activités des enfants qui reprennent, un rendez-vous se planifie deux fois plutôt qu’une.
Les horaires d’automne se dessinent autour de l’école, et les rendez-vous s’y faufilent comme ils peuvent.
"""),
    "late_autumn": entries("""
L’année achève, et plusieurs regardent ce que couvrent encore leurs assurances.
Avant les fêtes, les agendas se remplissent vite, et un rendez-vous se planifie deux fois plutôt qu’une.
Les journées raccourcissent, les agendas non, et l’on se demande où caser le reste.
C’est souvent le moment où l’on fait le tour des rendez-vous remis depuis l’été.
Entre les pneus à poser et les cadeaux à trouver, les rendez-vous personnels attendent leur tour.
Les cases de décembre se prennent une à une, et celles de janvier semblent encore bien loin.
Les matins sombres font arriver tout le monde en même temps, manteau au bras et café à la main.
On relit ses assurances comme on range son garage : une fois l’an, juste avant la neige.
Quand la noirceur tombe en plein après-midi, un trajet court s’apprécie doublement.
"""),
}
