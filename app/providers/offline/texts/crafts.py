"""What can be said of a kind of business in general, never of a place. Keys: `category` of the map."""

from __future__ import annotations

from app.providers.offline.texts.reading import by_key

CRAFTS = by_key("""
# car_repair tyres
Un garage, c’est du monde qui écoute : un bruit qu’on imite maladroitement, et quelqu’un qui comprend.
Deux fois par année, tout le Québec pense à ses pneus la même semaine; dans les garages, on le sait d’avance.
Sous un capot, il y a de la patience, de la lumière d’appoint et des mains qui savent où chercher.
Confier les clés de son auto, c’est une petite marque de confiance qu’on répète d’une saison à l’autre.
# florist garden_centre gardener
Les fleurs se préparent de bonne heure : recouper les tiges, changer l’eau, trier, composer.
On entre chez un fleuriste pour une bonne nouvelle, parfois pour une triste, et l’on y trouve les mots qui manquaient.
Un bouquet ne dure pas, et c’est peut-être pour cela qu’il dit si bien ce qu’on veut dire.
Entre une plante qui aime l’ombre et une autre qui réclame le sud, un bon conseil évite bien des peines.
# hairdresser beauty
Dans un fauteuil de coiffure, on parle de la pluie, des enfants et, parfois, de ce qu’on ne dit à personne.
Expliquer une coupe avec ses mains est un art que tout le monde croit maîtriser.
Le métier demande de l’œil, du poignet et une oreille, pas forcément dans cet ordre.
Une heure pour soi, sans téléphone, assis devant un miroir : ce n’est pas si courant.
# hardware doityourself
On entre à la quincaillerie pour une vis et l’on en ressort avec un projet.
Décrire une pièce « grosse comme ça » avec les doigts reste la façon la plus répandue de demander conseil.
Derrière le comptoir d’une quincaillerie, on entend passer toutes les rénovations du voisinage.
# carpenter painter roofer plumber electrician
Les gens des métiers de la maison connaissent nos murs mieux que nous : ce qu’ils cachent, ce qu’ils portent.
Sur un chantier, on commence par protéger, mesurer, débrancher; le reste vient après.
Une réparation bien faite, c’est souvent celle dont on n’entend plus jamais parler.
# bakery pastry
Les boulangers commencent leur journée quand les autres finissent la leur, et le pain ne le dit pas.
Le pain demande quatre choses simples et une qui l’est moins : le temps.
L’odeur d’un four au petit matin a fait changer de trottoir plus d’un passant.
Il y a des gens qui mangent le bout de la baguette sur le chemin du retour, et des gens qui le nient.
# butcher cheese greengrocer
Demander à quelqu’un derrière un comptoir comment cuire ce qu’on vient d’acheter, c’est un luxe tout simple.
Au comptoir, on apprend le nom des coupes, des fromages ou des fruits, et l’on repart avec une idée de souper.
Faire son marché au lieu de remplir un panier, c’est déjà cuisiner un peu.
# supermarket convenience
Le dépannage du quartier tient souvent à une porte ouverte et à une lumière allumée.
On y court pour un litre de lait, et l’on y croise la moitié de la rue.
La liste est courte, le panier l’est moins : faire l’épicerie réserve toujours quelques écarts.
# books
Une librairie est un des rares endroits où l’on peut rester debout longtemps sans que personne s’étonne.
Demander un livre « avec une couverture bleue, je crois » : les gens du métier ont l’habitude.
On y entre pour un titre et l’on en sort avec un autre, souvent plus intéressant.
# stationery gift toys
Un cadeau trouvé sur une tablette, pris en main, retourné, remis, repris : cela ne se fait pas sur un écran.
Faire emballer un cadeau, c’est gagner une soirée et perdre une excuse.
Les jouets, les cartes, les petits carnets : on y entre pour un autre et l’on repart aussi avec quelque chose pour soi.
# clothes shoes
Essayer un vêtement, c’est aussi demander l’avis de quelqu’un qui n’a pas intérêt à nous voir revenir déçu.
Une paire de bottes d’hiver se choisit assis, debout, puis en faisant trois pas.
Retoucher, ajuster, réparer : il y a dans le vêtement des savoir-faire qu’on ne voit pas de la vitrine.
# optician
Choisir des montures devant un miroir, sans ses lunettes, est un moment de pure confiance.
Des lunettes, on les porte tous les jours et sur toutes les photos; cela mérite qu’on prenne son temps.
Ajuster une branche, resserrer une vis : dans le métier, les petits gestes comptent autant que les grands.
# pharmacy
La pharmacie du coin voit passer les petits matins difficiles, les vaccins et les questions posées à voix basse.
Il y a des métiers de proximité qu’on consulte sans rendez-vous, et auxquels on pose de vraies questions.
# veterinary pet
Dans une salle d’attente avec un chat dans une boîte, on se fait vite des amis.
Parler de son animal à quelqu’un qui écoute vraiment, cela réconforte déjà un peu.
Les animaux ont leurs habitudes, et ceux qui s’en occupent finissent par connaître toute la famille.
# accountant lawyer notary insurance
Il y a des papiers qu’on repousse, et des gens dont le métier est de les comprendre.
Expliquer simplement une chose compliquée, c’est une grande part du travail dans un bureau de professionnels.
On les appelle aux grands moments : une maison, une entreprise, une succession, un nouveau départ.
Une bonne question posée tôt épargne souvent bien des courriels.
# furniture electronics bicycle sports jewelry
Voir l’objet, le toucher, le soulever : une visite en magasin répond à des questions qu’on n’avait pas encore.
Un conseil demandé de vive voix vaut souvent une soirée de recherches en ligne.
Prendre le temps de comparer sur place, objet en main, reste une bonne vieille méthode.
# laundry dry_cleaning
Un vêtement bien pressé, c’est une petite tranquillité avant une grande journée.
Les taches ont toutes leur histoire, et les gens du nettoyage les entendent sans sourire, ou presque.
On dépose un sac, on repart les mains libres; certains services se résument à cela, et c’est beaucoup.
# brewery
Une brasserie, c’est de l’eau, du grain, du temps et beaucoup de nettoyage.
Le brassage est un métier de mesures et de patience, loin de l’image qu’on s’en fait.
On suit la saison jusque dans les cuves, et chaque brassin a sa petite histoire.
""")
