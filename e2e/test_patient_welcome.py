"""From an invitation to the first question: the right person, a secret that stays secret, and a way out."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from e2e import phone as fixtures
from e2e.phone import (
    ENGLISH,
    FIRST_SIGHT,
    Nurse,
    answer,
    asked,
    begin,
    fill_birth_date,
    open_invitation,
    welcome,
    worker_ready,
)
from e2e.server import Server

house, kari = fixtures.house, fixtures.kari
Visit = Callable[..., Page]


def to_birth_date(page: Page, house: Server, invitation: dict[str, str]) -> None:
    open_invitation(page, house, invitation)
    page.get_by_role("button", name="I am the patient").click()
    page.get_by_role("button", name="I understand").click()


def test_the_secret_leaves_the_address_at_once_and_is_in_no_request_but_its_own(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    invitation = kari.invite(kari.admit())
    secret = str(invitation["link"]).partition("#")[2]
    page = visit(ENGLISH)
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    begin(page, house, invitation)
    assert asked_for
    assert not any(secret in url for url in asked_for)
    assert secret not in page.url
    page.go_back()
    assert secret not in page.url
    assert page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])") == "[{},{}]"


def test_the_short_code_is_taken_however_it_is_typed(house: Server, kari: Nurse, visit: Visit) -> None:
    invitation = kari.invite(kari.admit())
    page = visit(ENGLISH)
    page.goto(house.url)
    page.get_by_label("Code").fill(str(invitation["code"]).lower().replace("-", " "))
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="English").click()
    page.get_by_role("button", name="I am the patient").click()
    page.get_by_role("button", name="I understand").click()
    fill_birth_date(page)
    expect(page.get_by_role("heading", name="Hello, Ingrid")).to_be_visible()


def test_a_wrong_date_of_birth_lets_nobody_in_and_can_be_mended(house: Server, kari: Nurse, visit: Visit) -> None:
    page = visit(ENGLISH)
    to_birth_date(page, house, kari.invite(kari.admit()))
    fill_birth_date(page, "1942-04-31")
    expect(page.get_by_text("Write the date with digits")).to_be_visible()
    fill_birth_date(page, "1942-04-13")
    expect(page.get_by_text("The date of birth does not belong to this code.")).to_be_visible()
    assert page.evaluate("indexedDB.databases().then(all => all.map(one => one.name))") == ["viktig"]
    fill_birth_date(page)
    expect(page.get_by_role("heading", name="Hello, Ingrid")).to_be_visible()


def test_a_code_that_was_used_says_so_and_offers_another(house: Server, kari: Nurse, visit: Visit) -> None:
    invitation = kari.invite(kari.admit())
    welcome(visit(ENGLISH), house, invitation)
    page = visit(ENGLISH)
    to_birth_date(page, house, invitation)
    fill_birth_date(page)
    expect(page.get_by_text("This code has been used before. Ask for a new one.")).to_be_visible()
    page.get_by_role("button", name="Type another code").click()
    expect(page.get_by_role("heading", name="Type your code")).to_be_visible()


def test_somebody_else_says_so_before_and_the_code_ends(house: Server, kari: Nurse, visit: Visit) -> None:
    stay = kari.admit()
    page = visit(ENGLISH)
    to_birth_date(page, house, kari.invite(stay))
    page.get_by_role("button", name="This is not for me").click()
    page.get_by_role("button", name="Stop the code").click()
    expect(page.get_by_role("heading", name="Thank you for telling us")).to_be_visible()
    assert [row["state"] for row in kari.page(stay)["invitations"]] == ["refused"]


def test_somebody_else_says_so_after_and_the_phone_forgets_everything(house: Server, kari: Nurse, visit: Visit) -> None:
    page = visit(ENGLISH)
    begin(page, house, kari.invite(kari.admit()))
    answer(page, "Dette skulle ikke jeg skrevet")
    page.goto(f"{house.url}/p/me/leave")
    page.get_by_role("button", name="I have nothing to do with Ingrid").click(timeout=FIRST_SIGHT)
    page.get_by_role("button", name="Tell the ward and leave").click()
    expect(page.get_by_role("heading", name="Type your code")).to_be_visible()
    assert page.evaluate("indexedDB.databases().then(all => all.map(one => one.name))") == ["viktig"]


def test_two_people_on_one_phone_are_kept_apart(house: Server, kari: Nurse, visit: Visit) -> None:
    page = visit(ENGLISH)
    begin(page, house, kari.invite(kari.admit("Ingrid")))
    answer(page, "Ingrids hemmelighet")
    welcome(page, house, kari.invite(kari.admit("Omar")), whose="It is mine")
    page.get_by_role("button", name="Begin").click()
    asked(page, 1)
    expect(page.get_by_label("Your answer")).to_have_value("")
    page.goto(house.url)
    expect(page.get_by_role("heading", name="Who is here?")).to_be_visible()
    page.get_by_role("button", name="Ingrid").click()
    expect(page.get_by_role("heading", name="Hello, Ingrid")).to_be_visible()
    page.get_by_role("link", name="Go on").click()
    asked(page, 1)
    expect(page.get_by_label("Your answer")).to_have_value("Ingrids hemmelighet")


def test_leaving_the_phone_waits_for_what_is_not_sent_and_then_wipes_it(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    page = visit(ENGLISH)
    begin(page, house, kari.invite(kari.admit()))
    worker_ready(page)
    page.context.set_offline(True)
    answer(page, "Ikke sendt")
    page.evaluate("history.pushState(null, '', '/p/me/leave'); dispatchEvent(new Event('popstate'))")
    expect(page.get_by_text("1 thing is not sent. It would be lost.")).to_be_visible()
    expect(page.get_by_role("button", name="Leave this phone")).to_have_count(0)
    page.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    page.get_by_role("button", name="Leave this phone").click(timeout=FIRST_SIGHT)
    expect(page.get_by_role("heading", name="Type your code")).to_be_visible()
    assert page.evaluate("indexedDB.databases().then(all => all.map(one => one.name))") == ["viktig"]
