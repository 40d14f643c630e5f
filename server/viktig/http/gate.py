"""What every request passes: no other site's forms, no oversized bodies, strict headers on every answer."""

from urllib.parse import urlsplit

import msgspec
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

from viktig.domain.problems import PROBLEMS

SAFE = ("GET", "HEAD", "OPTIONS")
LARGEST = 1_000_000
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; media-src 'self' blob:; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = [
    (b"content-security-policy", CSP.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    (b"x-robots-tag", b"noindex"),
]
HSTS = (b"strict-transport-security", b"max-age=31536000; includeSubDomains")


class Gate:
    """`origin`: the address people open; its https is what turns strict transport on."""

    def __init__(self, app: ASGIApp, origin: str) -> None:
        self.app = app
        self.host = urlsplit(origin).netloc.encode()
        self.headers = [*HEADERS, HSTS] if origin.startswith("https://") else HEADERS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        api = scope["path"].startswith("/api/")

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                said = [*message["headers"], *self.headers]
                if api and not any(name == b"cache-control" for name, _ in said):
                    said.append((b"cache-control", b"no-store"))
                message["headers"] = said
            await send(message)

        slug = self.refusal(scope, headers)
        if slug:
            await problem(dressed, slug)
        else:
            await self.app(scope, receive, dressed)

    def refusal(self, scope: HTTPScope, headers: dict[bytes, bytes]) -> str:
        """Why an unsafe request is not let in; empty when it is."""
        if scope["method"] in SAFE:
            return ""
        site = headers.get(b"sec-fetch-site")
        origin = headers.get(b"origin", b"")
        host = urlsplit(origin).netloc
        same = site == b"same-origin" if site else bool(host)
        if not same or host and host not in (headers.get(b"host"), self.host):
            return "cross-site"
        length = headers.get(b"content-length", b"0")
        if not length.isdigit() or int(length) > LARGEST:
            return "too-large"
        has_body = length != b"0" or b"transfer-encoding" in headers
        if has_body and headers.get(b"content-type", b"").split(b";")[0].strip().lower() != b"application/json":
            return "wrong-content-type"
        return ""


async def problem(send: Send, slug: str) -> None:
    """A problem as an answer, outside of any route."""
    status = PROBLEMS[slug]
    body = msgspec.json.encode({"type": slug, "status": status})
    headers = [(b"content-type", b"application/problem+json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})
