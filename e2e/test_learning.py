"""Learning: every module is there and is found without a network, is read aloud, explained, and asked about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from playwright.sync_api import Page, expect

from e2e import phone as fixtures
from e2e.browser import Device, violations
from e2e.phone import (
    ENGLISH,
    FIRST_SIGHT,
    Nurse,
    becomes,
    begin,
    everything_received,
    worker_ready,
)
from e2e.server import Server

house, kari = fixtures.house, fixtures.kari
Visit = Callable[..., Page]


def modules_of(kari: Nurse) -> list[dict[str, Any]]:
    """A patient's, as they stand in the index."""
    modules = kari.http.get("/content/index.json").json()["modules"]
    return [one for one in modules if "patient" in one["forWhom"]]


def all_brought(page: Page) -> None:
    worker_ready(page)
    becomes(
        page,
        """async () => {
          const content = await caches.open("content");
          const { modules } = await (await content.match("/content/index.json")).json();
          const wanted = modules.filter(({ forWhom }) => forWhom.includes("patient"));
          const spoken = wanted.map(({ languages }) => languages[document.documentElement.lang]);
          const paths = spoken.flatMap(({ path, easy }) => (easy ? [path, easy] : [path]));
          return (await Promise.all(paths.map(path => content.match(`/content/${path}`)))).every(Boolean);
        }""",
    )


def speaks(page: Page, house: Server, language: str) -> None:
    page.goto(f"{house.url}/p/me")
    page.get_by_role("button", name=language).click()
    expect(page.get_by_role("button", name=language)).to_have_attribute("aria-pressed", "true")


def test_every_module_opens_for_the_first_time_without_a_network_in_the_persons_language(
    house: Server, kari: Nurse, device: Callable[..., Device]
) -> None:
    phone = device(ENGLISH)
    page = phone.page
    begin(page, house, kari.invite(kari.admit()))
    for tag, name in (("en", "English"), ("nn", "Nynorsk"), ("nb", "Bokmål")):
        speaks(page, house, name)
        all_brought(page)
        phone.context.set_offline(True)
        for module in modules_of(kari):
            title = module["languages"][tag]["title"]
            page.goto(f"{house.url}/p/learn")
            page.get_by_role("link", name=title, exact=True).click()
            expect(page.get_by_text(re.compile(f"^{re.escape(title)}, 1 "))).to_be_visible()
        phone.context.set_offline(False)


def test_a_module_is_found_without_a_network_by_what_it_says_and_opens_where_it_says_it(
    house: Server, kari: Nurse, device: Callable[..., Device]
) -> None:
    phone = device(ENGLISH)
    begin(phone.page, house, kari.invite(kari.admit()))
    speaks(phone.page, house, "Bokmål")
    all_brought(phone.page)
    page = phone.restart(offline=True)
    page.goto(f"{house.url}/p/learn")
    search = page.get_by_role("searchbox")
    # Mistyped, and from a keyboard without ø
    search.fill("nermeste parorende", timeout=FIRST_SIGHT)
    hit = page.locator(".hit").first
    expect(hit.locator("mark")).to_have_text("pårørende")
    screen = hit.get_by_role("link").inner_text()
    hit.get_by_role("link").click()
    expect(page.get_by_role("heading", name=screen, level=1)).to_be_visible()
    # Who comes back goes on with what was found.
    page.go_back()
    expect(search).to_have_value("nermeste parorende")
    search.fill("qwxz")
    expect(page.get_by_role("status").filter(has_text=".")).to_be_visible()
    search.fill("")
    expect(page.locator(".hit")).to_have_count(0)


VOICE = """
window.said = [];
const voices = [{name: "The test's own", lang: "en-GB", localService: true, default: true, voiceURI: ""}];
const speech = Object.assign(new EventTarget(), {
  getVoices: () => voices, speak: words => said.push(words), cancel: () => undefined,
});
Object.defineProperty(window, "speechSynthesis", {value: speech});
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""
"""Chromium has no voices here: this one is the test's own. It remembers what it is asked to say, and says nothing."""


def test_a_screen_is_read_aloud_sentence_by_sentence_until_it_is_left(house: Server, kari: Nurse, visit: Visit) -> None:
    page = visit(ENGLISH)
    page.add_init_script(VOICE)
    begin(page, house, kari.invite(kari.admit()))
    page.goto(f"{house.url}/p/learn/going-home/1")
    page.get_by_role("button", name="Read aloud").click()
    marked = "[...(CSS.highlights.get('read') ?? [])].join()"
    text = page.locator(".reading")
    for _sentence in range(2):
        page.evaluate("said.at(-1).onend()")
        sentence = page.evaluate("said.at(-1).text")
        assert page.evaluate(marked) == sentence
        expect(text).to_contain_text(sentence)
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_text("Going home safely, 2 of")).to_be_visible()
    expect(page.get_by_role("button", name="Read aloud")).to_be_visible()
    assert page.evaluate(marked) == ""


def test_a_word_is_explained_where_it_stands_by_tap_and_by_keyboard(house: Server, kari: Nurse, visit: Visit) -> None:
    module, screen, word, means = next(explained(kari))
    page = visit(ENGLISH)
    begin(page, house, kari.invite(kari.admit()))
    page.goto(f"{house.url}/p/learn/{module}/{screen}")
    term = page.locator(".reading").get_by_role("button", name=word, exact=True)
    meaning = page.locator(".reading").get_by_text(means)
    term.click()
    expect(meaning).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(meaning).to_have_count(0)
    expect(term).to_be_focused()
    for key in ("Enter", "Space"):
        page.keyboard.press(key)
        expect(meaning).to_be_visible()
        assert violations(page) == []
        page.keyboard.press("Escape")
        expect(meaning).to_have_count(0)
        expect(term).to_be_focused()


def explained(kari: Nurse) -> Iterator[tuple[str, int, str, str]]:
    """Words that are explained: in which module and on which screen, as they stand there, and what they mean."""
    for entry in modules_of(kari):
        module = kari.http.get(f"/content/{entry['languages']['en']['path']}").json()
        means = {term["id"]: term["means"] for term in module.get("terms", ())}
        for screen, step in enumerate(module["steps"], 1):
            for id, word in re.findall(r'class="term" href="#word-([^"]+)">([^<]+)<', step["html"]):
                yield entry["id"], screen, word, means[id]


def test_a_text_in_short_sentences_is_there_without_a_network_and_is_remembered(
    house: Server, kari: Nurse, device: Callable[..., Device]
) -> None:
    module = next(one for one in modules_of(kari) if one["languages"]["en"].get("easy"))
    phone = device(ENGLISH)
    begin(phone.page, house, kari.invite(kari.admit()))
    all_brought(phone.page)
    page = phone.restart(offline=True)
    page.goto(f"{house.url}/p/learn/{module['id']}")
    text = page.locator(".reading")
    whole = text.inner_text(timeout=FIRST_SIGHT)
    page.get_by_role("button", name="Easy to read").click()
    expect(text).not_to_have_text(whole, use_inner_text=True)
    easy = text.inner_text()
    page.reload()
    expect(text).to_have_text(easy, use_inner_text=True)
    expect(page.get_by_role("button", name="Easy to read")).to_have_attribute("aria-pressed", "true")
    # The last screen of the longer text has none of its place in the short one: it does not lead into the talk.
    page.get_by_role("button", name="Full text").click()
    page.goto(f"{house.url}/p/learn/{module['id']}/9")
    page.get_by_role("button", name="Easy to read").click()
    expect(page.get_by_role("button", name="Easy to read")).to_have_attribute("aria-pressed", "true")
    expect(text).to_be_visible()


def test_the_longest_names_of_sources_stay_on_a_narrow_screen_in_the_largest_letters(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    page = visit(ENGLISH)
    begin(page, house, kari.invite(kari.admit()))
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{house.url}/p/learn/my-medicines")
    page.get_by_role("button", name="Largest").click()
    page.locator("summary", has_text="Where does this come from?").click()
    expect(page.locator(".sources li").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_goal_leads_without_a_network_to_what_it_is_about_and_is_itself_the_reason(
    house: Server, kari: Nurse, device: Callable[..., Device]
) -> None:
    phone = device(ENGLISH)
    begin(phone.page, house, kari.invite(kari.admit()))
    all_brought(phone.page)
    page = phone.restart(offline=True)
    page.goto(f"{house.url}/p/form/activities/one-activity")
    page.get_by_label("What would you like to be able to do again?").fill("Walk to the shop", timeout=FIRST_SIGHT)
    page.get_by_role("radio", name="Pain").check()
    expect(page.get_by_text("Saved on this phone")).to_be_visible()
    page.goto(f"{house.url}/p/learn")
    offered = page.locator("section", has=page.get_by_role("heading", name="For you"))
    expect(offered.get_by_text("Because of the goal “Walk to the shop”.")).to_be_visible()
    offered.get_by_role("link").click()
    expect(page.get_by_text(re.compile("^When you are in pain, 1 "))).to_be_visible()


def test_a_paragraph_is_asked_about_by_keyboard_and_the_nurse_sees_which(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    stay = kari.admit()
    page = visit(ENGLISH)
    begin(page, house, kari.invite(stay))
    page.goto(f"{house.url}/p/learn/going-home/2")
    page.get_by_role("button", name="Ask about this").press("Enter")
    paragraph = page.locator("button.choice").nth(1)
    words = paragraph.inner_text()
    assert violations(page) == []
    paragraph.press("Enter")
    page.get_by_label("What do you want to ask about?").fill("Gjelder det meg også?")
    page.get_by_role("button", name="Put it on the list").click()
    expect(page.get_by_role("heading", name="Not answered yet")).to_be_visible()
    page.get_by_role("link", name="Back").click()
    expect(page.get_by_text("Going home safely, 2 of")).to_be_visible()
    everything_received(page, house)
    question = next(one["content"] for one in kari.page(stay)["entries"])
    assert (question["text"], question["passage"]) == ("Gjelder det meg også?", words)
