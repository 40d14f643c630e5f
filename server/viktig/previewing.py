"""`viktig questionnaire preview`: one form alone, on this machine, drawn anew when its file changes."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec
import uvicorn
from litestar.enums import ScopeType
from litestar.types import Receive, Scope, Send

from viktig.content.form_files import FormFile, found, plain
from viktig.content.forms import without_notes
from viktig.domain.questionnaire.checking import Checked, check
from viktig.domain.questionnaire.extensions import TRANSLATION
from viktig.http.gate import HEADERS
from viktig.http.problem_answers import problem
from viktig.http.web import APP, PREVIEW, File, app_files
from viktig.serving import why_not
from viktig.shell import fail, say

HERE: Final = "127.0.0.1"
NAMES: Final = (b"127.0.0.1", b"localhost")
"""What it is called by a browser on this machine; another name may be another site's that leads here."""
CSP: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
)
FRAMED: Final = (b"content-security-policy", b"x-frame-options")
OWN_HEADERS: Final = [*(one for one in HEADERS if one[0] not in FRAMED), (FRAMED[0], CSP.encode())]
PAGES: Final = ("/", "/preview", "/preview/form")


def run_preview(asked: argparse.Namespace) -> int:
    path = Path(asked.file)
    if path.is_dir():
        return fail(f"{asked.file}: is a folder; one form is shown at a time.")
    if not path.is_file():
        return fail(f"{asked.file}: there is no such file.")
    taken = why_not(HERE, asked.port)
    if taken:
        return fail(f"Cannot listen on {HERE}:{asked.port}: {taken}. Choose another: --port.")
    say(f"{path.name}: http://{HERE}:{asked.port}/preview. It is drawn anew when the file changes; Ctrl+C ends it.")
    uvicorn.run(
        Preview(path),
        host=HERE,
        port=asked.port,
        lifespan="off",
        access_log=False,
        server_header=False,
        log_level="warning",
    )
    return 0


class Preview:
    """The page, and the form as its file stands."""

    def __init__(self, path: Path, folder: Path = APP / PREVIEW) -> None:
        self._path = path
        self._files = app_files(folder)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            return

        async def dressed(message: Any) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *OWN_HEADERS]
            await send(message)

        host = dict(scope["headers"]).get(b"host", b"").rpartition(b":")[0]
        path = "/preview.html" if scope["path"] in PAGES else scope["path"]
        if host not in NAMES:
            await problem(dressed, "not-found")
        elif scope.get("method") not in ("GET", "HEAD"):
            await problem(dressed, "method-not-allowed")
        elif path == "/preview.json":
            await File(msgspec.json.encode(as_it_stands(self._path)), "application/json", b"no-store", {}).send(
                scope, dressed
            )
        elif path in self._files:
            await self._files[path].send(scope, dressed)
        else:
            await problem(dressed, "not-found")


def as_it_stands(path: Path) -> dict[str, Any]:
    """The form, what is found in it, and the languages it has. Of a Bundle the first form."""
    try:
        stamp = f"{path.stat().st_mtime_ns} {path.stat().st_size}"
        file = next((one for one in found(path) if isinstance(one, FormFile)), None)
    except OSError as wrong:
        return shown(path, wrong.strerror or "", Checked(None, ()), None)
    if file is None:
        return shown(path, stamp, check(b""), None)
    checked = check(file.body)
    usable = checked.form is not None and not checked.errors
    return shown(path, stamp, checked, msgspec.json.decode(plain(file.body)) if usable else None)


def shown(path: Path, stamp: str, checked: Checked, form: Any) -> dict[str, Any]:
    told = [{"weight": one.weight, "linkId": one.link_id, "says": one.says} for one in checked.found[:200]]
    own = form.get("language") or "nb" if form else "nb"
    languages = list(dict.fromkeys((own, *translated(form))))
    return {"stamp": stamp, "name": path.name, "form": without_notes(form), "languages": languages, "found": told}


def translated(value: Any) -> Iterator[str]:
    """The languages of the translations within it."""
    if isinstance(value, dict):
        if value.get("url") == TRANSLATION:
            yield from (one["valueCode"] for one in value.get("extension", ()) if "valueCode" in one)
        else:
            yield from (language for one in value.values() for language in translated(one))
    elif isinstance(value, list):
        yield from (language for one in value for language in translated(one))
