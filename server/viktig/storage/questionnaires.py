"""Organisations' own forms. A version is kept once, as it came, and never changes or goes away."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from viktig.domain.problems import Problem
from viktig.storage.connection import Connection, Row

TO_MEDIA = msgspec.json.Decoder(dict[str, str])


class Media(NamedTuple):
    """`name` is what the form calls it, `kind` its MIME type."""

    name: str
    kind: str
    body: bytes

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.body).hexdigest()


class NewForm(NamedTuple):
    url: str
    version: str
    raw: bytes
    licence: str = ""
    confirmed_by: str = ""
    media: Sequence[Media] = ()


def add(connection: Connection, organization: str, form: NewForm) -> bool:
    """False when this very form was there already; another under the same name is refused."""
    names = {one.name: f"{one.hash}{SUFFIX[one.kind]}" for one in form.media}
    known = connection.sql.questionnaire(organization=organization, url=form.url, version=form.version)
    if known:
        if known["raw"] != form.raw.decode() or TO_MEDIA.decode(known["media"]) != names:
            raise Problem("not-valid", f"{form.url}|{form.version} is there already with other content")
        return False
    for one in form.media:
        body = base64.b64encode(one.body).decode()
        connection.sql.add_questionnaire_media(organization=organization, hash=one.hash, kind=one.kind, body=body)
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


SUFFIX: Mapping[str, str] = {
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "audio/ogg": ".ogg",
    "video/mp4": ".mp4",
    "video/webm": ".webm",
}


def count(connection: Connection) -> int:
    """Forms never go away, so this changes whenever one has come."""
    return int(connection.sql.questionnaire_count()["n"])


def everything(connection: Connection) -> list[Row]:
    return list(connection.sql.questionnaires())


def media_of(row: Row) -> dict[str, str]:
    """What a form calls its media -> the name they are served under."""
    return TO_MEDIA.decode(row["media"])


def media(connection: Connection, name: str) -> tuple[str, bytes] | None:
    """MIME type and body of what is served under that name."""
    row = connection.sql.questionnaire_media(hash=name.partition(".")[0])
    if row is None or name != f"{name.partition('.')[0]}{SUFFIX[row['kind']]}":
        return None
    return row["kind"], base64.b64decode(row["body"])
