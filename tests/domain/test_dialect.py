"""A form in the Norwegian dialect is the same form: types, limits, options, conditions, texts."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from viktig.domain.questionnaire import Questionnaire, hint, text
from viktig.domain.questionnaire.checking import check
from viktig.domain.questionnaire.dialect import helsenorge
from viktig.domain.questionnaire.extensions import CALCULATED, controls, first
from viktig.domain.questionnaire.form import Form, Node
from viktig.domain.questionnaire.rule import Rule

FHIR, EHELSE = "http://hl7.org/fhir/StructureDefinition/", "http://ehelse.no/fhir/StructureDefinition/"
SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"
SHIPPED = sorted((Path(__file__).parents[2] / "server/viktig/content/questionnaires").glob("*.json"))


def extended(link: str, kind: str, *extensions: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"linkId": link, "type": kind, "text": link, "extension": list(extensions), **more}


FULL: dict[str, Any] = {
    "resourceType": "Questionnaire",
    "url": "https://a.example/q",
    "version": "1",
    "status": "active",
    "item": [
        extended(
            "born",
            "date",
            {"url": f"{FHIR}minValue", "valueDate": "1900-01-01"},
            {"url": f"{FHIR}maxValue", "valueDate": "2026-12-31"},
            {"url": f"{EHELSE}validationtext", "valueString": "Skriv en dato"},
        ),
        extended(
            "pain",
            "integer",
            {"url": f"{FHIR}minValue", "valueInteger": 0},
            {"url": f"{FHIR}maxValue", "valueInteger": 10},
            {"url": f"{FHIR}questionnaire-itemControl", "valueCodeableConcept": {"coding": [{"code": "slider"}]}},
            {"url": "http://helsenorge.no/fhir/StructureDefinition/sdf-sublabel", "valueString": "0 til 10"},
        ),
        extended(
            "double",
            "integer",
            {"url": CALCULATED[0], "valueExpression": {"language": "text/fhirpath", "expression": "%resource * 2"}},
            enableWhen=[{"question": "pain", "operator": ">", "answerInteger": 3}],
        ),
        {
            "linkId": "group",
            "type": "group",
            "item": [extended("when", "dateTime", {"url": f"{FHIR}minValue", "valueDateTime": "2026-01-01T00:00:00Z"})],
        },
    ],
}


def told(node: Node) -> list[Any]:
    rule = {name: value for name, value in vars(Rule(node)).items() if name != "pattern"}
    expression = first(node.item.extension, *CALCULATED)
    worked_out = expression and (
        expression.value_expression.expression if expression.value_expression else expression.value_string
    )
    asks = [(one.source.item.link_id, one.when, one.shared) for one in node.conditions]
    words = (text(node.item, "nb"), hint(node.item, "nb"), controls(node.item))
    return [node.item.link_id, node.item.type, node.many, node.where, node.options, rule, asks, worked_out, words]


def behaviour(whole: dict[str, Any]) -> list[Any]:
    form = Form(msgspec.convert(whole, Questionnaire))
    return [told(node) for node in form.nodes.values()]


@pytest.mark.parametrize("whole", [FULL, *(json.loads(path.read_bytes()) for path in SHIPPED)])
def test_read_back_from_the_dialect_a_form_behaves_as_before(whole: dict[str, Any]) -> None:
    before = json.dumps(whole)
    written = helsenorge(whole)
    assert behaviour(written) == behaviour(whole)
    assert json.dumps(whole) == before
    checked = check(json.dumps(written).encode())
    assert (checked.errors, checked.differences) == ((), ())


def test_it_is_written_in_the_words_of_the_dialect() -> None:
    urls = [one["url"] for item in helsenorge(FULL)["item"] for one in item.get("extension", ())]
    assert urls == [
        f"{EHELSE}sdf-minvalue",
        f"{EHELSE}sdf-maxvalue",
        f"{EHELSE}validationtext",
        f"{FHIR}minValue",
        f"{FHIR}maxValue",
        f"{FHIR}questionnaire-itemControl",
        "http://helsenorge.no/fhir/StructureDefinition/sdf-sublabel",
        f"{EHELSE}sdf-calculatedExpression",
    ]
    control = helsenorge(FULL)["item"][1]["extension"][2]["valueCodeableConcept"]["coding"][0]
    assert control == {"code": "slider", "system": "http://hl7.org/fhir/ValueSet/questionnaire-item-control"}


def test_written_twice_it_is_the_same() -> None:
    assert helsenorge(helsenorge(FULL)) == helsenorge(FULL)
