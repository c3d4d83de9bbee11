"""Grammar of phrases around a unit of time: "the past two years", "last week", "every May", "two days later"."""

from __future__ import annotations

from afghanbrief.extractors.dates.absolute import spelled_year
from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.lunisolar import afghan_date
from afghanbrief.extractors.dates.scan import Scan

_AGO = {"ago": "ago", "later": "later", "earlier": "earlier", "hence": "hence", "afterwards": "later", "afterward": "later"}
_BEFORE = {"before": "earlier", "after": "later", "previously": "earlier", "prior": "earlier", "beforehand": "earlier"}
_DURATION_RELATIONS = frozenset(("last", "past", "next", "previous", "preceding", "coming", "following", "prior", "final", "latest", "recent", "subsequent", "ensuing", "full", "entire", "whole", "same"))
_RATED = frozenset(("times", "once", "twice", "percent", "cent", "dollars", "afghanis", "euros", "rupees", "pounds", "hours", "days", "miles", "kilometres", "kilometers"))
_RATE_STOPS = frozenset(("in", "for", "within", "after", "about", "than", "over", "is", "was", "only", "just", "nearly", "almost", "during"))


def noun_phrase(scan: Scan, index: int) -> Expression | None:
    """Read a phrase of determiner, relation, number and unit that begins at *index*."""
    shape, words = scan.shape, scan.words
    j = index
    determiner = relation = ""
    letter = shape[2 * j + 1]
    if letter in "tTZa":
        determiner = words[j]
        j += 1
        letter = shape[2 * j + 1]
        if shape[2 * j] != " ":
            return None
    ago = _year_ago(scan, index, j)
    if ago is not None:
        return ago
    if letter == "Y" and determiner == "the":
        return _year_period(scan, index, j)
    while letter == "r" and j < index + 3:
        if not relation or words[j] in ("past", "coming") or determiner == "same":
            relation = words[j]
        j += 1
        letter = shape[2 * j + 1]
        if shape[2 * j] not in " -":
            return None
    ordinal = 0
    if letter == "O" or letter == "o":
        ordinal = int(scan.values["O"][words[j]]) if letter == "O" else int(words[j].rstrip("sthnrd"))
        j += 1
        letter = shape[2 * j + 1]
        if shape[2 * j] not in " -":
            return None
    number = scan.number(j) if letter in "dnNYq" else None
    if letter == "q" and words[j] == "some" and number and scan.letter(number[1]) in "dnNY":
        return None
    amount = ""
    if number:
        amount, j = number
        if scan.gap(j) not in " -":
            return None
        if words[j - 1] != "of" and scan.word(j) == "of":
            return None
        if scan.word(j) in ("more", "full", "consecutive", "straight", "long", "brutal", "short", "additional", "further", "trading", "working", "calendar", "solid", "further", "and") and scan.letter(j + 1) in "uUhk&":
            if scan.word(j) == "and":
                return None
            j += 1
        elif scan.letter(j) == "&" and scan.letter(j + 1) in "dnN":
            upper = scan.number(j + 1)
            if upper and scan.letter(upper[1]) in "Uk" and scan.gap(upper[1]) in " -" and scan.words[j] != "and":
                return _duration(scan, index, upper[1], "X", determiner, relation, ordinal)
            return None
        letter = shape[2 * j + 1]
    fiscal = False
    if letter == "F":
        fiscal = True
        j += 1
        letter = shape[2 * j + 1]
        if letter == "O":
            ordinal = int(scan.values["O"][words[j]])
            j += 1
            letter = shape[2 * j + 1]
    if j >= scan.count or (j > index and shape[2 * j] not in " -"):
        return None
    if relation == "latest" and scan.word(j) == "period":
        found = Expression(index, j + 1, "unit", "unit-relation")
        found.relation, found.unit = "latest", "Q"
        return found
    if letter == "u" and not amount and not ordinal and determiner in ("", "the") and not relation:
        at = j + 2 if scan.gap(j + 1) == "'" and scan.word(j + 1) == "s" else j + 1
        if scan.word(at) == "end" and scan.gap(at) in " -" and words[j] in ("year", "month", "week", "quarter"):
            found = Expression(index, at + 1, "unit", "unit-end")
            found.relation, found.unit, found.mod = "the", _unit_of(scan, j), "END"
            return found
    if letter in "uUhk":
        return _unit_phrase(scan, index, j, determiner, relation, ordinal, amount, fiscal)
    if letter == "y":
        return _half(scan, index, j, determiner, relation, ordinal, amount)
    if amount:
        return None
    if letter == "P":
        return _part_of_day(scan, index, j, determiner, relation, ordinal)
    if letter in "SB":
        return _season(scan, index, j, determiner, relation)
    if letter == "W" and (relation or determiner in ("this", "that", "the")) and not ordinal:
        found = Expression(index, j + 1, "weekday", "weekday-relation")
        found.weekday = int(scan.values["W"][words[j]])
        found.relation = relation or determiner
        return found
    if letter in "Mm" and (relation or determiner == "this") and not ordinal:
        found = Expression(index, j + 1, "date", "month-relation")
        found.month = int(scan.values[letter][words[j]])
        found.relation = relation or determiner
        return found
    return None


def _year_ago(scan: Scan, index: int, j: int) -> Expression | None:
    # "the year-ago quarter", "the year-earlier period", "year-ago": a year before the period that is being told of
    if scan.word(j) == "comparable":
        j += 1
    if scan.word(j) != "year" or scan.gap(j + 1) != "-" or scan.word(j + 1) not in ("ago", "earlier"):
        return None
    after = j + 2
    found = Expression(index, after, "offset", "year-ago-period")
    found.count, found.unit, found.direction = "1", "Y", "earlier"
    if scan.letter(after) == "O" and scan.word(after + 1) == "quarter":
        found.part = f"Q{scan.values['O'][scan.words[after]]}"
        after += 1
    if scan.word(after) in ("quarter", "period"):
        found.after = after + 1
    return found


def _year_period(scan: Scan, index: int, j: int) -> Expression | None:
    # "the 1988 quarter", "the 1988 third quarter", "the 1988 period"
    after = j + 1
    found = Expression(index, after, "date", "year-period")
    found.year = int(scan.words[j])
    if scan.letter(after) == "O" and scan.word(after + 1) in ("quarter", "half"):
        found.part = ("Q" if scan.word(after + 1) == "quarter" else "H") + str(scan.values["O"][scan.words[after]])
        after += 1
    elif scan.word(after) not in ("quarter", "period"):
        return None
    found.after = after + 1
    return found


def _duration(scan: Scan, index: int, head: int, amount: str, determiner: str, relation: str, ordinal: int) -> Expression:
    unit = _unit_of(scan, head)
    found = Expression(index, head + 1, "duration", "duration-counted" if amount != "X" else "duration-vague")
    found.count, found.unit = amount, unit
    if relation or ordinal:
        found.rule = "duration-framed"
        found.relation = relation
        return found
    if scan.word(head + 1) == "and" and unit in "YMWD" and amount.isdigit():
        second = scan.number(head + 2) if scan.letter(head + 2) in "dnNY" else None
        if second and second[0].isdigit() and scan.letter(second[1]) in "uU" and scan.gap(second[1]) == " ":
            smaller = _unit_of(scan, second[1])
            if smaller in "YMWD" and "YMWD".index(smaller) > "YMWD".index(unit):
                found.value, found.after = f"P{amount}{unit}{second[0]}{smaller}", second[1] + 1
                found.rule = "duration-compound"
    return _with_direction(scan, found)


def _unit_of(scan: Scan, head: int) -> str:
    return str(scan.values[scan.shape[2 * head + 1]][scan.words[head]])


def _with_direction(scan: Scan, found: Expression) -> Expression:
    after = found.after
    word = scan.word(after)
    if scan.gap(after) in " -":
        if word == "or" and scan.word(after + 1) in ("so", "more"):
            found.mod = "APPROX" if scan.word(after + 1) == "so" else "EQUAL_OR_MORE"
            found.after = after = after + 2
            word = scan.word(after)
        direction = _AGO.get(word)
        if direction is None and word in _BEFORE and scan.gap(after + 1) not in " -'":
            direction = _BEFORE[word]
        if direction is None and word == "from" and scan.word(after + 1) == "now":
            found.after, direction = after + 2, "hence"
        elif direction:
            if word == "earlier" and scan.word(after + 1) == "than":
                return found
            found.after = after + 1
        elif word in ("before", "after") and scan.word(after + 1) == "that" and scan.gap(after + 2) not in " ":
            found.after, direction = after + 2, _BEFORE[word]
        if direction:
            found.kind, found.direction, found.rule = "offset", direction, "offset"
    return found


def _unit_phrase(
    scan: Scan, index: int, head: int, determiner: str, relation: str, ordinal: int, amount: str, fiscal: bool
) -> Expression | None:
    unit = _unit_of(scan, head)
    plural = scan.shape[2 * head + 1] in "Uk"
    if amount:
        hyphen = scan.gap(head) == "-"
        if not plural and not hyphen and amount not in ("1", "1.5", "0.5", "X") and scan.word(head) != "century":
            if scan.gap(head + 1) not in "- " or scan.word(head - 1) in ("day",):
                return None
        if amount == "X" and not plural:
            return None
        if unit == "Q" and not relation and scan.word(head - 1) not in ("consecutive", "straight") and scan.word(index - 1) != "for":
            return None
        if scan.forms[head][0].isupper() and not scan.forms[head].isupper() and scan.gap(index) in " `|-" and index:
            return None
        if (hyphen and not plural) or determiner in ("those", "that", "these", "his", "her", "its", "their", "our"):
            # An adjective ("the next six-month mandate"), or an amount already spoken of: the number begins the span.
            while index < head and scan.letter(index) not in "dnNYq":
                index += 1
            relation = ""
        found = _duration(scan, index, head, amount, determiner, relation, ordinal)
        if found.kind == "duration":
            _age(scan, found)
            if determiner in ("first",) or ordinal:
                found.rule = "duration-framed"
        return found
    if determiner in ("a", "an", "another"):
        if relation or ordinal:
            return None
        return _one_unit(scan, index, head, unit)
    if unit in ("TH", "TM", "TS") and not (determiner == "the" and plural):
        if plural and not determiner and not relation and not ordinal:
            return _bare_plural(scan, index, head, unit)
        return None
    if ordinal:
        return _ordinal_unit(scan, index, head, determiner, ordinal, unit, plural, fiscal)
    if relation:
        if plural:
            found = Expression(index, head + 1, "reference", "vague-stretch")
            value = scan.values["r"][relation]
            if value < 0:
                found.value = "PAST_REF"
                return found
            if value > 0 and relation not in ("following", "subsequent"):
                found.kind, found.count, found.unit = "duration", "X", unit
                return found
            return None
        found = Expression(index, head + 1, "unit", "unit-relation")
        found.relation, found.unit = relation, unit
        if relation in ("full", "entire", "whole"):
            found.kind, found.count = "duration", "1"
        if unit in ("W", "M") and relation in ("last", "final") and scan.letter(head + 1) == "f" and scan.letter(head + 2) in "MmJtTZY":
            found.kind, found.count, found.rule = "duration", "1", "duration-framed"
            return found
        if unit in ("DE", "CE") and relation in ("last", "past", "next") and determiner:
            found.kind, found.count = ("duration", "1")
        if relation == "recent" or (relation == "present" and unit != "Y"):
            found.kind, found.value = "reference", "PAST_REF" if relation == "recent" else "PRESENT_REF"
        return found
    if fiscal and scan.letter(head + 1) == "Y" and unit == "Y":
        return None
    if determiner == "these" and unit == "D":
        found = Expression(index, head + 1, "reference", "vague-stretch")
        found.value = "PRESENT_REF"
        return found
    if plural:
        return _bare_plural(scan, index, head, unit) if not determiner else None
    if determiner in ("this", "that", "the"):
        if determiner == "the" and unit in ("DE", "CE", "TH", "TM", "ML", "FN"):
            return None
        if unit == "Y" and scan.letter(head + 1) == "N" and scan.gap(head + 1) == " ":
            spelled = spelled_year(scan, head + 1)
            if spelled:
                spelled.first = index
                return spelled
        if scan.letter(head + 1) == "Y" and unit == "Y":
            marked = afghan_date(scan, head + 1)
            if marked:
                return marked
            found = Expression(index, head + 2, "date", "year")
            found.year = int(scan.words[head + 1])
            return found
        if unit == "Y" and scan.gap(head + 1) == "-":
            return None
        found = Expression(index, head + 1, "unit", "unit-determined")
        found.relation, found.unit = determiner, unit
        if determiner == "the":
            after = scan.word(head + 1)
            if after in ("before", "earlier", "after", "following", "previous") and scan.gap(head + 1) == " ":
                if scan.gap(head + 2) != " " or after == "earlier" or scan.word(head + 2) in ("and", "in", "by", "with", "when"):
                    found.relation, found.after = "following" if after in ("after", "following") else "previous", head + 2
                    return found
            if after in ("ended", "ending", "to") and scan.letter(head + 2) in "MmJdt" and unit == "Y":
                found.kind, found.count = "duration", "1"
                return found
            if unit == "D":
                return None
        return found
    return None


def _age(scan: Scan, found: Expression) -> None:
    if scan.word(found.after) in ("old", "olds") and scan.gap(found.after) in " -":
        found.after += 1
        found.rule = "age"
    elif scan.word(found.after) == "of" and scan.word(found.after + 1) == "age":
        found.after += 2
        found.rule = "age"
    elif scan.word(found.after) == "long" and scan.gap(found.after) == "-":
        found.after += 1


def _one_unit(scan: Scan, index: int, head: int, unit: str) -> Expression | None:
    if scan.gap(head + 1) == "-" and scan.word(head + 1) in ("long", "end", "old"):
        found = Expression(index + 1, head + 2, "duration", "duration-counted")
        found.count, found.unit = "1", unit
        return found if scan.word(head + 1) != "end" else None
    if scan.gap(head + 1) == "-" and scan.letter(head + 1) not in "ge":
        return None
    found = Expression(index, head + 1, "duration", "duration-counted")
    found.count, found.unit = "1", unit
    if unit == "Q" and scan.word(head + 1) not in _AGO:
        return None
    if scan.word(head + 1) == "and" and scan.letter(head + 2) == "a" and scan.letter(head + 3) == "y":
        found.count, found.after = "1.5", head + 4
    if scan.word(head + 1) == "or" and scan.word(head + 2) == "two":
        found.count, found.after = "X", head + 3
    found = _with_direction(scan, found)
    if found.kind == "offset" or found.mod or found.count != "1":
        return found
    if _is_rate(scan, index):
        found.kind, found.value, found.rule = "set", "P" + _amount("1", unit), "rate"
        return found
    return found


def _amount(count: str, unit: str) -> str:
    if unit == "FN":
        return f"{int(count) * 2}W" if count.isdigit() else "XW"
    if unit == "WE":
        return "2D" if count == "1" else "XW"
    return f"T{count}{unit[1]}" if unit[0] == "T" else f"{count}{unit}"


def _is_rate(scan: Scan, index: int) -> bool:
    # "eight times a day", "$20 a month", "600 people a night": an amount within the four words before.
    for back in range(1, 5):
        gap = scan.gap(index - back + 1)
        if index - back < 0 or (gap not in " ^;-$" and scan.gaps[index - back + 1][:1] not in "%"):
            return False
        word, letter = scan.words[index - back], scan.shape[2 * (index - back) + 1]
        if word in _RATE_STOPS or letter in "fT":
            return False
        if letter in "dnYN" or word in _RATED or word[0].isdigit():
            return True
    return False


def _bare_plural(scan: Scan, index: int, head: int, unit: str) -> Expression | None:
    before = scan.word(index - 1)
    found = Expression(index, head + 1, "duration", "duration-vague")
    found.count, found.unit = "X", unit
    found = _with_direction(scan, found)
    if found.kind == "offset":
        return found
    if scan.gap(head + 1) == "-" and scan.word(head + 1) in ("long", "old"):
        found.after += 1
        return found
    if scan.word(head + 1) == "of" and before in ("for", "in", "after", "despite", "over", "within", "through", "of"):
        return found
    if before in ("for", "in", "within", "over", "after", "takes", "take", "took", "spent", "lasted", "last", "many", "of", "and", "or", "between") and scan.gap(index) == " ":
        if before in ("of", "and", "or", "between", "last"):
            return found if scan.letter(index - 2) in "kUd" or before == "last" else None
        return found
    return None


def _ordinal_unit(
    scan: Scan, index: int, head: int, determiner: str, ordinal: int, unit: str, plural: bool, fiscal: bool
) -> Expression | None:
    if plural and unit == "Q":
        return None
    if unit == "Q" and ordinal <= 4:
        found = Expression(index, head + 1, "date", "quarter")
        found.part = f"Q{ordinal}"
        return found
    if unit == "CE":
        found = Expression(index, head + 1, "century", "century")
        found.year = ordinal - 1
        after = scan.word(head + 1)
        if after in ("bc", "bce"):
            found.year, found.after = -ordinal, head + 2
        return found
    if plural or unit not in ("D", "W", "M", "Y", "DE") or (not determiner and scan.letter(index - 1) != "Z"):
        return None
    if unit == "D":
        found = Expression(index, head + 1, "open", "numbered-day")
        found.value = "XXXX-XX-XX"
        found.count = str(ordinal)
        return found
    found = Expression(index, head + 1, "duration", "duration-framed")
    found.count, found.unit = "1", unit
    return found


def _half(scan: Scan, index: int, head: int, determiner: str, relation: str, ordinal: int, amount: str) -> Expression | None:
    after = scan.word(head + 1)
    if scan.letter(head + 1) in "uh" or (scan.letter(head + 1) == "a" and scan.letter(head + 2) in "uh"):
        at = head + 1 if scan.letter(head + 1) in "uh" else head + 2
        if determiner == "the" or ordinal or (amount and amount != "1") or scan.gap(at) not in " -":
            return None
        unit = _unit_of(scan, at)
        found = Expression(index, at + 1, "duration", "duration-counted")
        found.count, found.unit = "0.5", unit
        if relation:
            found.relation = relation
            return found
        return _with_direction(scan, found)
    number = ordinal if ordinal in (1, 2) else {"last": 2, "latter": 2}.get(relation, 0)
    if not number or determiner not in ("the", "") or after not in ("of", "this") and scan.letter(head + 1) != "Y":
        return None
    found = Expression(index, head + 1, "date", "half-year")
    found.part = f"H{number}"
    return found


def _part_of_day(scan: Scan, index: int, head: int, determiner: str, relation: str, ordinal: int) -> Expression | None:
    word = scan.words[head]
    value = str(scan.values["P"][word])
    plural = word.endswith("s")
    if ordinal or plural or _is_capitalised_name(scan, head):
        return None
    if determiner in ("a", "an", "another"):
        if _is_rate(scan, index):
            found = Expression(index, head + 1, "set", "rate")
            found.value = "XXXX-XX-XX" + value
            return found
        return None
    if not determiner and not relation:
        before = scan.word(index - 1)
        if value[1].isdigit() or (before in ("at", "by", "before", "until", "since") and word in ("dawn", "dusk", "daybreak", "nightfall", "night")):
            found = Expression(index, head + 1, "time", "part-of-day")
            found.clock = value
            return found
        return None
    found = Expression(index, head + 1, "time", "part-of-day")
    found.clock = value
    found.relation = relation or determiner
    if scan.word(head + 1) == "hours" and scan.gap(head + 1) == " ":
        found.after = head + 2
    return found


def _is_capitalised_name(scan: Scan, head: int) -> bool:
    # "the Spring Offensive", "the Evening Standard"
    following = scan.forms[head + 1 : head + 2]
    return bool(following) and scan.forms[head][0].isupper() and following[0][0].isupper() and scan.gap(head + 1) == " "


def _season(scan: Scan, index: int, head: int, determiner: str, relation: str) -> Expression | None:
    letter, word = scan.shape[2 * head + 1], scan.words[head]
    if _is_capitalised_name(scan, head):
        return None
    if word.endswith("s") or determiner in ("a", "an", "another", "its", "their", "his", "her", "our"):
        return None
    dated = scan.letter(head + 1) == "Y" and scan.gap(head + 1) in " ," or scan.letter(head + 1) == "f" and scan.letter(head + 2) == "Y"
    if letter == "B" and not (dated or relation in ("last", "next", "previous", "following") or determiner in ("this", "that")):
        return None
    if not determiner and not relation and not dated:
        if scan.word(index - 1) not in ("in", "by", "since", "until", "till", "before", "during", "through", "after", "early", "late", "mid", "of", "from", "between", "and", "for", "over"):
            return None
        if scan.word(head + 1) in ("offensive", "sports", "olympics", "games", "camp") :
            return None
    found = Expression(index, head + 1, "date", "season")
    found.part = str(scan.values[letter][word])
    found.relation = relation or determiner
    if dated:
        at = head + 1 if scan.letter(head + 1) == "Y" else head + 2
        found.year, found.after = int(scan.words[at]), at + 1
    return found


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
    if letter == "x" and words[j] in ("single", "other", "passing"):
        count = "2" if words[j] == "other" else "1"
        j += 1
        letter = scan.letter(j)
        if letter in "uh":
            found.after, found.value = j + 1, "P" + _amount(count, _unit_of(scan, j))
            return found
        return None
    if letter in "uh":
        unit = _unit_of(scan, j)
        found.value = "P" + _amount("1", unit) if unit != "WE" else "XXXX-WXX-WE"
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
        found.after, found.value = number[1] + 1, "P" + _amount(number[0], _unit_of(scan, number[1]))
        return found
    return None


def unit_amount(count: str, unit: str) -> str:
    """Write an amount of a unit as a TIMEX3 duration: ``unit_amount("2", "Y")`` is ``"P2Y"``, hours take a T."""
    return "P" + _amount(count, unit)
