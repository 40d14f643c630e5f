"""Budgets of size: what a phone has to fetch, and what a person has to read."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "server/viktig/web"
FORMS = ROOT / "server/viktig/content/questionnaires"
PATIENT = "src/view/patient/"
SOURCE = {".py", ".ts", ".tsx", ".mjs", ".css", ".sql", ".html", ".toml"}
HOSTS = ("registry.npmjs", "files.pythonhosted", "pypi.org", "deb.debian.org", "npmmirror")
PLACES = ("root", "work", "home/[a-z]+")
FOREIGN = re.compile("|".join((*map(re.escape, HOSTS), *(rf"(?<![\w.])/{place}/" for place in PLACES))))


def over_the_wire(path: str) -> int:
    """Bytes of a built file as a browser fetches it."""
    compressed = WEB / f"{path}.br"
    return (compressed if compressed.exists() else WEB / path).stat().st_size


def kept(part: str) -> set[str]:
    """What the service worker keeps of a part: "shell" or a language."""
    listed = json.loads((WEB / "precache.json").read_text("utf-8"))
    return {"index.html" if file["path"] == "/" else file["path"][1:] for file in listed if file["part"] == part}


def first_visit() -> set[str]:
    """The page, what it names, what that imports, the patient's pages if they come apart, one language's words."""
    chunks = json.loads((WEB / "chunks.json").read_text("utf-8"))
    wanted = ["index.html", *(name for name in chunks["index.html"].get("dynamicImports", ()) if PATIENT in name)]
    found = {"index.html"} | {path for path in kept("nb") if ".rest-" not in path}
    for name in wanted:
        chunk = chunks[name]
        found |= {chunk["file"], *chunk.get("css", ())}
        wanted += [each for each in chunk.get("imports", ()) if each not in wanted]
    return found


def packed(form: Path) -> int:
    """The server may compress better, not worse."""
    return len(gzip.compress(form.read_bytes(), 9))


def largest_form() -> int:
    """Of those that a patient is asked first."""
    return max(map(packed, FORMS.glob("what-matters*.json")))


def forms_of_a_stay() -> int:
    """What one phone may be asked: what matters, the carer's form, and two short ones beside."""
    return largest_form() + sum(packed(FORMS / f"{name}.json") for name in ("carer", "activities", "still-right"))


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True)
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def test_the_first_visit_of_a_patient_is_at_most_50_kilobytes_in_8_requests() -> None:
    sizes = {path: over_the_wire(path) for path in first_visit()} | {"the largest form": largest_form()}
    assert len(sizes) > 2
    assert sum(sizes.values()) <= 50_000, sizes
    assert len([*sizes, "redeeming the code", "the list of forms"]) <= 8, sizes


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_phone_keeps_at_most_150_kilobytes_of_shell_words_and_forms(language: str) -> None:
    sizes = {path: over_the_wire(path) for path in kept("shell") | kept(language)} | {"forms": forms_of_a_stay()}
    assert sum(sizes.values()) <= 150_000, sizes


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_further_language_is_at_most_15_kilobytes(language: str) -> None:
    assert kept(language), f"no words of {language} are kept offline"
    assert sum(map(over_the_wire, kept(language))) <= 15_000


def test_what_reads_expressions_is_kept_only_where_a_form_needs_it_and_is_at_most_150_kilobytes() -> None:
    apart = kept("expressions")
    assert apart
    assert sum(map(over_the_wire, apart)) <= 150_000
    assert not apart & (kept("shell") | first_visit())


def test_the_pages_to_learn_from_come_with_the_modules_and_are_at_most_25_kilobytes() -> None:
    apart = kept("learning")
    assert apart
    assert sum(map(over_the_wire, apart)) <= 25_000
    assert not apart & (kept("shell") | first_visit())


def test_a_phone_keeps_nothing_of_the_teams_words() -> None:
    assert not [path for part in ("shell", "nb") for path in kept(part) if ".team-" in path]


def test_no_file_that_somebody_wrote_is_longer_than_300_lines() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in tracked()
        if path.suffix in SOURCE
        and not (text := path.read_text("utf-8")).startswith("// Made by ")
        and (lines := text.count("\n")) > 300
    }
    assert not long


def test_no_tracked_file_names_a_package_host_or_a_path_of_one_machine() -> None:
    found = {}
    for path in tracked():
        try:
            match = FOREIGN.search(path.read_text("utf-8"))
        except UnicodeDecodeError:
            continue
        if match and path != Path(__file__):
            found[str(path.relative_to(ROOT))] = match[0]
    assert not found
