"""What a name can be taken for, and the rule that says so."""

from __future__ import annotations

from typing import NamedTuple

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


TITLED = Verdict("person", "name", "person-by-title")
FIRST_NAME = Verdict("person", "name", "person-by-first-name")
INITIAL = Verdict("person", "name", "person-by-initial")
NAME_PARTS = Verdict("person", "name", "person-by-name-parts")
SURNAME = Verdict("person", "name", "surname-of-named-person")
SPEECH = Verdict("person", "name", "person-by-speech")
SHAPE = Verdict("person", "name", "person-by-shape")
SINGLE = Verdict("person", "name", "unlisted-single-name")
MEDIUM = Verdict("media", "name", "medium-by-telling")
ARMED = Verdict("armed_group", "name", "armed-group-by-fighters")
BODY = Verdict("organisation", "name", "body-by-apposition")
ARTICLE = Verdict("organisation", "name", "body-by-article")
LONG = Verdict("organisation", "name", "long-unlisted-name")
PLACE = Verdict("place", "name", "place-by-preposition")
BODY_ENDING = Verdict("organisation", "name", "body-by-ending")
PLACE_ENDING = Verdict("place", "name", "place-by-ending")
DOMAIN = Verdict("media", "name", "medium-by-domain")
BODY_PART = Verdict("organisation", "name", "name-of-known-body")
SAINT = Verdict("place", "name", "place-of-saint")
ACRONYM = Verdict("organisation", "acronym", "acronym")
TOWNSPEOPLE = Verdict("people", "demonym", "people-of-town")
KNOWN: dict[MentionType, Verdict] = {
    "place": Verdict("place", "name", "well-known-name"),
    "organisation": Verdict("organisation", "name", "well-known-name"),
    "media": Verdict("media", "name", "well-known-name"),
}
LISTED_TOGETHER: dict[str, Verdict] = {
    "person": Verdict("person", "name", "names-of-one-list"),
    "place": Verdict("place", "name", "names-of-one-list"),
    "organisation": Verdict("organisation", "name", "names-of-one-list"),
    "media": Verdict("media", "name", "names-of-one-list"),
}
_ARMED_HEAD = Verdict("armed_group", "name", "armed-group-by-head")
_PLACE_HEAD = Verdict("place", "name", "place-by-head")
_MEDIA_HEAD = Verdict("media", "name", "medium-by-head")
_GOVERNMENT_HEAD = Verdict("government", "name", "government-by-head")
_BODY_HEAD = Verdict("organisation", "name", "body-by-head")

_GOVERNMENTS = frozenset(("government", "administration", "kingdom", "republic", "emirate"))
_INNER_PARTS = frozenset(("bin", "ibn", "ul", "bint", "van", "von", "der", "del"))
_ROMAN = frozenset("IVX")
_LAST_PARTS = frozenset(("jr", "sr", "khan", "zada", "zai"))


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
    if lexicon.classes.get(words[0], 0) & (lx.FIRST_NAME | lx.KEPT):
        return FIRST_NAME
    if len(forms[0]) == 1 or (len(forms[1]) == 1 and len(words) > 2 and forms[1].isupper()):
        return INITIAL
    if len(words) == 2 and _ROMAN.issuperset(forms[1]) and words[0] not in lexicon.dictionary:
        return NAME_PARTS
    if words[-1] in _LAST_PARTS or not _INNER_PARTS.isdisjoint(words[1:-1]):
        return NAME_PARTS
    return None


def by_head(words: tuple[str, ...], head: int) -> Verdict:
    """Judge a name by the classes of its head."""
    if head & lx.ARMED_HEAD:
        return _ARMED_HEAD
    if head & lx.PLACE_HEAD and not head & (lx.ORG_HEAD | lx.MEDIA_HEAD):
        return _PLACE_HEAD
    if head & lx.MEDIA_HEAD and not head & lx.ORG_HEAD:
        return _MEDIA_HEAD
    if (words[0] in _GOVERNMENTS and "of" in words) or (words[-1] in _GOVERNMENTS and "of" not in words):
        return _GOVERNMENT_HEAD
    return _BODY_HEAD
