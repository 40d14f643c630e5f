"""From what came of learning in each stay to cases of one module in one language: what the figures count."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from viktig.domain.fact import month_of
from viktig.domain.learning import Taught
from viktig.domain.shape import Instant, Shape
from viktig.domain.stay_learning import Reading, StayLearning

FIRST_LANGUAGE: Final = "nb"
Cell = tuple[str, str]
"""Module and language."""


class StayRow(Shape, frozen=True):
    """One stay: where it ended or is (of the house: where it was when the last whole month ended), the language the
    patient reads today, what came of learning."""

    unit: str
    language: str
    learned: StayLearning


class Case(Shape, frozen=True, kw_only=True):
    """One module in one stay and language. An offer belongs to the language in which it was read first."""

    unit: str
    offered: bool = False
    taken: bool = False
    readings: tuple[Reading, ...] = ()
    asked: int = 0


class Window(Shape, frozen=True):
    """What is counted: begun in `first` (YYYY-MM, in the time zone) or later, and until `as_of`."""

    first: str
    zone: str
    as_of: Instant


def cases(rows: Iterable[StayRow], taught: Sequence[Taught], window: Window) -> dict[Cell, list[Case]]:
    """By what each stay was offered, opened or asked about, for modules that there are now."""
    languages: dict[str, set[str]] = defaultdict(set)
    tags: dict[str, tuple[str, ...]] = {}
    for one in taught:
        languages[one.module].add(one.language)
        tags[one.module] = one.tags
    found: dict[Cell, list[Case]] = defaultdict(list)
    for row in rows:
        for module in touched(row.learned, tags):
            for language, case in of_stay(row, module, tags[module], languages[module], window):
                found[module, language].append(case)
    return found


def touched(learned: StayLearning, tags: Mapping[str, Sequence[str]]) -> list[str]:
    named = {*learned.offered, *learned.asked, *(one.module for one in learned.readings)}
    return sorted(module for module, codes in tags.items() if module in named or set(codes) & learned.ticked.keys())


def of_stay(
    row: StayRow, module: str, tags: Sequence[str], languages: set[str], window: Window
) -> list[tuple[str, Case]]:
    learned = row.learned
    readings = [one for one in learned.readings if one.module == module and one.language in languages]
    offers = [learned.ticked[code] for code in tags if code in learned.ticked]
    offers += [learned.offered[module]] if module in learned.offered else []
    asked = learned.asked.get(module, ())
    begun = min((*offers, *asked, *(one.opened for one in readings)), default="")
    if not begun or begun > window.as_of or month_of(begun, window.zone) < window.first:
        return []
    readings.sort(key=lambda one: one.opened)
    read = {one.language for one in readings}
    main = readings[0].language if readings else row.language if row.language in languages else FIRST_LANGUAGE
    return [
        (
            language,
            Case(
                unit=row.unit,
                offered=bool(offers) and language == main,
                taken=bool(offers and readings) and language == main,
                readings=tuple(one for one in readings if one.language == language),
                asked=len(asked) if language == main else 0,
            ),
        )
        for language in sorted(read | {main})
    ]
