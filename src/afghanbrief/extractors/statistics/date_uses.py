"""Tells what the words before a date make of it: a frame, what others are compared with, an end, a publication."""

from __future__ import annotations

from typing import Final, NamedTuple

from afghanbrief.kinds import DateMention
from afghanbrief.text.patterns import compile_pattern

# How far before a date the words that rule it may stand.
BEFORE: Final = 48

COMPARES: Final = compile_pattern(
    r"\b(?:(?:than|since|over|before|below|above)\b[^,;:.()\d]{0,30}"
    r"|same (?:period|time|month|quarter)(?: of| in| the)? |as in "
    r"|of (?:their|its|the) (?:level|value|size|total|price|rate|strength)s? (?:(?:in|of|at|on) )?(?:the )?"
    r"|(?:compared (?:with|to)|from|against|versus)"
    r"(?: (?:the|its|an?|some|about|nearly|only|just|that|those|of|in|for|during|figure|level|total|peak|record)){0,4}"
    r"(?: [^\s;:()]{0,3}\d[^\s;:()]*(?: (?!and\b|but\b|to\b)[a-z]{2,12}){0,3})?"
    r"(?: (?:in|of|during|for|at|the|an?|on)){0,2} )$"
)
_PRIOR: Final = compile_pattern(r"\b(?:before|prior to) (?:the )?$")
SINCE: Final = compile_pattern(
    r"\b(?:since|until|till|after|before|prior to|(?:period|running|valid) to) "
    r"(?:the |last |early |late |mid-)?(?:fiscal year |start of |end of )?\(?$"
)
# These tell when a report came out, not when its figures hold.
PUBLISHED: Final = compile_pattern(
    r"\b(?:published|released|issued|posted|launched|presented|updated|signed|adopted|unveiled)"
    r"(?: (?:on|in|last|this))?\s$"
)
_FOR: Final = compile_pattern(r"[a-z]{3}(?<!was)(?<!ere)(?<! is)(?<!are) for (?:the )?(?:fiscal (?:year )?)?$")
_WHEN: Final = compile_pattern(r"\W{0,3}(?:when|in which)\b")
_INSIDE: Final = compile_pattern(r"[ ,]{1,3}(?:there were|it was|was\b|it\b)")
_RELATIVE: Final = compile_pattern(r"\b(?:who|which|that|whom|where)\b[^,;]{3,60}$")

_ASIDE_WINDOW: Final = 80
_UNDER: Final = compile_pattern(r"[\"'\s]*under (?:a|an|the|its|their|this|that) [^,]*, ")
_ASIDE: Final = compile_pattern(
    r", (?:(?:which|who|that) [^,]*|(?:[a-z]+ly )?(?:[a-z]{3,}(?:ed|ing)|built|made|sent|put|set|born|begun|held|won|"
    r"taken|written|drawn|given|known|shown|seen|led)\b[^,]*)$"
)
_GOES_ON: Final = compile_pattern(
    r", (?:[a-z]+ly )?(?:is|was|are|were|has|had|have|will|would|can|could|may|must|should|said|says|"
    r"[a-z]{3,}(?:ed|s))\b"
)

# "A treasurer who stole *395,000 pounds* was sentenced on Wednesday": the date is of the main clause.
_SUBJECTS_CLAUSE: Final = compile_pattern(r" who (?!sa(?:id|ys)\b|told\b)[^,;:]*$")
_PREDICATE: Final = compile_pattern(r" (?:was|were|has been|have been|is|are) ")

# Without one of these words none of the patterns can match.
_RULING: Final = frozenset(
    "than since over before below above same as compared from against versus until till after prior period running "
    "valid published released issued posted launched presented updated signed adopted unveiled for who which that "
    "whom where level levels value values size sizes total totals price prices rate rates strength".split()
)


class DateUse(NamedTuple):
    """What the words around a date make of it.

    Attributes:
        words: what stands before it.
        compared: others are compared with it.
        bounded: it is the beginning or the end of something.
        attached: it belongs to a noun ("the budget for 2018"), unless it opens the sentence.
        published: it tells when a report came out.
        relative: it stands in a relative clause.
        entered: a clause of its own opens behind it ("in July, when ...").
        prior: something was before it.
    """

    words: str
    compared: bool = False
    bounded: bool = False
    attached: bool = False
    published: bool = False
    relative: bool = False
    entered: bool = False
    prior: bool = False


def use_of(folded: str, date: DateMention, begin: int) -> DateUse:
    """Read what the words around a date make of it.

    Arguments:
        folded: the text in lower case.
        date: the date.
        begin: where its sentence begins.
    """
    first, end = date.span.start, date.span.end
    words = folded[max(begin, first - BEFORE) : first]
    entered = _WHEN.match(folded, end) is not None
    if _RULING.isdisjoint(words.split()):
        return DateUse(words, entered=entered)
    compared = COMPARES.search(words) is not None
    return DateUse(
        words,
        compared=compared,
        bounded=SINCE.search(words) is not None,
        attached=_FOR.search(words) is not None,
        published=PUBLISHED.search(words) is not None,
        relative=_RELATIVE.search(words) is not None,
        entered=entered or (compared and _INSIDE.match(folded, end) is not None),
        prior=_PRIOR.search(words) is not None,
    )


def dates_what_follows(folded: str, begin: int, first: int, between: str) -> bool:
    """Tell whether a date before a comma dates the figure behind it, not only an aside: "the law, passed in May,".

    Arguments:
        folded: the text in lower case.
        begin: where the sentence begins.
        first: offset of the date.
        between: what stands between the date and the figure.
    """
    words = folded[max(begin, first - _ASIDE_WINDOW) : first]
    if _GOES_ON.match(between) and _ASIDE.search(words):
        return False
    # "Under a treaty signed in 1973, Iran is entitled to": of the treaty.
    return not (first - begin <= _ASIDE_WINDOW and _UNDER.match(words + between))


def is_of_subject(folded: str, begin: int, start: int, end: int, date: int) -> bool:
    """Tell whether a figure stands in a clause on the subject of the verb that the date behind it belongs to.

    Arguments:
        folded: the text in lower case.
        begin: where the sentence begins.
        start: offset of the figure.
        end: offset after it.
        date: offset of the date.
    """
    if _PREDICATE.search(folded, end, date) is None:
        return False
    clause = _SUBJECTS_CLAUSE.search(folded, begin, start)
    # "Who led the raid in which *12 men* were shot on Tuesday": the figure is of another clause.
    return clause is not None and " which " not in clause.group()
