"""What happens in the demo: one shape for each thing that somebody does, hours before now."""

from typing import Annotated, Literal

from msgspec import Meta

from viktig.content.reading import Written
from viktig.domain.encounter import Ending
from viktig.domain.entry import Sneks
from viktig.domain.questionnaire_response import Audience
from viktig.domain.shape import Id, Line
from viktig.domain.task import TaskOutcome

Hours = Annotated[float, Meta(ge=0)]
Said = dict[str, str | tuple[str, ...]]
"""linkId -> own words, or the code of an option (several where the question takes several)"""
Hand = str
"""Whose hand: `patient`, `helper`, or the id of a member of staff."""


class Happening(Written, kw_only=True, frozen=True, tag_field="do"):
    """Something somebody did, that many hours before now."""

    hours_ago: Hours
    by: Hand


class Answered(Happening, frozen=True, tag="answer"):
    """One version of the answers. What was said before in the same audience stands, unless it is said anew here."""

    said: Said
    """Of a part that repeats (own activities): the first of each belong together, then the second."""
    form: Literal["what-matters", "still-right", "activities"] = "what-matters"
    """The work in which the stay asks it; which form that is, the unit and the age decide."""
    said_by: Literal["patient", "helper"] = "patient"
    status: Literal["in-progress", "completed", "amended"] = "completed"
    audience: Audience = "all"
    origin: Literal["app", "paper", "conversation"] = "app"
    language: Line = ""
    """Empty: the patient's own."""
    declined: tuple[str, ...] = ()


class ToldOfSelf(Happening, kw_only=True, frozen=True, tag="tell"):
    """What matters to the one who helps, in their own form; `all`: the patient may see it too."""

    said: Said
    audience: Audience = "staff"


class WasRead(Happening, frozen=True, tag="read"):
    """All that was sent until then."""

    together: bool = False


class Acted(Happening, kw_only=True, frozen=True, tag="act"):
    name: Id
    """For `finish` and `helped`."""
    description: str
    outcome: TaskOutcome = "planned"
    quote: Line = ""
    """linkId of the answer it was made from."""
    owner: Id | Literal[""] = ""
    due_in_days: int | None = None


class Finished(Happening, frozen=True, tag="finish"):
    task: Id


class WasHelped(Happening, kw_only=True, frozen=True, tag="helped"):
    task: Id
    helped: Literal["yes", "little", "no", "unknown"]
    words: str = ""
    thanks: bool = False


class Talked(Happening, frozen=True, tag="talked"):
    talked: Literal["yes", "little", "no"]


class Wished(Happening, frozen=True, tag="wish"):
    wish: Literal["as-soon-as-possible", "during-the-day", "no"]


class Taken(Happening, frozen=True, tag="take"):
    """Somebody takes the wish to talk."""


class Postponed(Happening, frozen=True, tag="postpone"):
    reason: Literal["too-ill", "confused", "language", "declined"]
    ask_again_in_hours: Hours | None = None


class TodaySet(Happening, frozen=True, tag="today"):
    """An empty line says "we don't know yet"."""

    with_me: Line = ""
    next: Line = ""
    tonight: Line = ""


class Offered(Happening, frozen=True, tag="offer"):
    module: Id
    reason: Line


class Learned(Happening, frozen=True, tag="learn"):
    module: Id
    step: int
    finished: bool = False
    words: str = ""
    chosen: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()


class Medicine(Written, kw_only=True, frozen=True):
    medication: Line
    dosage: Line = ""
    timing: Line = ""
    reason: Line = ""
    mark: Sneks | Literal[""] = ""
    source: Line = ""
    note: str = ""


class Number(Written, frozen=True):
    name: Line
    about: Line = ""
    phone: Line = ""


class Listed(Happening, kw_only=True, frozen=True, tag="list"):
    """Put on the patient's list."""

    questions: tuple[str, ...] = ()
    module: Id | Literal[""] = ""
    """Where the questions came up."""
    medicines: tuple[Medicine, ...] = ()
    numbers: tuple[Number, ...] = ()


class WentThrough(Happening, kw_only=True, frozen=True, tag="go-through"):
    """A member of staff answers questions and confirms medicines on the list, each named by its words."""

    answers: dict[str, str] = {}
    confirmed: tuple[Line, ...] = ()


class Invited(Happening, frozen=True, tag="invite"):
    """A sheet was printed."""


class Moved(Happening, frozen=True, tag="transfer"):
    unit: Id
    room: Line = ""
    bed: Line = ""


class Ended(Happening, frozen=True, tag="end"):
    ending: Ending = "discharged"


Event = (
    Answered | ToldOfSelf | WasRead | Acted | Finished | WasHelped | Talked | Wished | Taken
    | Listed | WentThrough | Postponed | TodaySet | Offered | Learned | Invited | Moved | Ended
)  # fmt: skip
