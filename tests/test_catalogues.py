"""From a sentence in the source to the words that a phone loads: tools/locales.py on a project of its own."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tools.locales import short
from viktig.language import LANGUAGES

TOOL = Path(__file__).resolve().parent.parent / "tools/locales.py"
SENTENCES = """
def _(msgid: str) -> str:
    return msgid

SENTENCES = {"not-found": _("We did not find it.")}
"""
ANSWER = """
export const Answer = ({ n, name }: { n: number; name: string }) => (
  <p title={_("Don't lose it")}>
    {_("Read by {name}", { name })} {ngettext("{n} day", "{n} days", n)} {pgettext("to do", "Read")}
  </p>
);
"""
MAIN = """
import {
  Answer } from "./view/patient/answer.tsx";
const later = () => import("./view/patient/later.ts");
"""
LATER = """
export const later = () => _("Later") + _("Don't lose it");
"""
WARD = """
export const ward = () => _("Arrivals") + _("Read by {name}", { name: "Kari" });
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    put(tmp_path / "server/viktig/sentences.py", SENTENCES)
    put(tmp_path / "pwa/src/view/patient/answer.tsx", ANSWER)
    put(tmp_path / "pwa/src/main.tsx", MAIN)
    put(tmp_path / "pwa/src/view/patient/later.ts", LATER)
    put(tmp_path / "pwa/src/view/team/ward.ts", WARD)
    for language in LANGUAGES:
        (tmp_path / "locales" / language / "LC_MESSAGES").mkdir(parents=True)
    run(tmp_path, "update")
    return tmp_path


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def run(project: Path, command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(TOOL), command, "--root", str(project)],
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )


def po(project: Path, language: str) -> Path:
    return project / "locales" / language / "LC_MESSAGES/viktig.po"


def translate(project: Path, language: str, entry: str, translation: str) -> None:
    """Writes the translation under the entry, which is empty so far."""
    path = po(project, language)
    text = path.read_text("utf-8")
    empty = "\n".join(line.partition('"')[0] + '""' for line in translation.splitlines())
    assert text.count(f"{entry}\n{empty}\n") == 1
    put(path, text.replace(f"{entry}\n{empty}\n", f"{entry}\n{translation}\n"))


def translate_all(project: Path) -> None:
    for language in ("nb", "nn"):
        translate(project, language, 'msgid "We did not find it."', 'msgstr "Vi fant det ikke."')
        translate(project, language, 'msgid "Don\'t lose it"', 'msgstr "Pass på det"')
        translate(project, language, 'msgid "Read by {name}"', 'msgstr "Lest av {name}"')
        translate(project, language, 'msgid "Read"', 'msgstr "Les"')
        translate(project, language, 'msgid "Later"', 'msgstr "Senere"')
        translate(project, language, 'msgid "Arrivals"', 'msgstr "Inn i dag"')
        days = 'msgstr[0] "én dag"\nmsgstr[1] "{n} dager"'
        translate(project, language, 'msgid "{n} day"\nmsgid_plural "{n} days"', days)


NAMES = {
    short(name): name
    for name in ("Don't lose it", "Read by {name}", "{n} day", "to do\u0004Read", "Later", "Arrivals", "Arrival")
}


def compiled(project: Path, name: str) -> Any:
    """As the web app loads it, with the sentences' whole names."""
    found = json.loads((project / f"pwa/src/i18n/generated/{name}.json").read_text("utf-8"))
    return found | {"messages": {NAMES[each]: words for each, words in found["messages"].items()}}


def test_what_is_not_translated_is_named(project: Path) -> None:
    ran = run(project, "check")
    assert ran.returncode == 1
    assert "nb: not translated: 'Read by {name}'" in ran.stderr
    assert "nn: not translated: ('{n} day', '{n} days')" in ran.stderr
    assert "en:" not in ran.stderr


def test_a_finished_catalogue_passes(project: Path) -> None:
    translate_all(project)
    ran = run(project, "check")
    assert (ran.returncode, ran.stderr) == (0, "")


def test_the_first_question_comes_with_its_own_words_and_other_pages_only_with_what_those_lack(project: Path) -> None:
    translate_all(project)
    run(project, "compile")
    nb = compiled(project, "nb")
    assert nb["messages"] == {
        "Don't lose it": "Pass på det",
        "Read by {name}": "Lest av {name}",
        "{n} day": {"one": "én dag", "other": "{n} dager"},
        "to do\u0004Read": "Les",
    }
    assert nb["problems"] == {"not-found": "Vi fant det ikke."}
    assert nb["months"][2] == "mars"
    assert compiled(project, "nn")["weekdays"][1] == "tysdag"
    assert compiled(project, "nb.rest") == {"messages": {"Later": "Senere"}}
    assert compiled(project, "nb.team") == {"messages": {"Arrivals": "Inn i dag"}}


def test_words_that_lie_with_the_patient_and_are_used_by_the_team_too_come_to_both(project: Path) -> None:
    translate_all(project)
    put(project / "pwa/src/view/team/Team.tsx", 'import { later } from "../patient/later.ts";')
    run(project, "compile")
    later = {"Later": "Senere"}
    assert compiled(project, "nb.rest")["messages"] == later
    assert later.items() <= compiled(project, "nb.team")["messages"].items()


def test_english_is_not_sent_twice(project: Path) -> None:
    run(project, "compile")
    assert compiled(project, "en")["messages"] == {}
    assert compiled(project, "en")["problems"] == {"not-found": "We did not find it."}


def test_an_untranslated_sentence_is_left_to_english(project: Path) -> None:
    run(project, "compile")
    assert compiled(project, "nb")["messages"] == {}
    assert compiled(project, "nb")["problems"] == {"not-found": "We did not find it."}


def test_a_lost_placeholder_is_named(project: Path) -> None:
    translate_all(project)
    put(po(project, "nn"), po(project, "nn").read_text("utf-8").replace("Lest av {name}", "Lest av {namn}"))
    ran = run(project, "check")
    assert ran.stderr == "nn: other placeholders in 'Lest av {namn}': 'Read by {name}'\n"


def test_a_fuzzy_sentence_is_named_and_not_shown(project: Path) -> None:
    translate_all(project)
    marked = po(project, "nb").read_text("utf-8").replace('msgid "Arrivals"', '#, fuzzy\nmsgid "Arrivals"')
    put(po(project, "nb"), marked)
    assert run(project, "check").stderr == "nb: fuzzy: 'Arrivals'\n"
    run(project, "compile")
    assert compiled(project, "nb.team") == {"messages": {}}


def test_a_sentence_that_nobody_says_any_more_is_named_and_then_taken_away(project: Path) -> None:
    translate_all(project)
    put(project / "pwa/src/view/team/ward.ts", "")
    ran = run(project, "check")
    assert ran.returncode == 1
    assert "nb: no longer used: 'Arrivals'" in ran.stderr
    assert "nb: no longer used: 'Arrivals' was 'Inn i dag'" in run(project, "update").stdout
    assert run(project, "check").returncode == 0


def test_a_new_sentence_never_takes_the_translation_of_one_that_is_like_it(project: Path) -> None:
    translate_all(project)
    put(project / "pwa/src/view/team/ward.ts", WARD.replace("Arrivals", "Arrival"))
    run(project, "update")
    assert "nb: not translated: 'Arrival'" in run(project, "check").stderr


def test_a_sentence_that_moved_from_the_team_to_the_patient_must_be_sorted_anew(project: Path) -> None:
    translate_all(project)
    put(project / "pwa/src/view/patient/more.ts", 'export const more = () => _("Arrivals");')
    assert "nb: moved, run `update`: 'Arrivals'" in run(project, "check").stderr
    run(project, "update")
    run(project, "compile")
    assert compiled(project, "nb.rest")["messages"]["Arrivals"] == "Inn i dag"
    put(project / "pwa/src/main.tsx", MAIN + 'import { more } from "./view/patient/more.ts";')
    run(project, "compile")
    assert compiled(project, "nb")["messages"]["Arrivals"] == "Inn i dag"
    assert compiled(project, "nb.team") == {"messages": {}}


def test_words_that_cannot_be_translated_are_named_with_file_and_line(project: Path) -> None:
    cases = [
        ("_(name)", "_() takes the words themselves in quotation marks, not an expression"),
        ("_(`Hello`)", "_() takes the words themselves in quotation marks, not an expression"),
        ("_('a' + 'b')", "_() takes the words themselves in quotation marks, not an expression"),
        ("ngettext('{n} day', days, 2)", "ngettext() takes the words themselves in quotation marks, not an expression"),
        ("pgettext('to do')", "pgettext() takes the words themselves in quotation marks, not an expression"),
        ("<p>Hei på deg</p>", '"Hei på deg" stands outside _()'),
        ('<img alt="A room" />', '"A room" stands outside _()'),
    ]
    file = "pwa/src/view/patient/blåbær.tsx"
    put(project / file, "\n".join(f"export const x{n} = {source};" for n, (source, _why) in enumerate(cases)))
    named = [line for line in run(project, "check").stderr.splitlines() if line.startswith(file)]
    assert named == [f"{file}:{n}: {why}" for n, (_source, why) in enumerate(cases, 1)]


def test_what_is_no_sentence_needs_no_translation(project: Path) -> None:
    put(project / "pwa/src/view/patient/more.tsx", 'export const more = () => <p class="quiet">Viktig · {n} %</p>;')
    assert "more.tsx" not in run(project, "check").stderr


def test_a_variable_in_a_sentence_of_the_server_is_named(project: Path) -> None:
    put(project / "server/viktig/sheet.py", "def title(name: str) -> str:\n    return _(name)\n")
    assert "server/viktig/sheet.py:2: _() takes the words themselves" in run(project, "check").stderr


def test_half_a_source_file_does_not_cost_its_translations(project: Path) -> None:
    translate_all(project)
    before = po(project, "nb").read_text("utf-8")
    put(project / "pwa/src/view/patient/answer.tsx", ANSWER[: len(ANSWER) // 2])
    ran = run(project, "update")
    assert ran.returncode == 1
    assert ran.stderr.startswith("pwa/src/view/patient/answer.tsx: ")
    assert po(project, "nb").read_text("utf-8") == before


def test_updating_and_compiling_twice_changes_nothing(project: Path) -> None:
    translate_all(project)
    run(project, "update")
    run(project, "compile")
    made = [*project.rglob("*.po"), *project.rglob("*.pot"), *project.rglob("*.json"), *project.rglob("*.mo")]
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in made}
    run(project, "update")
    run(project, "compile")
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in made} == before
