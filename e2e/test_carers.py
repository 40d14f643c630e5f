"""Somebody who helps from home: what the patient shares, and no more; their own words; and the quiet end of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect

from e2e import phone as fixtures
from e2e import ward as rooms
from e2e.browser import violations
from e2e.phone import (
    BORN,
    ENGLISH,
    FIRST_SIGHT,
    Nurse,
    answer,
    asked,
    begin,
    everything_received,
    fill_birth_date,
    send,
    to_question,
    worker_ready,
)
from e2e.server import Server

house, kari = fixtures.house, fixtures.kari
ward, work = rooms.ward, rooms.work
Visit = Callable[..., Page]
OWN_QUESTIONS = 7
FORBIDDEN = ("has ended", "no longer share", "taken away", "stopped sharing")


def link_for(patient: Page, house: Server, name: str, *scopes: str) -> str:
    """The patient chooses, without a network; the code comes when there is one."""
    patient.goto(f"{house.url}/p/carers")
    patient.get_by_role("link", name="Ask somebody to help").click()
    patient.context.set_offline(True)
    assert violations(patient) == []
    patient.get_by_label("Their first name").fill(name)
    patient.get_by_label("Who are they to you?").fill("son")
    for scope in scopes:
        patient.get_by_label(scope).check()
    patient.get_by_role("button", name="Go on to the code").click()
    patient.get_by_role("button", name="Make a code").click()
    expect(patient.get_by_text("What you chose is kept. The code needs a network.")).to_be_visible()
    patient.context.set_offline(False)
    patient.get_by_role("button", name="Try again").click()
    code = patient.locator(".code")
    expect(code).to_have_text(re.compile(r"^\w{4} \w{4}$"), timeout=FIRST_SIGHT)
    assert violations(patient) == []
    patient.evaluate("() => { navigator.share = async ({ url }) => { window.shared = url } }")
    patient.get_by_role("button", name="Send the link").click()
    link = str(patient.evaluate("() => window.shared"))
    patient.reload()  # coming back from another app; the link that was sent is still good
    expect(patient.get_by_role("button", name="Make a code")).to_be_visible(timeout=FIRST_SIGHT)
    return link


def joins(page: Page, house: Server, link: str) -> None:
    """Nobody asks who it is: the link knows."""
    page.goto(f"{house.url}/i#{link.partition('#')[2]}")
    page.get_by_role("button", name="English").click(timeout=FIRST_SIGHT)
    page.get_by_role("button", name="I understand").click()
    fill_birth_date(page, BORN)
    expect(page.get_by_role("heading", name="You are helping Ingrid")).to_be_visible()


def test_the_patient_shares_some_of_it_and_ends_it_without_a_word_to_the_carer(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    stay = kari.admit()
    patient, carer = visit(ENGLISH), visit(ENGLISH)
    begin(patient, house, kari.invite(stay))
    answer(patient, "Snakk høyt")
    patient.get_by_role("button", name="Next").click()
    asked(patient, 2)
    send(patient, house)
    everything_received(patient, house)
    kari.act(stay, "Gåtrening hver dag", "talk")

    joins(carer, house, link_for(patient, house, "Per", "My answers"))
    # The patient has sent: the one who helps comes to what was said and done, not into somebody else's answer.
    carer.get_by_role("button", name="Go on").click(timeout=FIRST_SIGHT)
    expect(carer.get_by_role("heading", name="Hello, Per")).to_be_visible()
    carer.goto(f"{house.url}/p/answers")
    expect(carer.get_by_role("heading", name="The answers")).to_be_visible(timeout=FIRST_SIGHT)
    expect(carer.get_by_text("Snakk høyt")).to_be_visible(timeout=FIRST_SIGHT)
    expect(carer.get_by_text("Gåtrening")).to_have_count(0)
    expect(carer.get_by_role("link", name="The list")).to_have_count(0)

    carer.goto(f"{house.url}/p")
    carer.get_by_role("link", name="Tell us about you").click()
    asked(carer, 1, of=OWN_QUESTIONS)
    assert violations(carer) == []
    answer(carer, "Jeg må få sove")
    carer.get_by_role("button", name="Next").click()
    asked(carer, 2, of=OWN_QUESTIONS)
    answer(carer, "Ring meg gjerne")
    carer.get_by_label("Ingrid may see this answer too").check()
    carer.get_by_role("button", name="Next").click()
    asked(carer, 3, of=OWN_QUESTIONS)
    carer.goto(f"{house.url}/p/send/carer")
    carer.get_by_role("button", name="Send").click()
    expect(carer.get_by_role("heading", name="Thank you")).to_be_visible()
    everything_received(carer, house)
    told = {
        item["linkId"]: answers["about"]["name"]
        for answers in kari.page(stay)["answers"]
        if "about" in answers
        for item in answers["response"]["item"]
    }
    assert told == {"carer-matters": "Per", "carer-now": "Per"}

    patient.goto(f"{house.url}/p/carers")
    patient.get_by_text("What Per wants you to know").click(timeout=FIRST_SIGHT)
    expect(patient.get_by_text("Ring meg gjerne")).to_be_visible()
    expect(patient.get_by_text("Jeg må få sove")).to_have_count(0)
    assert violations(patient) == []
    patient.get_by_role("button", name="End it for Per").click()
    expect(patient.get_by_text("Sees nothing of yours.")).to_be_visible()
    patient.get_by_role("button", name="Undo").click()
    expect(patient.get_by_text("Sees: My answers")).to_be_visible()
    patient.get_by_role("button", name="End it for Per").click()
    expect(patient.get_by_text("Sees nothing of yours.")).to_be_visible()
    everything_received(patient, house)

    carer.goto(f"{house.url}/p")
    quiet = carer.get_by_text("Here you can read and learn, and tell us what matters to you.")
    expect(quiet).to_be_visible(timeout=FIRST_SIGHT)
    assert not [words for words in FORBIDDEN if words in carer.locator("body").inner_text()]
    carer.goto(f"{house.url}/p/answers")
    expect(carer.get_by_text("Jeg må få sove")).to_be_visible()
    expect(carer.get_by_text("Snakk høyt")).to_have_count(0)
    carer.goto(f"{house.url}/p/form/what-matters/talk")
    expect(carer.get_by_text("Snakk høyt")).to_have_count(0)


def test_what_a_carer_could_not_hand_in_stays_theirs_and_goes_when_it_is_shared_again(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    stay = kari.admit()
    patient, carer = visit(ENGLISH), visit(ENGLISH)
    begin(patient, house, kari.invite(stay))
    answer(patient, "Snakk høyt")
    patient.get_by_role("button", name="Next").click()
    asked(patient, 2)
    send(patient, house)
    everything_received(patient, house)
    joins(carer, house, link_for(patient, house, "Per", "My answers"))
    to_question(carer, house, "matters")
    worker_ready(carer)
    carer.context.set_offline(True)
    answer(carer, "Trappa er bratt")
    carer.get_by_role("button", name="Next").click()
    send(carer, house)

    patient.goto(f"{house.url}/p/carers")
    patient.get_by_role("button", name="End it for Per").click()
    expect(patient.get_by_text("Sees nothing of yours.")).to_be_visible()
    everything_received(patient, house)

    carer.context.set_offline(False)
    carer.goto(f"{house.url}/p")
    quiet = carer.get_by_text("Here you can read and learn, and tell us what matters to you.")
    expect(quiet).to_be_visible(timeout=FIRST_SIGHT)
    carer.goto(f"{house.url}/p/me/unsent")
    expect(carer.get_by_text("Waits here, and is sent by itself as soon as it can be.")).to_be_visible()
    carer.evaluate("() => Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    carer.get_by_role("button", name="Copy as text").click()
    expect(carer.get_by_text("Trappa er bratt")).to_be_visible()
    assert violations(carer) == []
    for page in ("/p/me/unsent", "/p", "/p/list", "/p/list/medicines/new", "/p/answers", "/p/me"):
        carer.goto(house.url + page)
        expect(carer.get_by_role("heading", level=1)).to_be_visible()
        told = carer.locator("body").inner_text()
        assert not [words for words in (*FORBIDDEN, "could not", "access", "Snakk høyt") if words in told], page
        assert carer.get_by_role("textbox").count() == 0

    patient.goto(f"{house.url}/p/carers")
    patient.get_by_role("link", name="Let Per help again").click()
    patient.get_by_label("My answers").check()
    patient.get_by_role("button", name="Go on to the code").click()
    expect(patient.get_by_role("heading", name="Code for Per")).to_be_visible()
    everything_received(patient, house)
    everything_received(carer, house)
    (answers,) = kari.page(stay)["answers"]
    said = {item["linkId"]: item["answer"][0]["valueString"] for item in answers["response"]["item"]}
    assert said == {"talk": "Snakk høyt", "matters": "Trappa er bratt"}


def test_a_nurse_registers_somebody_while_the_patient_cannot_consent(ward: Server, work: rooms.Open) -> None:
    page = work("Kari")
    page.get_by_role("navigation", name="Patients").get_by_role("link").first.click()
    page.get_by_role("button", name="Register somebody who helps").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name", exact=True).fill("Tone")
    dialog.get_by_label("Who they are to the patient").fill("daughter")
    dialog.get_by_label("the answers").check()
    dialog.get_by_label("The patient cannot consent now").check()
    dialog.get_by_label("Why can the patient not consent now?").fill("Delirium")
    dialog.get_by_label("Look again on this day").fill((datetime.now(UTC) + timedelta(days=2)).strftime("%Y-%m-%d"))
    assert violations(page) == []
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_have_count(0)
    helpers = page.get_by_role("region", name="Those who help")
    expect(helpers).to_contain_text("Cannot consent now, says Kari, nurse")
    expect(helpers).to_contain_text("Sees the answers. Has not come yet.")
    helpers.get_by_role("button", name="Code for Tone").click()
    page.get_by_role("button", name="Make a code").click()
    expect(page.locator(".invitation .code")).to_have_text(re.compile(r"^\w{4} \w{4}$"))
    page.get_by_role("button", name="Close").click()
    helpers.get_by_role("button", name="Fill in with Tone").click()
    dialog.get_by_label("What matters to you as a carer?").fill("Å få sove om natta")
    dialog.get_by_role("button", name="Save the answers").click()
    expect(dialog).to_have_count(0)
    expect(helpers.locator(".said")).to_contain_text("Å få sove om natta")
    expect(helpers.locator(".said")).to_contain_text("Only for health personnel.")
    assert violations(page) == []
    helpers.get_by_role("button", name="Mark what Tone tells as read").click()
    expect(helpers.get_by_role("button", name="Mark what Tone tells as read")).to_have_count(0)
    helpers.get_by_role("button", name="Ask the patient alone").click()
    expect(page.get_by_text("Ask the patient alone. Do not say this when somebody else is here.")).to_be_visible()
