"""What can be said of brokerage: no figure, no comparison, no promise on a sale."""

from __future__ import annotations

from app.providers.offline.texts.reading import entries

TIPS = entries("""
Avant une visite, écrire ses incontournables d’un côté et ses souhaits de l’autre aide à garder la tête froide.
Visiter le même quartier un mardi soir et un samedi matin en apprend beaucoup sur la vie qu’on y mène.
Le registre public de l’OACIQ permet à tous de vérifier le permis d’un courtier; cela prend une minute.
Le certificat de localisation mérite une lecture attentive, idéalement avant que les boîtes soient faites.
Au budget, il est bon de prévoir aussi le notaire, l’inspection, le déménagement et les droits de mutation.
Prendre des photos et des notes pendant une visite évite de tout mélanger une fois revenu à la maison.
Une inspection préachat se réserve d’avance; mieux vaut en parler tôt.
Avant de vendre, rassembler factures, plans et modes d’emploi dans une même chemise simplifie bien des échanges.
Poser deux fois la même question n’a rien de gênant; c’est souvent là qu’on comprend.
Le trajet vers le travail ou l’école se teste en vrai, à l’heure de pointe, plutôt que sur une carte.
Pour un condo, les procès-verbaux de l’assemblée des copropriétaires racontent beaucoup de choses.
Dormir une nuit sur sa décision, quand c’est possible, reste un sage conseil.
""")

SEASONS = {
    "winter": entries("""
Une visite l’hiver a ceci de bon qu’elle montre l’isolation, le déneigement et la lumière des jours courts.
C’est une saison où l’on prend le temps de penser à ses projets, au chaud, crayon en main.
Sous la neige, les jardins se taisent, mais les maisons, elles, se visitent très bien.
Les rêves de printemps se préparent souvent à la table de cuisine, en plein mois froid.
La neige montre où le soleil passe et où il ne passe pas; c’est un renseignement que l’été ne donne pas.
On apprend beaucoup d’une rue en regardant, un matin de tempête, qui aide qui à pelleter.
Les longues soirées laissent le temps de lire, de comparer et de dresser des listes.
"""),
    "spring": entries("""
Les pancartes réapparaissent le long des rues, et les promenades du dimanche deviennent des visites de quartier.
On voit enfin l’état des toits, des entrées et des plates-bandes, et les conversations reprennent.
Les projets de déménagement se parlent à voix haute, entre deux coups de râteau.
C’est souvent là que les familles regardent le calendrier scolaire et commencent à compter les mois.
La fonte des neiges dit bien des choses sur un terrain, à qui prend le temps de regarder.
"""),
    "summer": entries("""
On visite en sandales, on regarde la cour avant la cuisine, et les enfants choisissent déjà leur chambre.
Entre deux vacances, plusieurs en profitent pour explorer un quartier qu’ils ne connaissaient pas.
Les longues soirées permettent de marcher une rue de plus, juste pour voir.
Les fenêtres ouvertes, on entend un quartier avant de le voir, et c’est un bon renseignement.
"""),
    "autumn": entries("""
Les visites se font à la lumière de fin d’après-midi, et l’on remarque mieux la chaleur d’un intérieur.
Ceux qui songent à bouger au printemps commencent souvent à en jaser maintenant.
Les feuilles tombées, on voit mieux les toitures, les arbres et les distances entre voisins.
C’est un bon temps pour marcher un quartier et l’écouter, sans la frénésie des beaux jours.
Les soirées fraîches font apprécier un foyer, une véranda ou simplement une bonne fenêtre.
"""),
    "late_autumn": entries("""
Les feuilles tombées, on voit mieux les toitures, les arbres et les distances entre voisins.
Ceux qui songent à bouger au printemps commencent souvent à en jaser maintenant.
Les visites se terminent à la noirceur, et l’on remarque mieux la chaleur d’un intérieur.
On calfeutre, on range la cour, on fait le tour de la maison, et les projets se précisent.
La frénésie des beaux jours est passée, et l’on peut marcher un quartier en l’écoutant.
Avant la neige, on fait le tour des gouttières, des fenêtres et des questions qu’on remettait.
Les rues sont tranquilles, les intérieurs éclairés, et l’on devine mieux comment on y vivrait.
Novembre est un mois franc : il montre les maisons telles qu’elles sont.
Les projets du printemps commencent souvent par une conversation d’avant les fêtes.
"""),
}
