"""FHIR R4 QuestionnaireResponse, flat, with who said and who wrote each answer."""

from typing import Annotated, Literal

from msgspec import Meta

from viktig.domain.person import Speaker
from viktig.domain.shape import Id, Instant, Line, Shape, Words

Audience = Literal["all", "staff"]
"""`staff`: only for health personnel; no helper ever sees it. Such answers are a document of their own."""


class Coding(Shape, frozen=True):
    code: Line
    display: Line = ""


class Answer(Shape, frozen=True):
    """One value; exactly one field is set."""

    value_string: Words | None = None
    value_coding: Coding | None = None
    value_boolean: bool | None = None
    value_integer: int | None = None


class ResponseItem(Shape, kw_only=True, frozen=True):
    """What was answered to one question. Two items with the same `link_id` are two statements, both kept."""

    link_id: Line
    text: Line = ""
    """The question as it was shown."""
    answer: Annotated[tuple[Answer, ...], Meta(max_length=50)] = ()
    declined: bool = False
    """Asked, and the person would rather not say (FHIR data-absent-reason asked-declined)."""
    said_by: Speaker
    written_by: Speaker
    authored: Instant
    unsettled: bool = False
    """Written differently in two places and not yet chosen between; never set on a single statement."""


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
    item: Annotated[tuple[ResponseItem, ...], Meta(max_length=400)] = ()

    @property
    def sent(self) -> bool:
        return self.status in ("completed", "amended")
