"""Other turns of the claims in `trade_tables`: by rule, a pattern added to its own."""

from __future__ import annotations

_COUNTED = (
    r"(?:\d[\d \u00a0]{0,9}|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|trente|quarante|cinquante|soixante"
    r"|cent|cents|mille)(?:[ -](?:cents?|mille))?)[ \u00a0]?"
)
_COMPARISON = (
    r"\bsans pareils?\b|\b(?:la|le|les) plus (?:modernes?|expérimentée?s?|complète?s?|avancée?s?|humaine?s?)\b"
    r"|\bcontrairement aux (?:autres|concurrents)\b|\bla référence (?:à|en|au|dans|pour)\b|\bchef de file\b"
    r"|\bsupérieure?s? (?:aux?|à (?:celui|celle|ceux|celles|toute?s?)) |\btop \d|\bpar excellence\b"
    r"|\bau premier rang\b"
    r"|\bl’élite (?:des|de la)\b|\bnulle part ailleurs\b"
)

TURNS: dict[str, str] = {
    "fact_price": (
        r"\b(?:deux|2) pour (?:un|1)\b|\bsoldes? (?:jusqu|de|d’)|\ben solde\b|\b(?:le|la) deuxième (?:est "
        r"|à )?(?:offerte?"
        r"|moitié|gratuite?)|\bsans frais\b(?! d)|\bprix (?:réduits?|coupés?|cassés?|imbattables?|d’ami)\b"
        rf"|\b{_COUNTED}dollars?\b|\bà (?:tout )?petits? prix\b|\bau prix coûtant\b"
    ),
    "fact_award": (
        r"\b(?:restaurant|commerce|entreprise|boulangerie|café|chef|cheffe|agence|clinique) de l’année\b"
        r"|\bdéten(?:trice|teur)s? d(?:e |u |’)(?:un |plusieurs )?prix\b|\bcouronnée?s?\b"
        r"|\bprix (?:du public|Coup de cœur|d’excellence|du jury)|\bguide Michelin\b|\bdistinguée? par\b"
    ),
    "fact_review": (
        r"\b(?:une note|notée?|évaluée?) (?:moyenne )?(?:de |à )?\d+(?:[.,]\d)? ?(?:sur|/) ?\d+\b"
        r"|\b(?:les|nos|ses|leurs) (?:clients|clientes|habitués|gens|familles|patients|invités|convives) (?:l’"
        r"|les |en |y )?"
        r"(?:adorent|raffolent|redemandent|aiment beaucoup)\b|\bselon les avis\b"
    ),
    "fact_opening": (
        r"\bdepuis (?:(?:plus|près) d[e’] ?)?(?:une|deux|trois|quatre|cinq|six) (?:décennies?|générations?"
        r"|siècles?)\b"
        r"|\bvien(?:t|nent) (?:tout juste )?d’ouvrir\b|\bouverture (?:prochaine|officielle|imminente|le \d)"
        r"|\bouvri(?:ra|ront) (?:bientôt|sous peu|le \d)|\bvoit le jour\b(?= en \d)"
    ),
    "fact_health": (
        r"\bfai(?:t|re) maigrir\b|\bperdre du poids\b|\b(?:réduit|abaisse|diminue)(?:nt)? (?:le|la"
        r"|votre) (?:cholestérol"
        r"|tension|glycémie|stress)\b|\bcombat(?:tent)? (?:l’inflammation|le cancer|la maladie|l’anxiété)\b"
        r"|\bvertus (?:curatives|médicinales|thérapeutiques)\b"
    ),
    "dentist_testimonial": (
        r"\bon (?:la|le|les|vous) recommand\w+|\b(?:je suis|j’en suis) (?:\w+ )?(?:comblée?|ravie?|satisfaite?"
        r"|conquise?)\b"
        r"|\b(?:les|nos|leurs|ses) (?:patiente?s?|cliente?s?) (?:nous )?(?:disent|racontent|affirment"
        r"|apprécient"
        r"|écrivent|aiment|adorent)\b|\b(?:une? )(?:patiente?|cliente?) (?:nous )?(?:a écrit|écrit|raconte|confie"
        r"|dit)\b"
        r"|\bj’ai été (?:\w+ ){0,2}(?:reçue?|soignée?|accueillie?|traitée?|écoutée?)\b|\bselon (?:nos|les"
        r"|ses) patients?\b"
        r"|\bexpérience (?:incroyable|inoubliable|formidable|merveilleuse)\b"
    ),
    "dentist_thanks": (
        r"\b(?:chapeau|bravo|félicitations|hommage) (?:à (?!vous\b|toi\b|tous ceux)|aux? )[^.!?\n]{0,30}"
        r"(?:équipe|cliniques?|dentistes?|personnel|hygiénistes?|cabinet|Dre?)\b"
    ),
    "dentist_comparison": _COMPARISON,
    "dentist_stars": (
        r"\b(?:notée?|évaluée?|note (?:moyenne )?de) (?:à )?\d+(?:[.,]\d)? ?(?:sur|/) ?\d+\b"
        r"|\b\d(?:[.,]\d)? sur (?:5|cinq)\b"
        r"|\bnote Google\b|\b10 ?/ ?10\b"
    ),
    "dentist_specialty": r"\bimplantologues?\b|\b(?:esthéticien|occlusodont)\w*\b(?= dentaires?)|\bocclusodontistes?\b",
    "dentist_misleading": (
        r"\b(?:zéro|aucune|jamais de) (?:douleur|risque|inconfort)\b|\bsans (?:le moindre|aucun) (?:risque|danger"
        r"|inconfort)\b"
        r"|\bne sentirez (?:absolument )?rien\b|\b(?:dents|dentition|résultat) (?:parfaite?s?|impeccables?)\b"
        r"|\b(?:traitement|résultat|solution) (?:définiti(?:f|ve)|permanente?)s?\b|\bimplants? à vie\b"
        r"|\b(?:fini|finie|adieu)\b[^.!?\n]{0,12}\b(?:peur|douleur|anxiété|complexes?)\b|\bpour (?:toujours|la vie)\b"
    ),
    "broker_specialist": r"\b(?:notre|ma|sa|leur|mes|nos) spécialités?\b",
    "broker_counts": (
        rf"\b{_COUNTED}(?:ventes\b|familles (?:logées|aidées|accompagnées)|clients (?:accompagnés|servis|satisfaits)"
        r"|acheteurs (?:accompagnés|servis))"
        rf"|\bvendu (?:plus de )?{_COUNTED}(?:condos|maisons|propriétés|duplex|chalets|logements)\b"
        r"|\bvendue?s? en (?:une|un|deux|trois) (?:fin de semaine|jour|heure|semaine|journée|mois)s?\b"
    ),
    "broker_comparison": _COMPARISON,
    "broker_promise": (
        r"\b(?:rendement|profit|gain|bénéfice|revenu|placement|investissement) (?:\w+ )?(?:assuré|garanti|certain"
        r"|sûr)s?\b"
        r"|\bsans (?:aucun )?risques?\b|\bgagnerez (?:de l’argent|plus)\b|\bprendra (?:sûrement )?de la valeur\b"
        r"|\bje l’achète\b|\bdoublez (?:votre|vos)\b|\b(?:obtenez|obtiendrez|décrochez) (?:le|un) meilleur prix\b"
        r"|\bvalent? toujours plus\b|\bà coup sûr\b|\bne perd(?:ra)? jamais\b"
    ),
}
