"""Whether this database is a demo, and the demo patients' links, which a newcomer has to be able to see again."""

import json
from typing import Any

from viktig.storage import invitations
from viktig.storage.connection import Connection


def is_demo(connection: Connection) -> bool:
    row = connection.sql.meta(key="demo")
    return row is not None and row["value"] == "yes"


def mark(connection: Connection, patients: list[dict[str, str]]) -> None:
    """`patients`: organisation, encounter, name, about, birth_date of those whose phone can be opened."""
    connection.sql.set_meta(key="demo", value="yes")
    connection.sql.set_meta(key="demo-patients", value=json.dumps(patients))


def fresh(connection: Connection) -> list[dict[str, Any]]:
    """A new link for each demo patient that is still here, as a nurse would make it."""
    row = connection.sql.meta(key="demo-patients")
    links = []
    for one in json.loads(row["value"]) if row else []:
        stay = connection.sql.encounter(organization=one["organization"], encounter=one["encounter"])
        if stay["status"] == "in-progress":
            _, secret, _, _, _ = invitations.make(connection, one["organization"], one["encounter"], "demo", 1)
            links.append(
                {"name": one["name"], "about": one["about"], "birth_date": one["birth_date"], "link": f"/i#{secret}"}
            )
    return links
