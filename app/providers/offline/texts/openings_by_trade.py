"""First sentences by trade. Slots: see composing.py."""

from __future__ import annotations

from app.providers.offline.texts.reading import entries

RESTAURANT = entries("""
La question « on va où? » a une réponse de plus {a} : {nom}.
Une sortie {a} commence souvent par un message envoyé aux amis; celui-ci propose {nom}.
Pour se donner rendez-vous {a}, voici un nom : {nom}.
Il y a des soirs où l’on ne cuisine pas, et {a}, il y a {nom}.
Sortir {a}, c’est d’abord choisir une porte à pousser; parlons de celle-ci : {nom}.
Avant de choisir où s’asseoir {a}, [prenez|prends] un nom en note : {nom}.
Un midi pressé ou un samedi tranquille, {a}, on peut penser à ce nom : {nom}.
La vie {a} se raconte beaucoup autour d’une table, et voici une adresse de plus : {nom}.
{A}, quand quelqu’un lance « j’ai faim », il faut un nom à répondre; en voici un : {nom}.
Parmi les endroits où se retrouver {a}, présentons {nom}.
Le carnet gourmand {de} compte un nom que nous voulions écrire ici : {nom}.
On mange, on jase, on se retrouve : {a}, cela peut commencer par un nom, {nom}.
Qui a envie de sortir {a} ces jours-ci a une adresse de plus à considérer : {nom}.
Il y a {un} {a} dont le nom mérite d’être dit à voix haute : {nom}.
Un coin de table, une heure devant soi, {a} : pourquoi pas {nom}?
[Avez-vous|As-tu] déjà remarqué {nom} en cherchant où sortir {a}?
Les bonnes conversations ont besoin d’un endroit; {a}, il y a entre autres {nom}.
On a tous une liste d’endroits où aller « un de ces jours »; {a}, on y ajoute {nom}.
{A}, le mot « sortir » prend plusieurs formes, et l’une d’elles s’appelle {nom}.
Voici de quoi alimenter la discussion du prochain souper {a} : {nom}.
Dire qu’on ne sait jamais où aller {a}, c’est oublier des noms comme {nom}.
Ce qui se passe en cuisine commence par un nom à l’entrée; {a}, lisons celui-ci : {nom}.
""")

DENTIST = entries("""
Chercher {un} {a}, c’est d’abord savoir qui s’y trouve; voici {nom}.
{A}, il y a des rendez-vous qu’on remet trop souvent; parlons-en en présentant {nom}.
Un nom utile à avoir sous la main {a} : {nom}.
Quand on arrive {a}, la liste des numéros à trouver est longue; en voici un à chercher : {nom}.
On parle rarement des cabinets dentaires de notre coin; {a}, il y a {nom}.
Parmi les adresses qui comptent dans une ville, il y a celles des soins; {a}, voici {nom}.
[Votre|Ton] prochain rendez-vous chez le dentiste a-t-il une place au calendrier, {a}, et
    [connaissez-vous|connais-tu] {nom}?
Sur la carte {de}, les soins dentaires ont aussi leurs adresses, dont {nom}.
Petit rappel de voisinage : {a}, {un} porte ce nom, {nom}.
Entre l’épicerie et l’école, {a}, il y a aussi des cabinets dentaires; nommons {nom}.
Les soins dentaires {a}, c’est du monde d’ici; voici une adresse, {nom}.
{A}, prendre rendez-vous commence par un nom, et en voici un : {nom}.
Au chapitre des adresses pratiques {de}, notons celle-ci : {nom}.
Savoir où appeler avant d’en avoir besoin, {a}, c’est aussi connaître des noms comme {nom}.
Un bottin de quartier {a} aurait sûrement une ligne pour {nom}.
Qui vient d’emménager {a} cherche vite ses repères, et {nom} peut s’ajouter à la liste.
Les services de proximité {de} méritent d’être nommés; aujourd’hui, c’est {nom}.
On garde souvent le numéro du plombier, rarement celui du dentiste; {a}, voici un nom : {nom}.
{A}, les métiers de la santé ont pignon sur rue, et {nom} figure parmi ces adresses.
Faisons connaissance avec {un} {de} : {nom}.
""")

REAL_ESTATE = entries("""
{A}, chaque pancarte devant une maison raconte un projet; parlons du métier en présentant {nom}.
Vendre, acheter ou seulement rêver un peu, {a} : voici un nom du courtage, {nom}.
Le courtage immobilier {a} a ses adresses; en voici une, {nom}.
Quand une famille cherche un toit {a}, elle croise des noms comme {nom}.
Un projet de maison {a} commence souvent par une conversation; notons ce nom : {nom}.
Derrière les adresses à vendre {a}, il y a du monde du métier, dont {nom}.
On parle beaucoup des maisons {de} et trop peu des gens dont c’est le métier; voici {nom}.
Changer d’adresse sans changer de ville, {a}, c’est un projet; un nom à connaître : {nom}.
{A}, une clé qui change de main, c’est aussi tout un travail; saluons {nom}.
Parmi les bureaux de courtage {de}, présentons {nom}.
Le marché se commente partout; aujourd’hui, restons {a} et parlons d’un nom, {nom}.
Qui songe à s’installer {a} finit par chercher des noms; en voici un : {nom}.
Une rue, un quartier, une ville : {a}, le courtage se vit de près, et voici {nom}.
Acheter une première maison {a} amène bien des questions, et d’abord des noms, comme {nom}.
[Reconnaissez-vous|Reconnais-tu] ce nom du courtage immobilier {a} : {nom}?
Le mot « chez-nous » a bien des adresses {a}; du côté du courtage, il y a {nom}.
Il y a des métiers qu’on rencontre aux grands tournants de la vie; {a}, l’un d’eux a pour nom {nom}.
Avant la pancarte, avant les boîtes, {a}, il y a une première rencontre; voici {nom}.
Pour parler de maisons {a} sans parler de chiffres, prenons le temps de nommer {nom}.
Dans le paysage immobilier {de}, voici une présentation de voisinage : {nom}.
""")

OTHER = entries("""
Une rue vivante, {a}, ça tient à des noms comme {nom}.
Faire ses courses {a}, c’est aussi savoir qui s’y trouve; voici {nom}.
{A}, il y a des portes devant lesquelles on passe sans savoir; poussons la curiosité avec {nom}.
Le commerce de proximité {a} a un nom, ou plutôt plusieurs; aujourd’hui, c’est {nom}.
On commande parfois au bout du monde ce qu’on trouve {a}; commençons par regarder tout près, avec {nom}.
Il faut du monde pour faire tourner une ville; {a}, il y a {nom}.
Dans la liste des adresses {de} à connaître un jour ou l’autre, ajoutons {nom}.
Et si la prochaine course se faisait {a}, en pensant à un nom comme {nom}?
Qui travaille fort {a} a bien droit à quelques lignes; aujourd’hui, {nom}.
Une ville se raconte aussi par ses petites et grandes entreprises; {a}, voici {nom}.
Sur le chemin du travail ou de l’école, {a}, [avez-vous|as-tu] déjà remarqué {nom}?
Chaque entreprise {de} a sa place dans le décor; prenons le temps d’en nommer une, {nom}.
[Gardez|Garde] ce nom pour la prochaine fois que [vous chercherez|tu chercheras] quelque chose {a} : {nom}.
Avant de chercher ailleurs, regardons qui est {a}; voici {nom}.
Le bouche-à-oreille, {a}, commence par un nom qu’on répète : {nom}.
Notre coin de pays est fait d’adresses comme celle-ci, {a} : {nom}.
Parmi ceux qui font vivre les rues {de}, présentons {nom}.
Il y a {un} {a} dont nous voulions glisser le nom : {nom}.
L’achat local, {a}, ce n’est pas un slogan, c’est une liste de noms; en voici un : {nom}.
Acheter près de chez soi, {a}, suppose de savoir qui est là; faisons connaissance avec {nom}.
""")
