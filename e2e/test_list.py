"""My list: written on the phone without a network, gone through by a nurse, and never a word lost in between."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from e2e import phone as fixtures
from e2e.browser import DESKTOP, Device, violations
from e2e.phone import ENGLISH, FIRST_SIGHT, Json, Nurse, becomes, begin, everything_received, worker_ready
from e2e.server import Server
from e2e.ward import ENGLISH as IN_ENGLISH

house, kari = fixtures.house, fixtures.kari
ASK = "What do you want to ask about?"
ADD = "Put it on the list"
KEPT = "Saved on this phone"


def open_list(page: Page, house: Server, part: str, heading: str) -> None:
    page.goto(f"{house.url}/p/list/{part}")
    expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible(timeout=FIRST_SIGHT)


def ask(page: Page, house: Server, words: str) -> None:
    open_list(page, house, "questions", "Questions for the round")
    page.get_by_label(ASK).fill(words)
    page.get_by_role("button", name=ADD, exact=True).click()
    expect(page.locator("blockquote", has_text=words)).to_be_visible()


def told(kari: Nurse, stay: str) -> list[Json]:
    return [one["content"] for one in kari.page(stay).get("entries", ())]


def at_the_desk(page: Page, house: Server, kari: Nurse, stay: str) -> None:
    page.goto(f"{house.url}/demo")
    page.get_by_role("button", name="Sign in as Kari").click()
    page.wait_for_url("**/team/**")
    page.goto(f"{house.url}/team/{kari.unit}/{stay}")
    expect(page.get_by_role("heading", name="Questions for the round")).to_be_visible(timeout=FIRST_SIGHT)


def look_again(page: Page) -> None:
    page.get_by_role("article").get_by_role("button", name="Show it").click(timeout=FIRST_SIGHT)


def test_what_is_half_written_survives_a_flat_battery_and_the_list_is_sent_when_there_is_a_network(
    house: Server, kari: Nurse, device: Callable[..., Device]
) -> None:
    phone = device(ENGLISH)
    page = phone.page
    stay = kari.admit()
    begin(page, house, kari.invite(stay))
    worker_ready(page)
    page.context.set_offline(True)
    open_list(page, house, "questions", "Questions for the round")
    page.get_by_label(ASK).fill("Når får jeg rei")
    expect(page.get_by_text(KEPT)).to_be_visible()
    open_list(page, house, "medicines/new", "A new medicine")
    page.get_by_label("As before").check()
    expect(page.get_by_text(KEPT)).to_be_visible()
    page = phone.restart(offline=True)
    open_list(page, house, "medicines/new", "A new medicine")
    expect(page.get_by_text("You began to write here earlier.")).to_be_visible()
    expect(page.get_by_label("As before")).to_be_checked()
    page.get_by_role("button", name=ADD, exact=True).click()
    expect(page.get_by_text("Write the name of the medicine first.")).to_be_visible()
    page.get_by_label("Name").fill("Metoprolol")
    page.get_by_role("button", name=ADD, exact=True).click()
    expect(page.get_by_role("heading", name="Metoprolol")).to_be_visible()
    open_list(page, house, "questions", "Questions for the round")
    expect(page.get_by_label(ASK)).to_have_value("Når får jeg rei")
    page.get_by_label(ASK).fill("Når får jeg reise?")
    page.get_by_role("button", name=ADD, exact=True).click()
    expect(page.get_by_label(ASK)).to_have_value("")
    assert told(kari, stay) == []
    page.context.set_offline(False)
    everything_received(page, house)
    assert [(one.get("text"), one.get("medication")) for one in told(kari, stay)] == [
        ("Når får jeg reise?", None),
        (None, "Metoprolol"),
    ]


def test_a_nurse_ticks_off_and_confirms_while_the_patient_changes_the_words_and_both_are_kept(
    house: Server, kari: Nurse, visit: Callable[..., Page]
) -> None:
    stay = kari.admit()
    phone, desk = visit(ENGLISH), visit(DESKTOP, **IN_ENGLISH)
    begin(phone, house, kari.invite(stay))
    ask(phone, house, "Når får jeg reise hjem?")
    ask(phone, house, "Hva feiler det meg?")
    open_list(phone, house, "medicines/new", "A new medicine")
    phone.get_by_label("Name").fill("Metoprolol")
    phone.get_by_label("How much").fill("50 mg")
    phone.get_by_role("button", name=ADD, exact=True).click()
    expect(phone.get_by_role("heading", name="Metoprolol")).to_be_visible()
    everything_received(phone, house)
    worker_ready(phone)

    phone.context.set_offline(True)
    open_list(phone, house, "questions", "Questions for the round")
    phone.locator("li", has_text="Når får jeg reise hjem?").get_by_role("link", name="Change").click()
    phone.get_by_label("The question").fill("Når får jeg reise hjem, og med hvilken hjelp?")
    phone.get_by_role("button", name="Save", exact=True).click()
    expect(phone.locator("blockquote", has_text="hvilken hjelp")).to_be_visible()

    at_the_desk(desk, house, kari, stay)
    for words, answer in (("Når får jeg reise hjem?", "På fredag"), ("Hva feiler det meg?", "En lungebetennelse")):
        one = desk.locator(".the-list li", has_text=words)
        one.get_by_role("button", name="Answered …").click()
        one.get_by_label("What was answered").fill(answer)
        one.get_by_role("button", name="Tick off").click()
        expect(one.get_by_role("button", name="Tick off")).to_have_count(0)
    medicine = desk.locator(".the-list li", has_text="Metoprolol")
    medicine.get_by_role("button", name="Confirmed with the patient").click()
    expect(medicine.get_by_text("Confirmed with the patient by Kari, nurse")).to_be_visible()
    medicine.get_by_role("button", name="Undo").click()
    medicine.get_by_role("button", name="Confirmed with the patient").click()
    expect(medicine.get_by_text("Confirmed with the patient by Kari, nurse")).to_be_visible()
    assert violations(desk) == []

    phone.context.set_offline(False)
    everything_received(phone, house)
    open_list(phone, house, "questions", "Questions for the round")
    changed = phone.get_by_role("region", name="Not answered yet").locator("li")
    expect(changed).to_have_count(1)
    expect(changed).to_contain_text("og med hvilken hjelp?")
    expect(changed).to_contain_text("På fredag")
    expect(phone.get_by_role("region", name="Answered", exact=True)).to_contain_text("En lungebetennelse")
    look_again(desk)
    expect(desk.locator(".the-list li", has_text="hvilken hjelp").get_by_text("På fredag")).to_be_visible()

    open_list(phone, house, "medicines", "Medicines")
    expect(phone.get_by_text("Gone through with you by Kari, nurse")).to_be_visible()
    phone.get_by_role("link", name="Change Metoprolol").click()
    phone.get_by_label("How much").fill("100 mg")
    phone.get_by_role("button", name="Save", exact=True).click()
    expect(phone.get_by_text("Nobody has gone through this with you yet.")).to_be_visible()
    everything_received(phone, house)
    look_again(desk)
    expect(medicine.get_by_role("button", name="Confirmed with the patient")).to_be_visible()
    expect(medicine).to_contain_text("100 mg")


def test_two_phones_that_write_differently_keep_both_until_a_person_chooses(
    house: Server, kari: Nurse, visit: Callable[..., Page]
) -> None:
    stay = kari.admit()
    first, second = visit(ENGLISH), visit(ENGLISH)
    begin(first, house, kari.invite(stay))
    ask(first, house, "Hjem?")
    everything_received(first, house)
    begin(second, house, kari.invite(stay))
    open_list(second, house, "questions", "Questions for the round")
    expect(second.locator("blockquote", has_text="Hjem?")).to_be_visible(timeout=FIRST_SIGHT)
    for page, words in ((first, "Hjem i dag?"), (second, "Hjem på fredag?")):
        open_list(page, house, "questions", "Questions for the round")
        page.get_by_role("link", name="Change").click()
        page.context.set_offline(True)
        page.get_by_label("The question").fill(words)
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.locator("blockquote", has_text=words)).to_be_visible()
    for page in (first, second):
        page.context.set_offline(False)
        everything_received(page, house)
    everything_received(first, house)
    open_list(first, house, "questions", "Questions for the round")
    both = first.get_by_role("group", name="The question")
    expect(both).to_contain_text("Hjem i dag?", timeout=FIRST_SIGHT)
    expect(both).to_contain_text("Hjem på fredag?")
    assert violations(first) == []
    both.get_by_role("button", name="Keep both").click()
    expect(first.locator("blockquote", has_text="Hjem i dag? / Hjem på fredag?")).to_be_visible()
    first.get_by_role("link", name="Change").click()
    first.get_by_role("button", name="Remove it from the list").click()
    expect(first.get_by_text("Removed: Hjem i dag?")).to_be_visible()
    first.get_by_role("button", name="Undo").click()
    expect(first.locator("blockquote", has_text="Hjem i dag? / Hjem på fredag?")).to_be_visible()


def test_a_question_from_a_module_and_a_number_are_on_one_sheet_of_paper_and_go_out_as_text(
    house: Server, kari: Nurse, visit: Callable[..., Page]
) -> None:
    page = visit(ENGLISH, permissions=["clipboard-read", "clipboard-write"])
    stay = kari.admit()
    begin(page, house, kari.invite(stay))
    page.goto(f"{house.url}/p/learn/going-home")
    page.get_by_role("button", name="Ask about this").click(timeout=FIRST_SIGHT)
    page.locator("button.choice").first.click()
    expect(page.get_by_text("About what you read:")).to_be_visible()
    page.get_by_label(ASK).fill("Hvem kommer hjem til meg?")
    page.get_by_role("button", name=ADD, exact=True).click()
    expect(page.locator("blockquote", has_text="Hvem kommer hjem til meg?")).to_be_visible()
    open_list(page, house, "calls/new", "A new number")
    page.get_by_role("button", name=ADD, exact=True).click()
    expect(page.get_by_text("Write a name first.")).to_be_visible()
    page.get_by_label("Name").fill("Mona")
    page.get_by_label("Telephone").fill("900 00 000")
    page.get_by_role("button", name=ADD, exact=True).click()
    number = page.get_by_role("link", name="Call 900 00 000")
    expect(number).to_have_attribute("href", "tel:90000000")
    box = number.bounding_box()
    assert box is not None
    assert box["height"] >= 48
    page.get_by_role("link", name="The list").click()
    page.get_by_role("button", name="Copy as text").click()
    becomes(page, "async () => (await navigator.clipboard.readText()).includes('Mona, 900 00 000')")
    page.emulate_media(media="print")
    paper = page.locator(".list-paper")
    expect(paper).to_contain_text("Hvem kommer hjem til meg?")
    expect(paper).to_contain_text("900 00 000")
    expect(page.get_by_role("navigation")).to_have_count(0)
    assert page.pdf(format="A4").count(b"/Type /Page\n") <= 1
    page.emulate_media(media="screen")
    everything_received(page, house)
    assert [entry.get("module") for entry in told(kari, stay)] == ["going-home", None]
