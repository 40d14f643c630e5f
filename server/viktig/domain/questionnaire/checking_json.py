"""The first look at a form: JSON, of a size that we serve, that says it is a Questionnaire."""

import json
from collections import Counter
from math import inf
from typing import Any, Final

import msgspec

from viktig.domain.questionnaire.checking_found import Found, error, short

Json = dict[str, Any]
LARGEST: Final = 10_000_000
MOST_TOLD: Final = 20
LONGEST_NUMBER: Final = 300


def read(body: bytes) -> tuple[Json | None, tuple[Found, ...]]:
    """The form as plain JSON, and what is wrong with it as such; None where nothing more can be told of it."""
    if len(body) > LARGEST:
        return None, (error("", f"is larger than {LARGEST // 1_000_000} MB"),)
    if not body.strip():
        return None, (error("", "is empty"),)
    try:
        raw, twice = _decoded(body.decode("utf-8-sig"))
    except RecursionError:
        return None, (error("", "is nested far deeper than any form"),)
    except UnicodeDecodeError:
        return None, (error("", "is not written in UTF-8: save it so"),)
    except (msgspec.DecodeError, ValueError) as fault:
        return None, (error("", f"cannot be read as JSON: {short(str(fault))}"),)
    if not isinstance(raw, dict) or raw.get("resourceType") != "Questionnaire":
        kind = raw.get("resourceType") if isinstance(raw, dict) else None
        return None, (error("", f"is no FHIR Questionnaire, but {short(str(kind)) if kind else 'something else'}"),)
    return raw, tuple(error("", f"has the element {short(name)} twice in one place") for name in twice)


def _decoded(text: str) -> tuple[Any, list[str]]:
    """What it says, and the names that stand twice in one object: readers differ in which they take."""
    twice: set[str] = set()

    def pairs(given: list[tuple[str, Any]]) -> Json:
        made = dict(given)
        if len(made) < len(given):
            twice.update(name for name, times in Counter(name for name, _ in given).items() if times > 1)
        return made

    try:
        msgspec.json.decode(text)
    except msgspec.DecodeError as fault:
        # A number beyond all that can be read is told with its item, when the rest has been read
        if "out of range" not in str(fault):
            raise
    return json.loads(text, object_pairs_hook=pairs, parse_int=_integer), sorted(twice)[:MOST_TOLD]


def _integer(digits: str) -> float:
    return int(digits) if len(digits) < LONGEST_NUMBER else inf
