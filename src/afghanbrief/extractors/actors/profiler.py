"""Reads what a document tells of its actors: whose office, which country, which code."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

import attrs

from afghanbrief.document import Document
from afghanbrief.extractors.actors.codes import cameo_codes, code_of_entry, load_roles, role_of_words, when_over
from afghanbrief.extractors.actors.complements import SEATED, country_in_apposition, is_told_with_age, place_behind
from afghanbrief.extractors.actors.countries import Surroundings
from afghanbrief.extractors.actors.function_words import SPACES
from afghanbrief.extractors.actors.gazetteers import namesakes, offices_of_one_state
from afghanbrief.extractors.actors.naming import head_first, listed_inside
from afghanbrief.extractors.actors.profiles import Profile
from afghanbrief.kinds import ActorMention, Role
from afghanbrief.text.names import GazetteerEntry, NameIndex

# Codes of bodies that belong to no country, and whose people need none.
_INTERNATIONAL: Final = ("IGO", "NGO", "IMG")
_BODIES: Final = frozenset(("organisation", "armed_group", "media", "government"))
_LAND: Final = frozenset(("country", "place", "people"))
# Roles of bodies that a state has, or every state has its own.
_OF_STATE: Final = frozenset(("GOV", "MIL", "COP", "LEG", "JUD", "SPY", "EDU", "HLH", "BUS"))
# How many words may stand between a country and what is its, and words that never do.
_MODIFIERS: Final = 2
_NO_MODIFIERS: Final = frozenset(
    "the a an of and in for with to by from that said says told as at on or but was is are had has when while"
    " after before between against over because than who".split()
)
# Heads of titles that firms have, as states do.
_OF_FIRMS: Final = frozenset(
    ("executive", "president", "chairman", "chairwoman", "chair", "founder", "manager", "owner")
)
# Nouns before a comma and a name that share the name's country: "his Azerbaijani counterpart, ...".
_IN_APPOSITION: Final = frozenset("counterpart number colleague rival neighbour neighbor".split())
_UNPLACED: Final = frozenset(("person", "role", "organisation", "armed_group", "media", "government"))
# Where somebody lives tells the country, but is no office.
_NO_OFFICES: Final = frozenset(("resident", "residents", "native"))


class Profiler:
    """Reads roles, countries and codes of the actors of one document.

    Arguments:
        document: the document.
        index: the listed names.
        profiles: all actors.
        surroundings: the countries that the document names.
    """

    def __init__(
        self, document: Document, index: NameIndex, profiles: Sequence[Profile], surroundings: Surroundings
    ) -> None:
        self._document = document
        self._tokens = document.tokens
        self._index = index
        self._profiles = profiles
        self._surroundings = surroundings
        self._owners: dict[str, Profile] | None = None
        self._governments: dict[str, Profile] = {}
        # The bodies by where their mentions start.
        self._bodies: dict[int, Profile] | None = None

    def roles(self, profile: Profile) -> tuple[Role, ...]:
        """Give a person's roles, each with the id of the actor that it belongs to."""
        roles = []
        for office in profile.offices:
            role = office.role
            if role.title.lower() in _NO_OFFICES:
                continue
            if office.owner is not None:
                owner = self._owner(office.owner)
                if owner is not None:
                    role = attrs.evolve(role, of_id=owner.id)
            roles.append(role)
        return tuple(roles)

    def country(self, profile: Profile) -> str | None:
        """Give the country of an actor: listed, of its office, named in or beside it, else by its surroundings."""
        entry = profile.entry
        if entry is not None and entry.country is not None and profile.type != "organisation":
            return entry.country
        if profile.known is None:
            # An office may belong to an actor whose country is asked for in turn; none runs in a circle.
            profile.known = (None,)
            profile.known = (self._country(profile),)
        return profile.known[0]

    def _country(self, profile: Profile) -> str | None:
        entry, kind = profile.entry, profile.type
        if entry is not None and (entry.country or entry.codes or kind == "government"):
            hit = self._right_before(profile, nearby=0) if entry.country and kind == "organisation" else None
            # "Pakistan's Foreign Office" is not the one in London.
            if hit is not None and hit.type == "country":
                return hit.country
            return self._namesake(profile, profile.names[0].folded, entry.country) or entry.country
        abroad: str | None = None
        if kind == "person":
            bound = False
            for office in profile.offices:
                if office.owner is not None:
                    found, country = self._country_of(office.owner)
                    if office.tie == "to":
                        abroad = country
                    elif country is not None:
                        return country
                    bound = bound or (found and office.tie != "to")
            national = self._right_before(profile)
            owned = self._document.text.startswith("'s ", profile.mentions[0].span.start - 3)
            if national is not None and (national.form == "adjective" or owned) and national.country:
                # "Tajik national X", "the Iranian filmmaker X", "Norway's X"
                return national.country
            for office in profile.offices:
                state = offices_of_one_state().get(office.role.title.lower())
                if state is not None and office.role.of is None:
                    return self._namesake(profile, office.role.title.lower(), state) or state
            if self._is_knighted(profile):
                return "GBR" if self._surroundings.names("GBR") else None
            if (self._surroundings.names("USA") or self._is_of_party(profile)) and _is_of_congress(profile):
                return "USA"
            if not _is_local(profile, bound=bound):
                if abroad is not None or bound:
                    return None
                mention = profile.mentions[0]
                if not self._document.text.startswith(", ", mention.span.end):
                    return None
                hit = country_in_apposition(self._tokens, self._index, mention)
                if hit is not None:
                    return hit.country
                if not is_told_with_age(self._tokens, mention):
                    return None
        else:
            if kind == "role":
                served = self._served_by(profile)
                if served is not None:
                    return self.country(served)
            hit = profile.names[0].inner or self._right_before(profile)
            if hit is not None and (hit.country or _is_international(hit)):
                return hit.country
            mention = profile.mentions[0]
            if profile.names[0].home == "abroad":
                return None
            hit = place_behind(self._tokens, self._index, mention)
            if hit is None and kind == "organisation" and self._document.text.startswith(", ", mention.span.end):
                hit = country_in_apposition(self._tokens, self._index, mention)
            if hit is not None:
                return hit.country
        name = profile.names[0]
        if kind not in _UNPLACED or name.told == "NGO" or (kind == "government" and " " not in name.text):
            # A state that is not listed is no part of another.
            return None
        if kind == "organisation" and name.told not in _OF_STATE and name.home != "nation":
            return None
        if name.home == "anywhere":
            return None
        if kind == "media" and self._is_in_dateline(profile.mentions[0]):
            return None
        near = self._surroundings.near(profile.mentions[0].span.start)
        return near if near != abroad else None

    def _namesake(self, profile: Profile, name: str, country: str | None) -> str | None:
        """Give the country of another body or office of the name, "Peru's Congress", if the text is about that one."""
        others = namesakes().get(name)
        if others is None or country is None or self._surroundings.names(country):
            return None
        near = self._surroundings.near(profile.mentions[0].span.start)
        return near if near in others else None

    def _is_knighted(self, profile: Profile) -> bool:
        """Tell whether a person bears a British title, "Sir" or "Baroness", before one of the names."""
        text = self._document.text
        for mention in profile.mentions:
            start = mention.span.start
            if text.endswith(_PEERAGE, 0, start):
                return True
        return False

    def _is_of_party(self, profile: Profile) -> bool:
        """Tell whether a legislator's party and state stand behind the name: "Maria Cantwell, D-Wash."."""
        end = profile.mentions[0].span.end
        return self._document.text.startswith((", D-", ", R-", ", I-", " (D-", " (R-", " (I-"), end)

    def _is_in_dateline(self, mention: ActorMention) -> bool:
        """Tell whether an agency is named in the brackets of a dateline: it reports from many countries."""
        text, span = self._document.text, mention.span
        return text[span.start - 1 : span.start] == "(" and text[span.end : span.end + 1] == ")"

    def _country_of(self, of: str) -> tuple[bool, str | None]:
        """Tell whether a body or country is known, and which country it is of."""
        owner = self._owner(of)
        if owner is not None:
            return True, self.country(owner)
        hit = listed_inside(self._index, of)
        if hit is None or not (hit.country or _is_international(hit)):
            return False, None
        return True, hit.country

    def _owner(self, of: str) -> Profile | None:
        if self._owners is None:
            self._owners = {}
            for profile in self._profiles:
                if profile.type in ("person", "role", "place"):
                    continue
                for name in profile.names:
                    self._owners.setdefault(name.folded, profile)
                if profile.type == "government" and profile.entry is not None and profile.entry.country:
                    self._governments.setdefault(profile.entry.country, profile)
        owner = self._owners.get(of.lower())
        if owner is None and self._governments:
            entry = self._index.get(of)
            if entry is not None and entry.country and entry.type == "country":
                owner = self._governments.get(entry.country)
        return owner

    def _served_by(self, profile: Profile) -> Profile | None:
        """Give the body of those who act for one: "a spokesman for [Deutsche Bank]", "[the UN]'s envoy for Syria"."""
        span = profile.mentions[0].span
        text = self._document.text
        owned = text.startswith("'s ", span.start - 3)
        if not owned and not text.startswith((" for ", " of ", " at "), span.end):
            return None
        yields = text.startswith(" at ", span.end) or span.text.rpartition(" ")[2].lower() in load_roles().yielding
        if not owned and not yields:
            return None
        if self._bodies is None:
            self._bodies = {
                place: body
                for body in self._profiles
                if body.type in _BODIES
                for mention in body.mentions
                # A body begins where it is named, and owns what stands behind its end.
                for place in (mention.span.start, -mention.span.end)
            }
        if owned:
            return self._bodies.get(3 - span.start)
        start = text.index(" ", span.end + 1) + 1
        return self._bodies.get(start + 4 * text.startswith("the ", start))

    def _right_before(self, profile: Profile, nearby: int = _MODIFIERS) -> GazetteerEntry | None:
        """Give the country before a mention ("the Afghan central bank", "Pakistan's Supreme Court")."""
        tokens, index = self._tokens, self._index
        words, gaps, forms = tokens.words, tokens.gaps, tokens.forms
        first = end = bisect_left(tokens.starts, profile.mentions[0].span.start)
        if not first or words[first - 1] in _NO_MODIFIERS:
            # By far the most mentions have a small word before them, which is no modifier.
            return None
        while (
            end
            and first - end < nearby
            and gaps[end] in (" ", "-", "\n", ", ")
            and forms[end - 1] == words[end - 1]
            and gaps[end - 1] != "'"
            and (gaps[end] != ", " or words[end - 1] in _IN_APPOSITION)
        ):
            # "Afghan civil society activists": words that the mention leaves out may stand between.
            end -= 1
        if not end or (gaps[end] not in SPACES and not (gaps[end] == "-" and words[end] in SEATED)):
            return None
        if words[end - 1] == "s" and gaps[end - 1] == "'":
            end -= 1
        for position in range(end - 1, max(-1, end - 4), -1):
            if words[position] in index.first_words:
                hit = index.match(tokens, position)
                if hit is not None and hit.stop == end:
                    return hit.entry if hit.entry.type in _LAND else None
        return None

    def codes(self, profile: Profile, country: str | None) -> tuple[tuple[str, str], ...]:
        """Give the code by the office, by the list, or by the head of the name, by the report's date."""
        kind, entry = profile.type, profile.entry
        day = self._document.published
        code: str | None = None
        if profile.offices:
            code = self._code_of_office(profile, country)
        if code is None and entry is not None and kind != "role" and kind != "people":
            code = code_of_entry(entry, day)
            if code is not None and country and entry.country and entry.country != country:
                code = f"{country}{code[3:]}"
        if code is None:
            if kind == "role":
                hit = profile.names[0].inner
                if hit is not None and hit.type not in _LAND:
                    code = code_of_entry(hit, day)
                served = self._served_by(profile) if code is None else None
                if served is not None and served.type != "government":
                    return self.codes(served, self.country(served))
            if code is None:
                told = profile.names[0].told
                role = told if told == "CRM" or kind not in _ROLES else _ROLES[kind]
                if role is not None and (country or kind != "government"):
                    code = f"{country or ''}{role}"
        return cameo_codes(code) if code else ()

    def _code_of_office(self, profile: Profile, country: str | None) -> str | None:
        """Give the code of the first office that tells one; a rank tells less than a function."""
        day = self._document.published
        for office in sorted(profile.offices, key=lambda each: each.rank and each.role.of is None):
            role = office.role
            words = head_first(role.title)
            if office.owner is not None and office.tie != "to":
                owner = self._owner(office.owner)
                body = listed_inside(self._index, office.owner)
                code = code_of_entry(body, day) if body is not None and body.type not in _LAND else None
                if code is not None and owner is not None and owner.type == "organisation":
                    code = dict(self.codes(owner, self.country(owner))).get("cameo")
                if code is not None:
                    return code
                if (
                    owner is not None
                    and owner.type == "organisation"
                    and words[0] in _OF_FIRMS
                    and not owner.names[0].told
                ):
                    # "Chief Executive of Apple" is no office of a state.
                    return f"{country or ''}BUS"
                words += head_first(office.owner)
            told = role_of_words(words)
            if told is not None:
                code = f"{country or ''}{told}"
                return when_over(code) if office.past else code
        return None


def _is_local(profile: Profile, *, bound: bool) -> bool:
    """Tell whether a person belongs where a report is at home: by an office there, or by an honorific of the region.

    Arguments:
        profile: the person.
        bound: whether an office of a body of no country is among its offices.
    """
    if not profile.offices or profile.names[0].folded.startswith(_HONORIFICS):
        return profile.names[0].folded.startswith(_HONORIFICS)
    for office in profile.offices:
        title = office.role.title.lower()
        if not office.rank and title not in _SENT:
            if not bound or (office.role.of is None and role_of_words(head_first(title)) == "GOV"):
                return True
    return False


def _is_of_congress(profile: Profile) -> bool:
    """Tell whether a person is called Sen. or Rep., as only members of the Congress are in short."""
    return any(office.role.title in ("Sen.", "Rep.", "Sens.", "Reps.") for office in profile.offices)


# Offices that are held where one does not belong.
_SENT: Final = frozenset(("ambassador", "envoy", "special envoy", "special representative", "chairman", "director"))
_PEERAGE: Final = ("Sir ", "Dame ", "Baroness ", "Viscount ", "Lord ")
_HONORIFICS: Final = (
    "mullah ",
    "mawlawi ",
    "maulvi ",
    "maulana ",
    "haji ",
    "hajji ",
    "qari ",
    "mufti ",
    "ustad ",
    "bibi ",
)
_ROLES: Final = {"government": "GOV", "media": "MED", "armed_group": "REB"}


def _is_international(entry: GazetteerEntry) -> bool:
    return entry.country is None and any(code.startswith(_INTERNATIONAL) for _, code, _, _ in entry.codes)
