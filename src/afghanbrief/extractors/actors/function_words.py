"""Closed classes of words around a noun: what goes on, what ends its phrase, forms of verbs that are nouns too."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.actors import lexicon as lx

SPACES: Final = frozenset((" ", "\n", "\r\n"))
INNER: Final = frozenset((" ", "\n", "\r\n", "-", "'", ". ", "."))
DASHES: Final = frozenset((" - ", " -- ", "--", " \u2014 ", "\u2014", " \u2013 "))
PHRASE: Final = frozenset(
    "in of from at on with for to near by inside outside across under behind along around between among against about"
    " over within without into through beyond after before during amid above below opposite aboard and or nor"
    " as".split()
)
# Another clause begins.
CLAUSES: Final = frozenset(
    "that when because if while although though until unless since whether but where he she it they we i you so then"
    " than is".split()
)
BE: Final = frozenset(("is", "are", "was", "were", "be", "been", "being", "isn", "wasn", "aren", "weren"))
HAVE: Final = frozenset(("has", "have", "had", "hasn", "haven", "hadn"))
DO: Final = frozenset(("do", "does", "did", "doesn", "didn", "don"))
SINGULAR_FORMS: Final = frozenset(("is", "was", "has", "does"))
PLURAL_FORMS: Final = frozenset(("are", "were", "have", "do"))
OBJECT_STARTS: Final = frozenset(
    "the a an his her their its this that these those him them us me it up out down off more about some at many two"
    " three four five six seven eight nine ten dozens hundreds thousands all no any most several people our my".split()
)
BEFORE_NOUNS: Final = frozenset(("the", "a", "an", "to", "of", "his", "her", "their", "its", "no", "any"))
RELATIVES: Final = frozenset(("who", "whose", "which"))
# Base forms of verbs that are also their past.
UNCHANGED: Final = frozenset("put cut hit set let quit shut cast read beat hurt spread split".split())
# Verbs whose forms are nouns too: behind a phrase they need a clause or a name around them.
NOUNS_TOO: Final = frozenset(
    "report reports claim claims demand demands call calls hope hopes fear fears promise promises state states offer"
    " offers talk talks support vote votes attack attacks control plan plans protest protests strike strikes move moves"
    " work works rule rules trade visit visits use guard guards force forces help need needs release share shares"
    " question questions answer answers request requests order orders test tests project projects study research point"
    " points stage signal signals market target targets match show shows estimate estimates worry worries doubt doubts"
    " fire command commands aid run runs lead start end march raid raids ambush hold drive fish line lines watch plant"
    " plants search process access contract contracts subject transport conduct charge charges sanction sanctions"
    " comment comments name names".split()
)
TELLING: Final = lx.AUXILIARY | lx.SPEECH | lx.ACTION
ENDS: Final = CLAUSES | RELATIVES
BARE_CLAUSES: Final = frozenset(
    "said says say believed believe believes claimed claims hoped feared insisted reported reports warned warns added"
    " noted argued announced confirmed admitted acknowledged alleged estimated denied complained suggested recalled"
    " reckoned stated predicted promised vowed agreed explained thought learned know knows knew told saying adding"
    " claiming warning noting arguing hope fear think thinks".split()
)
MET: Final = frozenset(
    "met saw sent took made paid gave shot held led left hit beat brought meet meets see sees bought sold caught freed"
    " accuse blame become became becomes remain remains remained including involving".split()
)
PREPOSITIONS: Final = frozenset(
    "of to for by with from in on at between among against about like towards toward into onto over under without"
    " behind beside despite than via including excluding".split()
)
COUNTS: Final = frozenset(("than", "least", "about", "around", "some", "nearly", "almost", "only", "over"))
# What one gives of things; whoever it is by has spoken.
ACCOUNTS: Final = frozenset("report reports statement statements account accounts estimate estimates testimony".split())
# What one is about a thing that has been done or said.
ATTITUDES: Final = frozenset(
    "happy unhappy pleased displeased angry furious worried concerned sceptical skeptical optimistic"
    " pessimistic confident doubtful dismayed relieved shocked outraged alarmed convinced unconvinced"
    " unmoved unimpressed hopeful upbeat critical enthusiastic unenthusiastic reluctant unwilling adamant"
    " scathing".split()
)
# Names of months and weekdays.
DAYS: Final = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday".split()
)
# Those that nobody is called by: "met Karim Noor Tuesday".
DAYS_ONLY: Final = DAYS - {"march", "april", "may", "june", "august"}
# What ties a complement to the head of a body's name: "Ministry of Defense", "Institute for Peace".
COMPLEMENTS: Final = frozenset(("of", "for", "on", "against", "in", "to", "toward", "towards"))
