"""Everything that goes wrong, as problem+json: a slug and a status, never a sentence and never personal data."""

import logging
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.datastructures import State
from litestar.exceptions import HTTPException, SerializationException, ValidationException
from litestar.types import Send

from viktig.domain.problems import PROBLEMS, Problem

LOG = logging.getLogger("viktig")
BY_STATUS = {400: "not-valid", 404: "not-found", 405: "method-not-allowed", 413: "too-large", 415: "wrong-content-type"}
AnyRequest = Request[object, object, State]


class ProblemBody(msgspec.Struct):
    type: str
    status: int
    detail: str = ""


def answer(slug: str, detail: str = "") -> Response[ProblemBody]:
    status = PROBLEMS[slug]
    return Response(ProblemBody(slug, status, detail), status_code=status, media_type="application/problem+json")


def of_problem(_: AnyRequest, problem: Problem) -> Response[ProblemBody]:
    return answer(problem.slug, problem.detail)


def of_validation(_: AnyRequest, wrong: ValidationException) -> Response[ProblemBody]:
    """Names the fields, not what stood in them."""
    extra = wrong.extra if isinstance(wrong.extra, list) else []
    fields = [str(one.get("key", "")) for one in extra if isinstance(one, dict)]
    if isinstance(wrong.__cause__, msgspec.DecodeError) and not isinstance(wrong.__cause__, msgspec.ValidationError):
        return answer("unreadable")
    return answer("not-valid", ", ".join(field for field in fields if field))


def of_unreadable(_: AnyRequest, __: Exception) -> Response[ProblemBody]:
    return answer("unreadable")


def of_http(_: AnyRequest, error: HTTPException) -> Response[ProblemBody]:
    return answer(BY_STATUS.get(error.status_code, "unexpected" if error.status_code >= 500 else "not-valid"))


def of_anything(_: AnyRequest, error: Exception) -> Response[ProblemBody]:
    note(error)
    return answer("unexpected")


def note(error: Exception) -> None:
    """Logged by its kind and place; its text could hold somebody's words."""
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    where = f"{frame.tb_frame.f_code.co_filename}:{frame.tb_lineno}" if frame else "?"
    LOG.error("%s at %s", type(error).__name__, where)


HANDLERS: dict[int | type[Exception], Any] = {
    Problem: of_problem,
    ValidationException: of_validation,
    SerializationException: of_unreadable,
    RecursionError: of_unreadable,  # a body of brackets in brackets without end
    HTTPException: of_http,
    Exception: of_anything,
}


async def problem(send: Send, slug: str) -> None:
    """A problem as an answer, outside of any route."""
    status = PROBLEMS[slug]
    body = msgspec.json.encode({"type": slug, "status": status})
    headers = [(b"content-type", b"application/problem+json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})
