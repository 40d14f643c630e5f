"""Forms of any length for measuring, and an answer to each question."""

from __future__ import annotations

from typing import Any

import msgspec

from viktig.domain.person import Speaker
from viktig.domain.questionnaire import Questionnaire
from viktig.domain.questionnaire_response import Answer, Coding, QuestionnaireResponse, ResponseItem

Json = dict[str, Any]
INGRID = Speaker(kind="patient", name="Ingrid")
URL, VERSION = "https://viktig.example/Questionnaire/long", "1"
FHIR = "http://hl7.org/fhir/StructureDefinition/"


def told(name: str, words: str) -> Json:
    """The same words in every language."""
    translations = [
        {
            "url": f"{FHIR}translation",
            "extension": [{"url": "lang", "valueCode": language}, {"url": "content", "valueString": words}],
        }
        for language in ("nn", "en")
    ]
    return {name: words, f"_{name}": {"extension": translations}}


OPTIONS = [
    {"valueCoding": {"code": code, **told("display", words)}} for code, words in (("a", "A little"), ("b", "Some"))
]
HELP = {"url": f"{FHIR}questionnaire-itemControl"} | {"valueCodeableConcept": {"coding": [{"code": "help"}]}}


def asked(n: int) -> Json:
    """The nth question: a choice, a text with a help sentence, a number with limits, one that waits for another."""
    link, words = f"q{n}", told("text", f"Question number {n} of a long form")
    match n % 4:
        case 0:
            return {"linkId": link, "type": "choice", **words, "required": n % 8 == 0, "answerOption": OPTIONS}
        case 1:
            shown = {"linkId": f"{link}-help", "type": "display", **told("text", "All counts."), "extension": [HELP]}
            return {"linkId": link, "type": "text", **words, "maxLength": 2000, "item": [shown]}
        case 2:
            limits = [("minValue", 0), ("maxValue", 10)]
            bounds = [{"url": f"{FHIR}{k}", "valueInteger": v} for k, v in limits]
            return {"linkId": link, "type": "integer", **words, "extension": bounds}
        case _:
            when = {"question": f"q{n - 3}", "operator": "=", "answerCoding": {"code": "a"}}
            return {
                "linkId": link,
                "type": "choice",
                **words,
                "repeats": True,
                "answerOption": OPTIONS,
                "enableWhen": [when],
            }


def form(questions: int, levels: int = 1) -> Json:
    """`levels`: how deep the groups lie in each other; the questions lie in all of them."""
    each = -(-questions // levels)
    inner: list[Json] = []
    for level in reversed(range(levels)):
        own = [asked(n) for n in range(level * each, min(questions, (level + 1) * each))]
        inner = [*own, *inner]
        if level:
            inner = [{"linkId": f"group-{level}", "type": "group", "text": f"Level {level}", "item": inner}]
    return {
        "resourceType": "Questionnaire",
        "url": URL,
        "version": VERSION,
        "language": "en",
        "title": "A long form",
        "status": "active",
        "item": inner,
    }


def answers(questions: int) -> tuple[ResponseItem, ...]:
    kinds = (
        Answer(value_coding=Coding(code="a", display="A little")),
        Answer(value_string="Å få sove om natta, og kaffe på senga. " * 2),
        Answer(value_integer=7),
        Answer(value_coding=Coding(code="b", display="Some")),
    )
    return tuple(
        ResponseItem(
            link_id=f"q{n}",
            text=f"Question number {n} of a long form",
            answer=(kinds[n % 4],),
            said_by=INGRID,
            written_by=INGRID,
            authored="2026-11-02T08:00:00Z",
        )
        for n in range(questions)
    )


def read(made: Json) -> Questionnaire:
    return msgspec.convert(made, Questionnaire)


def response(questions: int) -> QuestionnaireResponse:
    return QuestionnaireResponse(
        questionnaire=f"{URL}|{VERSION}",
        status="completed",
        encounter="stay",
        language="en",
        item=answers(questions),
    )
