"""What can be said of a cuisine in general, never of a place. Keys: `cuisine` of the map, else its kind."""

from __future__ import annotations

from app.providers.offline.texts.reading import by_key

CUISINES = by_key("""
# italian pasta
La cuisine italienne tient à peu d’ingrédients et à beaucoup de patience, et une simple sauce tomate suffit à le
    montrer.
Chez bien des gens d’ici, le mot « pâtes » ramène un dimanche, une grande table et quelqu’un qui insiste pour resservir.
Dans la cuisine italienne, on ne mélange pas tout dans l’assiette : chaque chose arrive à son tour, et l’on parle
    entre les deux.
Al dente ou bien cuites, avec ou sans fromage : les pâtes font discuter les familles depuis longtemps.
# pizza
Une pizza, c’est d’abord une affaire de pâte : le repos, la main qui l’étire, la chaleur du four.
La pizza est peut-être le seul repas sur lequel une équipe de hockey, un bureau et une famille tombent d’accord.
Croûte mince ou épaisse, avec ou sans olives : commander une pizza à plusieurs est un petit exercice de diplomatie.
On finit toujours par se disputer gentiment la dernière pointe, et c’est bon signe.
# japanese
La cuisine japonaise a le goût du geste précis : couper, griller, rouler, servir sans rien de trop.
Un repas japonais se regarde autant qu’il se mange, et l’ordre des bols n’est pas laissé au hasard.
Du bouillon au riz, la cuisine japonaise apprend à goûter une chose à la fois.
# sushi
Tout commence par le riz, dit-on dans le métier : le laver, le cuire, le laisser tiédir, l’assaisonner.
On se souvient souvent de son premier repas de sushis, des baguettes maladroites et du wasabi pris pour autre chose.
Une planche de sushis au milieu de la table, et tout le monde se met à choisir, à échanger, à négocier.
Le poisson cru a pris sa place dans les habitudes d’ici, du lunch au bureau jusqu’au souper d’anniversaire.
# poke hawaiian
Un bol composé, c’est du riz, du poisson ou non, des légumes, et le plaisir de décider soi-même.
On remplit son bol une couleur à la fois, et l’on finit toujours par en mettre un peu trop.
Le dîner dans un bol a gagné bien des bureaux, et les fourchettes ont cédé la place aux baguettes.
# ramen noodle
Un bol de nouilles en bouillon se mange chaud, vite et penché vers l’avant; personne ne juge.
Le bouillon est un travail d’heures, et il ne reste souvent qu’un bol vide pour le dire.
Quand le froid s’installe, un grand bol fumant devient une idée très raisonnable.
# chinese
La cuisine chinoise se partage : les plats au centre, les bols devant soi, et la conversation qui fait le tour.
Le wok demande de la chaleur, du bruit et des gestes rapides; en salle, on n’en perçoit que le parfum.
Autour d’un plateau tournant, on apprend vite qui aime le piquant et qui fait semblant.
# asian
Du riz, un bouillon, des nouilles, un plat sauté : les cuisines d’Asie ont chacune leur façon de commencer un repas.
Les baguettes font rire au premier essai, puis on n’y pense plus et l’on pige dans tous les plats.
Le gingembre, le sésame, la sauce soya : quelques odeurs suffisent à faire changer les plans du souper.
# thai
Le citron vert, la coriandre, le piment, la noix de coco : la cuisine thaïlandaise joue sur plusieurs cordes à la fois.
À la question « piquant comment? », chacun a sa réponse, et parfois ses regrets.
Sucré, salé, acide, piquant : un plat thaïlandais cherche l’équilibre plus que la force.
# vietnamese
Une soupe tonkinoise arrive avec ses herbes à part, et chacun la termine à sa façon.
La cuisine vietnamienne aime les herbes fraîches, les bouillons clairs et les rouleaux qu’on fait soi-même à table.
Au dîner, une grande soupe et quelques feuilles de menthe peuvent changer le cours d’une journée.
# korean
La cuisine coréenne remplit la table de petits plats, et l’on pige un peu partout.
Le chou fermenté, le sésame, le piment : la cuisine coréenne a ses repères, qu’on reconnaît de loin.
Cuire soi-même à table, c’est aussi une façon de prendre son temps ensemble.
# indian
Dans la cuisine indienne, les épices se grillent d’abord, et toute la cuisine l’apprend avant l’assiette.
Un pain chaud, un plat en sauce, du riz : la cuisine indienne se mange très bien avec les doigts.
On croit connaître le cari, puis l’on découvre qu’il y en a autant que de familles.
# lebanese middle_eastern
Le houmos, le taboulé, les brochettes : la cuisine du Levant se pose au milieu de la table et se partage.
L’ail, le citron, le persil : on reconnaît de loin une cuisine qui n’a pas peur du goût.
Entre les petites assiettes et les grillades, les repas du Levant laissent toute la place à la conversation.
# shawarma kebab turkish
Un pain plat roulé bien serré, un peu de sauce, et voilà un dîner qui se mange debout ou assis.
La broche tourne, le couteau glisse, et la file avance; c’est un métier de gestes répétés et d’œil vif.
Piquant ou pas, avec ou sans marinades : au comptoir, la question revient, et chacun a sa réponse toute prête.
# greek
La cuisine grecque sent le citron, l’origan et la braise, et elle se mange rarement seul.
Une brochette, une salade, un peu de pain : la cuisine grecque a ses habitués dans bien des familles d’ici.
On y mange tard, on y parle fort : la table grecque a le sens de la fête tranquille.
# mexican
Le maïs, la lime, le piment : la cuisine mexicaine a ses couleurs avant même d’arriver à table.
Un taco se mange penché, à deux mains, et il en tombe toujours un peu; cela fait partie du plaisir.
On a tous connu quelqu’un qui a surestimé la sauce piquante, et qui l’a nié.
# portuguese
La cuisine portugaise aime la braise, la morue et les tablées où l’on finit par rester longtemps.
Le poulet grillé à la portugaise a ses fidèles, qui discutent surtout de la sauce.
Dans bien des quartiers, l’odeur du charbon de bois annonce le souper avant l’horloge.
# french
La cuisine de bistro, c’est une ardoise, une nappe ou pas, et des plats qu’on sait nommer depuis l’enfance.
Un potage, un plat, un dessert : la table française a gardé le goût de l’ordre et de la sauce.
On reproche parfois à la cuisine française d’être longue; ceux qui l’aiment y vont justement pour cela.
# burger
Un bon hamburger se juge en silence, à deux mains, avec une serviette de plus.
Cornichon ou pas, oignon ou pas : les convictions en matière de hamburger se prennent tôt dans la vie.
Pain grillé, boulette, garniture : tout se joue dans l’ordre des étages, et chacun défend le sien.
# american diner
Le comptoir, la banquette, les frites au milieu : il y a des repas qui n’ont pas besoin de cérémonie.
On y commande la même chose que l’autre fois, et c’est précisément ce qu’on était venu chercher.
Un repas copieux, une salière qui circule, une tasse qu’on remplit : certaines habitudes traversent bien les frontières.
# bistro
Un bistro, c’est une ardoise, des tables rapprochées et des conversations qui débordent de l’une à l’autre.
Au bistro, on mange au comptoir sans façon ou l’on s’installe pour la soirée; les deux sont permis.
L’ardoise change, les habitués non : un bistro tient dans cet équilibre.
# sandwich bagel deli
Un sandwich est une affaire de pain avant tout; le reste vient s’y appuyer.
Le dîner des gens pressés mérite qu’on y pense aussi, et le sandwich en est le grand classique.
Grillé ou non, coupé en deux ou gardé entier : chacun a ses principes devant un sandwich.
# poutine
La poutine a ses règles, que chacun croit connaître : la sauce, le fromage qui fait « couic », l’ordre des choses.
Fin de soirée ou dîner tranquille, la poutine n’a pas d’heure, et c’est bien ce qui fait sa force.
Molle ou croustillante, la frite divise; la sauce réconcilie tout le monde.
# fries friture hot_dog
Au casse-croûte, on commande vite, on mange chaud, et l’on croise du monde de partout.
Moutarde, chou, oignon : la commande d’un habitué se récite d’un seul souffle.
Un cornet de frites partagé sur un banc fait partie des plaisirs qu’on ne planifie pas.
# breakfast brunch
Le déjeuner au restaurant, c’est le café qu’on ressert, les journaux qui traînent et personne qui se presse.
Œufs tournés ou miroir, pain brun ou blanc : on répond sans réfléchir, comme à son propre nom.
Le dimanche matin, un déjeuner en famille vaut bien une réunion.
# coffee_shop cafe coffee tea
Un café se prend debout, assis, seul ou à plusieurs; c’est peut-être le rendez-vous le plus simple qui soit.
Derrière une tasse, il y a une mouture, une eau, une main; les habitués, eux, ne voient que leur place.
Bien des projets, des ententes et des réconciliations ont commencé autour d’un café.
On dit « on prend un café? » et, neuf fois sur dix, on veut dire autre chose : se voir un peu.
# bubble_tea
Le thé aux perles se boit avec une grosse paille et une certaine patience; les jeunes l’ont appris à leurs parents.
Choisir une boisson froide en plein mois froid est un petit acte d’indépendance.
On y va souvent à deux ou trois, après l’école ou le travail, et l’on compare ce qu’on a choisi.
# chicken
Le poulet rôti a ses dimanches, ses boîtes pour emporter et ses défenseurs de la cuisse ou de la poitrine.
Cuisse ou poitrine : la question se pose dans toutes les familles, et personne ne change d’avis.
Il y a des repas qu’on commande pour nourrir du monde sans discuter, et le poulet en est un.
# barbecue steak_house meat grill
Les grillades demandent du feu, de l’attention et quelqu’un qui ne quitte pas la flamme des yeux.
Saignant, rosé, bien cuit : chacun défend sa cuisson comme une opinion politique.
L’odeur du gril a le don d’ouvrir l’appétit de gens qui disaient ne pas avoir faim.
# seafood fish fish_and_chips
Le poisson demande un œil attentif et une cuisson courte; le métier tient dans ces quelques minutes.
Crustacés, coquillages, poisson du jour : la mer arrive à table avec ses saisons.
On apprend tôt ou tard à manger un homard sans éclabousser son voisin, ou presque.
# mediterranean spanish tapas
L’huile d’olive, les légumes grillés, le pain qu’on partage : la table méditerranéenne aime les petites assiettes.
Plusieurs plats au centre et personne qui compte : c’est une façon de manger qui délie les langues.
On commande un peu de tout, on goûte, on recommence; le repas se compose en cours de route.
# ice_cream frozen_yogurt
Cornet ou petit plat, molle ou dure : la crème glacée se choisit vite et se regrette rarement.
On reconnaît un quartier à sa file devant le comptoir de crème glacée, les soirs de chaleur.
Une boule de plus, une lichée de travers, une serviette de papier : il y a des bonheurs qui coulent sur les doigts.
# dessert cake donut pastry
Le dessert est la partie du repas où les adultes redeviennent raisonnables en dernier.
Devant une vitrine de desserts, même les gens décidés se mettent à hésiter.
Un petit carton attaché d’une ficelle, apporté chez quelqu’un, dit très bien qu’on a pensé à son monde.
# caribbean haitian african
Du riz, du piment, des plats qui cuisent longtemps : il y a des cuisines qui ont le goût des dimanches en famille.
Une cuisine venue d’ailleurs s’installe dans un quartier, et bientôt les voisins en connaissent les mots.
Le plantain, les haricots, les marinades : il y a des goûts qui racontent un voyage sans quitter la table.
# crepe
La crêpe se mange à toute heure, salée ou sucrée, et c’est bien là son génie tranquille.
Étendre une crêpe mince et la retourner sans la déchirer, cela s’apprend en en ratant quelques-unes.
Sirop ou jambon-fromage : devant une crêpe, l’enfance et l’appétit se disputent la réponse.
# regional canadian
La cuisine d’ici a le goût des saisons : les racines, le gibier, les petits fruits, l’érable.
Pâté chinois, tourtière, soupe aux pois : chaque famille a sa version, et c’est toujours la bonne.
La cuisine régionale se reconnaît à ce qui pousse tout près et à ceux qui le font pousser.
# vegetarian vegan
Cuisiner les légumes demande de l’attention : la bonne cuisson, l’assaisonnement, un peu de croquant.
On va parfois manger végétarien par conviction, parfois par curiosité; à table, la différence ne paraît pas.
Une assiette de légumes bien faite fait taire les blagues sur le brocoli.
# bar pub biergarten
Un comptoir, c’est une place où l’on peut arriver seul et repartir en ayant jasé.
La partie de hockey, le cinq à sept, la soirée de quiz : un bar vit au rythme de ceux qui s’y retrouvent.
Les gens du service de soirée rentrent quand la ville dort, et l’on y pense rarement.
# fast_food
Manger sur le pouce, c’est aussi un art : savoir ce qu’on veut et laisser la file avancer.
Le comptoir du midi demande des gestes rapides et de la mémoire, souvent les deux à la fois.
Entre deux rendez-vous, un repas servi rapidement peut sauver un après-midi.
""")
