"""The API's description at /api/schema, the raw route included."""

from typing import Any

import msgspec
from litestar import Litestar
from litestar.openapi.spec import OpenAPIMediaType, Operation, PathItem, Reference, RequestBody, Schema
from litestar.openapi.spec import OpenAPIResponse as Answer

from viktig.domain.sync import SyncAnswer, SyncRequest


def describe_raw_routes(app: Litestar) -> None:
    """Adds what Litestar cannot see of a raw ASGI route."""
    description = app.openapi_schema
    (asked, told), components = msgspec.json.schema_components(
        (SyncRequest, SyncAnswer), ref_template="#/components/schemas/{name}"
    )
    for name, shape in components.items():
        description.components.schemas.setdefault(name, RawSchema(shape))
    paths = description.paths if description.paths is not None else {}
    paths["/api/sync"] = PathItem(
        post=Operation(
            operation_id="Sync",
            summary="One round trip: hands in versions, gives receipts and what changed",
            request_body=RequestBody(
                required=True, content={"application/json": OpenAPIMediaType(schema=Reference(ref=asked["$ref"]))}
            ),
            responses={
                "200": Answer(
                    description="Receipts and changes",
                    content={"application/json": OpenAPIMediaType(schema=Reference(ref=told["$ref"]))},
                )
            },
        )
    )
    description.paths = paths


class RawSchema(Schema):
    """A JSON schema that is written as it is."""

    def __init__(self, shape: dict[str, Any]) -> None:
        super().__init__()
        object.__setattr__(self, "_shape", shape)

    def to_schema(self) -> dict[str, Any]:
        shape: dict[str, Any] = self._shape  # type: ignore[attr-defined]
        return shape
