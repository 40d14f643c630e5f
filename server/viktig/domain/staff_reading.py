"""What a member of staff has read of their own modules: a mark for their own eyes, a word on the unit for others."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated

from msgspec import Meta

from viktig.domain.learning import Read, StaffLearned, Taught
from viktig.domain.person import Practitioner
from viktig.domain.shape import Id, Instant, Line, Shape
from viktig.statistics.suppression import FEWEST


class ReadSoFar(Shape, frozen=True):
    """Where somebody is in a module. Finished once is finished."""

    module_version: Line
    language: Annotated[str, Meta(pattern=r"^[a-z]{2,3}$")]
    step: Annotated[int, Meta(ge=0, le=200)] = 0
    finished: bool = False


class StaffReading(Shape, frozen=True):
    module: Id
    module_version: Line
    language: Line
    step: int = 0
    finished: Instant = ""


class StaffReadings(Shape, frozen=True):
    readings: tuple[StaffReading, ...] = ()


def staff_learned(
    taught: Sequence[Taught], staff: Iterable[str], finished: Mapping[str, set[str]]
) -> tuple[StaffLearned, ...]:
    """`staff`: of one unit; `finished`: module -> who has read it to the end."""
    unit = set(staff)
    titles: dict[str, str] = {}
    for one in taught:
        if one.for_staff:
            titles.setdefault(one.module, one.title)
    return tuple(
        StaffLearned(module, title, in_words(len(unit & finished.get(module, set())), len(unit)))
        for module, title in titles.items()
    )


def in_words(readers: int, staff: int) -> Read:
    """Under a third, over two thirds, or in between. Of five and more each word holds two counts at least, so that not
    one of them is told: nobody and everybody would be something about each by name."""
    if staff < FEWEST:
        return "hidden"
    return "few" if readers * 3 < staff else "most" if readers * 3 > staff * 2 else "half"


def counted_in(unit: str, colleagues: Iterable[Practitioner]) -> list[str]:
    """Each in the first of their units alone: of two units that share people, the difference would be those few. And
    no leader: who looks knows their own mark."""
    return [one.id for one in colleagues if one.units[:1] == (unit,) and one.role != "leader"]
