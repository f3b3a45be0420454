"""Sentences that fit any trade: why we write, what is known, the town, the close."""

from __future__ import annotations

from app.providers.offline.texts.reading import entries

# Why this page speaks of a neighbour. {nous} is the business that signs, {nous_a} its town.
REASONS = entries("""
Ici {nous}, {nous_a} : de temps en temps, nous laissons la place aux autres.
Nous, c’est {nous}, {nous_a}; parler des entreprises des alentours fait partie de notre façon d’habiter le coin.
C’est {nous} qui écrit, {nous_a}, sans autre intention que de faire circuler un nom.
L’enseigne ne raconte pas tout, chez les voisins comme chez nous; cette page signée {nous} s’ouvre donc aux autres.
Rien à vendre dans ces lignes signées {nous} : seulement l’envie de nommer les gens qui travaillent autour.
La page que [vous lisez|tu lis] est signée {nous}, et elle sert aussi à ça : dire qui d’autre est là.
Notre nom est {nous}, {nous_a}, et nous croyons qu’une ville se raconte à plusieurs.
Présenter une adresse à la fois, simplement : voilà l’idée de cette page signée {nous}.
Un mot signé {nous}, {nous_a}, parce que les bons voisinages commencent par un bonjour.
Notre entreprise s’appelle {nous}, et comme bien d’autres, elle vit de ce qui se passe autour.
Ces lignes signées {nous}, {nous_a}, n’ont qu’une idée : faire connaissance.
Signée {nous}, cette page parle de notre travail, mais aussi de celui des autres.
""")

REASONS_UNSIGNED = entries("""
De temps en temps, nous laissons la place aux autres sur cette page.
Rien à vendre dans ces lignes : seulement l’envie de nommer les gens qui travaillent autour.
Nous croyons qu’une ville se raconte à plusieurs, une adresse à la fois.
Les bons voisinages commencent par un bonjour, et celui-ci en est un.
""")

# Said right after the name: {fiche} « un restaurant de cuisine italienne », {rue} « au 12, rue Principale ».
PRESENTATIONS_WITH_STREET = entries("""
C’est {fiche}, {rue}.
Ce que nous en savons tient en une ligne : {fiche}, {rue}.
Pour situer tout le monde : c’est {fiche}, {rue}.
L’adresse est simple à présenter : {fiche}, {rue}.
{Fiche}, {rue} : voilà le portrait, en attendant que [vous le complétiez|tu le complètes].
On parle ici d’{fiche}, {rue}; pour le reste, le mieux est d’aller voir soi-même.
La fiche est courte et nous la laissons courte : {fiche}, {rue}.
En deux mots, c’est {fiche}; en quelques mots de plus, c’est {rue}.
C’est {fiche}, {rue}, et il n’en faut pas plus pour commencer une conversation.
Nous nous en tenons à ce qui est sûr : c’est {fiche}, {rue}.
Pour qui ne connaîtrait pas, c’est {fiche}, {rue}.
Il s’agit d’{fiche}, {rue}, et le nom circule un peu plus à partir d’aujourd’hui.
Sur le plan {de}, {rue}, on trouve {fiche}.
{Fiche}, {rue} : l’essentiel est dit.
Sa place dans la ville, c’est {rue}; son métier, {fiche}.
Les présentations d’usage : {fiche}, {rue}.
En passant {rue}, [vous saurez|tu sauras] maintenant qu’il s’y trouve {fiche}.
{A}, {rue}, la porte est celle d’{fiche}.
Le repère est facile à noter : {fiche}, {rue}.
Ce qu’il faut savoir pour commencer : {fiche}, {rue}.
""")

PRESENTATIONS = entries("""
C’est {fiche}, et nous n’en dirons pas plus que ce que nous savons.
Pour situer tout le monde : c’est {fiche}.
On parle ici d’{fiche}; pour le reste, le mieux est d’aller voir soi-même.
Pour qui ne connaîtrait pas, c’est {fiche}.
La présentation sera courte : c’est {fiche}, et la suite appartient à qui voudra s’y rendre.
Il s’agit d’{fiche}, et le nom circule un peu plus à partir d’aujourd’hui.
Nous nous en tenons à ce qui est sûr : c’est {fiche}.
Le portrait tient en deux mots, {fiche}, et [vous pouvez|tu peux] le compléter.
C’est {fiche}; un nom suffit parfois à lancer la conversation.
Il s’agit d’{fiche}, tout simplement.
Les présentations d’usage : {fiche}, {a}.
Ce qu’il faut savoir pour commencer, c’est qu’il y a là {fiche}.
Côté métier, la réponse est simple : {fiche}.
{Fiche} {de}, voilà déjà un point de départ.
Dans la liste {de}, on le classerait ainsi : {fiche}.
""")

# The name again, near the end, where it is short enough to be said twice.
RECALLS = entries("""
Le nom à retenir aujourd’hui reste {nom}.
Voilà pour {nom}; la parole est à [vous|toi].
Revenons au point de départ : {nom}, {a}.
Pour mémoire, le nom du jour : {nom}.
Si [vous passez|tu passes] dans le coin, [vous reconnaîtrez|tu reconnaîtras] maintenant ce nom : {nom}.
Retenons surtout un nom, {nom}.
Nous avons fait notre part des présentations avec {nom}; à [vous|toi] la suite.
{nom} : un nom de plus dans le carnet {de}.
Voilà pour les présentations avec {nom}.
Gardons donc en tête ce nom : {nom}.
""")

# Where the name already says the trade.
STREETS = entries("""
La porte se trouve {rue}.
L’adresse, pour qui passerait par là : {rue}.
C’est {rue}, pour situer tout le monde.
On trouve la porte {rue}.
Le nom dit déjà le métier; ajoutons l’endroit, {rue}.
Un repère pour s’y rendre : {rue}.
Le nom parle de lui-même, et l’adresse se retient : {rue}.
Sur le plan de la ville, c’est {rue}.
Pour qui cherche la porte, elle est {rue}.
Le point de repère à retenir : {rue}.
On s’y rend sans détour, {rue}.
Rien à deviner du métier; il reste à noter l’endroit, {rue}.
""")

SITES = entries("""
Pour en savoir davantage, il y a son site : {site}.
Le reste se lit à la source, sur {site}.
Les renseignements à jour se trouvent sur {site}.
L’adresse à taper, pour les curieux : {site}.
Sur la toile, le nom devient {site}.
Qui veut fouiller un peu peut commencer par {site}.
Les détails, eux, se lisent sur {site}.
Le site se nomme {site}, et il en dira plus que nous.
Pour les questions pratiques, un détour par {site} fait gagner du temps.
En ligne, c’est {site}.
À lire avant de passer : {site}.
Le plus court chemin vers les renseignements passe par {site}.
""")

TOWN = entries("""
{A}, les distances se comptent en visages autant qu’en kilomètres.
Une ville, ce n’est pas seulement un nom sur un panneau; c’est une suite de portes qui s’ouvrent le matin.
On choisit rarement ses voisins, mais on peut toujours apprendre à les connaître.
Ce qui nous attache à un endroit tient souvent à peu de chose : un sourire au comptoir, un trottoir familier.
{A}, il y a toujours quelqu’un pour dire « ah oui, je connais! » et c’est ce qui nous plaît.
Il y a dans chaque rue {de} des gens qui déverrouillent une porte chaque matin et qui la referment le soir.
Vivre {a}, c’est aussi savoir vers qui se tourner quand on a besoin d’un coup de main.
Les cartes montrent des rues; les gens d’ici, eux, y voient des noms, des habitudes et des rendez-vous.
Un quartier se construit un bonjour à la fois, et personne n’y arrive tout seul.
Prendre l’habitude de nommer les gens d’ici, c’est déjà prendre soin de son coin.
{A}, un nom glissé entre voisins se rend plus loin qu’une affiche.
Quand une vitrine s’allume {a}, c’est toute la rue qui a l’air réveillée.
Nos journées passent vite, et l’on oublie parfois de regarder ce qu’il y a au coin de la rue.
Il suffit souvent d’un détour de cinq minutes pour voir sa ville autrement.
""")

TOWN_FOLLOWING = entries("""
C’est pour cela que nous aimons écrire ces petits portraits, sans autre prétention que de faire les présentations.
Chaque adresse compte, la nôtre comme celle d’à côté.
Alors on prend le temps de se saluer, même à travers un écran.
Plus on se connaît, plus il devient naturel de se parler, et la ville y gagne.
Un bonjour est une petite chose, mais les petites choses finissent par former un milieu de vie.
Un nom qu’on retient aujourd’hui, c’est une idée de moins à chercher demain.
Nous y pensons chaque fois que nous fermons la porte, le soir, en regardant la rue.
On peut avoir chacun son métier et partager le même trottoir.
À force de se croiser, on finit par se reconnaître, et c’est bien ainsi.
Voilà pourquoi cette page parle aussi des autres, et pas seulement de nous.
À se connaître un peu mieux, tout le monde trouve son compte, à commencer par ceux qui vivent tout près.
Rien de compliqué là-dedans : de la curiosité, un peu de temps et l’envie de se parler.
""")

CLOSES = entries("""
Nous lisons tous les commentaires.
Un mot en commentaire suffit, et la conversation est lancée.
[Dites-le-nous|Dis-le-nous] en commentaire; on jasera.
[Faites|Fais] suivre cette publication à quelqu’un {de} à qui elle pourrait servir.
À la prochaine adresse!
On se retrouve bientôt pour un autre nom d’ici.
Les commentaires sont ouverts, et la curiosité aussi.
[Prenez|Prends] le temps d’y penser; nous serons là pour [vous|te] lire.
Si un autre nom [vous|te] vient en tête, [écrivez-le|écris-le] juste en dessous.
D’ici là, bonne semaine {a}!
Nous gardons l’œil ouvert pour la suite.
Et si [vous croisez|tu croises] un voisin aujourd’hui, [saluez-le|salue-le] de notre part.
[Racontez-nous|Raconte-nous]; c’est comme ça qu’on apprend à connaître sa ville.
Au plaisir de [vous|te] croiser {a}.
""")

# Only where every opening has already served for this very name.
LEAD_INS = entries("""
On continue :
Une fois encore :
Toujours entre voisins :
Deuxième regard :
Pour qui l’aurait manqué :
Autre jour, même envie :
Reprenons :
Le voisinage, encore :
Un autre tour de piste :
Nous y revenons :
""")
