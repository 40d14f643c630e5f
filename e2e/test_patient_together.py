"""Two phones, two windows, and somebody who helps: everything is kept, and each sees what they may."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from e2e import phone as fixtures
from e2e.phone import ENGLISH, FIRST_SIGHT, Nurse, answer, asked, begin, everything_received, send, to_question, welcome
from e2e.server import Server

house, kari = fixtures.house, fixtures.kari
Visit = Callable[..., Page]


def test_the_same_question_on_two_phones_without_a_network_keeps_both_and_a_person_chooses(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    stay = kari.admit()
    first, second = visit(ENGLISH), visit(ENGLISH)
    begin(first, house, kari.invite(stay))
    begin(second, house, kari.invite(stay))
    for page, words in ((first, "Snakk høyt"), (second, "Snakk rolig")):
        page.context.set_offline(True)
        answer(page, words)
        page.get_by_role("button", name="Next").click()
        asked(page, 2)
    for page in (first, second):
        page.context.set_offline(False)
        everything_received(page, house)
    to_question(first, house, "talk")
    expect(first.get_by_text("This was written differently in two places.")).to_be_visible(timeout=FIRST_SIGHT)
    expect(first.get_by_text("Snakk høyt")).to_be_visible()
    expect(first.get_by_text("Snakk rolig")).to_be_visible()
    expect(first.get_by_text("on this phone.")).to_be_visible()
    expect(first.get_by_text("on another phone.")).to_be_visible()
    first.get_by_role("button", name="Keep both").click()
    expect(first.get_by_text("Here are two answers, and both count.")).to_be_visible()
    first.get_by_role("button", name="Next").click()
    asked(first, 2)
    everything_received(first, house)
    to_question(second, house, "talk")
    expect(second.get_by_text("Here are two answers, and both count.")).to_be_visible(timeout=FIRST_SIGHT)


def overheard(road: Route, heard: list[str]) -> None:
    answer = road.fetch()
    heard.append(answer.text())
    road.fulfill(response=answer)


def test_a_helper_writes_under_their_own_name_and_sees_nothing_that_is_only_for_staff(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    stay = kari.admit()
    patient, helper = visit(ENGLISH), visit(ENGLISH)
    begin(patient, house, kari.invite(stay))
    answer(patient, "Snakk høyt")
    patient.get_by_role("button", name="Next").click()
    asked(patient, 2)
    answer(patient, "Jeg er redd for å komme hjem")
    patient.get_by_label("Only for health personnel").check()
    patient.get_by_role("button", name="Next").click()
    asked(patient, 3)
    send(patient, house)
    everything_received(patient, house)

    heard: list[str] = []
    helper.route("**/api/sync", lambda road: overheard(road, heard))
    begin(helper, house, kari.invite(stay), helper="Mona")
    expect(helper.get_by_label("Your answer")).to_have_value("Snakk høyt", timeout=FIRST_SIGHT)
    helper.get_by_role("button", name="Next").click()
    asked(helper, 2, of=12)
    expect(helper.get_by_label("Your answer")).to_have_value("")
    helper.get_by_label("I say it, as I know Ingrid").check()
    answer(helper, "Hunden hennes")
    helper.get_by_role("button", name="Next").click()
    asked(helper, 3, of=12)
    helper.unroute_all(behavior="wait")  # who still listens when the window is closed would be heard in the next test
    assert heard
    assert not any("redd for" in told for told in heard)
    assert any("Snakk høyt" in told for told in heard)
    send(helper, house)
    everything_received(helper, house)
    by = {
        item["answer"][0]["valueString"]: item["saidBy"]["kind"]
        for answers in kari.page(stay)["answers"]
        for item in answers["response"]["item"]
    }
    assert by == {"Snakk høyt": "patient", "Jeg er redd for å komme hjem": "patient", "Hunden hennes": "related"}


def test_a_phone_that_came_late_knows_what_was_sent_and_read_before(house: Server, kari: Nurse, visit: Visit) -> None:
    stay = kari.admit()
    first, second = visit(ENGLISH), visit(ENGLISH)
    begin(first, house, kari.invite(stay))
    answer(first, "Snakk høyt")
    first.get_by_role("button", name="Next").click()
    asked(first, 2)
    send(first, house)
    everything_received(first, house)
    kari.read(stay)
    to_question(first, house, "matters")
    answer(first, "Et utkast")
    first.get_by_role("button", name="Next").click()
    asked(first, 3)
    everything_received(first, house)
    welcome(second, house, kari.invite(stay))
    second.goto(f"{house.url}/p")
    expect(second.get_by_text("Read by Kari, nurse")).to_be_visible(timeout=FIRST_SIGHT)
    expect(second.get_by_text("1 change is not sent.")).to_be_visible()


def test_two_windows_of_one_phone_show_the_same(house: Server, kari: Nurse, visit: Visit) -> None:
    first = visit(ENGLISH)
    begin(first, house, kari.invite(kari.admit()))
    second = first.context.new_page()
    second.goto(f"{house.url}/p")
    expect(second.get_by_role("link", name="Tell us")).to_be_visible(timeout=FIRST_SIGHT)
    answer(first, "Snakk høyt")
    expect(second.get_by_text("You have answered 1 question.")).to_be_visible()
    first.get_by_role("button", name="Next").click()
    asked(first, 2)
    everything_received(second, house)
    first.goto(f"{house.url}/p/me/leave")
    first.get_by_role("button", name="Leave this phone").click(timeout=FIRST_SIGHT)
    expect(second.get_by_role("heading", name="Type your code")).to_be_visible(timeout=FIRST_SIGHT)


def test_a_session_that_ran_out_is_renewed_by_the_phone_without_a_word(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    page = visit(ENGLISH)
    begin(page, house, kari.invite(kari.admit()))
    page.context.clear_cookies()
    answer(page, "Snakk høyt")
    page.get_by_role("button", name="Next").click()
    asked(page, 2)
    everything_received(page, house)
    assert any(cookie["name"].startswith("__Host-viktig-") for cookie in page.context.cookies())


def test_a_phone_that_was_signed_out_keeps_everything_and_goes_on_with_a_new_code(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    stay = kari.admit()
    page, other = visit(ENGLISH), visit(ENGLISH)
    begin(page, house, kari.invite(stay))
    begin(other, house, kari.invite(stay))
    other.goto(f"{house.url}/p/me/devices")
    other.get_by_role("button", name="Sign out there").click(timeout=FIRST_SIGHT)
    expect(other.get_by_role("button", name="Sign out there")).to_have_count(0)
    answer(page, "Skrevet mens jeg var logget ut")
    page.get_by_role("button", name="Next").click()
    asked(page, 2)
    page.goto(f"{house.url}/p")
    expect(page.get_by_text("You have been signed out.")).to_be_visible(timeout=FIRST_SIGHT)
    welcome(page, house, kari.invite(stay), whose="It is mine")
    to_question(page, house, "talk")
    expect(page.get_by_label("Your answer")).to_have_value("Skrevet mens jeg var logget ut")
    everything_received(page, house)
    assert kari.page(stay)["begun"] == 1
