"""What every request passes, and what every answer wears."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.asking import ORIGIN, Person, slug, told
from tests.clock import Clock
from tests.people import MEDICINE, Town
from viktig.settings import Settings

EVERY_KIND = {
    "an answer": ("GET", "/api/session"),
    "nothing to say": ("OPTIONS", "/api/session"),
    "an unknown route": ("GET", "/api/no-such-route"),
    "a wrong method": ("PATCH", "/api/session"),
    "an unknown stay": ("GET", "/api/encounters/no-such-stay"),
    "the description": ("GET", "/api/schema"),
    "health": ("GET", "/api/health"),
    "the app": ("GET", "/"),
    "a page of the app": ("GET", "/team/today"),
    "an unknown file": ("GET", "/no-such-file.js"),
    "the content": ("GET", "/content/index.json"),
    "an unknown content": ("GET", "/content/no-such.json"),
    "a write to a file": ("POST", "/"),
    "a refused write": ("POST", "/api/reviews"),
}


@pytest.fixture
def town(shared_town: Town) -> Town:
    return shared_town


@pytest.mark.parametrize(("method", "path"), EVERY_KIND.values(), ids=EVERY_KIND.keys())
def test_every_kind_of_answer_wears_the_headers(town: Town, method: str, path: str) -> None:
    headers = town.kari.ask(method, path).headers
    policy = dict(part.strip().partition(" ")[::2] for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == headers["cross-origin-resource-policy"] == "same-origin"
    assert "microphone=()" in headers["permissions-policy"]
    assert headers["strict-transport-security"].startswith("max-age=31536000")
    assert "access-control-allow-origin" not in headers
    assert "server" not in headers
    assert len(headers.get_list("content-security-policy")) == 1


@pytest.mark.parametrize("path", [path for _, path in EVERY_KIND.values() if path.startswith("/api/")])
def test_no_answer_of_the_api_is_kept_by_a_browser(town: Town, path: str) -> None:
    assert town.kari.get(path).headers["cache-control"] == "no-store"


@pytest.mark.parametrize(("method", "path"), EVERY_KIND.values(), ids=EVERY_KIND.keys())
def test_no_answer_sets_a_cookie_but_those_that_sign_in(town: Town, method: str, path: str) -> None:
    assert "set-cookie" not in town.kari.ask(method, path).headers


def test_without_https_nothing_is_promised_about_it(sqlite_url: str, clock: Clock) -> None:
    town = Town(sqlite_url, clock, Settings(url="http://127.0.0.1:8000"))
    with town.http:
        assert "strict-transport-security" not in town.http.get("/api/health").headers


UNSAFE = [("POST", "/api/reviews"), ("PUT", "/api/tasks/x"), ("DELETE", "/api/session"), ("PATCH", "/api/session")]


@pytest.mark.parametrize(("method", "path"), UNSAFE)
@pytest.mark.parametrize(
    "site",
    [
        {},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": ORIGIN, "sec-fetch-site": "cross-site"},
        {"origin": ORIGIN, "sec-fetch-site": "same-site"},
        {"origin": ORIGIN, "sec-fetch-site": "none"},
        {"origin": "https://evil.example", "sec-fetch-site": "same-origin"},
        {"origin": f"{ORIGIN}.evil.example"},
        {"origin": f"https://evil.example/{ORIGIN}"},
        {"referer": f"{ORIGIN}/"},
        {"origin": "http://["},
        {"origin": "http://[", "sec-fetch-site": "same-origin"},
    ],
    ids=str,
)
def test_a_write_from_another_site_is_stopped(town: Town, method: str, path: str, site: dict[str, str]) -> None:
    own = {name: value for name, value in town.kari.headers.items() if name != "origin"}
    response = town.http.request(method, path, headers={**own, **site}, json={} if method != "DELETE" else None)
    assert slug(response) == "cross-site"
    assert told(town.kari.get("/api/session"))


@pytest.mark.parametrize("site", [{"origin": ORIGIN}, {"sec-fetch-site": "same-origin"}])
def test_a_write_from_our_own_page_comes_through(town: Town, site: dict[str, str]) -> None:
    own = {name: value for name, value in town.sign_in("ahmed").headers.items() if name != "origin"}
    assert town.http.delete("/api/session", headers={**own, **site}).status_code == 204


def test_looking_needs_no_origin(town: Town) -> None:
    own = {name: value for name, value in town.kari.headers.items() if name != "origin"}
    assert told(town.http.get("/api/session", headers=own))


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "", "json"])
@pytest.mark.parametrize("path", ["/api/reviews", "/api/invitations/redeem", "/api/session/challenge"])
def test_a_body_that_is_not_called_json_is_not_read(town: Town, path: str, kind: str) -> None:
    response = town.http.post(path, headers={**town.kari.headers, "content-type": kind}, content=b"{}")
    assert slug(response) == "wrong-content-type"


@pytest.mark.parametrize("body", [b"", b"{", b"[1,", b"\xff\xfe", b"{'a': 1}", b"[" * 100_000, b'{"a":' * 100_000])
def test_a_torn_or_bottomless_body_is_a_clear_problem(town: Town, body: bytes) -> None:
    headers = {**town.kari.headers, "content-type": "application/json"}
    assert slug(town.http.post("/api/reviews", headers=headers, content=body)) in ("unreadable", "not-valid")


@pytest.mark.parametrize("body", ["[]", "null", "1", '"x"', '{"encounter": 1}', '{"encounter": null, "versions": {}}'])
def test_a_body_of_another_shape_is_not_valid(town: Town, body: str) -> None:
    assert slug(town.kari.post("/api/reviews", json.loads(body))) == "not-valid"


@pytest.mark.parametrize("path", ["/api/reviews", "/api/sync", "/api/invitations/redeem", "/api/no-such-route"])
def test_a_body_above_a_million_bytes_is_too_large_before_it_is_read(town: Town, path: str) -> None:
    headers = {**town.kari.headers, "content-type": "application/json"}
    assert slug(town.http.post(path, headers=headers, content=b" " * 1_000_001)) == "too-large"


@pytest.mark.parametrize("length", ["-1", "1e3", "one", "9" * 5000, "١"])
def test_a_length_that_is_no_number_is_refused(town: Town, length: str) -> None:
    headers = {**town.kari.headers, "content-type": "application/json", "content-length": length}
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    assert slug(town.http.request("POST", "/api/reviews", headers=raw, content=b"{}")) == "too-large"


def test_a_body_of_unknown_length_is_measured_as_it_comes(town: Town) -> None:
    def parts() -> Iterator[bytes]:
        yield from (b" " * 100_000 for _ in range(11))

    headers = {**town.kari.headers, "content-type": "application/json"}
    assert slug(town.http.post("/api/reviews", headers=headers, content=parts())) == "too-large"


@pytest.mark.parametrize("path", ["/api/encounters/%00", "/api/encounters/%ff%fe", "/api/encounters/" + "x" * 5000])
def test_a_strange_path_is_not_found(either_town: Town, path: str) -> None:
    assert slug(either_town.kari.get(path)) == "not-found"


@pytest.mark.parametrize("months", ["0", "-5", "999999999999999999999", "13"])
def test_a_strange_number_in_the_address_does_no_harm(town: Town, months: str) -> None:
    assert town.kari.get(f"/api/units/{MEDICINE}/figures?months={months}").status_code in (200, 400, 422)
    assert slug(town.kari.get(f"/api/units/{MEDICINE}/figures?months=many")) == "not-valid"


def test_a_method_that_a_route_does_not_have_is_said(town: Town) -> None:
    assert slug(town.kari.delete("/api/health")) == "method-not-allowed"
    assert slug(town.kari.get("/api/sync")) == "method-not-allowed"
    assert slug(town.kari.post("/", {})) == "method-not-allowed"


def test_a_problem_holds_a_slug_and_no_word_of_what_was_sent(town: Town) -> None:
    body = {"encounter": "Hemmelig", "versions": ["Hemmelig"], "together": "Hemmelig"}
    assert "Hemmelig" not in town.kari.post("/api/reviews", body).text


def test_the_profile_may_be_any_text_and_opens_nothing(town: Town) -> None:
    for profile in ("", "../..", "x" * 5000, "a; Path=/", "%00"):
        person = Person(town.http, "nobodyknown")
        assert slug(person.ask("GET", "/api/session", viktig_profile=profile)) == "not-signed-in"
