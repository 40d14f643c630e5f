"""Sound and films that organisations have loaded, of forms and of modules: kept once, under the hash of the body."""

import base64
import hashlib
from collections.abc import Iterable
from typing import NamedTuple

from viktig.domain.questionnaire.media import SUFFIX
from viktig.storage.connection import Connection


class Media(NamedTuple):
    """`name` is what the form or the module calls it, `kind` its MIME type."""

    name: str
    kind: str
    body: bytes

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.body).hexdigest()

    @property
    def served(self) -> str:
        """The name it is served under."""
        return f"{self.hash}{SUFFIX[self.kind]}"


def add(connection: Connection, organization: str, media: Iterable[Media]) -> None:
    for one in media:
        body = base64.b64encode(one.body).decode()
        connection.sql.add_questionnaire_media(organization=organization, hash=one.hash, kind=one.kind, body=body)


def media(connection: Connection, name: str) -> tuple[str, bytes] | None:
    """MIME type and body of what is served under that name."""
    row = connection.sql.questionnaire_media(hash=name.partition(".")[0])
    if row is None or name != f"{name.partition('.')[0]}{SUFFIX[row['kind']]}":
        return None
    return row["kind"], base64.b64decode(row["body"])
