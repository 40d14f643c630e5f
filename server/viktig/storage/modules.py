"""Organisations' own modules, and who answers for drafts there. Nothing here is ever changed or taken away."""

from collections.abc import Iterable
from typing import NamedTuple

from viktig.domain.problems import Problem
from viktig.domain.publishing import Answer
from viktig.storage import media
from viktig.storage.clock import uuid7
from viktig.storage.connection import Connection, Row
from viktig.storage.media import Media


class NewModule(NamedTuple):
    """`body`: the module whole, as JSON."""

    id: str
    version: str
    body: bytes
    media: tuple[Media, ...] = ()


def add(connection: Connection, organization: str, new: NewModule) -> bool:
    """False when this very module was there already; another under the same version is refused."""
    known = connection.sql.own_module(organization=organization, module=new.id, version=new.version)
    if known:
        if known["body"] != new.body.decode():
            raise Problem("not-valid", f"{new.id} {new.version} is there already with other content")
        return False
    media.add(connection, organization, new.media)
    connection.sql.add_own_module(
        organization=organization,
        module=new.id,
        version=new.version,
        body=new.body.decode(),
        imported=connection.now,
    )
    return True


def everything(connection: Connection) -> list[Row]:
    return list(connection.sql.own_modules())


def answers(connection: Connection) -> list[Answer]:
    """Older words before newer ones."""
    return [Answer(**row) for row in connection.sql.module_answers()]


def answer(
    connection: Connection, organization: str, module: str, versions: Iterable[str], name: str = "", role: str = ""
) -> None:
    """Without a name: nobody answers for these versions any more."""
    for version in versions:
        connection.sql.add_module_answer(
            organization=organization,
            id=uuid7(),
            module=module,
            version=version,
            name=name,
            role=role,
            at=connection.now,
        )


def count(connection: Connection) -> int:
    """Of forms, modules and answers together: none of them goes away, so it changes whenever one has come."""
    return int(connection.sql.own_content_count()["n"])
