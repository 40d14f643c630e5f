"""The engine of forms in Python and in the browser, on forms and answers made by chance: the same, always.

`FORMS` says how many are tried, others in each run (without it 200, the same ones).
"""

import json
import os
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bridge import Bridge
from tests.forms import SPEAKERS, Json, answered, form, read
from viktig.domain.questionnaire.form import Form
from viktig.domain.questionnaire.nested import About, response
from viktig.domain.questionnaire.nested_read import items
from viktig.domain.questionnaire.places import places, walked
from viktig.domain.questionnaire.rules import Flaw, flaws
from viktig.domain.questionnaire_response import Answer, ResponseItem

FORMS = settings(max_examples=int(os.environ.get("FORMS", "200")), deadline=None, derandomize="FORMS" not in os.environ)
CHANCE = st.integers(0, 2**32).map(Random)
SIZE = st.integers(1, 5)
ABOUT = About(questionnaire="f|1", status="completed", language="nb", subject="Patient/p", author="Patient/p")
LATER = "2026-12-24T12:00:00Z"
ROOT = Path(__file__).parents[2]
REAL = sorted([*ROOT.glob("server/viktig/content/questionnaires/*.json"), *ROOT.glob("tests/fhir/forms/*.json")])
EXTRA = {"linkId": "extra", "type": "string"}


def where(made: Json, said: tuple[ResponseItem, ...]) -> list[tuple[str, str]]:
    return [(place.node.item.link_id, place.within) for place in walked(places(Form(read(made)), said))]


@FORMS
@given(chance=CHANCE, size=SIZE)
def test_both_engines_say_the_same(bridge: Bridge, chance: Random, size: int) -> None:
    made = form(chance, size)
    questionnaire = read(made)
    said = answered(chance, Form(questionnaire))
    told = bridge.told(made, said, ABOUT)
    assert told.places == where(made, said), (made, said)
    assert told.flaws == [tuple(flaw) for flaw in flaws(questionnaire, said)], (made, said)
    assert told.nested == response(Form(questionnaire), said, ABOUT), (made, said)


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_both_engines_say_the_same_of_the_forms_that_there_are(bridge: Bridge, path: Path) -> None:
    made = json.loads(path.read_text("utf-8"))
    questionnaire = read(made)
    for seed in range(5):
        said = answered(Random(seed), Form(questionnaire), most=40)
        told = bridge.told(made, said, ABOUT)
        assert told.places == where(made, said)
        assert told.flaws == [tuple(flaw) for flaw in flaws(questionnaire, said)]
        assert told.nested == response(Form(questionnaire), said, ABOUT)


@FORMS
@given(chance=CHANCE, size=SIZE)
def test_a_response_that_is_written_and_read_says_what_was_said(chance: Random, size: int) -> None:
    ready = Form(read(form(chance, size, doubled=False)))
    said = answered(chance, ready, good=True)
    nested = response(ready, said, ABOUT)
    again = items(ready, nested, SPEAKERS[2], LATER)
    assert meant(ready, again) == meant(ready, said), (ready.questionnaire, said)
    assert response(ready, again, ABOUT) == nested, (ready.questionnaire, said)


def meant(ready: Form, said: tuple[ResponseItem, ...]) -> list[tuple[str, int, tuple[Answer, ...], bool, object]]:
    """What is said where something is asked, in the form's order; how instances are called does not matter."""
    return [
        (one.link_id, one.within.count("/"), one.answer, one.declined, (one.said_by, one.written_by, one.authored))
        for place in walked(places(ready, said))
        for one in place.said
    ]


@FORMS
@given(chance=CHANCE, size=SIZE)
def test_the_order_of_answers_and_an_answer_elsewhere_change_nothing(chance: Random, size: int) -> None:
    made = form(chance, size)
    made["item"] += [EXTRA]
    questionnaire = read(made)
    said = answered(chance, Form(questionnaire))
    there, broken = where(made, said), flaws(questionnaire, said)
    turned = tuple(chance.sample(said, len(said)))
    assert where(made, turned) == there, (made, said, turned)
    assert sorted(flaws(questionnaire, turned)) == sorted(broken), (made, said, turned)
    for link, own in (("extra", []), ("nowhere", [Flaw("nowhere", "", "unknown-item")])):
        one = ResponseItem(
            link_id=link,
            answer=(Answer(value_string="x"),),
            said_by=SPEAKERS[0],
            written_by=SPEAKERS[0],
            authored=LATER,
        )
        with_it = (*said, one)
        assert where(made, with_it) == there, (made, said)
        assert sorted(flaws(questionnaire, with_it)) == sorted([*broken, *own]), (made, said)
