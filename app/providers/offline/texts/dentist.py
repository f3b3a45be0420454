"""What can be said of dental care: no praise, no thanks, no promise, no advice on health itself."""

from __future__ import annotations

from app.providers.offline.texts.reading import entries

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
