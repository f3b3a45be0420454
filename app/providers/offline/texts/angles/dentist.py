"""Angles on dental care: appointments, children, habits; no praise, no promise, no advice on health itself."""

from __future__ import annotations

from app.providers.offline.texts.reading import angles

VISITS = angles("""
@ le rendez-vous qu’on remet
# hook
Le rendez-vous chez le dentiste, {a}, a un talent rare : il se laisse remettre sans rien dire.
« Je vais appeler la semaine prochaine » : {a} aussi, la phrase dure des mois.
Il y a une note sur le frigo, {a}, qui dit « dentiste » depuis le printemps.
{A}, on n’oublie jamais son auto au garage, mais le dentiste, oui.
# name
Un nom pour remplacer la note sur le frigo : {portrait}.
Pour la prochaine fois qu’on cherche où appeler : {portrait}.
# scene
On a tous la même excuse : on attend d’avoir son horaire, puis l’horaire arrive, et on attend autre chose.
Prendre rendez-vous demande quatre minutes; y penser sans appeler peut en demander cent.
Le plus difficile n’est pas d’y aller, c’est de composer le numéro, à midi, un mardi.
# then
Une fois la date écrite quelque part, c’est drôle, on n’y pense plus : c’était l’appel qui pesait.
Beaucoup de gens prennent le prochain rendez-vous en sortant du dernier; c’est la paresse bien organisée.
Ceux qui s’en tirent le mieux ont un seul truc : ils appellent avant de s’asseoir pour y réfléchir.
# tip
Appeler en milieu d’avant-midi, agenda ouvert devant soi, évite de se faire rappeler trois fois.
Un rappel dans le téléphone, six mois d’avance, travaille mieux que bien des mémoires.
Noter ses disponibilités sur un bout de papier avant d’appeler : deux matins et un soir, et c’est réglé.
# ask
Quel est le rendez-vous que vous remettez depuis le plus longtemps? On ne jugera pas.
Frigo, agenda ou téléphone : où notez-vous ce qu’il ne faut pas oublier?

@ le premier rendez-vous d’un enfant
# hook
La première visite d’un enfant chez le dentiste, {a}, commence par une question : « Est-ce que la chaise monte? »
{A}, il y a des enfants qui ont hâte d’aller chez le dentiste, pour la chaise.
À trois ans, {a}, une clinique dentaire ressemble à un vaisseau spatial.
Emmener un enfant chez le dentiste pour la première fois, {a}, ça rend surtout les parents nerveux.
# name
Une adresse à garder pour ce jour-là : {portrait}.
Pour les familles qui cherchent où appeler : {portrait}.
# scene
Les enfants posent les bonnes questions : à quoi sert la lumière, pourquoi le masque, qui a inventé la brosse.
À cet âge, on observe les parents plus que le dentiste : un visage calme vaut bien des explications.
Un toutou dans les bras, une histoire lue la veille, et la visite devient une aventure à raconter à la garderie.
# then
Au retour, l’enfant joue au dentiste avec le chien, et le chien ouvre grand.
On remarque alors que nos propres souvenirs, eux, datent d’une autre époque.
C’est souvent l’enfant qui rassure le parent, dans l’auto, au retour.
# tip
On peut demander, en appelant, à quel âge la clinique reçoit les tout-petits et comment se passe une première visite.
Un rendez-vous le matin, quand l’enfant est reposé, simplifie bien des choses.
Les frères et sœurs le même jour : ça se demande au téléphone, et ça épargne un deuxième après-midi.
# ask
Quel souvenir gardez-vous de votre première chaise de dentiste?
Qui était le plus nerveux à la première visite : l’enfant ou vous?

@ le carnet d’adresses à refaire
# hook
Après les boîtes, {a}, il reste la liste : médecin, garage, école, dentiste.
On déménage {a} en une journée, et on cherche ses adresses pendant un an.
Changer de ville, c’est refaire tout son carnet, et {a} ne fait pas exception.
Nouveau dans le coin? {A}, la première question n’est pas la pizza, c’est le dentiste.
# name
Une ligne de remplie dans le carnet : {portrait}.
Un numéro à chercher, déjà : {portrait}.
# scene
On garde son ancien dentiste par habitude, jusqu’au jour où l’on calcule les kilomètres aller-retour.
Les voisins valent un annuaire : ils savent où stationner, à quelle heure appeler et par quelle porte entrer.
Défaire ses boîtes prend une fin de semaine; retrouver ses repères prend quatre saisons.
# then
Un jour, on se surprend à dire « chez nous » en parlant d’une adresse de la nouvelle ville, et c’est là qu’on a
    déménagé pour vrai.
On se sent chez soi le jour où quelqu’un nous demande une adresse, et qu’on la connaît.
La liste se remplit une ligne à la fois, et chaque ligne fait de la place dans la tête.
# tip
Avant de partir, demander une copie de son dossier à son ancienne clinique fait gagner du temps à la nouvelle.
On appelle d’abord pour une chose toute simple : la clinique accepte-t-elle de nouveaux patients?
Les horaires du soir ou du samedi se demandent au premier appel, pas au troisième.
# ask
Quelle adresse avez-vous cherchée en premier en arrivant {a}?
Quel numéro donneriez-vous tout de suite à un nouveau voisin?

@ la fin de l’année d’assurance
# hook
Quelque part dans un tiroir, {a}, dort une brochure d’assurance que personne n’a lue.
{A}, bien du monde découvre en janvier ce que ses assurances couvraient en décembre.
Les assurances dentaires, {a}, se lisent comme un roman dont on saute la fin.
« Est-ce que c’est couvert? » La question, {a}, mérite mieux que de deviner.
# name
Et pour l’appel qui suit la lecture, un nom : {portrait}.
Une adresse à appeler, brochure en main : {portrait}.
# scene
Chaque régime a ses règles : un pourcentage ici, un maximum là, et une date de remise à zéro qui n’est pas toujours
    le premier janvier.
On paie ces assurances à chaque paie, et on les ouvre une fois par année, quand il est trop tard.
Les travailleurs autonomes, eux, n’ont pas de brochure : ils ont un budget, et la même question.
# then
Dix minutes de lecture avec un crayon rendent l’appel à la clinique beaucoup plus court.
C’est plate comme la pluie, mais c’est le genre de devoir qu’on est content d’avoir fait.
Le plus simple reste d’avoir son numéro de contrat sous la main : tout part de là.
# tip
On peut demander une estimation écrite avant des soins, et l’envoyer soi-même à l’assureur pour savoir à quoi
    s’attendre.
La date où le régime recommence se trouve en première page; elle vaut la peine d’être encerclée.
Les étudiants ont souvent une couverture par leur association : une vérification, et c’est clair.
# ask
Votre brochure d’assurance, savez-vous où elle est? Honnêtement.
Qui s’occupe de la paperasse d’assurance chez vous?

@ la nervosité d’avant
# hook
La salle d’attente du dentiste, {a}, est un des rares endroits où l’on lit un article sur la pêche au complet.
{A}, il y a du monde brave partout, sauf dans l’auto devant la clinique dentaire.
Avoir un peu peur du dentiste, {a}, c’est plus courant qu’on le dit.
On relit trois fois la même page de revue, {a}, en attendant son tour.
# name
Un nom à noter, à tête reposée : {portrait}.
Pour qui cherche où poser ses questions : {portrait}.
# scene
La nervosité n’a pas d’âge : elle prend seulement des formes différentes, comme parler trop ou ne plus parler du tout.
Certains apportent de la musique, d’autres une balle à serrer, d’autres une sœur.
On n’en parle pas, et c’est dommage : la moitié de la salle pense la même chose.
# then
Le dire en arrivant, simplement, change la suite : la personne devant vous sait alors par où commencer.
Nommer la chose la rend plus petite; c’est vrai pour les enfants, et ça ne s’arrête pas à dix-huit ans.
En sortant, on se demande souvent ce qu’on redoutait, et on remet ça à la prochaine fois.
# tip
Au téléphone, on peut le dire d’emblée; c’est une information comme une autre pour la clinique.
Un premier rendez-vous pour parler seulement, sans rien faire : la question se pose en appelant.
Choisir une heure où rien ne presse ensuite, c’est un souci de moins sur le fauteuil.
# ask
Musique, revue ou plafond : qu’est-ce qui vous occupe l’esprit en attendant?
Avez-vous un truc pour garder votre calme dans une salle d’attente?

@ la brosse à dents
# hook
L’objet le plus fidèle de la maison, {a}, mesure une vingtaine de centimètres et vit dans un verre.
Deux fois par jour, {a} comme ailleurs, on lui parle de près sans jamais parler d’elle : la brosse à dents.
{A}, combien de brosses à dents pour une famille qui en perd une à chaque voyage?
Dans la trousse de voyage, {a}, il manque toujours la même chose.
# name
Ça nous a fait penser à noter une adresse : {portrait}.
Pour les questions de brosse et le reste, un nom : {portrait}.
# scene
Molle, électrique, de voyage, à l’effigie d’un super-héros : le rayon de la pharmacie demande un diplôme.
Chez les enfants, la brosse est une épée, un micro et, à l’occasion, une brosse.
On connaît la couleur de la sienne, jamais la date où elle est arrivée dans la maison.
# then
Les bonnes questions à ce sujet ne se posent ni au rayon ni sur Internet : elles se posent au cabinet, à quelqu’un du
    métier.
C’est petit, c’est banal, et c’est sans doute le geste qu’on répète le plus dans une vie.
Celui qui laisse le bouchon du tube ouvert se reconnaît dans toutes les familles.
# tip
Apporter sa brosse au rendez-vous pour demander si elle convient : ça se fait, et la question est bonne.
Une brosse neuve dans la valise, en permanence, et la course à la pharmacie de l’hôtel est finie.
Une chanson de deux minutes dans la salle de bain, et les enfants oublient de négocier.
# ask
Le tube de dentifrice : vous le pressez par le bout ou par le milieu?
De quelle couleur est la vôtre, et depuis quand? On parle de la brosse, bien sûr.

@ l’horaire de famille
# hook
Mardi hockey, mercredi piano, jeudi dentiste : {a}, un horaire de famille tient avec des aimants.
{A}, placer trois rendez-vous dans une semaine de famille relève du casse-tête.
Le calendrier de la cuisine, {a}, n’a plus de place, et il manque encore le dentiste.
Deux parents, trois enfants, une auto : {a}, chaque rendez-vous est une opération.
# name
Une adresse à placer sur la carte : {portrait}.
Pour raccourcir au moins un trajet : {portrait}.
# scene
On choisit bien des choses pour leur qualité, et son dentiste aussi pour une raison toute simple : c’est sur le chemin.
Les grandes décisions familiales se prennent dans l’auto, entre l’école et l’aréna.
Un rendez-vous à l’heure du souper en déplace trois autres; tous les parents ont fait ce calcul.
# then
Un trajet de dix minutes de moins, quatre fois par année, c’est une soirée de gagnée.
Quand tout le monde passe le même jour, la crème glacée du retour devient une négociation collective.
On finit par saluer les mêmes gens : à l’école, à l’épicerie, dans la salle d’attente.
# tip
Regrouper les rendez-vous des enfants se demande au téléphone; certains jours s’y prêtent mieux que d’autres.
Les journées pédagogiques partent vite : on les regarde en août, et on appelle en août.
Prévenir tôt quand on ne peut pas venir libère la place pour une autre famille au bord de la crise.
# ask
Quel jour de la semaine est le plus fou chez vous?
Aimants, application ou mémoire de grand-mère : comment tient votre horaire?

@ les métiers d’une clinique
# hook
Dans une clinique dentaire, {a}, il n’y a pas que le dentiste, et de loin.
On connaît la voix au téléphone avant le visage, {a}, et souvent avant le dentiste.
{A}, derrière une porte de clinique, il y a quatre ou cinq métiers qui se partagent la journée.
Qui fait quoi dans un cabinet dentaire? {A}, bien du monde n’ose pas le demander.
# name
Une équipe à situer sur la carte : {portrait}.
Le nom qui nous a fait poser la question : {portrait}.
# scene
À l’accueil, on jongle avec les appels, les annulations et les enfants qui courent, sans hausser la voix.
Hygiéniste, assistante, denturologiste, dentiste : chacun a son titre, son champ et sa formation.
La stérilisation est un travail à part entière, suivi à la lettre, que personne ne voit depuis le fauteuil.
# then
Quand la salle d’attente se vide, il reste les comptes rendus, les commandes et l’agenda du lendemain.
Un horaire de clinique se monte comme un casse-tête, avec les écoles et les usines d’alentour.
La formation continue, dans ces métiers-là, occupe bien des soirées d’hiver.
# tip
Poser la question « vous êtes qui, dans l’équipe? » n’est pas impoli : tout le monde gagne à le savoir.
Pour un changement d’adresse ou d’assurance, c’est à l’accueil que ça se passe, avant le rendez-vous.
Toute personne membre d’un ordre professionnel peut être trouvée au tableau de son ordre, en ligne.
# ask
Quel métier de la santé aimeriez-vous mieux connaître?
Dans votre famille, qui travaille avec le public, et que raconte cette personne au souper?

@ le numéro qu’on n’a pas sous la main
# hook
On a le numéro de la pizzeria par cœur, {a}, mais pas celui du dentiste.
{A}, une dent qui élance choisit toujours un dimanche soir.
Le jour où l’on cherche un numéro en vitesse, {a}, on se promet de l’écrire.
Plombier, école, grand-mère : {a}, la liste du frigo a une ligne de libre.
# name
Une ligne à remplir tout de suite : {portrait}.
À écrire avant d’en avoir besoin : {portrait}.
# scene
Dans l’urgence, on ne trouve plus rien : ni ses clés, ni ses mots, ni le nom de la clinique.
Un bout de papier aimanté tient mieux qu’un favori dans un téléphone à plat.
Les grands-parents avaient un carnet près de l’appareil; on a rangé le carnet, et on cherche encore.
# then
Deux minutes un soir tranquille, et la question ne se pose plus jamais en panique.
Le bon moment pour noter un numéro, c’est quand tout va bien.
Un numéro écrit lisiblement, c’est un cadeau à la gardienne.
# tip
Noter le nom, le numéro et l’adresse au même endroit, et montrer l’endroit à toute la maisonnée.
Demander à la clinique quoi faire en dehors des heures d’ouverture, avant que la question se pose.
Info-Santé répond jour et nuit, quand on ne sait pas à qui s’adresser.
# ask
Quels numéros sont sur votre frigo, pour vrai?
Quel numéro connaissez-vous encore par cœur?

@ le chemin jusqu’au rendez-vous
# hook
Trouver l’adresse, {a}, c’est facile; trouver où stationner, c’est un métier.
{A}, on arrive au rendez-vous à l’heure, ou on arrive au stationnement à l’heure.
Un rendez-vous à dix minutes de marche, {a}, n’est plus tout à fait une corvée.
Entre la porte de la maison et la salle d’attente, {a}, il y a toute une logistique.
# name
Une adresse à mettre sur la carte : {portrait}.
Un point à placer sur le trajet : {portrait}.
# scene
On calcule le trajet d’été, et on part en hiver : c’est l’histoire de bien des retards.
L’autobus a son horaire, la poussette a le sien, et le stationnement n’en a aucun.
À pied, on arrive avec les joues rouges et l’esprit déjà calmé.
# then
La distance ne change rien aux soins, mais elle décide souvent si l’on y va.
Un bon repère vaut mieux qu’un numéro de porte : « à côté de l’école », et tout le monde comprend.
Une fois le chemin appris, le rendez-vous raccourcit de moitié.
# tip
En appelant, on peut demander par quelle porte entrer, où stationner et s’il y a un ascenseur.
Partir dix minutes plus tôt coûte moins cher que s’excuser.
Pour une personne à mobilité réduite, un mot au téléphone permet de tout préparer.
# ask
À pied, en autobus ou en auto : comment vous rendez-vous à vos rendez-vous, {a}?
Quel est votre repère pour expliquer le chemin jusque chez vous?
""")
