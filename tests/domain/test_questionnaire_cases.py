"""Conditions, rules and the nested shape: the cases that the web app runs too."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import pytest

from viktig.domain.person import Speaker
from viktig.domain.questionnaire import Questionnaire
from viktig.domain.questionnaire.form import Form
from viktig.domain.questionnaire.nested import About, response
from viktig.domain.questionnaire.nested_read import items
from viktig.domain.questionnaire.places import places, walked
from viktig.domain.questionnaire.resource import EnableWhen
from viktig.domain.questionnaire.rules import flaws
from viktig.domain.questionnaire.values import day_number, decimals, holds, moment, second_of_day
from viktig.domain.questionnaire_response import Answer, ResponseItem

Json = Mapping[str, Any]
CASES = Path(__file__).parents[1] / "cases"
OPERATORS = ("exists", "=", "!=", ">", "<", ">=", "<=")
INGRID = {"kind": "patient", "name": "Ingrid"}
AUTHORED = "2026-11-02T08:00:00Z"


def cases(name: str) -> Any:
    return json.loads((CASES / f"{name}.json").read_text("utf-8"))


VALUES, RULES = cases("values"), cases("rules")


def named(case: Json) -> str:
    return str(case["name"])


def questionnaire(form: Json) -> Questionnaire:
    return msgspec.convert({"resourceType": "Questionnaire", "language": "nb", **form}, Questionnaire)


def said(items: list[Json]) -> tuple[ResponseItem, ...]:
    """A case that does not say who speaks lets Ingrid speak."""
    whole = [{"saidBy": INGRID, "writtenBy": INGRID, "authored": AUTHORED, **item} for item in items]
    return msgspec.convert(whole, tuple[ResponseItem, ...])


@pytest.mark.parametrize(
    ("read", "name"),
    [(day_number, "days"), (second_of_day, "seconds"), (moment, "moments"), (decimals, "decimals")],
)
def test_a_value_is_read_as_a_number(read: Any, name: str) -> None:
    assert [[given, read(given)] for given, _ in VALUES[name]] == VALUES[name]


@pytest.mark.parametrize("case", VALUES["conditions"], ids=named)
def test_a_condition(case: Json) -> None:
    answers = msgspec.convert(case["answers"], list[Answer])
    made = [msgspec.convert({"question": "q", "operator": one, **case["when"]}, EnableWhen) for one in OPERATORS]
    assert sorted(when.operator for when in made if holds(when, answers)) == sorted(case["holds"])


@pytest.mark.parametrize("case", cases("places"), ids=named)
def test_what_is_there(case: Json) -> None:
    found = walked(places(Form(questionnaire(case["form"])), said(case["said"])))
    there = [f"{one.node.item.link_id}@{one.within}" if one.within else one.node.item.link_id for one in found]
    assert there == case["there"]


@pytest.mark.parametrize("case", RULES["answers"], ids=named)
def test_what_a_single_answer_breaks(case: Json) -> None:
    form = questionnaire({"item": [case["item"]]})
    for answer in case["good"]:
        assert flaws(form, said([{"linkId": "q", "answer": answer}])) == (), answer
    for answer, remark in case["bad"]:
        assert [flaw.remark for flaw in flaws(form, said([{"linkId": "q", "answer": answer}]))] == [remark], answer


@pytest.mark.parametrize("case", RULES["whole"], ids=named)
def test_what_answers_break_together(case: Json) -> None:
    assert [list(flaw) for flaw in flaws(questionnaire(case["form"]), said(case["said"]))] == case["flaws"]


@pytest.mark.parametrize("case", cases("nested"), ids=named)
def test_the_response_as_fhir_writes_it(case: Json) -> None:
    form, about = (
        Form(questionnaire(case["form"])),
        About(questionnaire="f|1", status="completed", language=case["language"]),
    )
    made = response(form, said(case["said"]), about)
    assert made.get("item", []) == case["item"]
    again = items(form, made, Speaker(kind="staff"), "2020-01-01T00:00:00Z")
    assert response(form, again, about) == made, "read back and written again"
