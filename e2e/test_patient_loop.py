"""What was said comes back: received, read, acted on; and the person has the last word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from playwright.sync_api import Page, Route, expect

from e2e import phone as fixtures
from e2e.phone import ENGLISH, FIRST_SIGHT, Nurse, answer, asked, begin, everything_received, send, to_question
from e2e.server import Server

house, kari = fixtures.house, fixtures.kari
Visit = Callable[..., Page]
POSTBOX = "Å kunne gå til postkassen selv"


def sent_answer(page: Page, house: Server, kari: Nurse, words: str = POSTBOX) -> str:
    """A phone whose answer to what matters has been received; gives the stay."""
    stay = kari.admit()
    begin(page, house, kari.invite(stay))
    to_question(page, house, "matters")
    answer(page, words)
    page.get_by_role("button", name="Next").click()
    asked(page, 3)
    send(page, house)
    expect(page.get_by_text("Received at Medisin 2")).to_be_visible(timeout=FIRST_SIGHT)
    return stay


def test_each_step_of_the_way_is_told_with_its_time(house: Server, kari: Nurse, visit: Visit) -> None:
    page = visit(ENGLISH)
    stay = sent_answer(page, house, kari)
    page.goto(f"{house.url}/p/answers/what-matters/matters")
    way = page.get_by_role("main").get_by_role("list").first
    expect(way).to_contain_text("Saved on the phone")
    expect(way).to_contain_text("Not read yet. Call")
    kari.read(stay, together=True)
    kari.act(stay, "Gåtrening hver dag klokka 11", "matters")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(way).to_contain_text("Read by Kari, nurse, together with you", timeout=FIRST_SIGHT)
    expect(way).to_contain_text("This is what we do: Gåtrening hver dag klokka 11")
    expect(way).not_to_contain_text("Not read yet")
    expect(way.locator("time")).to_have_count(4)


def test_the_patient_says_whether_it_helped_and_gives_thanks(house: Server, kari: Nurse, visit: Visit) -> None:
    page = visit(ENGLISH)
    stay = sent_answer(page, house, kari)
    kari.read(stay)
    kari.act(stay, "Gåtrening", "matters")
    page.goto(f"{house.url}/p/answers/what-matters/matters")
    page.get_by_role("button", name="A little").click(timeout=FIRST_SIGHT)
    expect(page.get_by_text("You say that it helps a little.")).to_be_visible()
    page.get_by_text("Say more, or say thanks").click()
    page.get_by_label("What helped?").fill("Jonas kom hver dag")
    page.get_by_label("Say thanks from me").check()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_label("What helped?")).to_have_count(0)
    everything_received(page, house)
    (task,) = kari.page(stay)["tasks"]
    assert (task["helped"], task["helpedWords"], task["thanks"]) == ("little", "Jonas kom hver dag", True)
    page.goto(f"{house.url}/p/answers/what-matters/matters")
    page.get_by_role("button", name="Say something else").click()
    page.get_by_role("button", name="Yes", exact=True).click()
    expect(page.get_by_text("You say that it helps.")).to_be_visible()
    expect(page.get_by_text("Jonas kom hver dag")).to_be_visible()


def test_an_answer_is_changed_after_it_was_sent_and_the_old_one_is_kept(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    page = visit(ENGLISH)
    stay = sent_answer(page, house, kari)
    kari.read(stay)
    page.goto(f"{house.url}/p/answers/what-matters/matters")
    page.get_by_role("link", name="Change the answer").click(timeout=FIRST_SIGHT)
    answer(page, "Å komme meg ut hver dag")
    page.get_by_role("button", name="Send the change").click()
    expect(page.get_by_role("link", name="Change the answer")).to_be_visible()
    expect(page.get_by_text("Not read yet.")).to_be_visible(timeout=FIRST_SIGHT)
    assert kari.sent(stay)["matters"] == "Å komme meg ut hver dag"
    page.get_by_role("link", name="What you have said before").click()
    expect(page.get_by_text(POSTBOX)).to_be_visible()
    expect(page.get_by_text("Å komme meg ut hver dag")).to_be_visible()


def told_at(road: Route, time: datetime) -> None:
    """The server's clock goes with the phone's: else the phone would be set right."""
    answer = road.fetch()
    road.fulfill(response=answer, headers={**answer.headers, "date": format_datetime(time, usegmt=True)})


def test_a_day_later_and_not_before_the_patient_is_asked_whether_somebody_talked(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    page = visit(ENGLISH)
    stay = sent_answer(page, house, kari)
    question = page.get_by_role("heading", name="Did somebody talk with you about what you wrote?")
    page.goto(f"{house.url}/p")
    expect(page.get_by_text("Not read yet.")).to_be_visible(timeout=FIRST_SIGHT)
    expect(question).to_have_count(0)
    tomorrow = datetime.now(UTC) + timedelta(hours=25)
    page.clock.set_fixed_time(tomorrow)
    page.route("**/api/**", lambda road: told_at(road, tomorrow))
    page.reload()
    expect(question).to_be_visible(timeout=FIRST_SIGHT)
    page.get_by_role("button", name="Yes", exact=True).click()
    expect(question).to_have_count(0)
    everything_received(page, house)
    page.unroute_all(behavior="wait")
    assert kari.page(stay)["talked"] == "yes"


def test_after_the_stay_answers_can_be_read_and_changed_and_after_a_death_nobody_is_asked(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    page = visit(ENGLISH)
    stay = sent_answer(page, house, kari)
    kari.end(stay, "discharged")
    page.goto(f"{house.url}/p")
    expect(page.get_by_text("The stay has ended. You can still read what was said here")).to_be_visible(
        timeout=FIRST_SIGHT
    )
    expect(page.get_by_text("Ring with the button by the bed")).to_have_count(0)
    expect(page.get_by_text(POSTBOX)).to_be_visible()
    other = visit(ENGLISH)
    stay = sent_answer(other, house, kari)
    kari.end(stay, "died")
    other.goto(f"{house.url}/p")
    expect(other.get_by_text("Nothing more is asked here.")).to_be_visible(timeout=FIRST_SIGHT)
    other.goto(f"{house.url}/p/form/what-matters/talk")
    expect(other.get_by_text("Nothing more is asked here.")).to_be_visible(timeout=FIRST_SIGHT)


def test_what_the_ward_sets_for_today_is_there_with_what_nobody_knows_yet(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    page = visit(ENGLISH)
    stay = sent_answer(page, house, kari)
    today = {"withMe": {"text": "Kari og Ahmed er hos deg til klokka 15"}, "next": {"text": "Røntgen", "known": False}}
    kari.ask("PUT", f"/api/encounters/{stay}/today", today)
    page.goto(f"{house.url}/p")
    expect(page.get_by_text("Kari og Ahmed er hos deg til klokka 15")).to_be_visible(timeout=FIRST_SIGHT)
    expect(page.get_by_text("We do not know yet.")).to_be_visible()


def test_a_module_is_offered_with_its_true_reason_and_told_back(house: Server, kari: Nurse, visit: Visit) -> None:
    page = visit(ENGLISH)
    stay = sent_answer(page, house, kari)
    kari.ask("POST", f"/api/encounters/{stay}/modules", {"module": "going-home", "reason": "Du skal snart hjem"})
    page.goto(f"{house.url}/p")
    expect(page.get_by_text("Because Kari chose this for you: Du skal snart hjem")).to_be_visible(timeout=FIRST_SIGHT)
    page.get_by_role("link", name="Going home safely").click()
    heading = page.get_by_role("heading", level=1)
    expect(page.locator(".notice", has_text="This is a draft.")).to_be_visible()
    told_back = page.get_by_role("heading", name="Can you tell it in your own words?")
    while not told_back.is_visible():
        before = heading.inner_text()
        page.get_by_role("button", name="Next").click()
        expect(heading).not_to_have_text(before)
    page.get_by_label("Your own words").fill("Jeg ringer hvis jeg er i tvil")
    page.get_by_label("Keep my words for the talk with the nurse").check()
    page.get_by_role("button", name="Next").click()
    page.get_by_label("The old one, I am used to it").check()
    expect(page.get_by_text("Use only the list you took home.")).to_be_visible()
    unsure = page.get_by_role("heading", name="Is there something you are still unsure about?")
    while not unsure.is_visible():
        before = heading.inner_text()
        page.get_by_role("button", name="Next").or_(page.get_by_role("button", name="Skip")).click()
        expect(heading).not_to_have_text(before)
    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_role("heading", name="Thank you for reading")).to_be_visible()
    everything_received(page, house)
    (module,) = [one for one in kari.page(stay)["modules"] if one["module"] == "going-home"]
    assert module["finished"]
    assert module["teachBack"]["words"] == "Jeg ringer hvis jeg er i tvil"
    assert len(module["teachBack"]["unsure"]) == 1


def test_the_access_log_says_in_plain_words_who_looked_and_why(house: Server, kari: Nurse, visit: Visit) -> None:
    page = visit(ENGLISH)
    stay = sent_answer(page, house, kari)
    kari.page(stay)
    kari.read(stay)
    page.goto(f"{house.url}/p/me/access")
    log = page.get_by_role("main")
    expect(log).to_contain_text("Kari, nurse marked your answers as read", timeout=FIRST_SIGHT)
    expect(log).to_contain_text("Kari, nurse opened your page")
    expect(log).to_contain_text("They look after you at the unit.")
    expect(log.get_by_text("Today at").first).to_be_visible()


def test_the_access_log_has_a_sentence_for_everything_that_is_done(house: Server, kari: Nurse, visit: Visit) -> None:
    page = visit(ENGLISH)
    stay = sent_answer(page, house, kari)
    kari.ask("POST", f"/api/encounters/{stay}/postponements", {"reason": "confused"})
    kari.ask("DELETE", f"/api/encounters/{stay}/postponements")
    kari.ask("POST", f"/api/encounters/{stay}/modules", {"module": "going-home"})
    kari.ask("PUT", f"/api/encounters/{stay}/today", {"next": {"known": False}})
    unused = kari.invite(stay)
    kari.ask("DELETE", f"/api/encounters/{stay}/invitations/{unused['id']}")
    kari.end(stay, "discharged")
    page.goto(f"{house.url}/p/me/access")
    log = page.get_by_role("main")
    expect(log).to_contain_text("wrote that the stay ended", timeout=FIRST_SIGHT)
    expect(log).to_contain_text("noted that you cannot answer now")
    expect(log).to_contain_text("offered you something to read")
    expect(log).not_to_contain_text("did something in your stay")
