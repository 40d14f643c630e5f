"""Whether this database is a demo, and the demo patients' links, which a newcomer has to be able to see again."""

import json
from typing import Any

from viktig.storage import invitations
from viktig.storage.connection import Connection

DAYS = 7


def is_demo(connection: Connection) -> bool:
    row = connection.sql.meta(key="demo")
    return row is not None and row["value"] == "yes"


def mark(connection: Connection, patients: list[dict[str, str]]) -> None:
    """`patients`: organisation, encounter, name, about, birth_date of those whose phone can be opened."""
    connection.sql.set_meta(key="demo", value="yes")
    connection.sql.set_meta(key="demo-patients", value=json.dumps(patients))


def fresh(connection: Connection) -> list[dict[str, Any]]:
    """A link for each demo patient that is still here: the last one while nobody has used it, else a new one."""
    row, kept = connection.sql.meta(key="demo-patients"), connection.sql.meta(key="demo-secrets")
    secrets: dict[str, str] = json.loads(kept["value"]) if kept else {}
    links = []
    for one in json.loads(row["value"]) if row else []:
        stay = connection.sql.encounter(organization=one["organization"], encounter=one["encounter"])
        if stay["status"] == "in-progress":
            if not usable(connection, secrets.get(one["encounter"], "")):
                _, secrets[one["encounter"]], *_ = invitations.make(
                    connection, one["organization"], one["encounter"], "demo", DAYS
                )
            link = f"/i#{secrets[one['encounter']]}"
            links.append({"name": one["name"], "about": one["about"], "birth_date": one["birth_date"], "link": link})
    connection.sql.set_meta(key="demo-secrets", value=json.dumps(secrets))
    return links


def usable(connection: Connection, secret: str) -> bool:
    row = connection.sql.invitation_by_hash(hash=invitations.hash_of(secret))
    return row is not None and row["state"] == "open" and row["expires"] > connection.now
