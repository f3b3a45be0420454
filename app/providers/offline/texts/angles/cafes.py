"""Angles on a café, a bar, or a dish: each said of the thing, never of the place."""

from __future__ import annotations

from app.providers.offline.texts.reading import angles

CAFES = angles("""
@ le premier café
# hook
Avant le premier café, {a}, il ne faut rien demander à personne.
{A}, il y a du monde qui se lève et du monde qui se lève après son premier café.
Le premier café du matin, {a}, ne se boit pas : il se négocie.
Six heures et demie, {a} : les phrases sont courtes jusqu’à la première tasse.
# name
Un endroit à connaître pour ce moment-là : {portrait}.
On y pense avec un nom en tête : {portrait}.
# scene
Noir, au lait, allongé, glacé en plein hiver : chacun défend le sien comme un principe.
La tasse de la maison réveille; celle qu’on boit ailleurs, elle, fait sortir de la maison.
On dit « un café » comme si c’était une boisson, mais c’est surtout une permission de s’arrêter.
# then
Cinq minutes assis avant d’ouvrir ses courriels, et la journée a déjà un autre visage.
On entre pour une tasse, on lève les yeux, et quelqu’un nous demande des nouvelles de notre mère.
C’est un petit rituel, et les petits rituels tiennent encore en février.
# tip
Apporter sa tasse est un bon réflexe, là où c’est accepté; on le demande une fois, et c’est réglé.
Pour un endroit tranquille, le milieu de l’avant-midi est souvent l’heure douce, entre les pressés et les dîneurs.
Un horaire de café change d’une saison à l’autre : un coup d’œil avant de sortir du lit évite la déception.
# ask
Noir, au lait ou pas avant dix heures : comment [prenez-vous|prends-tu] le premier?
À quelle heure devient-on parlable chez [vous|toi]?

@ le rendez-vous autour d’un café
# hook
« On prend un café? » {A}, ça veut rarement dire qu’on a soif.
{A}, bien des histoires ont commencé par deux tasses et une table trop petite.
Les grandes décisions, {a}, se prennent souvent devant une tasse tiède.
Il y a quelqu’un, {a}, à qui on promet un café depuis des mois.
# name
Plus d’excuse pour l’endroit : {portrait}.
Un lieu de rendez-vous à considérer : {portrait}.
# scene
Un café, c’est assez court pour oser et assez long pour se dire les vraies affaires.
On s’y donne rendez-vous pour un emploi, une rupture, un projet ou le tricot, et la tasse ne juge pas.
Celui qui arrive en avance choisit la place; celui qui arrive en retard paie la brioche, en principe.
# then
La tasse est vide depuis longtemps, et personne n’a encore remis son manteau : c’est signe que ça va.
On repart avec une réponse, parfois avec une question de plus, et presque toujours avec un autre rendez-vous.
Deux personnes qui ne se textent plus peuvent très bien se reparler devant un allongé.
# tip
Pour un rendez-vous important, le coin loin de la machine : on s’entend mieux, et on hésite moins.
Proposer une heure précise plutôt qu’un « un de ces jours » : c’est toute la différence entre un café et une intention.
Entre quatorze et seize heures, les tables se libèrent, et personne ne regarde la nôtre avec envie.
# ask
À qui [devez-vous|dois-tu] un café depuis trop longtemps?
Quelle bonne nouvelle [avez-vous|as-tu] apprise devant une tasse?

@ le bureau au café
# hook
{A}, le bureau a parfois une tasse, une prise de courant et de la musique qu’on n’a pas choisie.
Travailler au café, {a}, il y en a qui ne font que ça et d’autres qui n’écrivent pas une ligne.
La maison est trop calme, le bureau trop bruyant : {a}, il reste la petite table ronde.
Un ordinateur, une tasse, un manteau sur la chaise : {a}, c’est un lundi ordinaire.
# name
Un endroit à essayer, après avoir posé la question au comptoir : {portrait}.
Un nom à noter pour changer de décor : {portrait}.
# scene
Le bruit des autres aide à se concentrer, à condition que personne n’y parle de ses rénovations.
On y va pour travailler deux heures; on en passe une à regarder entrer le monde, et c’était la bonne.
La politesse du café-bureau tient en une règle : on n’occupe pas une table de quatre pour un cahier.
# then
Une consommation à l’heure, le téléphone dehors, les écouteurs sur les oreilles : tout le monde y trouve son compte.
Et puis on y croise du vrai monde, ce que la réunion en ligne n’offre pas.
Une idée qui refusait de sortir à la maison arrive souvent entre deux gorgées.
# tip
Avant d’ouvrir l’ordinateur, on demande si c’est correct; la réponse est souvent oui, sauf à l’heure du dîner.
Recharger ses appareils avant de partir, c’est laisser la prise à quelqu’un de plus mal pris.
Éviter l’heure de pointe, c’est rendre service au comptoir et s’offrir le silence.
# ask
Silence complet ou bruit de tasses : où [travaillez-vous|travailles-tu] le mieux?
Quelle est [votre|ta] règle d’or quand [vous vous installez|tu t’installes] quelque part avec un ordinateur?
""")

BARS = angles("""
@ le cinq à sept
# hook
Le cinq à sept, {a}, dure rarement deux heures.
« Juste un, pis je rentre » : {a}, on connaît la suite.
{A}, la semaine finit officiellement quand quelqu’un dit : « On va prendre un verre? »
Il y a le travail, il y a la maison et, entre les deux, {a}, il y a le cinq à sept.
# name
Un nom à lancer à cinq heures moins quart : {portrait}.
On ajoute une adresse à la liste : {portrait}.
# scene
Au cinq à sept, le patron redevient une personne et la comptable raconte des histoires qu’on ne soupçonnait pas.
On y parle de tout sauf du bureau pendant dix minutes, puis seulement du bureau, mais en mieux.
C’est une heure drôle : trop tôt pour la soirée, trop tard pour les courriels, parfaite pour se parler.
# then
Le lendemain, deux collègues qui se vouvoyaient se tutoient, et la réunion du lundi passe plus vite.
Une eau pétillante compte autant qu’un verre : c’est la chaise qui fait le cinq à sept.
Et ceux qui ne restent que pour un sont souvent les derniers à partir.
# tip
Le groupe grossit toujours entre l’invitation et l’arrivée : mieux vaut appeler quand on dépasse six.
On prévoit son retour avant la première tournée : autobus, taxi, ami sobre. C’est plate à lire, et ça change tout.
Le jeudi a la réputation, mais le mardi a les tables.
# ask
[Votre|Ton] « juste un », il dure combien de temps en moyenne?
Avec quel ancien collègue [iriez-vous|irais-tu] prendre un verre demain?

@ la place au comptoir
# hook
Au comptoir, {a}, on peut arriver seul et repartir avec trois opinions de plus.
Le siège le plus recherché, {a}, n’a parfois pas de dossier.
{A}, il y a des conversations qui n’existent qu’accoudé à un comptoir.
S’asseoir au comptoir, {a}, c’est déjà accepter de jaser.
# name
Un comptoir à découvrir, ou une table, c’est selon : {portrait}.
Un nom pour les accoudés : {portrait}.
# scene
On y parle de hockey avec des inconnus, de météo avec des connaissances et de sa vie avec personne, en principe.
Il y a les gens du bout, qui viennent pour la paix, et les gens du milieu, qui viennent pour le débat.
Regarder quelqu’un travailler derrière un bar, c’est voir dix gestes à la fois et aucun de perdu.
# then
Ce n’est pas le verre qui fait la soirée, c’est la personne assise à côté.
Un bon voisin de comptoir, c’est quelqu’un qui sait aussi se taire.
Ceux qui servent rentrent quand la ville dort, et on y pense rarement au moment de commander.
# tip
Pour jaser avec la personne qui sert, on choisit un soir tranquille; le samedi, ses mains parlent pour elle.
Les soirs de match, on arrive avant la première période ou on reste debout, et c’est de bonne guerre.
Se demander qui conduit avant d’enlever son manteau, c’est régler la question pour la soirée.
# ask
Au bout du comptoir ou en plein milieu : de quel bord [êtes-vous|es-tu]?
De quoi [avez-vous|as-tu] parlé, la dernière fois, avec un inconnu?

@ la soirée de match
# hook
Un soir de match, {a}, il y a ceux qui regardent et ceux qui coachent.
{A}, pendant le hockey, tout le monde a une opinion sur l’avantage numérique.
Le match à la maison, {a}, ça se peut; mais crier tout seul, c’est moins drôle.
Trois périodes, {a}, c’est long sans personne à qui dire « je l’savais ».
# name
Avant la mise au jeu, un nom à vérifier : {portrait}.
On en prend note pour un soir de match : {portrait}.
# scene
On ne regarde pas un match, on le rejoue à voix haute, avec des mains et des verres pour faire les joueurs.
Il y a toujours quelqu’un qui ne suit pas le sport et qui finit par poser la bonne question.
Un but, et des gens qui ne s’étaient jamais parlé se tapent dans les mains.
# then
On gagne ensemble, on perd ensemble, et on blâme l’arbitre ensemble : c’est ça, l’esprit d’équipe.
À la troisième période, les tables n’ont plus de frontières.
Le résultat s’oublie vite; la réaction de l’oncle, jamais.
# tip
Un appel avant de partir dit si le match sera présenté, et s’il reste de la place.
Arriver en groupe, oui, mais pas cinq minutes avant la rondelle au jeu.
On règle la question du retour avant la première période, quand tout le monde est encore raisonnable.
# ask
[Regardez-vous|Regardes-tu] le match assis, debout ou entre les doigts?
Quel but [vous|te] fait encore lever de [votre|ta] chaise?
""")

SWEETS = angles("""
@ la petite gâterie
# hook
« On se gâte? » {A}, la question se pose surtout quand on a déjà dit oui.
Il n’y a pas d’âge, {a}, pour hésiter devant une vitrine de desserts.
{A}, un détour pour du sucré n’est jamais compté comme un détour.
Une gâterie partagée, {a}, finit toujours par une chicane de cuillères.
# name
Un détour à planifier, ou pas : {portrait}.
Un nom pour la prochaine bonne note à l’école : {portrait}.
# scene
On choisit vite, on regrette rarement, et on regarde quand même ce que l’autre a pris.
Les récompenses d’enfance avaient un goût précis; on le cherche encore, une bouchée à la fois.
Personne n’a jamais fini une phrase sérieuse avec du sucre en poudre sur le nez.
# then
Ce n’est pas la faim qui décide, c’est l’humeur, la compagnie ou le bulletin du plus jeune.
On en rapporte pour la maison, et la boîte arrive étrangement légère.
Une petite boîte attachée d’une ficelle dit mieux qu’un message qu’on a pensé à quelqu’un.
# tip
Pour une fête, on commande quelques jours d’avance, et on dit les allergies tout de suite.
Un horaire de saison change vite : un coup d’œil avant de promettre quoi que ce soit aux enfants.
Prendre un format plus petit, mais deux sortes : le compromis des sages.
# ask
Quelle gâterie [vous|te] rappelle une récompense d’enfance?
[Êtes-vous|Es-tu] de ceux qui partagent leur dessert ou de ceux qui le défendent?
""")
