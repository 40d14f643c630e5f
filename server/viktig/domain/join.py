"""Joining what two people, or one person on two phones, wrote at the same time. The same cases run in the web app.

Each question is joined by itself. What a head says counts, unless another head knew of it and says something else.
"Knew of it" is read from history: the versions where the words first came in are among those the other was written on.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

import msgspec
from msgspec.structs import astuple

from viktig.domain.questionnaire_response import Answer, QuestionnaireResponse, ResponseItem
from viktig.domain.version import Bases, oldest_first

Items = tuple[ResponseItem, ...]
Meaning = TypeVar("Meaning")
Origins = dict[str, frozenset[str]]
"""key (a spot of the form) -> the versions in which the words that stand there now first came in."""

STATUS = ("in-progress", "amended", "completed", "entered-in-error")
"""The first that any head has is the status of all."""


def by_spot(items: Iterable[ResponseItem]) -> dict[str, Items]:
    grouped: dict[str, Items] = {}
    for item in items:
        spot = item.spot
        grouped[spot] = (*grouped[spot], item) if spot in grouped else (item,)
    return grouped


def meaning(items: Items) -> tuple[object, ...]:
    """What was said and by whom, without who pressed the keys, when, or in which language an option was shown."""
    return tuple((tuple(map(_value, item.answer)), item.declined, item.said_by) for item in items)


def _value(answer: Answer) -> tuple[object, ...]:
    """An option is its code, in whatever language it was shown; all else is the value itself."""
    if answer.value_coding:
        return ("coding", answer.value_coding.code)
    return astuple(answer)


def joined(bases: Bases, contents: Mapping[str, QuestionnaireResponse], heads: Iterable[str]) -> QuestionnaireResponse:
    """One response out of all heads, in whatever order they come.

    `contents` holds the heads and what is known of the versions they were written on: the more, the fewer questions
    are left unsettled. Only the same question with different words is, and then all that was said is kept.
    """
    names = sorted(set(heads))
    if len(names) == 1:
        return contents[names[0]]
    said = {version: by_spot(content.item) for version, content in contents.items()}
    meant = {version: {link: meaning(items) for link, items in groups.items()} for version, groups in said.items()}
    history = History(_bridged(bases, said), meant, names)
    links = dict.fromkeys(link for name in names for link in said[name])
    item = tuple(
        item for link in links for item in _together(said[name][link] for name in history.standing(names, link))
    )
    status = min((contents[name].status for name in names), key=STATUS.index)
    return msgspec.structs.replace(contents[names[-1]], status=status, item=item)


def _bridged(bases: Bases, said: Mapping[str, Mapping[str, Items]]) -> Bases:
    """Where the way between is not known: whoever repeats a statement, moment and all, knew the version it came in."""
    gaps = [version for version in said if any(base not in bases for base in bases.get(version, ()))]
    if not gaps:
        return bases
    first: dict[object, str] = {}
    for version in sorted(said.keys() - gaps):
        below = [said[base] for base in bases.get(version, ()) if base in said]
        for link, items in said[version].items():
            if not any(_statement(link, other.get(link, ())) == _statement(link, items) for other in below):
                first.setdefault(_statement(link, items), version)
    known = {gap: (first.get(_statement(link, items)) for link, items in said[gap].items()) for gap in gaps}
    return {**bases, **{gap: (*bases[gap], *sorted(filter(None, set(names)))) for gap, names in known.items()}}


def _statement(link: str, items: Items) -> tuple[object, ...]:
    return link, meaning(items), tuple(item.authored for item in items)


class History(Generic[Meaning]):
    """Who said what first, as far as the versions below `names` are known. `said`: version -> key -> what it says."""

    def __init__(self, bases: Bases, said: Mapping[str, Mapping[str, Meaning]], names: Iterable[str]) -> None:
        self.said = said
        self.place: dict[str, int] = {}
        self.seen: dict[str, int] = {}
        """A bit for each version that it knows of: sets of names would grow with the square of the history."""
        self.origins: dict[str, Origins] = {}
        for place, version in enumerate(oldest_first(bases, names)):
            self.place[version] = place
            self.seen[version] = 1 << place
            for base in bases[version]:
                self.seen[version] |= self.seen.get(base, 0)
            if version in said:
                before = [base for base in bases[version] if base in self.origins]
                self.origins[version] = {key: self._origin(version, key, before) for key in said[version]}

    def _origin(self, version: str, key: str, before: Sequence[str]) -> frozenset[str]:
        """Words taken over are as old as they were; new words, and a choice between words that differed, begin here."""
        words = self.said[version][key]
        standing = self.standing(before, key)
        if not standing or any(other != words for other in standing.values()):
            return frozenset((version,))
        return frozenset().union(*(self.origins[base][key] for base in standing))

    def standing(self, names: Sequence[str], key: str) -> dict[str, Meaning]:
        """What counts of one key when these versions meet."""
        return {
            name: self.said[name][key]
            for name in names
            if key in self.said[name] and not self._changed(name, key, names)
        }

    def _changed(self, name: str, key: str, others: Sequence[str]) -> bool:
        """Whether one of the others knew these words and has left them."""
        words = self.said[name][key]
        return any(
            self.said[other].get(key) != words
            and all(self.seen[other] >> self.place[origin] & 1 for origin in self.origins[name][key])
            for other in others
        )


def _together(groups: Iterable[Items]) -> Items:
    """What is left standing of one question: said alike is said once, said differently is all kept and marked."""
    different = {meaning(group): group for group in sorted(groups, key=_settled_first, reverse=True)}
    if len(different) <= 1:
        return next(iter(different.values()), ())
    kept: dict[object, ResponseItem] = {}
    for item in sorted((item for group in different.values() for item in group), key=_written):
        kept.setdefault(meaning((item,)), item)
    return tuple(msgspec.structs.replace(item, unsettled=len(kept) > 1) for item in kept.values())


def _settled_first(items: Items) -> tuple[bool, list[tuple[object, ...]]]:
    return any(item.unsettled for item in items), [_written(item) for item in items]


def _written(item: ResponseItem) -> tuple[object, ...]:
    """Early before late; what was written at the same moment is told apart, so that all devices agree."""
    by = (item.written_by.kind, item.written_by.name, item.said_by.kind, item.said_by.name)
    return item.authored, *by, *map(_order, item.answer)


def _order(answer: Answer) -> tuple[str, float]:
    code = answer.value_coding.code if answer.value_coding else ""
    times = answer.value_date or answer.value_date_time or answer.value_time or answer.value_uri
    amount = answer.value_quantity.value if answer.value_quantity else None
    numbers = (answer.value_integer, answer.value_decimal, amount, answer.value_boolean)
    return answer.value_string or code or times or "", float(next((one for one in numbers if one is not None), 0))
