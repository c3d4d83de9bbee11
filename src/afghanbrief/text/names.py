"""Name lists (gazetteers) and the index that finds their names in a text."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Gazetteer:
    """A name list.

    Attributes:
        name: the list's own name.
        topic: what it lists: ``"actors"``, ``"places"``, ...
        source: where the facts are from.
        licence: under which licence.
    """

    name: str
    topic: str
    source: str
    licence: str
