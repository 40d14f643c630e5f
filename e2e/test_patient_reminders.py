"""A reminder, from the yes on the phone to the message on its screen, and the end of it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page, Playwright, expect

from e2e import phone as fixtures
from e2e.browser import DESKTOP, PHONE, launch_options, violations
from e2e.phone import ENGLISH, FIRST_SIGHT, Nurse, answer, asked, begin, everything_received, worker_ready
from e2e.server import Server
from e2e.ward import more, open_patient
from tests.interop.browser_keys import Browser
from tests.interop.receivers import Receiver
from viktig.interop.push import new_key

kari = fixtures.kari
Visit = Callable[..., Page]
SERVICE = """([endpoint, keys]) => {
  // The browser's own push service is far away: this one gives the address of ours.
  const made = () => ({
    endpoint, options: {}, toJSON: () => ({ endpoint, keys }),
    unsubscribe: async () => sessionStorage.setItem("push", "ended"),
  });
  PushManager.prototype.getSubscription = async () => sessionStorage.getItem("push") === "on" ? made() : null;
  PushManager.prototype.subscribe = async () => { sessionStorage.setItem("push", "on"); return made(); };
}"""


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Chromium]:
    """The headless shell has no push."""
    started = playwright.chromium.launch(**launch_options())
    yield started
    started.close()


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    made = Receiver()
    yield made
    made.close()


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, receiver: Receiver) -> Iterator[Server]:
    settings = {"VIKTIG_VAPID_KEY": new_key(), "VIKTIG_PUSH_TEST": receiver.url, "VIKTIG_SMS_HOOK": receiver.url}
    running = Server(tmp_path_factory.mktemp("reminding"), **settings)
    try:
        running.start()
        yield running
    finally:
        running.stop()


def begun(page: Page, house: Server, kari: Nurse, receiver: Receiver) -> str:
    """Somebody who began, went home to the first page, and can be reached."""
    page.context.grant_permissions(["notifications"], origin=house.url)
    keys = Browser().keys
    told = [f"{receiver.url}/ingrid", {"p256dh": keys.p256dh, "auth": keys.auth}]
    page.add_init_script(f"({SERVICE})({json.dumps(told)})")
    stay = kari.admit()
    begin(page, house, kari.invite(stay))
    answer(page, "Snakk rolig")
    page.get_by_role("button", name="Next").click()
    asked(page, 2)
    worker_ready(page)
    page.goto(f"{house.url}/p")
    return stay


def hears(page: Page, heard: Callable[[], bool]) -> None:
    """Gives the browser its turn until it has told what is waited for."""
    until = time.monotonic() + 2 * FIRST_SIGHT / 1000
    while not heard():
        assert time.monotonic() < until, "the browser never told"
        page.evaluate("new Promise(go => setTimeout(go, 50))")


def test_who_began_is_asked_says_yes_and_can_stop(house: Server, kari: Nurse, visit: Visit, receiver: Receiver) -> None:
    page = visit(ENGLISH)
    stay = begun(page, house, kari, receiver)
    expect(page.get_by_role("heading", name="May we remind you?")).to_be_visible(timeout=FIRST_SIGHT)
    page.get_by_role("link", name="See how").click()
    expect(page.get_by_label("When my answers are not sent yet")).to_be_checked()
    expect(page.get_by_label("When somebody has read my answers")).not_to_be_checked()
    assert violations(page) == []
    page.get_by_label("By text message").check()
    page.get_by_label("Your mobile number").fill("113")
    page.get_by_role("button", name="Yes, remind me").click()
    expect(page.get_by_text("This is not a mobile number.")).to_be_visible()
    page.get_by_label("Your mobile number").fill("987 65 432")
    page.get_by_role("button", name="Yes, remind me").click()
    expect(page.get_by_text("Text message to …432")).to_be_visible()
    page.get_by_label("On this phone").check()
    page.get_by_role("button", name="Yes, remind me").click()
    expect(page.get_by_role("button", name="Stop this")).to_have_count(2)
    assert [one["channel"] for one in kari.page(stay)["reminders"]] == ["push", "sms"]
    page.get_by_role("button", name="Stop this").first.click()
    expect(page.get_by_role("button", name="Stop this")).to_have_count(1)
    page.goto(f"{house.url}/p")
    expect(page.get_by_role("link", name="Go on")).to_be_visible(timeout=FIRST_SIGHT)
    expect(page.get_by_role("heading", name="May we remind you?")).to_be_hidden()


def test_who_says_no_is_not_asked_again(house: Server, kari: Nurse, visit: Visit, receiver: Receiver) -> None:
    page = visit(ENGLISH)
    begun(page, house, kari, receiver)
    page.get_by_role("button", name="No, thank you").click(timeout=FIRST_SIGHT)
    expect(page.get_by_role("heading", name="May we remind you?")).to_be_hidden()
    page.reload()
    expect(page.get_by_role("link", name="Go on")).to_be_visible(timeout=FIRST_SIGHT)
    expect(page.get_by_role("heading", name="May we remind you?")).to_be_hidden()


def test_the_phone_shows_the_text_and_nothing_else_and_who_leaves_is_no_longer_reached(
    house: Server, kari: Nurse, visit: Visit, receiver: Receiver
) -> None:
    page = visit(ENGLISH)
    stay = begun(page, house, kari, receiver)
    page.goto(f"{house.url}/p/me/reminders")
    page.get_by_role("button", name="Yes, remind me").click(timeout=FIRST_SIGHT)
    expect(page.get_by_role("button", name="Stop this")).to_be_visible()

    browser = page.context.new_cdp_session(page)
    found: list[str] = []
    browser.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: found.extend(one["registrationId"] for one in event["registrations"]),
    )
    browser.send("ServiceWorker.enable")
    done: list[str] = []
    browser.on(
        "BackgroundService.backgroundServiceEventReceived",
        lambda event: done.append(event["backgroundServiceEvent"]["eventName"]),
    )
    browser.send("BackgroundService.setRecording", {"shouldRecord": True, "service": "pushMessaging"})
    browser.send("BackgroundService.startObserving", {"service": "pushMessaging"})
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    hears(page, lambda: bool(found))
    text = "Det ligger noe til deg i Viktig."
    browser.send("ServiceWorker.deliverPushMessage", {"origin": house.url, "registrationId": found[-1], "data": text})
    # Not asked for before it is shown: Chromium forgets one that is asked for in the very moment between
    hears(page, lambda: "Push event completed" in done)
    shown = page.evaluate(
        """async () => {
          const [one] = await (await navigator.serviceWorker.ready).getNotifications();
          return one && { title: one.title, body: one.body };
        }"""
    )
    assert shown == {"title": "Viktig", "body": text}

    everything_received(page, house)
    page.goto(f"{house.url}/p/me/leave")
    with page.expect_response(lambda told: told.request.method == "DELETE" and told.url.endswith("/api/session")):
        page.get_by_role("button", name="Leave this phone").click(timeout=FIRST_SIGHT)
    page.wait_for_function("() => sessionStorage.getItem('push') === 'ended'")
    assert "reminders" not in kari.page(stay)


def test_a_nurse_notes_the_patients_yes_and_never_without_it(house: Server, visit: Visit) -> None:
    page = visit(DESKTOP, locale="en-GB")
    page.goto(f"{house.url}/demo")
    page.get_by_role("button", name="Sign in as Kari").click()
    open_patient(page, "Berit Solberg")
    more(page, "Invitation")
    dialog = page.get_by_role("dialog", name="Invitation")
    dialog.get_by_text("Remind the patient of answers that are not sent").click()
    dialog.get_by_label("Mobile number").fill("987 65 432")
    expect(dialog.get_by_role("button", name="Remind the patient")).to_be_disabled()
    dialog.get_by_label("The patient says yes to this").check()
    assert violations(page) == []
    dialog.get_by_role("button", name="Remind the patient").click()
    expect(dialog.get_by_text("…432")).to_be_visible()
    dialog.locator(".row", has_text="…432").get_by_role("button", name="Stop it").click()
    expect(dialog.get_by_text("…432")).to_be_hidden()


def test_the_link_in_a_message_stops_it_without_signing_in(house: Server, visit: Visit) -> None:
    page = visit(ENGLISH)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{house.url}/stop#nobody-has-this-one")
    page.get_by_role("button", name="Stop the reminders").click(timeout=FIRST_SIGHT)
    expect(page.get_by_role("heading", name="We no longer remind you")).to_be_visible()
    assert not any("nobody-has" in url for url in asked)
    norwegian = visit(PHONE)
    norwegian.goto(f"{house.url}/stop#nobody-has-this-one")
    expect(norwegian.get_by_role("button", name="Stopp påminnelsene")).to_be_visible(timeout=FIRST_SIGHT)
