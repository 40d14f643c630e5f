"""An organisation's own forms: loaded at the shell, kept as they came, served by the server that runs."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient
from litestar.types import ASGIApp

from tests.asking import ORIGIN
from tests.people import HOSPITAL, MUNICIPALITY, seed
from tests.test_questionnaires import FILE, TORN, Json, Write, form, write
from viktig.__main__ import main
from viktig.app import create_app
from viktig.content.library import FOLDER, Library
from viktig.http.own_content import OwnContentWatch
from viktig.http.web import Web
from viktig.settings import Settings
from viktig.storage import modules, questionnaires
from viktig.storage.database import Database, open_database
from viktig.storage.questionnaires import NewForm

__all__ = ["write"]
MP3, MP4 = b"ID3\x04" + b"\0" * 40, b"\0\0\0\x18ftypmp42" + b"\0" * 40
MEDIA = "https://viktig.example/StructureDefinition/media"
Load = Callable[..., int]


@pytest.fixture
def load(write: Write, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Load:
    """`viktig questionnaire import` into a database with two organisations."""
    monkeypatch.setenv("VIKTIG_DATABASE", sqlite_url)
    opened = open_database(sqlite_url)
    opened.write_now(seed)
    opened.close()

    def load(*words: str, organization: str = HOSPITAL) -> int:
        return main(["questionnaire", "import", *words, "--organization", organization])

    return load


def stored(url: str) -> list[tuple[str, str, str]]:
    opened = open_database(url)
    rows = opened.read_now(questionnaires.everything)
    opened.close()
    return [(row["organization"], row["version"], row["raw"]) for row in rows]


def test_a_form_is_kept_byte_for_byte_also_out_of_a_bundle(load: Load, write: Write, sqlite_url: str) -> None:
    odd = (
        json.dumps(form(), indent=3, ensure_ascii=False).replace("Hva heter du?", "Hva heter  du? 😀").encode()
        + b"\r\n"
    )
    assert load(write("a.json", odd)) == 0
    inner = json.dumps(form(name="b"), indent=7)
    assert load(write("b.json", f'{{"resourceType": "Bundle", "entry": [{{"resource": {inner} }}]}}'.encode())) == 0
    assert [raw for _, _, raw in stored(sqlite_url)] == [inner, odd.decode()]


def test_whether_any_stay_asks_it_is_said(load: Load, write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    use = {"code": {"code": "workflow"}, "valueCodeableConcept": {"coding": [{"code": "what-matters"}]}}
    assert load(write("a.json", json.dumps(form(name="a", useContext=[use])).encode())) == 0
    assert "asked nowhere" not in capsys.readouterr().out
    assert load(write("b.json", json.dumps(form(name="b")).encode())) == 0
    assert "asked nowhere yet: useContext says no workflow that asks it (activities," in capsys.readouterr().out


@pytest.mark.parametrize(
    ("item", "more", "says"),
    [
        (TORN, ("--accept-differences",), "torn: is a choice without options"),
        (FILE, (), "--accept-differences loads it all the same"),
    ],
)
def test_a_form_with_errors_is_refused_and_one_that_differs_wants_a_yes(
    load: Load,
    write: Write,
    sqlite_url: str,
    capsys: pytest.CaptureFixture[str],
    item: Json,
    more: tuple[str, ...],
    says: str,
) -> None:
    assert load(write("good.json", form(name="good")), write("a.json", form(item)), *more) == 1
    told = capsys.readouterr()
    assert says in told.out
    assert told.err == "Nothing was loaded.\n"
    assert stored(sqlite_url) == []


def test_with_a_yes_a_form_that_differs_is_loaded(load: Load, write: Write, sqlite_url: str) -> None:
    assert load(write("a.json", form(FILE)), "--accept-differences") == 0
    assert len(stored(sqlite_url)) == 1


def test_the_same_again_changes_nothing_and_other_content_wants_a_new_version(
    load: Load, write: Write, sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert load(write("a.json", form())) == 0
    before = stored(sqlite_url)
    assert load("a.json") == 0
    assert "https://a.example/q|1: was there already" in capsys.readouterr().out
    assert load(write("a.json", form(title="Annet"))) == 1
    assert "is there already with other content: give it a new version." in capsys.readouterr().err
    assert stored(sqlite_url) == before
    assert load(write("a.json", form(title="Annet", version="2"))) == 0
    assert load(write("a.json", form()), organization=MUNICIPALITY) == 0
    assert [(whose, version) for whose, version, _ in stored(sqlite_url)] == [
        (HOSPITAL, "1"),
        (HOSPITAL, "2"),
        (MUNICIPALITY, "1"),
    ]


def test_a_licensed_form_wants_a_named_person_and_keeps_the_name(
    load: Load, write: Write, sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    licensed = write("a.json", form(copyright="© 2020 Somebody. All rights reserved."))
    assert load(licensed) == 1
    assert "Somebody must confirm that fjordbyen has the right to use it" in capsys.readouterr().out
    assert load(licensed, "--confirm-licence", "Astrid Lie") == 1
    assert "by name and role" in capsys.readouterr().err
    assert stored(sqlite_url) == []
    assert load(licensed, "--confirm-licence", "Astrid Lie, adviser") == 0
    capsys.readouterr()
    assert main(["questionnaire", "list"]) == 0
    told = capsys.readouterr().out
    assert "© 2020 Somebody. All rights reserved." in told
    assert "was confirmed by Astrid Lie, adviser, 20" in told


@pytest.mark.parametrize(
    "licence", ["", "MIT", "CC0", "CC BY 4.0", "Licensed under CC-BY-SA-4.0", "Apache License 2.0"]
)
def test_a_free_form_needs_nobodys_word(load: Load, write: Write, licence: str) -> None:
    assert load(write("a.json", form(copyright=licence))) == 0


@pytest.mark.parametrize("licence", ["CC BY-NC 4.0", "MIT, but not in hospitals", "© Fjordbyen", "Free for research"])
def test_what_is_not_plainly_free_has_to_be_read_by_a_person(load: Load, write: Write, licence: str) -> None:
    assert load(write("a.json", form(copyright=licence))) == 1


def test_our_own_names_are_taken_and_an_organisation_must_be_there(
    load: Load, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    assert load(str(FOLDER / "questionnaires/carer.json")) == 1
    assert "is one of Viktig's own" in capsys.readouterr().out
    assert load(write("a.json", form()), organization="nowhere") == 1
    assert "There is no organisation 'nowhere'" in capsys.readouterr().err


def shown(file: str, kind: str, text: str = "Det samme i skrift") -> Json:
    parts = [
        {"url": "file", "valueUrl": file},
        {"url": "kind", "valueCode": kind},
        {"url": "text", "valueString": text},
    ]
    return {"url": MEDIA, "extension": parts}


def with_media(*media: Json) -> Json:
    return form({"linkId": "a", "type": "string", "text": "Hva?", "extension": list(media)})


@pytest.mark.parametrize(
    ("media", "says"),
    [
        (shown("a.mp3", "audio", ""), "without a text that says the same"),
        (shown("../a.mp3", "audio"), "no plain file name"),
        (shown("a.mp3", "film"), "neither audio nor video"),
        (shown("missing.mp3", "audio"), "missing.mp3, which a names: No such file"),
        (shown("a.mp3", "video"), "a.mp3 is no video that is taken"),
        (shown("page.mp4", "video"), "page.mp4 is no video that is taken"),
        (shown("big.mp4", "video"), "is larger than 20 MB"),
        (shown("link.mp3", "audio"), "lies elsewhere"),
    ],
)
def test_a_sound_or_film_that_cannot_be_taken_stops_the_form(
    load: Load, write: Write, capsys: pytest.CaptureFixture[str], media: Json, says: str
) -> None:
    write("f/a.mp3", MP3)
    write("f/page.mp4", b"<html><script>")
    write("f/big.mp4", MP4 + b"\0" * 20_000_000)
    Path("f/link.mp3").symlink_to("a.mp3")
    write("f/form.json", with_media(media))
    assert load("f") == 1
    assert says in capsys.readouterr().out


class Site:
    """A server over the database, with a library of its own."""

    def __init__(self, url: str) -> None:
        self.database: Database = open_database(url)
        self.library = Library()
        self.http: TestClient[ASGIApp] = TestClient(
            create_app(Settings(url=ORIGIN), self.database, self.library), base_url=ORIGIN
        )

    def own(self) -> list[Json]:
        entries: list[Json] = self.http.get("/content/index.json").json()["forms"]
        return [entry for entry in entries if entry.get("organization")]


@pytest.fixture
def site(load: Load, sqlite_url: str) -> Iterator[Site]:
    site = Site(sqlite_url)
    yield site
    site.database.close()


def test_the_newest_version_is_told_whose_it_is_and_every_version_is_served_and_known(
    load: Load, write: Write, sqlite_url: str
) -> None:
    for version in ("1.9", "1.10", "1.2"):
        load(write("a.json", form(version=version, id="own", useContext=[])))
    site = Site(sqlite_url)
    assert [(entry["name"], entry["version"], entry["organization"]) for entry in site.own()] == [
        ("fjordbyen-own", "1.10", HOSPITAL)
    ]
    assert len([path for path in site.library.own.files if path.startswith("forms/own/")]) == 3
    for path in site.library.own.files:
        answer = site.http.get(f"/content/{path}")
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
    canonical = "https://a.example/q|1.9"
    assert site.library.questionnaire(canonical, HOSPITAL) is not None
    assert site.library.questionnaire(canonical, MUNICIPALITY) is None
    site.database.close()


def test_a_server_that_runs_has_a_form_soon_after_it_is_loaded(site: Site, load: Load, write: Write) -> None:
    web = Web(site.library)
    watch = OwnContentWatch(site.database, site.library, web)
    watch.look_now()
    assert not site.library.own.now
    load(write("a.json", form()))
    asyncio.run(watch.look())
    (entry,) = site.library.own.now
    assert f"/content/{entry.path}" in web.files
    before = site.library.own
    asyncio.run(watch.look())
    assert site.library.own is before


def test_notes_stay_at_home_and_a_film_is_served_in_parts_under_its_own_hash(
    load: Load, write: Write, sqlite_url: str
) -> None:
    note = {"url": "http://hl7.org/fhir/StructureDefinition/designNote", "valueMarkdown": "why"}
    write("f/film.mp4", MP4)
    write("f/sound.mp3", MP3)
    write("f/form.json", with_media(shown("film.mp4", "video"), shown("sound.mp3", "audio"), note))
    assert load("f") == 0
    site = Site(sqlite_url)
    (body,) = site.library.own.files.values()
    assert b"designNote" not in body
    film, sound = (one["extension"][0]["valueUrl"] for one in json.loads(body)["item"][0]["extension"])
    whole = site.http.get(film)
    assert (whole.content, whole.headers["content-type"]) == (MP4, "video/mp4")
    assert "immutable" in whole.headers["cache-control"]
    part = site.http.get(sound, headers={"range": "bytes=0-2"})
    assert (part.status_code, part.content, part.headers["content-range"]) == (206, b"ID3", f"bytes 0-2/{len(MP3)}")
    assert site.http.get(film, headers={"range": "bytes=999-"}).content == MP4
    assert site.http.head(film).content == b""
    assert site.http.get("/content/media/" + "0" * 64 + ".mp3").status_code == 404
    assert site.http.get(film.replace(".mp4", ".exe")).status_code == 404
    assert site.http.post(film, headers={"origin": ORIGIN}).status_code == 404
    site.database.close()


def test_a_form_that_cannot_be_read_any_more_stops_nothing_else(site: Site) -> None:
    whole = json.dumps(form()).encode()
    site.database.write_now(lambda c: questionnaires.add(c, HOSPITAL, NewForm("u", "1", whole)))
    site.database.write_now(lambda c: questionnaires.add(c, HOSPITAL, NewForm("v", "1", b"{")))
    OwnContentWatch(site.database, site.library, Web(site.library)).look_now()
    assert len(site.library.own.now) == 1
    assert len(site.library.own.broken) == 1


def test_both_engines_keep_a_form_as_it_came_and_take_none_twice(database: Database) -> None:
    raw = '{"title": "Å \\u0000 😀"}\r\n'.encode()
    database.write_now(seed)
    added = [database.write_now(lambda c: questionnaires.add(c, HOSPITAL, NewForm("u", "1", raw))) for _ in range(2)]
    assert added == [True, False]
    (row,) = database.read_now(questionnaires.everything)
    assert row["raw"].encode() == raw
    assert database.read_now(modules.count) == 1
