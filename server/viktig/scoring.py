"""`viktig questionnaire score`: a form and a response as files, its scores as lines."""

import argparse
from collections import Counter
from pathlib import Path
from typing import Any, Final

import msgspec

from viktig.content.form_files import read
from viktig.domain.person import Speaker
from viktig.domain.questionnaire.checking import check
from viktig.domain.questionnaire.form import Form
from viktig.domain.questionnaire.nested_read import items
from viktig.domain.questionnaire.rules import flaws
from viktig.domain.questionnaire.scoring import Scored, scored
from viktig.shell import fail, say

SOMEBODY: Final = Speaker(kind="patient", name="")
DIRECTION: Final = {"higher-is-better": ", higher is better", "lower-is-better": ", lower is better"}


def run_score(asked: argparse.Namespace) -> int:
    try:
        checked, nested = check(read(Path(asked.form))), read(Path(asked.response))
    except OSError as wrong:
        return fail(f"{wrong.filename}: {wrong.strerror}.")
    if checked.form is None or checked.errors:
        return fail(f"{asked.form} cannot be used: viktig questionnaire check says why.")
    form = Form(checked.form)
    try:
        response: dict[str, Any] = msgspec.json.decode(nested, type=dict[str, Any])
        answers = items(form, response, SOMEBODY, "")
    except RecursionError:
        return fail(f"{asked.response} holds items in items far deeper than any form.")
    except (msgspec.DecodeError, UnicodeDecodeError) as reason:
        return fail(f"{asked.response} is no QuestionnaireResponse of FHIR R4: {reason}.")
    if response.get("questionnaire", checked.form.canonical) not in (checked.form.canonical, checked.form.url):
        return fail(f"{asked.response} answers another form: {response['questionnaire']}.")
    for flaw in flaws(checked.form, answers):
        say(f"remark  {flaw.link_id}: {flaw.remark}")
    spots = Counter(one.spot for one in answers)
    for link in dict.fromkeys(one.link_id for one in answers if spots[one.spot] > 1):
        say(f"remark  {link}: several-times")
    counted = scored(form, answers)
    for one in counted:
        say(line(one))
    return 0 if counted else fail("The form has no scores.")


def line(one: Scored) -> str:
    of = f"{one.answered} of {len(one.score.items)} answered"
    if one.value is None:
        return f"{one.score.name}: not enough answers ({of}, {one.score.least:.0%} needed)"
    value = f"{one.value:.1%}" if one.score.method == "top-box" else f"{one.value:.2f}".rstrip("0").rstrip(".")
    return f"{one.score.name}: {value} ({one.score.method}, {of}{DIRECTION.get(one.score.direction, '')})"
