"""Replaces the characters that a format cannot carry, one for one, so that offsets go on to hold."""

from __future__ import annotations

from typing import Final

from afghanbrief.text.patterns import compile_pattern

_REPLACEMENT: Final = "\ufffd"
_SURROGATES: Final = compile_pattern("[\ud800-\udfff]")
# Everything outside the production Char of XML 1.0, 2.2.
_NOT_XML: Final = compile_pattern("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Control characters but tab and line ends, and what turns the direction of writing: terminals obey both.
_CONTROLS: Final = compile_pattern(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


def replace_surrogates(text: str) -> str:
    """Replace lone surrogates, which UTF-8 cannot carry.

    Arguments:
        text: any text.

    Returns:
        A text of the same length in code points, U+FFFD in place of each.

    >>> len(replace_surrogates("a" + chr(0xD800)))
    2
    """
    return text if text.isascii() else _SURROGATES.sub(_REPLACEMENT, text)


def replace_non_xml(text: str) -> str:
    """Replace what XML 1.0 and HTML forbid: most control characters, lone surrogates, U+FFFE and U+FFFF.

    Arguments:
        text: any text.

    Returns:
        A text of the same length in code points, U+FFFD in place of each.

    >>> replace_non_xml("a" + chr(0) + "b") == "a" + chr(0xFFFD) + "b"
    True
    """
    return _NOT_XML.sub(_REPLACEMENT, text)


def replace_controls(text: str) -> str:
    """Replace what a terminal would obey instead of showing it, and lone surrogates.

    Arguments:
        text: any text.

    Returns:
        A text of the same length in code points, U+FFFD in place of each; tabs and line ends stay.

    >>> replace_controls("a" + chr(27) + "[2J") == "a" + chr(0xFFFD) + "[2J"
    True
    """
    return text if text.isprintable() else _CONTROLS.sub(_REPLACEMENT, text)
