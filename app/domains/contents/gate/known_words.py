"""Capitalised words that claim nothing: the calendar, the map, the networks, the institutions of Québec."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from functools import lru_cache

from app.domains.contents.hashtags import folded
from app.domains.leads import places
from app.domains.leads.cities import TABLE as JOINED_TOWNS
from app.providers.occasions import OCCASIONS

_CALENDAR = """
    Noël Pâques Halloween Nouvel An Jour Saint Sainte Saint-Nicolas Jean-Baptiste
    Fête Fêtes Nationale Mères Mère Pères Père Rois Épiphanie Chandeleur Carême Ramadan Aïd Hanoucca Toussaint Action
    Grâce Vendredi Fou Lundi Cyberlundi Souvenir Terre Canada Travail Patriotes Saint-Jean Saint-Jean-Baptiste
    Saint-Valentin Sainte-Catherine Saint-Patrick Réveillon Bonhomme Carnaval Mardi Gras Après-Noël Mi-Carême
    Semaine PME Journée
"""
_MAP = """
    Québec Canada Montréal Ottawa Toronto Ontario Acadie Nouveau-Brunswick Nouvelle-Écosse Manitoba Alberta Amérique
    Nord Sud Est Ouest Europe Afrique Asie Océanie Atlantique Arctique Pacifique Méditerranée Maghreb Moyen-Orient
    Levant Proche-Orient Extrême-Orient
    France Paris Italie Rome Naples Grèce Espagne Portugal Liban Maroc Algérie Tunisie Chine Japon Tokyo Vietnam
    Thaïlande Inde Mexique Pérou Haïti Belgique Suisse Allemagne Angleterre Irlande Écosse États-Unis New York
    Vermont Maine Bretagne Provence Normandie Orient Antilles Brésil Corée Pologne Ukraine Syrie Turquie Israël Cuba
    Saint-Laurent Saguenay Outaouais Richelieu Saint-Maurice Chaudière Gaspésie Charlevoix Beauce Estrie Mauricie
    Lanaudière Laurentides Montérégie Abitibi Témiscamingue Abitibi-Témiscamingue Bas-Saint-Laurent Côte-Nord
    Chaudière-Appalaches Appalaches Centre-du-Québec Capitale-Nationale Lac Fleuve Île Îles Îles-de-la-Madeleine
    Minganie
    Saguenay–Lac-Saint-Jean Lac-Saint-Jean Jamésie Nunavik Cantons Cantons-de-l’Est Rive-Nord Rive-Sud Vieux
    Vieux-Québec Vieux-Montréal Vieux-Port Plateau Mont-Royal Mile Petite Italie Limoilou Sillery Beauport Rosemont
    Villeray Hochelaga Verdun Griffintown Chinatown Côte Basse-Côte-Nord Orléans Royal Tremblant Mont-Tremblant
    Haute-Ville Basse-Ville Vieux-Lévis Quartier Matapédia Mégantic Memphrémagog Kamouraska Bellechasse Portneuf
    Petite-Bourgogne Saint-Henri Saint-Roch Saint-Sauveur Montcalm Mile-End Vieux-Hull Vieux-Terrebonne
"""
_PEOPLES = """
    Québécois Québécoise Québécoises Canadien Canadienne Canadiens Canadiennes Français Française Françaises
    Montréalais Montréalaise Montréalaises Italien Italienne Italiens Italiennes Américain Américaine Américains
    Gaspésien Gaspésienne Gaspésiens Gaspésiennes Beauceron Beaucerons Saguenéen Saguenéens Jeannois Abitibien
    Abitibiens Madelinot Madelinots Nord-Côtier Nord-Côtiers Acadien Acadiens Innu Innus Inuit Inuits Cri Cris
    Anishinabe Atikamekw Mohawk Mohawks Huron Wendat Wendats Abénakis Mi’kmaq Premières Nations Bas-Laurentien
    Bas-Laurentiens Charlevoisien Charlevoisiens Trifluvien Trifluviens Trifluvienne Trifluviennes Estrien Estriens
    Haïtien Haïtiens Libanais Grec Grecs Portugais Japonais Chinois Vietnamien Vietnamiens Mexicain Mexicains Cyrano
    Thaïlandais Indien Indiens Espagnol Espagnols Anglais Irlandais Écossais Belge Belges Suisse Suisses Européens
    Lévisien Lévisiens Lavallois Longueuillois Gatinois Sherbrookois Sherbrookoise Rimouskois Drummondvillois
"""
_INSTITUTIONS = """
    Internet Web LinkedIn Facebook Instagram Google Maps YouTube TikTok Pinterest OpenStreetMap AstroGrowth Wi-Fi
    État Ordre Ville Régie Code Loi Charte Chambre Office Assemblée Revenu Hydro-Québec Desjardins Postes Croix-Rouge
    Protégez-Vous Environnement Info-Santé Santé Centraide Nutri-Score Celsius Fahrenheit Universel Univers Bible
    Dieu Ciel Soleil Lune Nature Histoire Église Madame Monsieur Mesdames Messieurs Mme Mmes Mlle M MM Dr Dre Drs
    Me Mes Docteur Docteure Ltée Inc Cie Coke Kraft Airbnb Bluetooth Netflix Interac Visa Mastercard Excel Zoom FaceTime
    Saint-Pierre Sainte-Anne Sainte-Flanelle Canadiens Coupe Stanley Jeux Olympiques Polaroid Lego Tupperware
    Bonjour Merci Bienvenue Bravo Joyeux Joyeuse Bonne Bon Oui Non Ah Oh Eh Psst Voilà Voici Rue Avenue Boulevard
    Route Chemin Place Rang Montée Côte Bureau Local Suite Étage
"""
_DEMONYM = re.compile(r"(?:ois|oise|oises|ais|aise|aises|ien|iens|ienne|iennes|ain|ains|aine|aines|éen|éens|éenne)$")
_ARTICLE = re.compile(r"^(?:L[ea]s? |L[’'])")
_SHORTEST_STEM = 4


@lru_cache(maxsize=1)
def known_words() -> frozenset[str]:
    """Return the keys of the words that may take a capital in any text."""
    return frozenset(key[0] for key in _keys() if len(key) == 1)


def compound_at(words: Sequence[str]) -> int:
    """Return how many of the first `words` (keys) make a name of several words that everybody knows; 0 if none."""
    known = _compounds().get(words[0], ()) if words else ()
    return max((len(key) for key in known if tuple(words[: len(key)]) == key), default=0)


def is_demonym(word: str) -> bool:
    """Tell whether a word names the people of a town we know: « Rimouskois », « Lévisienne »."""
    ending = _DEMONYM.search(word.lower())
    stem = folded(word[: -len(ending.group())] if ending else "")
    return len(stem) >= _SHORTEST_STEM and stem[:_SHORTEST_STEM] in _stems()


def parts(name: str) -> list[str]:
    """Split a name into the keys of its words: hyphens and apostrophes part them."""
    return [folded(piece) for piece in re.findall(r"[^\W_]+", name)]


@lru_cache(maxsize=1)
def _keys() -> frozenset[tuple[str, ...]]:
    listed = " ".join((_CALENDAR, _MAP, _PEOPLES, _INSTITUTIONS))
    labels = " ".join(each.label for each in OCCASIONS)
    return frozenset(tuple(parts(name)) for name in (*listed.split(), *labels.split(), *_towns()) if parts(name))


@lru_cache(maxsize=1)
def _compounds() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for key in _keys():
        if len(key) > 1:
            found.setdefault(key[0], []).append(key)
    return found


@lru_cache(maxsize=1)
def _towns() -> tuple[str, ...]:
    with JOINED_TOWNS.open(encoding="utf-8", newline="") as lines:
        joined = [row["name"] for row in csv.DictReader(line for line in lines if not line.startswith("#"))]
    names = [name for place in places.municipalities() for name in (place.name, place.alt_name) if name]
    # « Les Îles-de-la-Madeleine » are « aux Îles-de-la-Madeleine » in a sentence.
    return tuple(_ARTICLE.sub("", name) for name in (*names, *joined))


@lru_cache(maxsize=1)
def _stems() -> frozenset[str]:
    return frozenset(key[:_SHORTEST_STEM] for name in _towns() for key in parts(name))
