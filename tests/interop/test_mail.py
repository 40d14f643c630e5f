"""E-mail: under TLS, to one reader, and never twice when nobody knows whether it went out."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.interop.receivers import PostOffice
from viktig.interop.mail import Mail

STOP = "https://viktig.example/stop#abc"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PostOffice]:
    opened = PostOffice(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(opened.certificate))
    yield opened
    opened.close()


def sent(office: PostOffice, to: str = "ingrid@example.org") -> str:
    mail = Mail(office.url, "Viktig <viktig@sykehus.example>")
    return asyncio.run(mail.send("01-id", to, "Det ligger noe til deg i Viktig.", "Hei på deg, Åse", STOP))


def test_a_letter_goes_under_tls_and_says_how_to_stop(office: PostOffice) -> None:
    assert sent(office) == "sent"
    (letter,) = office.letters
    assert office.safe == [True]
    assert (letter["To"], letter["Subject"]) == ("ingrid@example.org", "Det ligger noe til deg i Viktig.")
    assert letter["List-Unsubscribe"] == f"<{STOP}>"
    assert letter["Message-ID"] == "<01-id@sykehus.example>"
    assert letter.get_content().strip() == "Hei på deg, Åse"


def test_a_server_whose_certificate_is_not_trusted_gets_nothing(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    assert sent(office) == "failed"
    assert office.letters == []


@pytest.mark.parametrize(("code", "outcome"), [(550, "gone"), (452, "failed")])
def test_a_reader_who_is_not_there_is_told_apart_from_a_full_box(office: PostOffice, code: int, outcome: str) -> None:
    office.refuses = code
    assert sent(office) == outcome
    assert office.letters == []


def test_a_server_that_falls_with_the_letter_in_its_hands_may_have_sent_it(office: PostOffice) -> None:
    office.falls = True
    assert sent(office) == "unknown"


def test_only_a_server_on_this_very_machine_may_do_without_tls(tmp_path: Path) -> None:
    office = PostOffice(tmp_path, tls=False)
    assert sent(office) == "sent"
    assert office.safe == [False]
    office.url = office.url.replace("127.0.0.1", "127.0.0.2")  # leads to the same office, under a name that is not ours
    assert sent(office) == "failed"
    assert len(office.letters) == 1
    office.close()


def test_no_server_at_all_surely_sent_nothing(office: PostOffice) -> None:
    office.close()
    assert sent(office) == "failed"
