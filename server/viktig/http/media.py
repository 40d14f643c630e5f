"""Sound and films that organisations have loaded: kept in the database, served in ranges, as a browser may ask."""

import re
from typing import Final

from litestar.types import Scope, Send

from viktig.storage import media
from viktig.storage.database import Database

MEDIA: Final = "/content/media/"
NAME: Final = re.compile(r"[0-9a-f]{64}\.[a-z0-9]{2,5}")
RANGE: Final = re.compile(rb"bytes=(\d{1,12})-(\d{0,12})")
FOR_EVER: Final = b"public, max-age=31536000, immutable"


class MediaFiles:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def send(self, scope: Scope, send: Send) -> bool:
        """Whether there was something under the path."""
        name = scope["path"].removeprefix(MEDIA)
        found = (
            await self._database.read(lambda connection: media.media(connection, name))
            if NAME.fullmatch(name)
            else None
        )
        if found is None:
            return False
        kind, body = found
        begin, end, part = asked(dict(scope["headers"]).get(b"range", b""), len(body))
        headers = [
            (b"content-type", kind.encode()),
            (b"content-length", str(end - begin).encode()),
            (b"accept-ranges", b"bytes"),
            (b"cache-control", FOR_EVER),
        ]
        if part:
            headers.append((b"content-range", f"bytes {begin}-{end - 1}/{len(body)}".encode()))
        await send({"type": "http.response.start", "status": 206 if part else 200, "headers": headers})
        shown = body[begin:end] if scope.get("method") != "HEAD" else b""
        await send({"type": "http.response.body", "body": shown, "more_body": False})
        return True


def asked(header: bytes, size: int) -> tuple[int, int, bool]:
    """From, up to, and whether it is a part; a range that cannot be is answered with the whole."""
    found = RANGE.fullmatch(header)
    if not found or int(found[1]) >= size or (found[2] and int(found[2]) < int(found[1])):
        return 0, size, False
    return int(found[1]), min(int(found[2]) + 1, size) if found[2] else size, True
