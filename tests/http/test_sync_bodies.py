"""POST /api/sync: bodies that are compressed, torn, huge, or meant to hurt."""

from __future__ import annotations

import gzip
import json
import zlib

import pytest

from tests.asking import Json, Phone, next_id, slug, told
from tests.people import Town

DEEP = 100_000


@pytest.fixture
def phone(shared_town: Town) -> Phone:
    return shared_town.phone(shared_town.admit())


def body_with(phone: Phone, content: str, *others: Json) -> bytes:
    """A request with one version whose content is this text, between others."""
    put = [phone.version("CONTENT"), *others]
    return json.dumps({"put": put}).replace('"CONTENT"', content).encode("utf-8", "surrogateescape")


def test_a_compressed_body_is_read(phone: Phone) -> None:
    body = json.dumps({"put": [phone.version(phone.answers({"matters": "Hjem"}))]}).encode()
    (receipt,) = told(phone.raw(gzip.compress(body), content_encoding="gzip"))["receipts"]
    assert receipt["outcome"] == "stored"


@pytest.mark.parametrize("more", [gzip.compress(b"{}", mtime=0), b"more", b"\0" * 9])
def test_what_follows_a_compressed_body_is_not_passed_over(phone: Phone, more: bytes) -> None:
    assert slug(phone.raw(gzip.compress(b"{}") + more, content_encoding="gzip")) == "unreadable"


def test_a_torn_compressed_body_is_unreadable(phone: Phone) -> None:
    body = gzip.compress(json.dumps({"put": [phone.version(phone.answers({"matters": "Hjem"}))]}).encode())
    for torn in (body[: len(body) // 2], body[:-9], b"", b"\x1f\x8b"):
        assert slug(phone.raw(torn, content_encoding="gzip")) == "unreadable"
    assert not phone.sync(since={})["changed"][1:]


def test_what_is_not_gzip_under_its_name_is_unreadable(phone: Phone) -> None:
    for body in (b"{}", zlib.compress(b"{}"), bytes(range(256))):
        assert slug(phone.raw(body, content_encoding="gzip")) == "unreadable"


def test_a_small_body_that_grows_without_end_is_stopped(phone: Phone) -> None:
    bomb = gzip.compress(b'{"put": ["' + b"a" * 60_000_000 + b'"]}')
    assert len(bomb) < 100_000
    assert slug(phone.raw(bomb, content_encoding="gzip")) == "too-large"


def test_a_compressed_body_may_grow_beyond_what_is_sent_plain(phone: Phone) -> None:
    said = [phone.answers({"else": "æ" * 3000, "worry": str(number)}) for number in range(50)]
    many = [phone.version(content, document=next_id()) for content in said]
    body = json.dumps({"put": many}, indent=100).encode()
    assert 1_000_000 < len(body) < 4_000_000
    answer = told(phone.raw(gzip.compress(body), content_encoding="gzip"))
    assert {receipt["outcome"] for receipt in answer["receipts"]} == {"stored"}


@pytest.mark.parametrize("coding", ["br", "deflate", "gzip, gzip"])
def test_a_compression_that_we_do_not_know_is_unreadable(phone: Phone, coding: str) -> None:
    assert slug(phone.raw(zlib.compress(b"{}"), content_encoding=coding)) == "unreadable"


def test_a_body_above_a_million_bytes_is_too_large(phone: Phone) -> None:
    assert slug(phone.raw(b" " * 1_000_001)) == "too-large"
    assert told(phone.raw(b'{"put": [' + b" " * 999_980 + b"]}"))["at"]


def test_a_body_of_unknown_length_is_measured_as_it_comes(phone: Phone) -> None:
    def parts() -> object:
        yield from (b" " * 100_000 for _ in range(11))

    headers = {**phone.headers, "content-type": "application/json"}
    response = phone.http.request("POST", "/api/sync", headers=headers, content=parts())  # type: ignore[arg-type]
    assert slug(response) == "too-large"


def test_fifty_one_versions_are_too_many(phone: Phone) -> None:
    assert slug(phone.post("/api/sync", {"put": [{}] * 51})) == "not-valid"


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_only_json_is_taken(phone: Phone, kind: str) -> None:
    assert slug(phone.raw(b"{}", content_type=kind)) == "wrong-content-type"


def test_json_may_name_its_letters(phone: Phone) -> None:
    assert told(phone.raw(b"{}", content_type="application/json; charset=utf-8"))["at"]


@pytest.mark.parametrize("torn", [b"", b"{", b'{"put": [', b'{"put": [{]}', b"\xff\xfe{}", b"{}{}", b"'put'"])
def test_a_torn_body_is_unreadable(phone: Phone, torn: bytes) -> None:
    assert slug(phone.raw(torn)) == "unreadable"


@pytest.mark.parametrize(
    "wrong",
    [
        b"[]",
        b"1",
        b"null",
        b'{"put": {}}',
        b'{"put": null}',
        b'{"since": []}',
        b'{"since": {"p": {"n": -1}}}',
        b'{"since": {"p": {"n": "1"}}}',
        b'{"since": {"../..": {}}}',
        b'{"since": {"p": {"n": 1e999}}}',
    ],
)
def test_a_body_of_another_shape_is_not_valid(phone: Phone, wrong: bytes) -> None:
    assert slug(phone.raw(wrong)) == "not-valid"


@pytest.mark.parametrize(
    "deep",
    [b"[" * DEEP, b'{"put":' * DEEP, b'{"put": [' + b"[" * DEEP + b"]" * DEEP + b"]}", b'{"x": ' + b'{"a":' * DEEP],
    ids=["lists", "objects", "a version", "an unknown field"],
)
def test_a_bottomless_body_is_unreadable(phone: Phone, deep: bytes) -> None:
    assert slug(phone.raw(deep)) in ("unreadable", "not-valid")


HOSTILE = [
    "[" * 20_000 + "]" * 20_000,
    '{"resourceType": "TalkMark", "talked": "yes", "x": ' + "[" * 5_000 + "]" * 5_000 + "}",
    '{"resourceType": "TalkMark", "talked": "yes", "x": "\\ud800"}',
    '{"resourceType": "TalkMark", "talked": "yes", "x": "\\udc00\\ud800"}',
    '{"resourceType": "TalkMark", "talked": "yes", "x": "\udcff"}',
    '{"resourceType": "TalkMark", "talked": "yes", "\udcff": 1}',
    '{"resourceType": "TalkMark", "talked": "\\u0000"}',
    '{"resourceType": ["TalkMark"], "talked": "yes"}',
    '{"resourceType": "TalkMark", "talked": ' + "9" * 6_000 + "}",
    '{"resourceType": "QuestionnaireResponse", "item": ' + "9" * 6_000 + "}",
    "-" * 3,
    "NaN",
    "Infinity",
    "1e999",
]


def test_a_hostile_content_never_takes_the_others_with_it(either_town: Town) -> None:
    """Where the whole text is no JSON at all, it is said of the whole; nothing is half kept."""
    phone = either_town.phone(either_town.admit())
    for content in HOSTILE:
        good = phone.version(phone.answers({"matters": "Hjem"}), document=next_id())
        response = phone.raw(body_with(phone, content, good))
        if response.status_code == 200:
            outcomes = [receipt["outcome"] for receipt in response.json()["receipts"]]
            assert outcomes == ["refused", "stored"], content[:60]
        else:
            assert slug(response) == "unreadable", content[:60]
            assert good["version"] not in str(phone.sync(since={})), content[:60]


def test_a_nul_in_the_words_reaches_every_page_without_harm(either_town: Town) -> None:
    town = either_town
    phone = town.phone(town.admit(), role="related", name="To\0ne", relation="dat\0ter")
    speaker = {"kind": "related", "name": "To\0ne", "relation": "dat\0ter"}
    content = phone.answers({"matters": "H\0jem"})
    content["item"][0] |= {"saidBy": speaker, "writtenBy": speaker}
    phone.write(content)
    assert "jem" in str(town.kari.page(phone.stay)["answers"])
    assert town.kari.row(phone.stay)["helpedBy"].endswith("ter")
    assert told(town.kari.get(f"/api/units/{town.kari.unit}/handover"))["rows"]
