"""Every page of the patient's side for every pair of eyes and hands: axe, keyboard alone, enlarged, dark, on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from e2e import phone as fixtures
from e2e.browser import DESKTOP, violations
from e2e.phone import ENGLISH, FIRST_SIGHT, Nurse, answer, asked, begin, fill_birth_date, path_of, send, to_question
from e2e.server import Server

house, kari = fixtures.house, fixtures.kari
Visit = Callable[..., Page]

PAGES = {
    "/p": "Hello, Ingrid",
    "/p/answers": "Your answers",
    "/p/answers/what-matters/matters": "What matters to you right now?",
    "/p/change/what-matters/matters": "What matters to you right now?",
    "/p/history/what-matters/matters": "What you have said before",
    "/p/form/what-matters/talk": "How would you like us to talk with you?",
    "/p/form/what-matters/learn": "What do you want to know more about?",
    "/p/talk/what-matters": "Is there something you want to talk with us about today, alone?",
    "/p/send/what-matters": "Your answers",
    "/p/sent": "Thank you",
    "/p/learn": "Learn",
    "/p/learn/going-home": "",
    "/p/list": "The list",
    "/p/list/questions": "Questions for the round",
    "/p/list/medicines/new": "A new medicine",
    "/p/list/calls": "Whom to call",
    "/p/me": "Me",
    "/p/me/access": "Who has looked at my things",
    "/p/me/unsent": "On this phone, not sent",
    "/p/me/devices": "Where I am signed in",
    "/p/me/rescue": "Rescue copy",
    "/p/me/leave": "Leave this phone",
    "/p/people": "Who is here?",
    "/i": "Type your code",
}

EYES: dict[str, tuple[ViewportSize, dict[str, Any]]] = {
    "a phone": ({"width": 360, "height": 740}, {}),
    "a wide screen in the dark": ({"width": 1280, "height": 800}, {"color_scheme": "dark"}),
    "forced colours": ({"width": 360, "height": 740}, {"forced_colors": "active"}),
    "enlarged four times": ({"width": 320, "height": 256}, {}),
}


@pytest.fixture(scope="module")
def known(house: Server, browser: Browser) -> Iterator[BrowserContext]:
    """A patient who has answered, whom a nurse has read and acted for: the pages have something to show."""
    nurse = Nurse(house)
    context = browser.new_context(**ENGLISH)
    page = context.new_page()
    stay = nurse.admit()
    begin(page, house, nurse.invite(stay))
    to_question(page, house, "matters")
    answer(page, "Å kunne gå til postkassen selv")
    page.get_by_role("button", name="Next").click()
    asked(page, 3)
    send(page, house)
    expect(page.get_by_text("Received at Medisin 2")).to_be_visible(timeout=FIRST_SIGHT)
    nurse.read(stay)
    nurse.act(stay, "Gåtrening hver dag klokka 11", "matters")
    nurse.ask("POST", f"/api/encounters/{stay}/modules", {"module": "going-home", "reason": "Du skal snart hjem"})
    yield context
    context.close()
    nurse.http.close()


@pytest.mark.parametrize("eyes", EYES)
def test_no_page_has_a_fault_that_axe_sees_or_scrolls_sideways(house: Server, known: BrowserContext, eyes: str) -> None:
    page = known.new_page()
    size, media = EYES[eyes]
    page.set_viewport_size(size)
    page.emulate_media(**media)
    faults = []
    turn = list(EYES).index(eyes)
    for number, (path, heading) in enumerate(PAGES.items()):
        # Each page is seen with two of the four.
        if (number - turn) % 4 > 1:
            continue
        page.goto(house.url + path)
        expect(page.get_by_role("heading", level=1, name=heading).first).to_be_visible(timeout=FIRST_SIGHT)
        page.wait_for_load_state("networkidle")
        faults += [f"{path}: {fault}" for fault in violations(page)]
        sideways = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if sideways > 0:
            faults.append(f"{path}: {sideways} pixels stand outside")
    page.close()
    assert faults == []


def test_no_screen_of_the_welcome_has_a_fault_that_axe_sees(house: Server, kari: Nurse, visit: Visit) -> None:
    page = visit(ENGLISH)
    page.goto(house.url + path_of(kari.invite(kari.admit())))
    faults = []
    for name in ("English", "I am the patient", "I understand"):
        button = page.get_by_role("button", name=name)
        expect(button).to_be_visible(timeout=FIRST_SIGHT)
        faults += violations(page)
        button.click()
    fill_birth_date(page, "1942-13-01")
    expect(page.get_by_text("Write the date with digits")).to_be_visible()
    faults += violations(page)
    fill_birth_date(page)
    expect(page.get_by_role("button", name="Begin")).to_be_visible()
    assert faults + violations(page) == []


def press_until(page: Page, name: str) -> None:
    """Tab by tab to what is called so, as somebody without a pointer does."""
    expect(page.get_by_role("button", name=name).or_(page.get_by_label(name)).first).to_be_visible()
    for _ in range(40):
        page.keyboard.press("Tab")
        here = page.evaluate(
            """() => {
              const at = document.activeElement;
              return (at.getAttribute("aria-label") ?? at.labels?.[0]?.textContent ?? at.textContent ?? "").trim();
            }"""
        )
        if here.startswith(name):
            return
    raise AssertionError(f"{name} cannot be reached by keyboard")


def test_from_the_link_to_send_with_a_keyboard_alone(house: Server, kari: Nurse, visit: Visit) -> None:
    stay = kari.admit()
    page = visit({**DESKTOP, "locale": "en-GB"})
    page.goto(house.url + path_of(kari.invite(stay)))
    expect(page.get_by_role("button", name="English")).to_be_visible(timeout=FIRST_SIGHT)
    for name in ("English", "I am the patient", "I understand"):
        press_until(page, name)
        page.keyboard.press("Enter")
    for label, typed in (("Day", "12"), ("Month", "4"), ("Year", "1942")):
        press_until(page, label)
        page.keyboard.type(typed)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Begin")).to_be_visible()
    press_until(page, "Begin")
    page.keyboard.press("Enter")
    asked(page, 1)
    press_until(page, "Your answer")
    page.keyboard.type("Snakk høyt")
    for number in range(1, 9):
        asked(page, number)
        press_until(page, "Next")
        page.keyboard.press("Enter")
    asked(page, 9)
    press_until(page, "I hear well")
    page.keyboard.press("Space")
    expect(page.get_by_text("Saved on this phone")).to_be_visible()
    for number in range(9, 13):
        asked(page, number)
        press_until(page, "Next")
        page.keyboard.press("Enter")
    asked(page, 13)
    press_until(page, "Skip")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Look through before you send")).to_be_visible()
    press_until(page, "Send")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Received at Medisin 2")).to_be_visible(timeout=FIRST_SIGHT)
    assert kari.sent(stay)["talk"] == "Snakk høyt"


def test_every_new_screen_moves_the_reader_to_its_heading_and_names_the_window(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    page = visit(ENGLISH)
    begin(page, house, kari.invite(kari.admit()))
    page.get_by_role("button", name="Skip").click()
    asked(page, 2)
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(page).to_have_title("What matters to you right now? · Viktig")


def test_who_writes_in_the_very_moment_a_screen_appears_keeps_the_field(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    page = visit(ENGLISH)
    page.add_init_script(
        """new MutationObserver(() => {
          const field = document.querySelector("textarea");
          if (!field || window.inField) return;
          field.focus();
          // What the screen does after it was drawn is done when two more have been drawn and the queue is empty.
          window.inField = new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>
            setTimeout(() => requestIdleCallback(() => done(document.activeElement === field))))));
        }).observe(document, { childList: true, subtree: true })"""
    )
    begin(page, house, kari.invite(kari.admit()))
    assert page.evaluate("window.inField")


def test_targets_of_the_form_are_large_enough_for_a_thumb(house: Server, known: BrowserContext) -> None:
    page = known.new_page()
    small = []
    for path in ("/p", "/p/form/what-matters/learn", "/p/talk/what-matters", "/p/me"):
        page.goto(house.url + path)
        expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=FIRST_SIGHT)
        small += page.evaluate(
            """() => [...document.querySelectorAll("main button, main a.button, main label.choice, nav a")]
              .filter(each => each.getBoundingClientRect().height < 48)
              .map(each => each.textContent)"""
        )
    assert small == []
