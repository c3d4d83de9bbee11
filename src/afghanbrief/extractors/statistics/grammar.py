"""Reads the word classes of the noun-phrase grammar into one dictionary of bit sets."""

from __future__ import annotations

import functools

from afghanbrief.text.word_lists import classify_words, read_word_lists

_NAMES = (
    "determiner preposition conjunction clause relative pronoun auxiliary linking adverb measuring time number plural"
    " no_plural adjunct casualty participle no_participle verb level change transfer transitive change_noun numbering"
    " toll purchase glue whole_again unmeasured modifier rating_noun manner place event either personal no_adverb"
    " funded"
).split()
_BITS = {name: 1 << place for place, name in enumerate(_NAMES)}

DETERMINER = _BITS["determiner"]
PREPOSITION = _BITS["preposition"]
CONJUNCTION = _BITS["conjunction"]
CLAUSE = _BITS["clause"]
RELATIVE = _BITS["relative"]
PRONOUN = _BITS["pronoun"]
AUXILIARY = _BITS["auxiliary"]
LINKING = _BITS["linking"]
ADVERB = _BITS["adverb"]
MEASURING = _BITS["measuring"]
TIME = _BITS["time"]
NUMBER = _BITS["number"]
PLURAL = _BITS["plural"]
NO_PLURAL = _BITS["no_plural"]
ADJUNCT = _BITS["adjunct"]
CASUALTY = _BITS["casualty"]
PARTICIPLE = _BITS["participle"]
NO_PARTICIPLE = _BITS["no_participle"]
VERB = _BITS["verb"]
LEVEL = _BITS["level"]
CHANGE = _BITS["change"]
TRANSFER = _BITS["transfer"]
TRANSITIVE = _BITS["transitive"]
CHANGE_NOUN = _BITS["change_noun"]
NUMBERING = _BITS["numbering"]
TOLL = _BITS["toll"]
PURCHASE = _BITS["purchase"]
GLUE = _BITS["glue"]
WHOLE_AGAIN = _BITS["whole_again"]
UNMEASURED = _BITS["unmeasured"]
MODIFIER = _BITS["modifier"]
RATING_NOUN = _BITS["rating_noun"]
MANNER = _BITS["manner"]
PLACE = _BITS["place"]
EVENT = _BITS["event"]
EITHER = _BITS["either"]
PERSONAL = _BITS["personal"]
NO_ADVERB = _BITS["no_adverb"]
FUNDED = _BITS["funded"]

# Any of these ends a noun phrase on either side.
FUNCTION = DETERMINER | PREPOSITION | CLAUSE | RELATIVE | PRONOUN | AUXILIARY


@functools.cache
def word_classes() -> dict[str, int]:
    """Give the bit set of classes of every word that the grammar knows, keyed by its lower-case form."""
    return classify_words(read_word_lists("afghanbrief.extractors.statistics", "phrases.toml"), _BITS)
