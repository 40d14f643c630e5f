"""Whether learning helped: per module and language, for whoever answers for the text."""

from typing import Literal

from viktig.domain.encounter import Unit
from viktig.domain.module import TeachBackTalk
from viktig.domain.module_feedback import Judgement
from viktig.domain.shape import Day, Id, Instant, Line, Shape

Of = Literal["unit", "organization"]
Read = Literal["hidden", "few", "half", "most"]


class Text(Shape, frozen=True, kw_only=True):
    """One module in one language as it is offered now."""

    module: Id
    language: Line
    title: Line
    version: Line
    state: Literal["draft", "reviewed"]
    next: Day
    """When it is to be looked at again."""
    lix: float | None = None
    sentence: float | None = None
    """Words a sentence, where LIX does not fit."""


class Taught(Text, frozen=True, kw_only=True):
    """What the figures are held against."""

    tags: tuple[Line, ...] = ()
    for_staff: bool = False
    screens: tuple[Line, ...] = ()
    talk: TeachBackTalk


class Share(Shape, frozen=True):
    """`share` is None where the denominator is 0 or too few; both counts are None where they are hidden."""

    numerator: int | None = None
    denominator: int | None = None
    share: float | None = None
    uncertain: bool = False
    """Of fewer than 30."""
    hidden: bool = False


class Reach(Shape, frozen=True, kw_only=True):
    """A count that is None is hidden. `taken`: opened by somebody of the stay, of those offered. `finished`: of those
    opened; who has just begun counts as not finished yet."""

    offered: int | None = None
    taken: Share = Share()
    opened: int | None = None
    finished: Share = Share()


class Stop(Shape, frozen=True):
    """`screen` counts from 1; one more than there are screens is the talk at the end, whose title is empty."""

    screen: int
    title: Line = ""
    count: int | None = None


class Understood(Shape, frozen=True):
    """The first answer to one question of the talk."""

    question: str
    right: Share


class Point(Shape, frozen=True):
    """Something people said they were still unsure about: one of the talk's own points."""

    text: Line
    count: int | None = None


class Judged(Shape, frozen=True):
    """What readers said without a name; of the whole organisation, whatever the other figures are of."""

    useful: Share = Share()
    understandable: Share = Share()
    lines: tuple[str, ...] = ()


class ModuleFigures(Text, frozen=True, kw_only=True):
    """`questions`, `sure`, `stopped` and `unsure` are of this version alone: another text explains otherwise."""

    overdue: bool = False
    reach: Reach = Reach()
    questions: tuple[Understood, ...] = ()
    understood: Share = Share()
    """Right first answers, of all answers to the questions."""
    sure: Share = Share()
    """Those who said that nothing was unclear, of those who told it back."""
    stopped: int | None = None
    """Not finished, and opened more than 7 days ago."""
    stops: tuple[Stop, ...] = ()
    asked: int | None = None
    """Questions for the round that came up here."""
    unsure: tuple[Point, ...] = ()
    judged: Judged = Judged()


class StaffLearned(Shape, frozen=True):
    """How many of a unit's staff have read one of their own modules, in a word; never who."""

    module: Id
    title: Line
    read: Read


class Learning(Shape, frozen=True, kw_only=True):
    unit: Unit
    of: Of
    as_of: Instant
    until: Day
    """The last day that counts in what is told of others: all of the house, what was told without a name, and staff.
    A unit's own figures count until `as_of`."""
    first: Line
    """The first of the months that are counted (YYYY-MM): by when a reading was offered or opened."""
    total: Reach = Reach()
    modules: tuple[ModuleFigures, ...] = ()
    staff: tuple[StaffLearned, ...] = ()


class Opinion(Shape, frozen=True):
    """A row of what was told without a name and has been released."""

    module: Id
    language: Line
    useful: Judgement
    understandable: Judgement
    words: str = ""
