"""What a name can be taken for, and the rule that says so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.kinds.actors import MentionForm, MentionType


class Verdict(NamedTuple):
    """What a name is taken for.

    Attributes:
        type: the type of its mention.
        form: the form of its mention.
        rule: the rule that decided.
    """

    type: MentionType
    form: MentionForm
    rule: str


TITLED: Final = Verdict("person", "name", "person-by-title")
FIRST_NAME: Final = Verdict("person", "name", "person-by-first-name")
INITIAL: Final = Verdict("person", "name", "person-by-initial")
NAME_PARTS: Final = Verdict("person", "name", "person-by-name-parts")
SURNAME_FIRST: Final = Verdict("person", "name", "person-by-surname-first")
SURNAME: Final = Verdict("person", "name", "surname-of-named-person")
SPEECH: Final = Verdict("person", "name", "person-by-speech")
SHAPE: Final = Verdict("person", "name", "person-by-shape")
SINGLE: Final = Verdict("person", "name", "unlisted-single-name")
MEDIUM: Final = Verdict("media", "name", "medium-by-telling")
ARMED: Final = Verdict("armed_group", "name", "armed-group-by-fighters")
BODY: Final = Verdict("organisation", "name", "body-by-apposition")
ARTICLE: Final = Verdict("organisation", "name", "body-by-article")
LONG: Final = Verdict("organisation", "name", "long-unlisted-name")
PLACE: Final = Verdict("place", "name", "place-by-preposition")
BODY_ENDING: Final = Verdict("organisation", "name", "body-by-ending")
PLACE_ENDING: Final = Verdict("place", "name", "place-by-ending")
DOMAIN: Final = Verdict("media", "name", "medium-by-domain")
BODY_PART: Final = Verdict("organisation", "name", "name-of-known-body")
LEADER: Final = Verdict("person", "name", "surname-of-leader")
INNER_CAPITAL: Final = Verdict("organisation", "name", "body-by-inner-capital")
SAINT: Final = Verdict("place", "name", "place-of-saint")
# A state that is not listed: each mention is judged as that of a listed one.
STATE: Final = Verdict("place", "name", "state-by-office")
ACRONYM: Final = Verdict("organisation", "acronym", "acronym")
TOWNSPEOPLE: Final = Verdict("people", "demonym", "people-of-town")
KNOWN: Final[dict[MentionType, Verdict]] = {
    "place": Verdict("place", "name", "well-known-name"),
    "organisation": Verdict("organisation", "name", "well-known-name"),
    "media": Verdict("media", "name", "well-known-name"),
}
LISTED_TOGETHER: Final[dict[str, Verdict]] = {
    "person": Verdict("person", "name", "names-of-one-list"),
    "place": Verdict("place", "name", "names-of-one-list"),
    "organisation": Verdict("organisation", "name", "names-of-one-list"),
    "media": Verdict("media", "name", "names-of-one-list"),
}
_ARMED_HEAD: Final = Verdict("armed_group", "name", "armed-group-by-head")
_PLACE_HEAD: Final = Verdict("place", "name", "place-by-head")
_MEDIA_HEAD: Final = Verdict("media", "name", "medium-by-head")
_GOVERNMENT_HEAD: Final = Verdict("government", "name", "government-by-head")
_BODY_HEAD: Final = Verdict("organisation", "name", "body-by-head")

_GOVERNMENTS: Final = frozenset(("government", "administration", "kingdom", "republic", "emirate"))
INNER_PARTS: Final = frozenset(("bin", "ibn", "ul", "bint", "van", "von", "der", "del", "da"))
_ROMAN: Final = frozenset("IVX")
_NEWS_AGENCY: Final = ("news", "agency")
_LAST_PARTS: Final = frozenset(("jr", "sr", "khan", "zada", "zai"))


def by_own_words(
    forms: tuple[str, ...], words: tuple[str, ...], titled: bool, head: int, lexicon: Lexicon
) -> Verdict | None:
    """Judge a name of several words by these words alone.

    Arguments:
        forms: its words as written.
        words: the same in lower case.
        titled: whether a title stands right before it.
        head: the classes of its head, or 0.
        lexicon: the word lists.

    Returns:
        The verdict, or ``None`` if the words leave it open.
    """
    if not titled:
        known = lexicon.known.get(" ".join(words))
        if known is not None:
            return KNOWN[known]
    if head:
        return by_head(words, head)
    if titled:
        return TITLED
    if words[0] == "st":
        # Churches, towns and islands bear the names of saints, too.
        return None
    if words[-1] == "air":
        # "Adam Air"
        return BODY_ENDING
    if lexicon.classes.get(words[0], 0) & (lx.FIRST_NAME | lx.KEPT):
        return FIRST_NAME
    if all(len(form) == 1 for form in forms):
        # "G.D.P."
        return None
    if len(forms[0]) == 1 or (len(forms[1]) == 1 and len(words) > 2 and forms[1].isupper()):
        return INITIAL
    if len(words) == 2 and _ROMAN.issuperset(forms[1]) and words[0] not in lexicon.dictionary:
        return NAME_PARTS
    if words[-1] in _LAST_PARTS or not INNER_PARTS.isdisjoint(words[:-1]):
        return NAME_PARTS
    return None


def has_inner_capital(form: str) -> bool:
    """Tell whether a word is written as firms write theirs, and no family's name: "FactLine", but not "McCain".

    >>> has_inner_capital("FactLine"), has_inner_capital("McCain"), has_inner_capital("DeVos")
    (True, False, False)
    """
    tail = form[3:]
    return (
        tail.lower() != tail
        and form.isalpha()
        and not form.isupper()
        and form[1:3].islower()
        and not form.startswith(("Mac", "Fitz", "Van", "Del", "Della", "Ver"))
    )


def is_written_as_firm(form: str, classes: Mapping[str, int]) -> bool:
    """Tell whether a capital stands inside a word: "FactLine", but not "LailaFarhadi", a given name and another."""
    if not has_inner_capital(form):
        return False
    second = next(place for place in range(3, len(form)) if form[place].isupper())
    return not classes.get(form[:second].lower(), 0) & lx.FIRST_NAME


def is_mixed_acronym(form: str) -> bool:
    """Tell whether a short word begins and ends with a capital and has small letters between.

    >>> is_mixed_acronym("MoD"), is_mixed_acronym("DfID"), is_mixed_acronym("McD"), is_mixed_acronym("NATO")
    (True, True, False, False)
    """
    return (
        2 < len(form) < 5
        and form[0].isupper()
        and form[-1].isupper()
        and not form.isupper()
        and form.isalpha()
        and not form.startswith("Mc")
    )


def by_head(words: tuple[str, ...], head: int) -> Verdict:
    """Judge a name by the classes of its head."""
    if head & lx.ARMED_HEAD:
        return _ARMED_HEAD
    if head & lx.PLACE_HEAD and not head & (lx.ORG_HEAD | lx.MEDIA_HEAD):
        return _PLACE_HEAD
    if (head & lx.MEDIA_HEAD and not head & lx.ORG_HEAD) or words[-2:] == _NEWS_AGENCY:
        return _MEDIA_HEAD
    if (words[0] in _GOVERNMENTS and "of" in words) or (words[-1] in _GOVERNMENTS and "of" not in words):
        return _GOVERNMENT_HEAD
    return _BODY_HEAD
