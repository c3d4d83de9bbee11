"""Shares of a total: "9 of 15 districts, or 60 percent"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from afghanbrief.briefing import Finding
from afghanbrief.checks.arithmetic.share_findings import fits, share_of
from afghanbrief.checks.arithmetic.view import FigureView, sum_finding
from afghanbrief.text.patterns import compile_pattern

_HEDGE: Final = (
    r"(?:(?:about|around|nearly|almost|approximately|some|roughly|just|over|exactly|only|barely|merely|close to|"
    r"more than|less than|under|a total of|an estimated)\s*){0,2}\Z"
)
# What may stand between a count and the share that restates it.
_RESTATES: Final = compile_pattern(
    r"(?:[^.;:!?()]{0,60}?\bwhich is\b|[^.;!?()]{0,40}?[,(]| or| districts| -+| \u2014|:|[^.;:!?()]{0,40}?:)"
    r"\s*(?:or|which is|that is|i\.e\.)?\s*,?\s*" + _HEDGE
)
_SET_BESIDE: Final = compile_pattern(
    r"(?:(?:\bor|,? which is|,? that is|\()\s*,?\s*|\A(?: [a-z'-]+){0,6},\s*)(?:(?:about|around|nearly|almost|roughly|"
    r"approximately|some|just|over|exactly|only|barely|merely|close to|more than|less than|under)\s*){0,2}\Z"
)
# "Pledged $1.1 billion at a meeting in Geneva on 13 February, barely 36 percent of the $3.06 billion that".
_SET_FAR: Final = compile_pattern(r"\A(?: [\w'-]+){0,12},\s*" + _HEDGE)
_PARTITIVE: Final = compile_pattern(
    r"\s*(?:[a-z' -]{0,24})\b(?:out )?of (?:(?:the|its|their|all|a total of|an estimated|some|about)\s){0,2}"
    r"[^.;:!?()\d]{0,40}\Z"
)
_THAT_IS: Final = compile_pattern(
    r"\b(?:that|this) (?:is|was|makes|made)(?: (?:still|about|nearly|almost|some|around|just over))?\s*\Z"
)
_OF_TOTAL: Final = compile_pattern(r"[),]? of (?:the |its |their |all |total |a total of )?[^.;:!?()\d]{0,60}\(?\Z")
_OUT_OF: Final = compile_pattern(
    r"\)?[^.;!?()\d]{0,80}\bout of an? (?:total|overall|estimated)?[^.;:!?()\d]{0,30}of\s*\Z"
)
_OF_WHICH: Final = compile_pattern(r"[^.;!?]{0,80}?,? of (?:which|whom|these|those|them)\b[^.;:!?]{0,30}\Z")
_OPENS_WHOLE: Final = compile_pattern(
    r"(?:\A|[\"'(,;:]\s?|\b(?:that|and|but|said) )(?:out )?of "
    r"(?:(?:the|its|their|his|all|these|those|some|about)\s){0,2}(?:[a-z]+'s )?\Z"
)
_OR_COUNT: Final = compile_pattern(r"[^.;:!?()\d]{0,40}?(?:, or| or|,? \()\s*(?:or )?" + _HEDGE)
_BESIDE: Final = compile_pattern(r"[^.;:!?()\d,]{0,20}(?:,| -| ?\u2014)\s*" + _HEDGE)
_CLOSES_ASIDE: Final = compile_pattern(r"(?: in all| in total| altogether)?(?:[,;.]| -| ?\u2014)")
_AMOUNT: Final = compile_pattern(r"(?: of the total)? \(\Z")
# "Cost $9.4 million; disbursed $5.9 million (53%)".
_SPENT: Final = compile_pattern(
    r"[^.!?()\d]{0,24}[;,] (?:disbursed|spent|received|paid|raised|delivered|contributed|collected)(?: so far)? ?\Z"
)
_FATALITY: Final = compile_pattern(r"\b(?:case[- ]fatality (?:rate|ratio)|cfr)(?: of|:| is| was)? \Z")
_THAT_SUM: Final = compile_pattern(
    r" of (?:that|this|the) (?:sum|amount|total|money), (?:some |about |around |nearly )?\Z"
)
_WITH: Final = compile_pattern(r"(?: of [a-z ]{1,30})?, with\s*" + _HEDGE)
# "Turnout was 28 percent, with 2.7 of 9.6 million voters", "met 52 percent of the appeal, giving $310m of $600m"
_WITH_BOTH: Final = compile_pattern(r"(?: of (?:the|its|their) [a-z -]{1,40})?, (?:with|as|[a-z]{2,12}ing)\s*" + _HEDGE)
_VOTERS: Final = frozenset(("voter", "elector", "people", "citizen", "adult"))
_SOUGHT: Final = compile_pattern(r"(?: [a-z]+){0,2} (?:requested|sought|needed|required|asked|appealed|called)\b")
_FUNDED: Final = (" funded", " covered", " financed", " met", " paid")
_FUNDED_WITH: Final = compile_pattern(r"\s*[a-z]+(?: \(|, (?:or|with)(?: (?:just|only|some|about))? |: )\Z")
_OF_SOUGHT: Final = compile_pattern(r"[^.;:!?()]{0,40}\bof (?:the |its |an? |some |about )?\Z")
_OF_THE: Final = compile_pattern(r"\) of (?:the |its |their |all |all the )?\Z")
_OF_THEM: Final = compile_pattern(r"\) of (?:them|whom|these|those|which)\b")
_WHOLES: Final = ("total", "all", "them", "whom", "which", "these", "those")
_LOOK_BACK: Final = 30
_COUNTS: Final = ("count", "percent", "x")
_NEAR_BLOCKS: Final = 12
_DEADLY: Final = 50


def find_shares(view: FigureView) -> Iterator[Finding]:
    """Yield the shares that the wording ties to a count and a total.

    Arguments:
        view: the figures.

    Yields:
        Findings of relation ``share-of-total``, and of ``sum`` for the counts whose shares of one total make up
        a hundred.
    """
    alone: list[tuple[int, int]] = []
    parts: dict[int, list[tuple[int, int]]] = {}
    for index, figure in enumerate(view.figures):
        if figure.unit != "percent":
            if index and view.figures[index - 1].unit == "percent" and len(figure.unit) == 3:
                yield from _amount_of_share(view, index)
            continue
        if figure.change != "level" or figure.upper is not None:
            continue
        pair = _stated_pair(view, index)
        if pair is None:
            part = _restated(view, index)
            if part is None:
                continue
            total = _earlier_total(view, part, index)
            if total is None:
                alone.append((part, index))
                continue
            pair = part, total
        parts.setdefault(pair[1], []).append((pair[0], index))
        yield share_of(view, pair[0], index, view.figures[pair[1]].value, pair[1])
    yield from _unstated_totals(view, alone)
    for total, group in parts.items():
        if len(group) > 2 and _makes_hundred(view, group):
            finding = sum_finding(view, total, [part for part, _ in group])
            if finding.holds:
                yield finding


def _part_in_bracket(view: FigureView, share: int) -> tuple[int, int] | None:
    """Read "a third (30) of the 90 hostages", "80 were hurt, three-quarters (60) of them": the part stands between."""
    part, total = share + 1, share + 2
    if (
        part >= len(view.figures)
        or view.gap(share, part) != len(" (")
        or view.between(share, part) != " ("
        or view.after(part, 1) != ")"
    ):
        return None
    if _OF_THEM.match(view.after(part)):
        total = share - 1
        here = total >= 0 and view.sentences[total] == view.sentences[share]
    else:
        here = total < len(view.figures) and _OF_THE.match(view.between(part, total)) is not None
    if not here or not view.in_one_measure(part, total) or view.figures[total].unit == "percent":
        return None
    return (part, total) if view.figures[part].value <= view.figures[total].value else None


def _stated_pair(view: FigureView, share: int) -> tuple[int, int] | None:
    """Find count and total in the share's own sentence, or in the one before that "that is" goes back to."""
    sentences, figures = view.sentences, view.figures
    here = sentences[share]
    if view.after(share, 12).startswith(_FUNDED):
        return _funded(view, share)
    two_before = (
        share >= 2 and sentences[share - 2] == sentences[share - 1] and view.in_one_measure(share - 2, share - 1)
    )
    if (
        figures[share].value < _DEADLY
        and "fatality" in view.before(share, 30)
        and _FATALITY.search(view.before(share, 30))
    ):
        return _fatality(view, share)
    if two_before and figures[share - 1].unit != "percent":
        left, right = figures[share - 2], figures[share - 1]
        if here - sentences[share - 1] == 1:
            # "Twenty-three of the 140 officers have been suspended. That is 16 per cent."
            said = _THAT_IS.search(view.before(share, 30)) and left.value <= right.value
            if said and _PARTITIVE.match(view.between(share - 2, share - 1)):
                return share - 2, share - 1
        if here == sentences[share - 1] and view.before(share, 1) == "(" and right.value <= left.value:
            if _SPENT.match(view.between(share - 2, share - 1)):
                return share - 1, share - 2
        if here == sentences[share - 1] and _RESTATES.match(view.between(share - 1, share)):
            # "9 of the province's 15 districts, or 60 percent"
            if left.value <= right.value and _PARTITIVE.match(view.between(share - 2, share - 1)):
                return (share - 2, share - 1) if _is_of(view, share, share - 1) else None
            # "US$18.6 million, of which US$5.2 million (28%)"
            if right.value <= left.value and _OF_WHICH.match(view.between(share - 2, share - 1)):
                return share - 1, share - 2
    bracketed = _part_in_bracket(view, share)
    if bracketed is not None:
        return bracketed
    opening = view.opening(share)
    if opening < share - 1 and _OPENS_WHOLE.search(view.before(opening, 30)):
        # "Of the 407 districts, 229 (56.3%) ... and 59 (14.5%)"
        part = _restated(view, share)
        if part is not None and part > opening and view.alike(part, opening):
            fits = figures[part].value <= figures[opening].value and _is_of(view, share, opening)
            return (part, opening) if fits else None
    return _pair_behind(view, share)


def _fatality(view: FigureView, share: int) -> tuple[int, int] | None:
    """Find deaths and cases of "2,914 cases, including 73 deaths, were reported (case fatality rate: 2.5 per cent)"."""
    deaths = cases = None
    for index in range(share - 1, max(-1, share - 6), -1):
        if view.sentences[index] != view.sentences[share]:
            break
        lemma = view.lemma(index)
        if lemma == "death" and deaths is None:
            deaths = index
        elif lemma == "case" and cases is None:
            cases = index
    if deaths is None or cases is None or view.figures[deaths].value > view.figures[cases].value:
        return None
    return deaths, cases


def _is_money(view: FigureView, index: int, share: int) -> bool:
    """Tell whether a figure of the share's sentence is a sum of money."""
    if not 0 <= index < len(view.figures) or view.sentences[index] != view.sentences[share]:
        return False
    figure = view.figures[index]
    return len(figure.unit) == 3 and figure.unit.isupper() and figure.upper is None


def _funded(view: FigureView, share: int) -> tuple[int, int] | None:
    """Find "the plan, which seeks $3 billion, is 16 per cent funded ($490 million)", "... $6m of the $40m sought"."""
    part = share + 1
    if not _is_money(view, part, share) or not _FUNDED_WITH.match(view.between(share, part)):
        return None
    total = part + 1
    if not (_is_money(view, total, share) and _OF_SOUGHT.match(view.between(part, total))):
        total = share - 1
        if not _is_money(view, total, share):
            return None
    fits = view.alike(part, total) and view.figures[part].value <= view.figures[total].value
    return (part, total) if fits else None


def _pair_behind(view: FigureView, share: int) -> tuple[int, int] | None:
    """Find a total behind the share: "218 districts, or 54.8% of the country's 398", "12 percent of the 500, or 60"."""
    figures, following = view.figures, share + 1
    if following >= len(figures) or view.sentences[following] != view.sentences[share]:
        return None
    first = figures[following]
    if first.unit == "percent" or first.upper is not None:
        return None
    between = view.between(share, following)
    later = share + 2
    has_later = later < len(figures) and view.sentences[later] == view.sentences[share] and view.alike(following, later)
    if share and _THAT_SUM.match(between) and view.alike(share - 1, following):
        # "Moved $252 million; a third of that sum, some $84 million, went abroad."
        return (following, share - 1) if first.value <= figures[share - 1].value else None
    if has_later and len(first.unit) == 3 and between.endswith(", ") and len(between) < 40:
        # "Spent 40 percent of its budget, $120 million of $300 million."
        if first.value <= figures[later].value and _PARTITIVE.match(view.between(following, later)):
            return following, later
    if has_later and _WITH_BOTH.match(between) and _PARTITIVE.match(view.between(following, later)):
        whole = figures[later]
        said = view.lemma(later) in _VOTERS and "turnout" in view.before(share, 60)
        said = said or (between.startswith(" of ") and _SOUGHT.match(view.after(later, 30)) is not None)
        # "Support was 38 percent, with 12 of 40 districts counted": other things may be shared out.
        if first.value <= whole.value and (said or fits(view, following, later, share)):
            return following, later
    if _OF_TOTAL.match(between) and not _AMOUNT.match(between):
        part = _restated(view, share, following)
        if part is None and share and "figure" in view.before(share, 40):
            part = _earlier_fit(view, share, following)
        if part is not None and view.alike(part, following) and figures[part].value <= first.value:
            return part, following
        if has_later and figures[later].value <= first.value:
            joint = view.between(following, later)
            beside = figures[share].bound in ("=", "~") and _is_aside(view, joint, later)
            if beside or _OR_COUNT.match(joint):
                return later, following
    elif _OUT_OF.match(between):
        part = _restated(view, share)
        if part is not None and view.alike(part, following) and figures[part].value <= first.value:
            return part, following
    elif (
        has_later
        and first.value <= figures[later].value
        and between.endswith(("(", ", or ", ": "))
        and len(between) < 40
    ):
        # "60 percent (9 of 15 districts)"
        if _PARTITIVE.match(view.between(following, later)):
            return following, later
    return None


def _is_aside(view: FigureView, joint: str, later: int) -> bool:
    """Tell whether a count stands between commas: "half of the 9,000 tents, 4,500 in all, were blown down"."""
    return _BESIDE.match(joint) is not None and _CLOSES_ASIDE.match(view.after(later, 16)) is not None


def _is_of(view: FigureView, share: int, total: int) -> bool:
    """Tell whether "of ..." behind a share names the total, and nothing else: "60 percent of the vote"."""
    after = view.after(share, 48)
    if not after.startswith((" of ", "of ")):
        return True
    words = after.replace(",", " ").replace(".", " ").split()[1:7]
    head = view.lemma(total)
    return any(word in _WHOLES or (head and word.startswith(head[:-1] or head)) for word in words)


def _restated(view: FigureView, share: int, total: int | None = None) -> int | None:
    """Find the count that a share restates, past counts in brackets of their own."""
    figures = view.figures
    for index in range(share - 1, max(-1, share - 6), -1):
        figure = figures[index]
        if view.sentences[index] != view.sentences[share]:
            break
        words = view.between(index, share)
        closing = words.find(")")
        if closing >= 0 and "(" not in words[:closing]:
            continue
        if figure.unit == "percent" or figure.upper is not None or figure.change != "level":
            return None
        if figure.bound not in ("=", "~", ">", "<", "<="):
            return None
        if total is None and figures[share].restates_id == figure.id:
            return index
        words = view.outside(index, share)
        if total is not None:
            # The whole stands behind the share, so only a share that is set beside the count is of it.
            beside = _SET_BESIDE.search(words) or (len(figure.unit) == 3 and _SET_FAR.match(words)) or None
            if beside is None or not view.alike(index, total):
                return None
            apart = beside.start() == 0 and not words.startswith(",")
            return None if apart and view.lemma(index) not in ("", view.lemma(total)) else index
        return index if _RESTATES.match(words) and " and " not in words else None
    following = share + 1
    if following < len(figures) and view.sentences[following] == view.sentences[share]:
        # "Women made up 11 per cent, with 529 casualties"
        between = view.between(share, following)
        if figures[following].unit != "percent" and (_WITH.match(between) or _AMOUNT.match(between)):
            # "52 percent of the total (US$77 million)"
            return following
    return None


def _earlier_fit(view: FigureView, share: int, total: int) -> int | None:
    """Find the figure of which "this quarter's figure" tells the share; only one that fits is taken."""
    for index in range(share - 1, max(-1, share - 6), -1):
        if view.alike(index, total) and view.figures[index].value <= view.figures[total].value:
            if fits(view, index, total, share):
                return index
    return None


def _earlier_total(view: FigureView, part: int, share: int) -> int | None:
    """Find a total of the same thing earlier in the text; only one that fits is taken, since none is named."""
    head = view.lemma(part)
    claimed = view.figures[share]
    of_total = "total" in view.after(share, 16)
    in_brackets = view.before(share, 1) == "(" and "." in claimed.span.text
    block = view.block(part)
    for index in range(min(part, share) - 1, max(-1, part - _LOOK_BACK), -1):
        figure = view.figures[index]
        if figure.value <= view.figures[part].value or figure.bound not in ("=", "~"):
            continue
        if not view.alike(index, part) and not (figure.unit not in _COUNTS and view.in_one_measure(part, index)):
            continue
        # "8.2 million people (24.7%)": a share in brackets is of the passage's own total, whatever it calls its people.
        named = (head and view.lemma(index) == head) or of_total or figure.unit not in ("count", "percent")
        if not named and not in_brackets:
            continue
        distance = block - view.block(index)
        if distance > _NEAR_BLOCKS:
            return None
        near = distance <= 1 or figure.unit == "count" or of_total
        if (named or distance == 0) and near and fits(view, part, index, share):
            return index
    return None


def _amount_of_share(view: FigureView, index: int) -> Iterator[Finding]:
    """Check "no more than 2 percent. - That is still $232 million": the sum that a share of an earlier one comes to."""
    if not _THAT_IS.search(view.before(index, 30)):
        return
    share = index - 1
    for total in range(share - 1, max(-1, share - 4), -1):
        if view.alike(total, index) and view.figures[total].value > view.figures[index].value:
            if fits(view, index, total, share):
                yield share_of(view, index, share, view.figures[total].value, total)
            return


def _makes_hundred(view: FigureView, group: list[tuple[int, int]]) -> bool:
    shares = sum((view.figures[share].value for _, share in group), Decimal(0))
    slack = sum((view.step(share) for _, share in group), Decimal(0))
    return abs(shares - 100) <= max(slack, Decimal("0.5"))


def _unstated_totals(view: FigureView, alone: list[tuple[int, int]]) -> Iterator[Finding]:
    """Check counts with shares that add up to a hundred: their sum is the total that the text does not state."""
    groups: dict[tuple[int, str], list[tuple[int, int]]] = {}
    for part, share in alone:
        groups.setdefault((view.block(share), view.lemma(part)), []).append((part, share))
    for group in groups.values():
        if len(group) < 2 or not _makes_hundred(view, group):
            continue
        total = sum((view.figures[part].value for part, _ in group), Decimal(0))
        for part, share in group:
            yield share_of(view, part, share, total)
