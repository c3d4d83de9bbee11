"""Reads the office that stands behind a person's name in apposition: "X, a Taliban spokesman"."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.function_words import DAYS, SPACES
from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.extractors.actors.portfolios import end_of_fields, is_portfolio
from afghanbrief.extractors.actors.roles import (
    COMMAS,
    INSIDE,
    ON_FIELDS,
    PAST,
    PREPOSITIONS,
    Office,
)
from afghanbrief.extractors.actors.titles import DETERMINERS, PLURAL_POSSESSIVE, POSSESSORS
from afghanbrief.text.tokens import Tokens

_WINDOW: Final = 12
_LONGEST_POSSESSOR: Final = 6
_LONGEST_COMPLEMENT: Final = 7
_LONGEST_INSERTION: Final = 6
_LONGEST_REGION: Final = 4
# Verbs that "as" must follow, and those of leaving among them: "resigned as", "stepped down as".
_LEAVING: Final = frozenset(("quit", "resigned", "resigns", "retired", "stepped", "stood"))
_AS_VERBS: Final = _LEAVING | {"served", "serves", "worked", "acted", "acts"}
OFFICE_VERBS: Final = _AS_VERBS | {"is", "was", "became", "remains"}
_APPOINTED: Final = frozenset(("appointed", "named", "made", "elected", "nominated", "confirmed", "reelected"))
_REMOVED: Final = frozenset(("sacked", "fired", "dismissed", "removed", "ousted", "replaced", "suspended"))
_WHEN: Final = ("last", "this", "next", "yesterday", "since", "until", "after", "before")
# Verbs that put somebody into an office, before the name.
APPOINTING: Final = frozenset(
    "appoint appoints appointed appointing name names named naming elect elects elected nominate nominates nominated"
    " nominating hired promoted confirmed picked chose reappointed tapped".split()
)
_RUNNING: Final = frozenset((" ", "\n", "\r\n", "-", "'", "."))
_OWNING: Final = ("for", "of", "at")
_ENDS: Final = frozenset(
    ("who", "and", "or", "in", "at", "on", "from", "of", "but", "to", "be", "wants", "like", "as", "by")
)
_STOPS: Final = frozenset(("who", "that", "which", "said", "says", "told", "in", "at", "from", "by", "with"))


def read_behind(tokens: Tokens, stop: int, lexicon: Lexicon) -> Office | None:
    """Read an apposition: "X, 38, the head of the ward", "X, Armenia's deputy minister".

    Arguments:
        tokens: the document's tokens.
        stop: index after the name's last token.
        lexicon: the word lists.

    Returns:
        The office, or ``None``.
    """
    words, gaps = tokens.words, tokens.gaps
    count = len(words)
    if stop >= count:
        return None
    position = stop
    if gaps[stop] == " (" and words[stop].isdigit() and stop + 1 < count and gaps[stop + 1] == "), ":
        # "X (61), a former mayor"
        position = stop + 1
    elif gaps[stop] not in COMMAS:
        return None
    if words[position].isdigit() and position + 1 < count and gaps[position + 1] == ", ":
        position += 1
    if words[position : position + 2] == ("one", "of"):
        # "X, one of the party's leaders"
        position += 2
        return _read_from(tokens, position, lexicon, of_several=True)
    return _read_from(tokens, position, lexicon)


def read_relative_office(tokens: Tokens, office: Office, lexicon: Lexicon) -> Office | None:
    """Read the office that a relative clause adds: "X, a former envoy who is now a fellow at the Institute".

    Arguments:
        tokens: the document's tokens.
        office: what stands before the clause.
        lexicon: the word lists.

    Returns:
        The second office, or ``None``.
    """
    words, gaps = tokens.words, tokens.gaps
    stop = max(office.stop, office.of_stop)
    if words[stop : stop + 1] != ("who",) or gaps[stop] not in SPACES:
        return None
    verb = stop + 1
    return _read_clause(tokens, verb + (words[verb : verb + 1] == ("now",)), lexicon)


def read_predicate_office(tokens: Tokens, stop: int, lexicon: Lexicon) -> Office | None:
    """Read an office that a clause states: "X served as justice minister", "X, the eldest, is head of the board".

    Arguments:
        tokens: the document's tokens.
        stop: index after the name's last token.
        lexicon: the word lists.

    Returns:
        The office, or ``None``.
    """
    words, gaps = tokens.words, tokens.gaps
    position = stop
    limit = len(words) - 2
    if position >= limit:
        return None
    if gaps[position] == ", " and words[position] == "who":
        # "Y, who became president in 2009,"
        position += 1
        if gaps[position] not in SPACES:
            return None
    elif gaps[position] == ", ":
        # One short insertion may stand between.
        closing = position + 1
        while closing < limit and closing - position < _LONGEST_INSERTION and gaps[closing] == " ":
            closing += 1
        if closing >= limit or gaps[closing] != ", ":
            return None
        position = closing
    elif gaps[position] not in SPACES:
        return None
    return _read_clause(tokens, position, lexicon)


def _read_clause(tokens: Tokens, verb: int, lexicon: Lexicon) -> Office | None:
    """Read what a verb says of its subject: "is now head of the board", "served as envoy", "was named minister"."""
    words = tokens.words
    if verb + 2 >= len(words) or words[verb] not in OFFICE_VERBS:
        return None
    position = verb + 1
    past = words[verb] in _LEAVING
    if words[verb] in ("stepped", "stood"):
        position += words[position] == "down"
    if words[verb] == "was" and words[position] in _REMOVED and words[position + 1] == "as":
        past, position = True, position + 1
    elif words[verb] in _AS_VERBS and words[position] != "as":
        return None
    position += words[verb] == "was" and words[position] in _APPOINTED
    position += words[position] in ("as", "now", "also")
    office = _read_stated(tokens, position, lexicon)
    if office is None:
        return None
    if past:
        office = office._replace(past=True)
    behind = office.of_stop
    runs_on = office.stop <= office.of_first < behind < len(words) and tokens.gaps[behind] in SPACES
    if runs_on and lexicon.classes.get(words[behind], 0) & (lx.AUXILIARY | lx.SPEECH | lx.ACTION):
        # "is governor of Khost and Y was minister": another clause has begun.
        for here in range(office.of_first + 1, behind):
            if words[here] == "and":
                return office._replace(of_stop=here)
        return office._replace(of_first=-1, of_stop=-1, tie="")
    return office


def read_appointed(tokens: Tokens, first: int, stop: int, lexicon: Lexicon) -> Office | None:
    """Read the office into which somebody is put: "named X justice minister", "swore in X as prime minister".

    Arguments:
        tokens: the document's tokens.
        first: index of the name's first token.
        stop: index after its last token.
        lexicon: the word lists.

    Returns:
        The office, or ``None``.
    """
    words, gaps = tokens.words, tokens.gaps
    if first < 1 or stop + 1 >= len(words) or gaps[stop] not in SPACES or gaps[first] not in SPACES:
        return None
    bound = words[stop] == "as"
    before = words[first - 1]
    if before in APPOINTING:
        # "named X justice minister", but "was named X"
        if not bound and (first < 2 or lexicon.classes.get(words[first - 2], 0) & lx.AUXILIARY):
            return None
    elif not bound or not (
        words[first - 2 : first] == ("swore", "in") or words[first - 2 : first] == ("replaced", "by")
    ):
        return None
    position = stop + bound
    office = _read_stated(tokens, position, lexicon)
    return office if office is not None and (bound or office.first <= position + 1) else None


def _read_stated(tokens: Tokens, position: int, lexicon: Lexicon) -> Office | None:
    """Read an office that a clause says of its subject, rather than a word inside another phrase."""
    words, gaps, forms = tokens.words, tokens.gaps, tokens.forms
    office = _read_from(tokens, position, lexicon) if gaps[position] in SPACES else None
    if office is None or office.first - position > _LONGEST_POSSESSOR:
        return None
    following = forms[office.stop] if office.stop < len(words) and gaps[office.stop] in SPACES else ""
    if following[:1].isupper():
        # "was President Ghani's guest"
        return None
    functions = lexicon["pronouns"]
    for here in range(position, office.first):
        word = words[here]
        if word in DETERMINERS if here > position else word in functions and word not in DETERMINERS:
            return None
    return office


def _read_from(tokens: Tokens, position: int, lexicon: Lexicon, *, of_several: bool = False) -> Office | None:
    """Read the office whose description begins at a token; behind "one of" it is told in the plural."""
    words, gaps, forms, classes = tokens.words, tokens.gaps, tokens.forms, lexicon.classes
    count = len(words)
    outside, apposed = lexicon["title_outside"], lexicon["apposed_titles"]
    start = position
    of_first = of_stop = -1
    tie = ""
    past = False
    limit = min(count, position + _WINDOW)
    here = position
    while here < limit:
        word = words[here]
        if here > position and gaps[here] not in INSIDE:
            if gaps[here] != PLURAL_POSSESSIVE:
                return None
            if of_stop != here:
                of_first, of_stop = start, here
            start = here
        kind = classes.get(word, 0)
        if word in DETERMINERS:
            if here > position and words[here - 1][-2:] == "ed" and classes.get(words[here - 1], 0) & lx.ACTION:
                # "X, thanked the mayor"
                return None
            start = here + 1
            tie = word if word in POSSESSORS or word in ("his", "her") else ""
        elif gaps[here] == "'" and word == "s":
            if of_stop != here:
                of_first, of_stop = start, here
            start = here + 1
        elif word in outside:
            start = here + 1
            past = past or word in PAST
        elif of_several and word[-1] == "s" and (word[:-1],) in lexicon.titles:
            office = _apposed(tokens, start, here, here + 1, (of_first, of_stop), lexicon)
            return None if office is None else office._replace(past=past, tie=office.tie or tie)
        elif (kind & lx.TITLE or word in apposed) and forms[here][0].isalpha():
            end = _title_forward(tokens, here, limit, lexicon)
            if end < 0:
                if kind & (lx.AUXILIARY | lx.SPEECH):
                    return None
                if forms[here] != word:
                    # "a Defense Ministry spokesman": the word begins titles, but here a name.
                    if of_stop != here or gaps[here] not in INSIDE:
                        of_first = here
                    of_stop = start = here + 1
                here += 1
                continue
            regional = _regional_behind(tokens, end, limit, lexicon)
            if regional > end:
                # "deputy Middle East director": the region stands inside the title.
                office = _apposed(tokens, here, here, regional, (of_first, of_stop), lexicon)
                return None if office is None else office._replace(past=past, tie=office.tie or tie)
            if end < limit and words[end] == "s" and gaps[end] == "'":
                of_first, of_stop, start, here = start, end, end + 1, end + 1
                continue
            office = _apposed(tokens, start, here, end, (of_first, of_stop), lexicon)
            if office is None:
                return None
            return office._replace(past=past, tie=office.tie or tie)
        elif kind & (lx.AUXILIARY | lx.SPEECH) or word in _ENDS:
            return None
        elif forms[here] != word:
            if of_stop != here or gaps[here] not in INSIDE:
                of_first = here
            of_stop = here + 1
            start = here + 1
        elif word[0].isdigit():
            start = here + 1
        here += 1
    return None


def _regional_behind(tokens: Tokens, end: int, limit: int, lexicon: Lexicon) -> int:
    """Give the index after "Middle East director" behind "deputy" or another modifier, or 0."""
    words, gaps, forms = tokens.words, tokens.gaps, tokens.forms
    if not lexicon.classes.get(words[end - 1], 0) & lx.TITLE_MODIFIER:
        return 0
    position = end
    while position < limit and position - end < _LONGEST_REGION and gaps[position] == " ":
        if forms[position] == words[position]:
            return position + 1 if position > end and words[position] in lexicon["regional_titles"] else 0
        position += 1
    return 0


def _title_forward(tokens: Tokens, first: int, limit: int, lexicon: Lexicon) -> int:
    """Give the index after the longest chain of titles that begins at a token, or -1."""
    words, gaps = tokens.words, tokens.gaps
    end = -1
    position = first
    while position < limit and (position == first or gaps[position] in (" ", "-", "\n")):
        best = -1
        for title in lexicon.titles_by_first.get(words[position], ()):
            if words[position : position + len(title)] == title:
                best = position + len(title)
                break
        if best < 0 and words[position] in lexicon["apposed_titles"]:
            best = position + 1
        if best < 0:
            break
        end = position = best
    return end


def _apposed(tokens: Tokens, start: int, head: int, end: int, of: tuple[int, int], lexicon: Lexicon) -> Office | None:
    words, gaps, forms, classes = tokens.words, tokens.gaps, tokens.forms, lexicon.classes
    count = len(words)
    if end < count and gaps[end] in SPACES and words[end] in lexicon["role_heads"]:
        end += 1
    link = words[end] if end < count and gaps[end] in SPACES and words[end] in PREPOSITIONS else ""
    if words[end - 1] in lexicon["kin"]:
        return None
    based = words[end : end + 1] == ("based",) and gaps[end] in SPACES
    if words[end - 1] in lexicon["occupations"] and link not in ("of", "at", "for") and not based:
        if words[end - 1] not in lexicon["apposed_titles"] or of[0] < 0:
            return None
    if end < count and gaps[end] in ("'", "-"):
        return None
    begin = start if head - start <= 4 else head
    of_first, of_stop = of
    if of_stop > begin:
        begin = max(begin, of_stop)
    while begin < head and (
        words[begin] in lexicon["role_modifiers_outside"] or classes.get(words[begin], 0) & lx.ADVERB
    ):
        begin += 1
    tie = "of" if of_first >= 0 else ""
    head_word = words[end - 1]
    behind = words[end] if end < count and gaps[end] in SPACES else ""
    if (behind == "for" and head_word in lexicon["field_titles"]) or (behind == "on" and head_word in ON_FIELDS):
        # "senior adviser on Egypt for the Relief Board": the field belongs to the title.
        stop = _end_of_phrase(tokens, end + 1, lexicon)
        for owner in range(end + 2, stop - 1):
            if words[owner] in _OWNING and forms[owner + 1 + (words[owner + 1] == "the")][0].isupper():
                of_first, of_stop, tie = owner + 1 + (words[owner + 1] == "the"), stop, "of"
                stop = owner
                break
        if stop > end + 1:
            end = stop
    elif link == "of" and is_portfolio(tokens, end, _end_of_phrase(tokens, end + 1, lexicon), lexicon):
        # "the minister of agriculture, irrigation and livestock": the fields belong to the title.
        end = end_of_fields(tokens, _end_of_phrase(tokens, end + 1, lexicon), lexicon)
    elif link and link != "in":
        first = end + 1 + (words[end + 1 : end + 2] == ("the",))
        stop = _end_of_phrase(tokens, first, lexicon)
        for owner in range(stop - 1, first, -1):
            if words[owner] == "s" and gaps[owner] == "'":
                # "the head of India's Northern Command" heads the command, one "of the Taliban's office" is theirs.
                named = owner + 1 < stop and forms[owner + 1] != words[owner + 1]
                first, stop = (owner + 1, stop) if named else (first, owner)
                break
        if stop > first:
            abroad = link == "to" or (link == "at" and head_word in lexicon["missions"])
            if not abroad or of_first < 0:
                of_first, of_stop, tie = first, stop, "to" if abroad else "of"
    if of_stop > of_first >= 0 and forms[of_first] == words[of_first] and of_stop - of_first > _LONGEST_POSSESSOR:
        of_first, of_stop, tie = -1, -1, ""
    return Office(begin, end, of_first, of_stop, tie)


def _end_of_phrase(tokens: Tokens, first: int, lexicon: Lexicon) -> int:
    """Tell where the noun phrase behind "of" or "for" ends: at a comma, a preposition of place or a verb."""
    words, gaps, classes = tokens.words, tokens.gaps, lexicon.classes
    position = first
    while position < len(words) and position - first < _LONGEST_COMPLEMENT:
        gap = gaps[position]
        if gap not in _RUNNING:
            if gap != ". " or len(words[position - 1]) != 1 or position == first:
                break
        kind = classes.get(words[position], 0)
        word = words[position]
        if word in _STOPS:
            if word != "in" or not _is_office_somewhere(tokens, position, lexicon):
                break
        elif tokens.forms[position] == word and kind & (lx.AUXILIARY | lx.SPEECH) and position > first:
            break
        elif position > first and (
            word in _WHEN or (word == "on" and words[position + 1 : position + 2] and words[position + 1] in DAYS)
        ):
            # "chief executive of Tandala Motors on Monday"
            break
        position += 1
    while position > first and words[position - 1] in ("of", "the", "and", "for", "in"):
        position -= 1
    return position


def _is_office_somewhere(tokens: Tokens, position: int, lexicon: Lexicon) -> bool:
    """Tell whether "in" and a place name close the name of a branch: "the IOM office in Herat"."""
    after = position + 1
    return (
        tokens.words[position - 1] in lexicon["branches"]
        and after < len(tokens)
        and tokens.gaps[after] in SPACES
        and tokens.forms[after] != tokens.words[after]
    )
