"""The form about the one who helps: theirs alone, and never counted as the patient's."""

from __future__ import annotations

import json

import pytest

from viktig.content.library import FOLDER, Library
from viktig.domain.questionnaire import DESIGN_NOTE, Item, display, questions, text

LIBRARY = Library()
FORM = LIBRARY.questionnaire("https://viktig.example/Questionnaire/carer|1.0.0")
PATIENTS = LIBRARY.questionnaire("https://viktig.example/Questionnaire/what-matters|1.0.0")
assert FORM is not None
assert PATIENTS is not None
ASKED = list(questions(FORM.item))


def test_no_question_is_taken_for_one_of_the_patients() -> None:
    assert PATIENTS is not None
    assert not {item.link_id for item in ASKED} & {item.link_id for item in questions(PATIENTS.item)}


def test_it_begins_with_own_words_and_every_question_says_at_home_why_it_is_asked() -> None:
    assert ASKED[0].type == "text"
    written = json.loads((FOLDER / "questionnaires/carer.json").read_bytes())
    assert all(sum(one["url"] == DESIGN_NOTE for one in item["extension"]) == 1 for item in written["item"])
    assert (written["experimental"], written["subjectType"]) == (True, ["RelatedPerson"])


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("item", ASKED, ids=lambda item: item.link_id)
def test_a_question_is_short_and_plain_in_every_language(item: Item, language: str) -> None:
    asked = text(item, language)
    assert asked.endswith("?")
    assert 3 <= len(asked.split()) <= 10
    assert len({display(option, language) for option in item.answer_option}) == len(item.answer_option)
