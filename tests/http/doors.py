"""The doors of the house, read from the application's own table, and a stay with everything in it to knock for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from tests.asking import Json, Person, answers, told, version
from tests.clock import MONDAY
from tests.http.nameless import feedback
from tests.people import BORN, HOSPITAL, MEDICINE, Town
from viktig.domain.reminder import NewReminderAddress
from viktig.storage import reminders


class Door:
    """One method of one route."""

    def __init__(self, method: str, path: str, name: str, who: str) -> None:
        self.method, self.path, self.name, self.who = method, path, name, who

    def __repr__(self) -> str:
        return f"{self.method} {self.path}"


def doors(town: Town) -> Iterator[Door]:
    for route in town.app.api.routes:
        if route.path.startswith("/api/schema"):
            continue
        handlers: list[Any] = getattr(route, "route_handlers", None) or [getattr(route, "route_handler", None)]
        for handler in handlers:
            for method in sorted(getattr(handler, "http_methods", {"POST"}) - {"OPTIONS"}):
                yield Door(method, route.path, handler.name or "", handler.opt.get("who", ""))


class Ward:
    """Ingrid's stay with everything that there can be in it: the ids of all that a stranger must not reach."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.ingrid = town.phone(town.admit())
        self.tone = town.phone(self.ingrid.stay, "tonesphone", role="related")
        self.sent = self.ingrid.send({"matters": "Hjem til katten"})
        self.hidden = self.ingrid.send_to_staff({"worry": "Datteren min"})
        town.ahmed.translate(self.ingrid, self.hidden, "My daughter", audience="staff")
        self.wish = self.ingrid.wish()
        told(town.ahmed.post(f"/api/attentions/{self.wish}/take"))
        self.review = town.ahmed.read(self.ingrid.stay)
        self.task = town.ahmed.act(self.ingrid.stay, description="Ringe naboen")
        self.sheet = town.ahmed.invite(self.ingrid.stay)
        wish, hours = NewReminderAddress(channel="sms", to="+4798765432"), timedelta(hours=4)
        self.address = town.database.write_now(
            lambda c: reminders.add_address(c, HOSPITAL, self.ingrid.stay, wish, hours).id
        )
        self.session = town.ahmed.get("/api/sessions").json()["sessions"][0]["id"]

    def path(self, door: Door) -> str:
        """With the ids of Ingrid's stay; of documents the one that a helper may not see."""
        told = {
            "encounter": self.ingrid.stay,
            "document": self.wish if door.name == "take" else self.ingrid.form["staff"],
            "unit": MEDICINE,
            "review_id": self.review["id"],
            "task": self.task["id"],
            "invitation": self.sheet["id"],
            "session_id": self.session,
            "related": self.tone.author.partition("/")[2],
            "address": self.address,
            "module": "going-home",
        }
        parts = (part.partition(":")[0].strip("{") if "{" in part else "" for part in door.path.split("/"))
        path = door.path
        for name in filter(None, parts):
            path = path.replace(f"{{{name}:str}}", told[name])
        return path

    def body(self, door: Door) -> object:
        """A good body for each door: what is refused must be refused for who asks."""
        stay = self.ingrid.stay
        bodies: dict[str, object] = {
            "sync": {"put": [self.theirs()]},
            "place": {"room": "1"},
            "today": {},
            "transfer": {"unit": "kirurgi-1"},
            "end-stay": {"ending": "died"},
            "postpone": {"reason": "declined"},
            "offer-module": {"module": "going-home"},
            "write-together": {"put": [self.theirs()]},
            "rescue": {"put": [self.theirs()]},
            "invite": {},
            "sheet-for-carer": {},
            **{door: {"name": "X", "ground": "nurse"} for door in ("register-carer", "change-carer")},
            "ask-alone": {"askAlone": True},
            "review": {"encounter": stay, "versions": [self.sent]},
            "act": {"encounter": stay, "description": "x"},
            "change-task": {"status": "cancelled", "description": "x"},
            "admit": {"given": "X", "family": "Y", "birthDate": BORN, "admitted": MONDAY},
            "redeem": {"code": "AAAABBBB", "birthDate": BORN, "role": "patient", "profile": "nobodyknown"},
            "refuse": {"code": "AAAABBBB"},
            "challenge": {"device": "no-such-device"},
            "renew": {"device": "no-such-device", "nonce": "x", "signature": "x", "profile": "nobodyknown"},
            "remind": {"channel": "sms", "to": "98765432"},
            "stop-by-link": {"stop": "nobody-has-this-one"},
            "module-feedback": feedback(),
            "read-so-far": {"moduleVersion": "1.0.0", "language": "nb"},
            "agree-reminder": {"channel": "sms", "to": "98765432"},
        }
        if door.method in ("GET", "DELETE") or door.name in ("not-me", "take", "move", "invite-carer"):
            return None
        return bodies[door.name]

    def theirs(self) -> Json:
        """A version for Ingrid's document, in the name of somebody who is not her."""
        content = answers(
            self.ingrid.form, self.ingrid.stay, {"kind": "patient", "name": "X"}, {"talk": "x"}, "amended"
        )
        return version("Patient/somebody-else", self.ingrid.patient, content, self.ingrid.form["shared"], (self.sent,))

    def knock(self, person: Person, door: Door) -> Any:
        return person.ask(door.method, self.path(door), self.body(door), tag="1")

    def state(self) -> tuple[Json, list[Any]]:
        """Everything that a stranger could have changed."""
        tables = ("encounter", "review", "task", "attention", "invitation", "version", "patient", "consent")
        read = self.town.database.read_now
        return self.town.fact(self.ingrid.stay), [
            read(lambda c, table=table: [tuple(row) for row in c.raw.execute(f"select * from {table}")])  # type: ignore[misc]
            for table in tables
        ]

    def refused(self) -> list[tuple[str, str]]:
        return [(event["actor"], event["basis"]) for event in self.town.events() if event["verb"] == "refused"]
