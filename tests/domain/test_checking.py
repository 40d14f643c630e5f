"""May a form be used, and is it what is written? Each fault is named with the item it is in."""

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viktig.domain.questionnaire import Questionnaire, hint, questions
from viktig.domain.questionnaire.checking import Checked, check
from viktig.domain.questionnaire.form import Form

Json = dict[str, Any]
FHIR, SDC = "http://hl7.org/fhir/StructureDefinition/", "http://hl7.org/fhir/uv/sdc/StructureDefinition/"
EHELSE = "http://ehelse.no/fhir/StructureDefinition/"
CONTROL = f"{FHIR}questionnaire-itemControl"


def ext(name: str, **value: Any) -> Json:
    return {"url": name if name.startswith("http") else FHIR + name, **value}


def item(link: str, kind: str = "string", **more: Any) -> Json:
    return {"linkId": link, "type": kind, "text": "Hva?", **more}


def extended(link: str, kind: str, *extensions: Json, **more: Any) -> Json:
    return item(link, kind, extension=list(extensions), **more)


def choice(link: str, *codes: str, **more: Any) -> Json:
    options = [{"valueCoding": {"code": code, "display": code}} for code in codes]
    return item(link, "choice", answerOption=options, **more)


def when(question: str, operator: str = "=", **answer: Any) -> Json:
    return {"question": question, "operator": operator, **answer}


def form(*items: Any, **more: Any) -> Json:
    head = {"resourceType": "Questionnaire", "url": "https://a.example/q", "version": "1", "status": "active"}
    return {**head, "item": list(items), **more}


def checked(*items: Any, **more: Any) -> Checked:
    return check(json.dumps(form(*items, **more)).encode())


def told(found: Checked, weight: str) -> list[tuple[str, str]]:
    return [(one.link_id, one.says) for one in found.found if one.weight == weight]


def has(found: Checked, weight: str, link: str, says: str) -> bool:
    return any(where == link and says in what for where, what in told(found, weight))


YES: Json = {"answerBoolean": True}
CODE: Json = {"answerCoding": {"code": "a"}}


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
        ([item("a", required="yes")], "a", "is not FHIR R4: required: Expected `bool`, got `str`"),
        (["a"], "", "an item that is no object"),
        ([item("a", enableWhen=[when("b", **YES)])], "a", "depends on b, which is not in the form"),
        ([item("a", "boolean", enableWhen=[when("a", **YES)])], "a", "depends on itself"),
        ([item("a", enableWhen=[when("g", **YES)]), item("g", "group")], "a", "depends on g, a group"),
        ([item("a"), item("b", enableWhen=[when("a", "in", **YES)])], "b", "the operator in, which R4 lacks"),
        ([item("a"), item("b", enableWhen=[when("a", "exists", answerString="x")])], "b", "without answerBoolean"),
        ([item("a"), item("b", enableWhen=[when("a")])], "b", "compares a with nothing"),
        ([item("a"), item("b", enableWhen=[when("a", **YES)])], "b", "compares a, a string, with a boolean"),
        ([choice("a", "a"), item("b", enableWhen=[when("a", ">", **CODE)])], "b", "a choice has no order"),
        ([item("a", "date"), item("b", enableWhen=[when("a", answerDate="2026-02-30")])], "b", "no calendar"),
        ([item("a"), item("b", enableWhen=[when("a", "exists", **YES)] * 2)], "b", "whether all or any"),
        ([item("a", "integer", maxLength=0)], "a", "at least 0 and at most 0 characters"),
        ([extended("a", "string", ext("minLength", valueInteger=9), maxLength=5)], "a", "at least 9 and at most 5"),
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
        (b"", "cannot be read as JSON"),
        (b'{"resourceType": "Questionnaire", ', "cannot be read as JSON"),
        (b"\xff\xfe{}", "cannot be read as JSON"),
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
    assert has(checked(item("a"), versionAlgorithmString="semver"), "error", "", "FHIR R5")


@pytest.mark.parametrize(
    ("items", "link", "says"),
    [
        ([item("a", "attachment")], "a", "asks for a file, which is not supported"),
        ([item("a", "reference")], "a", "asks for a reference"),
        ([item("a", modifierExtension=[])], "a", "changes the meaning, and is not understood"),
        ([item("a", colour="red")], "a", "has colour: not something that is understood in an item"),
        ([extended("a", "string", ext("https://x.example/y", valueString="z"))], "a", "has https://x.example/y"),
        ([extended("a", "string", ext("questionnaire-unit", valueString="kg"))], "a", "in a form that is not unders"),
        ([extended("a", "string", ext("ordinalValue", valueDecimal=1))], "a", "in a place where it is not read"),
        ([extended("a", "string", ext("entryFormat", valueString="x"), ext("entryFormat", valueString="y"))],
         "a", "several times: the first counts"),
        ([extended("a", "string", ext("questionnaire-constraint", extension=[]))], "a", "it is not checked"),
        ([extended("a", "string", ext(CONTROL, valueCodeableConcept={"coding": [{"code": "dial"}]}))],
         "a", "to be shown as dial, which is not known"),
        ([extended("a", "date", ext(CONTROL, valueCodeableConcept={"coding": [{"code": "slider"}]}))],
         "a", "as slider, which no date is"),
        ([extended("a", "date", {"url": f"{FHIR}minValue", "_valueDate": {"extension": [
            ext("cqf-expression", valueExpression={"language": "text/fhirpath", "expression": "today()"})]}})],
         "a", "minValue as a calculation: it is not worked out"),
        ([extended("a", "date", ext(f"{EHELSE}sdf-minvalue", valueString="today()"))], "a", "sdf-minvalue"),
        ([extended("a", "string", ext(f"{SDC}sdc-questionnaire-calculatedExpression",
                                      valueExpression={"language": "text/cql", "expression": "x"}))],
         "a", "only text/fhirpath is worked out"),
        ([choice("a", "x", repeats=True, item=[item("b")])], "a", "those are asked once, not per answer"),
        ([item("a", initial=[{"valueAttachment": {}}])], "a", "an initial answer of a kind that is not supported"),
        ([item("a", prefix="1", _prefix={"extension": [ext("translation", extension=[])]})],
         "a", "has prefix with translation: its translation or format is not used"),
        ([item("a", _text={"extension": [ext("rendering-xhtml", valueString="<b>x</b>")]})], "a", "as XHTML"),
        ([item("a", "group")], "a", "a group with nothing in it"),
        ([extended("a", "text", ext("regex", valueString="a.*"))], "a", "a dot, at the end of a line"),
        ([extended("a", "string", ext("regex", valueString=r"\s*"))], "a", "for spaces"),
        ([extended("a", "string", ext("questionnaire-maxOccurs", valueInteger=3))], "a", "it is asked once"),
    ],
)  # fmt: skip
def test_what_would_be_other_than_written_is_a_difference_at_its_item(items: list[Any], link: str, says: str) -> None:
    found = checked(*items)
    assert has(found, "difference", link, says), found.found
    assert found.errors == ()


def test_a_value_set_lists_its_options_or_is_refused() -> None:
    def of(**more: Any) -> Checked:
        return checked(
            item("a", "choice", answerValueSet="#v"), contained=[{"resourceType": "ValueSet", "id": "v", **more}]
        )

    listed = {"include": [{"system": "s", "concept": [{"code": "x"}, {"code": "y"}]}]}
    assert of(compose=listed).found == ()
    assert has(of(compose={"include": [{"system": "s", "filter": []}]}), "error", "a", "cannot be unfolded here")
    assert has(of(compose={**listed, "exclude": [{"system": "s"}]}), "difference", "", "options to leave out")


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "<SCRIPT src=//x>",
        "[a](javascript:alert(1))",
        "[a](java&#115;cript:alert(1))",
        "[a](java\nscript:alert(1))",
        "[a](java&amp;#115;cript:x)",
        "<img src=x onerror=alert(1)>",
        "<iframe src=//x>",
        "<a href='data:text/html,x'>",
        "< svg/onload=alert(1)>",
    ],
)
def test_what_could_run_in_a_text_is_refused_wherever_it_stands(words: str) -> None:
    markdown = ext("rendering-markdown", valueMarkdown=words)
    sublabel = ext("http://helsenorge.no/fhir/StructureDefinition/sdf-sublabel", valueMarkdown=words)
    translated = ext("translation", extension=[{"url": "content", "valueMarkdown": words}])
    coding = {"code": "x", "display": "x", "_display": {"extension": [markdown]}}
    for one in (
        item("a", _text={"extension": [markdown]}),
        item("a", _text={"extension": [ext("rendering-xhtml", valueString=words)]}),
        item("a", _text={"extension": [translated]}),
        item("a", _text={"extension": [{**markdown, "_valueMarkdown": {"extension": [translated]}}]}),
        extended("a", "string", sublabel),
        item("a", "choice", answerOption=[{"valueCoding": coding}]),
    ):
        assert has(checked(one), "error", "a", "could run or fetch something")


def test_plain_markdown_is_fine_and_html_in_it_does_not_count() -> None:
    def of(words: str) -> Checked:
        return checked(item("a", _text={"extension": [ext("rendering-markdown", valueMarkdown=words)]}))

    assert of("**Viktig**: les [mer](https://helsenorge.no), 3 < 5\n\n* én").found == ()
    assert has(of("a <b>b</b>"), "difference", "a", "its tags do not count")
    assert has(of("![a](https://x.example/a.png)"), "difference", "a", "a picture within a text")


@pytest.mark.parametrize("name", ["calculatedExpression", "initialExpression", "answerExpression"])
def test_an_expression_in_fhirpath_is_as_written_and_says_where_it_runs(name: str) -> None:
    expression = {"language": "text/fhirpath", "expression": "1 + 1"}
    found = checked(extended("a", "integer", ext(f"{SDC}sdc-questionnaire-{name}", valueExpression=expression)))
    assert told(found, "note") == [
        ("a", f"{name} is worked out on the phone only; the server keeps the result as it is sent")
    ]
    assert not (*found.errors, *found.differences)


def test_helsenorges_own_words_are_understood() -> None:
    found = checked(
        extended(
            "a",
            "integer",
            ext(f"{EHELSE}validationtext", valueString="Skriv et tall"),
            ext(f"{EHELSE}sdf-maxvalue", valueInteger=5),
            ext("http://helsenorge.no/fhir/StructureDefinition/sdf-sublabel", valueString="Mellom 0 og 5"),
            ext(f"{EHELSE}sdf-calculatedExpression", valueString="1 + 1"),
        ),
        extended("b", "string", ext(f"{EHELSE}repeatstext", valueString="Legg til"), repeats=True),
        extension=[ext(f"{EHELSE}sdf-generatepdf", valueBoolean=True)],
    )
    assert not (*found.errors, *found.differences)


@pytest.mark.parametrize("kind", ["display", "text"])
def test_a_text_to_be_read_is_no_question_whichever_type_it_is_written_with(kind: str) -> None:
    def shown(code: str) -> Json:
        return ext(CONTROL, valueCodeableConcept={"coding": [{"code": code}]})

    help_, marked = extended("h", kind, shown("help")), extended("m", kind, shown("highlight"))
    whole = form(item("a", item=[help_]), marked)
    questionnaire = msgspec.convert(whole, Questionnaire)
    assert check(json.dumps(whole).encode()).found == ()
    assert [one.link_id for one in questions(questionnaire.item)] == ["a"]
    assert [link for link, node in Form(questionnaire).nodes.items() if node.asked] == ["a"]
    assert hint(questionnaire.item[0], "nb") == "Hva?"


def test_what_is_only_for_those_who_work_with_the_form_is_harmless() -> None:
    found = checked(
        extended("a", "string", ext("designNote", valueMarkdown="why <script>"), definition="x", code=[{"code": "y"}]),
        publisher="Fjordbyen",
        contact=[{"name": "Kari"}],
        meta={"profile": ["x"]},
        purpose="x",
        useContext=[{"code": {"code": "workflow"}, "valueReference": {}}],
    )
    assert found.found == ()


def test_conditions_in_a_line_two_thousand_long_are_followed_to_the_end() -> None:
    chain = [item("i0", "boolean")]
    chain += [item(f"i{n}", "boolean", enableWhen=[when(f"i{n - 1}", **YES)]) for n in range(1, 2000)]
    assert checked(*chain).found == ()
    chain[0]["enableWhen"] = [when("i1999", **YES)]
    assert len(checked(*chain).errors) == 1


def test_more_options_and_patterns_than_can_be_gone_through_are_refused() -> None:
    many = {"compose": {"include": [{"concept": [{"code": str(n)} for n in range(6_000)]}]}}
    found = checked(
        *(item(f"i{n}", "choice", answerValueSet="#v") for n in range(9)),
        contained=[{"resourceType": "ValueSet", "id": "v", **many}],
    )
    assert has(found, "error", "", "more than 50,000 options in all")
    patterns = (extended(f"i{n}", "string", ext("regex", valueString=f"{n}" + "(a|b)?" * 80)) for n in range(50))
    assert has(checked(*patterns), "error", "", "regular expressions of more than 20,000 characters")


WHOLE = form(
    choice("a", "x", "y", repeats=True),
    item(
        "g",
        "group",
        repeats=True,
        enableWhen=[when("a", **CODE)],
        item=[extended("b", "string", ext("regex", valueString="a+"))],
    ),
    item(
        "c",
        "date",
        initial=[{"valueDate": "2026-11-29"}],
        _text={"extension": [ext("rendering-markdown", valueMarkdown="**a**")]},
    ),
    contained=[{"resourceType": "ValueSet", "id": "v", "compose": {"include": [{"concept": [{"code": "x"}]}]}}],
)
NAMES = st.sampled_from(["item", "enableWhen", "type", "extension", "linkId", "x"])
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Each container in it, with each key."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [place for key in keys for place in ((value, key), *places(value[key]))]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_is_spoilt_in_a_form_it_is_told_and_never_a_traceback(data: st.DataObject) -> None:
    whole = json.loads(json.dumps(WHOLE))
    for _ in range(data.draw(st.integers(1, 4))):
        container, key = data.draw(st.sampled_from(places(whole)))
        if data.draw(st.booleans()) and isinstance(container, dict):
            container[data.draw(st.sampled_from(["item", "enableWhen", "type", "extension", "linkId", "x"]))] = (
                data.draw(ANY)
            )
        else:
            container[key] = data.draw(ANY)
    for one in check(json.dumps(whole).encode()).found:
        assert one.says


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_whatever_bytes_come_in_they_are_refused_in_a_sentence(body: bytes) -> None:
    assert check(body).errors
