"""Joining an entry of the list that was written in several places at once. The same cases run in the web app.

Each field is joined by itself, as the questions of a form are. Different words in the same field are all kept. That
something is answered, removed or confirmed holds for just the words it was said of: it loses against every change of
words that was made meanwhile, so that nothing vanishes unseen.
"""

from collections.abc import Iterable, Mapping
from typing import Final, TypeVar

import msgspec

from viktig.domain.entry import Confirmation, ContactPoint, Entry, MedicationStatement, VisitQuestion
from viktig.domain.join import History
from viktig.domain.shape import Id, Line, Shape, Words
from viktig.domain.version import Bases

Kind = TypeVar("Kind", bound=Entry)

WORDS: Final[dict[type[Entry], tuple[str, ...]]] = {
    VisitQuestion: ("text", "answer"),
    MedicationStatement: ("medication", "dosage", "timing", "reason", "mark", "source", "note"),
    ContactPoint: ("name", "about", "phone"),
}
CHOICES: Final = ("mark", "source")
FLAGS: Final = ("answered", "removed", "confirmed")
"""What is said of the words."""


class Statement(Shape, frozen=True):
    """One of several that stand in the same field, and the version it first came in."""

    field: Line
    words: Words
    version: Id


def _fields(entry: Entry) -> tuple[str, ...]:
    return WORDS[type(entry)]


def words_of(entry: Entry) -> dict[str, str]:
    """Field -> what stands there; an empty one says nothing."""
    return {field: words for field in _fields(entry) if (words := getattr(entry, field))}


def joined(bases: Bases, contents: Mapping[str, Kind], heads: Iterable[str]) -> tuple[Kind, tuple[Statement, ...]]:
    """One entry out of all heads, and the fields in which they differ; there the entry holds all of the words."""
    names = sorted(set(heads))
    last = contents[names[-1]]
    if len(names) == 1:
        return last, ()
    said = {version: words_of(entry) | _flags(entry) for version, entry in contents.items()}
    history = History(bases, said, names)
    stands = {field: _statements(history, names, field) for field in _fields(last)}
    words = {field: tuple(one.words for one in found) for field, found in stands.items()}
    merged = {field: found[-1] if field in CHOICES and found else " / ".join(found) for field, found in words.items()}
    flags = {flag: _holds(history, names, flag, words) for flag in FLAGS if hasattr(last, flag)}
    differing = tuple(one for found in stands.values() if len(found) > 1 for one in found)
    return msgspec.structs.replace(last, **merged, **flags), differing


def _flags(entry: Entry) -> dict[str, object]:
    return {flag: said for flag in FLAGS if (said := getattr(entry, flag, None))}


def _statements(history: History[object], names: list[str], field: str) -> list[Statement]:
    """What stands in one field, each words once, in the order they came."""
    first: dict[str, str] = {}
    for name, words in history.standing(names, field).items():
        origin = min(history.origins[name][field])
        first[str(words)] = min(origin, first.get(str(words), origin))
    return sorted((Statement(field, words, version) for words, version in first.items()), key=lambda one: one.version)


def _holds(history: History[object], names: list[str], flag: str, words: Mapping[str, tuple[str, ...]]) -> object:
    """What is said of the words holds while those who say it have all the words that stand, and no others."""
    by = history.standing(names, flag)
    for field, found in words.items():
        if {history.said[name][field] for name in by if field in history.said[name]} != set(found):
            return None if flag == "confirmed" else False
    said = sorted(by.values(), key=_when)
    return said[-1] if said else None if flag == "confirmed" else False


def _when(said: object) -> tuple[str, str]:
    return (said.at, said.by) if isinstance(said, Confirmation) else ("", "")


def may_confirm(entry: Entry, before: Iterable[Entry], name: str, staff: bool, title: str = "") -> bool:
    """Whether this version may carry its confirmation: staff give it under their own name and title (or under
    none, where a unit shows roles only), or carry on one that was given to these very words."""
    if not isinstance(entry, MedicationStatement) or entry.confirmed is None:
        return True
    if not staff:
        return False
    if entry.confirmed.by in ("", name) and entry.confirmed.title in ("", title):
        return True
    return any(
        isinstance(one, MedicationStatement) and one.confirmed == entry.confirmed and words_of(one) == words_of(entry)
        for one in before
    )
