"""FHIR R4 QuestionnaireResponse, flat, with who said and who wrote each answer. `domain/questionnaire/nested.py` makes
FHIR's own nested shape of it, `nested_read.py` reads that."""

from typing import Annotated, Literal

from msgspec import Meta

from viktig.domain.person import Speaker
from viktig.domain.shape import Id, Instant, Line, Shape, Words

Audience = Literal["all", "staff"]
"""`staff`: only for health personnel; no helper ever sees it. Such answers are a document of their own."""


class Coding(Shape, frozen=True):
    """What was chosen. `code` alone says which: a form that offers one code twice in a question is refused."""

    code: Line
    display: Words = ""
    system: Line = ""


class Quantity(Shape, kw_only=True, frozen=True):
    value: float
    unit: Line = ""
    system: Line = ""
    code: Line = ""


class Answer(Shape, frozen=True):
    """One value; exactly one field is set. Dates and times are FHIR's: a date may be only a year, or a month of it."""

    value_string: Words | None = None
    value_coding: Coding | None = None
    value_boolean: bool | None = None
    value_integer: int | None = None
    value_decimal: float | None = None
    value_date: Line | None = None
    value_date_time: Line | None = None
    value_time: Line | None = None
    value_uri: Line | None = None
    value_quantity: Quantity | None = None


MOST_ITEMS = 2_000
Within = Annotated[str, Meta(pattern=r"^([A-Za-z0-9-]{1,36}(/[A-Za-z0-9-]{1,36}){0,7})?$")]


def spot_of(link_id: str, within: str) -> str:
    return f"{link_id}\n{within}" if within else link_id


class ResponseItem(Shape, kw_only=True, frozen=True):
    """What was answered to one question. Two items with the same `spot` are two statements, both kept."""

    link_id: Line
    within: Within = ""
    """Of a question that can be asked several times: which time. The instances of the repeating parts of the form
    that it stands in, outermost first, with `/` between: ids made by the device, older before newer."""
    text: Words = ""
    """The question as it was shown."""
    answer: Annotated[tuple[Answer, ...], Meta(max_length=50)] = ()
    declined: bool = False
    """Asked, and the person would rather not say (FHIR data-absent-reason asked-declined)."""
    said_by: Speaker
    written_by: Speaker
    authored: Instant
    unsettled: bool = False
    """Written differently in two places and not yet chosen between; never set on a single statement."""

    @property
    def spot(self) -> str:
        """Where in the response it stands: what is told apart when answers are joined."""
        return spot_of(self.link_id, self.within)


class QuestionnaireResponse(Shape, tag_field="resourceType", tag="QuestionnaireResponse", frozen=True):
    """The answers to one form during one stay, for one audience.

    `in-progress` is the safe copy of a draft; `completed` is sent; `amended` is sent again after a change.
    """

    questionnaire: Line
    """Canonical `url|version`."""
    status: Literal["in-progress", "completed", "amended", "entered-in-error"]
    encounter: Id
    language: Line
    subject: Line = ""
    """`RelatedPerson/…` when it is about the one who helps; empty: about the patient."""
    audience: Audience = "all"
    origin: Literal["app", "paper", "conversation"] = "app"
    item: Annotated[tuple[ResponseItem, ...], Meta(max_length=MOST_ITEMS)] = ()

    @property
    def sent(self) -> bool:
        return self.status in ("completed", "amended")
