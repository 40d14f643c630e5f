"""Without a network everything goes on, also when the phone was switched off, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from e2e import phone as fixtures
from e2e.browser import Device
from e2e.phone import (
    ENGLISH,
    FIRST_SIGHT,
    Nurse,
    answer,
    asked,
    begin,
    send,
    to_question,
    welcome,
    worker_ready,
)
from e2e.server import Server

house, kari = fixtures.house, fixtures.kari


def test_the_whole_form_is_answered_and_sent_through_a_flat_battery_without_a_network(
    house: Server, kari: Nurse, device: Callable[..., Device]
) -> None:
    stay = kari.admit()
    phone = device(ENGLISH)
    page = phone.page
    begin(page, house, kari.invite(stay))
    answer(page, "Snakk høyt, jeg hører dårlig på venstre øre")
    worker_ready(page)
    phone.context.set_offline(True)
    page.get_by_role("button", name="Next").click()
    asked(page, 2)
    answer(page, "Å kunne gå til postkassen selv")

    page = phone.restart(offline=True)
    page.goto(house.url)
    expect(page.get_by_text("You have answered 2 questions.")).to_be_visible(timeout=FIRST_SIGHT)
    page.get_by_role("link", name="Go on").click()
    asked(page, 2)
    expect(page.get_by_label("Your answer")).to_have_value("Å kunne gå til postkassen selv")
    page.get_by_role("button", name="Next").click()
    asked(page, 3)
    send(page, house)
    expect(page.get_by_text("It is sent by itself when there is a network")).to_be_visible()
    assert kari.sent(stay) == {}

    phone.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.get_by_text("Received at Medisin 2")).to_be_visible(timeout=FIRST_SIGHT)
    sent = kari.sent(stay)
    assert sent["talk"] == "Snakk høyt, jeg hører dårlig på venstre øre"
    assert sent["matters"] == "Å kunne gå til postkassen selv"


def test_every_keystroke_survives_a_phone_that_dies_in_the_middle_of_a_sentence(
    house: Server, kari: Nurse, device: Callable[..., Device]
) -> None:
    phone = device(ENGLISH)
    begin(phone.page, house, kari.invite(kari.admit()))
    worker_ready(phone.page)
    answer(phone.page, "Jeg vil gjerne at dere")
    page = phone.restart(offline=True)
    page.goto(f"{house.url}/p/form/what-matters")
    expect(page.get_by_label("Your answer")).to_have_value("Jeg vil gjerne at dere", timeout=FIRST_SIGHT)


def test_learning_language_and_the_own_answers_are_there_without_a_network(
    house: Server, kari: Nurse, device: Callable[..., Device]
) -> None:
    phone = device(ENGLISH)
    page = phone.page
    begin(page, house, kari.invite(kari.admit()))
    answer(page, "Snakk høyt")
    worker_ready(page)
    page = phone.restart(offline=True)
    page.goto(f"{house.url}/p/learn")
    page.get_by_role("link", name="Going home safely").click(timeout=FIRST_SIGHT)
    expect(page.locator(".notice", has_text="This is a draft.")).to_be_visible()
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_text("Going home safely, 2 of")).to_be_visible()
    page.goto(f"{house.url}/p/answers")
    expect(page.get_by_text("Snakk høyt")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "en"


def test_a_wish_to_talk_alone_says_in_large_type_that_it_is_not_sent(
    house: Server, kari: Nurse, device: Callable[..., Device]
) -> None:
    stay = kari.admit()
    phone = device(ENGLISH)
    page = phone.page
    begin(page, house, kari.invite(stay))
    worker_ready(page)
    phone.context.set_offline(True)
    page.evaluate("history.pushState(null, '', '/p/talk/what-matters'); dispatchEvent(new Event('popstate'))")
    page.get_by_role("button", name="Yes, as soon as possible").click()
    expect(page.get_by_text("This is not sent. Call us.")).to_be_visible()
    expect(page.get_by_role("link", name="Call Medisin 2")).to_have_attribute("href", "tel:55000000")
    assert kari.page(stay).get("attention") is None
    # Nothing beside it says that one may wait.
    page.evaluate("history.pushState(null, '', '/p'); dispatchEvent(new Event('popstate'))")
    expect(page.get_by_text("This is not sent. Call us.")).to_be_visible()
    expect(page.locator(".notice")).to_have_count(1)
    phone.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.get_by_text("You see here when somebody has taken it.")).to_be_visible(timeout=FIRST_SIGHT)
    attention = kari.page(stay)["attention"]
    assert attention["wish"] == "as-soon-as-possible"
    kari.ask("POST", f"/api/attentions/{attention['document']}/take")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.get_by_text("has taken it and comes to you.")).to_be_visible(timeout=FIRST_SIGHT)


def test_kept_on_this_phone_only_means_that_nothing_leaves_it_before_send(
    house: Server, kari: Nurse, device: Callable[..., Device]
) -> None:
    stay = kari.admit()
    page = device(ENGLISH).page
    welcome(page, house, kari.invite(stay))
    page.get_by_label("Keep what I write on this phone only").check()
    put: list[str] = []
    page.on("request", lambda sent: put.append(sent.post_data or "") if sent.url.endswith("/api/sync") else None)
    page.get_by_role("button", name="Begin").click()
    asked(page, 1)
    answer(page, "Bare her")
    page.get_by_role("button", name="Next").click()
    asked(page, 2)
    page.goto(f"{house.url}/p/me/unsent")
    expect(page.get_by_text("1 answer is only on this phone")).to_be_visible(timeout=FIRST_SIGHT)
    assert kari.page(stay).get("begun", 0) == 0
    to_question(page, house, "talk")
    expect(page.get_by_label("Your answer")).to_have_value("Bare her")
    assert not any("Bare her" in body for body in put)
    send(page, house)
    expect(page.get_by_text("Received at Medisin 2")).to_be_visible(timeout=FIRST_SIGHT)
    assert kari.sent(stay)["talk"] == "Bare her"
