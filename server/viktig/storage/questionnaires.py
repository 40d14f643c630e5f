"""Organisations' own forms. A version is kept once, as it came, and never changes or goes away."""

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from viktig.domain.problems import Problem
from viktig.storage import media
from viktig.storage.connection import Connection, Row
from viktig.storage.media import Media

TO_MEDIA = msgspec.json.Decoder(dict[str, str])


class NewForm(NamedTuple):
    url: str
    version: str
    raw: bytes
    licence: str = ""
    confirmed_by: str = ""
    media: Sequence[Media] = ()


def add(connection: Connection, organization: str, form: NewForm) -> bool:
    """False when this very form was there already; another under the same name is refused."""
    names = {one.name: one.served for one in form.media}
    known = connection.sql.questionnaire(organization=organization, url=form.url, version=form.version)
    if known:
        if known["raw"] != form.raw.decode() or TO_MEDIA.decode(known["media"]) != names:
            raise Problem("not-valid", f"{form.url}|{form.version} is there already with other content")
        return False
    media.add(connection, organization, form.media)
    connection.sql.add_questionnaire(
        organization=organization,
        url=form.url,
        version=form.version,
        raw=form.raw.decode(),
        hash=hashlib.sha256(form.raw).hexdigest(),
        media=msgspec.json.encode(names).decode(),
        licence=form.licence,
        confirmed_by=form.confirmed_by,
        imported=connection.now,
    )
    return True


def everything(connection: Connection) -> list[Row]:
    return list(connection.sql.questionnaires())


def media_of(row: Row) -> dict[str, str]:
    """What a form calls its media -> the name they are served under."""
    return TO_MEDIA.decode(row["media"])
