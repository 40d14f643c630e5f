"""Is a form what is written? What is understood, what is harmless, and that the rest is named."""

import json
from typing import Any

import msgspec
import pytest

from tests.written import (
    CONTROL,
    EHELSE,
    FHIR,
    SDC,
    Json,
    checked,
    choice,
    ext,
    extended,
    form,
    has,
    item,
    told,
)
from viktig.domain.questionnaire import Questionnaire, hint, questions
from viktig.domain.questionnaire.checking import Checked, check
from viktig.domain.questionnaire.form import Form


def translated(*languages: str) -> Json:
    lang = [{"url": "lang", "valueCode": one} for one in languages]
    return {"extension": [ext("translation", extension=[*lang, {"url": "content", "valueString": "What?"}])]}


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
        ([extended("a", "display", ext(CONTROL, valueCodeableConcept={"coding": [{"code": "footer"}]}))],
         "a", "the footer of every page: it is shown once, where it stands"),
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
        ([item("g", "group", repeats=True, item=[item("a", initial=[{"valueString": "x"}])])],
         "a", "within what comes several times: it is not suggested there"),
        ([item("g", "group", repeats=True, item=[item("a", "choice", answerOption=[
            {"valueString": "x", "initialSelected": True}])])],
         "a", "within what comes several times: it is not suggested there"),
        ([item("a", prefix="1", _prefix={"extension": [ext("translation", extension=[])]})],
         "a", "has prefix with translation: its translation or format is not used"),
        ([item("a", _text={"extension": [ext("rendering-xhtml", valueString="<b>x</b>")]})], "a", "as XHTML"),
        ([item("a", _text=translated("norsk bokmål"))], "a", "to norsk bokmål, which is no language tag: it is never"),
        ([item("a", _text=translated())], "a", "a translation that does not say its language"),
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


def test_a_text_to_be_read_carries_what_is_read_below_it() -> None:
    inline = ext(CONTROL, valueCodeableConcept={"coding": [{"code": "inline"}]})
    assert checked(extended("a", "text", inline, item=[item("b", "display")])).found == ()
    assert has(checked(extended("a", "text", inline, item=[item("b")])), "error", "a", "has items below it")


def test_a_value_set_lists_its_options_or_is_refused() -> None:
    def of(**more: Any) -> Checked:
        return checked(
            item("a", "choice", answerValueSet="#v"), contained=[{"resourceType": "ValueSet", "id": "v", **more}]
        )

    listed = {"include": [{"system": "s", "concept": [{"code": "x"}, {"code": "y"}]}]}
    assert of(compose=listed).found == ()
    assert has(of(compose={"include": [{"system": "s", "filter": []}]}), "error", "a", "cannot be unfolded here")
    for language in ("en", "n_n"):
        told = {"code": "x", "designation": [{"language": language, "value": "X"}]}
        found = of(compose={"include": [{"concept": [told]}]})
        assert has(found, "difference", "", "no language tag") == (language == "n_n")
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
    turned = ext("translation", extension=[{"url": "content", "valueMarkdown": words}])
    coding = {"code": "x", "display": "x", "_display": {"extension": [markdown]}}
    for one in (
        item("a", _text={"extension": [markdown]}),
        item("a", _text={"extension": [ext("rendering-xhtml", valueString=words)]}),
        item("a", _text={"extension": [turned]}),
        item("a", _text={"extension": [{**markdown, "_valueMarkdown": {"extension": [turned]}}]}),
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
