"""Addresses that pages carry: those of the business, and the families of junk."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domains.leads import email_junk as junk
from app.domains.leads import emails

SAMPLE = Path(__file__).resolve().parents[4] / "shared" / "data" / "emails_labelled_third.csv"
HOST = "chezginette.ca"


@pytest.mark.parametrize(
    "raw",
    [
        "514-555-0199info@chezginette.ca", "(514) 555-0199info@chezginette.ca", "5145550199info@chezginette.ca",
        "H2V 4G9info@chezginette.ca", "info@chezginette.caHeures", "info@chezginette.catelephone",
        "info@chezginette.caréservation", "info@chezginette.ca514-555-0199", "info@chezginette.ca.Nous joindre",
        "info@chezginette.ca.", "Courrielinfo@chezginette.ca", "E-mailinfo@chezginette.ca", "%20info@chezginette.ca",
        "u003einfo@chezginette.ca", "\\u003einfo@chezginette.ca\\u003c/a", "info@chezginette.cau003c/a",
        "&lt;info@chezginette.ca&gt;", "info&#64;chezginette.ca", "info [at] chezginette [dot] ca",
        "info (arobase) chezginette (point) ca", "mailto:info@chezginette.ca?subject=Bonjour", "«info@chezginette.ca»",
        "l'info@chezginette.ca", "'info@chezginette.ca'", "info＠chezginette.ca", "Info@ChezGinette.CA",
        "info@chezginette.cacontact@chezginette.ca", "Écrivez à info@chezginette.ca!", "a@b info@chezginette.ca",
        "info\u200b@chezginette.ca",
    ],
)  # fmt: skip
def test_an_address_is_freed_of_what_is_stuck_to_it(raw: str) -> None:
    assert emails.clean(raw) == emails.usable(raw) == "info@chezginette.ca"


@pytest.mark.parametrize(
    ("raw", "address"),
    [
        ("allo@chezginette.comtelephone", "allo@chezginette.com"), ("allo@chez.qc.caTél", "allo@chez.qc.ca"),
        ("ginette@hotmail.comFacebook", "ginette@hotmail.com"), ("allo@ginette.cafe", "allo@ginette.cafe"),
        ("allo@ginette.quebec", "allo@ginette.quebec"), ("allo@ginette.company", "allo@ginette.company"),
        ("jean.o'brien@ginette.ca", "jean.o'brien@ginette.ca"), ("4505550123@bell.net", "4505550123@bell.net"),
        ("info@chez-ginette.example", "info@chez-ginette.example"), ("f&b@ginette.ca", "f&b@ginette.ca"),
        ("ginette+menu@gmail.com", "ginette+menu@gmail.com"), ("bar@lebar.ca", "bar@lebar.ca"),
        ("info@resto.ca", "info@resto.ca"), ("info@3brasseurs.ca", "info@3brasseurs.ca"),
    ],
)  # fmt: skip
def test_a_good_address_is_kept_whole(raw: str, address: str) -> None:
    assert emails.usable(raw) == address
    assert emails.junk_reason(address) == ""


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        # What pages show to fill a form.
        ("info@exemple.com", junk.PLACEHOLDER), ("vous@votresite.ca", junk.PLACEHOLDER),
        ("a@mysite.com", junk.PLACEHOLDER),
        ("hello@yourdomain.com", junk.PLACEHOLDER), ("moi@votre-entreprise.com", junk.PLACEHOLDER),
        ("nom@ginette.ca", junk.PLACEHOLDER), ("prenom.nom@ginette.ca", junk.PLACEHOLDER),
        ("john.doe@ginette.com", junk.PLACEHOLDER), ("your.email@ginette.com", junk.PLACEHOLDER),
        ("votrecourriel@hotmail.com", junk.PLACEHOLDER), ("info@gmail.com", junk.PLACEHOLDER),
        ("abc@gmail.com", junk.PLACEHOLDER), ("test@ginette.ca", junk.PLACEHOLDER), ("jane@doe.com", junk.PLACEHOLDER),
        ("contact@nomdedomaine.com", junk.PLACEHOLDER), ("info@email.com", junk.PLACEHOLDER),
        ("filler@ginette.com", junk.PLACEHOLDER), ("utilisateur@ginette.com", junk.PLACEHOLDER),
        # Masked.
        ("g***@gmail.com", junk.MASKED), ("•••@ginette.ca", junk.MASKED), ("xxxx@ginette.ca", junk.MASKED),
        ("%***@ginette.ca", junk.MASKED),
        # Names of files and versions.
        ("entete@2x.png", junk.FILE), ("menu_400x@3x.webp", junk.FILE), ("photo@1.5x.avif", junk.FILE),
        ("sprite@2x-hash.svg", junk.FILE), ("police@ginette.woff2", junk.FILE), ("slider@3.2.1", junk.VERSION),
        ("carrousel@5.0.0-beta.css", junk.FILE), ("paquet@latest", junk.VERSION), ("lib@v4.1", junk.VERSION),
        # Text that nobody can cut surely.
        ("info@ginette.cafemenu", junk.GLUED), ("infoé@ginette.ca", junk.GLUED), ("a@ginette.boulangerie", junk.GLUED),
        ("user@domaine.tld", junk.GLUED), ("Courrielmarie@ginette.ca", junk.GLUED),
        ("y" * 41 + "@ginette.ca", junk.GLUED),
        # Machines.
        ("0f1e2d3c4b5a69788796a5b4c3d2e1f0@o12.ingest.example", junk.MACHINE), ("no-reply@ginette.ca", junk.MACHINE),
        ("123e4567-e89b-12d3-a456-426614174000@ginette.ca", junk.MACHINE), ("wordpress@ginette.ca", junk.MACHINE),
        ("nepasrepondre@ginette.ca", junk.MACHINE), ("bounces+42@ginette.ca", junk.MACHINE),
        # Those whose addresses stand on the sites of others.
        ("erreurs@sentry.io", junk.TRACKER), ("aide@squarespace.com", junk.PLATFORM),
        ("aide@fr.wix.com", junk.PLATFORM),
        ("equipe@latofonts.com", junk.DESIGNER), ("aide@academia.edu", junk.RESEARCH),
        ("a@themeforest.net", junk.THEME),
        ("chez.type@gmail.com", junk.DESIGNER), ("mesfonts@gmail.com", junk.DESIGNER),
    ],
)  # fmt: skip
def test_junk_is_refused_with_its_family(address: str, reason: str) -> None:
    assert emails.junk_reason(address) == reason
    assert emails.usable(address) == ""


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("allo@agence-boreale.ca", junk.AGENCY), ("allo@pixelnordique.com", junk.AGENCY),
        ("a@borealweb.ca", junk.AGENCY),
        ("allo@nord-marketing.ca", junk.AGENCY), ("moi@borealfonts.com", junk.DESIGNER),
        ("moi@nordtype.co", junk.DESIGNER),
        ("moi@wpboreal.com", junk.THEME), ("moi@boreal-themes.com", junk.THEME), ("moi@nord.edu", junk.RESEARCH),
    ],
)  # fmt: skip
def test_a_foreign_domain_that_says_its_trade_is_junk_on_that_page_only(address: str, reason: str) -> None:
    assert emails.junk_reason(address, page_host=HOST) == reason
    assert emails.junk_reason(address, page_host=f"https://www.{address.partition('@')[2]}/contact") == ""
    assert emails.junk_reason(address) == ""


@pytest.mark.parametrize("around", ["Site par Boréal", "Conception web : Boréal", "Website by", "Propulsé par Boréal",
                                    "Site web conçu et hébergé par", "Agence numérique"])  # fmt: skip
def test_who_made_the_site_is_not_the_business(around: str) -> None:
    assert emails.junk_reason("allo@boreal.ca", page_host=HOST, around=around) == junk.AGENCY
    assert emails.junk_reason("allo@boreal.ca", page_host=HOST, around="Site Web : chezginette.ca Courriel") == ""
    assert emails.junk_reason("allo@chezginette.ca", page_host=HOST, around=around) == ""


@pytest.mark.parametrize(
    ("address", "host", "relation"),
    [
        ("a@chezginette.ca", "https://www.chezginette.ca/menu", "same"), ("a@chezginette.com", HOST, "same"),
        ("a@mail.chezginette.ca", HOST, "same"), ("a@ginette.qc.ca", "menu.ginette.qc.ca", "same"),
        ("a@autre.qc.ca", "ginette.qc.ca", "other"), ("a@gmail.com", HOST, "free"), ("a@okto.ca", HOST, "other"),
        ("a@autre.ca", "", "other"), ("a@videotron.ca", "", "free"), ("a@bon.ca", "bon.com", "other"),
    ],
)  # fmt: skip
def test_how_an_address_stands_to_a_site(address: str, host: str, relation: str) -> None:
    assert emails.relation(address, host) == relation


def test_a_known_maker_of_sites_may_be_a_prospect_on_her_own() -> None:
    assert emails.junk_reason("allo@deuxhuithuit.com", page_host=HOST) == junk.AGENCY
    assert emails.junk_reason("allo@deuxhuithuit.com", page_host="deuxhuithuit.com") == ""


@given(st.text(max_size=300))
def test_any_text_at_all_is_read_without_a_fault(raw: str) -> None:
    assert not emails.usable(raw) or emails.junk_reason(emails.usable(raw)) == ""
    emails.junk_reason(raw, page_host=raw, around=raw)


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample of addresses is not beside the project")
def test_addresses_of_real_sites_are_told_from_junk() -> None:
    with SAMPLE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    kept: dict[str, list[bool]] = {}
    for row in rows:
        address = emails.usable(row["email"])
        good = bool(address) and not emails.junk_reason(address, page_host=row["website"])
        # A masked address is nobody's, whoever hides behind it.
        if row["label_heuristic"] == "rebut" or "***" not in row["email"]:
            kept.setdefault(row["label_heuristic"], []).append(good)
    for label, told in sorted(kept.items()):
        print(f"{label}: {sum(told)} kept of {len(told)}")
    assert not any(kept["rebut"])
    assert all(sum(kept[label]) >= 0.98 * len(kept[label]) for label in ("domaine_concordant", "messagerie_gratuite"))
