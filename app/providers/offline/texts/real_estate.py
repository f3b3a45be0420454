"""What can be said of brokerage: no figure, no comparison, no promise on a sale."""

from __future__ import annotations

from app.providers.offline.texts.reading import entries

THOUGHTS = entries("""
Acheter ou vendre une maison, c’est beaucoup de papier, mais surtout beaucoup de conversations.
Une maison n’est pas seulement une adresse : c’est une cour, un trajet d’école, une lumière du matin.
Le métier de courtier se passe autant au téléphone et en voiture qu’autour d’une table de cuisine.
Derrière chaque visite, il y a quelqu’un qui imagine où irait le divan et où dormiraient les enfants.
On parle souvent du marché comme de la météo; dans les faits, chaque projet a son propre rythme.
Il y a des gens qui savent exactement ce qu’ils cherchent, et d’autres qui le découvrent en visitant.
Au Québec, le courtage immobilier est un métier encadré, avec ses permis, ses formulaires et ses devoirs.
Quitter une maison où l’on a vécu longtemps, cela demande du temps, et personne ne devrait le presser.
Une première visite commence souvent par un silence : on regarde, on écoute, on se projette.
Les questions arrivent toujours dans le même ordre : le quartier, la lumière, l’état des lieux, puis tout le reste.
Signer une promesse d’achat, c’est un moment qu’on n’oublie pas, et qu’on préfère bien préparer.
Connaître une ville rue par rue, cela s’apprend en marchant, en écoutant et en revenant souvent.
Une maison se raconte aussi par ses petits bruits : le plancher du couloir, la fournaise, la pluie sur le toit.
On dit « coup de cœur », mais il y a derrière ce mot des mesures, des lectures et plusieurs nuits de réflexion.
Le premier appartement, la première maison, la dernière : chaque adresse correspond à un âge de la vie.
Dans une visite, on regarde les murs; dans une deuxième, on commence à poser les bonnes questions.
Un balcon, une ruelle, un arbre devant la fenêtre : ce sont souvent les détails qu’on retient.
Chacun a sa définition du bon voisinage, et elle se révèle rarement sur une fiche descriptive.
Le vocabulaire de l’immobilier s’apprend un mot à la fois : servitude, quittance, cadastre, radiation.
Les boîtes finissent toujours par se vider; le premier repas sur le plancher, lui, reste en mémoire.
""")

FOLLOWINGS = entries("""
Quand un projet se précise, pouvoir poser ses questions à quelqu’un du coin change la conversation.
Le courtage est un métier de patience, et il se pratique une personne à la fois.
Prendre le temps de rencontrer quelqu’un avant de se décider reste une bonne habitude.
Chaque quartier {de} a sa couleur, et rien ne vaut une promenade pour s’en faire une idée.
Nous ne commenterons pas les prix; nous aimons mieux parler des gens.
Un projet de cette taille mérite qu’on s’assoie, qu’on lise et qu’on relise.
On ne change pas de toit tous les jours, alors autant savoir à qui parler.
Les clés, elles, viennent tout à la fin, quand chacun a fait sa part.
Ce qui compte, c’est de comprendre chaque étape avant de passer à la suivante.
La confiance se bâtit lentement, à coups de réponses claires.
Une ville se connaît mieux quand on sait qui y travaille.
Le reste dépend des projets de chacun, et ils ne se ressemblent jamais tout à fait.
On a le droit de ne pas tout savoir, et celui de demander qu’on explique une deuxième fois.
Rien ne presse tant que les questions n’ont pas trouvé leur réponse.
Une ville s’apprivoise une rue à la fois, et les gens du métier en connaissent bien des coins.
Il y a derrière chaque adresse une histoire, et ce n’est pas à nous de la raconter.
""")

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

QUESTIONS = entries("""
Qu’est-ce qui vous a fait choisir votre quartier, {a}?
Ville, banlieue ou rang de campagne : où vous voyez-vous dans dix ans?
Quelle pièce regardez-vous d’abord en visitant une maison?
Quel coin {de} faites-vous découvrir à la visite?
Vous souvenez-vous de votre tout premier appartement?
Que demanderiez-vous en premier à un voisin avant de vous installer {a}?
Cour, balcon ou vue : à quoi tenez-vous le plus?
Quelle rue {de} aimez-vous traverser à pied?
Quel conseil donneriez-vous à quelqu’un qui déménage {a}?
Rester, rénover ou changer d’adresse : où en êtes-vous?
Qu’est-ce qui fait un bon voisinage, selon vous?
Connaissiez-vous déjà ce nom?
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
