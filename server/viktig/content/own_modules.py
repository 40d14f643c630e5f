"""Modules of one organisation alone, as they are served: its own, and our drafts that it answers for."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

import msgspec

from viktig.content.modules import Told
from viktig.content.own_forms import in_order
from viktig.content.reading import LANGUAGES
from viktig.domain.library import InLanguage, ModuleEntry
from viktig.domain.module import Module
from viktig.domain.publishing import PUBLISHED, Answer, standing


class LoadedModule(NamedTuple):
    """`body`: the module as JSON of `Told`."""

    organization: str
    body: bytes


Serve = Callable[[Module], str]
"""Puts a module among the files, and gives its path."""


class OwnModules:
    """All of them at one moment; another moment is another one of these. `broken`: what cannot be read any more."""

    def __init__(
        self,
        ours: Mapping[str, Told] | None = None,
        loaded: Iterable[LoadedModule] = (),
        answers: Iterable[Answer] = (),
        *,
        drafts: bool = False,
    ) -> None:
        self.files: dict[str, bytes] = {}
        self.entries: tuple[ModuleEntry, ...] = ()
        self.told: dict[str, dict[str, Told]] = {}
        """Organisation -> module id -> what is published for it alone."""
        self.own: frozenset[tuple[str, str]] = frozenset()
        """Organisation and module id of those that are not ours."""
        answered = {(one.organization, one.module, one.version): one for one in answers}
        theirs, broken = read(loaded)
        self.broken = tuple(broken)
        for one in answered.values():
            told = (ours or {}).get(one.module)
            if told and answers_for(one, told):
                self._publish(one.organization, told, one)
        for organization, told in theirs:  # older versions first, so that the newest stands
            answer = answered.get((organization, told.first.id, told.first.version))
            if standing(told.first.review, answer, crisis=told.crisis, own=True, drafts=drafts) in PUBLISHED:
                self._publish(organization, told, answer)
                self.own |= {(organization, told.first.id)}
        published = media_of(told for shelf in self.told.values() for told in shelf.values())
        self.silent = media_of(told for _, told in theirs) - published
        """Paths of sound and films that only what is not published names."""
        self.entries = tuple(
            entry(told, self._serve, organization)
            for organization, shelf in self.told.items()
            for told in shelf.values()
        )

    def _publish(self, organization: str, told: Told, answer: Answer | None) -> None:
        shelf = self.told.setdefault(organization, {})
        shelf[told.first.id] = signed(told, answer) if answer and told.first.draft else told

    def _serve(self, module: Module) -> str:
        body = msgspec.json.encode(module)
        path = f"modules/own/{hashlib.sha256(body).hexdigest()[:40]}.json"
        self.files[path] = body
        return path


def media_of(modules: Iterable[Told]) -> frozenset[str]:
    spoken = (module for told in modules for module in (*told.languages.values(), *told.easy.values()))
    return frozenset(media.path for module in spoken for media in module.media)


def answers_for(answer: Answer, told: Told) -> bool:
    same = answer.version == told.first.version
    return same and standing(told.first.review, answer, crisis=told.crisis) == "answered for"


def read(loaded: Iterable[LoadedModule]) -> tuple[list[tuple[str, Told]], list[str]]:
    """Each with its organisation, older versions before newer ones; and what cannot be read."""
    found, broken = [], []
    for one in loaded:
        try:
            found.append((one.organization, msgspec.json.decode(one.body, type=Told)))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            broken.append(f"{one.organization}: {one.body[:80]!r}")
    return sorted(found, key=lambda each: in_order(each[1].first.version)), broken


def signed(told: Told, answer: Answer) -> Told:
    """With the name of who answers for it in every language."""

    def sign(module: Module) -> Module:
        review = msgspec.structs.replace(module.review, responsible=answer.name, responsible_role=answer.role)
        return msgspec.structs.replace(module, review=review)

    return msgspec.structs.replace(
        told,
        languages={language: sign(module) for language, module in told.languages.items()},
        easy={language: sign(module) for language, module in told.easy.items()},
    )


def entry(told: Told, serve: Serve, organization: str = "") -> ModuleEntry:
    """The module as it stands in the index, with each of its files served."""
    languages = {}
    for language, module in told.languages.items():
        easy = serve(told.easy[language]) if language in told.easy else ""
        languages[language] = InLanguage(title=module.title, path=serve(module), minutes=module.minutes, easy=easy)
    return ModuleEntry(
        id=told.first.id,
        version=told.first.version,
        path=languages[LANGUAGES[0]].path,
        languages=languages,
        for_whom=told.first.for_whom,
        review=told.first.review,
        tags=told.tags,
        organization=organization,
    )
