"""The pages of one site: the same chrome, the address written in its own way."""

from __future__ import annotations

import html
import json
from collections.abc import Callable

from app.sandbox.sites import wording
from app.sandbox.sites.businesses import Business

PAGES = ("/", "/nous-joindre", "/a-propos")


def page(business: Business, path: str) -> str | None:
    """Return a page's HTML, None where the site has no such page."""
    if path not in PAGES:
        return None
    body = WAYS.get(business.kind, _plain)(business, path)
    title = html.escape(business.name) if business.kind != "huge_title" else html.escape(business.name) + "x" * 200_000
    links = "".join(f'<a href="{to}">{words}</a> ' for to, words in zip(PAGES, _LABELS, strict=True))
    phone = f'<p>{wording.CALL} <a href="tel:{business.phone}">{business.phone}</a></p>' if business.phone else ""
    return (f'<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{title}</title></head><body>'
            f"<nav>{links}</nav><h1>{html.escape(business.name)}</h1>"
            f"<p>{wording.WELCOME.format(town=business.town)}</p>{phone}{body}"
            f'<footer><a href="https://www.facebook.com/{business.slug}">Facebook</a>'
            f'<img src="/logo@2x.png" alt=""></footer></body></html>')  # fmt: skip


_LABELS = (wording.HOME, wording.CONTACT, wording.ABOUT)
Way = Callable[[Business, str], str]


def _on(path: str, way: Callable[[Business], str]) -> Way:
    return lambda business, asked: way(business) if asked == path else ""


def _everywhere(way: Callable[[Business], str]) -> Way:
    return lambda business, _asked: way(business)


def _plain(business: Business, path: str) -> str:
    return _text(business) if path == "/nous-joindre" else ""


def _text(business: Business) -> str:
    return f"<p>{wording.WRITE} : {business.email}</p>"


def _mailto(business: Business) -> str:
    return f'<p><a href="mailto:{business.email}?subject=Bonjour">{wording.WRITE}</a></p>'


def _json_ld(business: Business) -> str:
    told = {"@context": "https://schema.org", "@graph": [{"@type": "LocalBusiness", "name": business.name,
            "email": business.email, "telephone": business.phone, "openingHours": [wording.HOURS]}]}  # fmt: skip
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


def _said(sign: str, dot: str) -> Callable[[Business], str]:
    return lambda business: f"<p>{business.email.replace('@', sign).replace('.example', f'{dot}example')}</p>"


def _entities(business: Business) -> str:
    return "<p>" + "".join(f"&#{ord(sign)};" for sign in business.email) + "</p>"


def _cloudflare(business: Business) -> str:
    key = 0x5A
    coded = f"{key:02x}" + "".join(f"{byte ^ key:02x}" for byte in business.email.encode())
    return f'<a class="__cf_email__" data-cfemail="{coded}">[email&#160;protected]</a>'


def _reversed(business: Business) -> str:
    return f'<span style="unicode-bidi:bidi-override;direction:rtl">{business.email[::-1]}</span>'


def _script(business: Business) -> str:
    local, _, domain = business.email.partition("@")
    return f"<script>document.write('<a href=\"mailto:' + '{local}' + '@' + '{domain}' + '\">');</script>"


def _data_attribute(business: Business) -> str:
    local, _, domain = business.email.partition("@")
    return f'<a class="courriel" data-user="{local}" data-domain="{domain}">{wording.WRITE}</a>'


def _words(text: str) -> Callable[[Business], str]:
    return lambda business: f"<p>{text}</p>" + _mailto(business)


def _only(text: str) -> Callable[[Business], str]:
    return lambda _business: f"<p>{text}</p>"


def _free_mail(business: Business) -> str:
    return f"<p>martin.larue{1950 + len(business.name)}@gmail.com</p>"


def _glued(business: Business) -> str:
    return f"<p>Courriel:{business.email}Téléphone:{business.phone}</p>"


def _link_farm(business: Business, path: str) -> str:
    farm = "".join(f'<a href="/page-{number}">{number}</a>' for number in range(5_000))
    return farm + _plain(business, path)


def _broken(business: Business) -> str:
    return f"<div><p><b>{business.email}<table><tr><td></div><<<script>"


WAYS: dict[str, Way] = {
    "mailto": _everywhere(_mailto),
    "text": _on("/", _text),
    "contact_page": _on("/nous-joindre", _mailto),
    "json_ld": _on("/", _json_ld),
    "arobase": _on("/nous-joindre", _said(" (arobase) ", ".")),
    "at_words": _on("/nous-joindre", _said(" [at] ", " [dot] ")),
    "entities": _on("/", _entities),
    "cloudflare": _on("/", _cloudflare),
    "reversed": _on("/nous-joindre", _reversed),
    "script": _on("/nous-joindre", _script),
    "footer": _everywhere(_text),
    "data_attribute": _on("/nous-joindre", _data_attribute),
    "about_page": _on("/a-propos", _text),
    "latin1": _on("/nous-joindre", _text),
    "refusal": _on("/nous-joindre", _words(wording.REFUSAL)),
    "refusal_english": _on("/nous-joindre", _words(wording.REFUSAL_ENGLISH)),
    "template_address": _everywhere(_only("votrenom@votredomaine.com exemple@domaine.com user@domain.com")),
    "agency_address": _everywhere(_only(wording.AGENCY)),
    "tracker_address": _everywhere(_only("605a7baede844d278b89dc95ae0a9123@sentry-next.wixpress.com")),
    "image_name": _everywhere(_only("entete@2x.png fond@3x.jpg icone@1.5x.webp")),
    "social_only": _everywhere(_only("facebook.com")),
    "another_business": _everywhere(
        _only(wording.NEIGHBOUR.format(name="Auberge du Quai", email="info@aubergeduquai.example"))
    ),
    "free_mail": _everywhere(_free_mail),
    "glued": _everywhere(_glued),
    "link_farm": _link_farm,
    "broken_html": _everywhere(_broken),
    "masked": _everywhere(_only("i***@exemple.example, inf…@resto.example")),
    "huge_title": _everywhere(_text),
    "lying_charset": _on("/nous-joindre", _text),
    "no_charset": _on("/nous-joindre", _text),
    "slow": _on("/nous-joindre", _text),
}
