"""Every element and extension that a form holds is understood, harmless, or named here."""

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Any, Final, get_args

import msgspec

from viktig.domain.questionnaire.checking_found import Found, a, difference, short
from viktig.domain.questionnaire.checking_json import Json
from viktig.domain.questionnaire.checking_known import (
    HARMLESS,
    HARMLESS_ELEMENTS,
    SEVERAL,
    UNDERSTOOD,
    UNKNOWN_ELEMENTS,
    UNKNOWN_EXTENSIONS,
    Where,
)
from viktig.domain.questionnaire.checking_whole import LANGUAGE
from viktig.domain.questionnaire.extensions import DESIGN_NOTE, TRANSLATION
from viktig.domain.questionnaire.resource import (
    AnswerOption,
    Coding,
    Concept,
    Contained,
    Designation,
    Element,
    Extension,
    Item,
    Questionnaire,
    UsageContext,
)

WHERE: Final[dict[type, Where]] = {
    Questionnaire: "form",
    Item: "item",
    Element: "text",
    AnswerOption: "option",
    Coding: "option",
    Concept: "concept",
}
SHOWN_AS_WRITTEN: Final = "its translation or format is not used"


def found(raw: Json) -> Iterator[Found]:
    yield from _walk(raw, Questionnaire, "")


@cache
def _fields(shape: type) -> dict[str, type | None]:
    """Each element that is read, with the shape of what lies in it."""
    return {field.encode_name: _inner(field.type) for field in msgspec.structs.fields(shape)}


def _inner(kind: Any) -> type | None:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return kind
    parts = get_args(kind) if isinstance(kind, UnionType) or get_args(kind) else ()
    return next((found for part in parts if (found := _inner(part))), None)


def _walk(raw: Json, shape: type, link: str) -> Iterator[Found]:
    if shape is UsageContext:
        return
    link = raw["linkId"] if shape is Item else link
    if shape is Contained and raw.get("resourceType") != "ValueSet":
        return
    if shape is Designation and "language" in raw:
        yield from _language([raw["language"]], link)
    fields = _fields(shape)
    harmless = HARMLESS_ELEMENTS[""] | HARMLESS_ELEMENTS.get(shape.__name__, frozenset())
    for name, value in raw.items():
        if name == "extension":
            yield from _extensions(value, WHERE.get(shape), link)
        elif name in fields:
            inner = fields[name]
            for one in value if isinstance(value, list) else (value,):
                if inner and isinstance(one, dict):
                    yield from _walk(one, inner, link)
        elif name in harmless:
            continue
        elif name.startswith("_") and isinstance(value, dict | list):
            yield from _beside(name, value, link)
        else:
            yield difference(link, f"has {short(name)}: {_element(name, shape)}")


def _element(name: str, shape: type) -> str:
    if name in UNKNOWN_ELEMENTS:
        return UNKNOWN_ELEMENTS[name]
    place = "a form" if shape is Questionnaire else "an item" if shape is Item else f"{a(shape.__name__)}"
    return f"not something that is understood in {place}; it is kept and not used"


def _beside(name: str, value: Any, link: str) -> Iterator[Found]:
    """What stands beside a plain value that is read without it."""
    told = [one for part in (value if isinstance(value, list) else [value]) for one in _told(part)]
    for url in dict.fromkeys(one.get("url") for one in told if one.get("url") not in HARMLESS):
        says = UNKNOWN_EXTENSIONS.get(str(url)) or SHOWN_AS_WRITTEN
        yield difference(link, f"has {short(name[1:])} with {_name(str(url))}: {says}")


def _told(part: Any) -> list[Json]:
    told = part.get("extension") if isinstance(part, dict) else None
    return [one for one in told if isinstance(one, dict)] if isinstance(told, list) else []


def _extensions(value: Any, where: Where | None, link: str) -> Iterator[Found]:
    seen: set[str] = set()
    for one in _told({"extension": value}):
        url = str(one.get("url"))
        if url in HARMLESS:
            continue
        places, values = UNDERSTOOD.get(url, (frozenset(), ()))
        if url not in UNDERSTOOD:
            says = UNKNOWN_EXTENSIONS.get(url) or "an extension that is not understood, and changes nothing here"
            yield difference(link, f"has {_name(url)}: {says}")
        elif where not in places:
            yield difference(link, f"has {_name(url)} in a place where it is not read")
        elif not any(name in one for name in values):
            yield from _without(one, url, link)
        elif url in seen and url not in SEVERAL:
            yield difference(link, f"has {_name(url)} several times: the first counts")
        else:
            yield from _parts(one, link)
            if url == TRANSLATION:
                yield from _language([part.get("valueCode") for part in _told(one) if part.get("url") == "lang"], link)
        seen.add(url)


def _language(told: list[Any], link: str) -> Iterator[Found]:
    """Of a translation: one that is none is nobody's."""
    for one in told or [""]:
        if not isinstance(one, str) or not LANGUAGE.fullmatch(one):
            says = f"to {short(str(one))}, which is no language tag" if one else "that does not say its language"
            yield difference(link, f"has a translation {says}: it is never shown")


def _without(one: Json, url: str, link: str) -> Iterator[Found]:
    """An extension that has its value in another way than we read it."""
    calculated = any(name.startswith("_value") for name in one)
    says = "as a calculation: it is not worked out" if calculated else "in a form that is not understood"
    yield difference(link, f"has {_name(url)} {says}")


def _parts(one: Json, link: str) -> Iterator[Found]:
    for name, inner in _fields(Extension).items():
        if inner not in (None, Extension) and isinstance(one.get(name), dict) and one.get("url") != DESIGN_NOTE:
            yield from _walk(one[name], inner, link)


def _name(url: str) -> str:
    """Its last part is what people know it by; the whole where that says nothing."""
    last = url.rpartition("/")[2]
    known = url in UNDERSTOOD or url in UNKNOWN_EXTENSIONS
    return short(last) if known and last else short(url)
