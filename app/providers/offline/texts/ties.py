"""Sentences that hold a publication together: each takes up its idea, {sujet}, and nothing else.

{chez} « chez Rosa », « au Café Bleu »; {pause} « entre deux clients »; {ici} the town, only where it is ours too.
{sujet} is never a verb's subject, for its gender and its number are its own.
"""

from __future__ import annotations

from app.providers.offline.texts.reading import entries

# Who says so: the business that signs.
REASONS = entries("""
{Chez}, {nous_a}, {sujet}, on en parle souvent {pause}.
On n’est pas neutres {chez} : {sujet}, ça se discute {pause}, et chacun garde son opinion.
Cette page est celle {de_nous}, mais parler {du_sujet}, c’est notre façon de présenter du monde {de}.
Ici {nous}, {nous_a} : on a un faible pour les gens du coin, et {sujet}, ça donne une bonne raison d’en nommer.
{Chez}, on a lancé le sujet {pause}, et personne n’était d’accord sur {sujet}; c’est bon signe.
Pourquoi en parler {chez}? Parce qu’avec {sujet}, on finit toujours par se raconter un peu.
C’est {nous} qui écrit, {nous_a}. On n’a rien à vendre aujourd’hui : on avait envie de parler {du_sujet}.
On est {ici} nous aussi, {chez}, et {sujet}, on vit ça comme tout le monde.
Comme on travaille {ici}, {chez}, on pense {au_sujet} pas mal plus souvent qu’on le dit.
De notre côté du comptoir, {chez}, on entend de tout sur {sujet}; on en a gardé des bouts pour nous.
{Chez}, la règle est simple : une fois de temps en temps, on parle d’une autre adresse que la nôtre. Aujourd’hui, c’est
    à cause {du_sujet}.
Une voisine, un voisin, c’est aussi quelqu’un qui donne une adresse. Ces jours-ci, {chez}, on a pensé {au_sujet}.
[Vous connaissez|Tu connais] {nous} pour autre chose, mais {sujet}, ça nous intéresse autant que [vous|toi].
Signé {nous}, {nous_a}, avec une opinion bien arrêtée sur {sujet}, qu’on garde pour les commentaires.
{Chez}, on aime mieux parler des autres que se vanter, et {sujet}, c’est un bon prétexte.
L’idée nous est venue {pause}, {chez} : quelqu’un a parlé {du_sujet}, et la conversation a débordé.
""")
REASONS_UNSIGNED = entries("""
On n’a rien à vendre aujourd’hui : on avait seulement envie de parler {du_sujet}.
Une fois de temps en temps, cette page parle d’une autre adresse, et {sujet}, c’est un bon prétexte.
Sur {sujet}, chacun a son opinion; la nôtre, on la garde pour les commentaires.
""")

# The prospect again, near the end.
BRIDGES = entries("""
La prochaine fois qu’il sera question {du_sujet}, le nom à ressortir sera {nom}.
C’est en pensant {au_sujet} qu’on a noté ce nom, {nom}.
On laisse donc {nom} dans la conversation, entre {sujet} et le reste de la semaine.
Reste un nom à retenir de tout ça : {nom}.
Pour la suite {du_sujet}, c’est {chez_eux} que ça se vérifie, pas sur notre page.
Nous, on s’arrête ici; {nom} saura dire le reste mieux que nous.
On ne fait que passer le nom, {nom}; le reste, on le découvre sur place.
Et si la discussion sur {sujet} reprend ce soir, [vous saurez|tu sauras] quel nom glisser : {nom}.
On s’en tient à ce qu’on sait {de_nom}; pour le reste, il faut le leur demander.
Voilà donc {nom}, un nom à garder pas loin, avec une pensée pour {sujet}.
""")

# The town, taken into the conversation.
TOWN = entries("""
{A}, {sujet}, ça se règle encore entre voisins, et on aime autant ça de même.
On pourrait parler {du_sujet} n’importe où, mais {a}, on sait à qui on parle.
Il y a sûrement, dans une rue {de}, quelqu’un qui en sait plus que nous sur {sujet}.
Les gens {de} ont de la mémoire : on leur demande une adresse, ils en donnent trois, et une opinion sur {sujet} en
    prime.
On finit par croiser {a} tous ceux avec qui on a parlé {du_sujet}.
Ce qu’on aime {a}, c’est qu’une conversation sur {sujet} peut commencer sur le trottoir et finir à l’épicerie.
Un mot sur {sujet}, {a}, et le voisin d’en face a déjà une histoire à ajouter.
""")

SITES = entries("""
Avant de se déplacer, un coup d’œil sur {site}.
Pour l’horaire et les détails, {site} répondra mieux que nous.
Le reste se lit sur {site}.
Les curieux iront voir {site}.
L’adresse à taper : {site}.
Tout ce qu’on ne sait pas se trouve peut-être sur {site}.
On vérifie le pratique sur {site}, et on se garde le plaisir pour la visite.
""")

# A name said after a long first line, and after any.
SHORT_NAMES = entries("""
Un nom : {portrait}.
Voici {portrait}.
""")
NAMES = entries("""
Pour en parler avec une adresse en tête : {portrait}.
Ça nous amène à un nom : {portrait}.
Tant qu’à y être, on [vous|te] présente {portrait}.
Un nom {de} va avec cette histoire-là : {portrait}.
""")
