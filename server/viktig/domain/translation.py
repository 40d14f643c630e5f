"""A translation of what somebody wrote: by a person with a name, beside the original and never in its place."""

from typing import Annotated

from msgspec import Meta

from viktig.domain.questionnaire_response import Audience, Within, spot_of
from viktig.domain.shape import Id, Instant, Line, Shape, Uuid, Words, named_uuid

Tag = Annotated[str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$")]
"""A language by its BCP 47 tag."""


class TranslatedItem(Shape, kw_only=True, frozen=True):
    """What was said to one question, in the other language."""

    link_id: Line
    within: Within = ""
    text: Words

    @property
    def spot(self) -> str:
        return spot_of(self.link_id, self.within)


class Translation(Shape, tag_field="resourceType", tag="Translation", kw_only=True, frozen=True):
    """Its author is who wrote it down. Without items it says only which language the original is written in."""

    encounter: Id
    document: Uuid
    """What is translated."""
    versions: Annotated[tuple[Uuid, ...], Meta(min_length=1, max_length=50)]
    """The sent versions of it that were on screen."""
    audience: Audience = "all"
    subject: Line = ""
    """Both as of the original: nobody reads a translation of what is not theirs to read."""
    original_language: Tag
    """What the original is written in: the app knows only in which language it was shown."""
    language: Tag
    interpreter: bool = False
    """Whether an interpreter said it, and the author wrote it down."""
    item: Annotated[tuple[TranslatedItem, ...], Meta(max_length=2_000)] = ()


class TranslationOnPage(Shape, kw_only=True, frozen=True):
    """Of two that were written beside each other, both are there."""

    version: Id
    translation: Translation
    at: Instant
    by: Line = ""
    title: Line = ""
    earlier: tuple[Line, ...] = ()
    """Spots where the original says something else now than when it was translated."""


def translation_document(document: str) -> str:
    """The id of the document that holds a document's translation: the same for everybody."""
    return named_uuid(f"{document}\ntranslation")
