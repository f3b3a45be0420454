"""What makes an angle of a kind of business: hooks, names, tips, questions around the lines of crafts.py."""

from __future__ import annotations

from app.providers.offline.texts.reading import angles_by_key

KINDS = angles_by_key("""
@ car_repair tyres | le bruit dans l’auto
# hook
Ça fait « toc-toc », {a}, seulement quand il n’y a personne pour l’entendre.
{A}, le bruit de l’auto s’arrête toujours devant le garage.
Le changement de pneus, {a}, est une saison en soi.
# name
Pour ceux qui entendent quelque chose : {portrait}.
Un nom à garder dans la boîte à gants : {portrait}.
# tip
Une vidéo du bruit, prise avec le téléphone, vaut toutes les imitations.
Noter quand ça se produit, à froid, en tournant ou en freinant, fait gagner un quart d’heure au garage.
Pour les pneus, on appelle avant que la météo en parle; après, toute la ville est au bout du fil.
# ask
Quel bruit [imitez-vous|imites-tu] le mieux au garage? On veut l’entendre par écrit.
Comment s’appelle [votre|ton] auto, et combien d’hivers a-t-elle vus?

@ florist garden_centre gardener | le bouquet
# hook
Il y a des choses, {a}, qu’on n’arrive pas à dire et qu’un bouquet dit très bien.
Un bouquet sans occasion, {a}, inquiète d’abord, puis fait sourire.
{A}, choisir des fleurs prend trois minutes; écrire la carte en prend vingt.
# name
Une adresse à retenir pour ces jours-là : {portrait}.
Un nom pour la prochaine fois qu’on manque de mots : {portrait}.
# tip
Dire à qui c’est destiné, et pourquoi, aide plus que de nommer une fleur.
Recouper les tiges et changer l’eau aux deux jours : le bouquet le rend bien.
On donne un budget sans gêne; c’est le point de départ, pas une confidence.
# ask
À qui [enverriez-vous|enverrais-tu] des fleurs sans aucune raison?
Quelle fleur [vous|te] ramène dans le jardin de quelqu’un?

@ hairdresser beauty | la coupe de cheveux
# hook
« Juste les pointes » : {a}, ces trois mots ont déjà mené très loin.
{A}, on sort de chez le coiffeur en cherchant son reflet dans les vitrines.
Le fauteuil de coiffure, {a}, entend plus de secrets que bien des salons.
# name
Un nom pour la prochaine mèche rebelle : {portrait}.
Une adresse à glisser dans le téléphone : {portrait}.
# tip
Une photo vaut mieux qu’un adjectif : « court » ne veut rien dire, une image, oui.
Dire comment on se coiffe un lundi matin pressé aide à choisir une coupe qu’on saura refaire.
Avant les fêtes et les bals, les fauteuils se remplissent : on appelle quand on y pense.
# ask
Quelle est la pire coupe de [votre|ta] vie, et qui avait les ciseaux?
Au fauteuil, [êtes-vous|es-tu] du genre à jaser ou à fermer les yeux?

@ hardware doityourself | la vis qui manque
# hook
La fin de semaine de travaux, {a}, commence par une liste trop courte.
{A}, les rénovations commencent toujours par « ça va prendre une heure ».
Il manque une vis, {a}, et c’est évidemment la seule de ce format.
# name
Un comptoir à connaître pour la retrouver : {portrait}.
Une adresse pour la liste de samedi : {portrait}.
# tip
Apporter l’ancienne pièce, ou sa photo à côté d’une pièce de monnaie, règle la moitié du problème.
Mesurer deux fois avant de partir : la tablette coupée trop court ne repousse pas.
Demander comment s’y prendre avant d’acheter l’outil : parfois, il se loue; parfois, il dort chez le beau-frère.
# ask
Quel petit projet d’une heure [vous|t’]a pris tout un été?
Dans [votre|ta] boîte à outils, qu’est-ce qui manque toujours?

@ carpenter painter roofer plumber electrician | les travaux de la maison
# hook
Chaque maison, {a}, a une fuite, une porte qui coince ou un projet commencé.
{A}, il y a des travaux qu’on peut faire soi-même, et d’autres qu’on refait faire.
La première question avant des travaux, {a} : par quoi on commence?
# name
Un nom à noter avant de sortir le marteau : {portrait}.
Du monde de métier à appeler : {portrait}.
# tip
Une soumission écrite, avec ce qui est compris et ce qui ne l’est pas, évite les discussions au milieu du chantier.
Une licence de la Régie du bâtiment se vérifie en ligne, en deux minutes.
Prendre des photos des murs ouverts avant de les refermer : dans dix ans, on se remerciera.
# ask
Quel projet de maison attend [votre|ton] courage depuis le plus longtemps?
Qu’est-ce que [vous avez|tu as] déjà réparé avec du ruban gris?

@ bakery pastry | le pain du matin
# hook
Pendant que la ville dort, {a}, quelqu’un a les deux mains dans la farine.
Une miche, {a}, se choisit avec les yeux, puis avec le pouce.
{A}, le samedi matin a une odeur de croûte.
# name
Un nom à suivre au nez : {portrait}.
Une adresse pour le matin : {portrait}.
# tip
Le pain se garde sur la planche, côté coupé en dessous; le frigo ne lui fait aucun bien.
Arriver tôt, c’est avoir le choix; arriver tard, c’est avoir une surprise.
Une tranche au congélateur pour chaque matin de la semaine, et le grille-pain fait le reste.
# ask
Le bout de la baguette : [vous le gardez|tu le gardes] ou [vous le mangez|tu le manges] en chemin?
Croûte bien cuite ou mie bien tendre : de quel bord [êtes-vous|es-tu]?

@ butcher cheese greengrocer | le conseil du comptoir
# hook
« C’est pour faire quoi? » Cette question-là, {a}, vaut une recette.
Acheter au comptoir, {a}, c’est repartir avec une idée de souper.
{A}, il y a encore des gens qui savent quoi faire avec un navet.
# name
Un comptoir à essayer : {portrait}.
Une adresse pour la liste du samedi : {portrait}.
# tip
Dire combien on sera, et quand on mange : le reste de la conversation va de soi.
Demander ce qui est bon cette semaine, plutôt que ce qu’on avait écrit sur la liste.
Goûter avant d’acheter, quand c’est possible : c’est comme ça qu’on change d’idée pour le mieux.
# ask
Quel conseil de cuisson vaut de l’or, parmi ceux qu’on [vous|t’]a donné de l’autre côté d’un comptoir?
Qu’est-ce qui finit toujours dans [votre|ton] panier sans être sur la liste?

@ supermarket convenience | le litre de lait
# hook
Neuf heures du soir, {a} : il n’y a plus rien pour les toasts du matin.
{A}, la porte qu’on pousse en pantoufles a une clochette.
Il manque toujours une affaire, {a}, et toujours après le souper.
# name
Une porte à connaître pour ces soirs-là : {portrait}.
Un nom qui dépanne, une adresse à vérifier : {portrait}.
# tip
Une liste courte et un panier plutôt qu’un chariot : le budget dit merci.
Prendre des nouvelles de la personne à la caisse ne rallonge pas la file, au contraire.
Un sac plié dans la poche du manteau, et la question est réglée pour l’année.
# ask
Qu’est-ce qui manque toujours chez [vous|toi], le dimanche soir?
Que [rapportez-vous|rapportes-tu] toujours sans l’avoir prévu?

@ books | le livre qu’on cherche
# hook
On ne sait plus le titre ni l’auteur, {a}, et quelqu’un trouve quand même.
Passer devant une librairie sans entrer, {a}, demande une volonté de fer.
La pile sur la table de chevet, {a}, monte plus vite qu’elle descend.
# name
Une adresse pour la faire monter encore : {portrait}.
Un nom à mettre en signet : {portrait}.
# tip
Nommer le dernier livre qu’on a aimé, et pourquoi : c’est tout ce qu’il faut pour un bon conseil.
Commander un titre se fait d’un coup de fil, et on l’attend comme un colis d’ami.
Pour offrir, dire l’âge et ce qui fait rire la personne; le genre vient ensuite.
# ask
Quel livre [avez-vous|as-tu] prêté sans jamais le revoir?
Quel titre est au-dessus de [votre|ta] pile, en ce moment?

@ stationery gift toys | le cadeau à trouver
# hook
Trouver un cadeau, {a}, à quelqu’un qui dit « j’ai besoin de rien », c’est un art.
La fête est samedi, {a}, et le cadeau est encore une idée.
{A}, les bons cadeaux se trouvent en cherchant autre chose.
# name
Un endroit où chercher autre chose : {portrait}.
Un nom pour samedi : {portrait}.
# tip
Décrire la personne en trois mots au comptoir : âge, manie, dernier fou rire.
Garder le reçu dans la carte, plié : c’est élégant, et ça sauve un après-midi.
Noter les idées dans l’année, quand les gens parlent; en décembre, il suffit de relire.
# ask
Quel est le cadeau le plus simple qui [vous|t’]a fait le plus plaisir?
[Emballez-vous|Emballes-tu] d’avance ou sur le coin du lit, la veille?

@ clothes shoes | la cabine d’essayage
# hook
La bonne grandeur, {a}, n’est jamais celle qu’on a écrite sur l’étiquette.
{A}, on a tous un pantalon qui attend son heure au fond du tiroir.
Dans la cabine, {a}, on se parle à soi-même, et on s’obstine.
# name
Une porte à pousser avant de deviner sa taille en ligne : {portrait}.
Un nom pour la prochaine paire : {portrait}.
# tip
Pour des bottes, on essaie avec les bas qu’on portera vraiment, et en fin de journée.
Demander une retouche se fait en une minute; garder un pantalon trop long, en dix ans.
S’asseoir, se pencher, lever les bras : le miroir ne dit pas tout.
# ask
Quel vêtement [gardez-vous|gardes-tu] depuis trop longtemps, et pourquoi?
[Magasinez-vous|Magasines-tu] seul, en famille ou jamais?

@ optician | le choix des montures
# hook
Devant le miroir des montures, {a}, tout le monde s’approche trop.
{A}, il y a des gens qui cherchent leurs lunettes en les ayant sur le nez.
Rondes, carrées, invisibles : {a}, une paire de lunettes change toutes les photos.
# name
Un nom à lire de près : {portrait}.
Une adresse pour les yeux plissés : {portrait}.
# tip
Venir avec quelqu’un qui dit la vérité vaut bien un miroir.
Porter ses vieilles lunettes pour comparer : ce qu’on aime déjà guide le choix.
Une vis desserrée se rapporte au comptoir avant de se perdre dans le divan.
# ask
Où [avez-vous|as-tu] déjà retrouvé [vos|tes] lunettes?
Montures discrètes ou montures qu’on remarque : de quel côté [penchez-vous|penches-tu]?

@ pharmacy | la question à voix basse
# hook
Il y a des questions, {a}, qui n’attendent pas le lundi.
{A}, il est dix heures du soir, un enfant tousse, et on cherche une porte ouverte.
La liste de médicaments, {a}, tient rarement dans la tête.
# name
Une adresse à garder près du téléphone : {portrait}.
Un nom à écrire dans le carnet de famille : {portrait}.
# tip
Garder la liste de ses médicaments dans son portefeuille rend service le jour où l’on n’a pas le temps de chercher.
Demander un coin tranquille pour parler est tout à fait normal.
Vérifier l’horaire avant les congés : il change plus souvent qu’on pense.
# ask
Où [gardez-vous|gardes-tu] la liste des numéros importants, à la maison?
Qui, dans [votre|ta] famille, a toujours un diachylon dans sa poche?

@ veterinary pet | l’animal de la maison
# hook
Le chat a compris, {a}, dès que la cage est sortie du placard.
{A}, il y a des chiens qui connaissent leur rue mieux que le facteur.
On adopte un animal, {a}, et c’est lui qui fait l’horaire.
# name
Une adresse pour les poilus et les autres : {portrait}.
Un nom à noter pour la bête : {portrait}.
# tip
Laisser la cage ouverte dans le salon, la semaine d’avant : le chat y fera semblant d’habiter.
Une photo du comportement inquiétant, ou une courte vidéo, aide à bien l’expliquer.
Un numéro d’urgence sur le frigo, avant d’en avoir besoin.
# ask
Comment s’appelle [votre|ton] animal, et qui dort vraiment dans le lit?
Quelle bêtise de [votre|ton] animal [racontez-vous|racontes-tu] encore?

@ accountant lawyer notary insurance it | le papier qu’on repousse
# hook
Il y a une enveloppe, {a}, qu’on déplace d’une pile à l’autre depuis un mois.
{A}, les papiers importants arrivent toujours un vendredi.
« Je m’en occupe en fin de semaine » : {a}, la phrase n’engage personne.
# name
Un nom pour ouvrir l’enveloppe à deux : {portrait}.
Du monde dont c’est le métier : {portrait}.
# tip
Écrire ses questions avant le rendez-vous, la plus gênante en premier.
Apporter tous les papiers, même ceux qui ont l’air inutiles : c’est à l’autre de trier.
Demander d’avance comment se calculent les honoraires; la question est normale et la réponse aussi.
# ask
Quel papier [repoussez-vous|repousses-tu] depuis le plus longtemps?
Classeur, boîte à souliers ou nuage : où [dorment vos|dorment tes] papiers?

@ furniture electronics bicycle sports jewelry car photographer architect | l’essai en personne
# hook
Sur une photo, {a}, tous les fauteuils sont confortables.
{A}, il y a des achats qu’il faut prendre dans ses mains avant de décider.
On compare quinze onglets, {a}, et on n’est pas plus avancé.
# name
Une porte à pousser pour en avoir le cœur net : {portrait}.
Un nom à vérifier en personne : {portrait}.
# tip
Dire à quoi ça va servir, plutôt que quel modèle on a vu : la conversation change tout de suite.
Mesurer la place à la maison, et la porte d’entrée aussi.
Demander qui répare, et où : la réponse vaut bien un rabais.
# ask
Quel objet [avez-vous|as-tu] essayé avant de l’acheter, et bien fait d’essayer?
Qu’est-ce que [vous n’achèteriez|tu n’achèterais] jamais sans le voir?

@ laundry dry_cleaning | la tache
# hook
Il y a toujours une tache, {a}, et toujours la veille d’un mariage.
{A}, une chemise bien pressée donne l’air d’avoir dormi.
La vraie histoire d’une tache, {a}, ne se raconte pas toujours au comptoir.
# name
Un nom pour le lendemain de la veille : {portrait}.
Une adresse à garder avec les belles chemises : {portrait}.
# tip
Dire ce que c’est, même si c’est gênant : le bon produit dépend de la réponse.
Ne pas frotter, éponger : la moitié des taches se fixent par panique.
Vider ses poches avant, et regarder deux fois.
# ask
Quelle tache [vous|te] fait encore rire?
Qu’a-t-on déjà retrouvé dans [vos|tes] poches?

@ brewery alcohol | la bière d’ici
# hook
La mousse, {a}, a ses partisans et ses moustaches.
{A}, le mot « houblon » fait parler du monde qui ne se connaît pas.
On compare les bières, {a}, comme d’autres comparent les joueurs de hockey.
# name
Un nom à mettre à l’épreuve : {portrait}.
Une adresse pour les curieux de broue : {portrait}.
# tip
Goûter du plus léger au plus corsé : les papilles suivent mieux.
Demander de petits formats pour comparer, là où c’est offert.
On décide qui conduit avant la première gorgée, et on trinque l’esprit tranquille.
# ask
Blonde, rousse, noire ou sans alcool : laquelle [choisissez-vous|choisis-tu]?
Avec qui [iriez-vous|irais-tu] comparer, un vendredi?
""")
