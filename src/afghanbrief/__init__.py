"""Turns a news or monitoring report into a typed, immutable briefing: quotes, statistics, actors, dates, findings.

>>> from afghanbrief import brief
>>> briefing = brief('"We want peace," Mullah Omar said on 5 May 2018.')
>>> briefing.quotes[0].speaker.text
'Mullah Omar'
"""

from afghanbrief.annotation import Annotation, Certainty, Evidence, Overlap, UnknownAnnotation
from afghanbrief.briefer import Briefer, brief
from afghanbrief.briefing import Briefing, Failure, Finding, Producer, Skipped
from afghanbrief.document import Document
from afghanbrief.errors import AfghanbriefError
from afghanbrief.extractor import BuildContext, Extractor, Found
from afghanbrief.hookspecs import Check, Writer, hookimpl
from afghanbrief.kinds import Actor, ActorMention, DateMention, Quote, Role, Statistic
from afghanbrief.plugins import LoadedPlugin, PluginHost
from afghanbrief.serialize import VERSION as __version__
from afghanbrief.serialize import from_json, to_json
from afghanbrief.settings import Limits, Settings
from afghanbrief.span import Span, SpanIndex
from afghanbrief.text.names import Gazetteer, GazetteerEntry
from afghanbrief.writing import write

__all__ = [
    "Actor",
    "ActorMention",
    "AfghanbriefError",
    "Annotation",
    "Briefer",
    "Briefing",
    "BuildContext",
    "Certainty",
    "Check",
    "DateMention",
    "Document",
    "Evidence",
    "Extractor",
    "Failure",
    "Finding",
    "Found",
    "Gazetteer",
    "GazetteerEntry",
    "Limits",
    "LoadedPlugin",
    "Overlap",
    "PluginHost",
    "Producer",
    "Quote",
    "Role",
    "Settings",
    "Skipped",
    "Span",
    "SpanIndex",
    "Statistic",
    "UnknownAnnotation",
    "Writer",
    "__version__",
    "brief",
    "from_json",
    "hookimpl",
    "to_json",
    "write",
]
