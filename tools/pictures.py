"""The README's pictures, taken of the demo in a real browser: `make pictures`."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Browser, Page, sync_playwright

from e2e.browser import DESKTOP, PHONE, launch_options
from e2e.server import Server, free_port

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"
PATIENT = "Ingrid Nilsen"
TYPED = {
    "textarea": "Jeg vil hjem.\nأريد العودة إلى البيت.",
    "input.field[inputmode=text]": "Kari (søster)",
    "input.field[inputmode=url]": "https://helsenorge.no/",
    "input.number": "-12",
    ".date input[maxlength='2']": "11",
    ".date input[maxlength='4']": "2026",
    "input[type=time]": "08:30",
}


def signed_in(browser: Browser, base: str, name: str) -> Page:
    page = browser.new_context(**DESKTOP).new_page()
    page.goto(f"{base}/demo")
    page.get_by_role("button", name=name).click()
    page.wait_for_url(lambda url: "/demo" not in url)
    return page


def nurse(browser: Browser, base: str) -> None:
    """Who has arrived, and what matters to one of them."""
    page = signed_in(browser, base, "Kari")
    page.get_by_text(PATIENT).first.click()
    page.get_by_text("postkassen").first.wait_for()
    page.screenshot(path=FOLDER / "nurse.png")
    page.get_by_role("button", name="Lest sammen med pasienten").click()
    page.get_by_text("Angre").first.wait_for()


def leader(browser: Browser, base: str) -> None:
    """The ward's figures."""
    page = signed_in(browser, base, "Solveig")
    page.get_by_text("Spurt innen").first.wait_for()
    page.screenshot(path=FOLDER / "leader.png")


def phone(browser: Browser, base: str) -> None:
    """The way of an answer, after the nurse has read it."""
    people = httpx.get(f"{base}/api/demo/people").json()["patients"]
    ingrid = next(one for one in people if one["name"] == PATIENT)
    page = browser.new_context(**PHONE).new_page()
    page.goto(f"{base}{ingrid['link']}")
    page.get_by_role("button", name="Bokmål").click()
    page.get_by_role("button", name="Jeg er pasienten").click()
    page.get_by_role("button", name="Jeg forstår").click()
    for field, part in zip(("Dag", "Måned", "År"), reversed(ingrid["birthDate"].split("-")), strict=True):
        page.get_by_label(field).fill(part)
    page.get_by_role("button", name="Neste").click()
    page.wait_for_url(lambda url: "#" not in url)
    page.get_by_text("Hei, Ingrid").wait_for()
    page.goto(f"{base}/p/answers")
    page.get_by_role("link", name="Hva er viktig for deg nå?").click()
    page.get_by_text("Lest av").first.wait_for()
    page.screenshot(path=FOLDER / "phone.png")


@contextmanager
def previewed(form: Mapping[str, Any], folder: Path) -> Iterator[str]:
    file = folder / "form.json"
    file.write_text(json.dumps(form), "utf-8")
    port = free_port()
    command = [sys.executable, "-m", "viktig", "questionnaire", "preview", str(file), f"--port={port}"]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        httpx.Client(transport=httpx.HTTPTransport(retries=20)).get(f"http://127.0.0.1:{port}/preview")
        yield f"http://127.0.0.1:{port}/preview/form"
    finally:
        running.terminate()
        running.wait()


def form_of(name: str) -> dict[str, Any]:
    form: dict[str, Any] = json.loads((FOLDER.parents[1] / f"tests/fhir/forms/{name}.json").read_text("utf-8"))
    return form


def controls() -> dict[str, Any]:
    """Every way of showing an item, but for the two that carry a script and are refused."""
    form = form_of("controls")
    return form | {"item": [item for item in form["item"] if item["linkId"] not in ("markdown", "xhtml")]}


def types() -> dict[str, Any]:
    """Every type of answer; limits, units to choose, and several answers in rows."""
    form = form_of("types")
    for other, names in {"rules": ("integer", "quantity"), "repeating": ("words",)}.items():
        more = [
            item | {"linkId": f"{other}-{item['linkId']}"} for item in form_of(other)["item"] if item["linkId"] in names
        ]
        form["item"] += more
    return form


def answered(page: Page) -> None:
    """Shows what is chosen, a fault, a number below zero, and words of both directions."""
    page.get_by_role("radio").first.check()
    for box in page.get_by_role("checkbox").all()[:2]:
        box.check()
    for slider in page.get_by_role("slider").all():
        slider.press("ArrowUp")
    for kind, words in TYPED.items():
        for field in page.locator(kind).all():
            field.fill(words)
    for button in page.locator(".nowrap ~ .button").all():
        button.click()
    page.evaluate("document.activeElement.blur()")


def fields(browser: Browser, folder: Path) -> None:
    """The fields of a form at 360 pixels, in bokmål and in the pseudo-language that is read from right to left."""
    for form in (controls, types):
        with previewed(form(), folder) as address:
            for direction, language in (("ltr", "nb"), ("rtl", "ar-XB")):
                page = browser.new_context(viewport={"width": 360, "height": 740}, locale="nb-NO").new_page()
                page.goto(f"{address}#{language}")
                page.locator(f"html[dir={direction}] h1").wait_for()
                answered(page)
                page.screenshot(path=FOLDER / f"{form.__name__}-{direction}.png", full_page=True)
                print(f"  {form.__name__}-{direction}.png", flush=True)


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as started:
        server = Server(Path(folder))
        server.start()
        browser = started.chromium.launch(**launch_options())
        try:
            for picture in (nurse, leader, phone):
                picture(browser, server.url)
                print(f"  {picture.__name__}.png", flush=True)
            fields(browser, Path(folder))
        finally:
            browser.close()
            server.stop()


if __name__ == "__main__":
    main()
