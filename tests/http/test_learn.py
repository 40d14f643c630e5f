"""The public pages: every reviewed module as plain HTML, without login and without script."""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Iterator

import httpx
import msgspec
import pytest
from litestar.testing import TestClient
from litestar.types import ASGIApp

from tests.asking import ORIGIN, slug
from tests.people import HOSPITAL, Town
from viktig.app import create_app
from viktig.content.library import FOLDER, Library
from viktig.content.own_modules import LoadedModule, OwnModules
from viktig.domain.publishing import Answer
from viktig.http.learn import Learn, Page
from viktig.settings import Settings
from viktig.storage.database import open_database

SIGNED = (
    ('state = "draft"', 'state = "reviewed"\nby = "Astrid Lie"\nrole = "overlege"\ndate = "2026-11-20"'),
    ('author = "Viktig"', 'author = "Viktig"\nchecker = "Nina Vik"'),
)
TRIED = """[[tested_with]]
language = "nb"
readers = 4
date = "2026-11-21"
changed = "Kortere <setninger>"

[[sources]]"""


@pytest.fixture
def town(shared_town: Town) -> Town:
    """Drafts are shown in it, as in the demo."""
    return shared_town


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """As `viktig serve` has it when one module is reviewed, with an easy text, and one is for staff."""
    folder = tmp_path_factory.mktemp("content")
    for room in ("questionnaires", "prompts", "glossary", "words", "modules/going-home", "modules/pain"):
        shutil.copytree(FOLDER / room, folder / room)
    shutil.copytree(FOLDER / "modules/clean-hands", folder / "modules/for-staff")
    tried = (("[[sources]]", TRIED),)
    staff = (("clean-hands", "for-staff"), ('["patient", "carer"]', '["staff"]'))
    for name, swaps in {"going-home": (*SIGNED, *tried), "for-staff": (*SIGNED, *staff)}.items():
        about = folder / "modules" / name / "module.toml"
        text = about.read_text("utf-8")
        for old, new in swaps:
            text = text.replace(old, new, 1 if old == "[[sources]]" else -1)
        about.write_text(text, "utf-8")
    for language in ("nb", "nn", "en"):
        (folder / f"modules/going-home/{language}.easy.md").write_text("# Kort\n\n## Nå\nRing oss.\n", "utf-8")
    return Library(folder)


@pytest.fixture
def site(reviewed: Library, sqlite_url: str) -> Iterator[TestClient[ASGIApp]]:
    database = open_database(sqlite_url)
    yield TestClient(create_app(Settings(url=ORIGIN), database, reviewed), base_url=ORIGIN)
    database.close()


def get(site: TestClient[ASGIApp], path: str, language: str = "nb", **headers: str) -> httpx.Response:
    site.cookies.clear()
    return site.get(path, follow_redirects=False, headers={"accept-language": language, **headers})


def test_a_reviewed_module_is_read_without_login_and_may_be_found_by_searching(site: TestClient[ASGIApp]) -> None:
    answer = get(site, "/learn/going-home/nb")
    assert answer.status_code == 200
    assert answer.headers["x-robots-tag"] == "all"
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "set-cookie" not in answer.headers
    assert '<html lang="nb">' in answer.text
    assert "<title>Trygt hjem – Viktig</title>" in answer.text
    assert '<meta name="description" content="' in answer.text
    assert f'<link rel="canonical" href="{ORIGIN}/learn/going-home/nb">' in answer.text
    for language in ("nb", "nn", "en"):
        one = f'<link rel="alternate" hreflang="{language}" href="{ORIGIN}/learn/going-home/{language}">'
        assert one in answer.text
    assert "Sett over av Astrid Lie, overlege, 20. november 2026." in answer.text
    assert "utkast" not in answer.text
    assert 'content="noindex"' not in answer.text


def test_it_tells_where_it_comes_from_who_tried_it_and_whose_words_they_are(site: TestClient[ASGIApp]) -> None:
    page = get(site, "/learn/going-home/nb").text
    assert '4 lesere, 21. november 2026. <span lang="nb">Kortere &lt;setninger&gt;' in page
    assert "Lest mot originalen av Nina Vik." in page
    assert "Skal ses over på nytt innen 1. mai 2027." in page
    assert re.search(r'<a href="https://[^"]+">Trygg utskrivning', page)
    assert page.count("<h1>") == 1


def test_on_paper_stands_its_address_also_as_a_qr_code(site: TestClient[ASGIApp]) -> None:
    page = get(site, "/learn/going-home/nb").text
    footer = page.partition('<footer class="paper">')[2]
    assert footer.startswith("<svg")
    assert f"<p>{ORIGIN}/learn/going-home/nb</p>" in footer
    assert "@media print" in get(site, "/learn/learn.css").text


def test_the_strict_rules_for_pages_hold_here_too(site: TestClient[ASGIApp]) -> None:
    answer = get(site, "/learn/going-home/nb")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert not re.search(r"<script|<style|style=|onclick=", answer.text)
    assert get(site, "/learn/learn.css").headers["content-type"] == "text/css; charset=utf-8"


def test_a_module_in_short_sentences_stands_beside_it(site: TestClient[ASGIApp]) -> None:
    assert '<a class="way" href="/learn/going-home/nb/easy">Lettlest</a>' in get(site, "/learn/going-home/nb").text
    easy = get(site, "/learn/going-home/en/easy")
    assert '<a class="way" href="/learn/going-home/en">Full text</a>' in easy.text
    assert f'<link rel="canonical" href="{ORIGIN}/learn/going-home/en/easy">' in easy.text
    assert "x-default" not in easy.text


def test_words_that_are_explained_stand_at_the_end_where_their_links_lead(town: Town) -> None:
    page = get(town.http, "/learn/clean-hands/nb").text
    linked = set(
        re.findall(r'<a class="term" href="#(word-[a-z0-9-]+)"|<a href="#(word-[a-z0-9-]+)" class="term"', page)
    )
    named = {one or other for one, other in linked}
    assert named
    assert named == set(re.findall(r'<dt id="(word-[a-z0-9-]+)">', page))


def test_a_draft_is_read_in_the_demo_alone_and_is_found_by_no_search(town: Town, site: TestClient[ASGIApp]) -> None:
    answer = get(town.http, "/learn/pain/nb")
    assert answer.headers["x-robots-tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in answer.text
    assert "Dette er et utkast. Ingen fagperson har sett over det ennå." in answer.text
    assert "Ingen har prøvd denne teksten ennå." in answer.text
    assert get(site, "/learn/pain/nb").status_code == 404
    assert "pain" not in get(site, "/learn/sitemap.xml").text


def test_what_is_for_staff_is_no_public_page(site: TestClient[ASGIApp]) -> None:
    assert get(site, "/learn/for-staff/nb").status_code == 404
    assert "for-staff" not in get(site, "/learn/nb").text + get(site, "/learn/sitemap.xml").text


def test_the_list_comes_in_the_language_of_the_address_or_the_readers_own(site: TestClient[ASGIApp]) -> None:
    assert '<a href="/learn/going-home/nn">Trygt heim</a>' in get(site, "/learn/nn").text
    own = get(site, "/learn", "en-GB,en;q=0.8")
    assert '<html lang="en">' in own.text
    assert '<a href="/learn/going-home/en">' in own.text
    assert "accept-language" in own.headers["vary"]
    assert "accept-language" not in get(site, "/learn/nn").headers["vary"]
    assert get(site, "/learn/").status_code == 200


def test_an_address_without_a_language_leads_to_the_readers_own(site: TestClient[ASGIApp]) -> None:
    answer = get(site, "/learn/going-home", "nn")
    assert (answer.status_code, answer.headers["location"]) == (302, "/learn/going-home/nn")


def test_where_nothing_is_reviewed_the_list_says_so(town: Town) -> None:
    page = Learn(Library(), ORIGIN).page("/learn/nb", "nb")
    assert "Det er ikke noe her ennå." in page.body
    assert not page.indexed


@pytest.mark.parametrize(
    "path",
    [
        "/learn/nope",
        "/learn/nope/nb",
        "/learn/going-home/se",
        "/learn/going-home/nb/hard",
        "/learn/going-home/nb/easy/more",
        "/learn/fjordbyen/going-home/nb",
    ],
)
def test_a_page_that_is_not_there_says_so_in_plain_words(site: TestClient[ASGIApp], path: str) -> None:
    answer = get(site, path, "nn")
    assert answer.status_code == 404
    assert "<h1>Den" in answer.text
    assert answer.headers["x-robots-tag"] == "noindex"


def test_the_sitemap_names_what_is_reviewed_in_each_language(site: TestClient[ASGIApp]) -> None:
    answer = get(site, "/learn/sitemap.xml")
    assert answer.headers["content-type"] == "application/xml; charset=utf-8"
    base = f"{ORIGIN}/learn"
    pages = [f"{base}/{one}" for one in ("nb", "nn", "en")]
    pages += [f"{base}/going-home/{one}{easy}" for easy in ("", "/easy") for one in ("nb", "nn", "en")]
    assert re.findall(r"<loc>(.*?)</loc>", answer.text) == pages
    assert f"Sitemap: {base}/sitemap.xml" in get(site, "/robots.txt").text
    for page in pages:
        assert get(site, page).status_code == 200


def test_a_page_that_has_not_changed_is_not_sent_again(site: TestClient[ASGIApp]) -> None:
    first = get(site, "/learn/going-home/nb")
    assert first.headers["cache-control"] == "no-cache"
    again = get(site, "/learn/going-home/nb", **{"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert get(site, "/learn/going-home/nb", **{"if-none-match": 'W/"other"'}).status_code == 200


def test_a_page_is_kept_once_however_many_slashes_its_address_has(reviewed: Library) -> None:
    learn = Learn(reviewed, ORIGIN)
    page = learn.page("/learn/going-home/nb", "nb")
    assert learn.page("/learn//going-home////nb//", "nb") is page


def test_a_page_is_sent_compressed_and_head_sends_nothing(site: TestClient[ASGIApp]) -> None:
    with site.stream("GET", "/learn/going-home/nb", headers={"accept-encoding": "gzip"}) as answer:
        raw = b"".join(answer.iter_raw())
    whole = get(site, "/learn/going-home/nb", **{"accept-encoding": "identity"})
    assert gzip.decompress(raw) == whole.content
    head = site.head("/learn/going-home/nb", headers={"accept-encoding": "identity"})
    assert (head.content, head.headers["content-length"]) == (b"", str(len(whole.content)))
    assert slug(site.post("/learn/going-home/nb", headers={"sec-fetch-site": "same-origin"})) == "method-not-allowed"


def test_an_organisations_own_and_what_it_answers_for_stand_below_its_name(reviewed: Library) -> None:
    learn = Learn(reviewed, ORIGIN)
    own = msgspec.json.encode(reviewed.modules["going-home"])
    own = own.replace(b'"id":"going-home"', b'"id":"our-ward"')
    answer = Answer(HOSPITAL, "pain", reviewed.modules["pain"].first.version, "Astrid <Lie>", "overlege", "")
    before = reviewed.own_modules
    reviewed.own_modules = OwnModules(reviewed.modules, [LoadedModule(HOSPITAL, own)], [answer])
    learn.renew(reviewed)

    def page(path: str) -> Page:
        return learn.page(f"/learn/{HOSPITAL}{path}", "nb")

    assert page("/our-ward/nb").indexed
    assert f"{ORIGIN}/learn/{HOSPITAL}/our-ward/nb" in learn.page("/learn/sitemap.xml", "nb").body
    draft = page("/pain/nb")
    assert "Dette er et utkast. Astrid &lt;Lie&gt;, overlege, svarer for det." in draft.body
    assert not draft.indexed
    assert f'href="/learn/{HOSPITAL}/pain/nn"' in page("/nn").body
    assert learn.page("/learn/our-ward/nb", "nb").status == 404
    reviewed.own_modules = before
    learn.renew(reviewed)
    assert page("/our-ward/nb").status == 404


@pytest.mark.parametrize("taken", ["pain", "nn"])
def test_an_organisation_that_was_there_before_a_module_of_its_name_hides_nothing(town: Town, taken: str) -> None:
    drafts = Library(drafts=True)
    own = msgspec.json.encode(drafts.modules["going-home"]).replace(b'"id":"going-home"', b'"id":"our-ward"')
    before = Learn(drafts, ORIGIN)
    drafts.own_modules = OwnModules(drafts.modules, [LoadedModule(taken, own)], drafts=True)
    learn = Learn(drafts, ORIGIN)
    for path in (f"/learn/{taken}", "/learn/pain/nb"):
        assert learn.page(path, "nn") == before.page(path, "nn")
    assert learn.page(f"/learn/{taken}/our-ward/nb", "nn").status == 200
