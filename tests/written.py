"""Small forms of FHIR R4, and what the check of forms tells of them."""

from __future__ import annotations

import json
from typing import Any

from viktig.domain.questionnaire.checking import Checked, check

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
