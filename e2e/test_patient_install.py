"""Keeping Viktig: what each phone is told, and a move code that takes the same person to another browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from e2e import phone as fixtures
from e2e.browser import violations
from e2e.phone import ENGLISH, FIRST_SIGHT, Nurse, answer, begin, everything_received, fill_birth_date, send
from e2e.server import Server

house, kari = fixtures.house, fixtures.kari
Visit = Callable[..., Page]

APPLE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
SAFARI = {**ENGLISH, "user_agent": f"{APPLE} Version/18.5 Mobile/15E148 Safari/604.1"}
MESSENGER = {**ENGLISH, "user_agent": f"{APPLE} Mobile/15E148 [FBAN/MessengerForiOS;FBAV/510.0]"}
CHROME = "Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0"
ANDROID = {**ENGLISH, "user_agent": f"{CHROME} Mobile Safari/537.36"}
REFUSED = "navigator.storage.persist = navigator.storage.persisted = async () => false"
PROMISED = "navigator.storage.persist = navigator.storage.persisted = async () => true"


def has_sent(page: Page, house: Server, kari: Nurse) -> Page:
    begin(page, house, kari.invite(kari.admit()))
    answer(page, "Snakk rolig")
    send(page, house)
    return page


@pytest.mark.parametrize(
    ("phone", "hint", "steps"),
    [
        (SAFARI, "Keep Viktig on the home screen", ["a square with an arrow", "“Add to Home Screen”", "move code"]),
        (MESSENGER, "You are inside another app", ["three dots", "“Open in Safari”", "move code"]),
        (ANDROID, "Keep Viktig on the home screen", ["three dots", "“Install”", "Open Viktig from the home screen"]),
    ],
    ids=["iphone", "messenger", "android"],
)
def test_after_send_each_phone_is_shown_its_own_way_and_may_say_no_for_good(
    house: Server, kari: Nurse, visit: Visit, phone: dict[str, Any], hint: str, steps: list[str]
) -> None:
    page = visit(phone)
    page.add_init_script(REFUSED)
    has_sent(page, house, kari)
    expect(page.get_by_role("heading", name=hint)).to_be_hidden()
    page.get_by_role("link", name="Done").click()
    expect(page.get_by_role("heading", name=hint)).to_be_visible()
    page.get_by_role("link", name="Show me how").click()
    for step, words in enumerate(steps):
        expect(page.locator(".steps li").nth(step)).to_contain_text(words)
    expect(page.locator(".steps svg")).to_have_count(3)
    assert violations(page) == []
    page.goto(f"{house.url}/p")
    page.get_by_role("button", name="Do not show this again").click()
    expect(page.get_by_role("heading", name=hint)).to_be_hidden()
    page.reload()
    expect(page.get_by_role("link", name=re.compile("See all your answers"))).to_be_visible(timeout=FIRST_SIGHT)
    expect(page.get_by_role("heading", name=hint)).to_be_hidden()
    page.goto(f"{house.url}/p/me")
    expect(page.get_by_role("link", name="Viktig on the home screen")).to_be_visible(timeout=FIRST_SIGHT)


def test_a_phone_that_promised_to_keep_things_is_left_in_peace(house: Server, kari: Nurse, visit: Visit) -> None:
    page = visit(ANDROID)
    page.add_init_script(PROMISED)
    has_sent(page, house, kari)
    page.get_by_role("link", name="Done").click()
    expect(page.get_by_role("link", name=re.compile("See all your answers"))).to_be_visible()
    expect(page.get_by_role("heading", name="Keep Viktig on the home screen")).to_be_hidden()


def test_a_move_code_takes_the_same_person_and_the_answers_and_says_first_what_is_not_sent(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    stay = kari.admit()
    page = visit(SAFARI)
    begin(page, house, kari.invite(stay))
    answer(page, "Snakk rolig")
    send(page, house)
    everything_received(page, house)
    page.goto(f"{house.url}/p/change/what-matters/talk")
    expect(page.get_by_label("Your answer")).to_have_value("Snakk rolig")
    page.context.set_offline(True)
    page.get_by_label("Your answer").fill("Snakk rolig og tydelig")
    expect(page.get_by_text("Saved on this phone")).to_be_visible()
    page.evaluate("history.pushState(null, '', '/p/me/move'); dispatchEvent(new PopStateEvent('popstate'))")
    expect(page.get_by_text("1 thing lies only here")).to_be_visible()
    page.get_by_role("button", name="Get the code all the same").click()
    expect(page.get_by_text("We did not reach Viktig")).to_be_visible()
    page.context.set_offline(False)
    page.get_by_role("button", name=re.compile("Get")).last.click()
    shown = page.locator(".move-code")
    expect(shown).to_have_text(re.compile(r"^[A-Z0-9]{4} [A-Z0-9]{4}$"))
    code = shown.inner_text()

    app = visit(ENGLISH)
    app.goto(house.url)
    app.get_by_role("button", name="I have a move code").click()
    app.get_by_label("Code").fill(code.lower())
    app.get_by_role("button", name="Next").click()
    app.get_by_role("button", name="English").click()
    fill_birth_date(app)
    expect(app.get_by_role("heading", name="Hello, Ingrid")).to_be_visible(timeout=FIRST_SIGHT)
    expect(app.get_by_text("Snakk rolig").first).to_be_visible(timeout=FIRST_SIGHT)
    assert {one["state"] for one in kari.page(stay)["invitations"]} == {"used"}
