"""How people ask the server: each at a device of their own, under a profile, with the cookie they were given."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import httpx
from litestar.testing import TestClient
from litestar.types import ASGIApp

from tests.clock import MONDAY
from viktig.domain.problems import PROBLEMS
from viktig.domain.translation import translation_document
from viktig.storage.clock import uuid7

Json = dict[str, Any]
ORIGIN = "https://viktig.example"


def told(response: httpx.Response, status: int = 200) -> Any:
    """What a good answer holds."""
    assert response.status_code == status, (response.status_code, response.text)
    return response.json() if response.content else None


def slug(response: httpx.Response) -> str:
    """The problem that an answer tells, with its own status and nothing about anybody."""
    assert response.headers["content-type"] == "application/problem+json", (response.status_code, response.text)
    problem = response.json()
    assert set(problem) <= {"type", "status", "detail"}
    assert response.status_code == problem["status"] == PROBLEMS[problem["type"]]
    return str(problem["type"])


def token_of(response: httpx.Response) -> str:
    return response.headers["set-cookie"].partition(";")[0].partition("=")[2]


class Person:
    """Somebody at a device of their own: asks under a profile, with the cookie that the server gave."""

    def __init__(self, http: TestClient[ASGIApp], profile: str, token: str = "") -> None:
        self.http, self.profile, self.token = http, profile, token

    @property
    def headers(self) -> dict[str, str]:
        cookie = {"cookie": f"__Host-viktig-{self.profile}={self.token}"} if self.token else {}
        return {"origin": ORIGIN, "viktig-profile": self.profile, **cookie}

    def ask(self, method: str, path: str, body: object = None, tag: str = "", **headers: str) -> httpx.Response:
        match_ = {"if-match": tag} if tag else {}
        sent = json.dumps(body).encode() if body is not None else None
        kind = {"content-type": "application/json"} if body is not None else {}
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.http.request(method, path, headers={**self.headers, **kind, **match_, **named}, content=sent)

    def get(self, path: str) -> httpx.Response:
        return self.ask("GET", path)

    def post(self, path: str, body: object = None, tag: str = "") -> httpx.Response:
        return self.ask("POST", path, body, tag)

    def put(self, path: str, body: object = None, tag: str = "") -> httpx.Response:
        return self.ask("PUT", path, body, tag)

    def delete(self, path: str) -> httpx.Response:
        return self.ask("DELETE", path)


class Staff(Person):
    """A nurse or a leader who is signed in, and the unit they work in."""

    def __init__(self, http: TestClient[ASGIApp], profile: str, token: str, id: str, unit: str) -> None:
        super().__init__(http, profile, token)
        self.id, self.unit = id, unit

    def page(self, stay: str) -> Json:
        page: Json = told(self.get(f"/api/encounters/{stay}"))
        return page

    def tag(self, stay: str) -> str:
        return str(self.page(stay)["encounter"]["tag"])

    def arrivals(self) -> Json:
        found: Json = told(self.get(f"/api/units/{self.unit}/arrivals"))
        return found

    def row(self, stay: str) -> Json:
        """This stay's row in the list of arrivals; empty when it is not there."""
        return next((row for row in self.arrivals().get("stays", []) if row["encounter"] == stay), {})

    def invite(self, stay: str, days: int = 7) -> Json:
        invitation: Json = told(self.post(f"/api/encounters/{stay}/invitations", {"days": days}), 201)
        return invitation

    def read(self, stay: str, **how: bool) -> Json:
        """Reads what is on the page now."""
        versions = [version for answers in self.page(stay)["answers"] for version in answers["versions"]]
        review: Json = told(self.post("/api/reviews", {"encounter": stay, "versions": versions, **how}), 201)
        return review

    def act(self, stay: str, **task: object) -> Json:
        made: Json = told(self.post("/api/tasks", {"encounter": stay, "description": "Gå tur", **task}), 201)
        return made

    def end(self, stay: str, ending: str = "discharged", **more: str) -> Json:
        body = {"ending": ending, **more}
        ended: Json = told(self.post(f"/api/encounters/{stay}/end", body, self.tag(stay)))
        return ended

    def transfer(self, stay: str, unit: str, **more: str) -> Json:
        body = {"unit": unit, **more}
        moved: Json = told(self.post(f"/api/encounters/{stay}/transfer", body, self.tag(stay)))
        return moved

    def translate(self, phone: Phone, sent: str, words: str, **more: Any) -> None:
        made = translation(self, phone, sent, words, **more)
        (receipt,) = told(self.post(f"/api/encounters/{phone.stay}/versions", {"put": [made]}))["receipts"]
        assert receipt["outcome"] == "stored", receipt

    def speaker(self) -> Json:
        return {"kind": "staff", "name": self.id.capitalize()}


class Phone(Person):
    """A patient's or a helper's phone, after the invitation."""

    def __init__(self, http: TestClient[ASGIApp], welcome: Json, token: str) -> None:
        super().__init__(http, welcome["profile"], token)
        self.welcome = welcome
        self.author: str = welcome["person"]["author"]
        self.patient: str = welcome["stay"]["patient"]
        self.stay: str = welcome["stay"]["id"]
        self.form: Json = next(iter(welcome["stay"].get("forms", [])), {})
        self.since: Json = {}

    def speaker(self) -> Json:
        person = self.welcome["person"]
        return {"kind": person["role"], "name": person["name"], "relation": person.get("relation", "")}

    def answers(self, said: Mapping[str, str], status: str = "completed", audience: str = "all") -> Json:
        """A response as the app writes it: `said` is question -> words."""
        return answers(self.form, self.stay, self.speaker(), said, status, audience)

    def version(self, content: object, document: str = "", base: tuple[str, ...] = (), **other: object) -> Json:
        return version(self.author, self.patient, content, document or self.form["shared"], base, **other)

    def sync(self, *put: object, since: Json | None = None) -> Json:
        """One round trip from where this phone stands; it stands further on afterwards."""
        body = {"since": self.since if since is None else since, "put": list(put)}
        answer: Json = told(self.post("/api/sync", body))
        self.since = answer["at"]
        return answer

    def raw(self, body: bytes, **headers: str) -> httpx.Response:
        """These very bytes to /api/sync."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        headers = {**self.headers, "content-type": "application/json", **named}
        return self.http.request("POST", "/api/sync", headers=headers, content=body)

    def write(self, content: object, document: str = "", base: tuple[str, ...] = (), **other: object) -> str:
        """Hands in one version that must be stored; gives its id."""
        made = self.version(content, document, base, **other)
        (receipt,) = self.sync(made)["receipts"]
        assert receipt["outcome"] == "stored", receipt
        return str(made["version"])

    def send(self, said: Mapping[str, str], base: tuple[str, ...] = ()) -> str:
        return self.write(self.answers(said, "amended" if base else "completed"), base=base)

    def send_to_staff(self, said: Mapping[str, str], base: tuple[str, ...] = ()) -> str:
        return self.write(self.answers(said, audience="staff"), self.form["staff"], base)

    def draft(self, said: Mapping[str, str], base: tuple[str, ...] = ()) -> str:
        return self.write(self.answers(said, "in-progress"), base=base)

    def wish(self, wish: str = "as-soon-as-possible", document: str = "", base: tuple[str, ...] = ()) -> str:
        """Something to talk about alone; gives the document."""
        document = document or next_id()
        self.write({"resourceType": "CommunicationRequest", "encounter": self.stay, "wish": wish}, document, base)
        return document


def next_id() -> str:
    """As a phone makes them, but never two out of order, however fast."""
    global _latest
    while (made := uuid7()) <= _latest:
        pass
    _latest = made
    return made


_latest = ""


def answers(form: Json, stay: str, speaker: Json, said: Mapping[str, str], status: str, audience: str = "all") -> Json:
    item = [
        {
            "linkId": link,
            "answer": [{"valueString": words}],
            "saidBy": speaker,
            "writtenBy": speaker,
            "authored": MONDAY,
        }
        for link, words in said.items()
    ]
    return {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": form["questionnaire"],
        "status": status,
        "encounter": stay,
        "language": "nb",
        "audience": audience,
        "item": item,
    }


def translation(staff: Staff, phone: Phone, sent: str, words: str, base: tuple[str, ...] = (), **more: Any) -> Json:
    """What a member of staff made of an answer to "matters"."""
    form = phone.form["staff" if more.get("audience") == "staff" else "shared"]
    document = str(more.pop("document", form))
    content = {
        "resourceType": "Translation",
        "encounter": phone.stay,
        "document": document,
        "versions": [sent],
        "originalLanguage": "ar",
        "language": "nb",
        "item": [{"linkId": "matters", "text": words}],
    }
    author = f"Practitioner/{staff.id}"
    return version(author, phone.patient, content | more, translation_document(document), base)


def version(author: str, patient: str, content: object, document: str, base: tuple[str, ...], **other: object) -> Json:
    made = {
        "id": document,
        "version": next_id(),
        "base": list(base),
        "patient": patient,
        "author": author,
        "recorded": MONDAY,
        "content": content,
    }
    return {**made, **other}
