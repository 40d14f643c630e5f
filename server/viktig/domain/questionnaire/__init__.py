"""A form: FHIR R4 Questionnaire. What is read of it, what it asks when, what it allows, and what people read."""

from viktig.domain.questionnaire.extensions import DESIGN_NOTE, EXAMPLE, TOGETHER
from viktig.domain.questionnaire.form import by_link, questions
from viktig.domain.questionnaire.resource import AnswerOption, Element, Item, Questionnaire
from viktig.domain.questionnaire.rule import FIELD, Remark
from viktig.domain.questionnaire.rules import remarks
from viktig.domain.questionnaire.texts import display, examples, hint, languages, text, title, told
from viktig.domain.questionnaire.together import together

__all__ = [
    "DESIGN_NOTE",
    "EXAMPLE",
    "FIELD",
    "TOGETHER",
    "AnswerOption",
    "Element",
    "Item",
    "Questionnaire",
    "Remark",
    "by_link",
    "display",
    "examples",
    "hint",
    "languages",
    "questions",
    "remarks",
    "text",
    "title",
    "together",
    "told",
]
