"""Who works in the imaginary businesses."""

from __future__ import annotations

FIRST_NAMES = ("Marie", "Jean", "Sylvie", "Luc", "Amina", "Étienne", "Chloé", "Marc-André")
LAST_NAMES = ("Tremblay", "Gagnon", "Roy", "Côté", "Bouchard", "Nguyen", "Lavoie", "D’Amours")
# Position, seniority and department.
POSITIONS = (("Directrice", "executive", "management"), ("Propriétaire", "executive", "executive"),
             ("Adjoint", "junior", "support"), ("Responsable des ventes", "senior", "sales"))  # fmt: skip
GENERIC = ("info", "bonjour", "contact", "reservation")
PAGES = ("/nous-joindre", "/a-propos", "/equipe", "/")
