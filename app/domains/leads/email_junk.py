"""Why an address that a page shows is not its business's: the families of junk that pages carry."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from app.domains.leads import email_forms

MASKED, FILE, VERSION, GLUED, PLACEHOLDER, MACHINE = "masked", "file", "version", "glued", "placeholder", "machine"
PLATFORM, TRACKER, RESEARCH, DESIGNER, THEME, AGENCY = (
    "platform", "tracker", "research", "designer", "theme", "agency",
)  # fmt: skip
OUTSIDERS = Path(__file__).with_name("outsiders.txt")

_MASK = re.compile(r"[*•…�%]|\.{2,}|^[x_]{2,}$|x{3,}", re.IGNORECASE)
_FILE = re.compile(
    r"\.(?:png|jpe?g|gif|webp|svg|avif|ico|bmp|tiff?|heic|css|s[ac]ss|less|m?js|jsx|tsx?|json|map|xml|html?|php|aspx?|"
    r"woff2?|ttf|otf|eot|pdf|docx?|xlsx?|zip|mp[34]|webm|mov|txt|csv|min)$"
    r"|@\d+(?:\.\d+)?x(?:[.\-_]|$)|@(?:media|import|font-face|charset|keyframes)\b",
    re.IGNORECASE,
)
_VERSION = re.compile(r"@[v^~]?\d+(?:\.\d+)+|@[^@]*\.\d+$|@(?:latest|next|beta|canary|stable)(?:\.|$)", re.IGNORECASE)
_LABEL_STUCK = re.compile(r"^(?:courriels?|e-?mails?|mailto|t[ée]l[ée]phone)[._\-]?[a-z]{4,}", re.IGNORECASE)
_PHONE_STUCK = re.compile(r"(?<!\d)\d{3}[\-.]\d{3}[\-.]?\d{4}(?!\d)")
_LONGEST_LOCAL = 40

_OWNER = (
    "your|yours|you|my|me|the|some|any|our|their|votre|vos|ton|tes|mon|mes|notre|nos|un|une|nom|name|new|tu|mi|su|ihre"
)
_THING = (
    "domain|domains|domaine|domainname|nomdedomaine|site|sites|website|siteweb|company|compagnie|entreprise|"
    "organi[sz]ation|organisme|emails?|courriels?|adresse|address|server|provider|fournisseur|dominio|sitio|empresa|correo"
)
# Real names when alone; a form's hint once somebody owns them: « votreresto.ca ».
_OWNED = (
    "web|business|mail|restaurant|resto|shop|store|boutique|brand|host|app|clinic|clinique|commerce|hotel|client|blog"
)
_PLACEHOLDER_DOMAIN = re.compile(
    rf"(?:(?:{_OWNER})(?:du|de|d|of)?(?:own)?(?:{_THING}|{_OWNED})(?:name|nom|ici|here|com|ca|url)?"
    rf"|(?:{_THING})(?:name|nom)?"
    r"|e?xe?mples?|exa?mples?|ejemplos?|exemplos?|beispiel|esempio|muster|sample|samples|placeholder|dummy|fake|demo|demosite"
    r"|testing|tests?|tester|lorem|ipsum|loremipsum|foo|bar|foobar|baz|abcd?|abc123|xyz|xxx+|yyy|aaa+|asdf?|qwerty|acme"
    r"|(?:john|jane|jean)?(?:doe|dupont)|johnsmith|template|something|somewhere|anything|nowhere|undefined|null|none|tld"
    r"|localhost|local|internal|invalid|sld|subdomain|utilisateur|user|username|qodeinteractive|company-name)",
    re.IGNORECASE,
)
_PLACEHOLDER_LOCAL = re.compile(
    r"users?|user\.?name|utilisateurs?|usuario|utente|benutzer|names?|noms?|prenom|prénom|nombre|(?:first|last)?\.?names?"
    r"|(?:first|prenom|votre|your|full)[._\-]?(?:name)?[._\-]?(?:last(?:name)?|nom|name)"
    r"|nom[._\-]?(?:prenom|utilisateur|dutilisateur|complet)"
    r"|(?:your|yours|votre|vos|ton|tes|my|mon|tu|mi)[._\-]?(?:own)?[._\-]?(?:e?-?mails?|courriels?|names?|noms?|address|"
    r"adresses?|prenom|user|username|correo)[._\-]?(?:address|adresse|here|ici|name)?"
    r"|you|someone|somebody|anyone|quelquun|personne|john[._\-]?(?:doe|smith)|j(?:ane)?[._\-]?doe|jdoe|doe|jean[._\-]?dupont"
    r"|tests?|tester|testing|test\d+|exemples?|examples?|ejemplo|sample|dummy|fake|filler|placeholder|lorem|ipsum"
    r"|lorem[._\-]?ipsum|foo|foobar|abcd?|abc123|123|1234?5?6?|xyz|asdf?\w*|qwerty|aaa+|null|undefined|none|nan"
    r"|emailaddress|email[._\-]address|adressecourriel|adresse[._\-]?courriel|recipient|destinataire|sender",
    re.IGNORECASE,
)
# Nobody could have registered those at a free service: they are a form’s hint.
_NEVER_FREE = re.compile(
    r"info|infos|contact|email|e-mail|mail|courriel|hello|bonjour|admin|support|service|services|sales|adresse|address"
    r"|restaurant|company|entreprise|monadresse|moncourriel|client|nobody|gmail|hotmail|outlook|yahoo",
    re.IGNORECASE,
)
_MACHINE = re.compile(
    r"(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{12,}|[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}|\d{14,}"
    r"|(?=(?:\D*\d){5})(?=(?:[^a-z]*[a-z]){5})(?=.*\d[a-z]+\d)[a-z0-9]{20,}"
    r"|.*(?:^|[._+\-])(?:no-?_?reply|do-?_?not-?_?reply|noreponse|no-?reponse|ne-?pas-?repondre|nepasrepondre|mailer-?daemon|"
    r"bounces?|unsubscribe|desabonnement|list-?unsubscribe)(?:$|[._+\-\d]).*|noreply\w*|nepasrepondre\w*"
    r"|wordpress|wp|wpadmin|root|hostmaster|postmaster|abuse|daemon|nobody|www-data|apache|cpanel|sentry|git|npm|svn",
    re.IGNORECASE,
)
# Those who draw letters sign their licence with a mail service's address too.
_LETTER_MAKER = re.compile(r"fonts?(?:$|[._\-\d])|^fonts?|typedesign|typefac|typograph|[._\-]type$|^impallari$")
# A domain that is not the site’s own, and says its trade.
_TRADES = (
    (TRACKER, re.compile(r"sentry|bugsnag|rollbar|tracking|tracker|analytics|errorlog")),
    (DESIGNER, re.compile(r"fonts?(?:$|[\-s])|^fonts?|font(?:s|forge|ic)|typefac|foundr|fonderie|lettering|glyph|"
                          r"^type[\-d]|[a-z]{3,}type$|^typo|typograph|typo$|tipograf")),
    (THEME, re.compile(r"themes?(?:$|-|forest|s)|^theme|wordpress|^wp|wp$|template|plugin|bootstrap|jquery|elementor|"
                       r"woocommerce|themeforest|envato")),
    (AGENCY, re.compile(r"agence|agency|^web|web$|-web|webd|websit|siteweb|sitesweb|hosting|hebergement|hoster|"
                        r"^host|marketing|digital|numerique|multimedia|communications?$|pixel|graphi[ckqs]|graphisme|"
                        r"infograph|creati[fv]|interacti[fv]|^seo|seo$|publicit|advertis|software|logiciel|"
                        r"informatique|devs?$|studios?$|webmaster|media$|medias$|designs?$|^design")),
    (RESEARCH, re.compile(r"research|scholar|academi|survey|sondage|arxiv|journals?$")),
)  # fmt: skip
_CREDIT = re.compile(
    r"(?:sites?(?:\s+(?:web|internet))?|web|page|thème|theme|template|design|conçu\w*|conception|création|réalis\w+|"
    r"développ\w+|developed|designed|made|built|powered|propulsé\w*|hébergé\w*|hébergement|créé\w*|crafted|intégration|"
    r"graphisme|website)(?:\s+(?:web|et|and|design|hébergement|graphique|site))*\s*(?:par|by)\b"
    r"|conception\s+(?:web|de\s+sites?|du\s+site)|(?:conception|réalisation|création|design|graphisme)(?:\s+web)?\s*[:|]"
    r"|agence\s+(?:web|numérique|de\s+comm)|web\s*design|webmestre|webmaster",
    re.IGNORECASE,
)


def of_form(address: str) -> str:
    """Return why a text with an @ is no address of anybody, or an empty text."""
    local, _, domain = address.rpartition("@")
    if _FILE.search(address):
        return FILE
    if _VERSION.search(address):
        return VERSION
    if _MASK.search(local) or "*" in domain:
        return MASKED
    stuck = _LABEL_STUCK.match(local) or _PHONE_STUCK.search(local) or email_forms.mended(address) != address
    if stuck or not local.isascii() or len(local) > _LONGEST_LOCAL or not email_forms.has_known_ending(domain):
        return GLUED
    return ""


def of_hint(address: str, *, is_free: bool, is_own: bool) -> str:
    """Return a code when an address only shows what an address looks like, or comes from a machine."""
    local, _, domain = address.lower().rpartition("@")
    registered = email_forms.registered(domain)
    name = registered.partition(".")[0].replace("-", "").replace("_", "")
    if not is_own and not registered.endswith((".test", ".example")) and _PLACEHOLDER_DOMAIN.fullmatch(name):
        return PLACEHOLDER
    if _PLACEHOLDER_LOCAL.fullmatch(local) or (is_free and _NEVER_FREE.fullmatch(local)):
        return PLACEHOLDER
    # Google: six signs at least (https://support.google.com/mail/answer/9211434, 2026-11).
    if domain == "gmail.com" and len(local.replace(".", "")) < 6:
        return PLACEHOLDER
    return MACHINE if _MACHINE.fullmatch(local) else ""


def of_outsider(address: str, *, is_free: bool, is_own: bool) -> str:
    """Return the trade of somebody whose address is known to stand on sites of others, or an empty text."""
    local, _, domain = address.lower().rpartition("@")
    if is_free:
        return DESIGNER if _LETTER_MAKER.search(local) else ""
    parts = domain.split(".")
    kinds = (_outsiders().get(".".join(parts[at:])) for at in range(len(parts) - 1))
    kind = next((kind for kind in kinds if kind), "")
    # Someone who sells sites may be a prospect as well, on her own site.
    return "" if is_own and kind in (AGENCY, DESIGNER, THEME) else kind


def of_relation(address: str) -> str:
    """Return the trade that the words of a domain foreign to its page tell, or an empty text."""
    domain = address.lower().rpartition("@")[2]
    told = email_forms.registered(domain).partition(".")[0]
    if domain.endswith(".edu"):
        return RESEARCH
    for kind, words in _TRADES:
        if words.search(told):
            return kind
    return ""


def is_credit(around: str) -> bool:
    """Tell whether the words beside an address say who made the site."""
    return bool(_CREDIT.search(around))


@lru_cache(maxsize=1)
def _outsiders() -> dict[str, str]:
    found, kind = {}, ""
    for line in OUTSIDERS.read_text(encoding="utf-8").splitlines():
        word = line.strip()
        if word.startswith("["):
            kind = word.strip("[]")
        elif word and not word.startswith("#"):
            found[word] = kind
    return found
