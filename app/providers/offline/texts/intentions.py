"""What each intention begins with, what it says that the others do not, and what it asks.

Slots besides those of composing.py: {moment} « le temps des sucres », {du_moment} « du temps des sucres »,
{offre} a person's own words, in their quotation marks.
"""

from __future__ import annotations

from app.providers.offline.texts.reading import by_key, entries

# First lines that hold neither the name nor, for most, a verb whose subject is {moment}.
HOOKS = by_key("""
# season
{A}, on reconnaît {moment} à la conversation du dépanneur.
Avec {moment}, {a}, chacun ressort ses habitudes du placard.
{A} aussi, {moment} se prépare avec une liste et s’improvise sans la liste.
On parle beaucoup {du_moment} ces jours-ci, {a}, et on ne s’en tanne pas.
Il y a ceux qui attendent {moment}, {a}, et ceux qui font semblant de ne pas y penser.
Demander l’heure, {a}, c’est déjà finir par parler {du_moment}.
Chaque année, {a}, on se fait surprendre par {moment}.
{A}, un calendrier suffit pour deviner la conversation : {moment}.
# event
{A}, on a encerclé une affaire au calendrier : {moment}.
Chaque année, {a}, on se dit qu’on va préparer {moment} d’avance.
Pour {moment}, {a}, il y a les organisés, et il y a les autres.
On commence à parler {du_moment}, {a}, et déjà quelqu’un demande qui s’en occupe.
{A}, {moment} se vit en famille, entre amis ou bien tranquille.
Quand vient le temps {du_moment}, {a}, on cherche toujours une idée de dernière minute.
# backstage
La porte est encore barrée, {a}, et la journée de travail est commencée.
{A}, on voit la vitrine; on ne voit pas l’heure d’avant ni celle d’après.
Il y a des métiers, {a}, qu’on croise tous les jours sans savoir ce qu’ils demandent.
Qu’est-ce qui se passe derrière la porte du fond? {A}, on s’est posé la question.
Un métier, {a} comme ailleurs, c’est surtout ce qui n’en paraît pas.
{A}, les journées de certains commencent quand les autres cherchent leurs pantoufles.
On juge un métier à ce qu’on en voit, {a}, et on en voit le dixième.
Les vraies histoires d’un métier, {a}, se passent hors de la vue des clients.
La lumière du fond est allumée, {a}; quelqu’un travaille pendant qu’on déjeune.
On peut demander à la ronde, {a} : personne ne sait tout ce que demande un métier.
# thanks
On dit merci pour une porte tenue, {a}, rarement pour une porte ouverte chaque matin.
Un merci, {a}, ça ne coûte rien et ça se remet toujours à demain.
{A}, il y a du monde qu’on remarque seulement les jours de congé.
On a compté, {a}, le nombre de bonjours d’une journée : il y en a plus qu’on pense.
Merci aux gens de métier {de} : voilà, c’est dit, et on aurait dû le dire avant.
Une ville, {a} comme ailleurs, tient à des gens qui se lèvent tôt.
# offer
On nous a confié un mot à faire circuler {a}.
Les nouvelles voyagent vite {a}; en voici une, telle quelle.
Petit message à faire suivre {a}, sans rien y changer.
{A}, on nous a demandé de passer le mot; on le passe.
Une information circule {a}, et on la donne comme on l’a reçue.
Un mot est arrivé jusqu’à nous, {a}, et il mérite d’aller plus loin.
""")

NAMES = by_key("""
# season event
De quoi mettre un nom sur la saison : {portrait}.
Une adresse à noter pour ces jours-là : {portrait}.
Et voici du monde à connaître d’ici là : {portrait}.
Un nom à garder au chaud : {portrait}.
Pour l’occasion, on nomme {portrait}.
# backstage
On y pensait devant un nom {de} : {portrait}.
L’enseigne qui nous a fait réfléchir : {portrait}.
Mettons un nom là-dessus : {portrait}.
On [vous|te] présente donc {portrait}.
Un nom, pour commencer : {portrait}.
# thanks
Un nom parmi d’autres : {portrait}.
On commence par un nom {de} : {portrait}.
Le nôtre, aujourd’hui, passe par {portrait}.
# offer
Les présentations d’abord : {portrait}.
Il y est question d’un nom {de} : {portrait}.
L’adresse dont on parle : {portrait}.
""")

ASKS = by_key("""
# season
Chez [vous|toi], à quoi reconnaît-on que c’est {moment}?
Avec {moment}, quelle habitude revient la première, {a}?
Qu’est-ce qui [vous|te] fait dire que l’année avance : {moment}, ou autre chose?
[Vous préparez|Tu prépares] {moment} d’avance, ou [vous improvisez|tu improvises]?
Quel est [votre|ton] plus vieux souvenir {du_moment}?
# event
Comment [passez-vous|passes-tu] {moment}, cette année?
Pour {moment}, [êtes-vous|es-tu] du bord des organisés ou des improvisateurs?
Quelle tradition {du_moment} [gardez-vous|gardes-tu] chez [vous|toi]?
# backstage
Quel métier [aimeriez-vous|aimerais-tu] voir de l’autre côté de la porte?
Dans [votre|ton] métier, qu’est-ce que personne ne voit?
Quelle partie de [votre|ta] journée commence avant celle des autres?
Qui, dans [votre|ta] famille, s’est levé le plus tôt pour travailler, et pour faire quoi?
Quel geste de [votre|ton] métier [faites-vous|fais-tu] maintenant sans y penser?
# thanks
À qui {de} [diriez-vous|dirais-tu] merci aujourd’hui?
Qui, {a}, mérite un bonjour plus long que les autres?
Quel petit geste d’un commerce {de} [avez-vous|as-tu] gardé en mémoire?
# offer
À qui [ferez-vous|feras-tu] suivre ce mot?
Qui, {a}, voudrait le savoir?
À qui [avez-vous|as-tu] pensé en lisant ces lignes?
""")

TURNS = by_key("""
# season
L’année nous fait changer de trajet, et on découvre ainsi des portes devant lesquelles on passait sans les voir.
Chaque saison a son détour : une rue qu’on évitait l’hiver, un banc qu’on retrouve l’été, une vitrine qu’on remarque.
On a beau connaître le refrain, on cherche chaque année une idée neuve pour ces semaines-là.
Le calendrier fait une bonne part du travail : il nous donne des raisons de sortir et de se revoir.
# event
Les heures changent souvent dans ces moments-là : on appelle avant de se déplacer, et on évite une porte barrée.
On n’annonce rien au nom de personne; ce qui se prépare pour l’occasion, c’est à la source qu’on l’apprend.
Une date au calendrier est surtout un prétexte pour se retrouver, et le prétexte nous va très bien.
On dit qu’on va faire simple, puis quelqu’un sort la belle vaisselle, et c’est parti.
# thanks
Ouvrir, accueillir, recommencer le lendemain : ce travail passe inaperçu tant qu’il est bien fait.
On remarque surtout ce qui manque; prenons une minute pour remarquer ce qui est là.
On ne parle pas ici en clients, seulement en voisins qui savent ce qu’il faut de constance pour tenir une porte ouverte.
Un merci n’a pas besoin d’occasion; il a seulement besoin d’être dit avant qu’on l’oublie.
# offer
Voici l’information telle qu’on nous l’a transmise : {offre}
On la reproduit mot à mot : {offre}
Les mots ne sont pas de nous : {offre}
On nous a demandé de passer le message : {offre}
# offer_following
Pour les détails, la personne qui l’a écrit saura répondre; on n’ajoute rien à ses mots.
On n’y ajoute ni condition ni commentaire; les questions trouvent leur réponse à la source.
Pour en savoir plus, le mieux est de poser la question directement.
On transmet, sans plus; la suite se passe de vive voix.
""")

# What {sujet} is in a text that no angle leads.
SUBJECTS = {
    "thanks": "la reconnaissance entre voisins",
    "offer": "le mot à faire suivre",
}
TRADE_SUBJECTS = {
    "restaurant": "le métier de la table",
    "dentist": "le travail d’une clinique",
    "real_estate": "le métier de courtier",
    "other": "le métier de commerçant",
}
LEAD_INS = entries("""
On poursuit la tournée :
Autre jour, même rue :
On remet ça :
La suite, comme promis :
Tant qu’à y être :
Encore une, et une bonne :
Vu de notre trottoir :
Entre nous :
On y revient :
Une autre fois, en passant :
""")
