"""What stays in sight on a phone, and that nothing covers it or runs over it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from e2e import phone as fixtures
from e2e.browser import DESKTOP
from e2e.phone import ENGLISH, ON, QUESTIONS, Nurse, answer, asked, begin, send, to_question, welcome
from e2e.server import Server

house, kari = fixtures.house, fixtures.kari
Visit = Callable[..., Page]

CROWDED = """() => [...document.querySelectorAll("main *")]
  .filter(each => !each.closest("svg, .unseen, .field") && getComputedStyle(each).display !== "inline")
  .filter(each => each.clientHeight > 1 && each.scrollHeight > each.clientHeight + 1)
  .map(each => `${each.className}: ${each.textContent}`)"""
"""Elements whose words are higher than they are themselves."""
WIDE = """() => [...document.querySelectorAll("main *, footer *")]
  .filter(each => each.getBoundingClientRect().right > innerWidth)
  .map(each => each.textContent)"""
LENGTH = "() => document.documentElement.scrollHeight - innerHeight"


def test_the_way_on_is_in_sight_at_every_question(house: Server, kari: Nurse, visit: Visit) -> None:
    page = visit(ENGLISH)
    begin(page, house, kari.invite(kari.admit()))
    for number in range(1, QUESTIONS):
        asked(page, number)
        for name in ("Next", "Skip"):
            expect(page.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
        page.get_by_role("button", name="Skip").click()


def test_the_phones_own_way_back_comes_to_the_question_before(house: Server, kari: Nurse, visit: Visit) -> None:
    page = visit(ENGLISH)
    begin(page, house, kari.invite(kari.admit()))
    answer(page, "Snakk høyt")
    page.get_by_role("button", name="Next").click()
    asked(page, 2)
    page.go_back()
    asked(page, 1)
    expect(page.get_by_label("Your answer")).to_have_value("Snakk høyt")


@pytest.mark.parametrize("width", [320, 360])
def test_where_there_are_many_helplines_no_number_is_cut(house: Server, visit: Visit, width: int) -> None:
    addiction = Nurse(house, "Sunniva", 1)
    # As wide as it is told to be, also when something on it is wider
    page = visit({**ENGLISH, "viewport": {"width": width, "height": 740}, "is_mobile": False})
    welcome(page, house, addiction.invite(addiction.admit()))
    page.get_by_role("button", name=ON).click()
    expect(page.get_by_role("link", name="Vold- og overgrepslinjen: 116006")).to_be_visible()
    assert page.evaluate(WIDE) == []
    addiction.http.close()


def test_the_largest_text_leaves_the_room_to_the_question(house: Server, kari: Nurse, visit: Visit) -> None:
    page = visit(ENGLISH)
    begin(page, house, kari.invite(kari.admit()))
    page.goto(f"{house.url}/p/me")
    page.get_by_role("button", name="Largest").click()
    expect(page.locator("html")).to_have_attribute("data-text", "largest")
    to_question(page, house, "talk")
    tops = page.locator("footer button").evaluate_all("all => all.map(one => one.getBoundingClientRect().y)")
    assert [len(tops), len(set(tops))] == [2, 1]
    expect(page.get_by_role("button", name="Next")).to_be_in_viewport(ratio=1)


def test_enlarged_four_times_the_way_on_gives_the_room_to_the_question(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    page = visit({**DESKTOP, "locale": "en-GB", "viewport": {"width": 320, "height": 256}})
    begin(page, house, kari.invite(kari.admit()))
    answer(page, "Snakk høyt")
    expect(page.get_by_role("button", name="Next")).not_to_be_in_viewport()
    page.get_by_role("button", name="Next").click()
    asked(page, 2)


def test_pages_with_places_are_as_long_as_the_window_and_nothing_runs_over(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    page = visit(ENGLISH)
    begin(page, house, kari.invite(kari.admit()), helper="Mona")
    for link in ("talk", "matters", "home", "involve", "please", "worry"):
        to_question(page, house, link)
        answer(page, "Å kunne gå til postkassen selv")
    send(page, house)
    for path in ("/p", "/p/answers", "/p/me"):
        page.goto(house.url + path)
        expect(page.get_by_role("navigation", name="Pages")).to_be_visible()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert (path, page.evaluate(LENGTH)) == (path, 0)
        assert [words for words in page.evaluate(CROWDED) if not words.startswith("screen:")] == []
