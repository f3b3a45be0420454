"""What can be said of eating out without knowing anything of the place."""

from __future__ import annotations

from app.providers.offline.texts.reading import entries

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
