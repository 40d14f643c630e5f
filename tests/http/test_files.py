"""The web app and the content as files."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import httpx
import pytest
from litestar.testing import TestClient

from tests.asking import ORIGIN, slug, told
from tests.people import Town, library
from viktig.http.web import APP, Web

INDEX = "<!doctype html><title>Viktig</title>"


@pytest.fixture
def town(shared_town: Town) -> Town:
    return shared_town


@pytest.fixture
def site(tmp_path: Path) -> TestClient[Web]:
    """A built web app of four files."""
    (tmp_path / "assets").mkdir()
    for name, text in (("index.html", INDEX), ("assets/main-AbCd_123.js", "run()"), ("sw.js", "listen()")):
        (tmp_path / name).write_text(text)
    (tmp_path / "assets/main-AbCd_123.js.br").write_bytes(b"as brotli")
    (tmp_path / "assets/main-AbCd_123.js.gz").write_bytes(gzip.compress(b"run()"))
    (tmp_path / "icon-192.png").write_bytes(b"\x89PNG")
    return TestClient(Web(library(), tmp_path), base_url=ORIGIN)


def get(site: TestClient[Web], path: str, accept: str = "identity") -> httpx.Response:
    return site.get(path, headers={"accept-encoding": accept})


@pytest.mark.parametrize("path", ["/", "/i", "/p", "/p/form/3", "/team", "/team/stay/1", "/insight", "/demo"])
def test_every_page_of_the_app_is_the_same_file_and_asked_for_again(site: TestClient[Web], path: str) -> None:
    response = get(site, path)
    assert (response.status_code, response.text) == (200, INDEX)
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.headers["cache-control"] == "no-cache"


def test_a_file_whose_name_holds_its_hash_is_kept_for_ever(site: TestClient[Web]) -> None:
    headers = get(site, "/assets/main-AbCd_123.js").headers
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert headers["content-type"] == "text/javascript; charset=utf-8"


@pytest.mark.parametrize("path", ["/sw.js", "/icon-192.png", "/index.html"])
def test_a_file_without_a_hash_is_asked_for_again(site: TestClient[Web], path: str) -> None:
    assert get(site, path).headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    ("accept", "coding"),
    [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("br;q=1.0, gzip;q=0.5", "br"), ("identity", ""), ("", "")],
)
def test_the_smallest_form_that_a_browser_reads_is_sent(site: TestClient[Web], accept: str, coding: str) -> None:
    with site.stream("GET", "/assets/main-AbCd_123.js", headers={"accept-encoding": accept}) as response:
        raw = b"".join(response.iter_raw())
    assert response.headers.get("content-encoding", "") == coding
    assert raw == {"br": b"as brotli", "gzip": gzip.compress(b"run()"), "": b"run()"}[coding] or coding == "gzip"
    assert response.headers["content-length"] == str(len(raw))
    assert response.headers["vary"] == "accept-encoding"


@pytest.mark.parametrize("path", ["/", "/sw.js", "/content/index.json"])
def test_head_tells_the_length_and_sends_nothing(site: TestClient[Web], path: str) -> None:
    whole = get(site, path)
    head = site.head(path, headers={"accept-encoding": "identity"})
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str(len(whole.content))


@pytest.mark.parametrize(
    "path",
    [
        "/no-such",
        "/i/x",
        "/assets/",
        "/assets/no-such.js",
        "/assets/main-AbCd_123.js.br",
        "/assets/main-AbCd_123.js.gz",
        "/content/",
        "/content/no-such",
        "/%2e%2e/index.html",
        "/assets/..%2findex.html",
    ],
)
def test_what_is_not_there_is_a_problem_and_not_a_page(site: TestClient[Web], path: str) -> None:
    assert slug(get(site, path)) == "not-found"


def test_the_index_of_the_content_names_files_that_never_change(town: Town) -> None:
    answer = town.http.get("/content/index.json")
    assert answer.headers["cache-control"] == "no-cache"
    index = told(answer)
    paths = [form["path"] for form in index["forms"]]
    paths += [language["path"] for module in index["modules"] for language in module["languages"].values()]
    assert len(paths) > 2
    for path in paths:
        response = town.http.get(f"/content/{path}")
        assert response.headers["cache-control"].endswith("immutable")
        assert response.headers["content-type"] == "application/json; charset=utf-8"
        assert json.loads(response.content)


def test_content_is_sent_compressed_to_those_who_read_it(town: Town) -> None:
    path = "/content/" + told(town.http.get("/content/index.json"))["forms"][0]["path"]
    with town.http.stream("GET", path, headers={"accept-encoding": "gzip"}) as response:
        raw = b"".join(response.iter_raw())
    assert response.headers["content-encoding"] == "gzip"
    assert gzip.decompress(raw) == town.http.get(path, headers={"accept-encoding": "identity"}).content


def test_the_built_app_is_served_by_the_whole_server(town: Town) -> None:
    page = town.http.get("/team")
    assert page.text.startswith("<!doctype html>")
    assert "<script>" not in page.text
    for name in (path.name for path in (APP / "assets").glob("*.js")):
        assert town.http.get(f"/assets/{name}").headers["cache-control"].endswith("immutable"), name
