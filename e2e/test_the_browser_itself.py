"""The ground under all other browser tests: this Chromium keeps what it was given, and axe sees what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Page

from e2e.browser import PHONE, Device, violations

PAGE = b"""<!doctype html><html lang="nb">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Side</title><main><h1>Hei</h1><img src="data:,"></main></html>"""


class OnePage(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.send_header("content-security-policy", "default-src 'self'")
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), OnePage) as listening:
        thread = Thread(target=partial(listening.serve_forever, poll_interval=0.05))
        thread.start()
        yield f"http://127.0.0.1:{listening.server_port}/"
        listening.shutdown()
        thread.join()


def test_a_phone_that_was_switched_off_still_has_what_was_kept_on_it(site: str, device: Callable[..., Device]) -> None:
    phone = device()
    phone.page.goto(site)
    phone.page.evaluate("localStorage.setItem('svar', 'gå til postkassen')")
    page = phone.restart()
    page.goto(site)
    assert page.evaluate("localStorage.getItem('svar')") == "gå til postkassen"


def test_a_page_of_this_machine_is_a_secure_context_and_phone_sized(site: str, visit: Callable[..., Page]) -> None:
    page = visit(PHONE)
    page.goto(site)
    assert page.evaluate("[isSecureContext, innerWidth, 'serviceWorker' in navigator]") == [True, 360, True]


def test_axe_names_a_picture_without_words_under_a_strict_security_policy(
    site: str, visit: Callable[..., Page]
) -> None:
    page = visit()
    page.goto(site)
    assert [line.split()[0] for line in violations(page)] == ["image-alt"]
