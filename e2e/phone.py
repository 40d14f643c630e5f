"""A patient's phone, and a nurse who answers through the API: what the tests of the patient's pages have in common."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

import httpx
import pytest
from playwright.sync_api import Page, expect

from e2e.browser import PHONE
from e2e.server import Server

Json = dict[str, Any]

ENGLISH: dict[str, Any] = {**PHONE, "locale": "en-GB"}
"""The words in the sources: the tests do not follow every change of a translation."""
BORN = "1942-04-12"
PIN = "kaffe84"
QUESTIONS = 13
FIRST_SIGHT = 30_000
ON = re.compile("^(Begin|Go on)$")

names = itertools.count(1)


class Address(Protocol):
    """Where a phone goes: to the server, or to something in between."""

    url: str


class Nurse:
    """Kari at her desk: admits, invites, reads, acts. The cookie is carried by hand, since it is for https.

    `given`, `unit`: somebody else, in the unit that stands at that place among theirs."""

    def __init__(self, house: Server, given: str = "Kari", unit: int = 0) -> None:
        # A line that is kept open may be hung up by the server in the very moment of the next question
        fresh = httpx.Limits(max_keepalive_connections=0)
        self.http = httpx.Client(base_url=house.url, headers={"origin": house.url}, timeout=60, limits=fresh)
        staff = self.http.get("/api/demo/people").json()["staff"]
        nurse = next(one for one in staff if one["name"].startswith(given))
        profile = f"{given.lower()}sdesk"
        answer = self.http.post("/api/demo/session", json={"staff": nurse["id"], "profile": profile})
        cookie = answer.headers["set-cookie"].partition(";")[0]
        self.http.headers.update({"cookie": cookie, "viktig-profile": profile})
        self.http.cookies.clear()
        self.unit: str = answer.json()["staff"]["units"][unit]

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> Any:
        answer = self.http.request(method, path, json=body, headers=headers)
        assert answer.is_success, (path, answer.status_code, answer.text)
        return answer.json() if answer.content else None

    def admit(self, given: str = "Ingrid") -> str:
        """A new patient with a name of their own; gives the stay."""
        admitted = (datetime.now(UTC) - timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M:%SZ")
        stay = {
            "given": given,
            "family": f"Prøve{next(names)}",
            "birthDate": BORN,
            "admitted": admitted,
            "room": "12",
        }
        return str(self.ask("POST", f"/api/units/{self.unit}/encounters", stay)["id"])

    def invite(self, stay: str) -> Json:
        invitation: Json = self.ask("POST", f"/api/encounters/{stay}/invitations", {"days": 7})
        return invitation

    def page(self, stay: str) -> Json:
        page: Json = self.ask("GET", f"/api/encounters/{stay}")
        return page

    def sent(self, stay: str) -> dict[str, str]:
        """question -> words, as the team sees them."""
        items = [item for answers in self.page(stay).get("answers", ()) for item in answers["response"].get("item", ())]
        return {item["linkId"]: item.get("answer", [{}])[0].get("valueString", "") for item in items}

    def read(self, stay: str, *, together: bool = False) -> None:
        versions = [version for answers in self.page(stay)["answers"] for version in answers["versions"]]
        self.ask("POST", "/api/reviews", {"encounter": stay, "versions": versions, "together": together})

    def end(self, stay: str, ending: str) -> None:
        tag = self.page(stay)["encounter"]["tag"]
        self.ask("POST", f"/api/encounters/{stay}/end", {"ending": ending}, **{"If-Match": tag})

    def act(self, stay: str, description: str, link: str) -> Json:
        answers = self.page(stay)["answers"][0]
        quote = {"version": answers["versions"][0], "linkId": link, "text": self.sent(stay)[link]}
        body = {"encounter": stay, "outcome": "done-at-once", "description": description, "quote": quote}
        task: Json = self.ask("POST", "/api/tasks", body)
        return task


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The demo, shared by all; each test admits patients of its own."""
    running = Server(tmp_path_factory.mktemp("house"))
    try:
        running.start()
        yield running
    finally:
        running.stop()


@pytest.fixture
def kari(house: Server) -> Iterator[Nurse]:
    nurse = Nurse(house)
    yield nurse
    nurse.http.close()


def path_of(invitation: Json) -> str:
    """The link as the phone opens it: the address that the sheet carries may be another host's."""
    return "/i#" + str(invitation["link"]).partition("#")[2]


def fill_birth_date(page: Page, day: str = BORN) -> None:
    for label, part in zip(("Year", "Month", "Day"), day.split("-"), strict=True):
        page.get_by_label(label).fill(part)
    page.get_by_role("button", name="Next").click()


def open_invitation(page: Page, house: Address, invitation: Json) -> None:
    page.goto(house.url + path_of(invitation))
    page.get_by_role("button", name="English").click(timeout=FIRST_SIGHT)


def welcome(
    page: Page, house: Address, invitation: Json, helper: str = "", *, relation: str = "daughter", whose: str = ""
) -> None:
    """From the link to the last screen before the first question. `whose`: said where somebody is here already."""
    open_invitation(page, house, invitation)
    if helper:
        page.get_by_role("button", name="I help the patient").click()
        page.get_by_label("Your first name").fill(helper)
        page.get_by_label("Who are you to the patient?").fill(relation)
        page.get_by_role("button", name="Next").click()
    else:
        page.get_by_role("button", name="I am the patient").click()
    page.get_by_role("button", name="I understand").click()
    if whose:
        page.get_by_role("button", name=whose).click()
    fill_birth_date(page)
    expect(page.get_by_role("button", name=ON)).to_be_visible()


def begin(page: Page, house: Address, invitation: Json, helper: str = "") -> None:
    welcome(page, house, invitation, helper)
    page.get_by_role("button", name=ON).click()
    if helper:  # who helps when all is said comes home first
        expect(page.get_by_role("button", name=ON)).to_have_count(0)
        to_question(page, house, "talk")
    asked(page, 1, of=QUESTIONS - 1 if helper else QUESTIONS)


def asked(page: Page, number: int, of: int = QUESTIONS) -> None:
    expect(page.get_by_text(f"Question {number} of {of}")).to_be_visible()


def answer(page: Page, words: str) -> None:
    """Writes, and waits until the phone says that it is kept."""
    page.get_by_label("Your answer").fill(words)
    expect(page.get_by_text("Saved on this phone")).to_be_visible()


def to_question(page: Page, house: Address, link: str) -> None:
    page.goto(f"{house.url}/p/form/what-matters/{link}")
    expect(page.get_by_text("Question ")).to_be_visible()


def send(page: Page, house: Address) -> None:
    page.goto(f"{house.url}/p/send/what-matters")
    page.get_by_role("button", name=re.compile("^Send")).click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()


def set_pin(page: Page, house: Address) -> None:
    page.goto(f"{house.url}/p/me/lock")
    page.get_by_label("Choose a PIN").fill(PIN, timeout=FIRST_SIGHT)
    page.get_by_role("button", name="Set the PIN").click()
    expect(page.get_by_text("The PIN is set.")).to_be_visible()
    expect(page.get_by_text("What you have on this phone opens with your PIN.")).to_be_visible()


def try_pin(page: Page, pin: str) -> None:
    page.get_by_label("Your PIN").fill(pin)
    page.get_by_role("button", name="Open", exact=True).click()


def becomes(page: Page, found: str) -> Any:
    """What an async function of the page gives, as soon as it is something. (`wait_for_function` takes the promise
    itself for a yes.)"""
    return page.evaluate(
        """async within => {
          const until = Date.now() + within;
          const ask = """
        + found
        + """;
          for (;;) {
            const found = await ask();
            if (found) return found;
            if (Date.now() > until) throw new Error("it never became so");
            await new Promise(go => setTimeout(go, 50));
          }
        }""",
        FIRST_SIGHT,
    )


def worker_ready(page: Page) -> None:
    """Everything that a day without a network needs has come to the phone."""
    becomes(
        page,
        """async () => {
          const { active } = (await navigator.serviceWorker.getRegistration()) ?? {};
          if (active?.state !== "activated") return false;
          const [shell] = (await caches.keys()).filter(name => name.startsWith("shell "));
          const content = await caches.open("content");
          const { modules = [] } = (await (await content.match("/content/index.json"))?.json()) ?? {};
          const wanted = modules
            .filter(({ forWhom }) => forWhom.includes("patient") && forWhom.includes("carer"))
            .map(({ languages }) => languages[document.documentElement.lang].path);
          const there = await Promise.all(wanted.map(path => content.match(`/content/${path}`)));
          const parts = shell && await (await (await caches.open(shell)).match("/languages-kept"))?.json();
          return there.length > 0 && there.every(Boolean) && parts?.length > 1;
        }""",
    )


def everything_received(page: Page, house: Address) -> None:
    page.goto(f"{house.url}/p/me/unsent")
    expect(page.get_by_text("Everything has been received.")).to_be_visible(timeout=FIRST_SIGHT)


def fetches_all_anew(page: Page) -> Page:
    """A page of the same person on the same phone that finds no file of the app here, as on the first visit."""
    worker_ready(page)
    page.evaluate(
        """async () => {
          for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
          for (const name of await caches.keys()) await caches.delete(name);
        }"""
    )
    fresh = page.context.new_page()
    page.context.new_cdp_session(fresh).send("Network.clearBrowserCache")
    page.close()
    return fresh
