"""FHIR R4's nested QuestionnaireResponse, ours or somebody else's, read into flat answers: what `nested.py` writes."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from viktig.domain.person import Speaker
from viktig.domain.questionnaire.form import Form
from viktig.domain.questionnaire.nested import ABSENT, AUTHOR, AUTHORED, KIND, RELATION, SAID_BY, WRITTEN_BY
from viktig.domain.questionnaire_response import Answer, ResponseItem
from viktig.domain.shape import Shape


class _Extension(Shape, frozen=True):
    url: str
    value_code: str = ""
    value_string: str = ""
    value_reference: "_Reference | None" = None
    value_date_time: str = ""


class _Reference(Shape, frozen=True):
    type: str = ""
    display: str = ""
    extension: tuple[_Extension, ...] = ()


class _Answer(Answer, frozen=True):
    extension: tuple[_Extension, ...] = ()
    item: tuple["_Item", ...] = ()


class _Item(Shape, frozen=True):
    link_id: str
    text: str = ""
    extension: tuple[_Extension, ...] = ()
    answer: tuple[_Answer, ...] = ()
    item: tuple["_Item", ...] = ()


class _Response(Shape, tag_field="resourceType", tag="QuestionnaireResponse", frozen=True):
    questionnaire: str = ""
    authored: str = ""
    item: tuple[_Item, ...] = ()


def items(form: Form, nested: Mapping[str, Any], speaker: Speaker, authored: str) -> tuple[ResponseItem, ...]:
    """The flat answers of somebody else's response. `speaker` and `authored`: where an item does not say it itself.

    Instances are numbered as they come. Raises msgspec.ValidationError for what is no QuestionnaireResponse.
    """
    try:
        read = msgspec.convert(nested, _Response)
    except RecursionError as deep:
        raise msgspec.ValidationError("items are too deep") from deep
    return tuple(_flat(form, read.item, "", speaker, read.authored or authored))


def _flat(form: Form, parts: Iterable[_Item], within: str, speaker: Speaker, authored: str) -> Iterator[ResponseItem]:
    counted: dict[str, int] = {}

    def next_instance(link: str) -> str:
        counted[link] = counted.get(link, 0) + 1
        return f"{within}/{counted[link]:04d}" if within else f"{counted[link]:04d}"

    for part in parts:
        node = form.nodes.get(part.link_id)
        many = node is not None and node.many
        said = [(one, next_instance(part.link_id)) for one in part.answer] if many else []
        for one, place in said:
            yield from _statements(part, (one,), place, speaker, authored)
            yield from _flat(form, one.item, place, speaker, authored)
        if not many:
            yield from _statements(part, part.answer, within, speaker, authored)
            for one in part.answer:
                yield from _flat(form, one.item, within, speaker, authored)
        if part.item:
            inside = next_instance(part.link_id) if many and not said else within
            yield from _flat(form, part.item, inside, speaker, authored)


def _statements(
    part: _Item, answers: Iterable[_Answer], within: str, speaker: Speaker, authored: str
) -> Iterator[ResponseItem]:
    values = tuple(
        Answer(**{name: getattr(one, name) for name in Answer.__struct_fields__})
        for one in answers
        if any(getattr(one, name) is not None for name in Answer.__struct_fields__)
    )
    declined = any(ext.url == ABSENT and ext.value_code == "asked-declined" for one in answers for ext in one.extension)
    if not values and not declined:
        return
    answered_by = (*part.extension, *(ext for one in answers for ext in one.extension))
    by = {AUTHOR if ext.url == WRITTEN_BY else ext.url: ext for ext in answered_by}
    yield ResponseItem(
        link_id=part.link_id,
        within=within,
        text=part.text,
        answer=values,
        declined=declined and not values,
        said_by=_speaker(by.get(SAID_BY), speaker),
        written_by=_speaker(by.get(AUTHOR), speaker),
        authored=by[AUTHORED].value_date_time if AUTHORED in by else authored,
    )


def _speaker(told: _Extension | None, otherwise: Speaker) -> Speaker:
    who = told.value_reference if told else None
    kinds = {kind: name for name, kind in KIND.items()}
    if who is None or who.type not in kinds:
        return otherwise
    relation = next((one.value_string for one in who.extension if one.url == RELATION), "")
    return Speaker(kind=kinds[who.type], name=who.display, relation=relation)
