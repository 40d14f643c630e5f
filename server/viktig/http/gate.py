"""What every request passes: no other site's forms, no oversized bodies, strict headers on every answer."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from litestar import Litestar
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from viktig.http.problem_answers import problem

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
    """Stands before the API and the web app. `origin`: the address people open; its https turns strict transport on.

    `shortcuts`: routes that are served without the API's own way to them, by path.
    """

    def __init__(self, api: Litestar, web: ASGIApp, origin: str, shortcuts: Mapping[str, ASGIApp]) -> None:
        self.api = api
        self.web = web
        self.shortcuts = shortcuts
        self.host = urlsplit(origin).netloc.encode()
        self.headers = [*HEADERS, HSTS] if origin.startswith("https://") else HEADERS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await self.api(scope, receive, send)
            return
        headers = dict(scope["headers"])
        api = scope["path"].startswith("/api/")

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                told = {name for name, _ in message["headers"]}
                said = [*message["headers"], *(header for header in self.headers if header[0] not in told)]
                if api and b"cache-control" not in told:
                    said.append((b"cache-control", b"no-store"))
                message["headers"] = said
            await send(message)

        slug = self.refusal(scope, headers)
        if slug:
            await problem(dressed, slug)
        else:
            inside = self.shortcuts.get(scope["path"]) or (self.api if api else self.web)
            await inside(scope, receive, dressed)

    def refusal(self, scope: Scope, headers: dict[bytes, bytes]) -> str:
        """Why an unsafe request is not let in; empty when it is."""
        if scope.get("method") in SAFE:
            return ""
        site = headers.get(b"sec-fetch-site")
        origin = headers.get(b"origin", b"")
        host = host_of(origin)
        same = site == b"same-origin" if site else bool(host)
        if not same or (host and host not in (headers.get(b"host"), self.host)):
            return "cross-site"
        length = headers.get(b"content-length", b"0")
        if not length.isdigit() or len(length) > len(str(LARGEST)) or int(length) > LARGEST:
            return "too-large"
        has_body = length != b"0" or b"transfer-encoding" in headers
        if has_body and headers.get(b"content-type", b"").split(b";")[0].strip().lower() != b"application/json":
            return "wrong-content-type"
        return ""


def host_of(origin: bytes) -> bytes:
    """The host of an Origin header; what no browser sends is nobody's host."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return b"?"
