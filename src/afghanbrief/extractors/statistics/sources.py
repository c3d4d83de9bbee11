"""Finds the actor that vouches for a figure in its own sentence: speaker, counter, author of a record, label."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from afghanbrief.document import Document
from afghanbrief.extractor import Found
from afghanbrief.extractors.statistics.far_subjects import putting_verb, subject_of
from afghanbrief.extractors.statistics.issuers import find_issuer
from afghanbrief.extractors.statistics.reporters import NOBODY, Manner, Reporter, Voucher, suffers
from afghanbrief.extractors.statistics.source_names import (
    BODIES,
    ends_clause,
    first_of_pair,
    possessed_by,
    start_of_name,
)
from afghanbrief.extractors.statistics.vouching import load_triggers, load_vouching
from afghanbrief.kinds import Actor, ActorMention, Quote
from afghanbrief.text.patterns import compile_pattern

# How many mentions of a sentence are looked at, and how many words behind one may pass before its verb.
_MOST_MENTIONS: Final = 16
_MOST_QUOTES: Final = 24
_OF_RECORDS: Final = frozenset(("of", "in", "on", "which", "that"))
_RECORDERS: Final = frozenset(("organisation", "government"))
_NO_SOURCES: Final = frozenset(("place", "people"))
_REACH: Final = 6
_BEING: Final = frozenset(("is", "are"))
_ASIDE: Final = 14
_FAR_AGENT: Final = 5
_SIGN: Final = 3
_RECORD_WINDOW: Final = 90
_RECORD_NEAR: Final = 24
# "Lowered its forecast after prices rose by 28%": what somebody does vouches for no other clause.
_CLAUSE: Final = compile_pattern(r" (?:after|as|because|while|when|if|although|though|bringing|taking) ")
_IN_RECORD: Final = compile_pattern(
    r"\s*(?:(?:on|this|last) [a-z]{3,9} )?in (?:its|a|an|the|their|his|her) [^.,;:]{0,60}?"
    r"\b(?:report|update|review|bulletin|survey|study|analysis|assessment|outlook|audit|paper|outlook|overview)\b"
)


class SourceReader:
    """Reads sources for the figures of one document; what a sentence says of its reporters is read once.

    Arguments:
        document: the document.
        found: its actors and quotes where there are any.

    Attributes:
        current: id of the actor whose count the passage retells, for whom "it" and "the mission" stand.
    """

    def __init__(self, document: Document, found: Found) -> None:
        self._document = document
        self._tokens = document.tokens
        self._blocks = document.blocks
        self._words = load_vouching()
        self._triggers = load_triggers()
        self._quotes = found.of(Quote)
        self._next_quote = 0
        self._quoted: list[Quote] = []
        self._mentions = [m for m in found.of(ActorMention) if m.type not in _NO_SOURCES]
        self._starts = [mention.span.start for mention in self._mentions]
        self._found_actors = found.of(Actor)
        self._actor_of: dict[str, Actor] | None = None
        self._persons: frozenset[str] | None = None
        self._sentence = self._limit = self._label_block = -1
        self._label: str | None = None
        self.current: str | None = None
        self._issuer: tuple[str | None] | None = None
        self._reporters: list[Reporter] = []
        self._whole: Reporter | None = None

    @property
    def issuer(self) -> str | None:
        """Id of the body that issues the report, if it is a press release or its first sentence says so."""
        if self._issuer is None:
            mention = find_issuer(self._document, self._mentions, self._starts)
            self._issuer = (None if mention is None else self._owner(mention),)
        return self._issuer[0]

    def is_person(self, source_id: str) -> bool:
        """Tell whether a source is one human being."""
        if self._persons is None:
            self._persons = frozenset(actor.id for actor in self._found_actors if actor.type in ("person", "role"))
        return source_id in self._persons

    def _owner(self, mention: ActorMention) -> str | None:
        if self._actor_of is None:
            self._actor_of = {mention_id: actor for actor in self._found_actors for mention_id in actor.mention_ids}
        actor = self._actor_of.get(mention.id)
        return None if actor is None else actor.id

    def _forget(self) -> None:
        self._reporters.clear()
        self._whole = None

    def _open_with(self, mention: ActorMention, actor: str | ActorMention) -> None:
        """Note who vouches for the whole sentence, if nobody does yet."""
        if self._whole is None:
            self._whole = Reporter(mention.span.start, actor, "said")

    def _id_of(self, reporter: Reporter) -> str | None:
        actor = reporter.actor
        return self._owner(actor) if isinstance(actor, ActorMention) else actor

    def read(self, start: int, end: int, sentence: int, block: int, begin: int, limit: int) -> Voucher:
        """Read who vouches for the figure at ``[start, end)``.

        Arguments:
            start: offset of the figure.
            end: offset after it.
            sentence: index of its sentence.
            block: index of its block.
            begin: where to begin to look in the sentence.
            limit: where to end.
        """
        if not self._mentions:
            return NOBODY
        if sentence != self._sentence or limit != self._limit:
            self._sentence, self._limit = sentence, limit
            self._read_sentence(begin, limit)
        quote = self._quote_around(start, end) if self._quoted else None
        if quote is not None:
            inner = self._reporter_before(start, quote.span.start)
            if inner is not None and (inner.manner != "said" or inner.verb > quote.span.start) and not suffers(inner):
                return Voucher(self._id_of(inner), inner.manner, quote)
            if quote.cue is not None and quote.cue.text.lower() in self._words["denying"]:
                return Voucher(None, "denied", quote)
            if quote.speaker_id is None:
                # "SIGAR's quarterly report found that ...": the report speaks, its owner vouches.
                reporter = self._reporter_before(start, -1) or self._whole
                if reporter is not None:
                    return Voucher(self._id_of(reporter), reporter.manner, quote)
            return Voucher(quote.speaker_id, "documented" if self._is_of_record(quote) else "said", quote)
        reporter = self._reporter_before(start, -1)
        if reporter is not None:
            given = reporter.manner == "gave"
            listed = self._listed(start) if given or reporter.manner == "acted" else None
            return Voucher(listed or self._id_of(reporter), reporter.manner, None, reporter.verb if given else -1)
        whole = self._whole
        if whole is not None and ";" not in self._document.text[min(start, whole.verb) : max(start, whole.verb)]:
            return Voucher(self._id_of(whole), whole.manner, None)
        if block != self._label_block:
            self._read_label(block)
        return NOBODY if self._label is None else Voucher(self._label, "gave", None)

    def _quote_around(self, start: int, end: int) -> Quote | None:
        """Give the innermost quote that holds the figure; one whose speaker is known goes first."""
        best: Quote | None = None
        for quote in self._quoted:
            # A quote may begin behind the currency sign: "$132 billion".
            if quote.span.start > start + _SIGN or end > quote.span.end:
                continue
            if best is None or (quote.speaker_id is None, len(quote.span)) <= (best.speaker_id is None, len(best.span)):
                best = quote
        return best

    def _is_of_record(self, quote: Quote) -> bool:
        """Tell whether a quote retells a record: "says in its annual review", "the report says that ..."."""
        cue, speaker = quote.cue, quote.speaker
        if cue is None:
            return False
        behind = self._document.folded[cue.end : cue.end + _RECORD_WINDOW]
        if " in " in behind[:_RECORD_NEAR] and _IN_RECORD.match(behind):
            return True
        if speaker is None or cue.start > quote.span.start:
            return False
        return not self._words["records"].isdisjoint(speaker.text.lower().split()[-1:])

    def _read_sentence(self, begin: int, limit: int) -> None:
        """Note the quotes of a sentence and what each mention does in it."""
        self._forget()
        quotes = self._quotes
        while self._next_quote < len(quotes) and quotes[self._next_quote].span.start < limit:
            self._quoted.append(quotes[self._next_quote])
            self._next_quote += 1
        if self._quoted:
            self._quoted = [quote for quote in self._quoted[-_MOST_QUOTES:] if quote.span.end > begin]
        starts, tokens = self._starts, self._tokens
        low = bisect_left(starts, begin)
        first = tokens.first_from(begin)
        if low < len(starts) and starts[low] < limit:
            words = tokens.words[first : tokens.first_from(limit)]
            if self._triggers[bool(self._quoted)].isdisjoint(words):
                if "(" in self._document.text[begin:limit]:
                    self._read_brackets(low, limit)
                return
            for position in range(low, min(low + _MOST_MENTIONS, len(starts))):
                if starts[position] >= limit:
                    break
                self._read_mention(position, self._mentions[position], limit, bool(self._quoted))
        if not self._reporters and self._whole is None and first < len(tokens.words):
            if low and tokens.words[first] in self._words["openers"]:
                self._read_pronoun(first, limit, low)
            if not self._reporters:
                self._read_far(first, limit)

    def _read_far(self, first: int, limit: int) -> None:
        """Read "He put the losses at 19", "A doctor who would not be named put the toll at 31"."""
        tokens = self._tokens
        verb = putting_verb(tokens, first, tokens.first_from(limit))
        if verb >= 0 and not self._is_quoted(tokens.starts[verb], tokens.ends[verb]):
            block = self._document.block_index(tokens.starts[first])
            opening = self._blocks[max(0, block - 1)].start
            subject = subject_of(tokens, verb, first, self._mentions, self._starts, opening)
            if subject is not None:
                self._reporters.append(Reporter(tokens.starts[verb], subject, "gave"))

    def _read_brackets(self, low: int, limit: int) -> None:
        """Read "4,100 people displaced (IOM)": a body alone in brackets is the source, unless it abbreviates a name."""
        text = self._document.folded
        for position in range(low, min(low + _MOST_MENTIONS, len(self._mentions))):
            start, end = self._mentions[position].span.start, self._mentions[position].span.end
            if start >= limit:
                return
            before = text[max(0, start - 9) : start]
            if not before.endswith(("(", "(source: ")) or text[end : end + 1] not in (")", ",", ";"):
                continue
            # "Contingency Operations (OCO)" abbreviates a name; a medium in brackets opens the report.
            opening = self._document.normalized[max(0, start - len(before)) : start].rstrip("( ").rsplit(None, 1)[-1:]
            named = position > 0 and start - self._mentions[position - 1].span.end <= len(" (")
            if self._mentions[position].type in _RECORDERS and not named and opening and opening[0].islower():
                self._whole = Reporter(start, self._owner(self._mentions[position]), "said")
                return

    def _read_pronoun(self, first: int, limit: int, position: int) -> None:
        """Read "It recorded 20 deaths", "The report says": the body that the paragraph has named before vouches."""
        tokens, words = self._tokens, self._words
        pronoun = tokens.words[first] in words["pronouns"]
        stop = min(first + _REACH, len(tokens.words))
        for index in range(first + 1, stop):
            word = tokens.words[index]
            if tokens.starts[index] >= limit or tokens.gaps[index].strip():
                return
            manner = self._manner_of(word) if pronoun else None
            acting = pronoun and manner is None and word in words["acting"]
            if acting:
                manner = "acted"
            if manner is not None and not (self._quoted and word in words["saying"]):
                break
            pronoun = pronoun or word in words["bodies"]
        else:
            return
        if self.current is not None and tokens.words[first] not in words["pronouns"] and not acting:
            self._reporters.append(Reporter(tokens.starts[index], self.current, manner))
            return
        block = self._blocks[self._document.block_index(tokens.starts[first])]
        for earlier in range(position - 1, max(-1, position - _REACH), -1):
            mention = self._mentions[earlier]
            if mention.span.start < block.start:
                return
            if mention.type == "organisation" or (mention.type in BODIES and not acting):
                self._reporters.append(Reporter(tokens.starts[index], mention, manner))
                return

    def _read_mention(self, position: int, mention: ActorMention, limit: int, quoted: bool) -> None:
        """Note what a mention does in its sentence: it counts, gives, says, or owns a record."""
        tokens, words = self._tokens, self._words
        actor: str | ActorMention = mention
        after = tokens.first_from(mention.span.end)
        first = tokens.first_from(mention.span.start)
        if "(" in tokens.gaps[first]:
            # "the Institute for Peace Studies (PIPS)": one name.
            first = start_of_name(tokens, first)
        before = tokens.words[first - 1] if first else ""
        if before == "the" and first > 1:
            first -= 1
            before = tokens.words[first - 1]
        aside = "," in tokens.gaps[first]
        if not quoted and first > 1 and "," in tokens.gaps[first - 1]:
            if before in words["saying"] or before in words["documenting"] or before in words["estimating"]:
                # "..., says the finance ministry"
                self._open_with(mention, actor)
                return
        if before == "to" and first > 1 and tokens.words[first - 2] == "according":
            self._open_with(mention, possessed_by(self._mentions, position, self._document.folded) or actor)
            return
        if before in ("by", "of", "from") and first > 1:
            head = tokens.words[first - 2]
            if before == "by" and not words["agents"].isdisjoint(tokens.words[max(0, first - _FAR_AGENT) : first - 1]):
                self._whole = Reporter(mention.span.start, actor, "documented")
                return
            if head in words["records"]:
                self._open_with(mention, actor)
        stop = min(after + _REACH, len(tokens.words))
        record = False
        index = after
        while index < stop and tokens.starts[index] < limit:
            gap, word = tokens.gaps[index], tokens.words[index]
            mark = gap.strip()
            if mark in (",", "),") and index == after:
                # "UNAMA, in its midyear report, recorded ...": past the aside.
                index = next(
                    (i for i in range(index + 1, min(index + _ASIDE, len(tokens.words))) if "," in tokens.gaps[i]), stop
                )
                if not words["saying"].isdisjoint(tokens.words[after:index]):
                    # "The fund, he said, allocated 3 million".
                    return
                stop = min(index + 2, len(tokens.words))
                continue
            if mark not in ("", ")", "(", ",", "'", "-"):
                return
            manner = self._manner_of(word)
            if manner == "gave" and not words["unsaid"].isdisjoint(tokens.words[index + 1 : index + 2]):
                # "The Taliban claimed responsibility for the attack, in which 31 people died": no figure is given.
                return
            if manner is not None:
                if aside and not quoted and ends_clause(tokens, index + 1):
                    # "..., the Peace Institute notes in a report"
                    self._open_with(mention, actor)
                    return
                if word in words["saying"] and quoted:
                    # What is said stands in the quote; "the department says 8,400" does within another's words.
                    if tokens.words[index + 1 : index + 2] and tokens.words[index + 1][:1].isdigit():
                        manner = "gave"
                    elif not self._is_quoted(mention.span.start, tokens.ends[index]):
                        return
                if word in ("found", "finds", "noted") and mention.type == "person":
                    return
                if manner == "documented":
                    actor = first_of_pair(self._mentions, position, self._document.folded) or actor
                self._reporters.append(Reporter(tokens.starts[index], actor, manner))
                return
            if not record and self._acts(mention, index):
                actor = first_of_pair(self._mentions, position, self._document.folded) or actor
                self._reporters.append(Reporter(tokens.starts[index], actor, "acted"))
                return
            if word in _BEING and not words["acting"].isdisjoint(tokens.words[index + 1 : index + 2]):
                # "UNICEF is trucking water"
                index += 1
                continue
            if word in words["records"]:
                record = True
            elif record and word in words["showing"]:
                self._reporters.append(Reporter(tokens.starts[index], actor, "said"))
                return
            elif word in words["ending"] and not (record and word in _OF_RECORDS):
                break
            index += 1
        if record and tokens.words[after] == "s" and self._whole is None and before in ("by", "in", "from", "to"):
            self._whole = Reporter(mention.span.start, actor, "said")

    def _acts(self, mention: ActorMention, index: int) -> bool:
        """Tell whether a body does something that makes it answer for a figure: "delivered", "cut its rate"."""
        words, said = self._words, self._tokens.words
        if mention.type not in _RECORDERS:
            return False
        verb = said[index]
        if verb in words["own"] and said[index + 1 : index + 2] and said[index + 1] in words["possessives"]:
            return True
        return verb in words["ruling"] or (verb in words["acting"] and mention.type == "organisation")

    def _is_quoted(self, start: int, end: int) -> bool:
        """Tell whether a whole reporting clause stands in another's words: "the charity told us that", he said."""
        return any(quote.span.start <= start and end < quote.span.end for quote in self._quoted)

    def _manner_of(self, verb: str) -> Manner | None:
        """Tell what a verb makes of its subject: who has counted, who gives a figure, who says something."""
        words = self._words
        if verb in words["documenting"]:
            return "documented"
        if verb in words["giving"]:
            return "gave"
        return "said" if verb in words["saying"] or verb in words["estimating"] else None

    def _reporter_before(self, start: int, begin: int) -> Reporter | None:
        for reporter in reversed(self._reporters):
            if begin <= reporter.verb < start:
                if ";" in self._document.text[reporter.verb : start]:
                    return None
                if reporter.manner != "acted" or not _CLAUSE.search(self._document.folded, reporter.verb, start):
                    return reporter
        return None

    def _listed(self, start: int) -> str | None:
        """Read "Germany promised 80 million, Britain 35 million": in a list the verb is said once."""
        position = bisect_left(self._starts, start) - 1
        if position < 1:
            return None
        mention = self._mentions[position]
        between = self._document.folded[mention.span.end : start] if start - mention.span.end <= 24 else "-"
        if any(word not in self._words["small"] for word in between.split()) or not between.startswith(" "):
            return None
        opening = self._document.folded[max(0, mention.span.start - 9) : mention.span.start]
        opening = opening.removesuffix("the ")
        return self._owner(mention) if opening.endswith((", ", " and ", "; ", "while ")) else None

    def _read_label(self, block: int) -> None:
        """Read "UNICEF: water for 540 families": an actor with a colon opens the item."""
        self._label_block, self._label = block, None
        begin = self._blocks[block].start
        low = bisect_left(self._starts, begin)
        if low < len(self._mentions) and self._starts[low] - begin <= 4:
            mention = self._mentions[low]
            after = self._document.normalized[mention.span.end : mention.span.end + 16]
            if after.startswith(":") or (after.startswith(" (") and "):" in after):
                self._label = self._owner(mention)
