"""Requests made from the API's own description, good and bad ones: never an error of ours."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.core.result import Ok

from tests.asking import Person, slug, told
from tests.http.doors import Door, Ward
from tests.people import Town
from viktig.domain.problems import PROBLEMS

LEFT_OUT = {"/api/session", "/api/session/not-me", "/api/units/{unit}/events"}
"""The first two would sign the person out; the last one never ends."""
EXAMPLES = 5


def ask(person: Person, case: Any, path: str) -> None:
    """Sends one made-up request; whatever is wrong with it is told as one of our problems."""
    body = case.body if isinstance(case.body, dict | list | str | int | float | bool) else None
    query = urlencode(case.query or {}, doseq=True, errors="replace")
    response = person.ask(case.method, f"{path}?{query}", body, "1")
    if response.is_error:
        assert PROBLEMS[slug(response)] < 500, (case.method, path, body)


def fuzz(person: Person, operation: Any, real_path: str, mode: GenerationMode) -> bool:
    """Some requests of one route, at a path that is made up or at the ward's own; False when none can be made."""

    @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode), real=st.booleans())
    def knock(case: Any, real: bool) -> None:
        ask(person, case, real_path if real else case.formatted_path)

    if mode is GenerationMode.NEGATIVE and not operation.body:
        return False  # nothing in it can be made wrong
    knock()
    return True


@pytest.mark.parametrize("who", ["nurse", "patient"])
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["good", "bad"])
def test_no_request_breaks_the_server(town: Town, who: str, mode: GenerationMode) -> None:
    ward = Ward(town)
    person = {"nurse": town.kari, "patient": ward.ingrid}[who]
    schema = schemathesis.openapi.from_dict(told(town.http.get("/api/schema")))
    knocked = []
    for found in schema.get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()
        if operation.path not in LEFT_OUT:
            door = Door(operation.method, operation.path.replace("}", ":str}"), "", "")
            knocked.append(fuzz(person, operation, ward.path(door), mode))
    assert sum(knocked) > 12
