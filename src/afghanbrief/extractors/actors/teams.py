"""Tells a team from the town whose name it bears: "Porto lost 3-1 to Lyon" against "in Porto"."""

from __future__ import annotations

import functools
from typing import Final

from afghanbrief.text.tokens import Tokens
from afghanbrief.text.word_lists import read_word_lists


@functools.cache
def _load_words() -> dict[str, frozenset[str]]:
    return read_word_lists("afghanbrief.extractors.actors", "teams.toml")


_PLAYERS: Final = _load_words()["players"]
_OWNED: Final = _load_words()["owned"]
_PLAYED: Final = _load_words()["played"]
_BEATEN: Final = _load_words()["beaten"]
_RESULTS: Final = _load_words()["results"]
_SERVED: Final = _load_words()["served"]
_SPORT: Final = _load_words()["sport"]
_LINKS: Final = frozenset(("over", "against", "to", "with", "by", "past", "from"))
_PLACE: Final = frozenset("in at near from outside around of across throughout through into towards".split())
# What stands behind the town of a dateline.
_BESIDE: Final = ("(", "\u2014")
_HYPHENS: Final = ("-", "\u2013", " - ", " \u2013 ")
_IN_TABLES: Final = (" ", ", ", "; ", "\n")
# How many words of sport a text has: with a score in it and without; further words ask for one more each.
_FEW: Final = 2
_MANY: Final = 3
_LONG: Final = 400
# How far behind the verb a score may stand.
_REACH: Final = 7


def is_score(tokens: Tokens, position: int) -> bool:
    """Tell whether "3-0" or "3 - 0" begins at a token.

    Arguments:
        tokens: the document's tokens.
        position: where the first number would stand.
    """
    words, gaps = tokens.words, tokens.gaps
    return (
        0 < position < len(words) - 1
        and words[position].isdigit()
        and words[position + 1].isdigit()
        and len(words[position]) < 4
        and len(words[position + 1]) < 4
        and gaps[position] == " "
        and gaps[position + 1] in _HYPHENS
    )


class TeamReader:
    """Reads whether towns' names stand for teams.

    Arguments:
        tokens: the document's tokens.
    """

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        # Whether the text is on sport: -1 as long as nobody asked.
        self._sport = -1
        # The names that are teams somewhere.
        self.found: set[tuple[str, ...]] = set()

    def is_team(self, first: int, stop: int) -> bool:
        """Tell whether the name of a town is that of a team, by what stands around it.

        Arguments:
            first: index of the name's first token.
            stop: index after its last token.

        Returns:
            Whether it is a team.
        """
        team = self._plays(first, stop)
        if team:
            self.found.add(self._tokens.words[first:stop])
        return team

    def is_taken_up(self, first: int, stop: int) -> bool:
        """Tell whether a town's name, in no place's position, is a team elsewhere in the text.

        Arguments:
            first: index of the name's first token.
            stop: index after its last token.

        Returns:
            Whether it is the team again.
        """
        words, gaps = self._tokens.words, self._tokens.gaps
        return (
            words[first:stop] in self.found
            and self._is_on_sport()
            and not (first and gaps[first] == " " and words[first - 1] in _PLACE)
            and gaps[stop][:1] not in _BESIDE
        )

    def _plays(self, first: int, stop: int) -> bool:
        tokens = self._tokens
        words, gaps = tokens.words, tokens.gaps
        gap = gaps[stop]
        after = words[stop] if stop < len(words) and gap in _IN_TABLES else ""
        before = words[first - 1] if first and gaps[first] == " " else ""
        if before and before in _LINKS:
            if is_score(tokens, first - 3):
                # "lost 3-1 to Valencia"
                return True
            result = words[first - 2] if first > 1 else ""
            if result in _RESULTS:
                # "a 1-0 win over Lyon"
                return is_score(tokens, first - 4) or self._is_on_sport()
        if before in _PLACE:
            return False
        if gap == " " and after:
            if after in _PLAYERS or is_score(tokens, stop) or (after == "a" and is_score(tokens, stop + 1)):
                # "gave Marseille a 1-0 lead"
                return True
            if after in _PLAYED:
                last = min(stop + _REACH, len(words))
                # "Seattle won 6-5", "Liverpool beat Porto 2-0"
                return any(is_score(tokens, position) for position in range(stop + 1, last)) or self._is_on_sport()
        if before in _BEATEN or (before == "for" and first > 1 and words[first - 2] in _SERVED):
            return self._is_on_sport()
        if gap == "'" and words[stop : stop + 1] == ("s",):
            return not _OWNED.isdisjoint(words[stop + 1 : stop + 4]) and self._is_on_sport()
        # "Boston 4 Detroit 2", "Fulham 20 12 4 4 30"
        if not after.isdigit() or len(after) > 3 or not (before.isdigit() or self._is_in_table(stop + 1)):
            return False
        return self._is_on_sport()

    def _is_in_table(self, position: int) -> bool:
        """Tell whether other numbers, or a name and its number, stand behind a name's number."""
        tokens = self._tokens
        words, forms = tokens.words, tokens.forms
        if position >= len(words) or tokens.gaps[position] not in _IN_TABLES:
            return False
        if words[position].isdigit():
            return True
        while position < len(words) and forms[position] != words[position] and tokens.gaps[position] in _IN_TABLES:
            position += 1
        return position < len(words) and words[position].isdigit() and len(words[position]) < 4

    def _is_on_sport(self) -> bool:
        if self._sport < 0:
            words, gaps = self._tokens.words, self._tokens.gaps
            count = len(_SPORT.intersection(words)) + (not _PLAYERS.isdisjoint(words)) - len(words) // _LONG
            enough = count >= _MANY
            if count >= _FEW and not enough:
                enough = any(gaps[i + 1] in _HYPHENS and is_score(self._tokens, i) for i in range(len(words) - 1))
            self._sport = int(enough)
        return self._sport > 0
