"""The linter of Québec French: what a reader from here would correct in a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from operator import itemgetter

from app.domains.compliance.french_rules import TYPOGRAPHY, Rule
from app.domains.compliance.french_words import STARTS, WORDS

RULES: tuple[Rule, ...] = (*TYPOGRAPHY, *WORDS)

# Addresses, mot-clics, mentions and code are written as machines want them. An address is tried at the first sign
# of a run only: from each of its signs, a long run without an end would cost its square.
_MACHINE = re.compile(
    r"https?://[^\s»]+|www\.[^\s»]+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+|(?<!\w)[#@]\w+|```.*?```|`[^`\n]*`"
    r"|(?<![\w-])(?<![\w-]\.)[\w-]+(?:\.[\w-]+)*\.(?:ca|com|org|net|quebec|example)\b(?:/\S*)?",
    re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True)
class Finding:
    """One fault: `start` and `end` are offsets in the text.

    `mends` tells a typographic fault a machine may correct; otherwise no `replacement` means a person must choose.
    """

    rule: str
    start: int
    end: int
    excerpt: str
    reason: str
    replacement: str
    mends: bool = False


def lint(text: str, names: Collection[str] = ()) -> list[Finding]:
    """List the faults of a text in order; what lies inside one of `names` is quoted as it is."""
    closed = closed_spans(text, names)
    found = [
        Finding(rule.code, start, end, text[start:end], rule.reason, replacement, rule.mends)
        for rule, matches in _matched(text)
        for start, end, replacement in _faults(rule, matches, closed)
    ]
    return sorted(found, key=lambda finding: (finding.start, finding.end, finding.rule))


def repair(text: str, names: Collection[str] = ()) -> str:
    """Mend the purely typographic faults of a text, leaving its words and the given `names` alone."""
    for rule in TYPOGRAPHY:
        if rule.mends:
            text = _mended(rule, text, closed_spans(text, names))
    return text


def _mended(rule: Rule, text: str, closed: list[tuple[int, int]]) -> str:
    pieces: list[str] = []
    reached = 0
    for start, end, replacement in _faults(rule, rule.pattern.finditer(text), closed):
        pieces += (text[reached:start], replacement)
        reached = end
    return "".join((*pieces, text[reached:]))


def _matched(text: str) -> Iterable[tuple[Rule, Iterable[re.Match[str]]]]:
    """Pair each rule with its matches; a word is tried only where one of them begins."""
    for rule in TYPOGRAPHY:
        yield rule, rule.pattern.finditer(text)
    # A capital that becomes two letters would move what follows it.
    lowered = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    starts = [match.start() for match in STARTS.finditer(lowered)]
    for rule in WORDS if starts else ():
        yield rule, _at(rule, text, starts)


def _at(rule: Rule, text: str, starts: list[int]) -> Iterable[re.Match[str]]:
    reached = 0
    for start in starts:
        match = rule.pattern.match(text, start) if start >= reached else None
        if match:
            reached = match.end()
            yield match


def _faults(
    rule: Rule, matches: Iterable[re.Match[str]], closed: list[tuple[int, int]]
) -> Iterable[tuple[int, int, str]]:
    for match in matches:
        if is_closed(match, closed):
            continue
        replacement = _replacement(rule.replacement, match, keeps_case=not rule.mends)
        if replacement != match.group():
            yield match.start(), match.end(), replacement


def _replacement(model: str | Callable[[re.Match[str]], str], match: re.Match[str], *, keeps_case: bool) -> str:
    if callable(model):
        return model(match)
    replacement = match.expand(model)
    if keeps_case and replacement and match.group()[0].isupper():
        return replacement[0].upper() + replacement[1:]
    return replacement


def closed_spans(text: str, names: Collection[str]) -> list[tuple[int, int]]:
    """Return where a text is left as it is: names, addresses, mots-clics; in order and apart."""
    spans = [match.span() for match in _MACHINE.finditer(text)]
    for name in filter(None, names):
        spans += [match.span() for match in re.finditer(re.escape(name), text)]
    return _apart(spans)


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans in order, those that overlap as one."""
    apart: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def is_closed(match: re.Match[str], closed: list[tuple[int, int]]) -> bool:
    """Tell whether a match touches a span that is left as it is."""
    following = bisect_right(closed, match.start(), key=itemgetter(1))
    return following < len(closed) and closed[following][0] < match.end()
