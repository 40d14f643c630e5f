"""Whether an expression can be read. The same cases are given to HL7's own reader: `expressions/library.test.ts`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.written import SDC, checked, ext, extended, has
from viktig.domain.questionnaire.fhirpath_reader import fault

CASES = json.loads((Path(__file__).parents[1] / "cases/fhirpath.json").read_text("utf-8"))


@pytest.mark.parametrize("expression", CASES["read"])
def test_an_expression_that_can_be_read_has_no_fault(expression: str) -> None:
    assert fault(expression) == ""


@pytest.mark.parametrize(("expression", "says"), CASES["unread"])
def test_an_expression_that_cannot_be_read_says_where(expression: str, says: str) -> None:
    assert fault(expression) == says


@pytest.mark.parametrize(
    "part", ["(", "a.", "'", "'\\", "`\\", "1+", "/*", "f(", "@", "-", "{", "[", "%", "a{b:", "\0"]
)
def test_whatever_is_written_many_times_over_is_told_and_never_a_traceback(part: str) -> None:
    assert fault((part * 5_000)[:5_000])


def calculated(expression: str, language: str = "text/fhirpath") -> dict[str, object]:
    told = {"language": language, "expression": expression}
    return extended("a", "integer", ext(f"{SDC}sdc-questionnaire-calculatedExpression", valueExpression=told))


def test_a_form_says_which_of_its_expressions_cannot_be_read_and_is_asked_without_them() -> None:
    assert has(
        checked(calculated("1 +")), "difference", "a", "calculatedExpression breaks off at its end: it is left out"
    )
    assert has(checked(calculated("1 + 1")), "note", "a", "is worked out on the phone only")
    assert has(checked(calculated("1" * 5_001)), "difference", "a", "longer than 5,000 characters: it is left out")


def test_of_very_many_expressions_the_first_are_worked_out() -> None:
    many = [calculated("1 + 1") | {"linkId": f"a{n}"} for n in range(1_001)]
    assert has(checked(*many), "difference", "", "more than 1,000 expressions: those after them are left out")
