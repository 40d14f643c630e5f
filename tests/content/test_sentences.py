"""Where a sentence ends, after a full stop but not after every one: the cases that reading aloud runs too."""

import json
from pathlib import Path
from typing import Any

import pytest

from viktig.content.sentences import sentences

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parents[1] / "cases/sentences.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_sentence_ends_where_a_reader_hears_it_end(case: dict[str, Any]) -> None:
    assert [sentence for sentence in sentences(case["text"]) if sentence] == case["sentences"]
