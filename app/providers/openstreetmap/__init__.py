"""OpenStreetMap through Overpass: businesses and municipal boundaries.

© les contributeurs d'OpenStreetMap, ODbL 1.0. Usage rules of the public servers: an identifying
agent, no parallel requests, 30 s of rest after a 429 (drolbr/Overpass-API#791, read 2026-11-21).
"""
