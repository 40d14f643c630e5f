"""W1-W3: from an opened, redeemed link to the first question, on slow networks with a slow processor; and offline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from bench.figure import Figure
from e2e.browser import launch_options
from e2e.phone import ENGLISH, Nurse, asked, begin, worker_ready
from e2e.server import Server
from e2e.test_patient_light import FETCHED, WATCH

ROUNDS = 3
SLOWER = 4
DELAY_MS = 150
SPEEDS = {"400 kbit/s": (400, 2.0), "1.6 Mbit/s": (1600, 1.4)}
"""kbit/s and the goal in seconds."""
QUESTION = "/p/form/what-matters/talk"


def figures(folder: Path) -> Iterator[Figure]:
    with sync_playwright() as started:
        house = Server(folder)
        house.start()
        browser = started.chromium.launch(**launch_options())
        try:
            kept = redeemed(browser, house)
            bodies: dict[str, int] = {}
            for name, (speed, goal) in SPEEDS.items():
                seen = [visit(browser, house, kept, speed) for _ in range(ROUNDS)]
                took = median(one["answerable"] for one in seen) / 1000
                bodies = seen[-1]["bodies"]
                yield Figure(name="W1", what=f"to the first question, {name}", value=took, goal=goal, unit="s")
            yield Figure(
                name="W2", what="bytes of that visit, packed", value=sum(bodies.values()) / 1000, goal=50, unit="KB"
            )
            yield Figure(name="W2", what="requests of that visit", value=len(bodies), goal=8)
            took = median(offline(browser, house) for _ in range(ROUNDS)) / 1000
            yield Figure(name="W3", what="second visit, no network, no PIN", value=took, goal=0.7, unit="s")
        finally:
            browser.close()
            house.stop()


def redeemed(browser: Browser, house: Server) -> Any:
    """What a phone holds whose link has been opened and redeemed."""
    kari = Nurse(house)
    page = browser.new_context(**ENGLISH).new_page()
    begin(page, house, kari.invite(kari.admit()))
    return page.context.storage_state(indexed_db=True)


def slowed(page: Page, kbit: int | None) -> None:
    """A processor four times slower; and a network of so many kbit/s with 150 ms a request (None: as it is)."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    if kbit is not None:
        rate = kbit * 1000 / 8
        network = {"offline": False, "latency": DELAY_MS, "downloadThroughput": rate, "uploadThroughput": rate}
        devtools.send("Network.emulateNetworkConditions", network)


def visit(browser: Browser, house: Server, kept: Any, kbit: int) -> dict[str, Any]:
    """One first visit, nothing cached: when the question could be answered (ms), and what was fetched for it."""
    page = browser.new_context(**ENGLISH, storage_state=kept).new_page()
    page.add_init_script(WATCH)
    slowed(page, kbit)
    page.goto(house.url + QUESTION)
    page.locator("textarea").wait_for()
    seen = {"answerable": page.evaluate("window.answerable"), "bodies": page.evaluate(FETCHED)}
    page.context.close()
    return seen


def offline(browser: Browser, house: Server) -> float:
    """The second visit, with the network off (ms)."""
    kari = Nurse(house)
    page = browser.new_context(**ENGLISH).new_page()
    begin(page, house, kari.invite(kari.admit()))
    asked(page, 1)
    worker_ready(page)
    page.context.set_offline(True)
    again = page.context.new_page()
    again.add_init_script(WATCH)
    slowed(again, None)
    again.goto(house.url + QUESTION)
    again.locator("textarea").wait_for()
    took: float = again.evaluate("window.answerable")
    page.context.close()
    return took
