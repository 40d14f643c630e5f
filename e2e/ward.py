"""A ward with the demo's people, shared by the tests of one file; each test keeps to its own patients."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.browser import DESKTOP
from e2e.server import Server

ENGLISH: dict[str, Any] = {"locale": "en-GB"}
"""The words in the sources: the tests do not follow every change of a translation."""

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def ward(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("ward"))
    try:
        running.start()
        yield running
    finally:
        running.stop()


@pytest.fixture
def work(ward: Server, visit: Callable[..., Page]) -> Open:
    """`work("Kari")` is a window in which Kari is signed in, with the list before her."""

    def signed_in(given: str, options: dict[str, Any] = DESKTOP, **more: Any) -> Page:
        page = visit(options, **{**ENGLISH, **more})
        page.goto(f"{ward.url}/demo")
        page.get_by_role("button", name=f"Sign in as {given}").click()
        page.wait_for_url(re.compile("/(team|insight)"))
        expect(page.locator(".arrival, .tile").first).to_be_visible()
        return page

    return signed_in


def group(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=re.compile(f"^{name} [0-9]+$"))


def open_patient(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="Patients").get_by_role("link", name=name).click()
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()


def more(page: Page, name: str) -> None:
    page.get_by_text("More", exact=True).click()
    page.locator(".menu-sheet").get_by_text(name, exact=True).click()


def api(page: Page, path: str) -> Any:
    """What the server tells whoever is signed in on this page."""
    return page.evaluate(
        """path => fetch(path, {headers: {"Viktig-Profile": localStorage.getItem("viktig-team-profile")}})
        .then(answer => answer.json())""",
        path,
    )
