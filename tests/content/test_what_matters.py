"""The form itself: what is asked, in which order, whole in three languages."""

import json

import pytest

from viktig.content.library import FOLDER, Library
from viktig.domain.questionnaire import DESIGN_NOTE, Item, display, examples, hint, questions, text, together

LIBRARY = Library()
FORM = LIBRARY.questionnaire("https://viktig.example/Questionnaire/what-matters|1.0.0")
assert FORM is not None
ASKED = list(questions(FORM.item))
OPEN = ["talk", "matters", "home", "involve", "please", "please-not", "worry", "else"]
CLOSED = ["hearing", "reading", "language-help", "learn"]


def test_free_text_comes_first_and_the_closed_questions_last() -> None:
    assert [item.link_id for item in ASKED] == OPEN + CLOSED
    assert {item.type for item in ASKED[: len(OPEN)]} == {"text"}
    assert {item.type for item in ASKED[len(OPEN) :]} == {"choice"}
    assert [item.link_id for item in ASKED if item.repeats] == ["learn"]


def test_what_a_nurse_asks_aloud_begins_with_what_matters() -> None:
    assert FORM is not None
    assert [item.link_id for item in together(FORM)] == ["matters", "talk", "please-not"]


def test_every_question_says_at_home_why_it_is_asked() -> None:
    written = json.loads((FOLDER / "questionnaires/what-matters.json").read_bytes())
    notes = [
        [extension["valueMarkdown"] for extension in item["extension"] if extension["url"] == DESIGN_NOTE]
        for item in written["item"]
    ]
    assert all(len(note) == 1 and note[0].endswith(".") for note in notes)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("item", ASKED, ids=lambda item: item.link_id)
def test_a_question_is_short_and_plain_in_every_language(item: Item, language: str) -> None:
    asked = text(item, language)
    assert asked.endswith("?")
    assert 3 <= len(asked.split()) <= 10
    assert len(hint(item, language)) <= 110


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("item", ASKED[: len(OPEN)], ids=lambda item: item.link_id)
def test_an_open_question_has_help_and_a_few_examples_in_a_persons_own_words(item: Item, language: str) -> None:
    told = examples(item, language)
    assert hint(item, language)
    assert 2 <= len(told) <= 3
    assert all(len(one) <= 60 and one.endswith(".") for one in told)


@pytest.mark.parametrize("item", ASKED, ids=lambda item: item.link_id)
def test_no_question_has_to_be_answered(item: Item) -> None:
    written = json.loads(LIBRARY.files()["forms/what-matters@1.0.0.json"])
    assert not any(one.get("required") for one in written["item"] if one["linkId"] == item.link_id)


@pytest.mark.parametrize("item", ASKED[len(OPEN) :], ids=lambda item: item.link_id)
def test_options_differ_in_code_and_in_words(item: Item) -> None:
    codes = {option.value_coding.code for option in item.answer_option if option.value_coding}
    assert len(codes) == len(item.answer_option)
    for language in ("nb", "nn", "en"):
        assert len({display(option, language) for option in item.answer_option}) == len(item.answer_option)
