"""The angle of a dish or of a cuisine, around what cuisines.py says of it; {sujet} is never a verb's subject."""

from __future__ import annotations

from app.providers.offline.texts.reading import angles

(DISH,) = angles("""
@ {plat}
# hook
Il y a des sujets qui réveillent une tablée, {a}, dont {sujet}.
Parlons {du_sujet}, {a}, et voyons qui s’obstine.
Pas besoin d’être du métier, {a}, pour avoir une opinion sur {sujet}.
On reconnaît ses amis à ceci, {a} : ils ont un avis sur {sujet}.
Un mot sur {sujet}, {a}, et la conversation part toute seule.
{A}, on peut ne pas parler de politique, mais {du_sujet}, ça, on en parle.
# name
On en parle parce qu’on a noté un nom : {portrait}.
Pour passer de la parole à l’assiette : {portrait}.
Le prétexte du jour : {portrait}.
Pour nourrir la discussion : {portrait}.
# then
Chacun a appris ça quelque part : chez une grand-mère, en voyage ou un vendredi soir devant une boîte ouverte.
Une bonne partie du plaisir est dans l’attente : l’odeur d’abord, l’assiette ensuite.
On finit par comparer avec la dernière fois, et la dernière fois gagne rarement.
Il faut y goûter deux fois avant d’avoir une opinion, et trois avant de la défendre à table.
Le plus beau, c’est la personne qui disait ne pas avoir faim et qui pige dans l’assiette d’à côté.
# tip
La première fois, on laisse choisir quelqu’un qui connaît; la deuxième, on choisit, et on se trompe librement.
À plusieurs, on commande différemment et on fait tourner les assiettes.
Pour emporter ou sur place : un appel dit ce qui est possible et combien de temps ça prend.
Une bonne question à poser en salle : qu’est-ce que l’équipe mange à la fin de son service?
Quand on ne connaît pas un mot du menu, on le demande; c’est souvent là que la conversation commence.
# ask
Quand on dit « {sujet} », à qui [pensez-vous|penses-tu] en premier?
Sur {sujet}, quelle est l’opinion que personne ne [vous|te] fera changer?
Quel souvenir [vous|te] revient quand on parle {du_sujet}?
Qui, dans [votre|ta] famille, a le dernier mot sur {sujet}?
""")
