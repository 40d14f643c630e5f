"""`viktig questionnaire import` and `list`: an organisation's own forms, with the sound and films beside them."""

import argparse
from collections.abc import Iterator
from functools import cache
from typing import Final

import msgspec

from viktig.content.form_files import FormFile, LeftAside, plain
from viktig.content.library import Library
from viktig.content.own_forms import in_order
from viktig.domain.asking import WORKFLOWS
from viktig.domain.library import entry
from viktig.domain.problems import Problem
from viktig.domain.questionnaire import Questionnaire
from viktig.domain.questionnaire.checking_found import short
from viktig.domain.questionnaire.form import Form
from viktig.domain.questionnaire.licence import free
from viktig.domain.questionnaire.media import every, fits, known
from viktig.questionnaires import aside, counted, lines, once, read
from viktig.shell import fail, opened, say
from viktig.storage import questionnaires
from viktig.storage.connection import Connection
from viktig.storage.media import Media
from viktig.storage.questionnaires import NewForm

LARGEST_MEDIA: Final = 20_000_000
NOTHING: Final = "Nothing was loaded."
shipped = cache(Library)


class Refused(Exception):
    """Why a form is not loaded, in a sentence for whoever loads it."""


def run_import(asked: argparse.Namespace) -> int:
    """Everything is looked at first; then all is loaded, or nothing."""
    try:
        files = read(asked.files)
    except OSError as wrong:
        return fail(f"{wrong.filename}: {wrong.strerror}.")
    if asked.confirm_licence and not all(part.strip() for part in (*asked.confirm_licence.split(",", 1), "")[:2]):
        return fail('Say who confirms the right to use it by name and role: --confirm-licence "Astrid Lie, adviser".')
    forms, refused = [], False
    seen: dict[str, FormFile] = {}
    for one in files:
        if isinstance(one, LeftAside):
            say(aside(one))
            refused |= one.broken
            continue
        try:
            forms.append(ready(one, seen, asked))
        except Refused as why:
            say(str(why))
            refused = True
    if refused or not forms:
        return fail(NOTHING if refused else f"There is no form here. {NOTHING}")
    return load(asked.organization, sorted(forms, key=lambda form: (form.url, in_order(form.version))))


def load(organization: str, forms: list[NewForm]) -> int:
    database = opened()
    try:
        there = {row["organization"] for row in database.read_now(lambda c: list(c.sql.organizations()))}
        if organization not in there:
            return fail(f"There is no organisation {organization!r}: `viktig import units` first. {NOTHING}")
        new = database.write_now(
            lambda connection: [questionnaires.add(connection, organization, one) for one in forms]
        )
    except Problem as problem:
        return fail(
            f"{problem.detail}: give it a new version. {NOTHING}" if problem.detail else f"{problem.slug}. {NOTHING}"
        )
    finally:
        database.close()
    for form, added in zip(forms, new, strict=True):
        say(f"{form.url}|{form.version}: {'loaded' if added else 'was there already'}")
        if not asked_somewhere(form):
            known = ", ".join(sorted(WORKFLOWS))
            say(f"  It is asked nowhere yet: useContext says no workflow that asks it ({known}).")
    say("A server that runs has them within seconds.")
    return 0


def asked_somewhere(form: NewForm) -> bool:
    questionnaire = msgspec.json.decode(plain(form.raw), type=Questionnaire)
    return entry(questionnaire, "").workflow in WORKFLOWS


def ready(file: FormFile, seen: dict[str, FormFile], asked: argparse.Namespace) -> NewForm:
    checked = once(file, seen)
    form = checked.form
    if form is None or checked.errors or (checked.differences and not asked.accept_differences):
        found = counted(len(checked.errors), len(checked.differences))
        how = "" if form is None or checked.errors else ": --accept-differences loads it all the same"
        raise Refused("\n".join([*lines(file.name, checked), f"  {found}{how}"]))
    if shipped().questionnaire(form.canonical):
        raise Refused(f"{file.name}: {form.canonical} is one of Viktig's own. Give it a url of your own")
    if not free(form.copyright) and not asked.confirm_licence:
        raise Refused(
            f"{file.name}: {short(form.copyright)}\n  Somebody must confirm that {asked.organization} has the right to "
            'use it: --confirm-licence "NAME, ROLE"'
        )
    confirmed = "" if free(form.copyright) else asked.confirm_licence
    media = tuple(media_of(file, form))
    return NewForm(form.url, form.version, file.body, form.copyright, confirmed, media)


def media_of(file: FormFile, form: Questionnaire) -> Iterator[Media]:
    """The files that the form names, from beside it."""
    names: set[str] = set()
    for link, one in every(Form(form)):
        path = file.folder / one.file
        try:
            if path.is_symlink() or path.stat().st_size > LARGEST_MEDIA:
                raise Refused(
                    f"{file.name}: {one.file} is larger than {LARGEST_MEDIA // 1_000_000} MB, or lies elsewhere"
                )
            body = path.read_bytes()
        except OSError as wrong:
            raise Refused(f"{file.name}: {one.file}, which {link or 'the form'} names: {wrong.strerror}") from wrong
        kind = known(body)
        if not kind or not fits(one.kind, kind):
            raise Refused(f"{file.name}: {one.file} is no {one.kind} that is taken (mp3, m4a, ogg, mp4, webm)")
        if one.file not in names:
            names.add(one.file)
            yield Media(one.file, kind, body)


def run_list(asked: argparse.Namespace) -> int:
    database = opened()
    try:
        told = database.read_now(lambda connection: list(listed(connection, asked.organization)))
    finally:
        database.close()
    for line in told or ["No organisation has loaded a form."]:
        say(line)
    return 0


def listed(connection: Connection, organization: str) -> Iterator[str]:
    for row in questionnaires.everything(connection):
        if organization in ("", row["organization"]):
            media = len(questionnaires.media_of(row))
            yield f"{row['organization']}  {row['url']}|{row['version']}  loaded {row['imported']}" + (
                f", {media} sound or film" if media else ""
            )
            if row["licence"]:
                yield f"    {short(row['licence'])}"
            if row["confirmed_by"]:
                yield f"    the right to use it was confirmed by {short(row['confirmed_by'])}, {row['imported']}"
