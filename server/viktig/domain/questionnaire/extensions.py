"""The extensions that we understand, by name: FHIR's own, SDC's, and those of the Norwegian Helsenorge dialect."""

from collections.abc import Iterable, Iterator
from typing import Final

from viktig.domain.questionnaire.resource import Extension, Item

FHIR: Final = "http://hl7.org/fhir/StructureDefinition/"
SDC: Final = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"
EHELSE: Final = "http://ehelse.no/fhir/StructureDefinition/"
HELSENORGE: Final = "http://helsenorge.no/fhir/StructureDefinition/"
OURS: Final = "https://viktig.example/StructureDefinition/"

TRANSLATION: Final = f"{FHIR}translation"
DESIGN_NOTE: Final = f"{FHIR}designNote"
ITEM_CONTROL: Final = f"{FHIR}questionnaire-itemControl"
HIDDEN: Final = f"{FHIR}questionnaire-hidden"
MIN_VALUE: Final = (f"{FHIR}minValue", f"{EHELSE}sdf-minvalue")
MAX_VALUE: Final = (f"{FHIR}maxValue", f"{EHELSE}sdf-maxvalue")
MIN_LENGTH: Final = f"{FHIR}minLength"
MAX_DECIMALS: Final = f"{FHIR}maxDecimalPlaces"
MIN_OCCURS: Final = f"{FHIR}questionnaire-minOccurs"
MAX_OCCURS: Final = f"{FHIR}questionnaire-maxOccurs"
REGEX: Final = f"{FHIR}regex"
ENTRY_FORMAT: Final = f"{FHIR}entryFormat"
UNIT: Final = f"{FHIR}questionnaire-unit"
UNIT_OPTION: Final = f"{FHIR}questionnaire-unitOption"
ORDINAL: Final = (f"{FHIR}ordinalValue", f"{FHIR}itemWeight")
EXCLUSIVE: Final = f"{FHIR}questionnaire-optionExclusive"
CHOICE_ORIENTATION: Final = f"{FHIR}questionnaire-choiceOrientation"
SLIDER_STEP: Final = f"{FHIR}questionnaire-sliderStepValue"
MARKDOWN: Final = f"{FHIR}rendering-markdown"
XHTML: Final = f"{FHIR}rendering-xhtml"
OPEN_LABEL: Final = f"{SDC}openLabel"
VALIDATION_TEXT: Final = f"{EHELSE}validationtext"
REPEATS_TEXT: Final = f"{EHELSE}repeatstext"
SUBLABEL: Final = f"{HELSENORGE}sdf-sublabel"
CALCULATED: Final = (f"{SDC}calculatedExpression", f"{EHELSE}sdf-calculatedExpression")
INITIAL_EXPRESSION: Final = f"{SDC}initialExpression"
ENABLE_WHEN_EXPRESSION: Final = f"{SDC}enableWhenExpression"
ANSWER_EXPRESSION: Final = f"{SDC}answerExpression"
VARIABLE: Final = f"{FHIR}variable"
EXAMPLE: Final = f"{OURS}example"
TOGETHER: Final = f"{OURS}together"
"""Marks a question of "Fyll ut sammen"; its number is the order in which they are asked."""
SCORE: Final = f"{OURS}score"
MEDIA: Final = f"{OURS}media"
"""A sound or sign-language film that an organisation has put beside a form or a question."""


def named(extensions: Iterable[Extension], *urls: str) -> Iterator[Extension]:
    return (one for one in extensions if one.url in urls)


def first(extensions: Iterable[Extension], *urls: str) -> Extension | None:
    return next(named(extensions, *urls), None)


def whole(extensions: Iterable[Extension], *urls: str) -> int | None:
    found = first(extensions, *urls)
    return found.value_integer if found else None


def controls(item: Item) -> tuple[str, ...]:
    """The codes of its item controls: how it is to be shown."""
    found = first(item.extension, ITEM_CONTROL)
    concept = found.value_codeable_concept if found else None
    return tuple(coding.code for coding in concept.coding) if concept else ()


SAID: Final = frozenset(("help", "help-link", "inline", "highlight", "sidebar"))
"""Controls of texts that are read. The Helsenorge dialect writes such texts as questions of the type text."""


def only_said(item: Item) -> bool:
    """A text to be read although its type is that of a question."""
    return item.type == "text" and not SAID.isdisjoint(controls(item))


def hidden(item: Item) -> bool:
    found = first(item.extension, HIDDEN)
    return bool(found and found.value_boolean)
