"""The API's description at /api/schema, with what the framework cannot see: raw bodies, and how a problem looks."""

from typing import Any

import msgspec
from litestar import Litestar
from litestar.openapi.spec import OpenAPIMediaType, Operation, PathItem, Reference, RequestBody, Schema
from litestar.openapi.spec import OpenAPIResponse as Answer

from viktig.domain.sync import SyncAnswer, SyncRequest
from viktig.http.encounters import PutVersions
from viktig.http.problem_answers import ProblemBody
from viktig.http.rescued import Rescued

PUT_TOGETHER = "/api/encounters/{encounter}/versions"
RESCUED = "/api/encounters/{encounter}/rescued"


def describe_raw_routes(app: Litestar) -> None:
    """Adds what Litestar cannot see of bodies that are read raw, and says of every route how it refuses."""
    description = app.openapi_schema
    shapes, components = msgspec.json.schema_components(
        (SyncRequest, SyncAnswer, PutVersions, Rescued, ProblemBody), ref_template="#/components/schemas/{name}"
    )
    for name, shape in components.items():
        description.components.schemas.setdefault(name, RawSchema(shape))
    asked, told, put, rescued, problem = (Reference(ref=shape["$ref"]) for shape in shapes)
    paths = description.paths if description.paths is not None else {}
    paths["/api/sync"] = PathItem(
        post=Operation(
            operation_id="Sync",
            summary="One round trip: hands in versions, gives receipts and what changed",
            request_body=body(asked),
            responses={"200": answer("Receipts and changes", "application/json", told)},
        )
    )
    for path, item in paths.items():
        for operation in filter(None, (item.get, item.post, item.put, item.delete)):
            if path in (PUT_TOGETHER, RESCUED):
                operation.request_body = body(put if path == PUT_TOGETHER else rescued)
            responses = operation.responses or {}
            responses.pop("400", None)
            responses["default"] = answer("A problem, by its slug", "application/problem+json", problem)
    description.paths = paths


def body(shape: Reference) -> RequestBody:
    return RequestBody(required=True, content={"application/json": OpenAPIMediaType(schema=shape)})


def answer(what: str, kind: str, shape: Reference) -> Answer:
    return Answer(description=what, content={kind: OpenAPIMediaType(schema=shape)})


class RawSchema(Schema):
    """A JSON schema that is written as it is."""

    def __init__(self, shape: dict[str, Any]) -> None:
        super().__init__()
        object.__setattr__(self, "_shape", shape)

    def to_schema(self) -> dict[str, Any]:
        shape: dict[str, Any] = self._shape  # type: ignore[attr-defined]
        return shape
