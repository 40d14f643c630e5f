"""Public pages below /learn: the modules as plain HTML, readable without login and without script."""

import hashlib
import re
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from litestar.types import Scope, Send

from viktig.content.library import Library
from viktig.content.modules import Told
from viktig.http import learn_html, learn_module
from viktig.http.learn_html import LEARN, Shelf
from viktig.language import LANGUAGES, Language, negotiate

STYLE: Final = Path(__file__).with_name("learn.css")
HTML, XML, CSS, TEXT = "text/html", "application/xml", "text/css", "text/plain"
ROBOTS: Final = "robots.txt"
ASK_AGAIN: Final = b"no-cache"
"""So that what is taken back is gone at the next look."""


class Page(NamedTuple):
    """`indexed`: search engines may tell of it. `negotiated`: a reader of another language is sent another one."""

    body: str
    kind: str = HTML
    status: int = 200
    indexed: bool = False
    negotiated: bool = False


class Learn:
    """Pages are made when somebody asks, and kept until there is other content."""

    def __init__(self, library: Library, base: str) -> None:
        self.base = base
        self.renew(library)

    def renew(self, library: Library) -> None:
        told = {name: public(modules) for name, modules in library.own_modules.told.items()}
        self._ours = Shelf(self.base, LEARN, public(library.shelf()))
        self._own = {name: Shelf(self.base, f"{LEARN}/{name}", modules) for name, modules in told.items() if modules}
        self._kept: dict[tuple[tuple[str, ...], Language], Page] = {}

    async def send(self, scope: Scope, send: Send) -> None:
        headers = dict(scope["headers"])
        wanted = negotiate(headers.get(b"accept-language", b"").decode("latin-1"))
        await answer(self.page(scope["path"], wanted), headers, scope.get("method") == "HEAD", send)

    def page(self, path: str, wanted: Language) -> Page:
        """`wanted`: the reader's language, for where the path does not say it."""
        parts = tuple(part for part in path.split("/") if part)
        kept = self._kept.get((parts, wanted)) or self._made(parts, wanted)
        if kept.status == 200:
            self._kept[parts, wanted] = kept
        return kept

    def _made(self, where: tuple[str, ...], wanted: Language) -> Page:
        room, *parts = where
        if room == ROBOTS:
            return Page(f"User-agent: *\nAllow: {LEARN}\nSitemap: {self.base}{LEARN}/sitemap.xml\n", TEXT)
        if parts == [STYLE.name]:
            return Page(STYLE.read_text("utf-8"), CSS)
        if parts == ["sitemap.xml"]:
            return Page(learn_html.sitemap([self._ours, *self._own.values()]), XML)
        found = below(self._ours, parts, wanted)
        if not found and parts and parts[0] in self._own:  # never in the place of ours, which everybody reads
            found = below(self._own[parts[0]], parts[1:], wanted)
        said = next((language for language in LANGUAGES if language in parts), wanted)
        return found or Page(learn_html.missing(said), status=404, negotiated=True)


def below(shelf: Shelf, parts: list[str], wanted: Language) -> Page | None:
    match parts:
        case []:
            return Page(learn_html.listed(shelf, wanted), indexed=shelf.indexed, negotiated=True)
        case [language] if language in LANGUAGES:
            return Page(learn_html.listed(shelf, language), indexed=shelf.indexed)
        case [id] if id in shelf.modules:
            return Page(f"{shelf.whose}/{id}/{wanted}", status=302, negotiated=True)
        case [id, language, *easy] if easy in ([], ["easy"]) and language in LANGUAGES and id in shelf.modules:
            told = shelf.modules[id]
            module = (told.easy if easy else told.languages).get(language)
            if module:
                whole = learn_module.page(shelf, told, module, language)
                return Page(whole, indexed=not module.draft)
    return None


def public(shelf: Mapping[str, Told]) -> dict[str, Told]:
    """All but what is for staff alone."""
    return {id: told for id, told in shelf.items() if told.for_people}


async def answer(page: Page, asked: Mapping[bytes, bytes], head: bool, send: Send) -> None:
    body = page.body.encode()
    tag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'.encode()
    status, packed = page.status, b"gzip" in asked.get(b"accept-encoding", b"")
    headers = [
        (b"cache-control", ASK_AGAIN),
        (b"vary", b"accept-encoding, accept-language" if page.negotiated else b"accept-encoding"),
        (b"x-robots-tag", b"all" if page.indexed else b"noindex"),
    ]
    if status == 302:
        headers.append((b"location", body))
        body = b""
    else:
        headers += [(b"etag", b"W/" + tag), (b"content-type", f"{page.kind}; charset=utf-8".encode())]
    if status == 200 and tag in re.findall(rb'"[^"]*"', asked.get(b"if-none-match", b"")):
        status, body = 304, b""
    elif packed and body:
        body = zlib.compress(body, wbits=31)
        headers.append((b"content-encoding", b"gzip"))
    if status != 304:
        headers.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if head else body, "more_body": False})
