"""The Québec year, said without a claim about any business. Keys: those of app.providers.occasions."""

from __future__ import annotations

from app.providers.offline.texts.reading import entries

MOMENTS = {
    "new_year": entries("""
L’année est toute neuve, et l’on a encore le droit de se la souhaiter bonne.
Janvier remet les compteurs à zéro et nous laisse le temps de regarder autour.
Les résolutions vont et viennent; celle de mieux connaître ses voisins se tient toute l’année.
"""),
    "midwinter": entries("""
C’est le cœur de l’hiver, celui des carnavals, des patinoires et des joues rouges.
Janvier et février paraissent longs, mais ils donnent le temps de jaser.
Les jours rallongent déjà un peu, même si le mercure fait semblant de ne pas le savoir.
"""),
    "valentine": entries("""
La Saint-Valentin approche, et l’on pense à ceux qu’on aime, amis et voisins compris.
À la mi-février, un petit mot gentil n’a jamais fait de tort à personne.
Les cœurs de papier sont dans les fenêtres des écoles, et l’humeur est plus douce.
"""),
    "spring_break": entries("""
La semaine de relâche change le rythme des rues : des enfants partout, des horaires à réinventer.
Avec la relâche, les familles cherchent quoi faire et redécouvrent leur propre ville.
La relâche est là, l’hiver aussi, et il faut bien occuper tout le monde.
"""),
    "sugar": entries("""
C’est le temps des sucres, et l’on parle de la coulée comme on parle du hockey.
Les nuits froides, les jours doux, la vapeur au-dessus des érablières : le temps des sucres est arrivé.
On revient de la cabane les doigts collants et le cœur léger; c’est le temps des sucres.
"""),
    "easter": entries("""
Pâques s’en vient, avec ses tablées, ses cocos et sa longue fin de semaine.
La fin de semaine de Pâques ramène la famille, et la maison se remplit d’un coup.
Autour de Pâques, on se visite, on se reçoit et l’on refait les plans du printemps.
"""),
    "mothers_day": entries("""
La fête des Mères approche, et les téléphones vont sonner.
À la fête des Mères, il y a des fleurs, des dessins et des appels qui durent.
En cette semaine de la fête des Mères, on pense à celles qui nous ont appris à dire bonjour.
"""),
    "patriots": entries("""
La Journée nationale des patriotes nous offre une longue fin de semaine, la première qui sente vraiment l’été.
Avec le congé des patriotes, les jardins s’ouvrent et les voisins se retrouvent de chaque côté de la haie.
Le congé de mai donne le signal : on plante, on peinture, on se salue.
"""),
    "june": entries("""
Les classes achèvent, les spectacles d’école s’enchaînent, et l’été est à la porte.
Juin passe vite, entre les bulletins, les galas et les premiers soirs dehors.
Le mois de juin est celui des soirées claires, et tout le monde veut en profiter.
"""),
    "saint_jean": entries("""
La Saint-Jean s’en vient, avec ses drapeaux aux balcons et ses chansons qu’on connaît par cœur.
À l’approche de la fête nationale, on ressort les chaises pliantes et l’on s’invite d’une cour à l’autre.
C’est bientôt la Saint-Jean, et les rues se préparent à chanter.
"""),
    "moving": entries("""
Le jour des déménagements approche, et les camions bloquent déjà quelques rues.
C’est la saison des boîtes et des nouveaux voisins; un bonjour dans l’escalier vaut son pesant d’or.
Au tournant de juillet, bien des gens changent d’adresse et cherchent leurs repères.
"""),
    "construction": entries("""
Les vacances de la construction vident les chantiers et remplissent les routes.
Pendant les vacances de la construction, une partie du Québec part visiter l’autre.
Deux semaines de vacances de la construction, et la ville respire autrement.
"""),
    "august": entries("""
Août, c’est le blé d’Inde, les bleuets et les soirs où l’on sort enfin une petite laine.
On parle déjà de la rentrée, mais on étire l’été tant qu’on peut.
Les étals débordent, les soirées fraîchissent, et l’on fait provision de soleil.
"""),
    "back_to_school": entries("""
C’est la rentrée, avec ses cartables neufs, ses lunchs et ses nouveaux horaires.
La rentrée remet tout le monde sur le même trottoir le matin, et l’on se dit bonjour.
Avec la rentrée, les agendas se remplissent et les bonnes habitudes reviennent.
"""),
    "apples": entries("""
C’est le temps des pommes, et l’on revient du verger avec beaucoup plus que prévu.
Les vergers sont pleins, les confitures mijotent, et septembre sent bon.
Entre les pommes et les premières couleurs, les fins de semaine se remplissent vite.
"""),
    "thanksgiving": entries("""
L’Action de grâce approche, et l’on prépare la table pour de longues conversations.
La longue fin de semaine de l’Action de grâce ramène du monde à la maison.
À l’Action de grâce, on ferme le chalet, on marche dans les feuilles et l’on mange ensemble.
"""),
    "colours": entries("""
Les couleurs sont là, et même le trajet du matin prend des airs de promenade.
Les érables font leur spectacle, et l’on ralentit un peu pour regarder.
Octobre met du rouge et de l’or au bout de chaque rue.
"""),
    "halloween": entries("""
Les citrouilles veillent sur les balcons, et les enfants comptent les jours.
L’Halloween s’en vient, et l’on croise déjà des fantômes à l’épicerie.
À l’approche de l’Halloween, les perrons se décorent et les voisins se parlent.
"""),
    "november": entries("""
Novembre a mauvaise réputation, mais il a ses bons côtés : le calme, la lumière des lampes, le temps de se parler.
On a reculé l’heure, et les fins d’après-midi se passent à la lumière des vitrines.
Novembre est un mois entre deux, sans congé ni costume, et c’est peut-être pour cela qu’on y jase autant.
Le mois de novembre tire les rideaux de bonne heure et rapproche les gens.
Les décorations sortent une à une, et novembre se fait moins gris.
"""),
    "advent": entries("""
Le temps des fêtes se prépare : les listes, les invitations et la parade des boîtes de décorations.
Les guirlandes montent le long des galeries, et le mois de décembre s’installe.
Les marchés de Noël et les guignolées occupent les fins de semaine, et c’est signe que l’année achève.
On commence à se demander qui reçoit cette année, et la réponse change trois fois avant Noël.
"""),
    "holidays": entries("""
Le temps des fêtes est arrivé, avec ses tablées, sa visite et ses tuques à pompon.
C’est le temps des fêtes, et l’on se souhaite de belles choses jusque sur le trottoir.
Entre les partys de bureau et les réveillons, le temps des fêtes nous fait voir bien du monde.
Les sapins clignotent, la visite arrive, et l’on voudrait que les journées soient plus longues.
"""),
    "earth_day": entries("""
Le Jour de la Terre approche, et l’on se promet encore de marcher plus souvent.
Autour du Jour de la Terre, on ramasse ce que la neige cachait et l’on regarde son quartier autrement.
Acheter tout près, réparer, réutiliser : le Jour de la Terre remet de vieilles habitudes au goût du jour.
"""),
    "may": entries("""
En mai, on balaie les entrées, on retourne la terre et l’on se parle par-dessus la clôture.
Le mois de mai ramène les ventes-débarras, les lilas et les soirées qui hésitent à finir.
On sort les chaises de parterre en mai, un œil sur le ciel, au cas où.
Mai fait sortir tout le monde en même temps, et les trottoirs retrouvent leurs conversations.
"""),
    "fathers_day": entries("""
La fête des Pères approche, avec ses cartes bricolées et ses déjeuners un peu trop grillés.
Pour la fête des Pères, on cherche une idée, et l’on finit souvent par offrir du temps.
En cette semaine de la fête des Pères, on pense à ceux qui nous ont montré à tenir un marteau ou une canne à pêche.
"""),
    "canada_day": entries("""
Le congé du début de juillet est là, entre les boîtes des uns et les pique-niques des autres.
La fête du Canada tombe en plein déménagement, et chacun la passe à sa façon.
La fête du Canada ouvre juillet : les parcs se remplissent, et l’été commence pour de bon.
"""),
    "midsummer": entries("""
C’est le plein été, celui des portes-moustiquaires qui claquent et des soirées qu’on étire.
En plein été, les festivals passent, les jardins débordent et personne ne regarde l’heure.
Juillet ralentit les courriels et remplit les galeries.
On est au plus chaud de l’été, et l’ombre d’un arbre devient un lieu de rencontre.
"""),
    "labour_day": entries("""
La fête du Travail ferme l’été en douceur, une longue fin de semaine à la fois.
Avec la fête du Travail, on range le chalet et l’on salue ceux qui travaillent pendant nos congés.
Le congé de la fête du Travail donne une dernière chance à la baignade, et une pensée à tous les métiers.
"""),
    "small_business_week": entries("""
C’est la Semaine de la PME, un bon prétexte pour parler de ceux qui se lancent et de ceux qui tiennent bon.
La Semaine de la PME rappelle que bien des entreprises d’ici tiennent dans une seule pièce et beaucoup de cœur.
Pendant la Semaine de la PME, on parle de chiffres un peu partout; nous aimons mieux parler des noms.
"""),
    "first_snow": entries("""
Chacun a sa théorie sur la date de la première neige, et chacun est certain de la sienne.
La première neige fait lever la tête à tout le monde, même à ceux qui disent ne pas l’aimer.
Pour la première neige, il manque toujours la même chose : la deuxième mitaine.
Il suffit d’en parler pour que quelqu’un raconte la tempête de son enfance, avec de la neige jusqu’aux fils.
On cherche la pelle, on trouve le râteau, et on se dit qu’on a encore une semaine devant soi.
La première neige change les sujets de conversation plus sûrement qu’une élection.
"""),
}

# How a sentence names each: after a comma or a verb, and after « de ».
WORDS: dict[str, tuple[str, str]] = {
    "new_year": ("le début de l’année", "du début de l’année"),
    "midwinter": ("le cœur de l’hiver", "du cœur de l’hiver"),
    "valentine": ("la Saint-Valentin", "de la Saint-Valentin"),
    "spring_break": ("la relâche", "de la relâche"),
    "sugar": ("le temps des sucres", "du temps des sucres"),
    "easter": ("la fête de Pâques", "de la fête de Pâques"),
    "earth_day": ("le Jour de la Terre", "du Jour de la Terre"),
    "may": ("le mois de mai", "du mois de mai"),
    "mothers_day": ("la fête des Mères", "de la fête des Mères"),
    "patriots": ("la Journée nationale des patriotes", "de la Journée nationale des patriotes"),
    "june": ("la fin des classes", "de la fin des classes"),
    "fathers_day": ("la fête des Pères", "de la fête des Pères"),
    "saint_jean": ("la Saint-Jean", "de la Saint-Jean"),
    "moving": ("la saison des déménagements", "de la saison des déménagements"),
    "canada_day": ("la fête du Canada", "de la fête du Canada"),
    "midsummer": ("le plein été", "du plein été"),
    "construction": ("le congé de la construction", "du congé de la construction"),
    "august": ("le mois d’août", "du mois d’août"),
    "back_to_school": ("la rentrée", "de la rentrée"),
    "labour_day": ("la fête du Travail", "de la fête du Travail"),
    "apples": ("le temps des pommes", "du temps des pommes"),
    "colours": ("la saison des couleurs", "de la saison des couleurs"),
    "thanksgiving": ("l’Action de grâce", "de l’Action de grâce"),
    "small_business_week": ("la Semaine de la PME", "de la Semaine de la PME"),
    "halloween": ("l’Halloween", "de l’Halloween"),
    "november": ("le mois de novembre", "du mois de novembre"),
    "first_snow": ("la première neige", "de la première neige"),
    "advent": ("l’approche des fêtes", "de l’approche des fêtes"),
    "holidays": ("le temps des fêtes", "du temps des fêtes"),
}
