"""Prompts: one file a set, each prompt in all languages."""

from pathlib import Path

from msgspec import structs

from viktig.content.reading import LANGUAGES, Written, demand, reading, toml
from viktig.domain.prompt import Prompt, Prompts
from viktig.domain.shape import Id, Line


class Said(Written, frozen=True):
    say: str
    why: str


class PromptWritten(Written, frozen=True):
    code: Id
    nb: Said
    nn: Said
    en: Said


class PromptsWritten(Written, frozen=True):
    id: Id
    version: Line
    licence: Line
    title: dict[str, Line]
    prompts: tuple[PromptWritten, ...]


def read(path: Path) -> dict[str, Prompts]:
    """The set in each language."""
    written = toml(path, PromptsWritten)
    with reading(path):
        demand(written.id == path.stem, "id is not the file's name")
        demand(set(written.title) == set(LANGUAGES), f"a title in {', '.join(LANGUAGES)}")
    return {
        language: Prompts(
            id=written.id,
            version=written.version,
            language=language,
            title=written.title[language],
            prompts=tuple(
                Prompt(code=prompt.code, **structs.asdict(getattr(prompt, language))) for prompt in written.prompts
            ),
        )
        for language in LANGUAGES
    }
