"""`viktig content import`: an organisation's own modules, with the drawings, sound and films beside them."""

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from viktig.checking import looked_at
from viktig.content import glossary, media_files, modules
from viktig.content.modules import ModuleWritten, Told
from viktig.content.reading import BadContent, toml
from viktig.content.terms import Terms
from viktig.domain.module import Module, ModuleMedia
from viktig.domain.problems import Problem
from viktig.domain.questionnaire.media import known
from viktig.shell import fail, opened, say
from viktig.storage import modules as kept
from viktig.storage.media import Media
from viktig.storage.modules import NewModule

NOTHING = "Nothing was loaded."


class Ready(NamedTuple):
    told: Told
    new: NewModule


def run_import(asked: argparse.Namespace) -> int:
    """Everything passes the gate first; then all is loaded, or nothing."""
    folder = Path(asked.folder)
    try:
        if any(one.stopped for one in looked_at(folder, asked.on)):
            return fail(NOTHING)
        words = glossary.read(folder)
        found = [ready(place, words) for place in sorted((folder / "modules").iterdir()) if place.is_dir()]
    except BadContent as bad:
        return fail(f"{bad} {NOTHING}")
    except OSError as wrong:
        return fail(f"{wrong.filename}: {wrong.strerror}. {NOTHING}")
    say("")
    return load(asked.organization, found)


def load(organization: str, found: list[Ready]) -> int:
    wanted = [one for one in found if not one.told.held_back]
    database = opened()
    try:
        if organization not in {row["organization"] for row in database.read_now(lambda c: c.sql.organizations())}:
            return fail(f"There is no organisation {organization!r}: `viktig import units` first. {NOTHING}")
        added = database.write_now(lambda c: [kept.add(c, organization, one.new) for one in wanted])
    except Problem as problem:
        return fail(f"{problem.detail or problem.slug}: give it a new version. {NOTHING}")
    finally:
        database.close()
    new = {one.new.id for one, was_new in zip(wanted, added, strict=True) if was_new}
    for one in found:
        for line in outcome(organization, one, one.new.id in new):
            say(line)
    say("A server that runs has them within seconds.")
    return 0


def outcome(organization: str, one: Ready, new: bool) -> Iterator[str]:
    name = f"{one.new.id} {one.new.version}"
    if one.told.held_back:
        yield f"{name}: held back, not loaded: it speaks of a crisis, and nobody has reviewed it"
        return
    yield f"{name}: {'loaded' if new else 'was there already'}"
    if one.told.first.draft:
        yield "  A draft: it is shown when somebody there answers for it,"
        yield f'  viktig content answer-for {one.new.id} --organization {organization} --name "..." --role "..."'


def ready(place: Path, words: Mapping[str, Terms]) -> Ready:
    told = modules.read(place, words)
    titles = toml(place / "module.toml", ModuleWritten).language
    media: dict[str, Media] = {}

    def heard(module: Module) -> Module:
        found = []
        for path in media_files.of_language(place, module.language, easy=module.easy):
            body, kind = path.read_bytes(), media_files.KINDS[path.suffix]
            one = media.setdefault(path.name, Media(path.name, known(body), body))
            about = titles[module.language]
            title = (about.film if kind == "film" else about.sound) or module.title
            found.append(ModuleMedia(kind, f"media/{one.served}", title))
        return msgspec.structs.replace(module, media=tuple(found))

    told = msgspec.structs.replace(
        told,
        languages={language: heard(module) for language, module in told.languages.items()},
        easy={language: heard(module) for language, module in told.easy.items()},
    )
    body = msgspec.json.encode(told)
    return Ready(told, NewModule(told.first.id, told.first.version, body, tuple(media.values())))
