"""Prompts for the nurse: short enough to be read on the way into a room."""

import msgspec
import pytest

from viktig.content.library import Library
from viktig.domain.prompt import Prompts

LIBRARY = Library()


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_prompts_are_few_short_and_say_why(language: str) -> None:
    told = msgspec.json.decode(LIBRARY.files()[f"prompts/asking@1.0.0.{language}.json"], type=Prompts)
    assert 6 <= len(told.prompts) <= 8
    assert all(len(prompt.say) <= 70 and 20 <= len(prompt.why) <= 90 for prompt in told.prompts)


def test_prompts_are_the_same_in_every_language() -> None:
    codes = {
        tuple(prompt.code for prompt in msgspec.json.decode(LIBRARY.files()[entry.path], type=Prompts).prompts)
        for entry in LIBRARY.index().prompts[0].languages.values()
    }
    assert len(codes) == 1
