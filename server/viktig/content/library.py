"""All that people read, taken in once: forms, modules, prompts."""

import hashlib
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import msgspec

from viktig.content import forms, made, prompts
from viktig.content.modules import Told
from viktig.content.own_forms import OwnForms
from viktig.content.own_modules import OwnModules
from viktig.content.own_modules import entry as module_entry
from viktig.content.reading import LANGUAGES, BadContent
from viktig.domain.asking import Forms
from viktig.domain.library import FormEntry, Index, InLanguage, PromptsEntry, entry
from viktig.domain.module import Module
from viktig.domain.prompt import Prompts
from viktig.domain.publishing import PUBLISHED, standing
from viktig.domain.questionnaire import Questionnaire

FOLDER: Final = Path(__file__).parent
INDEX: Final = "index.json"


def packed(body: bytes) -> dict[str, bytes]:
    return {"gzip": zlib.compress(body, level=9, wbits=31)}


def _mark(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()[:8]


class Library:
    """Bad content raises `BadContent` with the file and the reason, before anything is served.

    `drafts`: drafts are shown to everybody, as in the demo.
    """

    def __init__(self, folder: Path = FOLDER, *, drafts: bool = False) -> None:
        self.drafts = drafts
        self._files: dict[str, bytes] = {}
        self._questionnaires: dict[str, Questionnaire] = {}
        self._ever: dict[str, FormEntry] = {}
        self.modules = made.read(folder)
        """Every module of ours, also what nobody is to read yet."""
        self._shelf = {id: told for id, told in self.modules.items() if self._published(told)}
        self._index = Index(
            forms=tuple(self._forms(folder / "questionnaires")),
            modules=tuple(module_entry(told, self._serve_module) for told in self._shelf.values()),
            prompts=tuple(self._prompts(folder / "prompts")),
        )
        self.own = OwnForms()
        self.own_modules = OwnModules()
        """What organisations have loaded; another one takes its place when there is more."""
        self._files[INDEX] = msgspec.json.encode(self._index)

    @property
    def forms(self) -> Forms:
        """The forms that a stay may ask, for `domain/asking.py`."""
        return Forms(now=(*self._index.forms, *self.own.now), ever=self._ever, own=self.own.entries)

    def index(self) -> Index:
        return self._index

    def index_with_own(self) -> Index:
        """With what organisations have loaded: the newest version of each form, and modules."""
        return msgspec.structs.replace(
            self._index,
            forms=(*self._index.forms, *self.own.now),
            modules=(*self._index.modules, *self.own_modules.entries),
        )

    def silent(self, path: str) -> bool:
        """Whether it is the sound or film of a module that nobody may read (any more)."""
        return path in self.own_modules.silent and path not in self.own.media

    def own_files(self) -> dict[str, bytes]:
        return self.own.files | self.own_modules.files

    def shelf(self, organization: str = "") -> Mapping[str, Told]:
        """module id -> what may be read there: the organisation's own goes before ours."""
        return self._shelf | self.own_modules.told.get(organization, {})

    def tags(self, organization: str) -> dict[str, tuple[str, ...]]:
        """module id -> what a person may have ticked that leads there; what is for staff alone is offered to nobody."""
        shelf = self.shelf(organization)
        return {id: told.tags for id, told in shelf.items() if told.for_people}

    def files(self) -> dict[str, bytes]:
        """Path below /content/ -> body. But for the index, a body never changes under a path."""
        return dict(self._files)

    def packed(self, path: str) -> dict[str, bytes]:
        """The body compressed, by the name of the coding."""
        return packed(self._files[path])

    def module_version(self, module: str) -> str:
        """The version that there is now; KeyError for a module that is not ours."""
        return self.modules[module].first.version

    def questionnaire(self, canonical: str, organization: str = "") -> Questionnaire | None:
        """Any version that we, or that organisation, ever asked; None for a form that is not ours."""
        return self._questionnaires.get(canonical) or self.own.questionnaires.get((organization, canonical))

    def written(self, canonical: str) -> Questionnaire:
        """KeyError for a form that is not ours."""
        return self._questionnaires[canonical]

    def workflow(self, canonical: str, organization: str) -> str:
        """The work in which the form is asked; empty for a form that is not ours."""
        form = self._ever.get(canonical) or self.own.entries.get((organization, canonical))
        return form.workflow if form else ""

    def _forms(self, folder: Path) -> Iterator[FormEntry]:
        """`<id>.json` is asked now, `<id>@<version>.json` was asked before."""
        for path in sorted(folder.glob("*.json")):
            form, body = forms.read(path)
            served = self._serve(f"forms/{form.id}@{form.version}.json", body)
            self._questionnaires[form.canonical] = form
            self._ever[form.canonical] = entry(form, served)
            if path.stem == form.id:
                yield self._ever[form.canonical]

    def _published(self, told: Told) -> bool:
        return standing(told.first.review, crisis=told.crisis, drafts=self.drafts) in PUBLISHED

    def _serve_module(self, one: Module) -> str:
        body, easy = msgspec.json.encode(one), ".easy" if one.easy else ""
        # Words of the glossary change between two versions of a module, and phones keep for ever what a path gave them.
        return self._serve(f"modules/{one.id}@{one.version}.{one.language}{easy}.{_mark(body)}.json", body)

    def _prompts(self, folder: Path) -> Iterator[PromptsEntry]:
        for path in sorted(folder.glob("*.toml")):
            told = prompts.read(path)
            languages = {language: self._prompts_in(one) for language, one in told.items()}
            yield PromptsEntry(id=path.stem, version=told[LANGUAGES[0]].version, languages=languages)

    def _prompts_in(self, one: Prompts) -> InLanguage:
        path = f"prompts/{one.id}@{one.version}.{one.language}.json"
        return InLanguage(title=one.title, path=self._serve(path, msgspec.json.encode(one)))

    def _serve(self, path: str, body: bytes) -> str:
        if path in self._files:
            raise BadContent(f"{path}: two files with one version")
        self._files[path] = body
        return path
