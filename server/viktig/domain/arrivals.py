"""What the team looks at: the ward's arrivals, one patient's page, Vaktarket."""

from typing import Literal

from viktig.domain.consent import Carer
from viktig.domain.encounter import Encounter, FormForStay, OfferedModule, Postponement, Unit
from viktig.domain.mark import TeachBack
from viktig.domain.person import RelatedPerson
from viktig.domain.questionnaire_response import Coding, QuestionnaireResponse, ResponseItem
from viktig.domain.reminder import Channel, ReminderAddress
from viktig.domain.review import Attention, Review
from viktig.domain.session import InvitationRow
from viktig.domain.shape import Id, Instant, Line, Shape, Words
from viktig.domain.task import Task
from viktig.domain.translation import TranslationOnPage
from viktig.domain.version import StoredVersion

AnswerState = Literal["unread", "changed", "read", "begun", "not-answered", "postponed"]


class Arrival(Shape, kw_only=True, frozen=True):
    """One row of the list. `owner` says whose an unread answer is: the unit's shift, or after discharge the leader."""

    encounter: Id
    given: Line
    family: Line
    birth_date: Line
    room: Line = ""
    bed: Line = ""
    admitted: Instant
    ended: Instant = ""
    ending: Line = ""
    state: AnswerState
    answered: Instant = ""
    helped_by: Line = ""
    """The helper's own word for who they are, when a helper wrote."""
    begun: int = 0
    questions: int = 0
    asked: bool = False
    read_at: Instant = ""
    open_tasks: int = 0
    visit_questions: int = 0
    """For the round, not answered yet."""
    listed_at: Instant = ""
    """When something was last written on the list: an open page tells that it has changed."""
    attention: Attention | None = None
    postponement: Postponement | None = None
    invited: bool = False
    interpreter: Line = ""
    similar_name: bool = False
    ask_alone: bool = False
    carers_unread: int = 0
    """How many who help have told of themselves what nobody has read yet."""
    look_again: Line = ""
    """The day on which somebody was to look again whether the patient can consent, when it has come."""
    owner: Literal["shift", "leader"] = "shift"
    from_unit: Line = ""
    """Where the patient came from, when the answer was written there."""


class Arrivals(Shape, frozen=True):
    """`n` is the unit's change number: live events carry a larger one when something has changed."""

    unit: Unit
    n: int
    as_of: Instant
    stays: tuple[Arrival, ...] = ()


class AnswersOnPage(Shape, frozen=True):
    """One form's sent answers as they stand, joined; `versions` are those a review must name."""

    document: Id
    response: QuestionnaireResponse
    versions: tuple[Id, ...]
    received: Instant
    author_name: Line = ""
    about: RelatedPerson | None = None
    """Whose own answers they are, when they are not about the patient."""
    read: bool = False
    drafting: bool = False
    """Somebody is changing it right now: a draft that the team does not see."""
    remark: tuple[Line, ...] = ()
    changed: tuple[ResponseItem, ...] = ()
    """What these questions said when it was last read; an item without answer where nothing was said."""
    since: Instant = ""
    last_stay: bool = False
    """It has not been read in this stay: `changed` is what was said in the last one, on the same unit."""
    workflow: Line = ""
    """Of the form; empty for a form that is not ours."""
    translated: Id = ""
    """The document that holds its translations."""
    translations: tuple[TranslationOnPage, ...] = ()
    """Of two that were written beside each other, both; the newest last."""


class ModuleOnPage(Shape, frozen=True):
    module: Id
    offered: OfferedModule | None = None
    opened: Instant = ""
    finished: Instant = ""
    teach_back: TeachBack | None = None
    by: Line = ""


class PatientPage(Shape, frozen=True):
    """One page per patient, what matters first."""

    encounter: Encounter
    answers: tuple[AnswersOnPage, ...] = ()
    begun: int = 0
    questions: int = 0
    reviews: tuple[Review, ...] = ()
    tasks: tuple[Task, ...] = ()
    attention: Attention | None = None
    postponement: Postponement | None = None
    modules: tuple[ModuleOnPage, ...] = ()
    invitations: tuple[InvitationRow, ...] = ()
    talked: Line = ""
    """yes, little, no: what the patient said a day later; empty when not answered."""
    colleagues: tuple[Coding, ...] = ()
    """Who can own an action: id and name."""
    forms: tuple[Line, ...] = ()
    """Paths of the stay's forms below /content/: what matters first."""
    talks: tuple[FormForStay, ...] = ()
    """The forms that staff and patient fill in together."""
    carers: tuple[Carer, ...] = ()
    carer_forms: tuple[Line, ...] = ()
    """Paths of the forms about those who help."""
    entries: tuple[StoredVersion, ...] = ()
    """The list's newest versions (all versions of an entry that has several heads)."""
    reminders: tuple[ReminderAddress, ...] = ()
    remind_by: tuple[Channel, ...] = ()
    """What this server can remind by."""
    shared_documents: tuple[Id, ...] = ()
    staff_documents: tuple[Id, ...] = ()


class Helped(Shape, frozen=True):
    """An action that helped, and what the patient said with it."""

    description: Words
    words: Words = ""
    thanks: bool = False


class HandoverRow(Shape, frozen=True):
    """A line of Vaktarket: room number only, no name."""

    encounter: Id
    room: Line
    bed: Line = ""
    matters: Line = ""
    talk: Line = ""
    please_not: Line = ""
    agreed: tuple[Line, ...] = ()
    helped: tuple[Helped, ...] = ()
    unread: bool = False


class Handover(Shape, frozen=True):
    unit: Unit
    as_of: Instant
    rows: tuple[HandoverRow, ...] = ()


class AccessEntry(Shape, kw_only=True, frozen=True):
    """One line of the access log, as the patient reads it."""

    at: Instant
    who: Line
    title: Line = ""
    """The role, as a message id."""
    unit: Line = ""
    verb: Line
    """Slug of what was done; the app has a sentence for each."""
    basis: Line
    """Slug of why it was allowed."""


class AccessLog(Shape, frozen=True):
    entries: tuple[AccessEntry, ...] = ()
