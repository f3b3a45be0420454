"""The words the score knows: tools of the language, words of anybody, ready-made phrases."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUNCTION_WORDS = _words(
    """
    a ai ainsi aller alors apres as assez au aura aussi autre autres aux avait avant avec avez avoir avons bien
    c ca car ce ceci cela celle celles celui certaines certains ces cet cette ceux chaque chez combien comme
    comment contre d dans de deja depuis des deux dire dit doit donc dont du elle elles en encore ensuite entre
    es est et etaient etait etant ete etes etre eu faire fais fait faut fois font ici il ils j jamais je jusqu l
    la laquelle le lequel les leur leurs lorsque lui m ma mais me meme mes met mis moins mon n ne ni nos notre
    nous on ont or ou par parce parfois pas pendant peu peut peuvent peux plus plusieurs pour pourquoi pouvez
    pouvoir puis qu quand que quel quelle quelles quelqu quelque quelques quels qui quoi rien s sa sans se selon
    sera serait ses si soit sommes son sont sous souvent suis sur t ta te tel telle tes ton toujours tous tout
    toute toutes tres trois trop tu un une va vais vers voici voila vont vos votre vous y
    """
)

FRENCH_SIGNS = _words(
    """
    au aux avec ce cette dans de des du en est et la le les nous on pas pour que qui sa son sur un une vous
    """
)
# None of these is a French word too.
ENGLISH_SIGNS = _words(
    """
    about all and are be best by call can for free from get has have her here his home house is it new not of
    our that the their there they this to us was we were what when where will with you your
    """
)

# Words that fit any business of any town, without the marks of plural and feminine: see `reading.stem`.
VAGUE = _words(
    """
    accueil accueill accueillant accueillent accueillera accueillir adapte agreabl agreable aide aider aim aimer
    ambianc amis amour apparemment appreci approch attend attendez attent attentionn attentiv autant beau
    beaucoup beaut bel bell besoin bien bon bonheur bonjour bonn bonne budget chacun chaleureu chaleureus chanc
    chaqu choix chos classiqu coeur combl communiquer communiquez compet competent compt compter concret
    confianc confort connaitr connu conseil conseiller contact content convient convivial conviviaux coup
    courtois createur creation creativit cree decor decouvert decouvr decouvrez decouvrir delicieu demain detent
    detour devouement differenc different douceur dynamiqu emotion encourageon encourager endroit ensembl
    entreprendr entrepris entreprise equilibr equip essentiel etap evident excellenc excellent experienc
    experience facil facilement famil familiaux famill faveur fier fierte fraich fraicheur gen genereu genr gens
    gout grac grand guider hesitez heureu heureus humain ideal impeccabl importanc important inoubliabl inspirer
    instant joi joie journ journee local locaux magnifiqu maniere meilleur merit meritent merveilleu metier
    modern moderne moment mond motivation necessair nombreu objectif occasion offr offrent offrir originalit
    ouvert parfait partag particuli particulier passion passionn passionnant personn personnalis personnel petit
    plaisent plaisir plait portee possibl prendr prenez prennent preoccup pret priorit prochain produit
    professionn professionnalism professionnel profit profitez projet propos proximit qualit quotidien raison
    realis realit reconnaissanc region rendez repondr reponse respect responsabl retrouv retrouver rev reve
    satisfaction satisfait saveur savoir securit selection sentir servic simpl simplement soin solution souhait
    sourir sourire souvenir special specialis super sur sympathiqu talent temp temps tradition unanimit uniqu
    universel valeur vari varie venez vi vie visit visite visiter vivr vraiment
    """
)

CLICHES = re.compile(
    r"\b(?:experiences? (?:inoubliable|unique|memorable|culinaire|pour les papilles)|voyage (?:culinaire|gustatif)"
    r"|savoir[- ]faire (?:unique|inegale)|(?:avec|la|notre|leur|par|et la) passion|equipe (?:\w+ et )?(?:passionnee"
    r"|dynamique|souriante|chaleureuse|professionnelle|competente|de confiance)|service (?:personnalise|impeccable"
    r"|attentionne|sur mesure|courtois|rapide|hors pair)|a l'ecoute|n'hesitez pas|ambiance (?:\w+ et )?(?:chaleureuse"
    r"|conviviale|agreable|feutree|calme|est (?:bonne|agreable))|bien plus qu|pour tous les (?:gouts|budgets)"
    r"|tous les gouts|petits comme (?:aux |les )?grands|petit coin de paradis|laissez-vous (?:tenter|inspirer|seduire)"
    r"|qu'attendez-vous|n'attendez (?:plus|pas)|au rendez-vous|au coeur de(?:s valeurs)?"
    r"|comme a la maison|entre bonnes mains"
    r"|vous ne serez pas decus?|merite (?:le detour|ce qu'il y a)|il y en a pour|met(?:tra|tre)? tout en oeuvre"
    r"|votre (?:satisfaction|sourire|reve|confort)|approche (?:humaine|personnalisee)|faire la difference"
    r"|fait(?:es)? (?:toute la|une) difference|que demander de plus|passer? un bon moment|oreille attentive"
    r"|solution a tous|cle du succes|(?:a|pour) chaque etape|cadre enchanteur|laisser tenter|deviennent? realite"
    r"|de confiance|sur qui l'on peut compter|peu importe (?:son|votre) niveau|que vous soyez|que ce soit"
    r"|pensez local|on est plus forts?|faire decouvrir|a decouvrir absolument|incontournables?|joyau|perle rare"
    r"|hors du commun|sans pareil|se demarque|au quotidien|vaste (?:choix|gamme|selection)|large (?:choix|gamme))\b"
)

# Mots-clics that name nothing in particular.
WEAK_TAGS = _words(
    """
    amour avenir bonheur cadeau cool culture detente douceur instagood instant love manger matin miam moment
    motivation nourriture pause photo plaisir projet reve sortie super top
    """
)
