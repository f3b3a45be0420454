"""What each intention begins with, and what it says that the others do not.

Slots besides those of composing.py: {moment} « le temps des sucres », {du_moment} « du temps des sucres »,
{offre} a person's own words.
"""

from __future__ import annotations

from app.providers.offline.texts.reading import by_key

OPENINGS = by_key("""
# season
{A}, {moment} change le rythme des journées; l’occasion de présenter {nom}.
Un mot {du_moment}, {a}, et un nom pour l’accompagner : {nom}.
On parle beaucoup {du_moment} ces jours-ci {a}; glissons un nom dans la conversation, {nom}.
Avec {moment}, {a}, on sort, on rentre, on croise du monde, et l’on remarque des noms comme {nom}.
Chaque période de l’année a ses adresses; {a}, avec {moment}, en voici une : {nom}.
{A} aussi, {moment} donne envie de regarder autour de soi; voici un nom, {nom}.
Dans l’air {du_moment}, {a}, voici une petite présentation : {nom}.
Qui dit {moment} dit nouvelles habitudes; {a}, un nom peut s’y ajouter, {nom}.
Au calendrier {de}, il y a {moment}; sur notre page, il y a {nom}.
Le moment de l’année s’y prête, {a} : avec {moment}, faisons connaissance avec {nom}.
On dira ce qu’on voudra {du_moment}, {a}, cela fait jaser; ajoutons un nom à la conversation, {nom}.
Entre deux conversations sur {moment}, {a}, prenons le temps de nommer {nom}.
# event
{A}, {moment} est au calendrier, et {nom} est dans nos pensées du jour.
À l’occasion {du_moment}, {a}, voici un nom à garder près de soi : {nom}.
On se donne rendez-vous pour {moment}, et {a}, on garde aussi un nom en tête, {nom}.
Le calendrier {de} annonce {moment}; nous, nous présentons {nom}.
Autour {du_moment}, {a}, les gens se retrouvent; c’est une belle occasion de nommer {nom}.
Pour souligner {moment} {a}, rien de compliqué : un nom, {nom}.
{A}, {moment} rassemble du monde; profitons-en pour présenter {nom}.
Il n’y a pas que {moment} à noter à l’agenda, {a}; il y a aussi un nom, {nom}.
L’agenda se remplit avec {moment}, {a}; gardons une ligne pour {nom}.
Quand {moment} figure au calendrier {de}, on regarde qui se trouve tout près, dont {nom}.
# advice
Un conseil utile et un nom à retenir, {a} : {nom}.
Voici une petite chose bonne à savoir, {a}, et une adresse pour l’accompagner, {nom}.
{A}, un peu d’organisation simplifie bien des choses; parlons-en en présentant {nom}.
Commençons par le nom, {nom}, {a}; suivront deux idées pratiques.
Deux trucs simples et un nom, {nom}, {a} : voilà pour aujourd’hui.
Il y a des questions qu’on se pose tous; {a}, prenons-les en nommant {nom}.
Pour bien s’y prendre, il faut d’abord savoir qui est là : {a}, il y a {nom}.
Petit guide pratique de voisinage, {a}, avec un nom en tête : {nom}.
{A}, on gagne du temps à connaître les bons réflexes et les noms d’ici, comme {nom}.
Avant de prendre le téléphone, {a}, quelques idées, et une présentation : {nom}.
# backstage
Derrière un nom comme {nom}, {a}, il y a tout un métier.
On connaît peut-être l’enseigne, {a}, {nom}; parlons plutôt du métier qui se cache derrière.
{A}, il y a des métiers qu’on croise tous les jours sans les connaître; pensons-y avec {nom}.
Que se passe-t-il avant que la porte s’ouvre? {A}, la question nous est venue devant un nom, {nom}.
Passons en coulisses, {a}, avec un métier et un nom : {nom}.
Un métier, c’est surtout ce qu’on n’en voit pas; {a}, parlons-en en présentant {nom}.
Le métier a ses coulisses, {a} comme partout; un nom pour s’en souvenir : {nom}.
Il y a l’avant et il y a l’arrière; en nommant {nom}, {a}, pensons à ce qui se passe derrière.
{A}, les journées de travail commencent souvent avant le soleil; un mot là-dessus en présentant {nom}.
Curieux de savoir comment ça marche, un métier? {A}, commençons par un nom, {nom}.
# thanks
{A}, il y a des gens qui ouvrent une porte chaque matin; un mot de gratitude, et un nom, {nom}.
Merci aux gens de métier {de}; aujourd’hui, nous écrivons un nom parmi d’autres, {nom}.
On dit rarement merci à ceux qui font vivre une rue; {a}, commençons par nommer {nom}.
Un merci tout simple, {a}, à ceux qui gardent les lumières allumées, et un nom parmi eux : {nom}.
Prenons le temps d’un merci de voisinage, {a}, avec un nom : {nom}.
Il y a des mercis qu’on remet à plus tard; {a}, en voici un, et il passe par un nom, {nom}.
Une ville tient à du monde qui se lève tôt; merci à eux, {a}, et voici un nom, {nom}.
Sans cérémonie, {a}, un merci à ceux qui travaillent autour de nous, dont {nom}.
# offer
Un mot reçu, un nom à présenter : {nom}, {a}.
{A}, on nous a confié une information, que voici avec un nom, {nom}.
Voici une nouvelle à faire suivre {a}, avec un nom : {nom}.
Nous présentons {nom}, {a}, et nous transmettons ce qu’on nous a demandé de dire.
Une information circule {a}; nous la donnons telle quelle, après les présentations : {nom}.
On nous a écrit quelques mots à partager {a}; commençons par présenter {nom}.
""")

TURNS = by_key("""
# season
Les saisons changent nos trajets, nos envies et la liste de ce qu’on remet à demain.
On s’organise autrement selon le temps de l’année, et l’on redécouvre ce qui se trouve à côté.
Chaque période de l’année nous remet en chemin vers d’autres portes.
Il suffit parfois d’un changement de saison pour remarquer une adresse devant laquelle on passait sans la voir.
Le calendrier fait une bonne part du travail : il nous donne des raisons de nous revoir.
# event
Ce qui s’y prévoit pour l’occasion, c’est à la source qu’on l’apprend; un coup de fil suffit.
Nous n’annonçons rien au nom de personne; pour les horaires de ces jours-là, le mieux est de vérifier sur place.
Les heures d’ouverture changent parfois dans ces moments-là; mieux vaut appeler avant de se déplacer.
Une date au calendrier, c’est surtout un prétexte pour se retrouver, et ce prétexte nous va très bien.
Chacun vit ce moment-là à sa façon, en famille, entre amis ou bien tranquille à la maison.
# thanks
Un merci n’a pas besoin d’occasion; il a surtout besoin d’être dit.
Nous ne parlons pas ici en clients, seulement en voisins qui savent ce qu’il faut de constance.
Ouvrir, accueillir, recommencer : ce travail-là passe souvent inaperçu, et nous tenions à le nommer.
Derrière chaque porte ouverte, il y a quelqu’un qui a décidé de la tenir ouverte encore un jour.
Ce n’est pas grand-chose, quelques lignes, mais les bons mots ne coûtent rien et font du chemin.
On remarque surtout ce qui manque; prenons un instant pour remarquer ce qui est là.
# offer
Voici l’information telle qu’on nous l’a transmise : « {offre} »
Nous la reproduisons mot à mot : « {offre} »
Les mots ne sont pas de nous : « {offre} »
On nous a demandé de passer le message : « {offre} »
# offer_following
Pour les détails, la personne qui l’a écrite saura répondre; nous n’ajoutons rien à ses mots.
Nous n’y ajoutons ni condition ni commentaire; les questions trouvent leur réponse à la source.
Le plus simple, pour en savoir davantage, est de poser la question directement.
Nous transmettons, sans plus; la suite se passe de vive voix.
""")
