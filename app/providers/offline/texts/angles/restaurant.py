"""Angles on eating out, true of any table."""

from __future__ import annotations

from app.providers.offline.texts.reading import angles

TABLES = angles("""
@ le souper de semaine
# hook
{A}, un soir de semaine : le frigo est plein, mais personne n’a d’idée.
« Qu’est-ce qu’on mange? » La question se pose {a} tous les soirs, à la même heure.
Cinq heures, {a} : les lunchs sont à laver, et il faut encore penser au souper.
Il y a des soirs, {a}, où même les pâtes au beurre demandent trop d’énergie.
# name
Pour un soir comme ça, voici {portrait}.
Avant de refermer le frigo pour la troisième fois, un nom : {portrait}.
# scene
Le souper de semaine est le plus difficile de tous : il n’attend pas, il revient chaque jour, et personne ne
    l’applaudit.
À la maison, le souper commence bien avant la cuisson : il faut y penser, et c’est souvent cette partie-là qui épuise.
On planifie les vacances des mois d’avance, mais le souper du mardi, lui, se décide dans le stationnement de l’épicerie.
# then
Sortir un mardi n’a rien d’une folie : c’est une soirée sans chaudrons, et on se parle au lieu de frotter.
Se faire servir en pleine semaine change la couleur du lendemain, et le lave-vaisselle, lui, prend congé.
Un soir par mois où quelqu’un d’autre cuisine, c’est moins cher qu’un chalet et ça repose presque autant.
# tip
Le mardi et le mercredi, les salles sont souvent plus calmes : un bon temps pour prendre son temps.
Un truc de famille occupée : choisir l’endroit le dimanche, pendant que tout le monde est encore de bonne humeur.
Un coup de fil avant de partir dit tout ce qu’il faut savoir : l’horaire du soir, la place qui reste, le temps
    d’attente.
# ask
[Votre|Ton] soir sans cuisine, c’est lequel : le lundi de découragement ou le jeudi de récompense?
Quel est [votre|ton] plat de dépannage, celui qui revient quand il n’y a plus d’idées?

@ la table à plusieurs
# hook
Essayer d’asseoir tout le monde à la même table, {a}, c’est un projet en soi.
{A}, réunir une gang pour manger prend une heure, et choisir l’endroit en prend deux.
Dix messages, trois sondages, et toujours pas d’endroit : une sortie de gang typique, {a}.
Il y a une conversation de groupe, {a}, qui cherche encore où aller vendredi.
# name
Pour trancher, on glisse un nom dans la conversation : {portrait}.
Voici de quoi clore le débat, ou le relancer : {portrait}.
# scene
Dans toute gang, il y a la personne qui réserve, celle qui arrive en retard et celle qui change d’idée devant le menu.
Une grande tablée a son bruit à elle : trois conversations en même temps, et une quatrième qui se passe dans les
    regards.
On sort pour manger, en principe; en vérité, on sort pour raconter la même histoire qu’à Noël, avec plus de détails.
# then
Le plus drôle, c’est que personne ne se souvient du plat le lendemain, mais tout le monde se souvient de qui riait.
Ces soirées-là finissent debout dans l’entrée, manteau sur le dos, à jaser encore une demi-heure.
Et chaque fois quelqu’un promet d’organiser la prochaine; c’est écrit nulle part, mais ça compte.
# tip
À plus de six, l’appel se fait quelques jours d’avance, avec le nombre exact : ça évite les chaises empruntées au
    voisin.
Un truc éprouvé pour une gang : choisir la date d’abord, l’endroit ensuite, et ne plus toucher au sondage.
Poussette, fauteuil roulant, gâteau caché dans un sac : en le disant au téléphone, on facilite la soirée de tout le
    monde.
# ask
Dans [votre|ta] gang, qui finit toujours par réserver?
Quel est le bon nombre autour d’une table : deux, quatre ou douze?

@ la visite à sortir
# hook
La visite arrive {a}, et il y a toujours quelqu’un pour demander : « On mange où? »
Faire visiter sa ville, c’est facile; choisir où emmener la visite manger, {a}, c’est autre chose.
La belle-famille débarque {a} samedi, et la pression est sur le restaurant.
On connaît sa ville par cœur jusqu’au jour où la visite veut sortir manger, {a}.
# name
Un nom à avoir dans sa manche : {portrait}.
On en met un sur la liste : {portrait}.
# scene
Devant la visite, on devient guide touristique : on explique les rues, on exagère l’hiver, on défend sa poutine.
Recevoir, c’est faire le ménage d’un tiroir que personne n’ouvrira; sortir, c’est laisser le tiroir tranquille.
La visite ne se souvient pas des monuments, elle se souvient d’où elle a bien mangé et de qui l’a fait rire.
# then
On emmène le monde à une table, et sans s’en rendre compte, on lui raconte sa ville entre deux bouchées.
C’est en voyant les autres regarder partout qu’on remarque à nouveau sa propre rue.
Le bon coup, c’est une place où l’on peut marcher un peu après, histoire de montrer le quartier.
# tip
Petite précaution : demander à la visite ce qu’elle ne mange pas avant de réserver, pas une fois le menu ouvert.
La fin de semaine, un appel dans l’avant-midi épargne bien des détours en soirée.
Un détour à pied avant le repas, et la visite arrive avec de l’appétit et des questions.
# ask
Où [emmenez-vous|emmènes-tu] la visite quand elle dit « surprends-moi »?
Quelle rue {de} [montrez-vous|montres-tu] en premier à quelqu’un qui vient d’arriver?

@ le choix du plat
# hook
Il y a deux sortes de monde, {a} : ceux qui lisent tout le menu et ceux qui ont choisi dans l’auto.
{A} comme ailleurs, quelqu’un dit « choisis en premier », puis regarde dans l’assiette de l’autre.
« Je vais prendre la même chose que d’habitude » : la phrase se dit souvent, {a}.
Choisir un plat, {a}, ça peut prendre dix secondes ou tout l’apéro.
# name
De quoi s’exercer : {portrait}.
On pensait à ça en notant une adresse : {portrait}.
# scene
Un menu, ça se lit deux fois : une fois pour vrai, une fois pour vérifier ce qu’on a manqué.
Prendre toujours le même plat n’est pas un manque d’imagination, c’est une amitié.
À table, celui qui choisit en dernier a toujours l’air d’avoir mieux choisi.
# then
Et puis il y a la fourchette qui traverse la table, « juste pour goûter », et qui revient trois fois.
Le vrai luxe, c’est de poser la question en salle et d’écouter la réponse.
On apprend beaucoup sur quelqu’un à sa façon d’hésiter entre deux plats.
# tip
Un réflexe à prendre : demander ce qui vient d’arriver ou ce qui est de saison; la question plaît toujours en cuisine.
À deux, le plus sage est de commander différemment et d’échanger à mi-chemin.
Les indécis ont un droit acquis : laisser les autres commander d’abord.
# ask
[Êtes-vous|Es-tu] de ceux qui prennent toujours la même chose ou de ceux qui veulent tout essayer?
Quel plat [commandez-vous|commandes-tu] les yeux fermés, peu importe l’endroit?

@ la sortie à deux
# hook
{A}, une soirée à deux commence par une gardienne, un manteau propre et une bonne demi-heure d’avance.
Une sortie à deux, {a}, ça se planifie comme un déménagement quand il y a des enfants.
Le téléphone dans la poche, les deux coudes sur la table : {a} aussi, ça se peut.
On se voit tous les jours à la maison, {a}, et pourtant on se parle mieux au restaurant.
# name
Une idée pour la prochaine : {portrait}.
On garde un nom pour cette occasion-là : {portrait}.
# scene
À la maison, on se parle de factures et de boîtes à lunch; assis face à face ailleurs, on se reparle pour vrai.
Le secret d’une soirée à deux n’a rien de compliqué : personne ne se lève pour aller chercher le sel.
Il y a les soupers de fête, avec la nappe et le stress, et il y a le jeudi ordinaire, qui fait souvent mieux l’affaire.
# then
On jure de ne pas parler des enfants, on tient huit minutes, et c’est très bien ainsi.
Ce n’est pas le nombre d’étoiles au-dessus de la porte qui compte, c’est le temps qu’on prend pour finir ses phrases.
Au retour, la maison n’a pas changé, mais la conversation, oui.
# tip
En réservant, rien n’empêche de demander le coin tranquille; le pire qu’on puisse entendre, c’est non.
Fixer la date avant de trouver l’endroit : c’est le seul moyen que ça arrive.
Pour s’entendre parler, le début de semaine bat le samedi presque à tout coup.
# ask
[Votre|Ta] dernière sortie à deux, c’était où, et qui gardait les enfants ou le chien?
Une longue soirée ou un petit dîner volé à l’horaire : qu’est-ce qui [vous|te] fait le plus de bien?

@ l’heure du dîner
# hook
Midi, {a} : la boîte à lunch est restée sur le comptoir de la cuisine.
{A}, l’heure du dîner se mange trop souvent devant un écran.
Le sandwich de la veille attend dans le frigo du bureau, {a}, et personne n’en a envie.
Une heure pour dîner, {a}, c’est court; mangée debout, c’est encore plus court.
# name
Pour changer d’air un midi, un nom : {portrait}.
Une adresse à vérifier pour un midi : {portrait}.
# scene
On a inventé le mot « dîner » pour une pause, puis on s’est mis à le passer dans ses courriels.
Une équipe qui mange ensemble se chicane moins, et pas seulement à cause de la nourriture.
Le dîner est le seul rendez-vous de la journée qu’on annule sans prévenir personne, pas même soi.
# then
Sortir dehors pour manger, même vingt minutes, donne un après-midi de plus à la journée.
On revient au bureau avec une histoire à raconter, ce que le micro-ondes n’a jamais offert à personne.
Le midi, on croise du monde qu’on ne voit pas le soir : le facteur, les gens de chantier, la patronne d’à côté.
# tip
Quand le temps est compté, on appelle pour savoir quand la salle est moins pleine; quinze minutes changent tout.
Un repas d’équipe se règle avec une petite liste : combien de personnes, quelles allergies, quelle heure.
Vérifier l’horaire du midi avant de partir, c’est éviter une porte barrée et un estomac fâché.
# ask
[Dînez-vous|Dînes-tu] dehors ou devant [votre|ton] écran?
Quel repas de midi [avez-vous|as-tu] mangé debout sans le regretter?

@ la question des allergies
# hook
Sortir manger avec une allergie, {a}, ça commence par un téléphone.
Noix, gluten, lait : {a}, il y a toujours quelqu’un à table qui lit le menu autrement.
{A}, dans chaque famille, quelqu’un demande « il y a des noix là-dedans? »
Pour bien des parents, {a}, choisir une table commence par une liste d’allergies.
# name
On y pensait en notant un nom à appeler : {portrait}.
Une adresse à qui poser la question : {portrait}.
# scene
Quand on n’a pas d’allergie, on l’oublie; quand on en a une, on lit un menu comme un contrat.
Poser la question gêne encore bien du monde, comme si manger tranquille était un caprice.
La serveuse qui dit « je vais vérifier en cuisine » vient de faire la moitié de la soirée.
# then
Le mieux est de le dire tôt et simplement : en cuisine, on aime cent fois mieux savoir que deviner.
Un mot de plus au téléphone, c’est une personne de plus qui mange l’esprit tranquille.
Les enfants allergiques apprennent vite à demander; les adultes y mettent plus de temps.
# tip
Le bon moment pour en parler, c’est à la réservation, puis une deuxième fois en s’assoyant.
Une petite carte dans le portefeuille, avec les mots exacts, évite de tout réexpliquer à chaque table.
Appeler en dehors des heures de repas, c’est parler à quelqu’un qui a le temps d’écouter.
# ask
À [votre|ta] table, qui pose les questions, et qui mange tout sans regarder?
[Avez-vous|As-tu] un truc pour sortir manger avec une allergie dans la famille?

@ la place habituelle
# hook
On a tous une place à nous quelque part, {a} : près de la fenêtre, au fond, au comptoir.
{A}, il y a du monde qui choisit le restaurant pour le plat, et du monde qui le choisit pour la chaise.
Où s’asseoir? {A}, personne n’est neutre sur la question.
Dos au mur ou face à la rue? {A}, la chicane commence avant le menu.
# name
Une autre place à essayer : {portrait}.
Et si la prochaine place était ici : {portrait}.
# scene
Une habitude, ça commence par une deuxième visite : même heure, même coin, et un bonjour un peu plus long.
La banquette a ses partisans, le comptoir a les siens, et la table bancale a toujours un carton plié en quatre.
Un jour, quelqu’un dit « comme d’habitude? », et on se sent plus chez soi qu’à la maison.
# then
Ce n’est pas dans le menu, et ça ne se commande pas : ça vient avec le temps.
On dit qu’on y va pour manger, mais on y va surtout pour être reconnu.
Les longues conversations ont souvent lieu à la table la moins bien placée.
# tip
Pour une première fois, arriver un peu avant l’heure de pointe laisse le choix de la place.
En réservant, on peut nommer le coin qu’on préfère : fenêtre, banquette, loin de la porte l’hiver.
Seul à table? Le comptoir, quand il y en a un, est fait pour ça : on y regarde travailler et le temps passe.
# ask
Fenêtre, banquette ou comptoir : où [allez-vous|vas-tu] d’instinct?
À quelle table {de} [avez-vous|as-tu] passé le plus d’heures dans [votre|ta] vie?

@ l’addition
# hook
Le moment le plus sportif d’un repas, {a}, c’est quand l’addition arrive.
{A}, on se chicane rarement pour manger, mais souvent pour payer.
« Laisse, c’est pour moi » : {a}, la phrase déclenche une petite lutte au bout de la table.
Diviser en deux, en quatre ou selon le dessert? {A}, chaque gang a sa méthode.
# name
Un bon terrain pour s’exercer : {portrait}.
La prochaine manche pourrait se jouer ici : {portrait}.
# scene
Il y a celui qui attrape le papier au vol, celle qui a donné sa carte en cachette et celui qui cherche ses lunettes.
Partager une facture à huit reste le plus grand exercice de calcul mental de la vie adulte.
Dans certaines familles, inviter les autres au restaurant se prépare comme un vol de banque.
# then
On sourit, mais c’est un beau geste : on dit « c’est pour moi », et ça veut dire « la soirée était bonne ».
Au fond, on ne se bat pas pour la facture, on se bat pour avoir le droit de faire plaisir.
Et quand quelqu’un gagne, il y a toujours une voix pour dire : « La prochaine, c’est moi. »
# tip
Pour des factures séparées, on le dit en s’assoyant; la personne qui sert en sera soulagée.
Le truc des vieux pros : régler en allant se laver les mains, l’air de rien.
À plusieurs, une seule personne paie, les autres virent l’argent en marchant vers l’auto, et la soirée reste une soirée.
# ask
[Êtes-vous|Es-tu] de ceux qui attrapent l’addition ou de ceux qui cherchent leurs lunettes?
Chez [vous|toi], qui a déjà payé en cachette, et comment?

@ le repas tout seul
# hook
Manger seul au restaurant, {a}, il y en a que ça gêne et il y en a qui en rêvent.
« Une table pour une personne » : {a}, la phrase mérite d’être dite sans baisser les yeux.
{A}, un livre, une assiette, personne à qui parler : ça s’appelle des petites vacances.
La première fois qu’on mange seul au restaurant, {a}, on regarde beaucoup son téléphone.
# name
Pour qui veut essayer : {portrait}.
Un nom à mettre à l’épreuve en solo : {portrait}.
# scene
Manger seul, c’est manger à son rythme : pas de dessert à partager, pas d’histoire à terminer avant la bouchée.
À la première fois, on se croit regardé; à la deuxième, on regarde les autres, et c’est bien plus amusant.
Il y a ceux qui apportent un roman, ceux qui écoutent la table d’à côté et ceux qui disent qu’ils n’écoutent pas.
# then
Ce n’est pas triste, c’est tranquille : la nuance tient dans la taille de la portion de frites.
On ressort de là avec une idée, une liste ou un message à envoyer à quelqu’un qu’on avait oublié.
Et si on finit par jaser avec la personne qui sert, ça ne compte plus comme un repas tout seul.
# tip
Pour commencer, le début de soirée est plus facile : la salle est calme et personne n’est pressé.
Un livre vaut mieux qu’un téléphone : il se ferme quand l’assiette arrive.
On peut demander une place d’où l’on voit la salle; le spectacle est compris.
# ask
[Avez-vous|As-tu] déjà mangé seul au restaurant par choix, et qu’est-ce que [vous en avez|tu en as] retenu?
Un livre, un cahier ou la table d’à côté : qu’est-ce qui [vous|te] tient compagnie?
""")
