"""Grammar of sets: daily, every day, each May, per month."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.dates.amounts import amount_value, unit_of
from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.names import is_newspaper
from afghanbrief.extractors.dates.scan import Scan

_ORDINALS: Final = {"second": "2", "third": "3", "fourth": "4", "fifth": "5"}


def repeated(scan: Scan, index: int) -> Expression | None:
    """Read a set: "every day", "each May", "every two years", "per month"."""
    words = scan.words
    word = words[index]
    j = index + 1
    if scan.gap(j) != " " or j >= scan.count:
        return None
    letter = scan.letter(j)
    found = Expression(index, j + 1, "set", "repeated")
    if word == "per" and letter not in "uh":
        return None
    if letter in "sO" and words[j] in ("other", "second", "third") and scan.letter(j + 1) == "W":
        j += 1
        letter, found.after = "W", j + 1
    if letter == "s" and words[j] in ("single", "other", "passing"):
        count = "2" if words[j] == "other" else "1"
        j += 1
        letter = scan.letter(j)
        if letter in "uh":
            found.after, found.value = j + 1, "P" + amount_value(count, unit_of(scan, j))
            return found
        if letter == "P" and count == "2":
            # "every other night"
            found.after, found.value = j + 1, "P2D"
            return found
        return None
    if letter in "sO" and words[j] in _ORDINALS and scan.letter(j + 1) in "uh":
        # "every second week"
        found.after = j + 2
        found.value = "P" + amount_value(_ORDINALS[words[j]], unit_of(scan, j + 1))
        return found
    if letter in "uh":
        unit = unit_of(scan, j)
        found.value = "P" + amount_value("1", unit) if unit != "WE" else "XXXX-WXX-WE"
        return found
    if letter == "W":
        found.value = f"XXXX-WXX-{scan.values['W'][words[j]]}"
        if scan.letter(j + 1) == "P":
            found.after, found.value = j + 2, found.value + str(scan.values["P"][words[j + 1]])
        return found
    if letter in "Mm":
        month = int(scan.values[letter][words[j]])
        found.value = f"XXXX-{month:02d}"
        if scan.letter(j + 1) in "do":
            found.after, found.value = j + 2, f"XXXX-{month:02d}-{int(words[j + 1].rstrip('sthnrd')):02d}"
        return found
    if letter == "S":
        found.value = "XXXX-" + str(scan.values["S"][words[j]])
        return found
    if letter == "P":
        found.value = "XXXX-XX-XX" + str(scan.values["P"][words[j]])
        return found
    number = scan.number(j)
    if number and scan.letter(number[1]) in "Uk":
        found.after, found.value = number[1] + 1, "P" + amount_value(number[0], unit_of(scan, number[1]))
        return found
    return None


def set_word(scan: Scan, index: int) -> Expression | None:
    """Read "daily", "quarterly", "per annum", "bi-weekly", unless it names a paper."""
    if is_newspaper(scan, index):
        return None
    found = Expression(index, index + 1, "set", "set-adverb")
    values = scan.values["v"]
    word, before, gap = scan.words[index], scan.words[index - 1], scan.gap(index)
    found.value = str(values[word])
    if before == "per" and gap == " ":
        found.first = index - 1
    elif before == "bi" and gap == "-":
        # "bi-weekly" is "biweekly"
        found.first, found.value = index - 1, str(values.get("bi" + word, found.value))
    elif word == "annum":
        return None
    return found
