"""What a member of staff has read of their own modules: a mark for their own eyes, a share of the unit for others."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated

from msgspec import Meta

from viktig.domain.learning import StaffLearned, Taught
from viktig.domain.learning_counting import reported
from viktig.domain.shape import Id, Instant, Line, Shape


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
    """`staff`: of one unit; `finished`: module -> who has read it to the end. Nothing is told of fewer than five."""
    unit = set(staff)
    titles: dict[str, str] = {}
    for one in taught:
        if one.for_staff:
            titles.setdefault(one.module, one.title)
    return tuple(
        StaffLearned(module, title, reported(len(unit & finished.get(module, set())), len(unit)))
        for module, title in titles.items()
    )
