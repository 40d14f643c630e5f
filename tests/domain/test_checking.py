"""May a form be used? Each fault is named with the item it is in."""

import json
from typing import Any

import pytest

from tests.written import (
    CODE,
    FHIR,
    YES,
    Json,
    checked,
    choice,
    ext,
    extended,
    form,
    has,
    item,
    told,
    when,
)
from viktig.domain.questionnaire.checking import check


def test_a_plain_form_has_nothing_to_remark() -> None:
    assert checked(item("a"), choice("b", "x", "y"), item("c", "group", item=[item("d", "integer")])).found == ()


@pytest.mark.parametrize(
    ("items", "link", "says"),
    [
        ([{"type": "string", "text": "Navn"}], "", "an item has no linkId (Navn)"),
        ([item("g", "group", item=[{"type": "string"}])], "g", "an item below it has no linkId"),
        ([item("a"), item("g", "group", item=[item("a")])], "a", "2 items have this linkId"),
        ([item("a\nb")], "a\nb", "line break"),
        ([item("a" * 201)], "a" * 201, "longer than 200"),
        ([item("a", "poem")], "a", "has the type poem, not one of FHIR R4's"),
        ([item("a", "coding")], "a", "a type of FHIR R5: in R4 it is choice"),
        ([item("a", option=[])], "a", "the element option of FHIR STU3"),
        ([{"linkId": "a"}], "a", "has no type"),
        ([item("a", enableWhen=5)], "a", "enableWhen is not a list"),
        ([item("a", enableWhen=True)], "a", "enableWhen is not a list"),
        ([item("a", required="yes")], "a", "is not FHIR R4: required: Expected `bool`, got `str`"),
        (["a"], "", "an item that is no object"),
        ([item("a", enableWhen=[when("b", **YES)])], "a", "depends on b, which is not in the form"),
        ([item("a", "boolean", enableWhen=[when("a", **YES)])], "a", "depends on itself"),
        ([item("a", enableWhen=[when("g", **YES)]), item("g", "group")], "a", "depends on g, a group"),
        ([item("a"), item("b", enableWhen=[when("a", "in", **YES)])], "b", "the operator in, which R4 lacks"),
        ([item("a"), item("b", enableWhen=[{"question": "a", **YES}])], "b", "a condition without an operator"),
        ([item("a", "integer"), item("b", enableWhen=[when("a", **YES)])], "b", "a, an integer, with a boolean"),
        ([extended("a", "string", ext("regex", valueString="a{1,1000000000}"))], "a", "that counts beyond 1,000, or"),
        ([item("a"), item("b", enableWhen=[when("a", "exists", answerString="x")])], "b", "without answerBoolean"),
        ([item("a"), item("b", enableWhen=[when("a")])], "b", "compares a with nothing"),
        ([item("a"), item("b", enableWhen=[when("a", **YES)])], "b", "compares a, a string, with a boolean"),
        ([choice("a", "a"), item("b", enableWhen=[when("a", ">", **CODE)])], "b", "a choice has no order"),
        ([item("a", "date"), item("b", enableWhen=[when("a", answerDate="2026-02-30")])], "b", "no calendar"),
        ([item("a"), item("b", enableWhen=[when("a", "exists", **YES)] * 2)], "b", "whether all or any"),
        ([item("a", "integer", maxLength=0)], "a", "at least 0 and at most 0 characters"),
        ([extended("a", "string", ext("minLength", valueInteger=9), maxLength=5)], "a", "at least 9 and at most 5"),
        ([extended("a", "string", ext("minLength", valueInteger=-1))], "a", "must be at least -1 characters"),
        ([item("a", maxLength=10**12)], "a", "has maxLength 1000000000000, beyond FHIR's integers (32 bits)"),
        ([extended("a", "integer", ext("maxValue", valueInteger=2**31))], "a", "has valueInteger 2147483648, beyond"),
        ([item("a", "integer"), item("b", enableWhen=[when("a", answerInteger=-(10**10))])], "b", "has answerInteger"),
        ([item("a", "date", maxLength=5)], "a", "has a maxLength, although it is a date"),
        ([extended("a", "integer", ext("minValue", valueDate="2026-01-01"))], "a", "minValue of another type"),
        ([extended("a", "date", ext("maxValue", valueDate="2026-02-30"))], "a", "no calendar"),
        ([extended("a", "decimal", ext("maxDecimalPlaces", valueInteger=-1))], "a", "-1 decimal places"),
        ([item("a", "choice")], "a", "a choice without options"),
        ([choice("a", "x", "y", "x")], "a", "offers x twice"),
        ([choice("a", "")], "a", "an option without a code"),
        ([item("a", "choice", answerOption=[{"valueReference": {}}])], "a", "no code, text, whole number"),
        ([item("a", "boolean", answerOption=[{"valueString": "x"}])], "a", "options, although it is a boolean"),
        ([item("a", "integer", answerOption=[{"valueString": "x"}])], "a", "which is no integer"),
        ([item("a", "choice", answerValueSet="http://x/ValueSet/y")], "a", "lies outside the form"),
        ([item("a", "choice", answerValueSet="#y")], "a", "is not contained in the form"),
        ([choice("a", "x", answerValueSet="#y")], "a", "both answerOption and answerValueSet"),
        ([item("a", "group", initial=[{"valueString": "x"}], item=[item("b")])], "a", "has initial, although nobody"),
        ([item("a", "display", required=True)], "a", "has required, although nobody answers a display"),
        ([item("a", "display", item=[item("b")])], "a", "only shown, and yet has items below it"),
        ([item("a", "integer", initial=[{"valueString": "x"}])], "a", "its own rules refuse (wrong-type)"),
        ([choice("a", "x") | {"initial": [{"valueCoding": {"code": "y"}}]}], "a", "(unknown-option)"),
        ([item("a", initial=[{"valueString": "x"}] * 2)], "a", "several initial answers"),
        ([extended("a", "string", ext("regex", valueString="(a+)+"))], "a", "can take very long"),
        ([extended("a", "string", ext("regex", valueString=r"\p{L}"))], "a", "which not both engines read"),
        ([extended("a", "string", ext("questionnaire-hidden", valueBoolean=True), required=True)], "a", "nobody could"),
        ([extended("a", "integer", ext(f"{FHIR}variable", valueExpression={"language": "text/fhirpath"}))],
         "a", "variable without an expression"),
    ],
)  # fmt: skip
def test_what_makes_a_form_unusable_is_an_error_at_its_item(items: list[Any], link: str, says: str) -> None:
    assert has(checked(*items), "error", link, says), told(checked(*items), "error")


def test_a_circle_of_conditions_is_told_with_its_way_also_through_the_parts_they_stand_in() -> None:
    straight = checked(
        item("a", "boolean", enableWhen=[when("c", **YES)]),
        item("b", "boolean", enableWhen=[when("a", **YES)]),
        item("c", "boolean", enableWhen=[when("b", **YES)]),
    )
    assert told(straight, "error") == [("a", "depends on itself in a circle: a → c → b → a")]
    within = checked(item("g", "group", enableWhen=[when("x", **YES)], item=[item("x", "boolean")]))
    assert told(within, "error") == [("g", "depends on itself in a circle: g → x → g")]


def test_two_that_depend_on_the_same_question_are_no_circle() -> None:
    twice = [item(link, "boolean", enableWhen=[when("a", **YES)]) for link in ("b", "c")]
    assert checked(item("a", "boolean"), *twice).found == ()


@pytest.mark.parametrize(
    ("least", "most", "wrong"),
    [
        (ext("minValue", valueInteger=3), ext("maxValue", valueInteger=2), "lowest value above its highest"),
        (ext("questionnaire-minOccurs", valueInteger=3), ext("questionnaire-maxOccurs", valueInteger=2), "at most 2"),
    ],
)
def test_least_over_most_is_an_error(least: Json, most: Json, wrong: str) -> None:
    assert has(checked(extended("a", "integer", least, most, repeats=True)), "error", "a", wrong)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b" \n", "is empty"),
        (b'{"resourceType": "Questionnaire", ', "cannot be read as JSON"),
        (b"\xff\xfe{}", "is not written in UTF-8: save it so"),
        (b"[]", "is no FHIR Questionnaire, but something else"),
        (b'{"resourceType": "Patient"}', "is no FHIR Questionnaire, but Patient"),
        (b'{"resourceType": "Questionnaire", "title": "a", "title": "b"}', "the element title twice"),
        (b"[" * 100_000, "nested far deeper"),
        (b'{"a":' * 100_000, "nested far deeper"),
        (b" " * 10_000_001, "larger than 10 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_refused_with_the_reason(body: bytes, says: str) -> None:
    assert has(check(body), "error", "", says), check(body)


def test_a_number_beyond_all_numbers_is_told_at_its_item() -> None:
    for digits in ("1e999", "9" * 400):
        body = json.dumps(form(item("a"), item("b", "decimal", initial=[{"valueDecimal": "@"}])))
        found = check(body.replace('"@"', digits).encode())
        assert told(found, "error") == [("b", "has valueDecimal beyond all numbers")]


def test_all_that_can_be_told_of_a_form_is_told_in_one_round_and_with_its_name() -> None:
    found = checked(
        item("kind", "poem"),
        item("worth", "integer", required="yes", maxLength="5"),
        item("asks", enableWhen=[when("kind", **YES), when("nobody", **YES)], enableBehavior="all"),
        item("set", "choice", answerValueSet="#v"),
        item("torn", "choice", enableWhen=[{"question": "set"}]),
        5,
        {"type": "string"},
        contained=[{"resourceType": "ValueSet", "id": 5}],
        title=5,
    )
    assert found.form is None
    assert found.canonical == "https://a.example/q|1"
    assert sorted(told(found, "error")) == [
        ("", "an item has no linkId (without a text)"),
        ("", "has an item that is no object"),
        ("", "is not FHIR R4: id: Expected `str`, got `int`"),
        ("", "is not FHIR R4: title: Expected `str`, got `int`"),
        ("asks", "depends on nobody, which is not in the form"),
        ("kind", "has the type poem, not one of FHIR R4's"),
        ("torn", "has a condition without an operator"),
        ("torn", "is a choice without options"),
        ("worth", "is not FHIR R4: maxLength: Expected `int | null`, got `str`"),
        ("worth", "is not FHIR R4: required: Expected `bool`, got `str`"),
    ]


def test_what_only_follows_from_what_could_not_be_read_is_not_told() -> None:
    assert told(checked({"type": "string"}), "error") == [("", "an item has no linkId (without a text)")]
    assert len(checked(item("a"), url=5, version=5, status=5).errors) == 3
    assert len(checked(item("a", "group", item=[5])).found) == 1
    assert len(checked(choice("a", "x") | {"answerOption": "x"}).found) == 1


def nested(depth: int, kind: str = "group", **more: Any) -> Json:
    innermost = item(f"i{depth}")
    for level in range(depth - 1, 0, -1):
        innermost = item(f"i{level}", kind, item=[innermost], **more)
    return innermost


def test_too_deep_too_many_and_too_many_repeats_within_each_other_are_refused() -> None:
    assert checked(nested(40)).found == ()
    assert has(checked(nested(41)), "error", "i40", "more than 40 deep")
    assert has(checked(*(item(f"i{n}") for n in range(2001))), "error", "", "more than 2,000 items")
    assert checked(nested(9, repeats=True)).found == ()
    assert has(checked(nested(10, repeats=True)), "error", "i10", "repeating parts more than 8 deep")


def test_a_form_says_its_name_and_release() -> None:
    assert has(checked(item("a"), url=""), "error", "", "has no url")
    assert has(checked(item("a"), version="1|2"), "error", "", "a |")
    assert has(checked(item("a"), status=""), "error", "", "no status")
    assert has(checked(), "error", "", "has no items")
    assert has(checked(item("a"), language="nb-\0"), "error", "", "no language tag")
    assert checked(item("a"), language="zh-Hans-CN").found == ()
    assert has(checked(item("a"), versionAlgorithmString="semver"), "error", "", "FHIR R5")
