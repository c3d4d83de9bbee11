"""Writes W3C Web Annotations (JSON-LD): a target with position and quote selectors, a body in schema.org terms."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable
from typing import Any, BinaryIO, ClassVar, Final
from urllib.parse import quote as percent_encode

import attrs

from afghanbrief.annotation import Certainty
from afghanbrief.briefing import Briefing
from afghanbrief.kinds import Actor, ActorMention, DateMention, Quote, Statistic
from afghanbrief.serialize import VERSION, annotation_to_dict
from afghanbrief.span import Span
from afghanbrief.writers.characters import replace_surrogates
from afghanbrief.writers.wording import role_in_words

#: The second context maps all that is not of the Web Annotation vocabulary.
CONTEXT: Final[list[Any]] = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "schema": "https://schema.org/",
        "afb": "https://afghanbrief.readthedocs.io/ns#",
    },
]
_AROUND: Final = 40
_TYPES: Final = {
    "person": "schema:Person",
    "role": "schema:Person",
    "government": "schema:GovernmentOrganization",
    "organisation": "schema:Organization",
    "armed_group": "schema:Organization",
    "media": "schema:NewsMediaOrganization",
    "people": "schema:PeopleAudience",
    "place": "schema:Place",
}
# UN/CEFACT common codes where schema.org asks for them.
_UNIT_CODES: Final = {"percent": "P1"}


@attrs.frozen
class WebAnnotationWriter:
    """Writes an annotation collection a line: one briefing gives a JSON-LD file, several give lines of JSON-LD."""

    name: ClassVar[str] = "webannotation"
    suffix: ClassVar[str] = ".jsonld"

    def write(self, briefings: Iterable[Briefing], target: BinaryIO) -> None:
        """Write each briefing as a line of UTF-8 JSON-LD."""
        for briefing in briefings:
            line = json.dumps(to_web_annotations(briefing), ensure_ascii=False, allow_nan=False)
            target.write(replace_surrogates(line).encode("utf-8") + b"\n")


def to_web_annotations(briefing: Briefing) -> dict[str, Any]:
    """Turn a briefing into an annotation collection of one page.

    Arguments:
        briefing: the briefing.

    Returns:
        JSON values. The target's source is the document's URL, or ``ni:///sha-256;...`` (RFC 6920) of its text
        where none is known; positions are code points, as the recommendation says. A quote of several pieces has a
        target for each. Actors are no annotations of their own: they are the bodies of their mentions.

    >>> from afghanbrief import Briefing, Document
    >>> to_web_annotations(Briefing(document=Document("")))["total"]
    0
    """
    names = _Names(briefing)
    items = [_annotation(names, item) for item in briefing.annotations if type(item) is not Actor]
    collection = names.of("")
    return {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": briefing.document.title or briefing.document.id or "afghanbrief",
        "total": len(items),
        "first": {
            "id": names.of("page-1"),
            "type": "AnnotationPage",
            "partOf": collection,
            "startIndex": 0,
            "items": items,
        },
    }


class _Names:
    """IRIs of a briefing's document, annotations and actors: made from the text's digest, so that they stay."""

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        document = briefing.document
        digest = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).digest()
        self._base = "ni:///sha-256;" + base64.urlsafe_b64encode(digest).decode("ascii").rstrip("=")
        url = document.url or ""
        self.source = percent_encode(url, safe=":/?#[]@!$&'()*+,;=%-._~") if ":" in url else self._base
        self.owners = {mention: actor for actor in briefing.actors for mention in actor.mention_ids}

    def of(self, identity: str) -> str:
        """Give the IRI of an annotation or actor."""
        return f"{self._base}#{percent_encode(identity, safe=':-._~', errors='replace')}" if identity else self._base


def _annotation(names: _Names, item: Any) -> dict[str, Any]:
    evidence = item.evidence
    pieces = item.content if type(item) is Quote else (item.span,)
    targets = [_target(names, piece) for piece in pieces]
    made = {
        "id": names.of(item.id),
        "type": "Annotation",
        "motivation": "identifying" if type(item) is ActorMention else "describing",
        "generator": {
            "id": f"https://pypi.org/project/afghanbrief/{VERSION}/",
            "type": "Software",
            "name": "afghanbrief",
        },
        "body": _body(names, item),
        "target": targets[0] if len(targets) == 1 else targets,
        "afb:kind": getattr(item, "unknown_kind", item.kind),
        "afb:rule": f"{evidence.extractor}/{evidence.rule}",
    }
    if evidence.certainty is not Certainty.EXPLICIT:
        made["afb:certainty"] = evidence.certainty.value
    return made


def _target(names: _Names, span: Span) -> dict[str, Any]:
    text = names.briefing.document.text
    return {
        "source": names.source,
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.text,
                "prefix": text[max(0, span.start - _AROUND) : span.start],
                "suffix": text[span.end : span.end + _AROUND],
            },
        ],
    }


def _body(names: _Names, item: Any) -> dict[str, Any]:
    if type(item) is Quote:
        return _quotation(names, item)
    if type(item) is Statistic:
        return _observation(names, item)
    if type(item) is DateMention:
        return _time(item)
    if type(item) is ActorMention:
        actor = names.owners.get(item.id)
        return (
            _actor(names, actor)
            if actor
            else {"type": _TYPES.get(item.type, "schema:Thing"), "schema:name": item.span.text}
        )
    values = annotation_to_dict(item)
    own = {key: values[key] for key in values if key not in ("kind", "id", "span", "evidence")}
    return {"type": "TextualBody", "format": "application/json", "value": json.dumps(own, ensure_ascii=False)}


def _quotation(names: _Names, quote: Quote) -> dict[str, Any]:
    body: dict[str, Any] = {
        "type": "schema:Quotation",
        "schema:text": " \u2026 ".join(piece.text for piece in quote.content),
        "afb:style": quote.style,
    }
    actor = names.briefing.speaker(quote)
    if actor is not None:
        body["schema:spokenByCharacter"] = _actor(names, actor)
    if quote.speaker is not None:
        body["schema:creditText"] = quote.speaker.text
    return body


def _observation(names: _Names, figure: Statistic) -> dict[str, Any]:
    briefing = names.briefing
    # Figures are strings: a JSON number would be read as a binary fraction.
    body: dict[str, Any] = {"type": "schema:Observation"}
    if figure.bound == "range" or figure.upper is not None:
        body["schema:minValue"], body["schema:maxValue"] = f"{figure.value}", f"{figure.upper}"
    elif figure.bound in (">", ">="):
        body["schema:minValue"] = f"{figure.value}"
    elif figure.bound in ("<", "<="):
        body["schema:maxValue"] = f"{figure.value}"
    else:
        body["schema:value"] = f"{figure.value}"
    body["schema:unitText"] = figure.unit
    if figure.unit in _UNIT_CODES:
        body["schema:unitCode"] = _UNIT_CODES[figure.unit]
    body["afb:bound"] = figure.bound
    if figure.counted is not None:
        body["schema:measuredProperty"] = figure.counted.text
    as_of, source = briefing.get(figure.as_of_id), briefing.get(figure.source_id)
    if type(as_of) is DateMention:
        body["schema:observationDate"] = as_of.value
    if type(source) is Actor:
        body["schema:sourceOrganization"] = _actor(names, source)
    if figure.restates_id is not None:
        body["schema:sameAs"] = {"id": names.of(figure.restates_id)}
    return body


def _time(date: DateMention) -> dict[str, Any]:
    body: dict[str, Any] = {"type": "schema:PropertyValue", "schema:propertyID": "TIMEX3", "schema:value": date.value}
    body["schema:name"] = date.type
    if date.mod is not None:
        body["afb:mod"] = date.mod
    if date.earliest is not None and date.latest is not None:
        first, last = date.earliest.isoformat(), date.latest.isoformat()
        body["schema:temporalCoverage"] = first if first == last else f"{first}/{last}"
    return body


def _actor(names: _Names, actor: Actor) -> dict[str, Any]:
    body: dict[str, Any] = {
        "id": names.of(actor.id),
        "type": _TYPES.get(actor.type, "schema:Thing"),
        "schema:name": actor.name,
    }
    if actor.aliases:
        body["schema:alternateName"] = list(actor.aliases)
    if actor.roles:
        titles = [role_in_words(names.briefing, role) for role in actor.roles]
        body["schema:jobTitle" if actor.type in ("person", "role") else "schema:description"] = titles
    if actor.country is not None:
        body["schema:nationality" if actor.type in ("person", "role") else "schema:location"] = actor.country
    same = [f"http://www.wikidata.org/entity/{code}" for scheme, code in actor.codes if scheme == "wikidata"]
    if same:
        body["schema:sameAs"] = [{"id": iri} for iri in same]
    return body
