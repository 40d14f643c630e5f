"""`viktig questionnaire preview`: a form alone, as its file stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from tests.test_questionnaires import FILE, NAME, Json, Write, form, write
from viktig.__main__ import main
from viktig.previewing import Preview

__all__ = ["write"]
HERE = "http://127.0.0.1:8010"
TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation"


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """The built page, of two files."""
    folder = tmp_path / "web"
    folder.mkdir()
    for name, text in (
        ("preview.html", "<!doctype html><title>Viktig</title>"),
        ("app.js", "run()"),
    ):
        (folder / name).write_text(text)
    return folder


def site(write: Write, app: Path, whole: Any) -> TestClient[Preview]:
    return TestClient(Preview(Path(write("a.json", whole)).resolve(), app), base_url=HERE)


def told(client: TestClient[Preview]) -> Json:
    answer: Json = client.get("/preview.json").json()
    return answer


def test_the_page_and_the_two_frames_in_it_are_the_apps_own_and_only_its_own(write: Write, app: Path) -> None:
    client = site(write, app, form())
    for path in ("/preview", "/preview/form", "/"):
        answer = client.get(path)
        assert "<title>Viktig</title>" in answer.text
        policy = answer.headers["content-security-policy"]
        assert "frame-ancestors 'self'" in policy
        assert "unsafe" not in policy
        assert "x-frame-options" not in answer.headers
    assert client.get("/app.js").text == "run()"
    for path in ("/sw.js", "/api/session", "/a.json", "/../a.json"):
        assert client.get(path).status_code == 404
    assert client.post("/preview.json").status_code == 405


def test_a_page_of_another_name_is_not_answered(write: Write, app: Path) -> None:
    client = TestClient(Preview(Path(write("a.json", form())).resolve(), app), base_url="http://evil.example:8010")
    assert client.get("/preview.json").status_code == 404


def test_the_form_is_there_with_what_is_found_and_without_the_notes(write: Write, app: Path) -> None:
    note = {"url": "http://hl7.org/fhir/StructureDefinition/designNote", "valueMarkdown": "why"}
    translated = {"extension": [{"url": TRANSLATION, "extension": [{"url": "lang", "valueCode": "se"}]}]}
    whole = form({**NAME, "extension": [note], "_text": translated}, FILE, language="nn")
    found = told(site(write, app, whole))
    assert found["languages"] == ["nn", "se"]
    assert [one["linkId"] for one in found["found"]] == ["photo"]
    assert found["form"]["item"][0]["linkId"] == "name"
    assert "designNote" not in json.dumps(found["form"])


def test_it_changes_with_the_file_also_when_that_is_broken_or_gone_for_a_while(write: Write, app: Path) -> None:
    client = site(write, app, form(title="Før"))
    before = told(client)
    assert before["form"]["title"] == "Før"
    write("a.json", form(title="Etterpå, lengre"))
    after = told(client)
    assert (after["form"]["title"], after["stamp"] == before["stamp"]) == ("Etterpå, lengre", False)
    write("a.json", b'{"resourceType":')
    assert told(client)["form"] is None
    assert "cannot be read as JSON" in told(client)["found"][0]["says"]
    Path("a.json").unlink()
    assert (told(client)["form"], told(client)["stamp"]) == (None, "No such file or directory")


def test_a_file_that_is_not_there_is_said(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    write("a.json", form())
    assert main(["questionnaire", "preview", "missing.json"]) == 1
    assert main(["questionnaire", "preview", "."]) == 1
    told = capsys.readouterr().err
    assert told == "missing.json: there is no such file.\n.: is a folder; one form is shown at a time.\n"


@pytest.mark.parametrize("port", ["99999", "-1"])
def test_a_port_that_is_none_is_said(write: Write, capsys: pytest.CaptureFixture[str], port: str) -> None:
    assert main(["questionnaire", "preview", write("a.json", form()), f"--port={port}"]) == 1
    assert "there is no such port" in capsys.readouterr().err
