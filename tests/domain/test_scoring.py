"""Scores, counted by hand beside the engine."""

from typing import Any

import msgspec
import pytest

from viktig.content.library import Library
from viktig.domain.person import Speaker
from viktig.domain.questionnaire import Questionnaire
from viktig.domain.questionnaire.form import Form
from viktig.domain.questionnaire.scoring import Scored, scored
from viktig.domain.questionnaire_response import Answer, Coding, ResponseItem

INGRID = Speaker(kind="patient", name="Ingrid")
LIBRARY = Library()
URL = "https://viktig.example/StructureDefinition/score"
ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue"


def shipped(name: str, version: str = "1.0.0") -> Form:
    found = LIBRARY.questionnaire(f"https://viktig.example/Questionnaire/{name}|{version}")
    assert found is not None
    return Form(found)


def said(link: str, answer: Answer, within: str = "") -> ResponseItem:
    return ResponseItem(
        link_id=link,
        within=within,
        answer=(answer,),
        said_by=INGRID,
        written_by=INGRID,
        authored="2026-11-29T08:00:00Z",
    )


def chose(link: str, code: str) -> ResponseItem:
    return said(link, Answer(value_coding=Coding(code=code)))


def by_name(form: Form, *items: ResponseItem) -> dict[str, Scored]:
    return {one.score.name: one for one in scored(form, items)}


def five(method: str, *links: str, **more: Any) -> Form:
    """Questions from 1 to 5, and one option that does not apply."""
    options = [
        {"valueCoding": {"code": str(n), "extension": [{"url": ORDINAL, "valueDecimal": n}]}} for n in range(1, 6)
    ]
    parts: list[dict[str, Any]] = [{"url": "name", "valueString": "s"}, {"url": "method", "valueCode": method}]
    parts += [{"url": "item", "valueString": link} for link in links]
    parts += [{"url": name, "valueCode" if isinstance(it, str) else "valueDecimal": it} for name, it in more.items()]
    asked = [
        {"linkId": link, "type": "choice", "answerOption": [*options, {"valueCoding": {"code": "na"}}]}
        for link in links
    ]
    whole = {"resourceType": "Questionnaire", "extension": [{"url": URL, "extension": parts}], "item": asked}
    return Form(msgspec.convert(whole, Questionnaire))


@pytest.mark.parametrize(
    ("method", "chosen", "value"),
    [
        ("sum", "123", 6),
        ("mean", "124", 7 / 3),
        ("mean-0-100", "1", 0),
        ("mean-0-100", "5", 100),
        ("mean-0-100", "3", 50),
        ("mean-0-100", "24", 50),  # (25 + 75) / 2
        ("top-box", "5554", 0.75),
        ("top-box", "1234", 0),
    ],
)
def test_a_score_is_what_one_counts_by_hand(method: str, chosen: str, value: float) -> None:
    links = [f"q{n}" for n in range(len(chosen))]
    told = by_name(five(method, *links), *map(chose, links, chosen))["s"]
    assert told.value == pytest.approx(value)
    assert told.answered == len(chosen)


def test_what_does_not_apply_is_missing_and_never_0() -> None:
    form = five("mean-0-100", "a", "b", "c", "d")
    told = by_name(form, chose("a", "5"), chose("b", "4"), chose("c", "na"), chose("d", "na"))["s"]
    assert (told.value, told.answered) == (87.5, 2)


def numbers(method: str, *limits: dict[str, Any]) -> Form:
    parts = [
        {"url": "name", "valueString": "s"},
        {"url": "method", "valueCode": method},
        {"url": "item", "valueString": "a"},
    ]
    asked = {"linkId": "a", "type": "decimal", "extension": list(limits)}
    whole = {"resourceType": "Questionnaire", "extension": [{"url": URL, "extension": parts}], "item": [asked]}
    return Form(msgspec.convert(whole, Questionnaire))


def test_what_the_form_forbids_is_missing_and_so_is_what_no_number_can_hold() -> None:
    structure = "http://hl7.org/fhir/StructureDefinition/"
    limited = numbers(
        "mean-0-100",
        {"url": f"{structure}minValue", "valueDecimal": 0},
        {"url": f"{structure}maxValue", "valueDecimal": 10},
    )
    assert by_name(limited, said("a", Answer(value_decimal=5)))["s"].value == 50
    assert by_name(limited, said("a", Answer(value_decimal=99)))["s"] == (by_name(limited)["s"].score, None, 0)
    assert by_name(numbers("sum"), said("a", Answer(value_decimal=float("inf"))))["s"].value is None


def test_with_fewer_than_half_answered_there_is_no_mean() -> None:
    form = five("mean", "a", "b", "c")
    assert by_name(form, chose("a", "5"))["s"] == (by_name(form)["s"].score, None, 1)
    assert by_name(form, chose("a", "5"), chose("b", "4"))["s"].value == 4.5


def test_the_form_says_how_much_must_be_answered_and_a_sum_wants_all() -> None:
    one_of_three = [chose("a", "2")]
    assert by_name(five("mean", "a", "b", "c", leastAnswered=0.3), *one_of_three)["s"].value == 2
    assert by_name(five("mean", "a", "b", "c", leastAnswered=1), *one_of_three)["s"].value is None
    assert by_name(five("sum", "a", "b", "c"), *one_of_three)["s"].value is None
    assert by_name(five("sum", "a", "b", "c", leastAnswered=0.3), *one_of_three)["s"].value == 2


def test_where_lower_is_better_the_top_box_is_the_lowest() -> None:
    form = five("top-box", "a", "b", direction="lower-is-better")
    assert by_name(form, chose("a", "1"), chose("b", "5"))["s"].value == 0.5


def test_two_statements_that_differ_count_nothing() -> None:
    form = five("mean", "a")
    assert by_name(form, chose("a", "1"), chose("a", "5"))["s"].value is None


def test_the_hospitals_own_form_counts_its_ten_questions() -> None:
    form = shipped("experience-hospital")
    answers = [chose(link, "yes") for link in ("said", "acted", "understood", "chose")]
    answers += [chose("in-time", "mostly-yes"), chose("safe", "no"), chose("met", "not-applicable")]
    told = by_name(form, *answers)
    # six of ten: 100 100 100 100 75 0
    assert told["experience"].value == pytest.approx(475 / 6)
    assert told["experience"].answered == 6
    assert told["top-box"].value == pytest.approx(4 / 6)


@pytest.mark.parametrize("version", ["1.0.0", "1.1.0"])
def test_own_activities_count_the_mean_over_those_that_are_named_whatever_they_are_about(version: str) -> None:
    form = shipped("activities", version)
    answers = [said("how", Answer(value_integer=n), within) for n, within in ((2, "a1"), (7, "a2"), (6, "a3"))]
    answers.append(said("activity-about", Answer(value_coding=Coding(code="pain")), "a1"))
    told = by_name(form, *answers)["activities"]
    assert told.value == 5
    assert told.score.direction == "higher-is-better"
