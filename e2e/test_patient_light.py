"""The first question comes in few bytes: nothing of the team's pages, nothing from elsewhere, nothing that can wait."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Page, Route, expect

from e2e import phone as fixtures
from e2e.phone import ENGLISH, FIRST_SIGHT, ON, QUESTIONS, Nurse, asked, begin, fetches_all_anew, welcome, worker_ready
from e2e.server import Server

house, kari = fixtures.house, fixtures.kari
Visit = Callable[..., Page]

MOST_REQUESTS = 8
MOST_BYTES = 50_000


WATCH = """new MutationObserver((_, watching) => {
  if (!document.querySelector("textarea")) return;
  window.answerable = performance.now();
  watching.disconnect();
}).observe(document, { childList: true, subtree: true });"""
FETCHED = """() => Object.fromEntries(
  [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
    .filter(one => one.startTime < window.answerable)
    .map(one => [one.name, one.encodedBodySize]))"""


def test_the_first_question_stands_after_at_most_8_requests_and_50_kilobytes(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    page = visit(ENGLISH)
    begin(page, house, kari.invite(kari.admit()))
    cold = fetches_all_anew(page)
    cold.add_init_script(WATCH)
    cold.goto(f"{house.url}/p/form/what-matters/talk")
    asked(cold, 1)
    sizes = cold.evaluate(FETCHED)
    assert any("/content/forms/" in url for url in sizes)
    assert all(size > 0 for size in sizes.values()), sizes
    assert len(sizes) <= MOST_REQUESTS, sizes
    assert sum(sizes.values()) <= MOST_BYTES, sizes


def test_a_patient_never_loads_the_pages_of_the_team_nor_anything_from_elsewhere(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    page = visit(ENGLISH)
    urls: list[str] = []
    page.context.on("request", lambda request: urls.append(request.url))
    begin(page, house, kari.invite(kari.admit()))
    worker_ready(page)
    for path in ("/p", "/p/answers", "/p/learn", "/p/list", "/p/me"):
        page.goto(house.url + path)
        expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=FIRST_SIGHT)
    paths = [urlsplit(url).path.lower() for url in urls]
    assert not [path for path in paths if path.startswith("/assets/") and ("team" in path or "insight" in path)]
    assert all(url.startswith((house.url, "data:")) for url in urls)
    kept = page.evaluate(
        "caches.keys().then(names => Promise.all(names.map(name => caches.open(name).then(one => one.keys()))))"
        ".then(all => all.flat().map(request => request.url))"
    )
    assert kept
    assert not [url for url in kept if "/api/" in url or "team" in url.lower()]


def test_the_app_can_stand_on_the_home_screen(house: Server, kari: Nurse, visit: Visit) -> None:
    page = visit(ENGLISH)
    begin(page, house, kari.invite(kari.admit()))
    worker_ready(page)
    told = page.context.new_cdp_session(page).send("Page.getAppManifest")
    assert told["errors"] == []
    manifest = page.evaluate("fetch('/manifest.webmanifest').then(answer => answer.json())")
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in manifest["icons"]}
    for icon in manifest["icons"]:
        assert page.request.get(house.url + icon["src"]).ok


EVALUATED = """async () => {
  const [later] = performance.getEntriesByType("resource").filter(one => /[/]later-.*[.]js/.test(one.name));
  await import(later.name);
}"""


def with_a_day(route: Route) -> None:
    form = route.fetch().json()
    form["item"].insert(1, {"linkId": "day", "type": "date", "text": "Which day is it?"})
    route.fulfill(json=form)


def test_no_part_of_a_form_stands_there_before_the_words_it_is_said_in(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    page = visit(ENGLISH)
    page.context.route("**/content/forms/what-matters@*", with_a_day)
    welcome(page, house, kari.invite(kari.admit()))
    page.get_by_role("button", name=ON).click()
    asked(page, 1, of=QUESTIONS + 1)
    cold = fetches_all_anew(page)
    words: list[Route] = []
    cold.context.route("**/assets/en.rest-*", lambda route: words.append(route))
    with cold.expect_event("requestfinished", lambda request: "/assets/later-" in request.url and ".js" in request.url):
        cold.goto(f"{house.url}/p/form/what-matters/day")
    cold.evaluate(EVALUATED)
    expect(cold.get_by_text("Just a moment")).to_be_visible()
    expect(cold.get_by_label("Day", exact=True)).to_have_count(0)
    words[0].continue_()
    expect(cold.get_by_label("Day", exact=True)).to_be_visible()
