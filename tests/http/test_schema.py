"""The API's own description."""

from __future__ import annotations

import re
from collections.abc import Iterator

import schemathesis

from tests.asking import Json, told
from tests.http.doors import doors
from tests.people import Town


def description(town: Town) -> Json:
    found: Json = told(town.http.get("/api/schema"))
    return found


def references(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for value in node.values():
            yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


def test_it_is_a_valid_openapi_document(shared_town: Town) -> None:
    found = description(shared_town)
    assert found["openapi"].startswith("3.1")
    schemathesis.openapi.from_dict(found).validate()


def test_every_door_is_described_and_nothing_else(shared_town: Town) -> None:
    described = {(method.upper(), path) for path, item in description(shared_town)["paths"].items() for method in item}
    there = {(door.method, re.sub(r":str}", "}", door.path)) for door in doors(shared_town)}
    assert described == there


def test_every_shape_that_is_named_is_there(shared_town: Town) -> None:
    found = description(shared_town)
    named = set(references(found))
    assert "#/components/schemas/SyncRequest" in named
    assert named <= {f"#/components/schemas/{name}" for name in found["components"]["schemas"]}


def test_every_write_with_a_body_says_its_shape(shared_town: Town) -> None:
    paths = description(shared_town)["paths"]
    assert paths["/api/sync"]["post"]["requestBody"]["required"] is True
    assert paths["/api/encounters/{encounter}/versions"]["post"]["requestBody"]["required"] is True
    silent = {
        path
        for path, item in paths.items()
        for method, operation in item.items()
        if method in ("post", "put") and "requestBody" not in operation
    }
    assert silent == {
        "/api/session/not-me",
        "/api/session/move",
        "/api/attentions/{document}/take",
        "/api/consents/{related}/invitation",
    }


def test_every_route_says_how_a_problem_looks(shared_town: Town) -> None:
    for path, item in description(shared_town)["paths"].items():
        for operation in item.values():
            assert set(operation["responses"]["default"]["content"]) == {"application/problem+json"}, path
            assert "400" not in operation["responses"], path
