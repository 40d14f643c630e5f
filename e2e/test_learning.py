"""Learning without a network: every module is there, and is found by what it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from e2e import phone as fixtures
from e2e.browser import Device
from e2e.phone import ENGLISH, FIRST_SIGHT, Nurse, becomes, begin, worker_ready
from e2e.server import Server

house, kari = fixtures.house, fixtures.kari


def modules_of(kari: Nurse) -> list[dict[str, Any]]:
    """A patient's, as they stand in the index."""
    modules = kari.http.get("/content/index.json").json()["modules"]
    return [one for one in modules if "patient" in one["forWhom"]]


def all_brought(page: Page) -> None:
    worker_ready(page)
    becomes(
        page,
        """async () => {
          const content = await caches.open("content");
          const { modules } = await (await content.match("/content/index.json")).json();
          const wanted = modules.filter(({ forWhom }) => forWhom.includes("patient"));
          const paths = wanted.map(({ languages }) => languages[document.documentElement.lang].path);
          return (await Promise.all(paths.map(path => content.match(`/content/${path}`)))).every(Boolean);
        }""",
    )


def speaks(page: Page, house: Server, language: str) -> None:
    page.goto(f"{house.url}/p/me")
    page.get_by_role("button", name=language).click()
    expect(page.get_by_role("button", name=language)).to_have_attribute("aria-pressed", "true")


def test_every_module_opens_for_the_first_time_without_a_network_in_the_persons_language(
    house: Server, kari: Nurse, device: Callable[..., Device]
) -> None:
    phone = device(ENGLISH)
    page = phone.page
    begin(page, house, kari.invite(kari.admit()))
    for tag, name in (("en", "English"), ("nn", "Nynorsk"), ("nb", "Bokmål")):
        speaks(page, house, name)
        all_brought(page)
        phone.context.set_offline(True)
        for module in modules_of(kari):
            title = module["languages"][tag]["title"]
            page.goto(f"{house.url}/p/learn")
            page.get_by_role("link", name=title, exact=True).click()
            expect(page.get_by_text(re.compile(f"^{re.escape(title)}, 1 "))).to_be_visible()
        phone.context.set_offline(False)


def test_a_module_is_found_without_a_network_by_what_it_says_and_opens_where_it_says_it(
    house: Server, kari: Nurse, device: Callable[..., Device]
) -> None:
    phone = device(ENGLISH)
    begin(phone.page, house, kari.invite(kari.admit()))
    speaks(phone.page, house, "Bokmål")
    all_brought(phone.page)
    page = phone.restart(offline=True)
    page.goto(f"{house.url}/p/learn")
    search = page.get_by_role("searchbox")
    # Mistyped, and from a keyboard without ø
    search.fill("nermeste parorende", timeout=FIRST_SIGHT)
    hit = page.locator(".hit").first
    expect(hit.locator("mark")).to_have_text("pårørende")
    screen = hit.get_by_role("link").inner_text()
    hit.get_by_role("link").click()
    expect(page.get_by_role("heading", name=screen, level=1)).to_be_visible()
    # Who comes back goes on with what was found.
    page.go_back()
    expect(search).to_have_value("nermeste parorende")
    search.fill("qwxz")
    expect(page.get_by_role("status").filter(has_text=".")).to_be_visible()
    search.fill("")
    expect(page.locator(".hit")).to_have_count(0)
