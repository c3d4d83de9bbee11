"""Texts to try an extractor on: news prose, texts that break careless code, and units that show quadratic time."""

from __future__ import annotations

# Written for this project; persons, groups and events are invented.
NEWS_TEXTS = (
    (
        "Foreign Minister Anar Solan said on Monday that 229 of 407 districts, or 56.3 percent, were under government "
        'control as of January 31, 2018. "We will not leave," he told reporters in Norin. "Not this year."'
    ),
    (
        "KABUL, Afghanistan \u2014 At least 13 soldiers and two dozen civilians were killed last week, according to "
        "the United Nations mission. The Taliban denied it in a statement on 4 September.\n\n"
        "\u201cNobody was hurt,\u201d a spokesman, Zabir Karim, wrote.\n"
    ),
    (
        "* Returns: 12,500 people (up 8% from 2016-2017)\n* Aid: $1.2 billion, about half of it from the EU\n"
        "* Next review: the end of October 2018\n"
    ),
    (
        "Lavrov: 'Talks can begin on 4 September'. Moscow's envoy, who had met U.S. officials two days earlier, "
        "accused Washington of \u2018playing games\u2019 for more than 17 years."
    ),
)

HOSTILE_TEXTS = (
    "",
    " ",
    "\n\r\n\r\u2028\u2029\x85",
    "\x00",
    "\x00 He said \x00 that 5 \x00 percent left on \x00 Monday.",
    "\ufeffTalks began on 5 May 2018.",
    "Lone \ud800 and \udfff surrogates said \u201cno\u201d on 5 May 2018.",
    "One.\r\nTwo on Monday.\rThree, he said.\nFour percent.\u2028Five.\x0bSix.\x0cSeven.",
    (
        "\u0642\u0627\u0644 \u0627\u0644\u0645\u062a\u062d\u062f\u062b: \u00ab\u0644\u0627 5\u00bb \u064a\u0648\u0645 "
        "\u200f2018\u200e. \u05d0\u05de\u05e8 5%."
    ),
    "\u06f1\u06f3\u06f9\u06f7/\u06f6/\u06f1 \u0661\u0662\u066b\u0665 \uff11\uff12\uff05 \u00bd \u2167",
    "\u0130stanbul said \u0130 on Monday, \ufb01ve of \u1e9e percent.",
    "e\u0301\u0301\u0301 \U0001f1e6\U0001f1eb \U0001f468\u200d\U0001f469\u200d\U0001f467 said \u201c\U0001f54a\u201d.",
    '"' * 2_000 + " he said",
    "\u201c" * 2_000 + "no" + "\u201d" * 2_000 + " he said.",
    '"' + "\u201c\u2018" * 500 + " he said on Monday",
    "(" * 2_000 + "5 percent" + ")" * 1_999,
    "9" * 5_000,
    "1" + ",000" * 1_500,
    "1." * 1_500 + "5 percent",
    "a" * 20_000,
    "A" * 10_000 + " said",
    "$-5,.%% \u20ac\u20ac1e999 -0 +5 0x10 1/0 31/31/9999 00:61 February 30, 0000",
    "on 99 January 99999, in the year 10000, 4,294,967,296 years ago, for a googol of centuries",
)

REPEATED_UNITS = (
    "1",
    "1,",
    "1 ",
    "1.",
    "1-",
    "1/",
    "a",
    "a ",
    "A ",
    "a.",
    "\n",
    " ",
    '"',
    "\u201c",
    "'s ",
    "(",
    "$",
    "%",
    'He said "',
    "he said ",
    "he said that ",
    "of January ",
    "January 1, ",
    "5 May 2018 ",
    "U.S. ",
    "Abdul ",
    "Minister of ",
    "twenty ",
    "hundred and ",
    "56.3 percent of ",
    "more than ",
    "the men of the ",
    "and ",
    "Monday ",
    "ago ",
    "the same day ",
    "according to ",
    "\u201cNo\u201d ",
    "\u2018a ",
    " 'a",
    "as' 'b ",
    "- \n",
    "the year of the Afghan government ",
)
