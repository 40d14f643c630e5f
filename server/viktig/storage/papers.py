"""Documents as things to be allowed to see."""

import msgspec

from viktig.domain.access import Actor, Paper, may
from viktig.domain.problems import Problem
from viktig.domain.version import SCOPE
from viktig.storage.connection import Row


def paper(actor: Actor, row: Row) -> Paper:
    """A row of a document (or of a version with its document's columns)."""
    return Paper(
        organization=actor.organization,
        patient=actor.patient,
        encounter=row["encounter"],
        audience=row["audience"],
        scope=SCOPE.get(row["kind"], ""),
        about=row["about"],
    )


def of_another(actor: Actor, document: Row) -> bool:
    """What another tells of themselves is theirs alone until it is sent."""
    return document["about"] not in ("", actor.author)


def sees(actor: Actor, paper: Paper) -> bool:
    return not isinstance(may(actor, "see", paper), Problem)


def recalls(actor: Actor, row: Row) -> bool:
    """Whether it may be told again in the stay that the person is there for: as if it had been said in this one."""
    return actor.reads and sees(actor, msgspec.structs.replace(paper(actor, row), encounter=actor.encounter))
