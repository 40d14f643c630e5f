"""A stay comes, moves and ends; what leaves the screen leaves it as paper or text."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import expect

from e2e import ward as fixtures
from e2e.browser import PHONE
from e2e.ward import Open, group, more, open_patient

ward, work = fixtures.ward, fixtures.work


def test_a_new_arrival_is_on_the_list_at_once_and_opened(work: Open) -> None:
    page = work("Kari")
    page.get_by_role("button", name="New arrival").click()
    dialog = page.get_by_role("dialog", name="New arrival")
    dialog.get_by_label("First name").fill("Gunnar")
    dialog.get_by_label("Family name").fill("Myhre")
    dialog.get_by_label("Birth date").fill("1951-02-28")
    dialog.get_by_label("Room").fill("15")
    dialog.get_by_label("Interpreter, which language").fill("polsk")
    dialog.get_by_role("button", name="Put on the list").click()
    expect(page.get_by_role("heading", name="Gunnar Myhre", level=1)).to_be_visible()
    expect(page.get_by_role("article")).to_contain_text("Born 28.02.1951")
    expect(page.get_by_role("article")).to_contain_text("Needs an interpreter: polsk.")
    expect(group(page, "Has not answered")).to_contain_text("Gunnar Myhre")


def test_each_way_a_stay_ends_says_what_follows_and_the_patient_leaves_the_list(work: Open) -> None:
    page = work("Kari")
    open_patient(page, "Leila Amiri")
    more(page, "End the stay")
    dialog = page.get_by_role("dialog", name="End the stay of Leila Amiri")
    for words in ("The patient keeps the page", "Reminders and questions stop at once", "set aside", "not counted"):
        expect(dialog).to_contain_text(words)
    dialog.get_by_label("Discharged").check()
    dialog.get_by_role("button", name="End the stay").click()
    expect(page.locator(".arrivals")).not_to_contain_text("Leila Amiri")
    expect(page.get_by_role("heading", name="Choose a patient")).to_be_visible()


def test_after_a_move_the_new_unit_owns_what_is_not_read(work: Open) -> None:
    page = work("Ahmed")
    open_patient(page, "Ingrid Nilsen")
    more(page, "Move to another unit")
    page.get_by_label("To which unit").select_option("Kirurgi 1")
    page.get_by_label("Room", exact=True).fill("31")
    page.get_by_role("button", name="Move", exact=True).click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".arrivals")).not_to_contain_text("Ingrid Nilsen")
    page.get_by_label("Unit").select_option("Kirurgi 1")
    expect(group(page, "Not read")).to_contain_text("Ingrid Nilsen")
    expect(group(page, "Not read")).to_contain_text("Answered at Medisin 2. The shift here reads it.")


def test_the_shift_sheet_is_one_page_with_rooms_and_no_names(work: Open, tmp_path: Path) -> None:
    page = work("Kari")
    page.get_by_role("link", name="Shift sheet").click()
    sheet = page.get_by_role("main")
    expect(sheet.get_by_role("row").nth(3)).to_be_visible()
    text = sheet.inner_text()
    assert "Å vite når jeg kan kjøre drosje igjen" in text
    assert "«I dag gjekk eg heilt opp utan å stoppe.» The patient says thanks." in text
    assert not re.search("Omar|Hassan|Nilsen|Tuva|Lien", text)
    file = tmp_path / "shift.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", file.read_bytes())) == 1


def test_a_patient_is_one_page_on_paper(work: Open, tmp_path: Path) -> None:
    page = work("Ahmed")
    open_patient(page, "Tuva Lien")
    expect(page.get_by_role("region", name="Something to read")).to_be_visible()
    file = tmp_path / "patient.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", file.read_bytes())) == 1


def test_on_a_narrow_screen_each_line_of_the_shift_sheet_says_what_it_is(work: Open) -> None:
    page = work("Kari", PHONE)
    page.get_by_role("link", name="Shift sheet").click()
    told = page.get_by_role("main").get_by_text("Å vite når jeg kan kjøre drosje igjen")
    expect(told).to_be_visible()
    shown = told.evaluate("cell => [getComputedStyle(cell, '::before').content, cell.tagName]")
    assert shown == ['"What matters to me now"', "TD"]


def test_copied_text_says_who_said_what_and_when_in_dates_that_do_not_grow_old(work: Open) -> None:
    page = work("Kari")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_patient(page, "Omar Hassan")
    page.get_by_role("button", name="Copy as text").click()
    expect(page.get_by_text("Copied as text.")).to_be_attached()
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("Omar Hassan, born 02.03.1965\nMedisin 2, room 4\n")
    assert "What matters to me now: «Å vite når jeg kan kjøre drosje igjen.»" in text
    assert re.search(r"In the words of Amina \(datter\), about Omar\. .*\d\d\.\d\d\.\d{4} \d+:\d\d", text)
    assert "today" not in text


def test_a_printed_patient_page_has_the_words_and_no_buttons(work: Open, tmp_path: Path) -> None:
    page = work("Kari")
    open_patient(page, "Tuva Lien")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Tuva Lien", level=1)).to_be_visible()
    expect(page.get_by_text("Si det som det er", exact=False).or_(page.locator(".words").first)).to_be_visible()
    expect(page.locator("button:visible")).to_have_count(0)
    expect(page.locator(".arrivals")).to_be_hidden()
