"""What can be said of eating out without knowing anything of the place."""

from __future__ import annotations

from app.providers.offline.texts.reading import entries

THOUGHTS = entries("""
Tenir un endroit où les gens se retrouvent, c’est recommencer chaque jour : la mise en place, le service, la
    vaisselle.
Dans ce métier, on travaille quand les autres se reposent, et on se repose quand il reste du temps.
Une salle qui se remplit, c’est un bruit qu’on reconnaît : les chaises, les rires, la porte qui s’ouvre encore.
On oublie vite tout ce qu’il faut faire avant que le premier client s’assoie.
Il y a toujours quelqu’un, quelque part en cuisine, qui pense déjà au service suivant.
Bien recevoir tient à des gestes simples : un bonsoir, un verre d’eau, une place près de la fenêtre.
Les gens du métier le savent : un service se joue à plusieurs, et chacun a son poste.
Une bonne soirée ne demande pas grand-chose : une table, du monde qu’on aime et le temps d’en profiter.
Autour d’une table, on règle des affaires, on fête des anniversaires, on fait parfois la paix.
Cuisiner pour des inconnus, c’est leur faire confiance et leur demander la même chose en retour.
Les habitudes se prennent vite : la même place, la même commande, le même bonjour en entrant.
Il faut des bras, de la patience et un bon sens de l’humour pour ouvrir la porte tous les jours.
Il y a des endroits où l’on va pour le plat et d’autres où l’on va pour la place; souvent, on ne sait plus lequel.
Le bruit des assiettes, une chaise qu’on tire, une commande lancée : un service a sa propre musique.
On se souvient rarement de la date d’un repas, mais presque toujours de la personne assise en face.
Le menu se lit deux fois : une fois pour vrai, une fois pour voir ce qu’on a manqué.
Choisir un endroit à plusieurs prend parfois plus de temps que d’y manger.
Le partage de l’addition reste un des grands exercices de calcul mental de la vie adulte.
""")

FOLLOWINGS = entries("""
La restauration est un métier de cœur et d’horaires, et il mérite qu’on prenne le temps de le nommer.
Voilà pourquoi nous préférons parler des gens du coin plutôt que des dernières modes.
La prochaine fois qu’on hésite devant le frigo, on peut aussi penser à ceux qui cuisinent {a}.
Sortir près de chez soi, c’est aussi garder les lumières allumées dans sa propre ville.
Il n’y a pas d’occasion trop petite pour s’asseoir et se faire servir.
Une réservation, un coup de fil, une visite improvisée : chaque geste compte pour une cuisine de quartier.
Les villes où l’on sort un peu sont aussi celles où l’on se connaît mieux.
On sort pour manger un morceau, et l’on revient souvent avec une histoire.
Et quand on sort {a}, c’est tout un petit monde qui travaille : la cuisine, la salle, les fournisseurs.
Une bonne adresse, au fond, c’est peut-être un endroit où l’on peut rester un peu.
Pour le reste, c’est une affaire de goût, et les goûts se discutent autour d’une table.
Derrière chaque commande, il y a un travail discret, qu’on remarque surtout quand il n’est plus là.
""")

TIPS = entries("""
Un petit conseil pour une sortie à plusieurs : un appel quelques jours d’avance, et tout le monde s’assoit ensemble.
Si quelqu’un à la table a une allergie, mieux vaut le dire dès la réservation; la cuisine aura le temps de répondre.
Avant de se déplacer, un coup d’œil à l’horaire évite bien des portes closes, surtout les lundis.
Un empêchement? Annuler tôt permet d’offrir la table à quelqu’un d’autre, et c’est bien apprécié dans le métier.
Pour une soirée plus calme, le début de semaine a souvent du bon : on prend son temps et on s’entend parler.
On peut demander ce qui est de saison; la question fait toujours plaisir à ceux qui cuisinent.
Emporter son repas ou s’asseoir en salle : un appel suffit pour savoir ce qui est possible.
Les groupes, les poussettes, les fauteuils roulants : en le mentionnant d’avance, on facilite la vie de tout le monde.
Pour un tête-à-tête, rien n’empêche de demander le coin tranquille au moment de réserver.
Essayer une nouvelle adresse par mois, c’est une petite résolution facile à tenir, et agréable en plus.
Un repas d’équipe se prépare mieux avec une liste : combien de personnes, quelles allergies, quelle heure.
Quand on sort entre amis, choisir l’endroit à tour de rôle évite bien des discussions.
""")

QUESTIONS = entries("""
Et [vous|toi], quelle est [votre|ta] table préférée {a}?
Où [allez-vous|vas-tu] quand [vous n’avez|tu n’as] pas envie de cuisiner, {a}?
Quel plat [vous|te] ramène à l’enfance dès la première bouchée?
Plutôt un midi sur le pouce ou un long souper qui s’étire?
À qui [feriez-vous|ferais-tu] signe pour une sortie {a} cette semaine?
Quel autre endroit {de} devrions-nous présenter ici?
[Êtes-vous|Es-tu] du genre à toujours commander la même chose?
Salé ou sucré, quelle serait [votre|ta] commande aujourd’hui?
Quel endroit {de} [vous|te] vient en tête quand on dit « on sort »?
[Réservez-vous|Réserves-tu] d’avance, ou [décidez-vous|décides-tu] à la dernière minute?
Qu’est-ce qui fait qu’on retourne à la même place, selon [vous|toi]?
[Connaissiez-vous|Connaissais-tu] déjà cette adresse?
""")

SEASONS = {
    "winter": entries("""
Quand il fait froid, une salle éclairée donne envie d’entrer, même juste pour se réchauffer un peu.
C’est le temps des plats qui fument, des manteaux empilés sur les chaises et des soirées qui s’étirent.
Les tuques sur le coin de la table, la buée dans la vitre : l’hiver aussi a ses plaisirs de sortie.
Entre deux bordées de neige, un repas dehors de chez soi casse la routine.
Sortir en semaine, l’hiver, c’est souvent avoir un peu plus de place et beaucoup plus de temps.
On enlève les couches une à une à l’entrée, et la conversation commence avant même le menu.
Un soir de tempête, les tables libres se remplissent des voisins venus à pied.
Janvier a ses vertus : on y trouve une table, du calme et quelqu’un à qui parler.
"""),
    "spring": entries("""
On recommence à marcher jusqu’au restaurant au lieu de prendre l’auto, et ça change tout.
Les envies se font plus vertes, les soirées plus claires, et les vestes restent ouvertes.
C’est le moment où l’on reprend l’habitude de sortir sans trop planifier.
Les premières tables au soleil sont toujours les plus convoitées de la rue.
L’asperge et la rhubarbe s’en viennent, et avec elles l’envie de goûter du nouveau.
On reste un peu plus longtemps à table, parce que la lumière, elle aussi, s’attarde.
"""),
    "summer": entries("""
On mange plus tard, on parle plus fort, et personne n’est pressé de rentrer.
Les fraises, les tomates, le maïs : chaque semaine ou presque, l’assiette change de couleur.
Avec la visite qui débarque, il faut bien savoir où l’emmener.
Un repas dehors, une petite brise, et voilà une soirée dont on se souvient.
Les vacances des uns sont les grosses journées des autres, et on pense à ceux qui servent.
Quand la cuisine de la maison est trop chaude, on laisse volontiers les fourneaux aux autres.
"""),
    "autumn": entries("""
Les soupes reviennent, les courges aussi, et l’on se remet à parler de recettes.
C’est une belle période pour sortir en semaine, quand la lumière baisse et que la faim arrive tôt.
Après une journée grise, s’asseoir devant une assiette chaude arrange bien des choses.
Les récoltes passent du champ à la cuisine, et l’on mange un peu mieux sans même y penser.
Rentrer tôt à la maison, c’est bien; s’arrêter souper en chemin, ce n’est pas mal non plus.
Les soupers reprennent leur heure, et les amis qu’on n’a pas vus de l’été reprennent leur place.
"""),
    "late_autumn": entries("""
Les plats mijotés reprennent leur place, et l’on a soudain envie de s’asseoir longtemps.
C’est une belle période pour sortir en semaine, quand la noirceur arrive tôt et que la faim la suit.
Après une journée grise, s’asseoir devant une assiette chaude arrange bien des choses.
Rentrer tôt à la maison, c’est bien; s’arrêter souper en chemin, ce n’est pas mal non plus.
Les soupers de bureau et les retrouvailles entre amis commencent à se placer au calendrier.
Les tables se réservent peu à peu pour décembre, et l’on cherche où asseoir tout ce beau monde.
La première soupe de la saison a toujours meilleur goût que la dixième.
Les vitrines embuées disent qu’il fait bon à l’intérieur, et l’on se laisse tenter.
On rentre du bureau à la noirceur, et l’idée de ne pas cuisiner fait lentement son chemin.
Un souper à deux en pleine semaine rend novembre beaucoup plus fréquentable.
"""),
}
