"""A newer release of the same program: other names for all built files, and the next version of the form."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "server" / "viktig"
MARK = '<meta name="release" content="newer">'


def newer_release(folder: Path) -> Path:
    """A copy of the package to be put on PYTHONPATH."""
    package = folder / "viktig"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__", "*.br", "*.gz"))
    rename_assets(package / "web")
    next_form(package / "content" / "questionnaires" / "what-matters.json")
    return folder


def rename_assets(web: Path) -> None:
    """As a build does when everything has changed a little: no file of the old build is there any more."""
    names = {path.name: f"{path.stem}-newer{path.suffix}" for path in (web / "assets").iterdir()}
    texts = [path for path in web.rglob("*") if path.suffix in (".js", ".css", ".html", ".json")]
    for path in texts:
        text = path.read_text("utf-8")
        for old, new in names.items():
            text = text.replace(old, new)
        path.write_text(text.replace("<head>", f"<head>{MARK}") if path.name == "index.html" else text, "utf-8")
    for old, new in names.items():
        (web / "assets" / old).rename(web / "assets" / new)
    seal(web)


def seal(web: Path) -> None:
    """The worker's list of files carries their digests."""
    files = json.loads((web / "precache.json").read_text("utf-8"))
    before = [(one["path"], one["integrity"]) for one in files]
    worker = (web / "sw.js").read_text("utf-8")
    for path, integrity in before:
        body = (web / ("index.html" if path == "/" else path.lstrip("/"))).read_bytes()
        now = f"sha256-{base64.b64encode(hashlib.sha256(body).digest()).decode()}"
        assert integrity in worker
        worker = worker.replace(integrity, now)
    (web / "sw.js").write_text(worker, "utf-8")


def next_form(path: Path) -> None:
    """The first question is asked in other words; the version before stays beside it, as a release keeps it."""
    form = json.loads(path.read_text("utf-8"))
    path.with_name(f"{path.stem}@{form['version']}.json").write_bytes(path.read_bytes())
    form["version"] = "2.0.0"
    path.write_text(json.dumps(form, ensure_ascii=False).replace(ASKED, ASKED_ANEW), "utf-8")


ASKED = "How would you like us to talk with you?"
ASKED_ANEW = "How shall we speak with you?"
