"""Reads a title back from its last word: "[Badghis provincial police] chief", "[Water and Power] Secretary"."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.gazetteers import words_of_states
from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.extractors.actors.portfolios import PORTFOLIOS
from afghanbrief.text.tokens import Tokens

# Pronouns that stand for a body or a state.
POSSESSORS: Final = frozenset(("its", "their"))
# What stands behind a possessor in "s".
PLURAL_POSSESSIVE: Final = "' "
DETERMINERS: Final = frozenset(("the", "a", "an", "its", "their", "his", "her", "our", "this", "one"))
_LONGEST_TITLE: Final = 6
_LONGEST_COMPOUND: Final = 4
# Titles that everyday nouns modify where a sentence opens with them.
_OPENED: Final = frozenset(
    "director head chief manager officer official minister secretary commissioner coordinator spokesman spokeswoman "
    "chairman chairwoman adviser".split()
)
# Few nouns end in these: "a powerful chief".
_ADJECTIVE_ENDINGS: Final = ("ful", "ous", "ive", "less", "ble", "ed", "ing", "ish", "est", "al", "ic", "ary")
_NO_NOUN: Final = lx.COMMON | lx.AUXILIARY | lx.ADVERB | lx.SPEECH
_NO_FIELD: Final = lx.AUXILIARY | lx.ADVERB | lx.SPEECH | lx.NOT_NAME
_TITLE_WORD: Final = lx.TITLE | lx.TITLE_MODIFIER


def title_back(tokens: Tokens, stop: int, lexicon: Lexicon) -> int:
    """Give the first token of a title, its modifiers inside.

    Arguments:
        tokens: the document's tokens.
        stop: index after the title's last token.
        lexicon: the word lists.

    Returns:
        The index, or -1 if no title ends there.
    """
    words, gaps, forms, classes = tokens.words, tokens.gaps, tokens.forms, lexicon.classes
    if not classes.get(words[stop - 1], 0) & lx.TITLE_END or (
        words[stop - 1] in ("pm", "cm") and not forms[stop - 1].isupper()
    ):
        # "at 5 pm Karim Noor said"
        return -1
    titles = lexicon.titles
    begin = -1
    for length in range(1, min(lexicon.longest_title, stop) + 1):
        first = stop - length
        if length > 1 and gaps[first + 1] not in (" ", "-", "\n", ". ", "'"):
            break
        if words[first:stop] in titles:
            begin = first
    if begin < 0:
        return -1
    if words[begin:stop] in lexicon.ranks and not (
        begin and forms[begin] == words[begin] and forms[begin - 1] == words[begin - 1] in lexicon["role_modifiers"]
    ):
        # "army commander" is more than a rank.
        return begin
    if begin and classes.get(words[begin], 0) & lx.KEPT and classes.get(words[begin - 1], 0) & lx.TITLE_END:
        # "spokesman Sheikh X": two titles
        return begin
    modifiers, outside = lexicon["role_modifiers"], lexicon["title_outside"]
    while begin and stop - begin < _LONGEST_TITLE and gaps[begin] in (" ", "-", "\n"):
        word = words[begin - 1]
        if (
            forms[begin] == words[begin]
            and forms[begin - 1] != word
            and begin > 1
            and forms[begin - 2] != words[begin - 2]
            and gaps[begin - 1] == " "
        ):
            # "Lady Reading Hospital spokesman": the last word of a name modifies with all of it.
            break
        if word in outside or word in lexicon["role_modifiers_outside"]:
            break
        if not (classes.get(word, 0) & _TITLE_WORD or word in modifiers):
            break
        begin -= 1
    return _with_nouns(tokens, begin, stop, lexicon)


def _with_nouns(tokens: Tokens, begin: int, stop: int, lexicon: Lexicon) -> int:
    """Go back over the nouns of a compound title: "[Water and Power] Secretary X", "its [media] chief".

    Nouns in small letters need something before them that closes the title: a possessor, an article, a name, or the
    sentence's start, where the first has a capital: "[Refugees and repatriation] director X".
    """
    words, gaps, forms, classes = tokens.words, tokens.gaps, tokens.forms, lexicon.classes
    outside, modifiers = lexicon["title_outside"], lexicon["role_modifiers"]
    fields = forms[begin] != words[begin]
    if fields and words[stop - 1] not in PORTFOLIOS:
        return begin
    no_noun = _NO_FIELD if fields else _NO_NOUN
    position = begin
    while position and begin - position < _LONGEST_COMPOUND and gaps[position] == " ":
        word = words[position - 1]
        if word == "and" and position < (stop - 1 if fields else begin):
            position -= 1
            continue
        if (
            (forms[position - 1] != word) is not fields
            or word not in lexicon.dictionary
            or classes.get(word, 0) & no_noun
            or word in outside
            # "French Defence Secretary X": whose, not of what
            or (fields and (word in lexicon["pronouns"] or word in words_of_states()))
            or not (fields or word in modifiers or len(word) < 5 or not word.endswith(_ADJECTIVE_ENDINGS))
        ):
            break
        position -= 1
    if fields:
        return position + (words[position] == "and")
    if gaps[position] == PLURAL_POSSESSIVE:
        return position
    if not position or gaps[position] != " ":
        return begin
    before, gap = words[position - 1], gaps[position - 1]
    if (before == "s" and gap == "'") or before in DETERMINERS or before in outside:
        return position
    # "Obama chose party leader X": behind a name the first word may be a verb.
    acts = classes.get(words[position], 0) & lx.ACTION
    if acts or forms[position - 1] == before or classes.get(before, 0) & _NO_NOUN:
        return begin
    if before not in lexicon.dictionary:
        return position
    opens = position == 1 or "." in gap or "\n" in gap
    return position - 1 if opens and words[stop - 1] in _OPENED else begin
