"""What a phone tells without a name, and how it asks: no cookie, no profile."""

from __future__ import annotations

import json
import uuid

import httpx

from tests.asking import ORIGIN, Json
from tests.people import HOSPITAL, Town, library


def feedback(**other: str) -> Json:
    told = {
        "id": str(uuid.uuid4()),
        "organization": HOSPITAL,
        "module": "going-home",
        "moduleVersion": library().module_version("going-home"),
        "language": "nb",
        "understandable": "yes",
        "useful": "partly",
    }
    return {**told, **other}


def tell(town: Town, body: Json, **headers: str) -> httpx.Response:
    return town.http.request(
        "POST",
        "/api/module-feedback",
        headers={"origin": ORIGIN, "content-type": "application/json", **headers},
        content=json.dumps(body).encode(),
    )


def tell_all(town: Town, *bodies: Json) -> None:
    for body in bodies:
        assert tell(town, body).status_code == 204


def lying(town: Town, table: str) -> list[Json]:
    """The rows of the pool or of what was released, in the order in which the database gives them."""
    return town.database.read_now(lambda c: [dict(row) for row in c.raw.execute(f"select * from {table}").fetchall()])


def waiting(town: Town) -> list[Json]:
    return lying(town, "module_feedback_waiting")


def released(town: Town) -> list[Json]:
    return lying(town, "module_feedback")
