"""The few questions that a nurse asks aloud when nothing is answered."""

from viktig.domain.questionnaire.extensions import TOGETHER, named
from viktig.domain.questionnaire.form import questions
from viktig.domain.questionnaire.resource import Item, Questionnaire


def together(questionnaire: Questionnaire) -> tuple[Item, ...]:
    """The marked questions, in the order of their marks."""
    marked = [
        (extension.value_integer or 0, item)
        for item in questions(questionnaire.item)
        for extension in named(item.extension, TOGETHER)
    ]
    return tuple(item for _, item in sorted(marked, key=lambda pair: pair[0]))
