"""What a phone itself may do: a tab closed in the middle of a word, a browser killed, a clock that is a year wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect

from e2e import phone as fixtures
from e2e.browser import Device
from e2e.faults.clock import CLOCK
from e2e.faults.killed import kill_browser
from e2e.phone import ENGLISH, FIRST_SIGHT, Nurse, answer, asked, begin, everything_received, send, worker_ready
from e2e.server import Server

house, kari = fixtures.house, fixtures.kari


def test_a_tab_closed_in_the_middle_of_a_word_and_a_browser_killed_and_started_offline_have_kept_it(
    house: Server, kari: Nurse, device: Callable[..., Device]
) -> None:
    stay = kari.admit()
    phone = device(ENGLISH)
    page = phone.page
    begin(page, house, kari.invite(stay))
    worker_ready(page)
    page.get_by_label("Your answer").press_sequentially("Jeg vil helst ha vin")
    page.close()
    page = phone.context.new_page()
    page.goto(f"{house.url}/p/form/what-matters")
    expect(page.get_by_label("Your answer")).to_have_value("Jeg vil helst ha vin", timeout=FIRST_SIGHT)

    answer(page, "Jeg vil helst ha vinduet åpent om nat")
    kill_browser(phone)
    page = phone.switch_on(offline=True)
    page.goto(f"{house.url}/p/form/what-matters")
    expect(page.get_by_label("Your answer")).to_have_value("Jeg vil helst ha vinduet åpent om nat", timeout=FIRST_SIGHT)
    phone.context.set_offline(False)
    send(page, house)
    everything_received(page, house)
    assert kari.sent(stay) == {"talk": "Jeg vil helst ha vinduet åpent om nat"}


def test_a_clock_a_year_ahead_asks_nothing_too_early_and_tells_the_right_times(
    house: Server, kari: Nurse, visit: Callable[..., Page]
) -> None:
    stay = kari.admit()
    page = visit(ENGLISH)
    page.add_init_script(CLOCK % 365)
    begin(page, house, kari.invite(stay))
    answer(page, "Snakk høyt")
    page.get_by_role("button", name="Next").click()
    asked(page, 2)
    send(page, house)
    everything_received(page, house)
    page.goto(f"{house.url}/p")
    expect(page.get_by_text("Received at Medisin 2 today")).to_be_visible()
    expect(page.get_by_text("Did somebody talk with you about what you wrote?")).to_have_count(0)
    page.goto(f"{house.url}/p/answers/what-matters/talk")
    expect(page.get_by_text("Saved on the phone")).to_be_visible()
    expect(page.locator("time", has_text="today")).to_have_count(2)
    (answers,) = kari.page(stay)["answers"]
    written = datetime.fromisoformat(answers["response"]["item"][0]["authored"])
    assert abs(datetime.now(UTC) - written) < timedelta(hours=1)
