"""The first look at a form, before it is read as one: JSON, of a size that we serve, made of items with names."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, get_args

import msgspec

from viktig.domain.questionnaire.checking_found import Found, error, short
from viktig.domain.questionnaire.resource import ItemType, Operator

Json = dict[str, Any]
LARGEST: Final = 10_000_000
DEEPEST: Final = 40
MOST: Final = 2_000
MOST_TOLD: Final = 20
LONGEST_LINK: Final = 200
TYPES: Final = frozenset(get_args(ItemType))
OPERATORS: Final = frozenset(get_args(Operator))
OTHER_RELEASES: Final = {
    "question": "a type of FHIR R5",
    "coding": "a type of FHIR R5: in R4 it is choice",
}
"""What tells that a form was written for another release of FHIR."""
OTHER_ELEMENTS: Final = {
    "option": "STU3",
    "options": "STU3",
    "answerConstraint": "R5",
    "disabledDisplay": "R5",
    "versionAlgorithmString": "R5",
    "versionAlgorithmCoding": "R5",
    "copyrightLabel": "R5",
}


def read(body: bytes) -> tuple[Json | None, tuple[Found, ...]]:
    """The form as plain JSON, or what is wrong with it."""
    if len(body) > LARGEST:
        return None, (error("", f"is larger than {LARGEST // 1_000_000} MB"),)
    if not body.strip():
        return None, (error("", "is empty"),)
    try:
        raw = msgspec.json.decode(body.decode("utf-8-sig"))
        twice = _twice(body)
    except RecursionError:
        return None, (error("", f"is nested far deeper than {DEEPEST} items"),)
    except UnicodeDecodeError:
        return None, (error("", "is not written in UTF-8: save it so"),)
    except (msgspec.DecodeError, ValueError) as fault:
        return None, (error("", f"cannot be read as JSON: {short(str(fault))}"),)
    if not isinstance(raw, dict) or raw.get("resourceType") != "Questionnaire":
        kind = raw.get("resourceType") if isinstance(raw, dict) else None
        return None, (error("", f"is no FHIR Questionnaire, but {short(str(kind)) if kind else 'something else'}"),)
    wrong = [*(error("", f"has the element {short(name)} twice in one place") for name in twice), *_wrong(raw)]
    return raw, tuple(dict.fromkeys(wrong))


def _twice(body: bytes) -> list[str]:
    """Names that stand twice in one object: readers differ in which they take."""
    found: set[str] = set()

    def pairs(given: list[tuple[str, Any]]) -> None:
        if len(dict(given)) < len(given):
            found.update(name for name, times in Counter(name for name, _ in given).items() if times > 1)

    json.loads(body.decode("utf-8-sig"), object_pairs_hook=pairs)
    return sorted(found)[:MOST_TOLD]


def _wrong(raw: Json) -> Iterator[Found]:
    yield from _other_release("", raw)
    seen: dict[str, int] = {}
    count = 0
    waiting: list[tuple[Any, int, str]] = [(raw.get("item"), 1, "")]
    while waiting:
        items, depth, above = waiting.pop()
        if items is None:
            continue
        if not isinstance(items, list):
            yield error(above, "item is not a list")
            continue
        if depth > DEEPEST:
            yield error(above, f"holds items more than {DEEPEST} deep")
            continue
        for item in reversed(items):
            count += 1
            if count > MOST:
                yield error("", f"has more than {MOST:,} items")
                return
            if not isinstance(item, dict):
                yield error(above, "has an item that is no object")
                continue
            yield from _item(item, above, seen)
            link = item.get("linkId")
            waiting.append((item.get("item"), depth + 1, link if isinstance(link, str) else above))
    yield from (error(link, f"{times} items have this linkId") for link, times in seen.items() if times > 1)


def _item(item: Json, above: str, seen: dict[str, int]) -> Iterator[Found]:
    link, kind = item.get("linkId"), item.get("type")
    if not isinstance(link, str) or not link.strip():
        says = f"has no linkId ({short(str(item.get('text', 'without a text')))})"
        yield error(above, f"an item below it {says}" if above else f"an item {says}")
        return
    seen[link] = seen.get(link, 0) + 1
    if len(link) > LONGEST_LINK:
        yield error(link, f"has a linkId longer than {LONGEST_LINK} characters")
    if len(link.splitlines()) > 1 or not link.isprintable():
        yield error(link, "has a line break or a hidden character in its linkId")
    if not isinstance(kind, str) or kind not in TYPES:
        why = OTHER_RELEASES.get(str(kind), "not one of FHIR R4's")
        yield error(link, f"has the type {short(str(kind))}, {why}" if kind is not None else "has no type")
    yield from _other_release(link, item)
    conditions = item.get("enableWhen")
    if conditions is not None and not isinstance(conditions, list):
        yield error(link, "enableWhen is not a list")
        return
    for when in conditions or ():
        if not isinstance(when, dict):
            yield error(link, "has a condition that is no object")
        elif "hasAnswer" in when:
            yield error(link, "has a condition of FHIR STU3 (hasAnswer): in R4 it is the operator exists")
        elif "operator" not in when:
            yield error(link, "has a condition without an operator")
        elif not isinstance(when["operator"], str) or when["operator"] not in OPERATORS:
            yield error(link, f"has a condition with the operator {short(str(when['operator']))}, which R4 lacks")
        elif not isinstance(when.get("question"), str):
            yield error(link, "has a condition that does not say which question it asks about")


def _other_release(link: str, raw: Json) -> Iterator[Found]:
    for name, release in OTHER_ELEMENTS.items():
        if name in raw:
            yield error(link, f"has the element {name} of FHIR {release}, not of R4")
