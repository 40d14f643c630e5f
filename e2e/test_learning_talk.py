"""The talk at the end of a text, and what one thinks of the text: nothing of it is lost, and the latter goes without a
name."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from playwright.sync_api import Locator, Page, expect

from e2e import phone as fixtures
from e2e.browser import Device
from e2e.phone import (
    ENGLISH,
    FIRST_SIGHT,
    PIN,
    Nurse,
    becomes,
    begin,
    set_pin,
    try_pin,
    worker_ready,
)
from e2e.server import Server

house, kari = fixtures.house, fixtures.kari
Visit = Callable[..., Page]


def going_home(kari: Nurse) -> dict[str, Any]:
    modules = kari.http.get("/content/index.json").json()["modules"]
    entry = next(one for one in modules if one["id"] == "going-home")
    module: dict[str, Any] = kari.http.get(f"/content/{entry['languages']['en']['path']}").json()
    return module


def to_the_end(page: Page) -> None:
    """Through the talk, from its first page, without a word."""
    page.get_by_role("button", name="Next").click()
    while page.get_by_role("button", name="Skip").is_visible():
        title = page.get_by_role("heading", level=1)
        before = title.inner_text()
        page.get_by_role("button", name="Skip").click()
        expect(title).not_to_have_text(before)
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_role("heading", name="Thank you for reading")).to_be_visible()


def tapped(page: Page, asked: str, said: str) -> Locator:
    return page.get_by_role("group", name=asked).get_by_role("button", name=said)


SEALED = """async () => {
  const { name } = (await indexedDB.databases()).find(({ name }) => name !== "viktig");
  const ask = indexedDB.open(name);
  const db = await new Promise(done => { ask.onsuccess = () => done(ask.result); });
  const all = db.transaction("rows").objectStore("rows").getAll();
  const rows = await new Promise(done => { all.onsuccess = () => done(all.result); });
  db.close();
  return rows.map(({ sealed }) => sealed.slice(0, 12).join()).join(" ");
}"""
"""How each thing of this person was sealed last."""


@contextlib.contextmanager
def kept(page: Page) -> Iterator[None]:
    """What is done within has reached the disk when the block is left."""
    before = page.evaluate(SEALED)
    yield
    becomes(page, f"async () => (await ({SEALED})()) !== {json.dumps(before)}")


def test_what_one_thinks_of_a_module_goes_by_itself_later_and_without_a_name(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    page = visit(ENGLISH)
    begin(page, house, kari.invite(kari.admit()))
    page.goto(f"{house.url}/p/learn/going-home/99")
    to_the_end(page)
    page.clock.install()
    for asked in ("Was it easy to understand?", "Was it useful?"):
        tapped(page, asked, "Yes").click()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Thank you for telling us")).to_be_visible()
    with page.expect_response("**/api/module-feedback") as coming:
        page.clock.fast_forward("11:00")
    assert coming.value.status == 204
    assert not {"cookie", "viktig-profile"} & set(coming.value.request.all_headers())


def test_the_talk_about_a_text_goes_on_where_it_was_after_a_reload_a_lock_and_a_killed_browser_without_a_network(
    house: Server, kari: Nurse, device: Callable[..., Device]
) -> None:
    stay = kari.admit()
    phone = device(ENGLISH)
    page = phone.page
    begin(page, house, kari.invite(stay))
    set_pin(page, house)
    worker_ready(page)
    phone.context.set_offline(True)
    page.goto(f"{house.url}/p/learn/going-home")
    try_pin(page, PIN)
    for _screen in range(len(going_home(kari)["steps"])):
        page.get_by_role("button", name="Next").click()
    page.get_by_label("Your own words").fill("Jeg ringer hjemmesykepleien")
    page.get_by_label("Keep my words for the talk with the nurse").check()
    page.get_by_role("button", name="Next").click()
    page.get_by_label("The old one, I am used to it").check()
    with kept(page):
        page.get_by_label("Only the new one").check()

    page.reload()
    try_pin(page, PIN)
    expect(page.get_by_label("Only the new one")).to_be_checked()
    for _question in going_home(kari)["teachBack"]["questions"]:
        page.get_by_role("button", name=re.compile("^(Next|Skip)$")).click()
    with kept(page):
        page.get_by_label("Who follows up").check()

    page.get_by_role("button", name="Hide").click()
    try_pin(page, PIN)
    expect(page.get_by_label("Who follows up")).to_be_checked()

    # The app is begun anew at its own address, and the text is found where one was.
    page = phone.restart(offline=True)
    page.goto(f"{house.url}/p/learn")
    try_pin(page, PIN)
    page.get_by_role("link", name="Going home safely", exact=True).click()
    expect(page.get_by_label("Who follows up")).to_be_checked()
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_role("heading", name="Thank you for reading")).to_be_visible()
    tapped(page, "Was it easy to understand?", "Partly").click()
    tapped(page, "Was it useful?", "Yes").click()
    with kept(page):
        page.get_by_label("What could be better?").fill("Litt for la")

    page.reload()
    try_pin(page, PIN)
    expect(page.get_by_label("What could be better?")).to_have_value("Litt for la")
    expect(tapped(page, "Was it easy to understand?", "Partly")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Thank you for telling us")).to_be_visible()

    phone.context.set_offline(False)
    page.goto(f"{house.url}/p/me/unsent")
    try_pin(page, PIN)
    expect(page.get_by_text("Everything has been received.")).to_be_visible(timeout=FIRST_SIGHT)
    told = next(one for one in kari.page(stay)["modules"] if one["module"] == "going-home")["teachBack"]
    assert told["words"] == "Jeg ringer hjemmesykepleien"
    assert told["unsure"] == ["Who follows up"]
    assert "Litt for la" not in json.dumps(kari.page(stay))


def test_of_two_windows_one_sends_what_one_thinks_of_a_module(house: Server, kari: Nurse, visit: Visit) -> None:
    page = visit(ENGLISH)
    begin(page, house, kari.invite(kari.admit()))
    page.goto(f"{house.url}/p/learn/going-home/end")
    page.clock.install()
    for asked in ("Was it easy to understand?", "Was it useful?"):
        tapped(page, asked, "Yes").click()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Thank you for telling us")).to_be_visible()
    window = page.context.new_page()
    window.goto(f"{house.url}/p/learn")
    expect(window.get_by_role("heading", name="Learn")).to_be_visible(timeout=FIRST_SIGHT)
    sent: list[str] = []
    page.context.on("request", lambda asked: sent.append(asked.url) if "module-feedback" in asked.url else None)
    with page.context.expect_event("requestfinished", lambda asked: "module-feedback" in asked.url):
        page.clock.fast_forward("11:00")
    for each in (page, window):
        each.evaluate("navigator.locks.request('viktig-module-feedback', () => undefined)")
        each.clock.fast_forward("11:00")
    assert len(sent) == 1
