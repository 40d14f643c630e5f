"""`viktig questionnaire export`: a form as it came, byte for byte, or in the Norwegian Helsenorge dialect."""

import argparse
import json
import sys
from typing import NamedTuple

import msgspec

from viktig.content.form_files import plain
from viktig.content.library import FOLDER
from viktig.content.own_forms import in_order
from viktig.domain.questionnaire import Questionnaire
from viktig.domain.questionnaire.dialect import helsenorge
from viktig.shell import fail, opened
from viktig.storage import questionnaires


class Kept(NamedTuple):
    organization: str
    version: str
    raw: bytes
    about: str = ""


def run_export(asked: argparse.Namespace) -> int:
    url, _, version = asked.canonical.partition("|")
    found = [] if asked.organization else shipped(url)
    found = [one for one in found or own(url, asked.organization) if version in ("", one.version)]
    whose = {one.organization for one in found}
    if not found:
        return fail(f"There is no form {asked.canonical}: `viktig questionnaire list` says which there are.")
    if len(whose) > 1:
        return fail(f"{', '.join(sorted(whose))} have a form of this name: say whose, --organization ID.")
    one = max(found, key=lambda kept: in_order(kept.version))
    if one.about:
        print(one.about, file=sys.stderr, flush=True)
    sys.stdout.buffer.write(one.raw if asked.dialect == "plain" else in_dialect(one.raw))
    sys.stdout.buffer.flush()
    return 0


def in_dialect(raw: bytes) -> bytes:
    whole = helsenorge(msgspec.json.decode(plain(raw)))
    return json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"


def shipped(url: str) -> list[Kept]:
    """Our own, with the notes on why each question is asked."""
    found = []
    for path in sorted((FOLDER / "questionnaires").glob("*.json")):
        raw = path.read_bytes()
        form = msgspec.json.decode(raw, type=Questionnaire)
        if form.url == url:
            found.append(Kept("", form.version, raw))
    return found


def own(url: str, organization: str) -> list[Kept]:
    database = opened(fail)
    try:
        rows = database.read_now(questionnaires.everything)
    finally:
        database.close()
    return [
        Kept(row["organization"], row["version"], row["raw"].encode(), right_of(row["confirmed_by"], row["imported"]))
        for row in rows
        if row["url"] == url and organization in ("", row["organization"])
    ]


def right_of(confirmed_by: str, imported: str) -> str:
    return f"The right to use it was confirmed by {confirmed_by}, {imported}." if confirmed_by else ""
