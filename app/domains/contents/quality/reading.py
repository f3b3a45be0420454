"""A text read once, so that every part of the score looks at the same words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from app.domains.contents.hashtags import folded as without_accents
from app.domains.contents.quality.model import QualityInput, count_words
from app.domains.contents.quality.tables import FUNCTION_WORDS

_PASTED_TAG = re.compile(r"#\w+")
_SENTENCE = re.compile(r"[^.!?…\n]+[.!?…]*")
_WORD = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile(r"^(?:les?|la|aux?|du|des)\s+|^l'")


def folded(text: str) -> str:
    """Return a text without case, accents nor doubled spaces."""
    return " ".join(without_accents(text.replace("’", "'")).split())


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded."""
    return _WORD.findall(folded(text))


def stem(word: str) -> str:
    """Return a folded word without its marks of plural and feminine."""
    return word.rstrip("sx").rstrip("e") if len(word) > 3 else word


@dataclass(frozen=True)
class Reading:
    """What is judged, cut in sentences and words."""

    subject: QualityInput

    @cached_property
    def prose(self) -> str:
        """Return the text without the mots-clics pasted in it."""
        return _PASTED_TAG.sub(" ", self.subject.text)

    @cached_property
    def plain(self) -> str:
        """Return the text folded, for names to be looked for."""
        return folded(self.subject.text)

    @cached_property
    def sentences(self) -> list[list[str]]:
        """Return the folded words of each sentence."""
        read = (words_of(sentence) for sentence in _SENTENCE.findall(self.prose))
        return [words for words in read if words]

    @cached_property
    def words(self) -> list[str]:
        """Return the folded words, in order."""
        return [word for sentence in self.sentences for word in sentence]

    @cached_property
    def count(self) -> int:
        """Return how many words the writer sees counted, pasted mots-clics aside."""
        return count_words(self.prose)

    @cached_property
    def repeated_share(self) -> float:
        """Return the share of runs of three words that were already read."""
        runs = list(zip(self.words, self.words[1:], self.words[2:], strict=False))
        return 1 - len(set(runs)) / len(runs) if runs else 0.0

    @cached_property
    def proper_words(self) -> frozenset[str]:
        """Return the words of the names given: nobody is reproached with saying them."""
        given = (self.subject.lead_name, self.subject.city, self.subject.business_name)
        return frozenset(word for name in given for word in words_of(name))

    @cached_property
    def content_words(self) -> list[str]:
        """Return the words that carry meaning, names and tool words aside."""
        dull = FUNCTION_WORDS | self.proper_words
        return [word for word in self.words if len(word) > 2 and word not in dull]

    def mentions(self, name: str) -> int:
        """Count how often a name is said, whatever its case, accents and leading article."""
        bare = _ARTICLE.sub("", folded(name)).strip()
        return len(re.findall(rf"(?<!\w){re.escape(bare)}(?!\w)", self.plain)) if bare else 0
