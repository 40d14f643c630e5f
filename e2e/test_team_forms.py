"""Answers in another language, and the talks that nurse and patient have together."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, Route, expect

from e2e.ward import Open, api, more, open_patient, ward, work

__all__ = ["ward", "work"]

HOME = "أن أعود إلى البيت قبل عيد ميلاد حفيدي"


def test_an_answer_in_arabic_is_translated_beside_the_original_and_read_with_an_interpreter(work: Open) -> None:
    page = work("Kari")
    open_patient(page, "Amina Haddad")
    notice = page.locator(".notice", has_text="Answered in Arabic.")
    expect(notice).to_contain_text(
        "Read it together with an interpreter. Book an interpreter: ring tolkesentralen 55 00 00 80."
    )
    quote = page.locator("blockquote", has_text=HOME)
    expect(quote).to_have_attribute("lang", "ar")
    assert quote.evaluate("quote => getComputedStyle(quote).direction") == "rtl"
    notice.get_by_role("button", name="Note that an interpreter is needed").click()
    expect(page.get_by_role("article")).to_contain_text("Needs an interpreter: Arabic.")
    expect(notice.get_by_role("button", name="Note that an interpreter is needed")).to_have_count(0)
    notice.get_by_role("button", name="Add a translation").click()
    dialog = page.get_by_role("dialog", name="Translation")
    dialog.get_by_label("It is translated to").select_option("nb")
    dialog.get_by_label("An interpreter said it, I write it down").check()
    dialog.get_by_role("group", name="What matters to me now").get_by_label("In Norwegian Bokmål").fill(
        "Å komme hjem før barnebarnet har bursdag"
    )
    dialog.get_by_role("button", name="Close").click()
    notice.get_by_role("button", name="Add a translation").click()
    expect(
        dialog.get_by_role("group", name="What matters to me now").get_by_label("In Norwegian Bokmål")
    ).to_have_value("Å komme hjem før barnebarnet har bursdag")
    dialog.get_by_role("button", name="Save under my name").click()
    beside = page.locator(".in-other-words")
    expect(beside).to_contain_text("Å komme hjem før barnebarnet har bursdag")
    expect(beside).to_contain_text("Said in Norwegian Bokmål by an interpreter, written down by Kari, nurse today at")
    expect(quote).to_be_visible()
    page.get_by_role("button", name="Read together, with an interpreter").click()
    expect(page.get_by_role("article")).to_contain_text(
        "Read together with the patient and an interpreter by Kari, nurse today at"
    )
    other = work("Jonas")
    open_patient(other, "Amina Haddad")
    expect(other.locator(".in-other-words")).to_contain_text("bursdag")


def test_without_a_need_for_it_nobody_is_asked_about_an_interpreter(work: Open) -> None:
    page = work("Kari")
    open_patient(page, "Ingrid Nilsen")
    expect(page.get_by_role("button", name="Read together with the patient")).to_be_visible()
    expect(page.get_by_role("button", name="Read together, with an interpreter")).to_have_count(0)
    expect(page.get_by_text("Read it together with an interpreter")).to_have_count(0)


def question(page: Page, words: str) -> Locator:
    return page.locator(".to-fill", has_text=words)


def test_an_admission_talk_asks_what_depends_on_what_and_another_nurse_goes_on_with_it(work: Open) -> None:
    page = work("Kari")
    open_patient(page, "Berit Solberg")
    page.get_by_role("link", name="Admission talk").click()
    expect(page.get_by_role("heading", name="Admission talk")).to_be_visible()
    expect(page.get_by_role("heading", name="Those close to you", level=3)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "it is wider than the screen"
    expect(page.get_by_text("What do the children need now?")).to_have_count(0)
    question(page, "Are there children under 18").get_by_label("Yes").check()
    page.get_by_label("What do the children need now?").fill("Noen til å hente i barnehagen")
    page.get_by_label("In your own words, why are you here?").fill("Pusten")
    page.get_by_role("link", name="Back. What is typed stays here").click()
    page.get_by_role("link", name="Admission talk").click()
    expect(page.get_by_label("In your own words, why are you here?")).to_have_value("Pusten")
    page.get_by_role("button", name="Save the answers").click()
    talk = page.locator("details.form", has_text="Admission talk")
    expect(talk).to_contain_text("written by Kari")
    expect(talk).not_to_contain_text("Not read yet")
    expect(page.get_by_role("link", name="Admission talk")).to_have_count(0)
    expect(page.get_by_role("link", name="Discharge talk")).to_be_visible()
    talk.locator("summary").first.click()
    expect(talk.get_by_role("heading", name="Those close to you")).to_be_visible()
    expect(talk).to_contain_text("Noen til å hente i barnehagen")
    other = work("Jonas")
    open_patient(other, "Berit Solberg")
    expect(other.get_by_role("heading", name="Has not answered", exact=True)).to_be_visible()
    other.locator("details.form summary").first.click()
    other.get_by_role("link", name="Go on with this talk").click()
    expect(question(other, "why are you here?")).to_contain_text("Said by Berit, written by Kari (the care team).")
    question(other, "Are there children under 18").get_by_label("No", exact=True).check()
    expect(other.get_by_label("What do the children need now?")).to_have_count(0)
    question(other, "What would you like to be called?").get_by_role("textbox").fill("Berit")
    other.get_by_role("button", name="Save the answers").click()
    talk = other.locator("details.form", has_text="Admission talk")
    talk.locator("summary").first.click()
    expect(talk).to_contain_text("Pusten")
    expect(talk).not_to_contain_text("Noen til å hente i barnehagen")
    more(other, "Earlier answers")
    expect(other.get_by_role("dialog").get_by_role("listitem")).to_have_count(2)


def test_a_day_that_cannot_be_read_stops_the_saving_and_nothing_typed_is_lost(work: Open) -> None:
    page = work("Kari")
    open_patient(page, "Synne Fjell")
    page.get_by_role("link", name="Discharge talk").click()
    day = question(page, "Which day do you leave?")
    for label, typed in (("Day", "3"), ("Month", "12"), ("Year", "26")):
        day.get_by_label(label, exact=True).fill(typed)
    page.get_by_role("button", name="Save the answers").click()
    expect(day.get_by_label("Day", exact=True)).to_be_focused()
    expect(day.get_by_role("alert")).to_have_text("Write the date with digits: day, month and year.")
    day.get_by_label("Year", exact=True).fill("2026")
    page.get_by_role("button", name="Save the answers").click()
    expect(page.get_by_role("button", name="Save the answers")).to_have_count(0)
    expect(page.get_by_role("article")).to_contain_text("3 December 2026")


def test_what_is_typed_from_paper_says_which_language_it_is_in(work: Open) -> None:
    page = work("Kari")
    open_patient(page, "Omar Hassan")
    more(page, "Type in from paper")
    page.get_by_label("The answers are written in").select_option("so")
    page.locator("textarea").first.fill("Tartiib u hadal")
    page.get_by_role("button", name="Save the answers").click()
    expect(page.locator(".notice", has_text="Answered in Somali.")).to_be_visible()


def that_adds(route: Route) -> None:
    """The talk as an organisation could have made it: it begins with an answer, and works one out."""
    sum_of = (
        "%resource.descendants().where(linkId = 'steps' or linkId = 'stairs').answer.value.aggregate($this + $total, 0)"
    )
    url = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"
    worked: dict[str, Any] = {"url": url, "valueExpression": {"language": "text/fhirpath", "expression": sum_of}}
    form = route.fetch().json()
    form["item"] += [
        {"linkId": "steps", "text": "Points for steps", "type": "integer", "initial": [{"valueInteger": 2}]},
        {"linkId": "stairs", "text": "Points for stairs", "type": "integer"},
        {"linkId": "sum", "text": "Points in all", "type": "integer", "extension": [worked]},
    ]
    route.fulfill(json=form)


def test_a_talk_that_works_something_out_does_so_for_the_nurse_who_fills_it_in(work: Open) -> None:
    page = work("Kari")
    page.context.route("**/content/forms/admission-talk@*", that_adds)
    open_patient(page, "Kåre Myren")
    page.get_by_role("link", name="Admission talk").click()
    expect(page.get_by_label("Points for steps")).to_have_value("2")
    page.get_by_label("Points for stairs").fill("3")
    expect(question(page, "Points in all")).to_contain_text("5")
    expect(question(page, "Points in all").get_by_role("textbox")).to_have_count(0)
    page.get_by_role("button", name="Save the answers").click()
    talk = page.locator("details.form", has_text="Admission talk")
    talk.locator("summary").first.click()
    expect(talk).to_contain_text("Points in all")
    answers = api(page, f"/api/encounters/{page.url.rsplit('/', 1)[-1]}")["answers"]
    [response] = [one["response"] for one in answers if "/admission-talk|" in one["response"]["questionnaire"]]
    assert {one["linkId"]: one["answer"][0]["valueInteger"] for one in response["item"]} == {
        "steps": 2,
        "stairs": 3,
        "sum": 5,
    }
