"""What a person says beside the form: whether it helped, whether somebody talked with them, a wish to talk."""

from typing import Annotated, Literal

from msgspec import Meta

from viktig.domain.shape import Id, Line, Shape, Words


class TaskMark(Shape, tag_field="resourceType", tag="TaskMark", frozen=True):
    """Whether something that was done helped. An unanswered question is no mark."""

    encounter: Id
    task: Id
    helped: Literal["yes", "little", "no", "unknown"]
    words: Words = ""
    thanks: bool = False


class TalkMark(Shape, tag_field="resourceType", tag="TalkMark", frozen=True):
    """ "Did somebody talk with you about what you wrote?", asked a day after it was sent."""

    encounter: Id
    talked: Literal["yes", "little", "no"]


class CommunicationRequest(Shape, tag_field="resourceType", tag="CommunicationRequest", frozen=True):
    """ "Is there something you want to talk with us about today, alone?" No helper sees it."""

    encounter: Id
    wish: Literal["as-soon-as-possible", "during-the-day", "no"]


class TeachBack(Shape, frozen=True):
    """What a person could tell in their own words. Unsure means that we must explain better."""

    words: Words = ""
    chosen: Annotated[tuple[Line, ...], Meta(max_length=20)] = ()
    """Codes of the options chosen, one for each question."""
    unsure: Annotated[tuple[Line, ...], Meta(max_length=20)] = ()
    """The points the person is still unsure about, in the module's words."""


class ModuleProgress(Shape, tag_field="resourceType", tag="ModuleProgress", frozen=True):
    """How far somebody has come in a module."""

    encounter: Id
    module: Id
    module_version: Line
    language: Line
    step: Annotated[int, Meta(ge=0, le=200)] = 0
    finished: bool = False
    teach_back: TeachBack | None = None
