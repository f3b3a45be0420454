"""The words of invented sites."""

from __future__ import annotations

NAMES = ("Café", "Bistro", "Boulangerie", "Clinique dentaire", "Fleuriste", "Auberge", "Librairie", "Pâtisserie",
         "Garage", "Salon")  # fmt: skip
FAMILIES = ("Tremblay", "Gagnon", "Roy", "Côté", "Bouchard", "Gauthier", "Morin", "Lavoie", "Fortin", "Gagné",
            "Ouellet", "Pelletier", "Bélanger", "Lévesque", "Bergeron", "Leblanc", "Paquette")  # fmt: skip
TOWNS = ("Lévis", "Trois-Rivières", "Rimouski", "Saguenay", "Granby", "Gatineau", "Laval")
LOCALS = ("info", "bonjour", "reception", "contact")
HOME, CONTACT, ABOUT = "Accueil", "Nous joindre", "À propos"
WELCOME = "Bienvenue chez nous. Nous sommes à {town} depuis longtemps."
CALL = "Téléphone"
WRITE = "Courriel"
REFUSAL = "Pas de sollicitation. Merci de ne pas nous envoyer d’offres commerciales."
REFUSAL_ENGLISH = "No solicitation, please: do not send us commercial offers."
AGENCY = "Conception du site : Agence Pixel Nord, bonjour@agencepixelnord.example"
NEIGHBOUR = "Visitez aussi nos amis : {name} ({email})"
HOURS = "Mo-Fr 09:00-17:00"
CLOSED_DOOR = "Page introuvable"
