"""Reads the word classes of the noun-phrase grammar into one dictionary of bit sets."""

from __future__ import annotations

import functools
from typing import Final

from afghanbrief.text.word_lists import classify_words, read_word_lists

_NAMES: Final = (
    "determiner preposition conjunction clause relative pronoun auxiliary linking adverb measuring time number plural"
    " no_plural adjunct casualty participle no_participle verb level change transfer transitive change_noun numbering"
    " toll purchase glue whole_again unmeasured modifier rating_noun manner place event either personal no_adverb"
    " funded"
).split()
_BITS: Final = {name: 1 << place for place, name in enumerate(_NAMES)}

DETERMINER: Final = _BITS["determiner"]
PREPOSITION: Final = _BITS["preposition"]
CONJUNCTION: Final = _BITS["conjunction"]
CLAUSE: Final = _BITS["clause"]
RELATIVE: Final = _BITS["relative"]
PRONOUN: Final = _BITS["pronoun"]
AUXILIARY: Final = _BITS["auxiliary"]
LINKING: Final = _BITS["linking"]
ADVERB: Final = _BITS["adverb"]
MEASURING: Final = _BITS["measuring"]
TIME: Final = _BITS["time"]
NUMBER: Final = _BITS["number"]
PLURAL: Final = _BITS["plural"]
NO_PLURAL: Final = _BITS["no_plural"]
ADJUNCT: Final = _BITS["adjunct"]
CASUALTY: Final = _BITS["casualty"]
PARTICIPLE: Final = _BITS["participle"]
NO_PARTICIPLE: Final = _BITS["no_participle"]
VERB: Final = _BITS["verb"]
LEVEL: Final = _BITS["level"]
CHANGE: Final = _BITS["change"]
TRANSFER: Final = _BITS["transfer"]
TRANSITIVE: Final = _BITS["transitive"]
CHANGE_NOUN: Final = _BITS["change_noun"]
NUMBERING: Final = _BITS["numbering"]
TOLL: Final = _BITS["toll"]
PURCHASE: Final = _BITS["purchase"]
GLUE: Final = _BITS["glue"]
WHOLE_AGAIN: Final = _BITS["whole_again"]
UNMEASURED: Final = _BITS["unmeasured"]
MODIFIER: Final = _BITS["modifier"]
RATING_NOUN: Final = _BITS["rating_noun"]
MANNER: Final = _BITS["manner"]
PLACE: Final = _BITS["place"]
EVENT: Final = _BITS["event"]
EITHER: Final = _BITS["either"]
PERSONAL: Final = _BITS["personal"]
NO_ADVERB: Final = _BITS["no_adverb"]
FUNDED: Final = _BITS["funded"]

# Any of these ends a noun phrase on either side.
FUNCTION: Final = DETERMINER | PREPOSITION | CLAUSE | RELATIVE | PRONOUN | AUXILIARY


@functools.cache
def word_classes() -> dict[str, int]:
    """Give the bit set of classes of every word that the grammar knows, keyed by its lower-case form."""
    return classify_words(read_word_lists("afghanbrief.extractors.statistics", "phrases.toml"), _BITS)
