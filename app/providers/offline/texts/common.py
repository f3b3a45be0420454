"""The last word, whatever the trade."""

from __future__ import annotations

from app.providers.offline.texts.reading import entries

CLOSES = entries("""
On lit tout, et on répond.
[Écrivez-le|Écris-le] en commentaire; on jasera.
Les commentaires sont à [vous|toi].
[Racontez-nous|Raconte-nous] ça.
La plus belle réponse aura droit à un pouce de notre part.
[Faites|Fais] suivre à la personne à qui [vous pensez|tu penses] en lisant ça.
On a hâte de lire la suite.
À [vous|toi] la parole.
Les histoires longues sont permises.
On compile les réponses, par pure curiosité.
""")
