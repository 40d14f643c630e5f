"""Those who have not answered: asked by the bed, on paper, later, or by an invitation."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from e2e import ward as fixtures
from e2e.ward import Open, api, group, more, open_patient

ward, work = fixtures.ward, fixtures.work

NO_PRINTER = "window.print = () => document.documentElement.setAttribute('data-printed', '')"


def pages_of(page: Page, path: Path) -> int:
    """How many sheets come out of the printer."""
    page.pdf(path=path, prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page\b", path.read_bytes()))


def test_three_questions_asked_by_the_bed_are_a_whole_answer_said_by_the_patient(work: Open) -> None:
    page = work("Kari")
    open_patient(page, "Berit Solberg")
    expect(page.get_by_role("heading", name="Ways to ask")).to_be_visible()
    page.get_by_role("link", name="Fill in together").click()
    expect(page.locator(".to-fill")).to_have_count(3)
    page.get_by_label("What matters to you right now?").fill("Å komme hjem til hunden")
    page.get_by_label("How would you like us to talk with you?").fill("Sitt ned først")
    page.get_by_role("button", name="Save the answers").click()
    main = page.get_by_role("article")
    expect(main.locator(".words").first).to_contain_text("Sitt ned først")
    expect(main).to_contain_text("Said by Berit, written by Kari (the care team).")
    expect(page.locator(".arrival-link.on")).to_contain_text("Now: not read.")


def test_what_was_typed_stays_when_one_leaves_the_page_and_when_the_network_is_away(work: Open) -> None:
    page = work("Kari")
    open_patient(page, "Nils Aas")
    expect(page.get_by_role("heading", name="Begun, 3 of 12")).to_be_visible()
    page.get_by_role("link", name="Fill in together").click()
    matters = page.get_by_label("What matters to you right now?")
    matters.fill("Kyrne")
    page.get_by_role("link", name="Back").click()
    page.get_by_role("link", name="Fill in together").click()
    expect(matters).to_have_value("Kyrne")
    page.context.set_offline(True)
    page.get_by_role("button", name="Save the answers").click()
    expect(page.get_by_role("alert").get_by_text("Not saved.")).to_be_visible()
    expect(matters).to_have_value("Kyrne")
    page.context.set_offline(False)
    page.get_by_role("button", name="Save the answers").click()
    expect(page.locator(".words")).to_contain_text("Kyrne")


def test_a_paper_form_is_typed_in_whole_and_keeps_apart_what_only_health_personnel_may_see(work: Open) -> None:
    page = work("Ahmed")
    open_patient(page, "Solfrid Eikeland")
    more(page, "Type in from paper")
    expect(page.locator(".to-fill")).to_have_count(12)
    page.get_by_role("radio", name="Somebody else close to the patient").check()
    page.get_by_label("First name").fill("Leif")
    page.get_by_label("Is the patient's").fill("sønn")
    page.get_by_label("What matters to you right now?").fill("Hun vil ha gardinene igjen")
    worry = page.locator(".to-fill", has=page.get_by_label("Is there something that worries you?"))
    worry.locator("textarea").fill("Hun har falt tre ganger")
    worry.get_by_text("More about this answer").click()
    worry.get_by_label("Only for health personnel").check()
    page.get_by_label("I hear well").check()
    page.get_by_role("button", name="Save the answers").click()
    main = page.get_by_role("article")
    expect(main).to_contain_text("In the words of Leif (sønn), about Solfrid")
    expect(main.locator(".said", has_text="falt tre ganger")).to_contain_text("Only for health personnel.")
    found = api(page, f"/api/encounters/{page.url.split('/')[-1]}")
    patients = [one["response"] for one in found["answers"] if "about" not in one]
    told = {one.get("audience", "all"): one for one in patients}
    assert {one["origin"] for one in told.values()} == {"paper"}
    assert [item["linkId"] for item in told["staff"]["item"]] == ["worry"]
    assert sorted(item["linkId"] for item in told["all"]["item"]) == ["hearing", "matters"]


def test_who_cannot_answer_now_is_asked_again_and_the_list_says_when(work: Open) -> None:
    page = work("Ahmed")
    page.get_by_label("Unit").select_option("Kirurgi 1")
    open_patient(page, "Thea Ruud")
    more(page, "Cannot answer now")
    page.get_by_label("Too ill to answer now").check()
    page.get_by_role("button", name="Save").click()
    main = page.get_by_role("article")
    expect(main).to_contain_text("Too ill to answer now. Ask again")
    expect(main).to_contain_text("by Ahmed")
    page.reload()
    expect(group(page, "Cannot answer now")).to_contain_text("Thea Ruud")
    page.get_by_role("button", name="Can answer again").click()
    expect(main).not_to_contain_text("Too ill")


def test_an_invitation_is_shown_large_and_printed_on_one_sheet_in_the_language_chosen(
    work: Open, tmp_path: Path
) -> None:
    page = work("Kari")
    page.add_init_script(NO_PRINTER)
    page.reload()
    open_patient(page, "Berit Solberg")
    more(page, "Invitation")
    page.get_by_role("button", name="Make an invitation").click()
    dialog = page.get_by_role("dialog", name="Invitation")
    code = dialog.locator(".code").inner_text()
    assert re.fullmatch(r"[A-Z0-9]{4} [A-Z0-9]{4}", code)
    expect(dialog.get_by_role("img", name="QR code of the invitation")).to_be_visible()
    dialog.get_by_label("The paper speaks").select_option("Nynorsk")
    dialog.get_by_role("button", name="Print the sheet").click()
    page.emulate_media(media="print")
    sheet = page.locator(".paper")
    expect(sheet.get_by_role("heading", name="Kva er viktig for deg?")).to_be_visible()
    expect(sheet).to_contain_text(code)
    expect(sheet).to_contain_text("Rom 7")
    expect(sheet).not_to_contain_text("Berit")
    assert pages_of(page, tmp_path / "sheet.pdf") == 1


def test_the_form_on_paper_asks_every_question_in_large_type(work: Open, tmp_path: Path) -> None:
    page = work("Kari")
    page.add_init_script(NO_PRINTER)
    page.reload()
    open_patient(page, "Leila Amiri")
    more(page, "Invitation")
    page.get_by_text("No phone? Print the form on paper").click()
    page.get_by_role("button", name="Print the form in large type").click()
    page.emulate_media(media="print")
    paper = page.locator(".paper")
    expect(paper.get_by_role("heading", name="What matters to you right now?")).to_be_visible()
    expect(paper.get_by_role("heading", level=2)).to_have_count(13)
    size = paper.get_by_role("heading", level=2).first.evaluate(
        "element => parseFloat(getComputedStyle(element).fontSize)"
    )
    assert size >= 20
    assert pages_of(page, tmp_path / "form.pdf") <= 4
