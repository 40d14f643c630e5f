"""The leader's figures: the same numbers as tile, chart, table and file; never of a member of staff."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from playwright.sync_api import expect

from e2e import ward as fixtures
from e2e.ward import Open, api

ward, work = fixtures.ward, fixtures.work


def test_every_tile_shows_what_its_share_is_a_share_of(work: Open) -> None:
    page = work("Solveig")
    figures = api(page, "/api/units/medisin-2/figures")
    counts = {count["measure"]: count for count in figures["total"]["counts"]}
    tile = page.get_by_role("listitem").filter(has_text="Read within 24 hours")
    expect(tile.locator("strong")).to_have_text(f"{counts['read-24h']['share'] * 100:.0f} %")
    expect(tile).to_contain_text(f"{counts['read-24h']['numerator']} of {counts['read-24h']['denominator']} answers")
    helped = page.get_by_role("listitem").filter(has_text="It helped, says the patient")
    expect(helped).to_contain_text(f"{counts['helped-unanswered']['numerator']} of")


def test_no_member_of_staff_stands_in_the_figures(work: Open) -> None:
    page = work("Solveig")
    expect(page.get_by_role("heading", name="Month by month")).to_be_visible()
    assert not re.search("Kari|Ahmed|Jonas|Sunniva", page.get_by_role("main").inner_text())


def test_a_chart_says_in_a_sentence_what_its_pattern_means_and_shows_the_same_figures_as_a_table(work: Open) -> None:
    page = work("Solveig")
    page.get_by_role("link", name="Asked within 24 hours").first.click()
    months = api(page, "/api/units/medisin-2/figures")["months"]
    shares = [next(c for c in month["counts"] if c["measure"] == "asked-24h") for month in months]
    expect(page.get_by_role("img", name="Asked within 24 hours, month by month")).to_be_visible()
    expect(page.locator("circle")).to_have_count(sum(count["denominator"] > 0 for count in shares))
    expect(page.get_by_text(re.compile("chance"))).to_be_visible()
    rows = page.get_by_role("row")
    expect(rows).to_have_count(len(months) + 1)
    expect(rows.last).to_contain_text(f"{shares[-1]['numerator']} of {shares[-1]['denominator']}")
    page.get_by_label("Measure").select_option("Answered")
    expect(page.get_by_role("heading", name="Answered, Medisin 2")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Asked within 24 hours, Medisin 2")).to_be_visible()


def test_the_file_holds_every_month_and_measure(work: Open) -> None:
    page = work("Solveig")
    figures = api(page, "/api/units/medisin-2/figures")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Download as CSV").click()
    text = Path(coming.value.path()).read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    told = {(row["month"], row["measure"]): (int(row["numerator"]), int(row["denominator"])) for row in rows}
    expected = {
        (month["month"], count["measure"]): (count["numerator"], count["denominator"])
        for month in figures["months"]
        for count in month["counts"]
    }
    assert expected.items() <= told.items()


def test_the_leader_goes_from_the_oldest_unread_answer_to_the_list(work: Open) -> None:
    page = work("Solveig")
    expect(page.get_by_role("region", name="From received to read")).to_contain_text("ago")
    page.get_by_role("link", name="See the list").click()
    expect(page.get_by_role("heading", name="Medisin 2, today")).to_be_visible()
