"""Reads a title back from its last word: "[Badghis provincial police] chief", "[Water and Power] Secretary"."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.extractors.actors.portfolios import PORTFOLIOS
from afghanbrief.text.tokens import Tokens

# Pronouns that stand for a body or a state.
POSSESSORS: Final = frozenset(("its", "their"))
_LONGEST_TITLE: Final = 6
# Words of fields in capitals.
_LONGEST_FIELDS: Final = 3
_LONGEST_COMPOUND: Final = 2
# Words of a compound title that opens a sentence: "Refugees and repatriation director".
_LONGEST_OPENING: Final = 4
# Titles that everyday nouns modify where a sentence opens with them.
_OPENED: Final = frozenset(
    "director head chief manager officer official minister secretary commissioner coordinator spokesman spokeswoman "
    "chairman chairwoman adviser".split()
)
# Few nouns end in these: "a powerful chief".
_ADJECTIVE_ENDINGS: Final = ("ful", "ous", "ive", "less", "ble", "ed", "ing", "ish", "est", "al", "ic", "ary")
_NO_NOUN: Final = lx.COMMON | lx.AUXILIARY | lx.ADVERB | lx.SPEECH
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
    if not classes.get(words[stop - 1], 0) & lx.TITLE_END or (words[stop - 1] == "pm" and forms[stop - 1] != "PM"):
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
    begin = _with_fields(tokens, begin, stop, lexicon)
    return _at_opening(tokens, _with_nouns(tokens, begin, lexicon), stop, lexicon)


def _with_fields(tokens: Tokens, begin: int, stop: int, lexicon: Lexicon) -> int:
    """Go back over the fields of an office in capitals: "[Irrigation] Minister X", "[Water and Power] Secretary X"."""
    words, gaps, forms = tokens.words, tokens.gaps, tokens.forms
    if words[stop - 1] not in PORTFOLIOS or forms[begin] == words[begin]:
        return begin
    position = begin
    while position and begin - position < _LONGEST_FIELDS and gaps[position] == " ":
        word = words[position - 1]
        if word == "and" and position < begin:
            position -= 1
            continue
        plain = forms[position - 1] == word or word not in lexicon.dictionary
        if (
            plain
            or lexicon.classes.get(word, 0) & (_NO_NOUN | lx.LISTED | lx.NOT_NAME)
            or word in lexicon["title_outside"]
        ):
            break
        position -= 1
    return position + (words[position] == "and")


def _with_nouns(tokens: Tokens, begin: int, lexicon: Lexicon) -> int:
    """Go back over the common nouns of a compound title behind a possessor or article: "its [media] chief"."""
    words, gaps, forms, classes = tokens.words, tokens.gaps, tokens.forms, lexicon.classes
    position = begin
    while position > 1 and begin - position < _LONGEST_COMPOUND and gaps[position] == " ":
        word = words[position - 1]
        if (word == "s" and gaps[position - 1] == "'") or (word in POSSESSORS and position < begin):
            return position
        if (
            forms[position - 1] != word
            or word not in lexicon.dictionary
            or classes.get(word, 0) & _NO_NOUN
            or word.endswith(_ADJECTIVE_ENDINGS)
            or word in lexicon["title_outside"]
            or word in lexicon["role_modifiers_outside"]
        ):
            return begin
        position -= 1
    opens = position > 1 and words[position - 1] == "s" and gaps[position - 1] == "'" and gaps[position] == " "
    return position if opens else begin


def _at_opening(tokens: Tokens, begin: int, stop: int, lexicon: Lexicon) -> int:
    """Go back over the nouns of a compound title that opens a sentence: "[Refugees and repatriation] director X"."""
    words, gaps, forms, classes = tokens.words, tokens.gaps, tokens.forms, lexicon.classes
    if words[stop - 1] not in _OPENED or forms[begin] != words[begin]:
        return begin
    position = begin
    while position and begin - position < _LONGEST_OPENING and gaps[position] == " ":
        word = words[position - 1]
        if word == "and" and position < begin:
            position -= 1
            continue
        if word not in lexicon.dictionary or classes.get(word, 0) & _NO_NOUN or word in lexicon["title_outside"]:
            return begin
        position -= 1
        if forms[position] != word:
            gap = gaps[position]
            return position if not position or "." in gap or "\n" in gap else begin
    return begin
