"""The public pages in a real browser: without script, beside the app, in light and dark, for a screen reader."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from e2e import phone as fixtures
from e2e.browser import DESKTOP, PHONE, violations
from e2e.server import Server

house = fixtures.house
Visit = Callable[..., Page]
SMALLEST = """() => Math.min(...[...document.querySelectorAll("main > p, main > section:not(.about) *")]
  .map((one) => parseFloat(getComputedStyle(one).fontSize) * 0.75))"""
"""In points; without the sources."""


def test_a_text_is_found_and_read_without_script_and_its_words_are_explained(house: Server, visit: Visit) -> None:
    page = visit(PHONE, java_script_enabled=False, locale="nb-NO")
    page.goto(f"{house.url}/learn")
    page.get_by_role("link", name="Rene hender").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Rene hender")
    page.locator("a.term").first.click()
    expect(page.locator("dt:target")).to_be_in_viewport()
    page.get_by_role("link", name="Nynorsk").click()
    expect(page).to_have_url(f"{house.url}/learn/clean-hands/nn")


def test_the_worker_of_the_app_lets_them_through(house: Server, visit: Visit) -> None:
    page = visit(PHONE)
    page.goto(house.url)
    page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
    page.reload()
    assert page.evaluate("navigator.serviceWorker.controller !== null")
    page.goto(f"{house.url}/learn/clean-hands/nb")
    expect(page.get_by_role("heading", level=1)).to_have_text("Rene hender")
    page.goto(f"{house.url}/learn/nope")
    expect(page.get_by_role("heading", level=1)).to_have_text("Denne siden finnes ikke")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("options", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_they_have_no_fault_that_axe_knows(
    house: Server, visit: Visit, options: dict[str, object], scheme: str
) -> None:
    page = visit(options, color_scheme=scheme)
    for path in ("/learn/nb", "/learn/clean-hands/nb", "/learn/nope"):
        page.goto(house.url + path)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("path", ["going-home/nb", "going-home/nb/easy", "clean-hands/nb", "pain/nb"])
def test_on_paper_it_is_a_leaflet_of_two_sheets_at_most_in_large_type(house: Server, visit: Visit, path: str) -> None:
    page = visit(DESKTOP)
    page.goto(f"{house.url}/learn/{path}")
    page.emulate_media(media="print")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) <= 4
    assert round(page.evaluate(SMALLEST), 1) >= 14
    for gone in ("header", "nav", ".skip", ".way"):
        assert not [one for one in page.locator(gone).all() if one.is_visible()]
    expect(page.locator(".paper svg")).to_be_visible()
