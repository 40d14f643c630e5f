"""Forms: FHIR R4 Questionnaires, a file a version."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from viktig.content.reading import LANGUAGES, demand, reading
from viktig.domain.questionnaire import (
    DESIGN_NOTE,
    FIELD,
    Item,
    Questionnaire,
    languages,
    questions,
    told,
)
from viktig.domain.questionnaire.extensions import REGEX, first
from viktig.domain.questionnaire.regex import judge


def read(path: Path) -> tuple[Questionnaire, bytes]:
    """The form, and the file as it is served: without the notes on why each question is asked."""
    with reading(path):
        body = path.read_bytes()
        form = msgspec.json.decode(body, type=Questionnaire)
        _check(form, path)
        return form, msgspec.json.encode(without_notes(msgspec.json.decode(body)))


def _check(form: Questionnaire, path: Path) -> None:
    demand(form.language == LANGUAGES[0], f"written in {LANGUAGES[0]}")
    demand(path.name.startswith(form.id), "id is not the file's name")
    asked = list(questions(form.item))
    links = [item.link_id for item in asked]
    demand(len(set(links)) == len(links), "two questions with one linkId")
    demand(languages(form.title_more) == set(LANGUAGES[1:]), f"the title is not told in {', '.join(LANGUAGES)}")
    for item in asked:
        demand(item.type in FIELD, f"{item.link_id} cannot be answered")
        demand(item.type != "choice" or item.answer_option, f"{item.link_id} has no options")
        demand(_why(item), f"{item.link_id} does not say why it is asked")
    for item in _all(form.item):
        regex = first(item.extension, REGEX)
        demand(
            not regex or not judge(regex.value_string).refused,
            f"{item.link_id} has a regular expression not to be used",
        )
        for more in told(item):
            demand(languages(more) == set(LANGUAGES[1:]), f"{item.link_id} is not told in {', '.join(LANGUAGES)}")


def _all(items: tuple[Item, ...]) -> Iterator[Item]:
    """Also what is only shown."""
    for item in items:
        yield item
        yield from _all(item.item)


def _why(item: Item) -> str:
    note = first(item.extension, DESIGN_NOTE)
    return note.value_markdown or note.value_string if note else ""


def without_notes(value: Any) -> Any:
    match value:
        case dict():
            kept = {key: without_notes(inner) for key, inner in value.items()}
            return {key: inner for key, inner in kept.items() if key != "extension" or inner}
        case list():
            return [without_notes(inner) for inner in value if not _is_note(inner)]
        case _:
            return value


def _is_note(value: object) -> bool:
    return isinstance(value, dict) and value.get("url") == DESIGN_NOTE
