"""W4-W6: answering a form of 30 and of 300 questions, in a real browser whose processor is slowed down."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from bench import long_forms
from bench.figure import Figure
from bench.web import slowed
from e2e.browser import ROOT, launch_options
from e2e.phone import ENGLISH, ON, Nurse, welcome
from e2e.server import Server

SHORT, LONG = 30, 300
ROUNDS = 3
CHOICES, KEYS = 40, "Jeg vil sove om natta, og kaffe til frokost"
# From the hand's movement to the frame after: the message comes when that frame has been painted
WATCH = """(kind => {
  window.took = [];
  document.addEventListener(kind, ({ timeStamp }) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      window.took.push(performance.now() - timeStamp);
      dispatchEvent(new Event("painted"));
    };
    port2.postMessage(null);
  }), { capture: true });
})"""


class Seen(NamedTuple):
    choices: list[float]
    keys: list[float]
    heap: float


def house(folder: Path, questions: int) -> Server:
    """The demo with a longer form: the program's own files, copied, come before those that are installed."""
    shutil.copytree(ROOT / "server/viktig", folder / "viktig", ignore=shutil.ignore_patterns("__pycache__"))
    path = folder / "viktig/content/questionnaires/what-matters.json"
    form = json.loads(path.read_text("utf-8"))
    own = sum(item["type"] not in ("group", "display") for item in form["item"])
    # The demo's people do not know these questions, so none of them must be answered
    form["item"] += [optional(n) for n in range(questions - own)]
    path.write_text(json.dumps(form), "utf-8")
    return Server(folder)


def optional(n: int) -> long_forms.Json:
    item = long_forms.asked(n)
    why = {"url": f"{long_forms.FHIR}designNote", "valueString": "Asked so that its time can be taken."}
    return item | {"required": False, "extension": [*item.get("extension", ()), why]}


# Awaited, not asked for at every frame: a page that is asked draws frames that nobody sees, and is late for the next
# hand. And a hand comes when the page is at rest: no person chooses 25 times a second
TOOK = """number => new Promise(done => {
  const look = () => window.took.length >= number && requestIdleCallback(() => done(window.took));
  addEventListener("painted", look);
  look();
})"""


def took(page: Page, number: int) -> list[float]:
    seen: list[float] = page.evaluate(TOOK, number)
    return seen


def middle_of(place: Locator) -> tuple[float, float]:
    """Where a hand goes: a click by the place's name would look at the page first, in the page's own time."""
    box = place.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def seen(browser: Browser, server: Server) -> Seen:
    context = browser.new_context(**ENGLISH)
    page = context.new_page()
    nurse = Nurse(server)
    welcome(page, server, nurse.invite(nurse.admit()))
    nurse.http.close()
    page.get_by_role("button", name=ON).click()
    expect(page.get_by_text("Question 1 of")).to_be_visible()
    page.goto(f"{server.url}/p/form/what-matters/q0")
    expect(page.get_by_label("A little")).to_be_visible()
    slowed(page, 0)
    page.evaluate(f"{WATCH}('click')")
    places = [middle_of(page.get_by_label(words)) for words in ("A little", "Some")]
    for n in range(CHOICES):
        page.mouse.click(*places[n % 2])
        took(page, n + 1)
    choices = took(page, CHOICES)
    page.goto(f"{server.url}/p/form/what-matters/q1")
    page.get_by_label("Your answer").click()
    page.evaluate(f"{WATCH}('keydown')")
    for n, key in enumerate(KEYS):
        page.keyboard.press(key)
        took(page, n + 1)
    keys = took(page, len(KEYS))
    session = context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    heap = float(session.send("Runtime.getHeapUsage")["usedSize"]) / 1_000_000
    context.close()
    return Seen(choices, keys, heap)


def figures(folder: Path) -> Iterator[Figure]:
    found: dict[int, list[Seen]] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        for questions in (SHORT, LONG):
            place = folder / str(questions)
            place.mkdir()
            server = house(place, questions)
            try:
                server.start()
                found[questions] = [seen(browser, server) for _ in range(ROUNDS)]
            finally:
                server.stop()
        browser.close()
    middle = {questions: median(median(one.choices) for one in rounds) for questions, rounds in found.items()}
    for questions, rounds in found.items():
        form = f"a form of {questions}, median of {ROUNDS} rounds"
        worst = median(max(one.choices) for one in rounds)
        key = median(median(one.keys) for one in rounds)
        yield Figure(name="W4", what=f"a choice to the next paint, {form}", value=middle[questions], goal=40, unit="ms")
        yield Figure(name="W4", what=f"the slowest of {CHOICES}, {form}", value=worst, goal=60, unit="ms")
        yield Figure(name="W4", what=f"a key to the next paint, {form}", value=key, goal=35, unit="ms")
    longer = middle[LONG] / middle[SHORT]
    yield Figure(name="W5", what=f"a choice among {LONG} questions over one among {SHORT}", value=longer, goal=1.5)
    for questions, goal in ((SHORT, 4), (LONG, 7)):
        heap = max(one.heap for one in found[questions])
        yield Figure(
            name="W6", what=f"memory of the page's program, {questions} questions", value=heap, goal=goal, unit="MB"
        )
