"""W1-W3: the phone's first and second visit, in a real browser whose processor and network are slowed down."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from bench.figure import Figure
from e2e.browser import launch_options
from e2e.phone import ENGLISH, Nurse, answer, begin, fetches_all_anew, worker_ready
from e2e.server import Server

SLOW, QUICKER = 400, 1600
"""kbit/s"""
LATENCY = 150
SLOWER = 4
VISITS = 5
FORM = "/p/form/what-matters/talk"
WORDS = "Snakk rolig til meg"
WATCH = """new MutationObserver((_, watching) => {
  if (!document.querySelector("textarea")) return;
  requestAnimationFrame(() => requestAnimationFrame(() => { window.answerable ??= performance.now(); }));
  watching.disconnect();
}).observe(document, { childList: true, subtree: true });"""
LOCKED = """new MutationObserver((_, watching) => {
  if (!document.querySelector("input[type=password]")) return;
  requestAnimationFrame(() => requestAnimationFrame(() => { window.asked ??= performance.now(); }));
  watching.disconnect();
}).observe(document, { childList: true, subtree: true });
document.addEventListener("submit", () => { window.given = performance.now(); }, true);"""
PIN = "kaffe84"
ANSWERABLE = """() => new Promise(done => {
  const look = () => window.answerable ? done(window.answerable) : requestAnimationFrame(look);
  look();
})"""
FETCHED = """() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
  .filter(one => one.startTime < window.answerable).map(one => one.encodedBodySize)"""


def slowed(page: Page, kilobits: int) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    if kilobits:
        speed = kilobits * 1000 / 8
        conditions = {"offline": False, "latency": LATENCY, "downloadThroughput": speed, "uploadThroughput": speed}
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", conditions)


def first_visit(page: Page, url: str, kilobits: int) -> tuple[float, list[int], Page]:
    """Seconds until the first question stands there, the size of each thing fetched until then, and the new page."""
    page = fetches_all_anew(page)
    page.add_init_script(WATCH)
    slowed(page, kilobits)
    seconds = answerable(page, lambda: page.goto(url + FORM))
    sizes: list[int] = page.evaluate(FETCHED)
    return seconds, sizes, page


def answerable(page: Page, go: Callable[[], object]) -> float:
    """Seconds since the visit began."""
    go()
    return float(page.evaluate(ANSWERABLE)) / 1000


def second_visit(context: BrowserContext, url: str, pin: str = "") -> float:
    """Without a network, from what the phone has kept; the time in which a person types the PIN is not counted."""
    page = context.new_page()
    page.add_init_script(WATCH + LOCKED)
    context.set_offline(True)
    slowed(page, 0)
    page.goto(url + FORM)
    if pin:
        page.get_by_label("Your PIN").fill(pin)
        page.get_by_role("button", name="Open", exact=True).click()
    seconds = answerable(page, lambda: None)
    if pin:
        seconds -= float(page.evaluate("(window.given - window.asked) / 1000"))
    assert page.get_by_label("Your answer").input_value() == WORDS, "the answer was not kept"
    page.close()
    context.set_offline(False)
    return seconds


def figures(folder: Path) -> Iterator[Figure]:
    server = Server(folder)
    server.start()
    try:
        nurse = Nurse(server)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(**launch_options())
            context = browser.new_context(**ENGLISH)
            page = context.new_page()
            begin(page, server, nurse.invite(nurse.admit()))
            visits: list[tuple[float, list[int]]] = []
            for kilobits, goal in ((SLOW, 2.0), (QUICKER, 1.4)):
                visits = []
                for _ in range(VISITS):
                    seconds, sizes, page = first_visit(page, server.url, kilobits)
                    visits.append((seconds, sizes))
                yield Figure(
                    name="W1",
                    what=f"to the first question, {kilobits} kbit/s, processor slowed {SLOWER} times",
                    value=median(seconds for seconds, _ in visits),
                    goal=goal,
                    unit="s",
                )
            sizes = visits[0][1]
            yield Figure(name="W2", what="size of that visit", value=sum(sizes) / 1000, goal=50, unit="KB")
            yield Figure(name="W2", what="requests of that visit", value=len(sizes), goal=8)
            page.close()
            page = context.new_page()
            page.goto(server.url + FORM)
            answer(page, WORDS)
            worker_ready(page)
            offline = median(second_visit(context, server.url) for _ in range(VISITS))
            yield Figure(
                name="W3", what="second visit, network off: to the first question", value=offline, goal=0.7, unit="s"
            )
            page.goto(f"{server.url}/p/me/lock")
            page.get_by_label("Choose a PIN").fill(PIN)
            page.get_by_role("button", name="Set the PIN").click()
            expect(page.get_by_text("opens with your PIN")).to_be_visible()
            locked = median(second_visit(context, server.url, PIN) for _ in range(VISITS))
            yield Figure(
                name="W3", what="the same with a PIN, its typing not counted", value=locked, goal=1.5, unit="s"
            )
            browser.close()
    finally:
        server.stop()
