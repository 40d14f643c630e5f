"""FHIR R4's own QuestionnaireResponse, nested as the form is: made of our flat answers. `nested_read.py` reads it.

Disabled items are left out. Who said, who wrote and when stands on each item; of a question that comes in instances,
which FHIR writes as one item with several answers, on each answer. What was declined carries data-absent-reason
`asked-declined`. The web app's twin is `domain/questionnaire/nested.ts`.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Final

import msgspec

from viktig.domain.person import Speaker, SpeakerKind
from viktig.domain.questionnaire.extensions import FHIR, OURS
from viktig.domain.questionnaire.form import Form, Node
from viktig.domain.questionnaire.places import Place, answered, places
from viktig.domain.questionnaire.resource import Item
from viktig.domain.questionnaire.texts import text
from viktig.domain.questionnaire_response import Answer, ResponseItem
from viktig.domain.shape import Shape

Json = dict[str, Any]
ABSENT: Final = f"{FHIR}data-absent-reason"
AUTHOR: Final = f"{FHIR}questionnaireresponse-author"
"""FHIR has it on items alone; on an answer ours says the same."""
WRITTEN_BY: Final = f"{OURS}written-by"
SAID_BY: Final = f"{OURS}said-by"
RELATION: Final = f"{OURS}relation"
AUTHORED: Final = f"{OURS}authored"
DECLINED: Final = {"extension": [{"url": ABSENT, "valueCode": "asked-declined"}]}
KIND: Final[dict[SpeakerKind, str]] = {"patient": "Patient", "related": "RelatedPerson", "staff": "Practitioner"}


class About(Shape, kw_only=True, frozen=True):
    """What a response says of itself. References are FHIR's, as `Patient/…`; an empty one is left out."""

    id: str = ""
    questionnaire: str
    status: str
    language: str = ""
    subject: str = ""
    encounter: str = ""
    author: str = ""
    source: str = ""
    authored: str = ""


def response(form: Form, items: Iterable[ResponseItem], about: About) -> Json:
    """A QuestionnaireResponse as JSON."""
    made: Json = {"resourceType": "QuestionnaireResponse"}
    if about.id:
        made["id"] = about.id
    if about.language:
        made["language"] = about.language
    made |= {"questionnaire": about.questionnaire, "status": about.status}
    references = {"subject": about.subject, "encounter": about.encounter}
    made |= {name: {"reference": one} for name, one in references.items() if one}
    if about.authored:
        made["authored"] = about.authored
    last = {"author": about.author, "source": about.source}
    made |= {name: {"reference": one} for name, one in last.items() if one}
    nested = _nested(places(form, items), about.language)
    return {**made, "item": nested} if nested else made


def _nested(found: Iterable[Place], language: str) -> list[Json]:
    there = (place for place in found if place.node.item.type != "display" and answered(place))
    return [one for node, of in groupby(there, lambda place: place.node) for one in _items(node, tuple(of), language)]


def _items(node: Node, found: tuple[Place, ...], language: str) -> Iterator[Json]:
    """The items of one node: one for each group; of a question one, or two where two differing statements stand."""
    item = node.item
    for place in found if item.type == "group" else ():
        below = _nested(place.children, language)
        yield {**_head(item, None, language), **({"item": below} if below else {})}
    if item.type == "group":
        return
    if node.many:
        answers = [one for place in found for said, below in _said(place, language) for one in _apart(said, below)]
        yield {**_head(item, found[0].said[0] if found[0].said else None, language), "answer": answers}
        return
    for place in found:
        for said, below in _said(place, language):
            made = _head(item, said, language) | ({"extension": _by(said, AUTHOR)} if said else {})
            answers = _answers(said, below)
            yield made | ({"answer": answers} if answers else {})


def _head(item: Item, said: ResponseItem | None, language: str) -> Json:
    words = said.text if said and said.text else text(item, language)
    return {"linkId": item.link_id, **({"text": words} if words else {})}


def _said(place: Place, language: str) -> Iterator[tuple[ResponseItem | None, list[Json]]]:
    """Each statement with what is told below it: all that stands below the question is told with the first."""
    below = _nested(place.children, language)
    for said in place.said or (None,):
        yield said, below
        below = []


def _answers(said: ResponseItem | None, below: list[Json]) -> list[Json]:
    made = [DECLINED] if said and said.declined else [_value(one) for one in (said.answer if said else ())]
    return [{**(made[0] if made else {}), "item": below}, *made[1:]] if below else made


def _apart(said: ResponseItem | None, below: list[Json]) -> list[Json]:
    """The answers of one statement, each with who said it."""
    by = _by(said, WRITTEN_BY) if said else []
    return [{**one, "extension": [*one.get("extension", ()), *by]} if by else one for one in _answers(said, below)]


def _value(answer: Answer) -> Json:
    value: Json = msgspec.to_builtins(answer)
    return value


def _by(said: ResponseItem, author: str) -> list[Json]:
    by = [{"url": author, "valueReference": _person(said.written_by)}]
    by.append({"url": SAID_BY, "valueReference": _person(said.said_by)})
    return [*by, {"url": AUTHORED, "valueDateTime": said.authored}]


def _person(speaker: Speaker) -> Json:
    relation = {"extension": [{"url": RELATION, "valueString": speaker.relation}]} if speaker.relation else {}
    named = {"display": speaker.name} if speaker.name else {}
    return {**relation, "type": KIND[speaker.kind], **named}
