"""The leader's page on learning, and the page where staff learn: the same figures as the server counts."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from playwright.sync_api import expect

from e2e import ward as fixtures
from e2e.browser import DESKTOP, violations
from e2e.ward import Open, api

ward, work = fixtures.ward, fixtures.work

NARROW = {**DESKTOP, "viewport": {"width": 360, "height": 740}}


def test_a_leader_sees_how_a_module_is_read_and_takes_it_along_as_a_file(work: Open) -> None:
    page = work("Solveig")
    page.get_by_role("link", name="Learning").click()
    found = api(page, "/api/units/medisin-2/learning")
    home = next(one for one in found["modules"] if (one["module"], one["language"]) == ("going-home", "nb"))
    finished = home["reach"]["finished"]
    page.get_by_role("link", name="Going home safely").click()
    bokmal = page.get_by_role("region", name=re.compile("Bokmål"))
    expect(bokmal).to_contain_text(f"{finished['numerator']} of {finished['denominator']}")
    expect(bokmal.get_by_role("heading", name="Where people stop")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("link", name="All the modules").click()
    expect(page.get_by_role("heading", name="Module by module")).to_be_visible()
    assert violations(page) == []
    assert not re.search("Kari|Ahmed|Jonas|Sunniva", page.get_by_role("main").inner_text())
    with page.expect_download() as coming:
        page.get_by_role("button", name="Download as CSV").click()
    rows = list(csv.DictReader(io.StringIO(Path(coming.value.path()).read_text("utf-8-sig")), delimiter=";"))
    (row,) = [
        row for row in rows if (row["module"], row["language"], row["measure"]) == ("going-home", "nb", "finished")
    ]
    assert (int(row["numerator"]), int(row["denominator"])) == (finished["numerator"], finished["denominator"])
    useful = next(row for row in rows if row["measure"] == "useful")
    assert (useful["whose"], useful["until"]) == (found["unit"]["organizationName"], found["until"])
    page.get_by_label("Whose figures").select_option("organization")
    year, _, day = found["until"].split("-")
    expect(page.get_by_text(re.compile(rf"counted to and with {int(day)} [A-Z][a-z]+ {year}\."))).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("What came later counts when the month is over")
    assert violations(page) == []


def test_on_a_narrow_screen_every_figure_of_a_module_says_what_it_is(work: Open) -> None:
    page = work("Solveig", NARROW)
    page.get_by_role("link", name="Learning").click()
    table = page.get_by_role("group", name="Module by module")
    expect(table.get_by_role("link", name="Going home safely")).to_be_visible()
    assert table.evaluate("it => it.scrollWidth <= it.clientWidth"), "one has to scroll sideways"
    names = table.locator("td:visible").evaluate_all("all => all.map(one => getComputedStyle(one, '::before').content)")
    assert '"Understood"' in names
    assert "none" not in names
    assert violations(page) == []


def test_a_nurse_reads_to_the_end_by_keyboard_and_only_she_sees_it(work: Open) -> None:
    page = work("Kari", NARROW)
    page.get_by_role("link", name="Learn", exact=True).click()
    page.get_by_role("link", name="Asking what matters").click()
    expect(page.get_by_role("button", name="Next")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    ending = page.get_by_role("heading", name="You have read it to the end")
    while not ending.is_visible():
        title = page.get_by_role("heading", level=1)
        before = title.inner_text()
        page.get_by_role("button", name="Next").press("Enter")
        expect(title).not_to_have_text(before)
    page.get_by_role("link", name="All of them").first.click()
    expect(page.get_by_role("listitem").filter(has_text="Asking what matters")).to_contain_text(
        "You read it to the end"
    )
