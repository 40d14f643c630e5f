"""`viktig content answer-for` and `list`: who answers for a draft, and who may read which module."""

import argparse
from collections.abc import Iterator
from functools import cache

import msgspec

from viktig.content.check_table import table
from viktig.content.library import Library
from viktig.content.modules import Told
from viktig.content.own_forms import in_order
from viktig.content.own_modules import LoadedModule, OwnModules, read
from viktig.domain.module import ModuleReview
from viktig.domain.publishing import Answer, Standing, standing
from viktig.domain.shape import Line
from viktig.shell import fail, opened, say
from viktig.storage import modules
from viktig.storage.connection import Connection
from viktig.storage.demo_links import is_demo

HEAD = ("module", "version", "whose", "state", "read by")
WHY_NOT: dict[Standing, str] = {
    "draft": "nobody: a draft that nobody answers for",
    "held back": "nobody: it speaks of a crisis, and is not reviewed",
    "withdrawn": "nobody: it was taken back",
}


@cache
def shipped(*, drafts: bool) -> Library:
    return Library(drafts=drafts)


def run_answer(asked: argparse.Namespace) -> int:
    name, role = asked.name.strip(), asked.role.strip()
    if not asked.withdraw and not (fits(name) and fits(role)):
        return fail('Say who answers for it: --name "Astrid Lie" --role "chief physician".')
    database = opened()
    try:
        there = {row["organization"] for row in database.read_now(lambda c: c.sql.organizations())}
        if asked.organization not in there:
            return fail(f"There is no organisation {asked.organization!r}: `viktig import units` first.")
        known = database.read_now(lambda c: versions(c, asked.organization, asked.module))
        if not known:
            return fail(f"There is no module {asked.module!r}: `viktig content list` says which there are.")
        newest = known[-1]
        if not asked.withdraw and newest.held_back:
            return fail(f"{asked.module} speaks of a crisis: it is shown to nobody before it is reviewed.")
        if not asked.withdraw and not newest.first.draft:
            return fail(f"{asked.module} {newest.first.version} is reviewed: it needs nobody's word.")
        these = [one.first.version for one in (known if asked.withdraw else known[-1:])]
        said = ("", "") if asked.withdraw else (name, role)
        database.write_now(lambda c: modules.answer(c, asked.organization, asked.module, these, *said))
    finally:
        database.close()
    told = "Nobody answers" if asked.withdraw else f"{name}, {role}, answers"
    say(f"{told} for {asked.module} {', '.join(these)} in {asked.organization}.")
    say("A server that runs knows within seconds.")
    return 0


def fits(said: str) -> bool:
    try:
        return bool(msgspec.convert(said, Line))
    except msgspec.ValidationError:
        return False


def loaded(connection: Connection) -> list[LoadedModule]:
    return [LoadedModule(row["organization"], row["body"].encode()) for row in modules.everything(connection)]


def versions(connection: Connection, organization: str, module: str) -> list[Told]:
    """Of a module as the organisation has it, older before newer: its own, or else ours."""
    theirs, _ = read(loaded(connection))
    own = [told for whose, told in theirs if (whose, told.first.id) == (organization, module)]
    ours = shipped(drafts=False).modules.get(module)
    return own or ([ours] if ours else [])


def run_list(asked: argparse.Namespace) -> int:
    database = opened()
    try:
        rows = database.read_now(lambda connection: list(listed(connection)))
    finally:
        database.close()
    for line in table([HEAD, *(row for row in rows if asked.organization in ("", row[2]) or row[2] == "ours")]):
        say(line)
    return 0


def listed(connection: Connection) -> Iterator[tuple[str, ...]]:
    library = shipped(drafts=is_demo(connection))
    answers = modules.answers(connection)
    own = OwnModules(library.modules, loaded(connection), answers, drafts=library.drafts)
    for id, told in library.modules.items():
        yield (id, told.first.version, "ours", state(told), ours_read_by(told, answers, library.drafts))
    theirs, _ = read(loaded(connection))
    for organization, told in sorted(theirs, key=lambda one: (one[0], one[1].first.id, in_order(one[1].first.version))):
        first = told.first
        shown = own.told.get(organization, {}).get(first.id)
        newest = newest_answer(answers, organization, first.id, first.version)
        stands = standing(first.review, newest, crisis=told.crisis, own=True, drafts=library.drafts)
        by = WHY_NOT.get(stands, f"{organization}{signed(shown.first.review) if shown else ''}")
        if stands not in WHY_NOT and shown and shown.first.version != first.version:
            by = f"nobody: {shown.first.version} is newer"
        yield (first.id, first.version, organization, state(told), by)


def state(told: Told) -> str:
    return "held back" if told.held_back else told.first.review.state


def ours_read_by(told: Told, answers: list[Answer], drafts: bool) -> str:
    stands = standing(told.first.review, crisis=told.crisis, drafts=drafts)
    if stands not in WHY_NOT:
        return "everybody, in the demo" if stands == "demo" else "everybody"
    id, version = told.first.id, told.first.version
    about = [one for one in answers if one.module == id]
    newest = [newest_answer(about, whose, id, version) for whose in sorted({one.organization for one in about})]
    named = [f"{one.organization} ({one.name}, {one.role})" for one in newest if one and one.name]
    if stands == "draft" and named:
        return "; ".join(named)
    older = [one for one in about if one.name and one.version != version]
    more = f" ({older[-1].name} answered for {older[-1].version})" if older and stands == "draft" else ""
    return WHY_NOT[stands] + more


def newest_answer(answers: list[Answer], organization: str, module: str, version: str) -> Answer | None:
    same = (organization, module, version)
    return next((one for one in reversed(answers) if (one.organization, one.module, one.version) == same), None)


def signed(review: ModuleReview) -> str:
    return f" ({review.responsible}, {review.responsible_role})" if review.responsible else ""
