"""POST /api/sync: a raw route, since this is the one that every phone takes all day."""

import zlib

import msgspec
from litestar import asgi
from litestar.types import Receive, Scope, Send

from viktig.domain.access import Actor
from viktig.domain.problems import Problem
from viktig.domain.sync import LARGEST_BODY, Cursor, SyncAnswer, SyncRequest
from viktig.domain.version import Receipt
from viktig.http.house import House, Visit, cookie_name
from viktig.http.problem_answers import note, problem
from viktig.http.receiving import receive as take_in
from viktig.storage import catching_up
from viktig.storage.connection import Connection

TO_REQUEST = msgspec.json.Decoder(SyncRequest)
ENCODER = msgspec.json.Encoder()
MOST_INFLATED = 4_000_000


def sync(house: House, connection: Connection, actor: Actor, asked: SyncRequest) -> SyncAnswer:
    """Takes in what the phone holds, then tells it what it does not know yet."""
    if actor.kind == "staff":
        raise Problem("not-allowed")
    receipts = tuple(take_in(connection, house.library, actor, bytes(raw)) for raw in asked.put)
    return answer(house, connection, actor, asked, receipts)


def answer(
    house: House, connection: Connection, actor: Actor, asked: SyncRequest, receipts: tuple[Receipt, ...]
) -> SyncAnswer:
    cursor = asked.since.get(actor.patient, Cursor())
    caught = catching_up.since(connection, actor, cursor, house.forms, receipts)
    return SyncAnswer(
        at={actor.patient: caught.at}, receipts=receipts, changed=caught.changed, gone=caught.gone, more=caught.more
    )


async def body_of(receive: Receive, encoding: bytes) -> bytes:
    """The whole body, inflated, within the limits."""
    inflate = zlib.decompressobj(wbits=31) if encoding == b"gzip" else None
    parts: list[bytes] = []
    arrived = size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Problem("unreadable")
        part: bytes = message["body"] if message["type"] == "http.request" else b""
        arrived += len(part)
        if inflate is not None and part:
            try:
                part = inflate.decompress(part, MOST_INFLATED - size + 1)
            except zlib.error:
                raise Problem("unreadable") from None
        size += len(part)
        if arrived > LARGEST_BODY or size > MOST_INFLATED:
            raise Problem("too-large")
        parts.append(part)
        if not message.get("more_body", False):
            break
    if inflate is not None and (not inflate.eof or inflate.unused_data):
        raise Problem("unreadable")
    return b"".join(parts)


@asgi("/api/sync", name="sync", copy_scope=False, opt={"who": "phone"})
async def sync_route(scope: Scope, receive: Receive, send: Send) -> None:
    await answer_sync(scope["litestar_app"].state.house, scope, receive, send)


async def answer_sync(house: House, scope: Scope, receive: Receive, send: Send) -> None:
    """The route itself: the gate comes here without the framework, which takes as long as all the rest."""
    try:
        body = await synced(house, scope, receive)
    except Problem as wrong:
        await problem(send, wrong.slug)
        return
    except Exception as error:  # noqa: BLE001 - as the framework would
        note(error)
        await problem(send, "unexpected")
        return
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})


async def synced(house: House, scope: Scope, receive: Receive) -> bytes:
    """The answer's body."""
    headers = dict(scope["headers"])
    if scope["method"] != "POST":  # type: ignore[typeddict-item]
        raise Problem("method-not-allowed")
    profile = headers.get(b"viktig-profile", b"").decode("ascii", "replace")
    token = cookie(headers.get(b"cookie", b"").decode("latin-1"), cookie_name(profile))
    if not token:
        raise Problem("not-signed-in")
    try:
        asked = TO_REQUEST.decode(await body_of(receive, headers.get(b"content-encoding", b"")))
    except msgspec.ValidationError:
        raise Problem("not-valid") from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Problem("unreadable") from None
    visit = Visit(house, token, profile, "POST sync")
    run = visit.write if asked.put else visit.read
    return ENCODER.encode(await run(lambda connection, actor: sync(house, connection, actor, asked)))


def cookie(header: str, name: str) -> str:
    """One cookie's value; empty when there is none."""
    for part in header.split(";"):
        key, _, value = part.strip().partition("=")
        if key == name:
            return value
    return ""
