"""`viktig questionnaire`: forms at the shell."""

from __future__ import annotations

import json
import os
import subprocess
import sys
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


WITH_VIKTIG = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
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
    write("forms/a.json", form(name="a"))
    write("forms/package.json", {"name": "x"})
    write("forms/torn.json", b"{")
    assert main(["questionnaire", "check", "forms"]) == 1
    told = capsys.readouterr()
    assert "b.json[1]: https://a.example/q|1\n  difference  photo: " in told.out
    assert "b.json[2]: left aside, is no form (Patient)" in told.out
    assert "package.json: left aside, is no form (no FHIR resource)" in told.out
    assert "torn.json: cannot be used\n  error       (the form): cannot be read as JSON" in told.out
    assert told.err == "3 forms: 1 error, 1 difference.\n"


def test_an_entry_that_is_none_is_named_by_its_place_and_the_rest_of_the_bundle_is_checked(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    entries = [{"resource": form(FILE)}, None, 5, "x", {"resource": None}, {"resource": form(name="last")}, {}]
    assert main(["questionnaire", "check", write("b.json", {"resourceType": "Bundle", "entry": entries})]) == 1
    told = capsys.readouterr()
    assert "b.json[1]: https://a.example/q|1\n" in told.out
    for n in (2, 3, 4, 5):
        assert f"b.json[{n}]: left aside, is no entry of a Bundle\n" in told.out
    assert "b.json[6]: https://a.example/last|1\nb.json[7]: left aside, is no form (no FHIR resource)\n" in told.out
    assert told.err == "2 forms: 4 errors, 1 difference.\n"


def test_two_forms_of_one_url_and_version_are_told_by_name_and_a_copy_is_only_noted(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write("forms/a.json", form())
    write("forms/b.json", {"resourceType": "Bundle", "entry": [{"resource": form(name="r")}, {"resource": form(TORN)}]})
    assert main(["questionnaire", "check", "forms"]) == 1
    told = capsys.readouterr()
    assert "b.json[2]: https://a.example/q|1\n  error       (the form): has the url and version of a.json\n" in told.out
    write("forms/b.json", form())
    assert main(["questionnaire", "check", "forms"]) == 0
    assert "b.json: https://a.example/q|1\n  note        (the form): is the same as a.json\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    "command", [("check", "pipe"), ("import", "pipe", "--organization", "o"), ("score", "pipe", "pipe")]
)
def test_a_named_pipe_at_which_nobody_writes_is_refused_and_not_waited_for(
    write: Write, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    write("a.json", form())
    os.mkfifo("pipe")
    assert main(["questionnaire", *command]) == 1
    assert capsys.readouterr().err == "pipe: is neither a file nor a folder.\n"


def test_what_the_shell_hands_over_is_read(write: Write) -> None:
    write("a.json", form())
    for command in ("cat a.json | viktig questionnaire check /dev/stdin", "viktig questionnaire check <(cat a.json)"):
        done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, env=WITH_VIKTIG)
        assert "1 form: 0 errors" in done.stdout, done.stderr


def test_nothing_there_is_said_in_a_sentence(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    write("forms/readme.txt", b"x")
    assert main(["questionnaire", "check", "forms"]) == 1
    assert main(["questionnaire", "check", "missing.json"]) == 1
    assert capsys.readouterr().err == "There is no form here.\nmissing.json: No such file or directory.\n"


def test_a_form_that_cannot_be_used_is_told_by_its_name(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["questionnaire", "check", write("a.json", form({"type": "string"}))]) == 1
    assert capsys.readouterr().out.startswith(
        "a.json: https://a.example/q|1 cannot be used\n  error       (the form): "
    )


def test_a_form_with_very_many_faults_tells_the_first_of_them(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    many = [{"linkId": f"a{n}", "type": "choice"} for n in range(500)]
    main(["questionnaire", "check", write("a.json", form(*many))])
    assert "and 300 more" in capsys.readouterr().out


DEEP = b'{"linkId":"pain","item":[' * 5_000 + b"]}" * 5_000 + b"]}"
SCORE = "https://viktig.example/StructureDefinition/score"
PAIN = {
    "linkId": "pain",
    "type": "integer",
    "extension": [
        {"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 0},
        {"url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": 10},
    ],
}


def counted(*items: str, method: str = "mean-0-100") -> Json:
    parts: list[Json] = [{"url": "name", "valueString": "rest"}, {"url": "method", "valueCode": method}]
    parts += [{"url": "item", "valueString": item} for item in items]
    return form(PAIN, NAME, extension=[{"url": SCORE, "extension": parts}])


def answered(value: int, **more: Any) -> Json:
    item = {"linkId": "pain", "answer": [{"valueInteger": value}]}
    return {"resourceType": "QuestionnaireResponse", "status": "completed", "item": [item], **more}


def test_a_response_is_counted_as_its_form_says(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    files = (write("f.json", counted("pain")), write("r.json", answered(4)))
    assert main(["questionnaire", "score", *files]) == 0
    assert capsys.readouterr().out == "rest: 40 (mean-0-100, 1 of 1 answered)\n"


def test_a_response_that_breaks_the_forms_rules_says_so_and_too_few_answers_give_no_score(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["questionnaire", "score", write("f.json", counted("pain")), write("r.json", answered(11))]) == 0
    assert "remark  pain: too-large" in capsys.readouterr().out
    empty = write("r.json", {"resourceType": "QuestionnaireResponse"})
    assert main(["questionnaire", "score", "f.json", empty]) == 0
    assert capsys.readouterr().out == "rest: not enough answers (0 of 1 answered, 50% needed)\n"


def test_a_question_that_stands_several_times_in_a_response_is_remarked_and_counts_nothing(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    twice = answered(4)
    twice["item"] *= 2
    assert main(["questionnaire", "score", write("f.json", counted("pain")), write("r.json", twice)]) == 0
    told = capsys.readouterr().out
    assert told == "remark  pain: several-times\nrest: not enough answers (0 of 1 answered, 50% needed)\n"


@pytest.mark.parametrize(
    ("written", "response", "says"),
    [
        (form(), answered(1), "The form has no scores."),
        (form(TORN), answered(1), "f.json cannot be used"),
        (counted("pain"), answered(1, questionnaire="https://a.example/other|1"), "answers another form"),
        (counted("pain"), {"resourceType": "Patient"}, "is no QuestionnaireResponse"),
        (counted("pain"), b"{", "is no QuestionnaireResponse"),
        (counted("pain"), b'{"resourceType":"QuestionnaireResponse","item":[' + DEEP, "far deeper than any form"),
    ],
)
def test_what_cannot_be_counted_is_said(
    write: Write, capsys: pytest.CaptureFixture[str], written: Json, response: Any, says: str
) -> None:
    assert main(["questionnaire", "score", write("f.json", written), write("r.json", response)]) == 1
    assert says in capsys.readouterr().err


@pytest.mark.parametrize(
    ("items", "method", "says"),
    [
        (("pain", "name"), "mean", "name: the score rest counts name, which has no option with a value"),
        (("missing",), "mean", "(the form): the score rest counts missing, which is not in the form"),
        (("pain",), "median", "(the form): the score rest is counted by median"),
        (("pain", "pain"), "mean", "pain: the score rest counts pain twice"),
        ((), "mean", "(the form): the score rest counts no item"),
    ],
)
def test_a_score_that_cannot_be_counted_is_an_error_of_the_form(
    write: Write, capsys: pytest.CaptureFixture[str], items: tuple[str, ...], method: str, says: str
) -> None:
    assert main(["questionnaire", "check", write("f.json", counted(*items, method=method))]) == 1
    assert says in capsys.readouterr().out
