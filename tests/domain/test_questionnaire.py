"""The form's rules, on a small form of every kind of question we use."""

import msgspec
import pytest

from viktig.domain.person import Speaker
from viktig.domain.questionnaire import (
    Questionnaire,
    display,
    examples,
    hint,
    questions,
    remarks,
    text,
    title,
    together,
)
from viktig.domain.questionnaire_response import Answer, Coding, QuestionnaireResponse, ResponseItem

INGRID = Speaker(kind="patient", name="Ingrid")
URL = "https://viktig.example/Questionnaire/small"


def translation(language: str, content: str) -> dict[str, object]:
    url = "http://hl7.org/fhir/StructureDefinition/translation"
    parts = [{"url": "lang", "valueCode": language}, {"url": "content", "valueString": content}]
    return {"extension": [{"url": url, "extension": parts}]}


def together_as(number: int) -> dict[str, object]:
    return {"url": "https://viktig.example/StructureDefinition/together", "valueInteger": number}


EXAMPLE = {
    "url": "https://viktig.example/StructureDefinition/example",
    "valueString": "Å sove",
    "_valueString": translation("en", "To sleep"),
}
HELP = {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl"} | {
    "valueCodeableConcept": {"coding": [{"code": "help"}]}
}
SMALL = msgspec.convert(
    {
        "resourceType": "Questionnaire",
        "url": URL,
        "version": "2",
        "id": "small",
        "language": "nb",
        "title": "Lite skjema",
        "_title": translation("en", "Small form"),
        "item": [
            {
                "linkId": "matters",
                "type": "text",
                "text": "Hva er viktig?",
                "_text": translation("en", "What matters?"),
                "maxLength": 10,
                "extension": [together_as(2), EXAMPLE],
                "item": [{"linkId": "matters-help", "type": "display", "text": "Alt teller.", "extension": [HELP]}],
            },
            {
                "linkId": "more",
                "type": "group",
                "item": [
                    {"linkId": "name", "type": "string", "text": "Navn", "extension": [together_as(1)]},
                    {"linkId": "tired", "type": "boolean", "text": "Er du sliten?"},
                    {"linkId": "pain", "type": "integer", "text": "Hvor vondt, 0 til 10?"},
                    {
                        "linkId": "learn",
                        "type": "choice",
                        "repeats": True,
                        "text": "Hva vil du vite?",
                        "answerOption": [
                            {"valueCoding": {"code": "a", "display": "Alt"}},
                            {"valueCoding": {"code": "b"}},
                        ],
                    },
                ],
            },
        ],
    },
    Questionnaire,
)


def said(link: str, *answers: Answer) -> ResponseItem:
    return ResponseItem(
        link_id=link, answer=answers, said_by=INGRID, written_by=INGRID, authored="2026-11-02T08:00:00Z"
    )


def response(*items: ResponseItem, form: str = SMALL.canonical) -> QuestionnaireResponse:
    return QuestionnaireResponse(questionnaire=form, status="completed", encounter="stay", language="nb", item=items)


def coded(*codes: str) -> tuple[Answer, ...]:
    return tuple(Answer(value_coding=Coding(code=code)) for code in codes)


WORDS = Answer(value_string="Å sove")


def test_a_question_is_told_in_the_language_asked_for() -> None:
    matters = SMALL.item[0]
    assert (text(matters, "en"), examples(matters, "en"), title(SMALL, "en")) == (
        "What matters?",
        ("To sleep",),
        "Small form",
    )


def test_a_language_without_translation_gets_the_forms_own_words() -> None:
    matters = SMALL.item[0]
    assert (text(matters, "se"), hint(matters, "se"), examples(matters, "se")) == (
        "Hva er viktig?",
        "Alt teller.",
        ("Å sove",),
    )
    assert display(SMALL.item[1].item[3].answer_option[0], "se") == "Alt"


def test_a_question_without_help_has_none() -> None:
    assert hint(SMALL.item[1].item[0], "nb") == ""


def test_groups_and_help_are_not_questions() -> None:
    assert [item.link_id for item in questions(SMALL.item)] == ["matters", "name", "tired", "pain", "learn"]


def test_the_questions_asked_together_come_in_their_own_order() -> None:
    assert [item.link_id for item in together(SMALL)] == ["name", "matters"]


def test_a_good_response_has_no_remark() -> None:
    good = response(
        said("matters", WORDS),
        said("name", WORDS),
        said("tired", Answer(value_boolean=False)),
        said("pain", Answer(value_integer=0)),
        said("learn", *coded("a", "b")),
    )
    assert remarks(SMALL, good) == ()


def test_nothing_said_and_two_statements_to_one_question_are_both_fine() -> None:
    assert remarks(SMALL, response(said("name"), said("matters", WORDS), said("matters", WORDS))) == ()


@pytest.mark.parametrize("form", ["https://viktig.example/Questionnaire/small|1", "elsewhere|2"])
def test_an_answer_to_another_form_or_version_is_remarked(form: str) -> None:
    assert remarks(SMALL, response(said("matters", WORDS), form=form)) == ("unknown-form",)
    assert remarks(None, response(said("matters", WORDS), form=form)) == ("unknown-form",)


@pytest.mark.parametrize(
    ("item", "slug"),
    [
        (said("who", WORDS), "unknown-item"),
        (said("matters-help", WORDS), "unknown-item"),
        (said("matters", *coded("a")), "wrong-type"),
        (said("learn", WORDS), "wrong-type"),
        (said("tired", Answer(value_integer=1)), "wrong-type"),
        (said("pain", Answer()), "wrong-type"),
        (said("name", Answer(value_string="x", value_integer=1)), "wrong-type"),
        (said("matters", Answer(value_string="Å sove godt")), "too-long"),
        (said("learn", *coded("a", "c")), "unknown-option"),
        (said("name", WORDS, WORDS), "too-many-answers"),
    ],
)
def test_a_broken_rule_is_named(item: ResponseItem, slug: str) -> None:
    assert remarks(SMALL, response(item)) == (slug,)


def test_each_broken_rule_is_named_once() -> None:
    broken = response(said("who", WORDS), said("name", *coded("a", "b")), said("else", WORDS))
    assert remarks(SMALL, broken) == ("unknown-item", "too-many-answers", "wrong-type")
