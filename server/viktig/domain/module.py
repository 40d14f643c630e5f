"""A module: a few screens to learn from, in one language, and a talk about them at the end."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Final, Literal

from msgspec import Meta

from viktig.domain.encounter import OfferedModule
from viktig.domain.questionnaire_response import ResponseItem
from viktig.domain.shape import Day, Id, Line, Shape

Reader = Literal["patient", "carer", "staff"]
LEARN: Final = "learn"
Tag = Annotated[str, Meta(pattern=r"^([A-Za-z0-9_.-]{1,64}=)?[A-Za-z0-9_-]{1,64}$")]
"""What leads to a module: a code of the question `learn`, or `question=code` of any other."""
ModuleVersion = Annotated[str, Meta(pattern=r"^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$")]
Sentence = Annotated[str, Meta(min_length=1, max_length=300)]


class Source(Shape, kw_only=True, frozen=True):
    """Where the advice comes from. We tell it in our own words; the source has not seen ours.

    `opened`: the day the author last had it open; a source that nobody opened is only a name.
    """

    name: Annotated[str, Meta(min_length=3, max_length=200)]
    publisher: Annotated[str, Meta(min_length=3, max_length=200)]
    address: Annotated[str, Meta(max_length=300)] = ""
    opened: Day | Literal[""] = ""


class Trial(Shape, kw_only=True, frozen=True):
    """People read it, and it was changed after what they said."""

    language: Line
    readers: Annotated[int, Meta(ge=1)]
    date: Day
    changed: Sentence


class ModuleReview(Shape, kw_only=True, frozen=True):
    """How far the text has been tried. `by`: the health professional who has reviewed it; `checker`: this language.

    `responsible`: who answers for a draft in the organisation that it is served to.
    """

    state: Literal["draft", "reviewed"]
    next: Day
    by: Line = ""
    role: Line = ""
    date: Day | Literal[""] = ""
    author: Line
    translator: Line = ""
    checker: Line = ""
    tested_with: tuple[Trial, ...] = ()
    responsible: Line = ""
    responsible_role: Line = ""


class ModuleMedia(Shape, frozen=True):
    """The same told in sound, or on film (as in sign language). `path` is below /content/."""

    kind: Literal["sound", "film"]
    path: Line
    title: Line


class Step(Shape, frozen=True):
    """One screen, one idea. `html` is sanitised and holds no heading."""

    title: Line
    html: str


class Term(Shape, frozen=True):
    """A word that is explained in place: `<a class="term" href="#word-ID">` in the screens leads to it."""

    id: Annotated[str, Meta(pattern=r"^[a-z0-9-]{1,64}$")]
    word: Line
    means: Sentence


class Option(Shape, kw_only=True, frozen=True):
    """A wrong one explains; a right one may."""

    code: Id
    text: Sentence
    right: bool = False
    explain: Annotated[str, Meta(max_length=300)] = ""


class Question(Shape, frozen=True):
    text: Sentence
    options: Annotated[tuple[Option, ...], Meta(min_length=2, max_length=4)]


class TeachBackTalk(Shape, frozen=True):
    """`ask`: tell it in your own words. `points`: what one may still be unsure about. Never a grade."""

    ask: Sentence
    questions: Annotated[tuple[Question, ...], Meta(min_length=2, max_length=3)]
    points: Annotated[tuple[Line, ...], Meta(min_length=2, max_length=8)]


class Module(Shape, kw_only=True, frozen=True, weakref=True):
    """One module in one language, as it is served. `easy`: the variant in short sentences."""

    id: Id
    version: Line
    language: Line
    title: Line
    minutes: int
    draft: bool
    easy: bool = False
    for_whom: tuple[Reader, ...]
    level: Line
    licence: Line
    review: ModuleReview
    sources: tuple[Source, ...]
    steps: tuple[Step, ...]
    teach_back: TeachBackTalk
    media: tuple[ModuleMedia, ...] = ()
    terms: tuple[Term, ...] = ()
    """In the order in which they first stand in the screens."""


def ticked(items: Iterable[ResponseItem]) -> Iterator[tuple[str, str]]:
    """Question and code of all that a person ticked."""
    return ((item.link_id, one.value_coding.code) for item in items for one in item.answer if one.value_coding)


def tag(question: str, code: str) -> Tag:
    return code if question == LEARN else f"{question}={code}"


def modules_for(items: Iterable[ResponseItem], tags: Mapping[str, Iterable[Tag]]) -> tuple[OfferedModule, ...]:
    """The modules that fit what a person ticked: never a guess from free text.

    `tags`: module id -> what leads there. The reason is `<question>-<code>`, the first that did. A goal leads by what
    it is ticked to be about; its words stand in the answers, and are told from there to whoever may see them.
    """
    found: dict[str, str] = {}
    for question, code in ticked(items):
        for module, wanted in tags.items():
            if tag(question, code) in wanted:
                found.setdefault(module, f"{question}-{code}")
    return tuple(OfferedModule(module=module, reason=reason) for module, reason in found.items())
