"""What there is to read: /content/index.json. Each path carries a version; what lies under it never changes."""

from typing import Literal

from viktig.domain.module import ModuleReview, Reader
from viktig.domain.questionnaire import Questionnaire, questions
from viktig.domain.shape import Id, Line, Shape

NOBODY_OLDER = 200
ANSWERS_FROM = 7
"""The age from which a child is asked; of one who is younger, those who know the child tell."""


class FormEntry(Shape, frozen=True):
    """`workflow`, `venues` and the ages are what the form says of itself in `useContext`."""

    name: Id
    url: Line
    version: Line
    path: Line
    about: Literal["patient", "related"] = "patient"
    """Whose own answers it asks for."""
    workflow: Line = ""
    venues: tuple[Line, ...] = ()
    """Kinds of units; none: everywhere."""
    youngest: int = 0
    oldest: int = NOBODY_OLDER
    """In whole years, both included."""
    questions: int = 0
    organization: Line = ""
    """Whose own form it is: it is asked there in place of ours with the same useContext. Empty: ours, for everybody."""

    @property
    def canonical(self) -> str:
        return f"{self.url}|{self.version}"

    @property
    def of_an_age(self) -> bool:
        return (self.youngest, self.oldest) != (0, NOBODY_OLDER)

    @property
    def of_a_small_child(self) -> bool:
        return self.oldest < ANSWERS_FROM


def entry(form: Questionnaire, path: str) -> FormEntry:
    """The form as it stands in the index, read from the form itself."""
    said: dict[str, list[str]] = {}
    youngest, oldest = 0, NOBODY_OLDER
    for use in form.use_context:
        if use.value_codeable_concept:
            said.setdefault(use.code.code, []).extend(one.code for one in use.value_codeable_concept.coding)
        if use.code.code == "age" and use.value_range:
            low, high = use.value_range.low, use.value_range.high
            youngest = int(low.value) if low and low.value is not None else youngest
            oldest = int(high.value) if high and high.value is not None else oldest
    return FormEntry(
        name=form.id,
        url=form.url,
        version=form.version,
        path=path,
        about=form.about,
        workflow=next(iter(said.get("workflow", ())), ""),
        venues=tuple(said.get("venue", ())),
        youngest=youngest,
        oldest=oldest,
        questions=len(list(questions(form.item))),
    )


class InLanguage(Shape, frozen=True):
    """`easy` is the path of the variant in short sentences; empty: there is none."""

    title: Line
    path: Line
    minutes: int = 0
    easy: Line = ""


class ModuleEntry(Shape, frozen=True):
    """`path` is the one in the first language.

    `organization`: who alone is to see it, in place of the one of this name that is everybody's. Empty: everybody.
    """

    id: Id
    version: Line
    path: Line
    languages: dict[str, InLanguage]
    for_whom: tuple[Reader, ...]
    review: ModuleReview
    tags: tuple[Line, ...] = ()
    organization: Line = ""


class PromptsEntry(Shape, frozen=True):
    id: Id
    version: Line
    languages: dict[str, InLanguage]


class Index(Shape, frozen=True):
    forms: tuple[FormEntry, ...]
    modules: tuple[ModuleEntry, ...]
    prompts: tuple[PromptsEntry, ...]
