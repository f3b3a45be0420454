"""What a page says of its business is read as a person reads it, however it is written."""

from __future__ import annotations

import base64

import pytest

from app.domains.leads import hours
from app.providers.contracts import SiteFindings
from app.providers.website import pages, ranking, reading
from app.providers.website.charset import decoded

LD = '<script type="application/ld+json">'
URL = "https://www.chezlea.example/contact"
OWN = "info@chezlea.example"


def found(body: str, name: str = "Chez Léa") -> SiteFindings:
    return ranking.ranked(reading.read(pages.read(URL, body), name), URL, name)


def emails(body: str) -> list[str]:
    return [fact.value for fact in found(body).emails]


def cloudflare(address: str, key: int = 0x5A) -> str:
    return bytes([key, *(key ^ byte for byte in address.encode())]).hex()


WRITTEN = {
    "mailto": '<a href="mailto:info@chezlea.example?subject=Bonjour">Écrivez-nous</a>',
    "mailto escaped": '<a href="mailto:info%40chezlea.example">Écrivez-nous</a>',
    "mailto entities": '<a href="&#109;ailto&#58;info&#x40;chezlea&#46;example">Écrire</a>',
    "text": "<p>Courriel : info@chezlea.example.</p>",
    "capitals": "<p>INFO@ChezLea.Example</p>",
    "entities": "<p>info&#64;chezlea&#46;example</p>",
    "tags inside": "<p>info<span>@</span>chezlea<b>.</b>example</p>",
    "words stuck before": "<p><b>Courriel</b><span>info@chezlea.example</span><b>Téléphone</b></p>",
    "line break after": "<p>info@chezlea.example<br>418 555-0100</p>",
    "[at]": "<p>info [at] chezlea [dot] example</p>",
    "(at)": "<p>info(at)chezlea.example</p>",
    "(arobase)": "<p>info (arobase) chezlea (point) example</p>",
    "arobase": "<p>info arobase chezlea point example</p>",
    "« à »": "<p>info « à » chezlea.example</p>",
    "{at}": "<p>info{at}chezlea{dot}example</p>",
    "cloudflare span": f'<span class="__cf_email__" data-cfemail="{cloudflare(OWN)}">[email protected]</span>',
    "cloudflare link": f'<a href="/cdn-cgi/l/email-protection#{cloudflare(OWN, 0x13)}">Écrivez-nous</a>',
    "reversed by style": '<span style="unicode-bidi:bidi-override; direction: rtl">elpmaxe.aelzehc@ofni</span>',
    "reversed by element": '<bdo dir="rtl">elpmaxe.aelzehc@ofni</bdo>',
    "reversed by script": "<script>document.write('elpmaxe.aelzehc@ofni'.split('').reverse().join(''))</script>",
    "summed": "<script>document.write('info' + '@' + 'chezlea' + '.example');</script>",
    "summed names": '<script>var u="info", d="chezlea.example"; w("<a href=\'mailto:" + u + "@" + d + "\'>")</script>',
    "char codes": "<script>x = 'info' + String.fromCharCode(64) + 'chezlea.example'</script>",
    "joined": "<script>e = ['info', 'chezlea.example'].join('@')</script>",
    "base64": f"<script>document.write(atob('{base64.b64encode(OWN.encode()).decode()}'))</script>",
    "attributes": '<a href="#" data-user="info" data-domain="chezlea.example">Écrire</a>',
    "decoy": '<p>info<span style="display: none">ENLEVER</span>@chezlea.example</p>',
    "comment inside": "<p>info<!-- rien -->@chezlea.example</p>",
    "json-ld": LD + '{"@type":"Restaurant","email":"mailto:info@chezlea.example"}</script>',
    "graph": LD + '{"@graph":[{"@type":"WebPage"},{"@type":"Dentist","email":"info@chezlea.example"}]}</script>',
    "noscript": "<noscript>info@chezlea.example</noscript>",
    "footer after much": "<p>mot</p>" * 20_000 + "<footer>info@chezlea.example</footer>",
}


@pytest.mark.parametrize("way", WRITTEN)
def test_an_address_is_read_however_a_page_writes_it(way: str) -> None:
    assert emails(WRITTEN[way]) == [OWN]


@pytest.mark.parametrize(
    "body",
    [
        "<p>Visitez-nous à chezlea.example</p>",
        '<img src="logo@2x.png">',
        "<p>logo@2x.png</p>",
        "<p>@chezlea</p>",
        "<p>Rendez-vous at noon. Dot.</p>",
        "<script>var a = 'x' + y + '@media print';</script>",
        "<p>a@b</p>",
        "<style>@import url(a.css)</style>",
        "<p>lea @ midi</p>",
        "<p>12@12</p>",
        '<a href="mailto:?body=https://x.example">Partager</a>',
        '<a href="https://www.google.com/maps/@45.5,-73.6,17z">Carte</a>',
        "<!-- ancien@chezlea.example -->",
    ],
)
def test_what_only_looks_like_an_address_is_none(body: str) -> None:
    assert emails(body) == []


def test_the_sites_own_letter_box_comes_before_its_people_and_others() -> None:
    body = "".join(
        f"<p>{each}</p>"
        for each in (
            "chezlea@gmail.com",
            "lea.tremblay@chezlea.example",
            "info@ailleurs.example",
            "info@chezlea.example",
        )
    )
    order = emails(body)
    assert order[:2] == [OWN, "lea.tremblay@chezlea.example"]
    assert order.index("chezlea@gmail.com") < order.index("info@ailleurs.example")


def test_the_address_of_who_made_the_site_is_not_the_business_s() -> None:
    body = "<p>info@chezlea.example</p><footer>Conception Web : bonjour@agence.example</footer>"
    assert emails(body) == [OWN]


def test_a_credit_before_it_takes_nothing_from_the_sites_own_address() -> None:
    assert emails(f"<div>Site web par <a href='mailto:bonjour@agence.example'>Agence</a></div><p>{OWN}</p>") == [OWN]


def test_a_telephone_stuck_to_an_address_is_no_part_of_it_and_an_accent_no_beginning() -> None:
    assert emails("<p>info@chezlea.ca418-555-0100</p>") == ["info@chezlea.ca"]
    assert emails("<p>réservation@chezlea.example</p>") == []


def test_each_fact_says_where_and_among_which_words_it_was_read() -> None:
    read = found(f"<p>Pour nous écrire : {OWN}, en tout temps.</p>" + "<p>mot</p>" * 500)
    fact = read.emails[0]
    assert (fact.page_url, fact.how) == (URL, "text")
    assert "Pour nous écrire" in fact.snippet
    long = found("<p>" + "mot " * 5_000 + OWN + " mot" * 5_000 + "</p>").emails[0]
    assert OWN in long.snippet
    assert len(long.snippet) <= 200


def test_telephones_are_read_from_links_texts_and_records_and_faxes_are_not() -> None:
    body = (
        '<a href="tel:+1-418-555-0100">Appelez</a><p>Tél. : 514 555-0123 poste 4</p><p>Téléc. : 418 555-0199</p>'
        '<p>Fax: 418-555-0198</p><p>Commande 4185550177</p><p>1 (800) 555-0155</p><p>2026-11-21 10:00</p>'
        + LD + '{"@type":"Restaurant","telephone":"+1 450-555-0166"}</script>'
    )  # fmt: skip
    digits = ["".join(sign for sign in fact.value if sign.isdigit()) for fact in found(body).phones]
    assert digits == ["14505550166", "14185550100", "51455501234", "18005550155"]


def test_profiles_are_told_from_buttons_that_share() -> None:
    body = (
        '<a href="https://www.facebook.com/sharer/sharer.php?u=x">Partager</a><a href="https://facebook.com/chezlea">f</a>'
        '<a href="https://twitter.com/intent/tweet?text=x">t</a><a href="https://www.instagram.com/chez.lea/">i</a>'
        '<a href="https://www.instagram.com/p/Cabc/">photo</a><a href="https://www.linkedin.com/shareArticle?url=x">l</a>'
        + LD
        + '{"@type":"Restaurant","sameAs":["https://www.tiktok.com/@chezlea"]}</script>'
    )
    socials = {network: fact.value for network, fact in found(body).socials.items()}
    assert set(socials) == {"facebook", "instagram", "tiktok"}
    assert socials["facebook"] == "https://facebook.com/chezlea"
    assert "chez.lea" in socials["instagram"]


def test_hours_are_read_from_records_and_from_the_page_in_a_form_the_product_understands() -> None:
    specified = (
        LD + '{"@type":"Restaurant","openingHoursSpecification":['
        '{"dayOfWeek":["Monday","https://schema.org/Tuesday"],"opens":"09:00","closes":"17:00"},'
        '{"dayOfWeek":"Saturday","opens":"10:00:00","closes":"16:00:00"}]}</script>'
    )
    plain = LD + '{"@type":"Dentist","openingHours":["Mo-Fr 08:00-17:00","Sa 09:00-12:00"]}</script>'
    table = (
        "<table><tr><td>Lundi au vendredi</td><td>9 h à 17 h</td></tr>"
        "<tr><td>Samedi</td><td>10 h à 16 h 30</td></tr></table>"
    )
    for body, expected in (
        (specified, "Mo-Tu 09:00-17:00; Sa 10:00-16:00"),
        (plain, "Mo-Fr 08:00-17:00; Sa 09:00-12:00"),
        (table, "Mo-Fr 09:00-17:00; Sa 10:00-16:30"),
    ):
        fact = found(body).opening_hours
        assert fact is not None
        assert hours.normal(fact.value) == expected
    assert found("<p>Lundi, nous avons reçu 12 personnes.</p>").opening_hours is None


def test_the_name_is_the_one_the_record_gives() -> None:
    body = f"<title>Accueil | Chez Léa</title>{LD}" + '{"@type":"Restaurant","name":"Restaurant Chez Léa"}</script>'
    assert found(body).names[0].value == "Restaurant Chez Léa"
    assert found("<title>Accueil | Chez Léa</title>").names[0].value == "Chez Léa"


def test_records_that_are_broken_deep_or_of_others_are_passed_over() -> None:
    for block in (
        "{",
        "[" * 100_000,
        '{"@type":"Person","email":"a@chezlea.example"}',
        "null",
        "[1, [2]]",
        '{"@type":5}',
        '{"@type":"Restaurant","email":{"a":1},"telephone":[null,3],"sameAs":7,"openingHours":9,"name":{}}',
        '{"@type":"Restaurant","review":{"@type":"Review","author":{"@type":"Thing","email":"a@chezlea.example"}}}',
    ):
        read = found(f"{LD}{block}</script>")
        assert (read.emails, read.phones, read.names) == ((), (), ())


REFUSALS = (
    "Pas de sollicitation, s.v.p.",
    "Nous refusons toute sollicitation commerciale.",
    "Aucune sollicitation ne sera acceptée.",
    "Sollicitation interdite.",
    "Merci de ne pas nous envoyer de publicité.",
    "Nous n’acceptons pas les offres de services non sollicitées.",
    "Les courriels promotionnels seront ignorés.",
    "Solliciteurs, s’abstenir.",
    "Prière de ne pas solliciter.",
    "No soliciting.",
    "No solicitation please.",
    "We do not accept unsolicited offers.",
    "Please do not send us marketing emails.",
    "Unsolicited commercial e-mails will be deleted.",
    "This address may not be used for advertising purposes.",
    "Cette adresse ne doit pas être utilisée à des fins de sollicitation.",
    "Do not contact us for sales purposes.",
)
WELCOMES = (
    "Nous ne vous enverrons jamais de pourriel.",
    "We will never spam you.",
    "Abonnez-vous à notre infolettre.",
    "Promotions du mois.",
    "Notre équipe de vente est là pour vous.",
    "We do not sell your information.",
    "Immeubles commerciaux et résidentiels.",
    "Votre adresse ne sera pas utilisée à des fins commerciales.",
    "Pas de frais de publicité cachés pour nos clients vendeurs.",
    "Interdit aux mineurs.",
    "Aucune réservation acceptée le samedi.",
)


@pytest.mark.parametrize("notice", REFUSALS)
def test_a_notice_against_solicitation_is_heard(notice: str) -> None:
    facts = found(f"<footer><p>Écrivez-nous. {notice}</p></footer>").refusals
    assert len(facts) == 1
    assert facts[0].how == "notice"
    assert facts[0].page_url == URL
    assert facts[0].value.rstrip(".") in f"Écrivez-nous. {notice}"
    assert len(facts[0].snippet) <= 200


@pytest.mark.parametrize("words", WELCOMES)
def test_other_words_of_selling_are_no_refusal(words: str) -> None:
    assert found(f"<p>{words}</p>").refusals == ()


@pytest.mark.parametrize(
    ("charset", "header", "meta"),
    [
        ("utf-8", "text/html; charset=utf-8", ""),
        ("utf-8", "text/html; charset=iso-8859-1", ""),
        ("cp1252", "text/html; charset=utf-8", ""),
        ("cp1252", "text/html", "iso-8859-1"),
        ("cp1252", "text/html", "utf-8"),
        ("cp1252", "text/html", ""),
        ("utf-8-sig", "text/html", "iso-8859-1"),
        ("utf-16", "text/html", ""),
        ("cp1252", "text/html; charset=n'importe", "rot13"),
        ("mac_roman", "text/html; charset=macintosh", ""),
    ],
)
def test_letters_are_right_whatever_the_page_declares(charset: str, header: str, meta: str) -> None:
    words = "Crêperie à l’Érable, Québec – « bientôt » ouverte à Trois-Rivières, où l’été dure."
    body = f'<meta charset="{meta}"><p>{words}</p>'
    assert "Crêperie à l’Érable, Québec" in decoded(body.encode(charset), header)


def test_a_page_cut_inside_a_letter_is_still_utf_8() -> None:
    assert decoded("été".encode()[:-1], "text/html") == "ét"


@pytest.mark.long
@pytest.mark.parametrize(
    "piece",
    [
        "<div>",
        "<b>",
        "<a href='mailto:a@b.ca'>",
        "<p>a",
        "<table>",
        "</p>",
        "&#64;",
        "<",
        "<p ",
        "@",
        "a@",
        "info at ",
        "(at)",
        "'a'+",
        "<script>'a'+",
        "<script>x='",
        "<span data-a='@'>",
        "4 ",
        "418-555-",
        "pas ",
        "ne pas ",
        "no ",
        "lundi 9h",
        "[at]a",
        "<script type='application/ld+json'>[",
        "<meta http-equiv=refresh ",
        "a.",
        "@a.",
        "mailto:",
        "sollicitation ",
        "\0",
        "😀",
    ],
)
@pytest.mark.timeout(60)
def test_a_hostile_page_costs_seconds_at_most(piece: str) -> None:
    """The square of two million would be hours: the time-out of the test is the measure."""
    read = found(piece * (2_000_000 // len(piece)))
    assert len(read.emails) <= 20
    assert len(read.phones) <= 20
