"""Joining what two people, or one person on two phones, wrote at the same time. The same cases run in the web app."""

from collections.abc import Mapping, Sequence

import msgspec

from viktig.domain.questionnaire_response import QuestionnaireResponse, ResponseItem
from viktig.domain.version import Bases, common_base

Items = tuple[ResponseItem, ...]


def by_link(items: Sequence[ResponseItem]) -> dict[str, Items]:
    grouped: dict[str, Items] = {}
    for item in items:
        grouped[item.link_id] = (*grouped.get(item.link_id, ()), item)
    return grouped


def meaning(items: Items) -> tuple[object, ...]:
    """What was said, without who pressed the keys or when."""
    return tuple((item.answer, item.declined, item.said_by) for item in items)


def join_items(base: Sequence[ResponseItem], one: Sequence[ResponseItem], other: Sequence[ResponseItem]) -> Items:
    """Three-way join by question. Only the same question with different words is left unsettled, and both are kept."""
    before, left, right = by_link(base), by_link(one), by_link(other)
    joined: list[ResponseItem] = []
    for link in dict.fromkeys([*left, *right]):
        was, a, b = before.get(link, ()), left.get(link, ()), right.get(link, ())
        if meaning(a) == meaning(b):
            joined += a if _written(a) <= _written(b) else b
        elif meaning(a) == meaning(was):
            joined += b
        elif meaning(b) == meaning(was):
            joined += a
        else:
            joined += _both(a, b)
    return tuple(joined)


def _written(items: Items) -> list[str]:
    return [item.authored for item in items]


def _both(a: Items, b: Items) -> list[ResponseItem]:
    said = list({meaning((item,)): item for item in (*b, *a)}.values())
    said.sort(key=lambda item: (item.authored, repr(item.answer)))
    mark = len(said) > 1
    return [msgspec.structs.replace(item, unsettled=mark) for item in said]


def joined(bases: Bases, contents: Mapping[str, QuestionnaireResponse], heads: Sequence[str]) -> QuestionnaireResponse:
    """One response out of all heads, folded in order of id. `contents` must hold the heads and their common bases."""
    result = contents[heads[0]]
    for number, head in enumerate(heads[1:], start=1):
        base = common_base(bases, heads[number - 1], head)
        known = contents[base].item if base is not None and base in contents else ()
        result = msgspec.structs.replace(
            result,
            item=join_items(known, result.item, contents[head].item),
            status="in-progress" if "in-progress" in (result.status, contents[head].status) else contents[head].status,
        )
    return result
