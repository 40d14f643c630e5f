"""`viktig questionnaire`: forms of FHIR R4, checked, loaded, listed, shown and counted at the shell."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from viktig.command import Command
from viktig.content.form_files import FormFile, LeftAside, found
from viktig.domain.questionnaire.checking import Checked, check
from viktig.domain.questionnaire.checking_found import Found, error, note
from viktig.shell import fail, say

MOST_LINES: Final = 200
HEADING: Final = "(the form)"


def read(names: Sequence[str]) -> list[FormFile | LeftAside]:
    return [one for name in names for one in found(Path(name))]


def run_check(asked: argparse.Namespace) -> int:
    """0 only when each form will be what is written."""
    try:
        files = read(asked.files)
    except OSError as wrong:
        return fail(f"{wrong.filename}: {wrong.strerror}.")
    forms, errors, differences = 0, 0, 0
    seen: dict[str, FormFile] = {}
    for one in files:
        if isinstance(one, LeftAside):
            say(aside(one))
            errors += one.broken
            continue
        checked = once(one, seen)
        for line in lines(one.name, checked):
            say(line)
        forms, errors, differences = forms + 1, errors + len(checked.errors), differences + len(checked.differences)
    if not forms:
        return fail("There is no form here.")
    told = f"{forms} {'form' if forms == 1 else 'forms'}: {counted(errors, differences)}."
    if errors or differences:
        return fail(told)
    say(told)
    return 0


def aside(one: LeftAside) -> str:
    return f"{one.name}: left aside, {one.why}"


def once(file: FormFile, seen: dict[str, FormFile]) -> Checked:
    """What is found in a form, and whether another in `seen` has its name; there it is noted itself."""
    checked = check(file.body)
    other = seen.setdefault(checked.canonical, file) if checked.canonical else file
    if other is file:
        return checked
    alike = other.body == file.body
    told = note("", f"is the same as {other.name}") if alike else error("", f"has the url and version of {other.name}")
    return checked._replace(found=(told, *checked.found))


def counted(errors: int, differences: int) -> str:
    one = f"{errors} {'error' if errors == 1 else 'errors'}"
    return f"{one}, {differences} {'difference' if differences == 1 else 'differences'}"


def lines(name: str, checked: Checked) -> list[str]:
    """The form's name, and under it what was found, errors first."""
    head = f"{name}: {' '.join(filter(None, (checked.canonical, '' if checked.form else 'cannot be used')))}"
    weights = ("error", "difference", "note")
    found = sorted(checked.found, key=lambda one: weights.index(one.weight))
    told = [head, *(line(one) for one in found[:MOST_LINES])]
    return [*told, f"  and {len(found) - MOST_LINES} more"] if len(found) > MOST_LINES else told


def line(one: Found) -> str:
    link = one.link_id.encode("unicode_escape").decode() if not one.link_id.isprintable() else one.link_id
    return f"  {one.weight:<10}  {link or HEADING}: {one.says}"


def run_import(asked: argparse.Namespace) -> int:
    from viktig.importing_forms import run_import as load

    return load(asked)


def run_list(asked: argparse.Namespace) -> int:
    from viktig.importing_forms import run_list as tell

    return tell(asked)


def run_export(asked: argparse.Namespace) -> int:
    from viktig.exporting_forms import run_export as write

    return write(asked)


def run_preview(asked: argparse.Namespace) -> int:
    from viktig.previewing import run_preview as show

    return show(asked)


def run_score(asked: argparse.Namespace) -> int:
    from viktig.scoring import run_score as count

    return count(asked)


VERBS: Final[dict[str, Command]] = {
    "check": Command(
        "Say what makes a form unusable, and what would be shown or behave differently from what is written.",
        run_check,
        [(("files",), {"nargs": "+", "metavar": "FILE", "help": "a form, a Bundle, or a folder of them"})],
    ),
    "import": Command(
        "Load an organisation's own forms. All or none; a version that is there already is never changed.",
        run_import,
        [
            (("files",), {"nargs": "+", "metavar": "FILE", "help": "a form, a Bundle, or a folder of them"}),
            (("--organization",), {"required": True, "metavar": "ID", "help": "whose forms they are"}),
            (("--accept-differences",), {"action": "store_true", "help": "load them although they differ"}),
            (
                ("--confirm-licence",),
                {"metavar": '"NAME, ROLE"', "default": "", "help": "who confirms the right to use them"},
            ),
        ],
    ),
    "list": Command(
        "The forms that organisations have loaded, and who confirmed the right to use them.",
        run_list,
        [(("--organization",), {"default": "", "metavar": "ID", "help": "only this one's"})],
    ),
    "export": Command(
        "Print a form: as it came, byte for byte, or in the dialect of Helsenorge.",
        run_export,
        [
            (("canonical",), {"metavar": "URL|VERSION", "help": "without a version: the newest"}),
            (("--dialect",), {"choices": ["plain", "helsenorge"], "default": "plain"}),
            (("--organization",), {"default": "", "metavar": "ID", "help": "whose, where several have one"}),
        ],
    ),
    "preview": Command(
        "Show a form alone on this machine, on a phone and a desktop, with the response beside it.",
        run_preview,
        [(("file",), {}), (("--port",), {"type": int, "default": 8010, "help": "(default: 8010)"})],
    ),
    "score": Command(
        "Count the scores of a response, as the form says how.",
        run_score,
        [(("form",), {"help": "a form's file"}), (("response",), {"help": "a QuestionnaireResponse of FHIR R4"})],
    ),
}
