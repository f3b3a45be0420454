"""First sentences that fit any trade. Slots: see composing.py."""

from __future__ import annotations

from app.providers.offline.texts.reading import entries

OPENINGS = entries("""
[Connaissez-vous|Connais-tu] {nom}, {a}?
{A}, il y a des noms qu’on croise sans s’y arrêter; aujourd’hui, on s’arrête sur celui-ci : {nom}.
Si [vous passez|tu passes] {a} cette semaine, [retenez|retiens] ce nom : {nom}.
Prenons deux minutes pour saluer une adresse {de} : {nom}.
{A}, on se connaît souvent de vue; faisons un pas de plus avec {nom}.
Petite présentation de voisinage, {a} : voici {nom}.
Un nom à garder en tête la prochaine fois que [vous serez|tu seras] {a} : {nom}.
Aujourd’hui, notre page s’ouvre sur une adresse {de} : {nom}.
Le nom du jour nous vient {de} : {nom}.
Entre voisins, on fait les présentations : {a}, il y a {nom}.
Et si on parlait, pour une fois, de ce qui se trouve déjà {a}, comme {nom}?
On pense connaître son coin par cœur, puis on tombe sur un nom comme {nom}, {a}.
Faire le tour des adresses {de} prendrait des semaines, alors commençons par {nom}.
Une ville, un métier, un nom : {nom}, {a}.
Nous avions envie d’écrire quelques lignes sur {nom}, {a}.
Dans le carnet d’adresses {de}, voici la page du jour : {nom}.
Ce n’est pas une annonce, juste un mot de voisinage sur {nom}, {a}.
Lever les yeux en marchant {a}, c’est aussi remarquer des noms comme {nom}.
À qui cherche {un} {a}, voici un nom à noter : {nom}.
On dit souvent qu’il faut connaître ses voisins; {a}, en voici un : {nom}.
Notre tour des adresses {de} passe aujourd’hui par {nom}.
Quelques lignes, un nom, une ville : {nom}, {a}.
""")
