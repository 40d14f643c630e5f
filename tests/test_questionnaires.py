"""`viktig questionnaire`: forms at the shell."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from viktig.__main__ import main

Json = dict[str, Any]
Told = Callable[[], tuple[str, str]]


def form(*items: Json, name: str = "q", **more: Any) -> Json:
    head = {"resourceType": "Questionnaire", "url": f"https://a.example/{name}", "version": "1", "status": "active"}
    return {**head, "item": list(items or [NAME]), **more}


NAME = {"linkId": "name", "type": "string", "text": "Hva heter du?"}
FILE = {"linkId": "photo", "type": "attachment", "text": "Et bilde"}
TORN = {"linkId": "torn", "type": "choice", "text": "Velg"}


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Any], str]:
    """Writes a file, and the work goes on in its folder."""
    monkeypatch.chdir(tmp_path)

    def write(name: str, value: Any) -> str:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(value if isinstance(value, bytes) else json.dumps(value).encode())
        return name

    return write


Write = Callable[[str, Any], str]


def test_a_form_that_will_be_as_written_is_fine(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["questionnaire", "check", write("a.json", form())]) == 0
    assert capsys.readouterr().out == "a.json: https://a.example/q|1\n1 form: 0 errors, 0 differences.\n"


@pytest.mark.parametrize(
    ("item", "line"),
    [
        (TORN, "  error       torn: is a choice without options\n"),
        (FILE, "  difference  photo: asks for a file, which is not supported: it is not asked\n"),
    ],
)
def test_each_fault_is_a_line_with_its_item_and_the_form_does_not_pass(
    write: Write, capsys: pytest.CaptureFixture[str], item: Json, line: str
) -> None:
    assert main(["questionnaire", "check", write("a.json", form(item))]) == 1
    assert line in capsys.readouterr().out


def test_a_bundle_and_a_folder_are_gone_through_and_what_is_no_form_is_said(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    bundle = {"resourceType": "Bundle", "entry": [{"resource": form(FILE)}, {"resource": {"resourceType": "Patient"}}]}
    write("forms/b.json", bundle)
    write("forms/a.json", form())
    write("forms/package.json", {"name": "x"})
    write("forms/torn.json", b"{")
    assert main(["questionnaire", "check", "forms"]) == 1
    told = capsys.readouterr()
    assert "b.json[1]: https://a.example/q|1\n  difference  photo: " in told.out
    assert "b.json[2]: left aside, is no form (Patient)" in told.out
    assert "package.json: left aside, is no form (no FHIR resource)" in told.out
    assert "torn.json: cannot be used\n  error       (the form): cannot be read as JSON" in told.out
    assert told.err == "3 forms: 1 error, 1 difference.\n"


def test_nothing_there_is_said_in_a_sentence(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    write("forms/readme.txt", b"x")
    assert main(["questionnaire", "check", "forms"]) == 1
    assert main(["questionnaire", "check", "missing.json"]) == 1
    assert capsys.readouterr().err == "There is no form here.\nmissing.json: No such file or directory.\n"


def test_a_form_with_very_many_faults_tells_the_first_of_them(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    many = [{"linkId": f"a{n}", "type": "choice"} for n in range(500)]
    main(["questionnaire", "check", write("a.json", form(*many))])
    assert "and 300 more" in capsys.readouterr().out
