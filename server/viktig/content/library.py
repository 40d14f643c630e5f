"""All that people read, taken in once: forms, modules, prompts."""

import hashlib
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from viktig.content import forms, glossary, modules, prompts
from viktig.content.own_forms import OwnForms
from viktig.content.reading import LANGUAGES, BadContent
from viktig.domain.asking import Forms
from viktig.domain.library import FormEntry, Index, InLanguage, ModuleEntry, PromptsEntry, entry
from viktig.domain.module import Module
from viktig.domain.prompt import Prompts
from viktig.domain.questionnaire import Questionnaire

FOLDER: Final = Path(__file__).parent
INDEX: Final = "index.json"


def packed(body: bytes) -> dict[str, bytes]:
    return {"gzip": zlib.compress(body, level=9, wbits=31)}


def _mark(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()[:8]


class Library:
    """Bad content raises `BadContent` with the file and the reason, before anything is served."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._files: dict[str, bytes] = {}
        self._questionnaires: dict[str, Questionnaire] = {}
        self._ever: dict[str, FormEntry] = {}
        self._index = Index(
            forms=tuple(self._forms(folder / "questionnaires")),
            modules=tuple(self._modules(folder / "modules")),
            prompts=tuple(self._prompts(folder / "prompts")),
        )
        self.own = OwnForms()
        """What organisations have loaded; another one takes its place when there is more."""
        self._files[INDEX] = msgspec.json.encode(self._index)
        self.tags = {module.id: module.tags for module in self._index.modules}
        """module id -> what a person may have ticked under `learn`, for `modules_for`"""
        self.module_names = frozenset(self.tags)

    @property
    def forms(self) -> Forms:
        """The forms that a stay may ask, for `domain/asking.py`."""
        return Forms(now=(*self._index.forms, *self.own.now), ever=self._ever, own=self.own.entries)

    def index(self) -> Index:
        return self._index

    def index_with_own(self) -> Index:
        """With the newest version of each form that an organisation has loaded."""
        return msgspec.structs.replace(self._index, forms=(*self._index.forms, *self.own.now))

    def files(self) -> dict[str, bytes]:
        """Path below /content/ -> body. But for the index, a body never changes under a path."""
        return dict(self._files)

    def packed(self, path: str) -> dict[str, bytes]:
        """The body compressed, by the name of the coding."""
        return packed(self._files[path])

    def module_version(self, module: str) -> str:
        """The version that is offered now; KeyError for a module that is not ours."""
        return {one.id: one.version for one in self._index.modules}[module]

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

    def _modules(self, folder: Path) -> Iterator[ModuleEntry]:
        words = glossary.read(folder.parent)
        for place in sorted(path for path in folder.iterdir() if path.is_dir()):
            about, told = modules.read(place, words)
            first = told[LANGUAGES[0]]
            languages = {language: self._in_language("modules", module) for language, module in told.items()}
            yield ModuleEntry(
                id=about.id,
                version=about.version,
                path=languages[LANGUAGES[0]].path,
                languages=languages,
                for_whom=about.for_whom,
                review=first.review,
                tags=about.tags,
            )

    def _prompts(self, folder: Path) -> Iterator[PromptsEntry]:
        for path in sorted(folder.glob("*.toml")):
            told = prompts.read(path)
            languages = {language: self._in_language("prompts", one) for language, one in told.items()}
            yield PromptsEntry(id=path.stem, version=told[LANGUAGES[0]].version, languages=languages)

    def _in_language(self, room: str, one: Module | Prompts) -> InLanguage:
        body = msgspec.json.encode(one)
        # Words of the glossary change between two versions of a module, and phones keep for ever what a path gave them.
        mark, minutes = (f".{_mark(body)}", one.minutes) if isinstance(one, Module) else ("", 0)
        path = f"{room}/{one.id}@{one.version}.{one.language}{mark}.json"
        return InLanguage(title=one.title, path=self._serve(path, body), minutes=minutes)

    def _serve(self, path: str, body: bytes) -> str:
        if path in self._files:
            raise BadContent(f"{path}: two files with one version")
        self._files[path] = body
        return path
