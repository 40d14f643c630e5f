"""Ways of asking, for those who have not answered."""

from typing import Annotated

from msgspec import Meta

from viktig.domain.shape import Id, Line, Shape

Sentence = Annotated[str, Meta(min_length=1, max_length=200)]


class Prompt(Shape, kw_only=True, frozen=True):
    """What one may say, and why it helps."""

    code: Id
    say: Sentence
    why: Sentence


class Prompts(Shape, kw_only=True, frozen=True):
    """One set of prompts in one language, as it is served."""

    id: Id
    version: Line
    language: Line
    title: Line
    prompts: tuple[Prompt, ...]
