"""Angles on a business of any kind, where nothing tells which."""

from __future__ import annotations

from app.providers.offline.texts.reading import angles

SHOPS = angles("""
@ la question posée au comptoir
# hook
Il y a des réponses, {a}, qu’aucun moteur de recherche ne donne aussi bien qu’un comptoir.
{A}, on peut chercher une heure en ligne ou poser la question à quelqu’un du métier.
« J’ai une question niaiseuse » : {a}, c’est souvent la plus utile de la journée.
On regarde trois vidéos, {a}, puis on finit par aller demander à quelqu’un.
# name
Une porte où la poser : {portrait}.
Un nom pour la prochaine question : {portrait}.
# scene
On décrit le problème avec les mains, on imite le bruit, et en face, quelqu’un hoche la tête depuis longtemps.
Un métier, c’est mille réponses qu’on n’a plus besoin de chercher.
Une bonne explication tient en deux phrases, et la deuxième commence par « dans le fond ».
# then
On repart avec une réponse, et souvent avec la bonne question, celle qu’on n’avait pas su poser.
Ce qu’on paie alors, ce n’est pas seulement l’objet ou l’heure : c’est de ne pas se tromper.
Et si la réponse est « vous n’en avez pas besoin », on revient toute sa vie.
# tip
Une photo dans le téléphone, une mesure sur un papier, et la réponse vient deux fois plus vite.
En semaine, en avant-midi, il y a plus de temps pour expliquer.
Noter le nom de la personne à qui l’on a parlé simplifie le deuxième appel.
# ask
Quelle question [avez-vous|as-tu] longtemps gardée pour [vous|toi] avant d’oser la poser?
À qui {a} [demandez-vous|demandes-tu] conseil sans hésiter?

@ l’heure d’avant l’ouverture
# hook
Une heure avant d’ouvrir, {a}, la journée est déjà commencée.
{A}, quelqu’un déverrouille une porte pendant que la ville dort encore.
La pancarte dit « fermé », {a}, mais il y a de la lumière au fond.
On voit la porte s’ouvrir, {a}; on ne voit pas l’heure d’avant.
# name
On y pensait en notant un nom : {portrait}.
Un nom derrière une porte : {portrait}.
# scene
La caisse à compter, les boîtes à défaire, la vitrine à essuyer, et le café bu debout.
Tenir une entreprise, c’est porter quatre chapeaux avant neuf heures, et en perdre un dans la journée.
Il y a ce que les clients voient, et il y a le reste : les commandes, les factures, le livreur en retard.
# then
Le soir, la porte barrée, il reste les comptes, et la rue devient tranquille.
On le sait pour le vivre : une bonne journée est celle où rien de tout cela ne paraît.
Entre gens qui ouvrent une porte le matin, on se salue d’un signe de tête, et ça suffit.
# tip
Arriver en dehors de l’heure de pointe, c’est gagner dix minutes d’attention.
Appeler avant de se déplacer ne dérange pas : ça évite un aller pour rien.
Un bon mot, dit en personne, fait plus pour une petite entreprise qu’on le pense.
# ask
[Êtes-vous|Es-tu] de ceux qui ouvrent, ou de ceux qui ferment?
Quelle lumière {de} [voyez-vous|vois-tu] allumée en premier le matin?

@ l’achat à distance de marche
# hook
On commande parfois du bout du monde, {a}, ce qui se trouve à deux rues.
{A}, il y a des choses qu’on achète en ligne par habitude, et d’autres par paresse.
Le colis est arrivé, {a}, et ce n’est pas la bonne grandeur.
Avant de cliquer, {a}, il y a encore le vieux réflexe de regarder autour.
# name
Un nom à vérifier avant de cliquer : {portrait}.
Tout près, ou presque : {portrait}.
# scene
Le retour d’un colis demande une boîte, du ruban et un après-midi; l’échange au comptoir demande un reçu.
On ne peut pas tout acheter à côté, mais on peut y penser d’abord.
Une dépense faite dans sa ville fait du chemin : une commandite, un emploi d’été, un chandail de soccer.
# then
Et il y a ce qu’aucun panier virtuel n’offre : quelqu’un qui dit « je ne vous le conseille pas ».
On y va pour une chose, on y apprend une nouvelle, et on rentre à pied.
L’achat local ne demande pas un grand serment : une fois sur deux, c’est déjà beaucoup.
# tip
Avant une commande en ligne, un appel de deux minutes : « est-ce que vous avez ça? » La réponse surprend souvent.
Grouper ses courses dans la même rue, c’est moins de route et plus de bonjours.
Garder une petite liste d’adresses sur le frigo : elle sert surtout quand on est pressé.
# ask
Quelle est la dernière chose que [vous avez|tu as] trouvée à pied plutôt qu’en ligne?
Quel commerce {de} [vous|te] manquerait le plus s’il fermait?

@ le premier emploi
# hook
Le premier emploi, {a}, commence souvent par un tablier trop grand.
{A}, on a presque tous appris à compter la monnaie quelque part.
Un été, un comptoir, des clients pressés : {a}, on apprend vite.
À seize ans, {a}, on découvre que le balai a une technique.
# name
On a eu une pensée pour ceux qui engagent et qui montrent, puis on a noté un nom : {portrait}.
De là à présenter une entreprise du coin, il n’y a qu’un pas : {portrait}.
# scene
On y apprend à sourire fatigué, à dire « je vais vérifier » et à arriver cinq minutes d’avance.
Le premier patron, on s’en souvient toute sa vie, en bien ou en mieux.
La première paie s’est envolée en une soirée, mais ce qu’on a appris est resté.
# then
Former quelqu’un prend du temps, et c’est souvent la plus belle part de l’ouvrage.
Les petites entreprises sont l’école qu’on oublie de mettre dans son curriculum vitæ.
On reconnaît d’ailleurs ceux qui ont servi le public : ils replacent leur chaise.
# tip
Une candidature se dépose encore en personne, en avant-midi, avec un vrai bonjour.
Pour un jeune, une liste de dix adresses du coin vaut mieux que cent courriels.
Une question à poser à quelqu’un du métier : « comment avez-vous commencé? » On en a pour l’après-midi.
# ask
C’était quoi, [votre|ton] premier emploi, et qu’est-ce qu’il [vous|t’]a appris?
Quel conseil [donneriez-vous|donnerais-tu] à quelqu’un qui commence cet été?

@ le nom sur l’enseigne
# hook
On passe devant une enseigne cent fois, {a}, avant de la lire pour vrai.
{A}, les noms sur les enseignes finissent par servir d’adresse à tout le monde.
« Tournez après l’enseigne rouge » : {a}, c’est ainsi qu’on explique le chemin.
Derrière chaque nom d’entreprise, {a}, il y a eu une soirée de discussion.
# name
Un nom à lire lentement, pour une fois : {portrait}.
Celui du jour : {portrait}.
# scene
Choisir un nom, c’est plus long que choisir une peinture : il faut vivre avec, et répondre au téléphone avec.
Certains noms disent le métier, d’autres un prénom, d’autres une blague que trois personnes comprennent.
Les enseignes sont le premier livre de lecture des enfants assis en arrière de l’auto.
# then
On connaît le nom, on ne connaît pas l’histoire; il suffit parfois d’entrer et de demander.
Dans une petite ville, le nom reste sur la bâtisse longtemps après qu’on a changé la porte.
Le nôtre aussi, on l’a choisi un soir, et on ne le regrette que les jours de formulaires.
# tip
Une bonne façon d’apprendre sa ville : marcher une rue qu’on fait toujours en auto.
La prochaine fois, on demande d’où vient le nom; c’est rarement une histoire courte.
Pour les nouveaux arrivants, une liste de dix enseignes vaut une carte.
# ask
Quelle enseigne {de} [vous|te] sert de point de repère?
Si [vous ouvriez|tu ouvrais] une entreprise demain, quel nom [écririez-vous|écrirais-tu] dessus?

@ le petit service
# hook
Il y a des services, {a}, qu’on remarque surtout le jour où ils manquent.
{A}, tout va bien jusqu’à ce qu’une petite affaire brise un vendredi soir.
On a tous un numéro, {a}, qu’on cherche seulement quand ça presse.
Une ville, {a} comme ailleurs, ça tient avec des gens qu’on appelle en cas de besoin.
# name
Avant que ça presse, un nom : {portrait}.
À écrire quelque part avant d’en avoir besoin : {portrait}.
# scene
On n’en parle jamais au souper, et pourtant la semaine s’arrête quand ça ne marche plus.
La liste sur la porte du frigo vaut de l’or : trois noms, trois numéros, aucun mot de passe.
Quelqu’un qui rappelle le jour même, de nos jours, ça se raconte aux voisins.
# then
On garde ces adresses-là comme des recettes : on les donne seulement aux gens qu’on aime.
Et quand on demande à la ronde, c’est toujours le même ton : « Attends, j’ai quelqu’un. »
Ça ne fait pas de grandes manchettes, mais ça fait des journées qui se tiennent.
# tip
Écrire le nom et le numéro aujourd’hui, pendant que tout va bien : deux minutes, et c’est fait.
Au téléphone, on dit d’abord ce qui ne va pas, ensuite depuis quand, puis où; l’aide arrive plus vite.
Pour un travail plus gros, une soumission écrite met tout le monde d’accord avant de commencer.
# ask
Quel numéro [donnez-vous|donnes-tu] toujours à ceux qui arrivent {a}?
Quelle petite panne [vous|t’]a fait découvrir une bonne adresse?

@ le client régulier
# hook
On devient un client régulier, {a}, le jour où l’on n’a plus besoin d’épeler son nom.
{A}, il y a des gens qui disent « comme d’habitude » à cinq endroits différents.
La première fois, on demande; la dixième, {a}, on jase.
Être reconnu en entrant quelque part, {a}, ça vaut une carte de points.
# name
Un endroit où commencer une habitude : {portrait}.
Une première visite à faire : {portrait}.
# scene
Personne ne décide de devenir un habitué : ça arrive entre deux courses, sans cérémonie.
On finit par connaître les vacances de l’un, le genou de l’autre et le nom du chien.
Les habitués ont leur heure, leur place et leur blague, toujours la même.
# then
De l’autre côté du comptoir, on s’en ennuie pour vrai quand ils ne viennent pas.
C’est une petite fidélité sans contrat, et elle dure plus longtemps que bien des forfaits.
On y gagne du temps, des conseils et quelqu’un à qui raconter sa semaine.
# tip
À la deuxième visite, on se nomme : la troisième sera plus simple.
Dire ce qu’on a aimé, précisément, aide plus qu’un pouce en l’air.
Quand quelque chose cloche, on le dit sur place; la plupart du temps, ça se règle en riant.
# ask
Où [êtes-vous|es-tu] une habituée ou un habitué, {a}?
À quel endroit n’[avez-vous|as-tu] plus besoin de dire ce que [vous voulez|tu veux]?

@ la soumission
# hook
« Ça va coûter combien? » {A}, la question arrive avant le bonjour.
Entre l’idée et les travaux, {a}, il y a une feuille : la soumission.
{A}, comparer deux soumissions, c’est parfois comparer des pommes et des patates.
Un projet, {a}, commence par un appel et une mesure approximative.
# name
Un nom pour poser la question : {portrait}.
Une adresse à qui décrire le projet : {portrait}.
# scene
Ce qui est écrit rassure; ce qui est « compris, inquiétez-vous pas » inquiète.
On raconte son besoin trois fois, et à la troisième, il est enfin clair, même pour soi.
Le chiffre du bas attire l’œil, mais c’est la ligne du milieu qui compte.
# then
Demander une précision n’est pas marchander; c’est se comprendre.
Une entreprise qui pose beaucoup de questions fait déjà une partie du travail.
On dort mieux avec une date, même quand elle est loin.
# tip
Trois phrases suffisent : ce qu’on veut, pour quand, et ce qu’on ne veut surtout pas.
Une photo avec une mesure dessus remplace dix minutes de téléphone.
Garder la soumission et la facture ensemble, dans la même enveloppe, pour le jour où l’on vendra ou réparera.
# ask
Quel projet [avez-vous|as-tu] fait évaluer sans jamais le commencer?
Au téléphone ou sur place : comment [aimez-vous|aimes-tu] demander un prix?

@ la vitrine
# hook
Une vitrine, {a}, ça se regarde en marchant et ça se comprend en s’arrêtant.
{A}, il y a des vitrines qu’on connaît par cœur sans être jamais entré.
On voit son reflet, {a}, puis ce qu’il y a derrière.
La rue serait bien plate, {a}, sans ce qu’on voit derrière les vitres.
# name
Une porte à côté de la vitre : {portrait}.
Un nom à chercher des yeux : {portrait}.
# scene
Quelqu’un l’a refaite un soir, à quatre pattes, en demandant l’avis des passants.
Les enfants y collent le nez, les grands font semblant de replacer leur foulard.
On y lit l’heure, la saison et un peu l’humeur de la maison.
# then
Entre regarder et entrer, il n’y a qu’une poignée; c’est souvent la plus longue distance de la rue.
Celui qui entre « juste pour voir » est toujours le bienvenu chez les gens de comptoir.
Une rue éclairée le soir, c’est aussi quelqu’un qui paie l’électricité pour tout le monde.
# tip
Entrer sans rien acheter est permis; dire bonjour rend la chose parfaite.
Une question sur ce qu’on a vu de la rue ouvre n’importe quelle conversation.
La prochaine marche du soir peut passer par une rue commerciale plutôt que par le parc.
# ask
Quelle vitrine {de} [regardez-vous|regardes-tu] chaque fois?
[Êtes-vous|Es-tu] du genre à entrer « juste pour voir »?

@ le bouche-à-oreille
# hook
« Ça prend quelqu’un de fiable » : {a}, tout commence par cette phrase.
Le plus vieux moteur de recherche, {a}, est encore la belle-sœur.
{A}, une recommandation se donne au-dessus d’une clôture.
On ne donne pas un nom à la légère, {a} : on y met un peu du sien.
# name
Un nom à vérifier par soi-même : {portrait}.
À faire circuler, ou à découvrir : {portrait}.
# scene
Un bon nom se passe à voix basse, comme un coin de pêche.
Il y a toujours, dans une famille, la personne qu’on appelle pour savoir qui appeler.
On oublie les annonces; on se souvient de qui nous a dit d’y aller.
# then
Donner une adresse, c’est une petite responsabilité, et c’est pour ça qu’on le fait bien.
Nous ne recommandons pas à la place des autres : nous nommons, et chacun se fait une idée.
Une rue où les gens se passent des noms est une rue où l’on se parle.
# tip
Quand on demande un nom, on précise le besoin : « pour réparer » et « pour remplacer », ce n’est pas le même monde.
Après coup, dire à la personne que ça s’est bien passé ferme la boucle.
Écrire tout de suite le nom qu’on nous donne; le lendemain, il n’en reste que la première lettre.
# ask
Qui est la personne-ressource dans [votre|ta] famille, celle qui connaît tout le monde?
Quel nom [donnez-vous|donnes-tu] le plus souvent, {a}?
""")
