"""Which modules may be read where: what is reviewed, what somebody answers for, and what an organisation has loaded."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import msgspec
import pytest

from tests.asking import slug, told
from tests.people import HOME_CARE, HOSPITAL, MEDICINE, MUNICIPALITY, seed
from tests.publishing import OpenSite, Say, open_site, say, written
from viktig.content.library import FOLDER, Library
from viktig.http.own_content import OwnContentWatch
from viktig.http.web import Web
from viktig.storage import backup, modules
from viktig.storage.database import Database, open_database
from viktig.storage.modules import NewModule

__all__ = ["open_site", "say"]
MP3, MP4 = b"ID3\x04" + b"\0" * 40, b"\0\0\0\x18ftypmp42" + b"\0" * 40
ASTRID = ("--name", "Astrid Lie", "--role", "overlege")
BY = 'state = "reviewed"\nby = "Astrid Lie"\nrole = "overlege"\ndate = "2026-11-20"'
REVIEWED = (('state = "draft"', BY), ('author = "Viktig"', 'author = "Viktig"\nchecker = "Nina Vik"'))


def test_over_a_real_database_no_draft_is_told_of_or_served(say: Say, open_site: OpenSite) -> None:
    site = open_site()
    assert site.modules() == []
    path = next(one["path"] for one in open_site(drafts=True).modules() if one["id"] == "going-home")
    assert slug(site.get(path)) == "not-found"


def test_a_draft_is_served_where_somebody_answers_for_it_with_the_name(say: Say, open_site: OpenSite) -> None:
    status, heard = say("answer-for", "going-home", "--organization", HOSPITAL, *ASTRID)
    assert (status, heard.partition(".\n")[0]) == (
        0,
        f"Astrid Lie, overlege, answers for going-home 1.1.0 in {HOSPITAL}",
    )
    site = open_site()
    assert site.readers() == [("going-home", HOSPITAL)]
    for language in ("nb", "nn", "en"):
        module = site.read("going-home", language)
        assert module["draft"]
        assert (module["review"]["responsible"], module["review"]["responsibleRole"]) == ("Astrid Lie", "overlege")
    path = site.modules()[0]["path"]
    assert path.startswith("modules/own/")
    assert "immutable" in site.get(path).headers["cache-control"]


def test_when_nobody_answers_any_more_it_is_gone_from_a_server_that_runs(say: Say, open_site: OpenSite) -> None:
    site = open_site()
    web = Web(site.library)
    watch = OwnContentWatch(site.database, site.library, web)
    watch.look_now()
    say("answer-for", "going-home", "--organization", HOSPITAL, *ASTRID)
    asyncio.run(watch.look())
    (entry,) = site.library.own_modules.entries
    path = f"/content/{entry.path}"
    assert path in web.files
    assert say("answer-for", "going-home", "--organization", HOSPITAL, "--withdraw")[0] == 0
    asyncio.run(watch.look())
    assert site.library.own_modules.entries == ()
    assert path not in web.files


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("going-home", "--organization", HOSPITAL), "Say who answers for it"),
        (("going-home", "--organization", HOSPITAL, "--name", "Astrid Lie", "--role", " "), "Say who answers for it"),
        (("going-home", "--organization", HOSPITAL, "--name", "A" * 201, "--role", "lege"), "Say who answers for it"),
        (("juggling", "--organization", HOSPITAL, *ASTRID), "There is no module 'juggling'"),
        (("going-home", "--organization", "nowhere", *ASTRID), "There is no organisation 'nowhere'"),
    ],
)
def test_who_answers_for_what_must_be_clear(say: Say, open_site: OpenSite, words: tuple[str, ...], why: str) -> None:
    status, heard = say("answer-for", *words)
    assert status == 1
    assert why in heard
    assert open_site().modules() == []


def test_somebody_answered_for_one_version_and_not_for_the_next(say: Say, sqlite_url: str, open_site: OpenSite) -> None:
    database = open_database(sqlite_url)
    database.write_now(lambda c: modules.answer(c, HOSPITAL, "going-home", ["1.0.0"], "Astrid Lie", "overlege"))
    database.close()
    assert open_site().modules() == []
    heard = say("list")[1]
    assert "nobody: a draft that nobody answers for (Astrid Lie answered for 1.0.0)" in heard


def test_from_the_bones_to_what_a_nurse_of_the_house_and_no_other_offers(say: Say, open_site: OpenSite) -> None:
    assert say("new", "our-ward")[0] == 0
    assert say("check", ".")[0] == 1
    status, heard = say("import", ".", "--organization", HOSPITAL)
    assert status == 1
    assert "our-ward/en.toml\n    - is not written yet" in heard
    assert heard.endswith("Nothing was loaded.\n")
    written()
    assert say("check", ".")[0] == 0
    status, heard = say("import", ".", "--organization", HOSPITAL)
    assert status == 0
    assert "our-ward 1.0.0: loaded\n  A draft: it is shown when somebody there answers for it," in heard
    assert say("answer-for", "our-ward", "--organization", HOSPITAL, *ASTRID)[0] == 0

    site = open_site()
    assert site.readers() == [("our-ward", HOSPITAL)]
    assert site.read("our-ward")["title"] == "Trygt hjem"
    offer = {"module": "our-ward", "reason": "Du spurte om trappen"}
    assert told(site.offer("kari", HOSPITAL, MEDICINE, offer), 201)["module"] == "our-ward"
    assert slug(site.offer("marit", MUNICIPALITY, HOME_CARE, offer)) == "not-valid"


def test_what_is_reviewed_needs_nobodys_word_and_goes_before_ours(say: Say, open_site: OpenSite) -> None:
    written("going-home", *REVIEWED, version="7.0.0")
    assert say("import", ".", "--organization", HOSPITAL)[0] == 0
    status, heard = say("answer-for", "going-home", "--organization", HOSPITAL, *ASTRID)
    assert (status, "going-home 7.0.0 is reviewed: it needs nobody's word." in heard) == (1, True)
    site = open_site(drafts=True)
    assert [whose for id, whose in site.readers() if id == "going-home"] == ["", HOSPITAL]
    assert site.library.shelf(HOSPITAL)["going-home"].first.version == "7.0.0"
    assert site.library.shelf(MUNICIPALITY)["going-home"].first.version == "1.1.0"


def test_an_own_draft_waits_and_the_version_before_it_stays(say: Say, open_site: OpenSite) -> None:
    written("our-ward", *REVIEWED, version="1.9.0")
    say("import", ".", "--organization", HOSPITAL)
    written("our-ward", version="1.10.0")
    say("import", ".", "--organization", HOSPITAL)
    assert [one["version"] for one in open_site().modules()] == ["1.9.0"]
    say("answer-for", "our-ward", "--organization", HOSPITAL, *ASTRID)
    assert [one["version"] for one in open_site().modules()] == ["1.10.0"]
    rows = [line.split(maxsplit=4)[1:] for line in say("list")[1].splitlines() if line.startswith("our-ward")]
    assert rows == [
        ["1.9.0", HOSPITAL, "reviewed", "nobody: 1.10.0 is newer"],
        ["1.10.0", HOSPITAL, "draft", "fjordbyen (Astrid Lie, overlege)"],
    ]
    say("answer-for", "our-ward", "--organization", HOSPITAL, "--withdraw")
    assert open_site().modules() == []
    assert "nobody: it was taken back" in say("list", "--organization", HOSPITAL)[1]


def test_the_same_again_changes_nothing_and_other_words_want_a_new_version(say: Say, open_site: OpenSite) -> None:
    place = written("our-ward", *REVIEWED)
    assert say("import", ".", "--organization", HOSPITAL)[0] == 0
    assert "our-ward 1.0.0: was there already" in say("import", ".", "--organization", HOSPITAL)[1]
    text = (place / "nb.md").read_text("utf-8")
    (place / "nb.md").write_text(text.replace("# Trygt hjem", "# Trygt hjem fra oss"), "utf-8")
    status, heard = say("import", ".", "--organization", HOSPITAL)
    assert status == 1
    assert "our-ward 1.0.0 is there already with other content: give it a new version. Nothing was loaded." in heard
    assert open_site().read("our-ward")["title"] == "Trygt hjem"


def test_all_modules_of_a_folder_are_loaded_or_none(say: Say, open_site: OpenSite) -> None:
    written("a-good-one", *REVIEWED)
    (written("a-torn-one", *REVIEWED) / "nn.md").unlink()
    status, heard = say("import", ".", "--organization", HOSPITAL)
    assert status == 1
    assert "a-torn-one/nn.md\n    - is not written" in heard
    assert open_site().modules() == []
    assert say("import", "nowhere", "--organization", HOSPITAL)[0] == 1


def test_what_speaks_of_a_crisis_is_shown_to_nobody_before_it_is_reviewed(say: Say, open_site: OpenSite) -> None:
    crisis = ("[review]", "crisis = true\n[review]")
    written("our-ward", crisis)
    status, heard = say("import", ".", "--organization", HOSPITAL)
    assert status == 0
    assert "our-ward 1.0.0: held back, not loaded: it speaks of a crisis" in heard
    assert "There is no module" in say("answer-for", "our-ward", "--organization", HOSPITAL, *ASTRID)[1]
    assert ("our-ward", HOSPITAL) not in open_site(drafts=True).readers()
    written("our-ward", crisis, *REVIEWED)
    assert say("import", ".", "--organization", HOSPITAL)[0] == 0
    assert open_site().readers() == [("our-ward", HOSPITAL)]


def test_a_shipped_one_that_is_held_back_is_in_no_index_and_nobody_can_answer_for_it(tmp_path: Path) -> None:
    for room in ("questionnaires", "modules", "prompts"):
        shutil.copytree(FOLDER / room, tmp_path / room)
    about = tmp_path / "modules/going-home/module.toml"
    about.write_text(about.read_text("utf-8").replace("[review]", "crisis = true\n[review]"), "utf-8")
    library = Library(tmp_path, drafts=True)
    assert library.modules["going-home"].held_back
    assert "going-home" not in library.shelf()
    assert not [path for path in library.files() if "going-home" in path]


def test_sound_films_and_easy_texts_come_along(say: Say, open_site: OpenSite) -> None:
    place = written("our-ward", *REVIEWED, ("[language.nb]\n", '[language.nb]\nfilm = "På tegnspråk"\n'))
    (place / "nb.mp3").write_bytes(MP3)
    (place / "nb.mp4").write_bytes(MP4)
    for language in ("nb", "nn", "en"):
        call = "[113](tel:113) [116117](tel:116117)"
        (place / f"{language}.easy.md").write_text(f"# {language}\n\n## Ring\nRing {call}.\n", "utf-8")
    assert say("import", ".", "--organization", HOSPITAL)[0] == 0
    site = open_site()
    media = site.read("our-ward")["media"]
    assert [(one["kind"], one["title"]) for one in media] == [("sound", "Trygt hjem"), ("film", "På tegnspråk")]
    assert [site.get(one["path"]).content for one in media] == [MP3, MP4]
    part = site.http.get(f"/content/{media[1]['path']}", headers={"range": "bytes=4-7"})
    assert (part.status_code, part.content) == (206, b"ftyp")
    assert "media" not in site.read("our-ward", "nn")
    easy = site.read("our-ward", "en", easy=True)
    assert (easy["title"], easy["easy"], len(easy["steps"])) == ("en", True, 1)


def test_the_sound_of_what_nobody_may_read_any_more_is_not_served_either(say: Say, open_site: OpenSite) -> None:
    place = written("our-ward", *REVIEWED)
    (place / "nb.mp3").write_bytes(MP3)
    say("import", ".", "--organization", HOSPITAL)
    site = open_site()
    path = site.read("our-ward")["media"][0]["path"]
    assert site.get(path).content == MP3
    say("answer-for", "our-ward", "--organization", HOSPITAL, "--withdraw")
    assert slug(open_site().get(path)) == "not-found"


def test_what_is_for_staff_is_offered_to_no_patient(say: Say, open_site: OpenSite) -> None:
    written("our-ward", *REVIEWED, ('for_whom = ["patient", "carer"]', 'for_whom = ["staff"]'))
    say("import", ".", "--organization", HOSPITAL)
    site = open_site()
    assert site.readers() == [("our-ward", HOSPITAL)]
    assert "our-ward" not in site.library.tags(HOSPITAL)


def test_a_module_that_cannot_be_read_any_more_is_left_out(say: Say, open_site: OpenSite) -> None:
    written("our-ward", *REVIEWED)
    say("import", ".", "--organization", HOSPITAL)
    site = open_site()
    site.database.write_now(lambda c: modules.add(c, HOSPITAL, NewModule("torn", "1", b"{")))
    OwnContentWatch(site.database, site.library, Web(site.library)).look_now()
    assert [one.id for one in site.library.own_modules.entries] == ["our-ward"]
    assert len(site.library.own_modules.broken) == 1


def test_both_engines_keep_modules_and_who_answers_and_a_backup_holds_them(database: Database, tmp_path: Path) -> None:
    new = NewModule("our-ward", "1.0.0", msgspec.json.encode({"title": "Å 😀"}))
    database.write_now(seed)
    assert [database.write_now(lambda c: modules.add(c, HOSPITAL, new)) for _ in range(2)] == [True, False]
    database.write_now(lambda c: modules.answer(c, HOSPITAL, "pain", ["1.0.0"], "Astrid Lie", "overlege"))
    database.write_now(lambda c: modules.answer(c, HOSPITAL, "pain", ["1.0.0"]))
    assert [one.name for one in database.read_now(modules.answers)] == ["Astrid Lie", ""]
    assert database.read_now(modules.count) == 3
    told = database.read_now(lambda c: backup.write_backup(c, tmp_path / "all.viktig"))["tables"]
    assert (told["own_module"]["rows"], told["module_answer"]["rows"]) == (1, 2)
