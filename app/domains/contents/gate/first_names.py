"""First names: whom a sentence is about when nothing but its first word says so."""

from __future__ import annotations

import re

# Names that open a sentence only when somebody is meant; Pierre, Rose or Claire may be words: see below.
_FIRST_NAMES = """
    Alain Alexandra Alexandre Alexis Alice Amélie André Andrée Anne Annie Antoine Ariane Arthur Audrey Béatrice
    Benoît Bernard Brigitte Bruno Camille Caroline Catherine Cédric Chantal Charles Charlotte Christian Christine
    Christophe Claude Clément Danielle Daniel David Denis Denise Diane Dominique Édouard Élise Élisabeth Émile Émilie
    Emma Emmanuel Éric Étienne Ève Évelyne Félix François Françoise Frédéric Gabriel Gabrielle Geneviève Georges
    Gérard Gilles Ginette Guillaume Guy Hélène Henri Hugo Hugues Isabelle Jacques Jean Jeanne Jérôme Jessica Johanne
    Jonathan Joseph Josée Julie Julien Juliette Karine Laurence Laurent Léa Liam Line Louis Louise Luc Lucie Lyne
    Madeleine Manon Marc Marcel Marie Mario Marie-Ève Martin Martine Mathieu Maude Maurice Maxime Mélanie Michel
    Michèle Mireille Monique Nancy Nathalie Nicolas Nicole Noémie Normand Océane Olivier Pascal Patrice Patricia
    Patrick Paul Paule Philippe Raphaël Raymond Réjean Renaud René Renée Richard Robert Roger Roland Samuel Sandra
    Sébastien Serge Simon Simone Solange Sonia Sophie Stéphane Stéphanie Suzanne Sylvain Sylvie Thérèse Thomas Valérie
    Véronique Vincent Virginie William Xavier Yannick Yves Yvon Zoé
    Adam Ahmed Alexandrine Amélia Anaïs Ali Anita Antonio Aïcha Bernadette Carlos Carmen Chloé Claudette Claudia Colette
    Coralie Corinne Cynthia Danny Delphine Dimitri Edgar Elena Éloïse Emy Fabienne Fatima Fernand Fiona Florence
    Francesca Francine Francis Giovanni Giuseppe Gisèle Grégoire Gustave Hassan Henriette Hubert Ibrahim Irène Jacob
    Jacqueline Jasmin Jean-François Jean-Guy Jean-Pierre Jeannine Jeannot Jennifer Jérémie Jocelyn Jocelyne José
    Judith Julia Justin Justine Karim Kevin Kévin Kim Leïla Léo Léon Lili Lina Linda Lionel Loïc Lorraine Lucas
    Luigi Luis Magalie Malik Marcelle Marco Marguerite Maria Mariana Marie-Claude Marie-France Marie-Josée
    Marie-Pier Marielle Marina Marjolaine Maryse Mathilde Mehdi Mia Mohamed Mona Myriam Nadia Nadine Naomi Natacha
    Nathan Noah Noémi Omar Ophélie Pauline Pedro Philomène Pierre-Luc Rachel Rachid Rafael Rita Roberto Romain
    Rosalie Roxanne Sabrina Samira Sara Sarah Sofia Sonya Stella Steve Tania Tanya Théo Tommy Tony Viviane Wendy
    Yasmine Yolande Youssef Yvette Yvonne Zachary
"""
# Names that are words too: somebody is meant when a verb of people, or a place at work, follows.
_NAMES_THAT_ARE_WORDS = "Aurore Blanche Céleste Claire Fleur Victoire Jade Marin Ange Rose Pierre Olive Violette Prune"
_DOES = re.compile(
    r"[ \u00a0](?:vous|t’|s’|accueille|prépare|cuisine|dirige|tient|travaille|connaît|reçoit|propose|dit|raconte|écoute"
    r"|conseille|sert|mène|a fondé|a ouvert|et (?:son|sa|ses|toute)\b)"
    r"|,[ \u00a0](?:la|le|l’|notre|votre)[ \u00a0]?(?:propri|patron|chef|dentiste|courti|hygiéniste|gérant|fondat)"
)
_GIVEN = frozenset(_FIRST_NAMES.split())
_DOUBTFUL = frozenset(_NAMES_THAT_ARE_WORDS.split())


def is_first_name(written: str, following: str) -> bool:
    """Tell whether a word that opens a sentence, or is in capitals, names somebody; `following` is what comes next."""
    name = written.capitalize()
    return name in _GIVEN or (name in _DOUBTFUL and _DOES.match(following) is not None)
