"""One page per patient: read, act, and never write over what somebody else has done."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from e2e import ward as fixtures
from e2e.ward import Open, api, group, more, open_patient

ward, work = fixtures.ward, fixtures.work


def act_on(page: Page, words: str) -> None:
    page.locator(".quote", has_text=words).get_by_role("button", name="Do something about this").click()


def test_how_to_talk_stands_first_and_every_answer_says_whose_words_it_is(work: Open) -> None:
    page = work("Kari")
    open_patient(page, "Ingrid Nilsen")
    main = page.get_by_role("article")
    expect(main.locator(".said h2").first).to_have_text("Talk with me like this")
    expect(main).to_contain_text("Said by Ingrid, written by Mona (datter).")
    expect(main).to_contain_text("Similar name on the ward. Check the birth date.")
    expect(main.get_by_role("link", name="900 00 000")).to_have_attribute("href", "tel:90000000")
    expect(main.get_by_role("heading", name="Reading")).to_have_count(0)
    expect(main.locator("dl.closed")).to_contain_text("I want large type")
    open_patient(page, "Omar Hassan")
    expect(main).to_contain_text("In the words of Amina (datter), about Omar")
    expect(main).to_contain_text("Needs an interpreter: somali.")


def test_what_changed_since_it_was_read_stands_with_the_words_before(work: Open) -> None:
    page = work("Kari")
    open_patient(page, "Tuva Lien")
    expect(page.get_by_text("2 answers have changed")).to_be_visible()
    matters = page.locator(".said", has_text="What matters to me now")
    expect(matters.locator("blockquote")).to_contain_text("Å vere heime til bursdagen")
    expect(matters.locator(".before")).to_have_text("Before: At nokon finn ut kva som feilar meg.")


def test_what_the_patient_says_of_an_action_stands_under_it(work: Open) -> None:
    page = work("Kari")
    open_patient(page, "Gunnar Hegg")
    doing = page.get_by_role("region", name="What we do")
    expect(doing).to_contain_text("The patient says: it helped. The patient says thanks.")
    expect(doing.locator("blockquote")).to_contain_text("I dag gjekk eg heilt opp utan å stoppe.")


def test_an_action_is_made_from_the_words_then_done_and_the_patient_is_told(work: Open) -> None:
    page = work("Kari")
    open_patient(page, "Ingrid Nilsen")
    act_on(page, "Å kunne gå til postkassen selv")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("What we do")).to_have_value("We help you with this: Å kunne gå til postkassen selv.")
    expect(dialog.get_by_label("Who does it")).to_have_value("kari")
    dialog.get_by_label("What we do").fill("Vi går en tur i gangen hver dag klokka 11")
    dialog.get_by_label("Who does it").select_option("Jonas Vik")
    dialog.get_by_role("button", name="Save, and tell the patient").click()
    doing = page.get_by_role("region", name="What we do")
    expect(doing).to_contain_text("Vi går en tur i gangen hver dag klokka 11")
    expect(doing).to_contain_text("Planned. Jonas does it. At the latest today.")
    doing.get_by_role("button", name="Started").click()
    expect(doing).to_contain_text("Started. Jonas does it.")
    doing.get_by_role("button", name="Done").click()
    expect(doing).to_contain_text("Done. Jonas does it.")
    expect(page.locator(".arrival-link.on")).not_to_contain_text("open action")


def test_what_was_agreed_in_the_talk_is_written_without_an_owner(work: Open) -> None:
    page = work("Kari")
    open_patient(page, "Ingrid Nilsen")
    act_on(page, "La døra stå på gløtt")
    page.get_by_label("Done at once").check()
    page.get_by_role("button", name="Save, and tell the patient").click()
    expect(page.get_by_role("region", name="What we do")).to_contain_text("Agreed and done at once, today")
    act_on(page, "Ikke vekk meg")
    page.get_by_label("We cannot, and have explained why").check()
    page.get_by_label("What you explained").fill("Vi må se til deg to ganger om natta. Vi bruker lommelykt.")
    page.get_by_role("button", name="Save, and tell the patient").click()
    expect(page.get_by_role("region", name="What we do")).to_contain_text("Agreed: cannot be done, explained today")


def test_without_a_network_nothing_is_called_saved_and_what_was_typed_stays(work: Open) -> None:
    page = work("Kari")
    open_patient(page, "Ingrid Nilsen")
    act_on(page, "Gå trappa alene")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("What we do").fill("Vi øver i trappa")
    page.context.set_offline(True)
    page.get_by_role("button", name="Save, and tell the patient").click()
    expect(dialog.get_by_role("alert")).to_contain_text("Not saved.")
    expect(dialog.get_by_label("What we do")).to_have_value("Vi øver i trappa")
    page.context.set_offline(False)
    page.get_by_role("button", name="Save, and tell the patient").click()
    expect(page.get_by_role("region", name="What we do")).to_contain_text("Vi øver i trappa")


def test_who_is_signed_out_while_writing_keeps_the_words_and_saves_them_after_signing_in_again(work: Open) -> None:
    page = work("Kari")
    open_patient(page, "Gunnar Hegg")
    act_on(page, "naustet")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("What we do").fill("Vi går i trappa")
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_role("button", name="Sign out").click()
    expect(other.get_by_role("heading", name="You are not signed in")).to_be_visible()
    dialog.get_by_role("button", name="Save, and tell the patient").click()
    expect(dialog.get_by_role("alert")).to_contain_text("Not saved.")
    with page.context.expect_page() as coming:
        dialog.get_by_role("link", name="Sign in in a new window").click()
    coming.value.get_by_role("button", name="Sign in as Kari").click()
    expect(coming.value.locator(".arrival").first).to_be_visible()
    dialog.get_by_role("button", name="Save, and tell the patient").click()
    expect(page.get_by_role("region", name="What we do")).to_contain_text("Vi går i trappa")
    expect(page.get_by_text("You have been signed out")).to_have_count(0)


def test_what_somebody_else_saved_first_is_shown_and_not_written_over(work: Open) -> None:
    kari, jonas = work("Kari"), work("Jonas")
    for page in (kari, jonas):
        open_patient(page, "Leila Amiri")
        more(page, "Room, interpreter, day of going home")
    jonas.get_by_label("Room", exact=True).fill("20")
    jonas.get_by_role("button", name="Save").click()
    expect(jonas.get_by_role("article")).to_contain_text("Room 20.")
    kari.get_by_label("Bed").fill("3")
    kari.get_by_role("button", name="Save").click()
    dialog = kari.get_by_role("dialog")
    expect(dialog).to_contain_text("Not saved.")
    expect(dialog).to_contain_text("Room is now: 20")
    expect(dialog.get_by_label("Bed")).to_have_value("3")
    dialog.get_by_role("button", name="Show what stands now").click()
    expect(dialog.get_by_label("Room", exact=True)).to_have_value("20")
    dialog.get_by_label("Bed").fill("3")
    dialog.get_by_role("button", name="Save").click()
    expect(kari.get_by_role("article")).to_contain_text("Room 20, bed 3.")


def test_today_is_set_in_one_tap_and_not_knowing_is_an_answer(work: Open) -> None:
    page = work("Kari")
    open_patient(page, "Berit Solberg")
    page.get_by_role("button", name="Write the three lines").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Kari, nurse").click()
    dialog.get_by_label("We do not know yet").nth(1).check()
    dialog.get_by_role("button", name="Save, and show the patient").click()
    today = page.get_by_role("region", name="Today")
    expect(today).to_contain_text("Kari, nurse")
    expect(today).to_contain_text("We do not know yet")


def test_a_module_is_offered_with_a_word_of_why(work: Open) -> None:
    page = work("Kari")
    open_patient(page, "Berit Solberg")
    page.get_by_role("button", name="Offer something to read").click()
    offered = page.get_by_role("dialog").get_by_role("button", name="Offer “")
    seek = page.get_by_role("dialog").get_by_label("Search")
    seek.fill("delirium")  # no title says it
    expect(offered).to_have_text("Offer “When somebody is suddenly confused”")
    seek.fill("")
    page.get_by_label("Why, in a few words").fill("Du skal snart hjem")
    page.get_by_role("button", name="Offer “").click()
    reading = page.get_by_role("region", name="Something to read")
    expect(reading).to_contain_text("Offered by Kari: Du skal snart hjem. Not opened.")


def test_the_earlier_answers_are_there_with_who_wrote_them(work: Open) -> None:
    page = work("Kari")
    open_patient(page, "Tuva Lien")
    more(page, "Earlier answers")
    versions = page.get_by_role("dialog").get_by_role("listitem")
    expect(versions).to_have_count(2)
    expect(versions.first).to_contain_text("Å vere heime til bursdagen")
    expect(versions.first).not_to_contain_text("Berre snakk vanleg")
    expect(versions.last).to_contain_text("At nokon finn ut kva som feilar meg.")


def test_the_leader_sees_whose_unread_answer_is_left_and_nobody_else(work: Open) -> None:
    page = work("Solveig")
    page.get_by_role("link", name="The list of patients").click()
    expect(group(page, "Gone home, not read")).to_contain_text("Rolf Dale")
    assert page.locator(".group").count() == page.locator(".group.left").count() + page.locator(".group.alone").count()
    open_patient(page, "Rolf Dale")
    expect(page.get_by_role("link", name="Fill in together")).to_have_count(0)
    page.get_by_role("button", name="Mark as read").click()
    expect(page.locator(".arrivals")).not_to_contain_text("Rolf Dale")
    expect(page.get_by_role("button", name="Do something about this").first).to_be_visible()
    stays = api(page, "/api/units/medisin-2/arrivals").get("stays", [])
    assert "Rolf" not in [stay["given"] for stay in stays if stay["state"] == "unread"]
