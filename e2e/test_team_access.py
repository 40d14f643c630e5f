"""Every page of the ward for every reader: axe, narrow screens, 400 % zoom, dark, forced colours."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from e2e import ward as fixtures
from e2e.browser import DESKTOP, TABLET, violations
from e2e.ward import Open, more, open_patient

ward, work = fixtures.ward, fixtures.work

PHONE_WIDE: dict[str, Any] = {**DESKTOP, "viewport": {"width": 360, "height": 740}}
SMALL_LAPTOP: dict[str, Any] = {**DESKTOP, "viewport": {"width": 1024, "height": 768}}
ZOOMED: dict[str, Any] = {**DESKTOP, "viewport": {"width": 320, "height": 256}}
"""1280 x 1024 at 400 %."""


def sound(page: Page, width: int) -> None:
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def walk(page: Page, width: int) -> None:
    """The nurse's pages one after the other."""
    expect(page.locator(".arrival").first).to_be_visible()
    sound(page, width)
    open_patient(page, "Tuva Lien")
    expect(page.get_by_role("region", name="Something to read")).to_be_visible()
    sound(page, width)
    page.get_by_role("link", name="Fill in together").click()
    expect(page.locator(".to-fill").first).to_be_visible()
    sound(page, width)


@pytest.mark.parametrize(
    ("options", "more_options"),
    [(DESKTOP, {}), (SMALL_LAPTOP, {"color_scheme": "dark"}), (TABLET, {"locale": "nb-NO"}), (PHONE_WIDE, {})],
    ids=["desktop", "laptop-dark", "tablet-bokmål", "phone"],
)
def test_the_list_the_patient_and_the_questions_are_sound(
    work: Open, options: dict[str, Any], more_options: dict[str, Any]
) -> None:
    page = work("Kari", options, **{key: value for key, value in more_options.items() if key != "locale"})
    walk(page, options["viewport"]["width"])


def test_the_dialogs_are_sound(work: Open) -> None:
    page = work("Kari", forced_colors="active")
    open_patient(page, "Ingrid Nilsen")
    page.get_by_role("button", name="Do something about this").first.click()
    sound(page, 1280)
    page.keyboard.press("Escape")
    for name in (
        "Invitation",
        "Cannot answer now",
        "Move to another unit",
        "End the stay",
        "Earlier answers",
        "Read in a rescue copy",
    ):
        more(page, name)
        expect(page.get_by_role("dialog")).to_be_visible()
        sound(page, 1280)
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="New arrival").click()
    sound(page, 1280)


def test_the_shift_sheet_and_the_figures_are_sound(work: Open) -> None:
    page = work("Kari", PHONE_WIDE)
    page.get_by_role("link", name="Shift sheet").click()
    expect(page.get_by_role("table")).to_be_visible()
    sound(page, 360)
    page = work("Solveig", PHONE_WIDE, color_scheme="dark")
    expect(page.get_by_role("heading", name="What the figures mean")).to_be_visible()
    sound(page, 360)
    page.get_by_role("link", name="Answered").first.click()
    expect(page.get_by_role("img")).to_be_visible()
    sound(page, 360)


def test_at_four_hundred_per_cent_nothing_is_scrolled_sideways(work: Open) -> None:
    page = work("Kari", ZOOMED)
    walk(page, 320)
    page.get_by_role("link", name="Back").click()
    more(page, "End the stay")
    sound(page, 320)


def test_who_is_not_signed_in_is_told_so_calmly(work: Open) -> None:
    page = work("Kari")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="You are not signed in")).to_be_visible()
    sound(page, 1280)
    page.get_by_role("link", name="Choose who you are in the demo").click()
    expect(page.get_by_role("heading", name="Be a patient, on the phone")).to_be_visible()
    sound(page, 1280)
