"""The web app and the content as files: compressed beforehand, cached for ever under names that change with them."""

import mimetypes
import re
from pathlib import Path

import msgspec
from litestar.types import Receive, Scope, Send

from viktig.content.library import Library, packed
from viktig.http.learn import Learn
from viktig.http.media import MEDIA, MediaFiles
from viktig.http.problem_answers import problem

APP = Path(__file__).parent.parent / "web"
PREVIEW = "preview"
"""The page of `viktig questionnaire preview`, which this server does not serve."""
ASSETS = "/assets/"
"""Where the build puts what carries a hash in its name."""
FOR_EVER = b"public, max-age=31536000, immutable"
ASK_AGAIN = b"no-cache"
PAGES = re.compile(r"^/(i|stop|p(/.*)?|team(/.*)?|insight(/.*)?|demo)?$")
"""Paths that are pages of the app: its own router reads them."""
LEARNING = re.compile(r"^/(learn(/.*)?|robots\.txt)$")
"""The public pages, which `http/learn.py` makes."""
TYPES = {".webmanifest": "application/manifest+json", ".js": "text/javascript", ".svg": "image/svg+xml"}


class File:
    """One file with its compressed forms, read once."""

    def __init__(self, body: bytes, kind: str, cache: bytes, packed: dict[str, bytes]) -> None:
        self.bodies = {"": body, **packed}
        self.kind = kind.encode()
        self.cache = cache

    async def send(self, scope: Scope, send: Send) -> None:
        accepted = dict(scope["headers"]).get(b"accept-encoding", b"").decode("latin-1")
        chosen = next((name for name in ("br", "gzip") if name in self.bodies and name in accepted), "")
        body = self.bodies[chosen]
        headers = [
            (b"content-type", self.kind),
            (b"content-length", str(len(body)).encode()),
            (b"cache-control", self.cache),
            (b"vary", b"accept-encoding"),
        ]
        if chosen:
            headers.append((b"content-encoding", chosen.encode()))
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        shown = body if scope.get("method") != "HEAD" else b""
        await send({"type": "http.response.body", "body": shown, "more_body": False})


def kind_of(name: str) -> str:
    suffix = Path(name).suffix
    kind = TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind.endswith(("json", "svg+xml")) else kind


def app_files(folder: Path) -> dict[str, File]:
    """Every file of the built web app by its path."""
    files: dict[str, File] = {}
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.suffix in (".br", ".gz") or path.is_relative_to(folder / PREVIEW):
            continue
        packed = {
            name: beside.read_bytes()
            for name, suffix in (("br", ".br"), ("gzip", ".gz"))
            if (beside := path.with_name(path.name + suffix)).exists()
        }
        address = "/" + path.relative_to(folder).as_posix()
        cache = FOR_EVER if address.startswith(ASSETS) else ASK_AGAIN
        files[address] = File(path.read_bytes(), kind_of(path.name), cache, packed)
    return files


def content_files(library: Library) -> dict[str, File]:
    """Forms, modules and prompts: what lies under a path never changes; the index is asked for again."""
    files = {}
    for path, body in library.files().items():
        cache = ASK_AGAIN if path == "index.json" else FOR_EVER
        files[f"/content/{path}"] = File(body, kind_of(path), cache, library.packed(path))
    return files


class Web:
    """Everything that is not the API: files, and the app's page for each path that its router knows."""

    def __init__(self, library: Library, folder: Path = APP, media: MediaFiles | None = None, base: str = "") -> None:
        self._ours = {**app_files(folder), **content_files(library)}
        self.files = self._ours
        self.media = media
        self._library = library
        self.learn = Learn(library, base)

    def renew(self, library: Library) -> None:
        """What is there of organisations by now, and the index with it; what nobody answers for any more is gone."""
        own = {
            path: self.files.get(path) or File(body, kind_of(path), FOR_EVER, packed(body))
            for path, body in ((f"/content/{path}", body) for path, body in library.own_files().items())
        }
        index = msgspec.json.encode(library.index_with_own())
        own["/content/index.json"] = File(index, kind_of("index.json"), ASK_AGAIN, packed(index))
        self.files = {**self._ours, **own}
        self._library = library
        self.learn.renew(library)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"]
        found = self.files.get(path) or (self.files.get("/index.html") if PAGES.match(path) else None)
        if found is None and await self._media(scope, send):
            return
        if found is None and not LEARNING.match(path):
            await problem(send, "not-found")
        elif scope.get("method") not in ("GET", "HEAD"):
            await problem(send, "method-not-allowed")
        elif found is None:
            await self.learn.send(scope, send)
        else:
            await found.send(scope, send)

    async def _media(self, scope: Scope, send: Send) -> bool:
        """Whether it was one of the sounds and films, and has been sent."""
        path = scope["path"]
        wanted = path.startswith(MEDIA) and scope.get("method") in ("GET", "HEAD")
        if self.media is None or not wanted or self._library.silent(path.removeprefix("/content/")):
            return False
        return await self.media.send(scope, send)
