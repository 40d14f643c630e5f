"""A phone that cannot keep or cannot send: the words come into the person's hands, and from there to the ward."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from e2e import phone as fixtures
from e2e.browser import DESKTOP, Device
from e2e.phone import (
    ENGLISH,
    FIRST_SIGHT,
    Nurse,
    answer,
    asked,
    begin,
    everything_received,
    send,
    to_question,
    welcome,
    worker_ready,
)
from e2e.server import Server

house, kari = fixtures.house, fixtures.kari
Visit = Callable[..., Page]


def within(page: Page, path: str) -> None:
    """To another page of the app without loading it anew, as a press on a link does."""
    page.evaluate("path => { history.pushState(null, '', path); dispatchEvent(new Event('popstate')) }", path)


def rescued(page: Page, folder: Path) -> tuple[Path, str]:
    """Writes down the words and keeps the file."""
    expect(page.locator(".rescue-words li")).to_have_count(5)
    words = " ".join(page.locator(".rescue-words li").all_inner_texts())
    with page.expect_download() as download:
        page.get_by_role("button", name="Keep the file", exact=True).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    assert re.fullmatch(r"viktig-rescue-\d{4}-\d\d-\d\d\.json", path.name)
    return path, words


def read_in(page: Page, file: Path, words: str) -> None:
    page.get_by_label("The file", exact=True).set_input_files(file)
    page.get_by_label("The five words").fill(words)
    page.get_by_role("button", name="Read in", exact=True).click()


def opened_by_nurse(visit: Visit, house: Server, kari: Nurse, stay: str) -> Page:
    page = visit(DESKTOP, locale="en-GB")
    page.goto(f"{house.url}/demo")
    page.get_by_role("button", name="Sign in as Kari").click()
    page.wait_for_url(re.compile("/team"))
    page.goto(f"{house.url}/team/{kari.unit}/{stay}")
    page.get_by_text("More", exact=True).click(timeout=FIRST_SIGHT)
    page.get_by_role("button", name="Read in a rescue copy").click()
    return page


def set_room(page: Page, house: Server, size: int) -> None:
    """How much the browser lets this site keep, in bytes; -1 as much as it would by itself."""
    asked = {"origin": house.url} if size < 0 else {"origin": house.url, "quotaSize": size}
    page.context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", asked)


def fill(page: Page) -> None:
    """Other things take all the room there is."""
    page.evaluate(
        """async () => {
          const asked = indexedDB.open("films", 1);
          asked.onupgradeneeded = () => asked.result.createObjectStore("films", {autoIncrement: true});
          const films = await new Promise(done => (asked.onsuccess = () => done(asked.result)));
          const fits = size => new Promise(done => {
            const work = films.transaction("films", "readwrite");
            work.objectStore("films").put(new Uint8Array(size));
            work.oncomplete = () => done(true);
            work.onabort = () => done(false);
          });
          for (let size = 1_000_000; size > 50; ) if (!(await fits(size))) size /= 2;
          films.close();
        }"""
    )


def test_a_phone_that_is_full_and_offline_loses_no_word_and_keeps_on_when_there_is_room(
    house: Server, kari: Nurse, device: Callable[..., Device], tmp_path: Path
) -> None:
    stay = kari.admit()
    phone = device(ENGLISH)
    page = phone.page
    # From the first, since the browser remembers for half a minute how much room there was.
    set_room(page, house, 8_000_000)
    begin(page, house, kari.invite(stay))
    answer(page, "Snakk")
    worker_ready(page)
    phone.context.set_offline(True)
    fill(page)
    page.get_by_label("Your answer").fill("Snakk høyt, jeg hører dårlig")
    alert = page.get_by_role("alert").filter(has_text="could not keep the last you wrote")
    expect(alert).to_contain_text("Do not close this page.")
    expect(page.get_by_text("Saved on this phone")).to_have_count(0)
    alert.get_by_role("link", name="Make a rescue copy").click()
    rescued(page, tmp_path)
    page.go_back()
    expect(page.get_by_label("Your answer")).to_have_value("Snakk høyt, jeg hører dårlig")
    phone.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.get_by_text("a safe copy has come to Medisin 2")).to_be_visible(timeout=FIRST_SIGHT)
    set_room(page, house, -1)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(alert).to_have_count(0, timeout=2 * FIRST_SIGHT)  # the browser remembers the room for half a minute
    page = phone.restart(offline=True)
    page.goto(f"{house.url}/p/form/what-matters/talk")
    expect(page.get_by_label("Your answer")).to_have_value("Snakk høyt, jeg hører dårlig", timeout=FIRST_SIGHT)


def test_a_phone_that_was_shut_out_is_read_in_by_a_nurse_and_again_without_harm(
    house: Server, kari: Nurse, visit: Visit, tmp_path: Path
) -> None:
    stay = kari.admit()
    page, other = visit(ENGLISH), visit(ENGLISH)
    begin(page, house, kari.invite(stay))
    begin(other, house, kari.invite(stay))
    other.goto(f"{house.url}/p/me/devices")
    other.get_by_role("button", name="Sign out there").click(timeout=FIRST_SIGHT)
    expect(other.get_by_role("button", name="Sign out there")).to_have_count(0)
    answer(page, "Skrevet mens jeg var stengt ute")
    page.goto(f"{house.url}/p/me/unsent")
    expect(page.get_by_role("listitem").filter(has_text="Answers you are writing")).to_be_visible(timeout=FIRST_SIGHT)
    send(page, house)
    page.goto(f"{house.url}/p/me/unsent")
    card = page.get_by_role("listitem").filter(has_text="Answers to be sent")
    expect(card).to_contain_text("What matters to you?", timeout=FIRST_SIGHT)
    expect(card).to_contain_text("How would you like us to talk with you?")
    expect(card).to_contain_text("Waits until you have typed a new code.")
    page.get_by_role("link", name="Make a rescue copy").click()
    file, words = rescued(page, tmp_path)
    assert "stengt ute" not in file.read_text("utf-8")
    desk = opened_by_nurse(visit, house, kari, stay)
    read_in(desk, file, " ".join(reversed(words.split())))
    expect(desk.get_by_text("The words do not fit the file.")).to_be_visible(timeout=FIRST_SIGHT)
    read_in(desk, file, words.upper())
    expect(desk.get_by_text("2 things were read in.")).to_be_visible(timeout=FIRST_SIGHT)
    assert kari.sent(stay) == {"talk": "Skrevet mens jeg var stengt ute"}
    read_in(desk, file, words)
    expect(desk.get_by_text("2 were here already.")).to_be_visible(timeout=FIRST_SIGHT)
    assert len(kari.page(stay)["answers"]) == 1


def test_the_person_goes_on_from_a_rescue_copy_on_another_phone(
    house: Server, kari: Nurse, visit: Visit, tmp_path: Path
) -> None:
    stay = kari.admit()
    page = visit(ENGLISH)
    begin(page, house, kari.invite(stay))
    within(page, "/p/me")
    expect(page.get_by_role("heading", name="Me", exact=True)).to_be_visible(timeout=FIRST_SIGHT)
    page.context.set_offline(True)
    within(page, "/p/form/what-matters/talk")
    asked(page, 1)
    answer(page, "Halvskrevet på den gamle telefonen")
    within(page, "/p/me/rescue")
    file, words = rescued(page, tmp_path)
    new = visit(ENGLISH)
    welcome(new, house, kari.invite(stay))
    new.goto(f"{house.url}/p/me/rescue")
    new.get_by_text("Read in a rescue copy").click(timeout=FIRST_SIGHT)
    read_in(new, file, words)
    expect(new.get_by_text("1 thing was read in, and is sent by itself.")).to_be_visible(timeout=FIRST_SIGHT)
    read_in(new, file, words)
    expect(new.get_by_text("All of it is here already.")).to_be_visible(timeout=FIRST_SIGHT)
    everything_received(new, house)
    to_question(new, house, "talk")
    expect(new.get_by_label("Your answer")).to_have_value("Halvskrevet på den gamle telefonen")
    assert (kari.page(stay)["begun"], kari.sent(stay)) == (1, {})


def test_a_phone_that_does_not_promise_to_keep_says_so_before_the_first_question(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    page = visit(ENGLISH)
    refused = {"origin": house.url, "permission": {"name": "persistent-storage"}, "setting": "denied"}
    page.context.new_cdp_session(page).send("Browser.setPermission", refused)
    welcome(page, house, kari.invite(kari.admit()))
    expect(page.get_by_text("does not promise to keep things for a long time")).to_be_visible()
    page.get_by_role("button", name="Begin").click()
    asked(page, 1)
    page.goto(f"{house.url}/p/me")
    expect(page.get_by_text("does not promise to keep things for a long time")).to_be_visible(timeout=FIRST_SIGHT)
