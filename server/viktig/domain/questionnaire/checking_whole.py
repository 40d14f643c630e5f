"""What a form says of itself: a name that answers can carry, whom it is about, and sets of options."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from viktig.domain.questionnaire.checking_found import Found, difference, error, short
from viktig.domain.questionnaire.resource import Questionnaire

LONGEST_CANONICAL: Final = 200
LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}")
ABOUT: Final = frozenset(("Patient", "RelatedPerson"))


def found(form: Questionnaire) -> Iterator[Found]:
    if not form.url or not form.version:
        missing = " and ".join(name for name, said in (("url", form.url), ("version", form.version)) if not said)
        yield error("", f"has no {missing}: answers name their form by both")
    elif len(form.canonical) > LONGEST_CANONICAL:
        yield error("", f"has a url and version of more than {LONGEST_CANONICAL} characters together")
    if any(one == "|" or one.isspace() or not one.isprintable() for one in f"{form.url}{form.version}"):
        yield error("", "has a space, a line break or a | in its url or version")
    if not form.status:
        yield error("", "has no status, which FHIR R4 demands")
    if form.language and not LANGUAGE.fullmatch(form.language):
        yield error("", f"says that it is in {short(form.language)}, which is no language tag")
    if not form.item:
        yield error("", "has no items: there is nothing to answer")
    for kind in sorted({*form.subject_type} - ABOUT):
        yield difference("", f"is about {short(kind)}; here it is asked about the patient, or about a carer")
    if {*form.subject_type} >= ABOUT:
        yield difference("", "is about the patient or a carer; here it is asked about a carer only")
    ids = Counter(one.id for one in form.contained)
    for name in (name for name, times in ids.items() if times > 1):
        yield error("", f"contains two resources with the id {short(name)}")
    for one in form.contained:
        if one.resource_type != "ValueSet":
            yield difference("", f"contains {short(one.resource_type)} {short(one.id)}, which is kept and not used")
