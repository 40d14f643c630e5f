"""The yardstick: a bare ASGI application that gives back what it gets, on the same server settings."""

from __future__ import annotations

import os

import uvicorn
from uvicorn._types import ASGIReceiveCallable, ASGISendCallable, Scope


async def echo(scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
    if scope["type"] != "http":
        return
    parts = []
    while True:
        message = await receive()
        assert message["type"] == "http.request"
        parts.append(message["body"])
        if not message["more_body"]:
            break
    body = b"".join(parts)
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers, "trailers": False})
    await send({"type": "http.response.body", "body": body, "more_body": False})


def main() -> None:
    uvicorn.run(
        echo,
        port=int(os.environ["VIKTIG_PORT"]),
        access_log=False,
        server_header=False,
        log_level="warning",
        proxy_headers=False,
        lifespan="off",
        h11_max_incomplete_event_size=65536,
    )
