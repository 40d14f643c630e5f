"""A form: FHIR R4 Questionnaire, as much of it as we use. Texts are whole in the base language, others translated."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final, Literal

from msgspec import field
from msgspec.structs import astuple

from viktig.domain.questionnaire_response import QuestionnaireResponse, ResponseItem
from viktig.domain.shape import Shape

TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation"
DESIGN_NOTE = "http://hl7.org/fhir/StructureDefinition/designNote"
ITEM_CONTROL = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl"
EXAMPLE = "https://viktig.example/StructureDefinition/example"
TOGETHER = "https://viktig.example/StructureDefinition/together"
"""Marks a question of "Fyll ut sammen"; its number is the order in which they are asked."""

ItemType = Literal["group", "display", "boolean", "integer", "string", "text", "choice"]
FIELD: Final[dict[ItemType, str]] = {
    "boolean": "value_boolean",
    "integer": "value_integer",
    "string": "value_string",
    "text": "value_string",
    "choice": "value_coding",
}
"""Where the answer to a question of each type stands; the other types are not answered."""

Remark = Literal["unknown-form", "unknown-item", "wrong-type", "too-long", "unknown-option", "too-many-answers"]


class Coding(Shape, frozen=True):
    code: str
    system: str = ""
    display: str = ""
    more: "Element | None" = field(default=None, name="_display")


class CodeableConcept(Shape, frozen=True):
    coding: tuple[Coding, ...] = ()


class Extension(Shape, frozen=True):
    url: str
    extension: tuple["Extension", ...] = ()
    value_code: str = ""
    value_string: str = ""
    value_string_more: "Element | None" = field(default=None, name="_valueString")
    value_markdown: str = ""
    value_integer: int | None = None
    value_codeable_concept: CodeableConcept | None = None


class Element(Shape, frozen=True):
    """What FHIR says of a plain value beside the value itself: here its translations."""

    extension: tuple[Extension, ...] = ()


class AnswerOption(Shape, frozen=True):
    value_coding: Coding


class Item(Shape, kw_only=True, frozen=True):
    link_id: str
    type: ItemType
    text: str = ""
    text_more: Element | None = field(default=None, name="_text")
    repeats: bool = False
    max_length: int | None = None
    extension: tuple[Extension, ...] = ()
    answer_option: tuple[AnswerOption, ...] = ()
    item: tuple["Item", ...] = ()


class Questionnaire(Shape, kw_only=True, tag_field="resourceType", tag="Questionnaire", frozen=True, cache_hash=True):
    id: str
    url: str
    version: str
    language: str
    title: str
    title_more: Element | None = field(default=None, name="_title")
    subject_type: tuple[str, ...] = ()
    item: tuple[Item, ...] = ()

    @property
    def canonical(self) -> str:
        return f"{self.url}|{self.version}"

    @property
    def about(self) -> Literal["patient", "related"]:
        return "related" if "RelatedPerson" in self.subject_type else "patient"


def languages(more: Element | None) -> set[str]:
    """The languages that a text is translated to."""
    told = [extension for extension in more.extension if extension.url == TRANSLATION] if more else []
    return {part.value_code for extension in told for part in extension.extension if part.url == "lang"}


def translated(said: str, more: Element | None, language: str) -> str:
    """The words in a language, else in the form's own."""
    for extension in more.extension if more else ():
        parts = {part.url: part for part in extension.extension}
        if extension.url == TRANSLATION and parts["lang"].value_code == language:
            return parts["content"].value_string
    return said


def text(item: Item, language: str) -> str:
    return translated(item.text, item.text_more, language)


def display(option: AnswerOption, language: str) -> str:
    return translated(option.value_coding.display, option.value_coding.more, language)


def title(questionnaire: Questionnaire, language: str) -> str:
    return translated(questionnaire.title, questionnaire.title_more, language)


def hint(item: Item, language: str) -> str:
    """The help that stands under a question: a child of type display with the control `help`."""
    return next((text(child, language) for child in item.item if _controls(child, "help")), "")


def _controls(item: Item, code: str) -> bool:
    concepts = (e.value_codeable_concept for e in item.extension if e.url == ITEM_CONTROL)
    return any(coding.code == code for concept in concepts if concept for coding in concept.coding)


def examples(item: Item, language: str) -> tuple[str, ...]:
    return tuple(translated(e.value_string, e.value_string_more, language) for e in item.extension if e.url == EXAMPLE)


def questions(items: Iterable[Item]) -> Iterator[Item]:
    """Everything that can be answered, in the order it is asked."""
    for item in items:
        if item.type not in ("group", "display"):
            yield item
        yield from questions(item.item)


def together(questionnaire: Questionnaire) -> tuple[Item, ...]:
    """The few questions that a nurse asks aloud when nothing is answered."""
    marked = [
        (extension.value_integer or 0, item)
        for item in questions(questionnaire.item)
        for extension in item.extension
        if extension.url == TOGETHER
    ]
    return tuple(item for _, item in sorted(marked, key=lambda pair: pair[0]))


def remarks(questionnaire: Questionnaire | None, response: QuestionnaireResponse) -> tuple[Remark, ...]:
    """The form's rules that a response breaks, each once. Such content is kept and shown, never refused."""
    if questionnaire is None or questionnaire.canonical != response.questionnaire:
        return ("unknown-form",)
    known = by_link(questionnaire)
    found: dict[Remark, None] = {}
    for said in response.item:
        item = known.get(said.link_id)
        for remark in _broken(item, said):
            found[remark] = None
    return tuple(found)


@lru_cache(maxsize=64)
def by_link(questionnaire: Questionnaire) -> Mapping[str, Item]:
    return {item.link_id: item for item in questions(questionnaire.item)}


def _broken(item: Item | None, said: ResponseItem) -> Iterator[Remark]:
    if item is None:
        yield "unknown-item"
        return
    if len(said.answer) > 1 and not item.repeats:
        yield "too-many-answers"
    for answer in said.answer:
        values = astuple(answer)
        if getattr(answer, FIELD[item.type]) is None or values.count(None) != len(values) - 1:
            yield "wrong-type"
        elif item.max_length is not None and len(answer.value_string or "") > item.max_length:
            yield "too-long"
        elif answer.value_coding is not None and not _offered(item, answer.value_coding.code):
            yield "unknown-option"


def _offered(item: Item, code: str) -> bool:
    return any(option.value_coding.code == code for option in item.answer_option)
