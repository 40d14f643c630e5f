"""Forms by chance, with everything that a form can have, and answers to them: good ones, and broken ones.

Made of a `random.Random`, so that a thousand forms take a second.
"""

from __future__ import annotations

from random import Random
from typing import Any, Final

import msgspec

from viktig.domain.person import Speaker
from viktig.domain.questionnaire import Item, Questionnaire
from viktig.domain.questionnaire.extensions import (
    ANSWER_EXPRESSION,
    ENABLE_WHEN_EXPRESSION,
    EXCLUSIVE,
    FHIR,
    ITEM_CONTROL,
    MAX_DECIMALS,
    MIN_LENGTH,
    REGEX,
    UNIT_OPTION,
    only_said,
)
from viktig.domain.questionnaire.form import Form, Node
from viktig.domain.questionnaire_response import Answer, ResponseItem

Json = dict[str, Any]
DEEPEST, MOST_IN_ONE, MOST_SAID = 3, 4, 12
VALUES: Final[dict[str, list[Any]]] = {
    "valueBoolean": [True, False],
    "valueInteger": [0, 1, 2, 5, -1, 2**31 - 1, -(2**31), 2**31, 2**53 - 1],
    "valueDecimal": [0.0, 1.0, 1.5, 2.25, -0.5, 0.1, 1e21, 1e-9, 0.30000000000000004],
    "valueDate": ["2026-11-02", "2026-11", "2026", "2024-02-29", "2026-02-29", "", "i dag"],
    "valueDateTime": ["2026-11-02T08:30:00Z", "2026-11-02T08:30:00.5+01:00", "2026-11-02", "2026", "2026-11-02T08:30"],
    "valueTime": ["08:30:00", "08:30:00.25", "23:59:59", "24:00:00", "08:30"],
    "valueString": ["", "a", "ja", "ab1", "Åse 🧦", "👵🏽", "a\nb", "\u0000", "2026-11-02", "x" * 1001],
    "valueUri": ["https://a.example", "a", ""],
    "valueCoding": [{"code": "a"}, {"code": "b", "system": "s"}, {"code": "b", "system": "t"}, {"code": "none"}],
    "valueQuantity": [{"value": 1.0}, {"value": 2.5, "unit": "mg"}, {"value": 5, "unit": "milligram", "code": "mg"}],
}
FIELD: Final = {
    "boolean": "valueBoolean", "decimal": "valueDecimal", "integer": "valueInteger", "date": "valueDate",
    "dateTime": "valueDateTime", "time": "valueTime", "string": "valueString", "text": "valueString",
    "url": "valueUri", "choice": "valueCoding", "open-choice": "valueCoding", "quantity": "valueQuantity",
}  # fmt: skip
TYPES: Final = [*FIELD, "group", "group", "group", "display", "attachment"]
OPERATORS: Final = ["exists", "=", "!=", ">", "<", ">=", "<="]
CONTROLS: Final = ["help", "sidebar", "inline", "text-area"]
PATTERNS: Final = ["[a-z]+", "ja|nei", r"^\d{4}-\d\d-\d\d$", ".*", ".", "[^a]{2}", r"[a-zæøåÆØÅ 🧦-]+", "[a-", r"\w+"]
OPTIONS: Final[list[Json]] = [
    {"valueCoding": {"code": "a", "display": "A"}},
    {"valueCoding": {"code": "b", "system": "s"}},
    {"valueCoding": {"code": "none"}, "extension": [{"url": EXCLUSIVE, "valueBoolean": True}]},
    {"valueString": "ja"},
    {"valueInteger": 2},
    {"valueDate": "2026-11-02"},
    {"valueTime": "08:30:00"},
]
SET: Final[Json] = {
    "resourceType": "ValueSet",
    "id": "set",
    "compose": {"include": [{"system": "s", "concept": [{"code": "a"}, {"code": "b"}]}]},
}
SPEAKERS: Final = [
    Speaker(kind="patient", name="Ingrid"),
    Speaker(kind="related", name="Tone", relation="datter"),
    Speaker(kind="staff"),
]


def once_in(chance: Random, n: int) -> bool:
    return chance.randrange(n) == 0


def value(chance: Random, kind: str = "") -> Json:
    kind = kind or chance.choice(list(VALUES))
    return {kind: chance.choice(VALUES[kind])}


def condition(chance: Random) -> Json:
    """FHIR's answer[x] has no address; one is compared as a text."""
    ((kind, one),) = value(chance).items()
    name = "answerString" if kind == "valueUri" else kind.replace("value", "answer")
    return {"question": f"q{chance.randrange(15)}", "operator": chance.choice(OPERATORS), name: one}


def limits(chance: Random, kind: str) -> list[Json]:
    """What is allowed of an answer, in extensions."""
    if kind in ("string", "text", "url", "open-choice"):
        if once_in(chance, 2):
            return [{"url": MIN_LENGTH, "valueInteger": chance.randrange(4)}]
        return [{"url": REGEX, "valueString": chance.choice(PATTERNS)}]
    if once_in(chance, 4):
        return [{"url": MAX_DECIMALS, "valueInteger": chance.randrange(3)}]
    if once_in(chance, 4):
        return [{"url": UNIT_OPTION, "valueCoding": {"code": chance.choice(["mg", "g", ""])}}]
    return [{"url": FHIR + chance.choice(["minValue", "maxValue"])} | value(chance, FIELD.get(kind, ""))]


def item(chance: Random, number: list[int], depth: int, doubled: bool) -> Json:
    twice = doubled and number[0] > 0 and once_in(chance, 12)
    kind = chance.choice(TYPES)
    made: Json = {"linkId": f"q{chance.randrange(number[0]) if twice else number[0]}", "type": kind}
    number[0] += 1
    if once_in(chance, 2):
        made["text"] = f"Spørsmål {number[0]}"
    made |= {flag: True for flag, often in (("required", 4), ("repeats", 2)) if once_in(chance, often)}
    if once_in(chance, 2):
        made["enableWhen"] = [condition(chance) for _ in range(chance.choice([1, 1, 2]))]
        if len(made["enableWhen"]) > 1:
            made["enableBehavior"] = chance.choice(["any", "all"])
    extension = limits(chance, kind) if once_in(chance, 2) else []
    if kind == "text" and once_in(chance, 3):
        extension.append({"url": ITEM_CONTROL, "valueCodeableConcept": {"coding": [{"code": chance.choice(CONTROLS)}]}})
    if once_in(chance, 12):
        extension.append({"url": ENABLE_WHEN_EXPRESSION, "valueExpression": {"expression": "true"}})
    for name in ("minOccurs", "maxOccurs"):
        if once_in(chance, 8):
            extension.append({"url": f"{FHIR}questionnaire-{name}", "valueInteger": chance.randrange(4)})
    if kind in ("string", "text", "url", "open-choice") and once_in(chance, 3):
        made["maxLength"] = chance.randrange(4)
    if kind in ("choice", "open-choice") or (kind not in ("group", "display") and once_in(chance, 8)):
        if once_in(chance, 4):
            made["answerValueSet"] = chance.choice(["#set", "set", "http://elsewhere.example/set"])
        elif once_in(chance, 8):
            extension.append({"url": ANSWER_EXPRESSION, "valueExpression": {"expression": "1"}})
        else:
            made["answerOption"] = chance.sample(OPTIONS, chance.randint(1, 4))
    if extension:
        made["extension"] = extension
    holds = kind != "display" and (doubled or not only_said(msgspec.convert(made, Item)))
    if holds and depth < DEEPEST and (kind == "group" or once_in(chance, 3)):
        made["item"] = [item(chance, number, depth + 1, doubled) for _ in range(chance.randint(0, MOST_IN_ONE - depth))]
    return made


def form(chance: Random, size: int = MOST_IN_ONE, doubled: bool = True) -> Json:
    """`size`: items at the top. `doubled`: a linkId may stand twice, and a question below a text that is only read:
    engines agree on those too, but the check lets none of them in, so nobody's answer comes from there."""
    number = [0]
    items = [item(chance, number, 0, doubled) for _ in range(size)]
    return {
        "resourceType": "Questionnaire",
        "url": "f",
        "version": "1",
        "language": "nb",
        "contained": [SET],
        "item": items,
    }


def read(made: Json) -> Questionnaire:
    return msgspec.convert(made, Questionnaire)


def answer(chance: Random, node: Node, good: bool) -> Json:
    if not good and once_in(chance, 4):
        return chance.choice([value(chance), {}, {"valueInteger": 1, "valueString": "a"}])
    if node.options:
        made: Json = msgspec.to_builtins(chance.choice(node.options))
        return {kind: one for kind, one in made.items() if kind in VALUES}
    return value(chance, FIELD.get(node.item.type, "valueString"))


def statement(chance: Random, node: Node, good: bool) -> ResponseItem:
    """`good`: of the right kind, and in a place that there is."""
    deep = node.where if good or not once_in(chance, 8) else chance.randrange(4)
    declined = once_in(chance, 8)
    least, most = (1, 3 if node.item.repeats and not node.many else 1) if good else (0, 2)
    answers = [] if declined else [answer(chance, node, good) for _ in range(chance.randint(least, most))]
    who = chance.choice(SPEAKERS)
    return ResponseItem(
        link_id="unknown" if not good and once_in(chance, 12) else node.item.link_id,
        within="/".join(f"{chance.randint(1, 2):04d}" for _ in range(deep)),
        text=chance.choice(["", "Som vist"]),
        answer=msgspec.convert(answers, tuple[Answer, ...]),
        declined=declined,
        said_by=who,
        written_by=chance.choice([who, SPEAKERS[2]]),
        authored=chance.choice(["2026-11-02T08:00:00Z", "2026-11-02T09:00:00.5Z"]),
    )


def answered(chance: Random, made: Form, good: bool = False, most: int = MOST_SAID) -> tuple[ResponseItem, ...]:
    """Answers to a form. `good`: one statement in each place at most, and each of the kind that is asked for."""
    nodes = [node for node in made.nodes.values() if node.asked or not good]
    said = [statement(chance, chance.choice(nodes), good) for _ in range(chance.randint(0, most) if nodes else 0)]
    return tuple({one.spot: one for one in said}.values()) if good else tuple(said)
