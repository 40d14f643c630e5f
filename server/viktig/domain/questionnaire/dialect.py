"""The Norwegian Helsenorge dialect: what our understood constructs are called there. Read back, the form is the same.

What has no name of its own there stays as it is; the dialect leaves unknown extensions alone, as we do.
"""

from collections.abc import Callable
from typing import Any, Final

from viktig.domain.questionnaire.extensions import CALCULATED, ITEM_CONTROL, MAX_VALUE, MIN_VALUE

Json = dict[str, Any]
CONTROLS: Final = "http://hl7.org/fhir/ValueSet/questionnaire-item-control"
"""The name that the dialect gives the set of item controls."""
DAYS: Final = frozenset(("date", "dateTime"))


def helsenorge(form: Json) -> Json:
    """The same form in the dialect; the one given is left alone."""
    return {**form, **({"item": list(map(_item, form["item"]))} if "item" in form else {})}


def _item(item: Json) -> Json:
    made = dict(item)
    if "extension" in item:
        made["extension"] = [RENAMED.get(one["url"], _as_it_is)(one, item) for one in item["extension"]]
    if "item" in item:
        made["item"] = list(map(_item, item["item"]))
    return made


def _as_it_is(extension: Json, _: Json) -> Json:
    return extension


def _limit(name: str) -> Callable[[Json, Json], Json]:
    """Limits of days have names of their own; those of numbers have FHIR's."""
    return lambda extension, item: {**extension, "url": name} if item.get("type") in DAYS else extension


def _calculated(extension: Json, _: Json) -> Json:
    told = extension.get("valueExpression", {})
    plain = set(told) <= {"language", "expression"} and told.get("language") == "text/fhirpath"
    return {"url": CALCULATED[1], "valueString": told.get("expression", "")} if plain else extension


def _control(extension: Json, _: Json) -> Json:
    concept = extension.get("valueCodeableConcept", {})
    codings = [{**coding, "system": CONTROLS} for coding in concept.get("coding", ())]
    return {**extension, "valueCodeableConcept": {**concept, "coding": codings}}


RENAMED: Final[dict[str, Callable[[Json, Json], Json]]] = {
    MIN_VALUE[0]: _limit(MIN_VALUE[1]),
    MAX_VALUE[0]: _limit(MAX_VALUE[1]),
    CALCULATED[0]: _calculated,
    ITEM_CONTROL: _control,
}
