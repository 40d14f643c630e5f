"""What there is to read: /content/index.json. Each path carries a version; what lies under it never changes."""

from typing import Literal

from viktig.domain.module import ModuleReview, Reader
from viktig.domain.shape import Id, Line, Shape


class FormEntry(Shape, frozen=True):
    name: Id
    url: Line
    version: Line
    path: Line
    about: Literal["patient", "related"] = "patient"
    """Whose own answers it asks for."""
    organization: Line = ""
    """Whose own form it is: it is asked there in place of ours with the same useContext. Empty: ours, for everybody."""

    @property
    def canonical(self) -> str:
        return f"{self.url}|{self.version}"


class InLanguage(Shape, frozen=True):
    title: Line
    path: Line
    minutes: int = 0


class ModuleEntry(Shape, frozen=True):
    """`path` is the one in the first language."""

    id: Id
    version: Line
    path: Line
    languages: dict[str, InLanguage]
    for_whom: tuple[Reader, ...]
    review: ModuleReview
    tags: tuple[Line, ...] = ()


class PromptsEntry(Shape, frozen=True):
    id: Id
    version: Line
    languages: dict[str, InLanguage]


class Index(Shape, frozen=True):
    forms: tuple[FormEntry, ...]
    modules: tuple[ModuleEntry, ...]
    prompts: tuple[PromptsEntry, ...]
