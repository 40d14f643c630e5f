"""The ward's list: who waits, what is new, and how it is walked with a keyboard alone."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from e2e import ward as fixtures
from e2e.ward import Open, group, open_patient

ward, work = fixtures.ward, fixtures.work


NAMES = ".arrival-link b"


def names(page: Page) -> list[str]:
    return page.locator(NAMES).all_inner_texts()


def test_a_nurse_signs_in_by_a_click_and_sees_first_who_wants_to_talk_alone(work: Open) -> None:
    page = work("Kari")
    groups = page.locator(".group h2 span:first-child").all_inner_texts()
    assert groups[:3] == ["Wants to talk alone", "Not read", "Changed since it was read"]
    assert "Berit Solberg" in group(page, "Has not answered").inner_text()
    assert "26 hours without being asked" in group(page, "Has not answered").inner_text()
    assert "Begun, 3 of" in group(page, "Has begun").inner_text()
    assert "Ask again" in group(page, "Cannot answer now").inner_text()
    assert "The ward leader reads it" in group(page, "Gone home, not read").inner_text()


def test_a_wish_to_talk_alone_is_taken_by_name_and_others_see_by_whom(work: Open) -> None:
    kari, jonas = work("Kari"), work("Jonas")
    kari.get_by_role("button", name="Kari takes it").click()
    expect(kari.get_by_role("button", name="Kari takes it")).to_have_count(0)
    jonas.get_by_role("button", name="Jonas takes it").click()
    expect(group(jonas, "Wants to talk alone")).to_contain_text("Kari, nurse talks with the patient")
    open_patient(jonas, "Åse Bruun")
    expect(jonas.get_by_role("article")).to_contain_text("Kari, nurse talks with the patient")


def test_what_others_do_waits_behind_a_button_and_no_row_moves_before_it_is_pressed(work: Open) -> None:
    kari, ahmed = work("Kari"), work("Ahmed")
    expect(kari.get_by_text("What is new shows up by itself")).to_be_visible(timeout=30_000)
    before = names(kari)
    open_patient(ahmed, "Omar Hassan")
    ahmed.get_by_role("button", name="Mark as read").click()
    expect(ahmed.get_by_role("button", name="Undo")).to_be_visible()
    news = kari.get_by_role("button", name="1 new")
    expect(news).to_be_visible()
    assert names(kari) == before
    news.click()
    expect(group(kari, "Read")).to_contain_text("Omar Hassan")
    expect(news).to_have_count(0)


def test_two_windows_of_one_browser_share_one_stream_and_both_hear(work: Open) -> None:
    first, jonas = work("Kari"), work("Jonas")
    expect(first.get_by_text("What is new shows up by itself")).to_be_visible(timeout=30_000)
    streams: list[str] = []
    first.context.on("request", lambda asked: streams.append(asked.url) if asked.url.endswith("/events") else None)
    second = first.context.new_page()
    second.goto(first.url)
    expect(group(second, "Not read")).to_be_visible()
    open_patient(jonas, "Tuva Lien")
    jonas.get_by_role("button", name="Mark as read").click()
    for page in (first, second):
        expect(page.get_by_role("button", name="1 new")).to_be_visible()
    assert streams == []


def test_the_list_is_searched_by_name_and_room_and_narrowed_to_my_patients(work: Open) -> None:
    page = work("Kari")
    page.get_by_label("Search by name or room").fill("solb")
    expect(page.locator(NAMES)).to_have_text(["Berit Solberg"])
    page.get_by_label("Search by name or room").fill("")
    open_patient(page, "Nils Aas")
    page.get_by_text("More", exact=True).click()
    page.get_by_label("My patient", exact=True).check()
    page.get_by_label("Only my patients (1)").check()
    expect(page.locator(NAMES)).to_have_text(["Nils Aas"])


def test_a_nurse_works_with_the_keyboard_alone(work: Open) -> None:
    page = work("Kari")
    expect(group(page, "Not read")).to_be_visible()
    while page.evaluate("document.activeElement.querySelector('b')?.innerText") != "Ingrid Nilsen":
        page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Ingrid Nilsen", level=1)).to_be_focused()
    page.keyboard.press("r")
    expect(page.get_by_text("Read by Kari, nurse today")).to_be_visible()
    page.keyboard.press("u")
    expect(page.get_by_text("Not read yet.")).to_be_visible()
    page.keyboard.press("t")
    expect(page.get_by_text("Read together with the patient by Kari, nurse today")).to_be_visible()
    page.keyboard.press("a")
    expect(page.get_by_role("dialog", name="Do something about this")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    keys.get_by_label("Single keys are on").press("Space")
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    expect(page.get_by_role("dialog")).to_have_count(0)
