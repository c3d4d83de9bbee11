"""What the readers of cues hand on: reported words, their speaker, the rule that found them."""

from __future__ import annotations

from afghanbrief.extractors.quotes.phrases import Range
from afghanbrief.extractors.quotes.subjects import Subject
from afghanbrief.extractors.quotes.view import Sentence


class Report:
    """Reported words that a cue introduces.

    Attributes:
        rule: name of the rule.
        cue: word indexes of the cue, or ``None``.
        subject: the speaker as found, or ``None``.
        regions: offsets of the pieces, untrimmed.
        zones: indexes of the zones that they hold.
        direct: whether the pieces are zones, no more and no less.
        audience: word indexes of the hearer.
        sentence: where it stands.
        inferred: whether the speaker is a guess.
    """

    __slots__ = ("audience", "cue", "direct", "inferred", "regions", "rule", "sentence", "subject", "zones")

    def __init__(self, rule: str, cue: Range | None, subject: Subject | None, sentence: Sentence) -> None:
        self.rule = rule
        self.cue = cue
        self.subject = subject
        self.sentence = sentence
        self.regions: list[Range] = []
        self.zones: list[int] = []
        self.direct = False
        self.audience: Range | None = None
        self.inferred = False
