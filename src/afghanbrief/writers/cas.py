"""Writes briefings as UIMA CAS, for INCEpTION and UIMA pipelines; needs dkpro-cassis (extra ``cassis``)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, BinaryIO, ClassVar, Final

import attrs

from afghanbrief.briefing import Briefing
from afghanbrief.errors import SettingsError
from afghanbrief.kinds import Actor, ActorMention, DateMention, Quote, Statistic
from afghanbrief.span import Span
from afghanbrief.writers.archive import write_archive, write_one_or_archive
from afghanbrief.writers.characters import replace_non_xml
from afghanbrief.writers.wording import role_in_words

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

_PACKAGE: Final = "afghanbrief"
_STRING, _INTEGER, _BOOLEAN = "uima.cas.String", "uima.cas.Integer", "uima.cas.Boolean"
_COMMON: Final = {"identifier": _STRING, "rule": _STRING, "certainty": _STRING}
#: Features by type; those whose range is another type of this table are references.
_FEATURES: Final[dict[str, dict[str, str]]] = {
    "Actor": {"name": _STRING, "actorType": _STRING, "country": _STRING, "roles": _STRING},
    "ActorMention": {"mentionType": _STRING, "form": _STRING, "actor": "Actor"},
    "Date": {
        "timexType": _STRING, "value": _STRING, "mod": _STRING, "calendar": _STRING, "earliest": _STRING,
        "latest": _STRING,
    },
    "Speaker": {"actor": "Actor"},
    "Cue": {},
    "Quote": {
        "style": _STRING, "speaker": "Speaker", "cue": "Cue", "part": _INTEGER, "parts": _INTEGER,
        "verbatim": _BOOLEAN,
    },
    "Statistic": {
        "value": _STRING, "upper": _STRING, "bound": _STRING, "unit": _STRING, "counted": _STRING, "change": _STRING,
        "asOf": "Date", "source": "Actor",
    },
    "Item": {"kind": _STRING},
}  # fmt: skip


@attrs.frozen
class CasWriter:
    """Writes UIMA CAS JSON with its type system inside; for several briefings a ZIP with a file each."""

    name: ClassVar[str] = "cas"
    suffix: ClassVar[str] = ".json"

    def write(self, briefings: Iterable[Briefing], target: BinaryIO) -> None:
        """Write the CAS of one briefing, or a ZIP of several."""
        write_one_or_archive(briefings, target, lambda briefing: to_cas(briefing).to_json().encode("utf-8"), ".json")


@attrs.frozen
class CasXmiWriter:
    """Writes a ZIP of UIMA CAS XMI files and their ``TypeSystem.xml``."""

    name: ClassVar[str] = "cas-xmi"
    suffix: ClassVar[str] = ".zip"

    def write(self, briefings: Iterable[Briefing], target: BinaryIO) -> None:
        """Write the ZIP; the type system comes first."""
        types = make_type_system().to_xml().encode("utf-8")
        files = ((briefing, [(".xmi", to_cas(briefing).to_xmi().encode("utf-8"))]) for briefing in briefings)
        write_archive(files, target, extra=[("TypeSystem.xml", types)])


def _cassis() -> Any:
    try:
        import cassis
    except ImportError:
        raise SettingsError("dkpro-cassis is not installed; pip install 'afghanbrief[cassis]'", key="format") from None
    return cassis


def make_type_system() -> TypeSystem:
    """Make the type system: a type of package ``afghanbrief`` for each kind, with its features.

    Raises:
        SettingsError: if dkpro-cassis is not installed.
    """
    types = _cassis().TypeSystem()
    made = {
        name: types.create_type(name=f"{_PACKAGE}.{name}", supertypeName="uima.tcas.Annotation") for name in _FEATURES
    }
    for name, features in _FEATURES.items():
        for feature, kind in {**_COMMON, **features}.items():
            types.create_feature(domainType=made[name], name=feature, rangeType=made.get(kind, kind))
    return types


def to_cas(briefing: Briefing) -> Cas:
    """Turn a briefing into a UIMA CAS.

    Arguments:
        briefing: the briefing.

    Returns:
        A ``cassis.Cas``. Its offsets are code points in Python and become UTF-16 code units, as UIMA counts, when
        it is written. A quote of several pieces is an annotation for each, numbered by ``part`` of ``parts``.

    Raises:
        SettingsError: if dkpro-cassis is not installed.
    """
    return _Filled(briefing).cas


class _Filled:
    """A CAS, and what stands in it already."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._types = make_type_system()
        self.cas: Cas = _cassis().Cas(typesystem=self._types)
        self.cas.sofa_string = replace_non_xml(briefing.document.text)
        self.cas.sofa_mime = "text/plain"
        self._made: dict[str, Any] = {}
        self._owners = {mention: actor for actor in briefing.actors for mention in actor.mention_ids}
        # What others refer to comes first.
        for kinds in ((Actor, DateMention), ()):
            for item in briefing.annotations:
                if item.id not in self._made and (not kinds or type(item) in kinds):
                    self._add_item(item)

    def _add(self, name: str, span: Span, /, **features: Any) -> Any:
        feature_structure = self._types.get_type(f"{_PACKAGE}.{name}")(begin=span.start, end=span.end, **features)
        self.cas.add(feature_structure)
        return feature_structure

    def _add_item(self, item: Any) -> None:
        evidence = item.evidence
        common = {
            "identifier": item.id,
            "rule": f"{evidence.extractor}/{evidence.rule}",
            "certainty": evidence.certainty.value,
        }
        if type(item) is Quote:
            self._add_quote(item, common)
            return
        name, features = self._features(item)
        self._made[item.id] = self._add(name, item.span, **common, **features)

    def _features(self, item: Any) -> tuple[str, dict[str, Any]]:
        if type(item) is Actor:
            roles = "; ".join(role_in_words(self._briefing, role) for role in item.roles)
            return "Actor", {"name": item.name, "actorType": item.type, "country": item.country, "roles": roles or None}
        if type(item) is ActorMention:
            owner = self._owners.get(item.id)
            actor = self._made.get(owner.id) if owner else None
            return "ActorMention", {"mentionType": item.type, "form": item.form, "actor": actor}
        if type(item) is DateMention:
            days = {
                "earliest": item.earliest.isoformat() if item.earliest else None,
                "latest": item.latest.isoformat() if item.latest else None,
            }
            own = {"timexType": item.type, "value": item.value, "mod": item.mod, "calendar": item.calendar}
            return "Date", {**own, **days}
        if type(item) is Statistic:
            return "Statistic", {
                "value": str(item.value),
                "upper": None if item.upper is None else str(item.upper),
                "bound": item.bound,
                "unit": item.unit,
                "counted": item.counted.text if item.counted else None,
                "change": item.change,
                "asOf": self._made.get(item.as_of_id or ""),
                "source": self._made.get(item.source_id or ""),
            }
        return "Item", {"kind": getattr(item, "unknown_kind", item.kind)}

    def _add_quote(self, quote: Quote, common: dict[str, Any]) -> None:
        speaker = cue = None
        if quote.speaker is not None:
            speaker = self._add("Speaker", quote.speaker, actor=self._made.get(quote.speaker_id or ""), **common)
        if quote.cue is not None:
            cue = self._add("Cue", quote.cue, **common)
        for number, piece in enumerate(quote.content, 1):
            marked = any(mark.contains(piece) for mark in quote.verbatim)
            self._made[quote.id] = self._add(
                "Quote",
                piece,
                style=quote.style,
                speaker=speaker,
                cue=cue,
                part=number,
                parts=len(quote.content),
                verbatim=marked,
                **common,
            )
