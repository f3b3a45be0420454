"""Behind the scenes of a trade in general: no scene is set at the prospect's."""

from __future__ import annotations

from app.providers.offline.texts.reading import by_key

BACKSTAGE = by_key("""
# restaurant
Bien avant l’ouverture, on reçoit, on lave, on épluche; la journée est déjà vieille quand la porte s’ouvre.
Une cuisine a son vocabulaire : la mise en place, le passe, le coup de feu, et ce silence juste avant.
À la plonge, rien ne s’arrête jamais; c’est souvent là que commence une carrière dans le métier.
Les tables se montent deux fois dans l’esprit avant de se monter une fois dans la salle.
On goûte, on corrige, on regoûte : la cuisine est un métier où l’on recommence chaque jour à zéro.
Le service, c’est de la mémoire : qui a demandé quoi, qui attend, qui fête quelque chose sans le dire.
Après la fermeture, on compte, on nettoie, on prépare la liste du lendemain; les lumières restent allumées longtemps.
Un fournisseur en retard, un four capricieux, une table de plus : dans le métier, le plan change toutes les heures.
Il y a des gestes qu’on ne voit pas depuis la salle : aiguiser, peser, dater, ranger, recommencer.
La réception des commandes, le matin, décide souvent de ce qu’on écrira sur l’ardoise.
# dentist
Dans un cabinet, la journée commence par la préparation : les salles, les instruments, les dossiers du matin.
À l’accueil, on jongle avec les appels, les confirmations et les imprévus, sans hausser la voix.
La stérilisation est un travail à part entière, suivi à la lettre, et presque toujours hors de la vue.
Dentistes, hygiénistes, assistantes : autour du fauteuil, plusieurs métiers se croisent sans se confondre.
Un horaire de clinique se construit comme un casse-tête, avec les écoles, les usines et les garderies d’alentour.
La formation continue fait partie du métier, et elle occupe bien des soirées.
Chaque dossier se tient à jour, ligne par ligne; c’est un travail discret et nécessaire.
Entre deux rendez-vous, on nettoie, on range, on relit; ce sont des minutes que personne ne voit.
Quand la salle d’attente se vide, il reste les comptes rendus, les commandes et l’agenda du lendemain.
On apprend dans ce métier à expliquer simplement, dans les mots de la personne assise en face.
# real_estate
Avant une visite, il y a des appels, des clés, des documents à lire et un itinéraire à refaire deux fois.
Un dossier de courtage compte plus de pages qu’on croit : déclarations, certificats, titres, avis, annexes.
Le téléphone sonne au souper, le dimanche, au retour du chalet; le métier épouse l’horaire des autres.
Les photos d’une propriété commencent par du rangement, de la lumière et beaucoup d’attente.
Relire une promesse d’achat à voix haute, mot par mot, fait partie du travail qu’on ne voit pas.
Entre l’inspecteur, le notaire et le prêteur, quelqu’un doit tenir le calendrier, et ce n’est pas une mince affaire.
On marche beaucoup dans ce métier : des cours, des sous-sols, des corridors d’immeubles, des trottoirs.
Apprendre un quartier, c’est noter l’école, l’autobus, le bruit du soir et l’heure du soleil dans la cuisine.
Bien des journées de courtage se passent à répondre franchement « je vérifie et je reviens à vous ».
La formation et les règles de la profession occupent une part du métier que les pancartes ne montrent pas.
# other
Avant d’ouvrir, il y a la caisse à compter, les boîtes à défaire, la vitrine à essuyer et le café à boire debout.
L’arrière-boutique raconte souvent mieux le métier que la vitrine : des listes, des outils, des commandes en attente.
Une petite entreprise, c’est quelqu’un qui répond au téléphone d’une main et qui signe une livraison de l’autre.
Les comptes se font le soir, quand la porte est barrée et que la rue se calme.
Il y a les gestes du métier, appris sur le tas, qu’on ne sait plus expliquer tant ils sont devenus naturels.
On passe sa journée à prévoir : la prochaine saison, la prochaine commande, le prochain imprévu.
Former quelqu’un prend du temps, et c’est souvent la plus belle part de l’ouvrage.
L’inventaire se fait en jasant, un crayon sur l’oreille, et l’on se trompe toujours au moins une fois.
Un métier se voit aussi à ce qu’on refuse de faire à moitié.
Entre les fournisseurs, les horaires et la paperasse, il reste à trouver du temps pour le métier lui-même.
""")
