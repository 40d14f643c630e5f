"""Counts what came of learning. A unit's own staff see its ways through the modules whole; what persons reported, and
all that is of other units, only where it is not small."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from viktig.domain.learning import (
    Judged,
    ModuleFigures,
    Opinion,
    Point,
    Reach,
    Share,
    Stop,
    Taught,
    Text,
    Understood,
)
from viktig.domain.learning_cases import Case, Cell
from viktig.domain.module import Question
from viktig.domain.shape import Instant
from viktig.domain.stay_learning import Reading
from viktig.statistics.suppression import CERTAIN, FEWEST, Table, small, suppressed

DAYS_TO_FINISH: Final = 7
MEASURES: Final = ("offered", "taken", "opened", "finished")


def module_figures(
    taught: Sequence[Taught],
    found: Mapping[Cell, Sequence[Case]],
    opinions: Sequence[Opinion],
    own: Iterable[str],
    as_of: Instant,
    *,
    today: Instant,
    whole: bool,
) -> tuple[Reach, tuple[ModuleFigures, ...]]:
    """`own`: units whose figures the reader sees whole; `whole`: these figures are of no other. `as_of`: until when
    the cases are counted."""
    mine = set(own)
    all_cases = [found.get((one.module, one.language), ()) for one in taught]
    own_cases = [[case for case in cases_ if case.unit in mine] for cases_ in all_cases]
    counts = {measure: [tally(cases_)[measure] for cases_ in all_cases] for measure in MEASURES}
    known = {measure: [tally(cases_)[measure] for cases_ in own_cases] for measure in MEASURES}
    tables = {measure: table(counts[measure], known[measure], whole=whole) for measure in MEASURES}
    at = [reach({measure: tables[measure].cells[place] for measure in MEASURES}) for place in range(len(taught))]
    said = defaultdict(list)
    for opinion in opinions:
        said[opinion.module, opinion.language].append(opinion)
    return reach({measure: tables[measure].total for measure in MEASURES}), tuple(
        figures_of(
            one, at[place], all_cases[place], [] if whole else own_cases[place], said, as_of, today=today, whole=whole
        )
        for place, one in enumerate(taught)
    )


def table(counts: Sequence[int], known: Sequence[int], *, whole: bool) -> Table:
    return Table(tuple(counts), sum(counts)) if whole else suppressed(counts, known)


def tally(found: Sequence[Case]) -> Mapping[str, int]:
    readings = [one for case in found for one in case.readings]
    return {
        "offered": sum(case.offered for case in found),
        "taken": sum(case.taken for case in found),
        "opened": len(readings),
        "finished": sum(bool(one.finished) for one in readings),
    }


def reach(counts: Mapping[str, int | None]) -> Reach:
    return Reach(
        offered=counts["offered"],
        taken=share(counts["taken"], counts["offered"]),
        opened=counts["opened"],
        finished=share(counts["finished"], counts["opened"]),
    )


def share(numerator: int | None, denominator: int | None) -> Share:
    if numerator is None or denominator is None:
        return Share(hidden=True)
    return Share(
        numerator=numerator,
        denominator=denominator,
        share=numerator / denominator if denominator else None,
        uncertain=0 < denominator < CERTAIN,
    )


def reported(numerator: int, denominator: int, known: int = 0) -> Share:
    """A share of what persons said: of five or more, and of five or more whom the reader does not know anyway."""
    return Share(hidden=True) if small(denominator, known) else share(numerator, denominator)


def figures_of(
    taught: Taught,
    reached: Reach,
    found: Sequence[Case],
    own: Sequence[Case],
    said: Mapping[Cell, Sequence[Opinion]],
    as_of: Instant,
    *,
    today: Instant,
    whole: bool,
) -> ModuleFigures:
    now, mine = of_version(found, taught.version), of_version(own, taught.version)
    told, told_own = [one for one in now if one.told], [one for one in mine if one.told]
    stopped, stops = stopping(taught, now, mine, as_of, whole=whole)
    return ModuleFigures(
        **{name: getattr(taught, name) for name in Text.__struct_fields__},
        overdue=taught.next < today[: len(taught.next)],
        reach=reached,
        understood=right_of_all(taught.talk.questions, told, told_own),
        questions=understood(taught.talk.questions, told, told_own) if told else (),
        sure=reported(sum(not one.unsure for one in told), len(told), len(told_own)),
        stopped=stopped,
        stops=stops,
        asked=shown(sum(case.asked for case in found), sum(case.asked for case in own)),
        unsure=unsure(taught.talk.points, told, told_own),
        judged=judged(said.get((taught.module, taught.language), ())),
    )


def of_version(found: Sequence[Case], version: str) -> list[Reading]:
    return [one for case in found for one in case.readings if one.version == version]


def shown(count: int, known: int) -> int | None:
    return None if small(count, known) else count


def understood(
    questions: Sequence[Question], told: Sequence[Reading], own: Sequence[Reading]
) -> tuple[Understood, ...]:
    """Whoever skipped a question is not counted in it."""
    answers = [first_answers(questions, one) for one in told]
    known = [first_answers(questions, one) for one in own]
    return tuple(
        Understood(
            question=question.text,
            right=reported(
                sum(answer[place] is True for answer in answers),
                sum(answer[place] is not None for answer in answers),
                sum(answer[place] is not None for answer in known),
            ),
        )
        for place, question in enumerate(questions)
    )


def right_of_all(questions: Sequence[Question], told: Sequence[Reading], own: Sequence[Reading]) -> Share:
    """All questions together, where enough people answered: one person's answers are one person's."""
    answers = [right for one in told for right in first_answers(questions, one) if right is not None]
    return Share(hidden=True) if small(len(told), len(own)) else share(sum(answers), len(answers))


def first_answers(questions: Sequence[Question], one: Reading) -> list[bool | None]:
    """For each question whether the first answer was right; None where it was skipped."""
    codes = (*one.chosen, *[""] * len(questions))
    return [
        next((option.right for option in question.options if option.code == code), None)
        for question, code in zip(questions, codes, strict=False)
    ]


def stopping(
    taught: Taught, now: Sequence[Reading], own: Sequence[Reading], as_of: Instant, *, whole: bool
) -> tuple[int | None, tuple[Stop, ...]]:
    """How many did not finish within the days, and on which screen each of them was last."""
    screens = [*taught.screens, ""]
    counts, known = stops(now, len(screens), as_of), stops(own, len(screens), as_of)
    told = table(counts, known, whole=whole)
    return told.total, tuple(
        Stop(screen=place + 1, title=title, count=told.cells[place])
        for place, title in enumerate(screens)
        if counts[place]
    )


def stops(readings: Sequence[Reading], screens: int, as_of: Instant) -> list[int]:
    left = Counter(min(one.step, screens - 1) for one in readings if not one.finished and over(one.opened, as_of))
    return [left[place] for place in range(screens)]


def over(opened: Instant, as_of: Instant) -> bool:
    return datetime.fromisoformat(as_of) - datetime.fromisoformat(opened) > timedelta(days=DAYS_TO_FINISH)


def unsure(points: Sequence[str], told: Sequence[Reading], own: Sequence[Reading]) -> tuple[Point, ...]:
    """The most named first; what is hidden stands last, in the order of the text."""
    named = Counter(point for one in told for point in set(one.unsure))
    known = Counter(point for one in own for point in set(one.unsure))
    found = [Point(text=point, count=shown(named[point], known[point])) for point in points if named[point]]
    return tuple(sorted(found, key=lambda one: -(one.count or 0)))


def judged(said: Sequence[Opinion]) -> Judged:
    if len(said) < FEWEST:
        few = Share(hidden=bool(said))
        return Judged(useful=few, understandable=few)
    return Judged(
        useful=share(sum(one.useful == "yes" for one in said), len(said)),
        understandable=share(sum(one.understandable == "yes" for one in said), len(said)),
        lines=tuple(one.words for one in said if one.words),
    )
