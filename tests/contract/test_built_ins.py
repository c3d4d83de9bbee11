"""The built-in extractors keep the contract that plugins are held to."""

from __future__ import annotations

from typing import Any

import pytest

from afghanbrief import PluginHost
from afghanbrief.testing import check_extractor

EXTRACTORS = [offer.value for offer in PluginHost(discover=False).extractors()]


@pytest.mark.parametrize("extractor", EXTRACTORS, ids=lambda extractor: extractor.name)
def test_contract(extractor: type[Any]) -> None:
    # tests/growth measures time, over all of them at once.
    check_extractor(extractor, growth=False)


def test_the_four_kinds_are_there() -> None:
    provided = {kind.kind for extractor in EXTRACTORS for kind in extractor.provides}
    assert provided == {"date", "actor-mention", "actor", "quote", "statistic"}
