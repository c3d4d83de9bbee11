"""Finds described actors: governments and forces of a country, officials, fighters and residents who act or speak."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import compress
from typing import NamedTuple

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.extractors.actors.predicates import BEHIND_PARTICIPLES
from afghanbrief.kinds.actors import MentionForm, MentionType
from afghanbrief.text.tokens import Tokens

_GOVERNMENTS = frozenset(["government", "administration", "regime", "authorities", "govt"])
_FORCES = frozenset(
    ["forces", "military", "army", "navy", "police", "parliament", "embassy", "ministry", "senate", "coastguard"]
)
_OWN_FORCES = ("army", "military", "navy")
_FORCE_MODIFIERS = frozenset(
    "security armed air special national border military ground defence defense local foreign interior finance health"
    " justice education state civil coalition joint police".split()
)
# "Afghan police officials" are officials, not police.
_HEADS_BEHIND_FORCES = frozenset(
    "officials official officers officer chief chiefs spokesman spokeswoman spokesperson commander commanders sources"
    " source intelligence leaders leader base bases post posts headquarters unit units vehicle vehicles convoy convoys"
    " campaign operation operations campaign support aid action training equipment cadets general generals recruits"
    " attack attacks strike strikes checkpoint checkpoints station stations helicopter helicopters camp camps".split()
)
_LONGEST_PREMODIFIER = 5
_LOOK_AHEAD = 7
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "to"))
_PHRASE = frozenset(("in", "of", "from", "at", "on", "with", "who", "for"))
# Heads that name nobody unless a modifier stands before them.
_SINGULAR_ALONE = frozenset(
    ["secretary", "director", "coordinator", "guard", "source", "chairman", "leader", "leaders", "head"]
)
_MODAL = frozenset("has have had will would did may might could must should".split())
_SPACES = (" ", "\n", "\r\n")


class Described(NamedTuple):
    """A described actor.

    Attributes:
        first: index of its first token.
        stop: index after its last token.
        type: the type of its mention.
        form: the form of its mention.
        rule: the rule that found it.
    """

    first: int
    stop: int
    type: MentionType
    form: MentionForm
    rule: str


def find_bodies(tokens: Tokens, countries: list[tuple[int, int]], lexicon: Lexicon) -> list[Described]:
    """Find what follows a country's adjective or name: its government, its forces.

    Arguments:
        tokens: the document's tokens.
        countries: first and stop of each name or adjective of a country.
        lexicon: the word lists.

    Returns:
        Described actors, the adjective inside.
    """
    found: list[Described] = []
    words, gaps, count = tokens.words, tokens.gaps, len(tokens)
    for first, stop in countries:
        if first > 1 and words[first - 1 - (words[first - 1] == "the")] == "of":
            start = first - 2 - (words[first - 1] == "the")
            if start >= 0 and words[start] == "government" and gaps[start + 1] == " ":
                found.append(Described(start, stop, "government", "name", "government-of-country"))
                continue
        possessive = gaps[stop] == "'" and stop < count and words[stop] == "s"
        position = stop + possessive
        skipped = 0
        while (
            position < count
            and (gaps[position] in _SPACES or gaps[position] == ". ")
            and words[position] in _FORCE_MODIFIERS
            and skipped < 3
        ):
            position += 1
            skipped += 1
        if skipped and words[position - 1] in _FORCES and words[position : position + 1] != ("forces",):
            # "the Israeli military said", "Turkish police arrested": what may modify is the head here.
            following = words[position] if position < count and gaps[position] in _SPACES else ""
            if following not in _FORCES and following not in _GOVERNMENTS and following not in _HEADS_BEHIND_FORCES:
                position -= 1
                skipped -= 1
        if position >= count or (gaps[position] not in _SPACES and (gaps[position] != ". " or position != stop)):
            continue
        if gaps[position] == ". " and (stop - first == 1 or tokens.forms[position] != words[position]):
            continue
        word = words[position]
        if possessive and word != "ministry" and (skipped or word not in _OWN_FORCES):
            continue
        if word in _GOVERNMENTS and not skipped:
            found.append(Described(first, position + 1, "government", "name", "government-of-country"))
        elif word == "opposition" and not possessive and _is_whole(tokens, position, lexicon):
            found.append(Described(first, position + 1, "organisation", "nominal", "opposition-of-country"))
        elif word in _FORCES and words[position + 1 : position + 2] not in (("chief",), ("spokesman",), ("officials",)):
            found.append(Described(first, position + 1, "organisation", "nominal", "forces-of-country"))
    return found


def _is_whole(tokens: Tokens, position: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun ends its phrase: no other noun follows that it would modify."""
    after = position + 1
    if after >= len(tokens) or tokens.gaps[after] not in _SPACES:
        return True
    word = tokens.words[after]
    verbal = lexicon.classes.get(word, 0) & (lx.AUXILIARY | lx.SPEECH | lx.ACTION)
    return bool(verbal) or word in lexicon["pronouns"]


def find_roles(tokens: Tokens, lexicon: Lexicon, starts: Mapping[int, int], persons: frozenset[int]) -> list[Described]:
    """Find unnamed persons who act or speak.

    Arguments:
        tokens: the document's tokens.
        lexicon: the word lists.
        starts: first token of each name by the index after its last one.
        persons: the indexes after the last tokens of names that may have a description in apposition.

    Returns:
        Described actors: premodifiers and head, no article.
    """
    heads = lexicon["role_heads"]
    found: list[Described] = []
    words, forms = tokens.words, tokens.forms
    for position in compress(range(len(words)), map(heads.__contains__, words)):
        word = words[position]
        if forms[position] != word:
            if len(word) > 1 and forms[position].isupper():
                continue
            if (
                words[position + 1 : position + 2] == ("of",)
                and (word, *words[position + 2 : position + 3]) in lexicon.title_links
            ):
                continue
        if _is_title(tokens, position) or not _speaks(tokens, position, lexicon):
            continue
        first = _first_premodifier(tokens, position, lexicon, starts)
        if first == position and word in _SINGULAR_ALONE:
            continue
        if first < position and word == "police":
            continue
        if _is_subject(tokens, first, persons):
            found.append(Described(first, position + 1, "role", "nominal", "acting-role"))
    return found


# Bodies of the state that are written small, by head: the words before it of which one must stand there.
_STATE_BODIES = {
    "ministry": frozenset(
        "defence defense interior foreign finance health justice education energy oil trade economy agriculture".split()
    ),
    "house": frozenset(("lower", "upper")),
    "bank": frozenset(("central",)),
    "court": frozenset(("supreme", "constitutional")),
    "parliament": frozenset(("",)),
}


STATE_BODY_HEADS = frozenset(_STATE_BODIES)


def find_state_bodies(tokens: Tokens, lexicon: Lexicon) -> list[Described]:
    """Find bodies of a state that are written small and act or speak: "the interior ministry said".

    Arguments:
        tokens: the document's tokens.
        lexicon: the word lists.

    Returns:
        Described actors, without article.
    """
    found: list[Described] = []
    words, gaps = tokens.words, tokens.gaps
    for position in compress(range(len(words)), map(STATE_BODY_HEADS.__contains__, words)):
        if tokens.forms[position] != words[position]:
            continue
        needed = _STATE_BODIES[words[position]]
        first = position
        if "" not in needed:
            if not position or gaps[position] not in _SPACES or words[position - 1] not in needed:
                continue
            first -= 1
        if _speaks(tokens, position, lexicon):
            found.append(Described(first, position + 1, "organisation", "nominal", "acting-body"))
    return found


def _is_title(tokens: Tokens, position: int) -> bool:
    """Tell whether a name follows: then the word is a title."""
    after = position + 1
    gap = tokens.gaps[after]
    if gap != " " and gap != ", " and gap != "\n":
        return False
    return (
        after < len(tokens.words)
        and tokens.forms[after] != tokens.words[after]
        and (gap != ", " or tokens.words[position - 1 : position] != ("the",))
    )


def _speaks(tokens: Tokens, position: int, lexicon: Lexicon) -> bool:
    words, gaps, class_of, adverbs = tokens.words, tokens.gaps, lexicon.classes.get, lexicon["adverbs"]
    if gaps[position + 1][:1] == "'":
        return False
    # "officials in Kabul said": a phrase of place or belonging may stand between.
    phrase = False
    auxiliary = ""
    for after in range(position + 1, min(position + 1 + _LOOK_AHEAD, len(words))):
        gap = gaps[after]
        word = words[after]
        kind = class_of(word, 0)
        if gap == ", ":
            if after == position + 1 and word == "speaking":
                return True
            if not (kind & lx.ADVERB or (word == "who" and not phrase) or words[after - 1] in adverbs):
                break
        elif gap not in (" ", "\n", "-", "'", ". ", ".") or (gap == "'" and word == "s"):
            break
        if kind & lx.SPEECH and gap != "-":
            return auxiliary not in _BE and words[after - 1] not in ("the", "a", "to")
        if kind & lx.ACTION and gap in _SPACES and (not phrase or tokens.forms[after - 1] != words[after - 1]):
            if not auxiliary and not phrase and _disagrees(words[position], word):
                return False
            if auxiliary in _BE and not word.endswith("ing"):
                return False
            # "militants killed in Badghis" are killed.
            following = words[after + 1] if after + 1 < len(words) else ""
            return bool(auxiliary) or not (word.endswith("ed") and following in ("in", "by", "at", "on"))
        if word == "who":
            auxiliary = ""
        elif word in _PHRASE:
            phrase = True
        elif kind & lx.AUXILIARY:
            if word in _MODAL and words[after + 1 : after + 2] != ("been",):
                return True
            if not phrase:
                auxiliary = word
        elif not phrase and not kind & lx.ADVERB and not word.endswith("ly"):
            if word.endswith("ed") and gap in _SPACES and auxiliary not in _BE and after + 1 < len(words):
                # An unknown verb with an object: "doctors treated the wounded".
                if words[after + 1] not in BEHIND_PARTICIPLES and gaps[after + 1] in _SPACES:
                    return True
            break
    for before in range(position - 1, max(-1, position - 6), -1):
        word = words[before]
        if word in ("said", "says", "added") and before < position - 1 and gaps[before + 1] in _SPACES:
            return '"' in gaps[before] or "," in gaps[before] or "'" in gaps[before]
        if word == "to" and before and words[before - 1] == "according":
            return True
        if gaps[before + 1] not in (" ", "-", "\n", ".", ". "):
            break
    return False


def _disagrees(head: str, verb: str) -> bool:
    """Tell whether a singular head stands before a verb's base form: "rebel control" is no sentence."""
    return (
        not head.endswith(("s", "men", "people", "police", "women"))
        and not verb.endswith(("s", "ed"))
        and (f"{verb}s" in _BASE_FORMS or verb in _BASE_FORMS)
    )


# Verbs whose base form is also a noun.
_BASE_FORMS = frozenset(
    "control attack raid strike ambush fire hold stronghold plan report claim call demand move protest vote command"
    " force support trade talk work rule guard patrol campaign march visit".split()
)


def _is_subject(tokens: Tokens, first: int, persons: frozenset[int]) -> bool:
    """Tell whether a description may be a subject: neither in apposition to a name nor behind a preposition."""
    words, gaps = tokens.words, tokens.gaps
    back = first
    while back > 0 and first - back < 5 and gaps[back] in (" ", "-", "\n"):
        back -= 1
    if gaps[back] in (", ", "., ") and words[back] in _DETERMINERS and back in persons:
        return False
    before = first - 1
    if before > 0 and words[before] in _DETERMINERS and gaps[first] in _SPACES:
        before -= 1
    if before >= 0 and words[before] in _PREPOSITIONS and gaps[before + 1] in _SPACES:
        if words[before] == "to" and before and words[before - 1] == "according":
            return True
        return before > 0 and words[before] == "of" and words[before - 1] in _QUANTITIES
    return True


_DETERMINERS = frozenset(("a", "an", "the", "his", "her", "its", "their"))
_PREPOSITIONS = frozenset("of to for by with from in on at between among against about".split())
_QUANTITIES = frozenset(
    "dozens hundreds thousands group number scores majority most many some couple handful one".split()
)


def _first_premodifier(tokens: Tokens, position: int, lexicon: Lexicon, starts: Mapping[int, int]) -> int:
    first = position
    modifiers, outside = lexicon["role_modifiers"], lexicon["role_modifiers_outside"]
    while first > 0 and position - first < _LONGEST_PREMODIFIER and tokens.gaps[first] in (" ", "-", "\n", ". "):
        if tokens.gaps[first] == ". " and len(tokens.words[first - 1]) > 1:
            # "... to India. Officials in Ashgabat"
            break
        name = starts.get(first, -1)
        if name >= 0 and name < first:
            first = name
            continue
        word = tokens.words[first - 1]
        if word in outside or word not in modifiers or tokens.gaps[first] == ". ":
            break
        first -= 1
    return first
