"""Several people on one phone, a PIN, a passkey, a phone that others use, the ward's tablet: each holds its word."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from e2e import phone as fixtures
from e2e.browser import Device
from e2e.phone import (
    ENGLISH,
    FIRST_SIGHT,
    PIN,
    Json,
    Nurse,
    answer,
    asked,
    becomes,
    begin,
    everything_received,
    fill_birth_date,
    open_invitation,
    send,
    set_pin,
    try_pin,
    worker_ready,
)
from e2e.server import Server

house, kari = fixtures.house, fixtures.kari
Visit = Callable[..., Page]

LATER = "milliseconds => { const now = Date.now(); Date.now = () => now + milliseconds; }"
ROWS = """async () => {
  const { name } = (await indexedDB.databases()).find(({ name }) => name !== "viktig");
  const ask = indexedDB.open(name);
  const db = await new Promise(done => { ask.onsuccess = () => done(ask.result); });
  const count = db.transaction("rows").objectStore("rows").count();
  const rows = await new Promise(done => { count.onsuccess = () => done(count.result); });
  db.close();
  return rows;
}"""


@dataclass
class Named:
    """The same server under the name of this machine."""

    url: str


def comes_in(page: Page, house: Server, invitation: Json, whose: str, *, alone: bool = True) -> None:
    open_invitation(page, house, invitation)
    page.get_by_role("button", name="I am the patient").click()
    page.get_by_role("button", name="This is not my own phone" if alone else "I understand").click()
    page.get_by_role("button", name=whose).click()
    fill_birth_date(page)
    page.get_by_role("button", name="Begin").click()
    asked(page, 1)


def test_two_people_on_one_phone_are_kept_apart_and_a_wrong_pin_wipes_nothing(
    house: Server, kari: Nurse, device: Callable[..., Device]
) -> None:
    phone = device(ENGLISH)
    page = phone.page
    begin(page, house, kari.invite(kari.admit("Ingrid")))
    answer(page, "Snakk høyt")
    set_pin(page, house)
    comes_in(page, house, kari.invite(kari.admit("Berit")), "It is mine", alone=False)
    expect(page.get_by_label("Your answer")).to_have_value("")
    answer(page, "Snakk sakte")
    worker_ready(page)

    page = phone.restart(offline=True)
    page.goto(house.url)
    expect(page.get_by_role("heading", name="Who is here?")).to_be_visible(timeout=FIRST_SIGHT)
    page.get_by_role("button", name="Berit").click()
    expect(page.get_by_role("link", name="Go on")).to_be_visible()
    page.goto(f"{house.url}/p/people")
    page.get_by_role("button", name="Ingrid").click()
    for _ in range(5):
        try_pin(page, "feil pin")
        expect(page.get_by_label("Your PIN")).to_have_value("")
    # Counted down from 30 while the machine looked whether it was the PIN.
    expect(page.get_by_text(re.compile(r"You can try again in (30|[12]?\d) seconds?\."))).to_be_visible()
    # The next wrong try is made two hours ahead: a clock that is set back since leaves its wait as long as it ever was.
    page.evaluate(LATER, 2 * 3_600_000)
    expect(page.get_by_text("You can try again in")).to_have_count(0)
    try_pin(page, "feil pin")
    expect(page.get_by_text("You can try again in")).to_be_visible()

    page = phone.restart(offline=True)
    page.goto(house.url)
    page.get_by_role("button", name="Ingrid").click(timeout=FIRST_SIGHT)
    expect(page.get_by_text("You can try again in")).to_be_visible()
    for _ in range(5):
        page.evaluate(LATER, 3 * 3_600_000)
        expect(page.get_by_text("You can try again in")).to_have_count(0)
        try_pin(page, "feil pin")
        expect(page.get_by_text("You can try again in")).to_be_visible()
    page.evaluate(LATER, 3_600_000)
    expect(page.get_by_text("You can try again in")).to_have_count(0)
    try_pin(page, PIN)
    page.get_by_role("link", name="Go on").click()
    expect(page.get_by_label("Your answer")).to_have_value("Snakk høyt")


def test_who_has_forgotten_the_pin_is_told_what_is_lost_and_gets_back_what_was_received(
    house: Server, kari: Nurse, device: Callable[..., Device]
) -> None:
    stay = kari.admit()
    phone = device(ENGLISH)
    page = phone.page
    begin(page, house, kari.invite(stay))
    answer(page, "Snakk høyt")
    page.get_by_role("button", name="Next").click()
    send(page, house)
    everything_received(page, house)
    set_pin(page, house)
    worker_ready(page)
    phone.context.set_offline(True)
    page.goto(f"{house.url}/p/form/what-matters/matters")
    try_pin(page, PIN)
    answer(page, "Aldri sendt")
    page.get_by_role("button", name="Hide").click()
    page.get_by_role("button", name="I have forgotten the PIN").click()
    expect(page.get_by_text("This was never sent.")).to_be_visible()
    expect(page.get_by_text("Answers you are writing: 1")).to_be_visible()
    expect(page.get_by_role("button", name="Wipe it and begin anew")).to_have_count(0)
    page.get_by_label("I understand that it is lost").check()
    page.get_by_role("button", name="Wipe it and begin anew").click()
    expect(page.get_by_role("heading", name="Type your code")).to_be_visible()
    assert page.evaluate("indexedDB.databases().then(all => all.map(one => one.name))") == ["viktig"]
    phone.context.set_offline(False)
    begin(page, house, kari.invite(stay))
    expect(page.get_by_label("Your answer")).to_have_value("Snakk høyt", timeout=FIRST_SIGHT)


def test_hide_covers_the_words_at_once_and_keeps_what_is_half_written(house: Server, kari: Nurse, visit: Visit) -> None:
    page = visit(ENGLISH)
    begin(page, house, kari.invite(kari.admit()))
    answer(page, "Jeg vil gjerne at")
    window = page.context.new_page()
    window.goto(f"{house.url}/p/form/what-matters/talk")
    expect(window.get_by_label("Your answer")).to_have_value("Jeg vil gjerne at", timeout=FIRST_SIGHT)
    page.get_by_role("button", name="Hide").click()
    expect(page.get_by_role("heading", name="Hidden")).to_be_visible()
    expect(window.get_by_role("heading", name="Hidden")).to_be_visible()
    expect(window.get_by_label("Your answer")).not_to_be_visible()
    window.close()
    expect(page.get_by_label("Your answer")).not_to_be_visible()
    assert page.title() == "Viktig"
    page.reload()
    expect(page.get_by_role("heading", name="Hidden")).to_be_visible(timeout=FIRST_SIGHT)
    page.get_by_role("button", name="Show again").click()
    expect(page.get_by_label("Your answer")).to_have_value("Jeg vil gjerne at")

    page.route("https://www.yr.no/", lambda asked: asked.fulfill(body="<title>Vêret</title>", content_type="text/html"))
    page.get_by_label("Your answer").fill("Jeg vil gjerne at dere")
    page.get_by_role("button", name="Hide").click()
    page.get_by_role("button", name="Go to the weather").click()
    page.wait_for_url("https://www.yr.no/")
    page.goto(f"{house.url}/p/form/what-matters/talk")
    page.get_by_role("button", name="Show again").click(timeout=FIRST_SIGHT)
    expect(page.get_by_label("Your answer")).to_have_value("Jeg vil gjerne at dere")


def test_a_phone_that_others_use_keeps_nothing_after_sending_and_asks_who_is_there(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    page = visit(ENGLISH)
    comes_in(page, house, kari.invite(kari.admit()), "Others use it, too")
    answer(page, "Snakk høyt")
    page.get_by_role("button", name="Next").click()
    asked(page, 2)
    page.context.set_offline(True)
    answer(page, "Hjem til katten")
    written = page.evaluate(ROWS)
    page.context.set_offline(False)
    page.get_by_role("button", name="Hide").click()
    page.get_by_role("button", name="Ingrid").click(timeout=FIRST_SIGHT)
    expect(page.get_by_label("Your answer")).to_have_value("Hjem til katten")
    page.get_by_role("button", name="Next").click()
    asked(page, 3)
    page.get_by_role("link", name="Back").click()
    page.evaluate("history.pushState(null, '', '/p/send/what-matters'); dispatchEvent(new Event('popstate'))")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Received at Medisin 2")).to_be_visible(timeout=FIRST_SIGHT)
    becomes(page, f"async () => (await ({ROWS})()) <= 2")
    assert written > 2
    page.goto(f"{house.url}/p/answers")
    page.get_by_role("button", name="Ingrid").click(timeout=FIRST_SIGHT)
    expect(page.get_by_text("Hjem til katten")).to_be_visible(timeout=FIRST_SIGHT)

    # Without a network nothing of it is here: it must not look as if nothing had been said.
    worker_ready(page)
    page.context.set_offline(True)
    for path in ("/p/answers", "/p"):
        page.goto(f"{house.url}{path}")
        page.get_by_role("button", name="Ingrid").click(timeout=FIRST_SIGHT)
        expect(page.get_by_text("We have received what you sent.")).to_be_visible()
    expect(page.get_by_role("link", name="Tell us")).to_have_count(0)
    page.get_by_role("button", name="Hide").click()
    expect(page.get_by_role("button", name="Go to the weather")).to_be_visible()


def test_the_wards_tablet_is_wiped_when_it_is_handed_back_and_not_before_all_is_received(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    stay = kari.admit()
    page = visit(ENGLISH)
    comes_in(page, house, kari.invite(stay), "It belongs to the ward")
    worker_ready(page)
    page.context.set_offline(True)
    answer(page, "Snakk høyt")
    page.evaluate("history.pushState(null, '', '/p/send/what-matters'); dispatchEvent(new Event('popstate'))")
    page.get_by_role("button", name="Send").click()
    page.get_by_role("link", name="Hand the tablet back").click()
    expect(page.get_by_text("1 thing is not sent.")).to_be_visible()
    expect(page.get_by_role("button", name="Wipe it and hand it back")).to_have_count(0)
    page.context.set_offline(False)
    wipe = page.get_by_role("button", name="Wipe it and hand it back")
    expect(wipe).to_be_visible(timeout=FIRST_SIGHT)
    page.route("**/api/session", lambda _asked: None)  # a line that is dead from here on holds nothing back
    wipe.click()
    expect(page.get_by_role("heading", name="Type your code")).to_be_visible()
    assert page.evaluate("indexedDB.databases().then(all => all.map(one => one.name))") == ["viktig"]
    assert kari.sent(stay) == {"talk": "Snakk høyt"}


def test_the_phones_own_lock_opens_it_where_the_browser_can(house: Server, kari: Nurse, visit: Visit) -> None:
    page = visit(ENGLISH)
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    kinds = {"protocol": "ctap2", "ctap2Version": "ctap2_1", "transport": "internal", "hasPrf": True}
    able = {"hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True}
    made = session.send("WebAuthn.addVirtualAuthenticator", {"options": {**kinds, **able}})
    # A passkey belongs to a name; an address of digits has none.
    named = Named(f"http://localhost:{house.port}")
    begin(page, named, kari.invite(kari.admit()))
    answer(page, "Snakk høyt")
    page.goto(f"{named.url}/p/me/lock")
    page.get_by_role("button", name="Open with the phone's own lock").click(timeout=FIRST_SIGHT)
    expect(page.get_by_text("What you have on this phone opens with the phone's own lock.")).to_be_visible()
    page.goto(f"{named.url}/p/form/what-matters/talk")
    page.get_by_role("button", name="Open with the phone's own lock").click(timeout=FIRST_SIGHT)
    expect(page.get_by_label("Your answer")).to_have_value("Snakk høyt")
    session.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": made["authenticatorId"]})
