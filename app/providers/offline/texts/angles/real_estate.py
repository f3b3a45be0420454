"""Angles on houses and on the work of brokers: no count, no promise, no comparison."""

from __future__ import annotations

from app.providers.offline.texts.reading import angles

HOMES = angles("""
@ la première visite
# hook
La première maison qu’on visite, {a}, on ne l’achète presque jamais, et on s’en souvient toujours.
{A}, visiter une maison commence dans l’entrée : on sent, on écoute, on fait semblant de regarder le plafond.
Les bas sur le plancher, la voix basse, {a} : on visite une maison comme un musée.
On entre pour voir la cuisine, {a}, et on ressort en parlant de la lumière.
# name
Un nom à connaître avant d’enlever ses souliers : {portrait}.
Pour la personne qui tiendra les clés, une adresse : {portrait}.
# scene
On ouvre les garde-robes des autres avec un respect qu’on n’a pas pour les siens.
À la première visite, on regarde avec le cœur; à la deuxième, avec un ruban à mesurer.
Quelqu’un dit « on mettrait le divan là », et tout le monde comprend que c’est sérieux.
# then
Un courtier entend alors ce que personne ne dit tout haut : le silence devant la salle de bain, le sourire devant la
    cour.
On retient moins les pieds carrés que le chien du voisin et l’heure où le soleil entre.
Dans l’auto, au retour, on commence toutes ses phrases par « oui, mais ».
# tip
Ouvrir les robinets, écouter la rue, regarder derrière les rideaux : personne ne s’en offusque, c’est fait pour ça.
Deux visites à deux heures différentes, et une rue raconte deux histoires.
Noter trois mots en sortant de chaque maison; après la cinquième, elles se mélangent toutes.
# ask
Quelle pièce regardez-vous en premier, la vraie première?
Avez-vous déjà eu un coup de cœur pour une maison dès l’entrée?

@ le quartier avant la maison
# hook
On peut changer la cuisine; la rue, {a}, on la prend comme elle est.
{A}, deux coins de rue peuvent changer une vie : l’autobus, l’école, le dépanneur.
On magasine une maison, {a}, et on achète surtout des voisins.
Un quartier {de} ne se lit pas sur une fiche : ça se marche.
# name
Pour en parler avec quelqu’un du métier : {portrait}.
Une adresse pour commencer la conversation : {portrait}.
# scene
Le samedi matin dit tout : les tondeuses, les vélos dans l’entrée, les gens qui se saluent ou pas.
Une carte montre la distance jusqu’à l’école; elle ne dit pas que la côte est glacée en janvier.
On reconnaît un bon coin au nombre de gens qui marchent sans avoir de chien.
# then
Les courtiers qui travaillent un secteur finissent par en connaître les trottoirs autant que les prix.
Dans dix ans, on aura refait le plancher, et ce sera encore la même vue.
C’est le genre de chose qu’on apprend en jasant avec la dame d’en face, pas en faisant défiler des photos.
# tip
Faire le trajet du matin pour vrai, à l’heure de pointe, avant de faire une offre.
S’asseoir une heure au parc du coin : c’est la visite la moins chère, et la plus franche.
Passer de nuit aussi : le bruit, les lampadaires et le stationnement n’ont pas les mêmes horaires que les visites.
# ask
Qu’est-ce qui vous a fait choisir votre rue?
Quel coin {de} conseilleriez-vous à des amis, et pourquoi celui-là?

@ la promesse d’achat
# hook
Le document le plus relu de l’année, {a}, s’appelle une promesse d’achat.
{A}, il y a des signatures qui se font debout et d’autres qui demandent une chaise.
Avant le champagne, {a}, il y a des annexes, et bien des pages.
Une promesse d’achat, {a}, se lit deux fois : une fois pour l’émotion, une fois pour les délais.
# name
Un nom du métier à connaître avant de prendre le crayon : {portrait}.
Pour qui veut comprendre avant de signer : {portrait}.
# scene
Chaque ligne compte : ce qui reste, ce qui part, la date, l’inspection, le financement.
On s’emporte pour une maison et on finit par discuter d’un lave-vaisselle; c’est normal, et c’est écrit.
Un bon document répond d’avance aux chicanes qu’on n’aura pas.
# then
Le travail d’un courtier, ce soir-là, consiste surtout à ralentir tout le monde d’un cran.
C’est long, c’est sec, et c’est ce qui fait dormir ensuite.
La question qu’on n’ose pas poser est presque toujours celle qu’il fallait poser.
# tip
Demander qu’on explique un délai en jours, avec un calendrier à côté, n’a jamais insulté personne.
Écrire ses questions la veille, à froid, et ne pas signer avant d’avoir une réponse à chacune.
Les inclusions se nomment une par une; « comme vu à la visite » ne veut pas dire la même chose pour tous.
# ask
Quelle question auriez-vous aimé poser avant votre première signature?
Êtes-vous du genre à lire toutes les pages ou à aller tout de suite à la dernière?

@ le ménage d’avant les photos
# hook
Une maison à vendre, {a}, n’a jamais été aussi propre depuis qu’on y vit.
{A}, le jour des photos, le grille-pain disparaît et personne ne sait où il est passé.
Avant de planter une pancarte, {a}, on découvre ce qu’il y avait derrière le divan.
On range, on peinture, et soudain, {a}, on se demande pourquoi on part.
# name
Une adresse pour parler de la suite : {portrait}.
Un nom à noter avant de sortir l’aspirateur : {portrait}.
# scene
On enlève les aimants du frigo, les dessins, les souliers dans l’entrée : la maison se met sur son trente-six.
Dans une famille, chacun cache sa pile au même endroit, et c’est le garde-robe du passage.
On vend une maison en enlevant des choses; on l’avait aimée en en ajoutant.
# then
Les photos commencent par du rangement, de la lumière et beaucoup d’attente : c’est la moitié du métier.
Et quand elle est enfin belle, quelqu’un finit toujours par dire qu’on devrait rester.
L’acheteur, lui, ouvrira quand même le garde-robe du passage.
# tip
Une pièce par soir, en commençant par celle qu’on n’utilise plus; le courage vient en avançant.
Une boîte par personne pour les photos et les trophées : on emballe d’avance, et on déménage déjà un peu.
Avant de rénover pour vendre, poser la question à quelqu’un du métier peut éviter un comptoir neuf pour rien.
# ask
Qu’est-ce qu’on trouverait dans votre garde-robe du passage?
Quel objet seriez-vous incapable d’enlever pour une photo?

@ le choix de rester ou de partir
# hook
Agrandir, rénover ou partir : {a}, la discussion dure depuis deux étés.
{A}, il y a des familles qui visitent des maisons pour se convaincre de garder la leur.
La chambre est trop petite, mais la cour est bonne : {a}, on connaît le débat.
Changer d’adresse sans changer de ville, {a}, c’est aussi un projet.
# name
Quelqu’un à qui en parler, sans rien promettre : {portrait}.
Pour une première conversation, un nom : {portrait}.
# scene
On fait des colonnes « pour » et « contre », et la décision se prend finalement à cause d’un érable.
Les enfants votent toujours pour une piscine, ce qui ne règle rien.
Une maison trop petite a parfois seulement trop de choses dedans.
# then
Un courtier ne vit pas dans votre salon : il pose des questions, et c’est en répondant qu’on se comprend.
Il arrive que la bonne décision soit de refaire la salle de bain et de ne plus en parler.
Partir ou rester, on finit par dire la même chose : on aurait dû se décider avant.
# tip
Se donner une date pour trancher, et l’écrire : sinon, c’est le toit qui décide.
Faire le tour de la maison un cahier à la main, comme si on la visitait : les surprises vont des deux côtés.
Connaître ses chiffres d’abord, avec son prêteur; les annonces, ensuite.
# ask
Rester, agrandir ou changer d’adresse : où en êtes-vous?
Qu’est-ce qui vous ferait quitter votre maison, et qu’est-ce qui vous y retient?

@ le téléphone d’un courtier
# hook
Le téléphone d’un courtier, {a}, sonne au souper, au chalet et dans la file d’épicerie.
{A}, il y a des métiers qui suivent l’horaire des autres : le courtage en est un.
Une journée de courtage, {a}, se passe surtout dans l’auto, entre deux portes.
On voit la pancarte, {a}; on ne voit pas les quinze appels d’avant.
# name
Un nom derrière la pancarte : {portrait}.
On en profite pour situer du monde du métier : {portrait}.
# scene
Entre l’inspecteur, le notaire et le prêteur, quelqu’un doit tenir le calendrier, et il tient dans une poche.
« Je vérifie et je vous reviens » : la phrase la plus honnête du métier, et la plus utile.
On marche beaucoup : des cours, des sous-sols, des corridors, et des trottoirs mal déneigés.
# then
Ceux qui restent dans ce métier aiment les maisons, mais surtout les gens qui hésitent dedans.
Un dossier compte plus de pages qu’on croit : déclarations, certificats, titres, avis, annexes.
La plus belle partie de l’ouvrage tient dans une remise de clés, qui dure deux minutes.
# tip
Au premier appel, trois choses suffisent : le secteur, l’échéance et ce qui n’est pas négociable.
Dire comment on préfère être joint, et à quelle heure, rend service à tout le monde.
Le permis d’un courtier se vérifie en ligne, au registre de l’OACIQ; c’est vite fait.
# ask
Quelle question poseriez-vous à quelqu’un qui visite des maisons toute la journée?
Texto, courriel ou bon vieux téléphone : comment aimez-vous régler les choses importantes?

@ la boîte qu’on n’ouvre jamais
# hook
Dans chaque déménagement, {a}, il y a une boîte qu’on n’ouvrira jamais.
{A}, on sait qu’on est déménagé le jour où l’on retrouve l’ouvre-boîte.
Déménager, {a}, c’est découvrir qu’on possède onze rallonges.
Des boîtes jusqu’au plafond, et pas de draps : {a}, on a tous vécu cette nuit-là.
# name
Avant les boîtes, il y a un appel; un nom pour celui-là : {portrait}.
Pour l’étape d’avant le camion : {portrait}.
# scene
On écrit « divers » sur la dernière, et c’est elle qui pèse le plus.
Les amis qui viennent aider un premier juillet méritent mieux que de la pizza, mais c’est la tradition.
La première soirée, on mange par terre, et c’est souvent le repas dont on se souvient.
# then
Derrière un camion loué, il y a des mois de visites, de papiers et d’appels; on n’en parle pas assez.
Un chez-soi, ça commence quand on sait quel interrupteur allume quoi.
Le courtier a fini son travail, l’autre commence : apprendre le nom des voisins.
# tip
Une boîte marquée « première nuit » : draps, savon, café, chargeur. Tout le reste peut attendre.
Aviser la poste, l’électricité et l’école deux semaines d’avance, c’est deux semaines de courrier retrouvé.
Mesurer le divan, puis la porte. Dans cet ordre, ou dans l’autre, mais avant le camion.
# ask
Que contient la boîte que vous n’avez jamais ouverte?
Qu’avez-vous mangé le premier soir dans votre chez-vous?

@ le sous-sol
# hook
Dans une maison, {a}, la vérité se trouve souvent au sous-sol.
{A}, on visite le salon par politesse et le sous-sol par prudence.
Une odeur, une tache, un coin trop bien peinturé : {a}, le sous-sol a des choses à dire.
On tombe en amour avec la cuisine, {a}; le sous-sol, lui, ramène à la raison.
# name
Pour visiter à quatre yeux, un nom : {portrait}.
Du monde habitué aux escaliers de cave : {portrait}.
# scene
Le panneau électrique, le chauffe-eau, la fondation : rien de tout ça ne paraît sur les belles photos.
Chaque sous-sol raconte un projet : une salle de jeu, un atelier, une chambre jamais finie.
Les acheteurs d’expérience descendent d’abord et montent ensuite.
# then
Ce n’est pas au courtier de faire l’inspection, mais il sait quels documents demander et à qui les montrer.
Une question posée devant le chauffe-eau vaut mieux qu’une surprise en février.
La déclaration du vendeur se lit lentement, et c’est là que les bonnes questions commencent.
# tip
Regarder derrière ce qui est appuyé au mur : un meuble bien placé a parfois un emploi.
L’âge du toit, des fenêtres et du chauffe-eau tient sur une ligne; on la demande avant l’offre.
L’inspection préachat se fait par une personne dont c’est le métier, et en votre présence, si possible.
# ask
Qu’y a-t-il dans votre sous-sol : un atelier, des boîtes ou un secret?
Quelle surprise votre maison vous a-t-elle faite après la signature?

@ le premier appartement
# hook
Le premier appartement, {a}, avait un divan trouvé au bord du chemin.
{A}, on a tous vécu quelque part avec des murs en carton et des voisins musiciens.
Quatre et demie, chauffé, pas éclairé : {a}, on a tous décodé une annonce comme ça.
Avant la maison, {a}, il y a eu une clé prêtée et un matelas par terre.
# name
Entre cette clé-là et la prochaine, un nom : {portrait}.
Pour l’étape d’après, quand elle viendra : {portrait}.
# scene
On y a appris à cuire des pâtes, à endurer un chauffage trop chaud et à se chicaner pour la vaisselle.
Les fenêtres laissaient passer le vent, mais la vue était à nous.
Le propriétaire passait une fois par mois, et c’était toujours le jour du ménage.
# then
Ce qu’on cherche plus tard ressemble souvent à ce qu’on y aimait : la lumière, le balcon, le dépanneur au coin.
On visite des maisons en pensant à ce qu’on n’endurera plus; c’est une liste très utile.
De location en achat, la vraie différence tient en un mot : on repeint sans demander.
# tip
Écrire les trois choses qu’on a le plus aimées dans chaque logement : la liste des critères se fait toute seule.
Avant d’acheter, vivre un mois avec le budget d’un propriétaire, sur papier.
Parler à son prêteur avant de visiter évite de tomber en amour au-dessus de ses moyens.
# ask
Qu’y avait-il d’incroyable, ou d’impossible, dans votre premier appartement?
Quel meuble trouvé avez-vous gardé le plus longtemps?

@ le nom de la rue
# hook
On habite une rue toute une vie, {a}, sans savoir d’où vient son nom.
{A}, il y a des rues qu’on cherche et des rues où l’on reste.
Une adresse, {a}, c’est un numéro, une rue et une manière de l’expliquer au livreur.
Au nom d’une rue, {a}, quelqu’un lève toujours la tête.
# name
Du monde qui connaît des rues par leur nom : {portrait}.
Une adresse, justement : {portrait}.
# scene
Il y a la rue où l’on a appris à faire du vélo, celle du premier baiser, et celle où l’on a vu une pancarte.
Les enfants dessinent leur maison avec un numéro plus gros que la porte.
Une rue change de visage selon qu’on y cherche une adresse ou qu’on y rentre le soir.
# then
Apprendre un quartier, c’est noter l’école, l’autobus, le bruit du soir et l’heure du soleil dans la cuisine.
Ceux qui vendent des maisons le savent : on achète aussi un bout de trottoir.
On dit « ma rue » bien avant d’avoir fini de la payer.
# tip
Marcher la rue d’un bout à l’autre, sans téléphone, avant d’y visiter quoi que ce soit.
Saluer quelqu’un qui jardine : c’est ainsi qu’on apprend un quartier.
Vérifier à la Ville les travaux prévus, pour ne pas emménager en même temps que la pelle mécanique.
# ask
D’où vient le nom de votre rue, le savez-vous?
Quelle rue {de} avez-vous toujours trouvée belle?
""")
