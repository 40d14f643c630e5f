"""Finds every message in the sources of the server and the web app."""

import ast
import json
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from babel.messages import Catalog, Message

ROOT = Path(__file__).resolve().parent.parent
EXTRACT = ROOT / "pwa/tools/extract.mjs"
TEAM = ("pwa/src/view/team/", "pwa/src/view/insight/", "pwa/src/view/preview/")
STATIC = re.compile(r'^(?:import|export|\}) (?!type )(?:[^;"]*?from )?"(\.[^"]+\.tsx?)"', re.MULTILINE)
CALLS = {"_": ("msgid",), "pgettext": ("context", "msgid"), "ngettext": ("msgid", "plural")}


class Found(NamedTuple):
    file: str
    line: int
    msgid: str
    plural: str = ""
    context: str = ""


Source = tuple[list[Found], list[str]]
"""What was found, and what could not be translated as it stands."""


def found_in_server(root: Path) -> Source:
    found, faults = [], []
    for path in sorted((root / "server").rglob("*.py")):
        file = path.relative_to(root).as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"), file)):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id not in CALLS:
                continue
            names = CALLS[node.func.id]
            given = [arg.value for arg in node.args[: len(names)] if isinstance(arg, ast.Constant)]
            words = [value for value in given if isinstance(value, str) and value]
            if len(words) == len(names):
                found.append(Found(file, node.lineno, **dict(zip(names, words, strict=True))))
            else:
                faults.append(f"{file}:{node.lineno}: {node.func.id}() takes the words themselves in quotation marks")
    return found, faults


def found_in_web(root: Path) -> Source:
    beside = Path(sys.executable).with_name("node")
    node = str(beside) if beside.exists() else shutil.which("node")
    if node is None:
        raise SystemExit("Node is missing: run `make setup` first.")
    command = [node, str(EXTRACT), str(root), str(root / "pwa/src")]
    ran = subprocess.run(command, capture_output=True, check=False, text=True, encoding="utf-8")
    if ran.returncode:
        raise SystemExit(ran.stderr.strip())
    answer = json.loads(ran.stdout)
    return [Found(**message) for message in answer["found"]], answer["faults"]


def template(root: Path) -> tuple[Catalog, list[str]]:
    catalog = Catalog(header_comment="# Viktig: every sentence of the server and the web app", fuzzy=False)
    (server, server_faults), (web, web_faults) = found_in_server(root), found_in_web(root)
    faults = server_faults + web_faults
    for found in sorted({*server, *web}):
        key = (found.msgid, found.plural) if found.plural else found.msgid
        added = catalog.get(found.msgid, found.context or None)
        if added is None or added.id == key:
            catalog.add(key, locations=[(found.file, found.line)], context=found.context or None)
        else:
            faults.append(f"{found.file}:{found.line}: {found.msgid!r} has another plural elsewhere: say it otherwise")
    return catalog, faults


def messages(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def identity(message: Message) -> tuple[str | None, str]:
    return message.context, texts(message.id)[0]


def texts(words: Any) -> list[str]:
    """A message's id or string: one text, or one for each plural form."""
    return [words] if isinstance(words, str) else list(words)


def parts(message: Message, root: Path = ROOT) -> set[str]:
    """Who loads it: with the first question, with the patient's other pages, with the team's. Nobody gets it twice."""
    files = [file for file, _line in message.locations]
    found = {"server" for file in files if file.startswith("server/")}
    web = [file for file in files if file.startswith("pwa/")]
    if any(file in first_files(root) for file in web):
        return found | {"patient"}
    found |= {"rest" for file in web if not file.startswith(TEAM)}
    return found | {"team" for file in web if file.startswith(TEAM) or file in team_files(root)}


def first_files(root: Path) -> frozenset[str]:
    """What the app's first file is built from: what main.tsx imports, and not by and by."""
    return reached(root, "main.tsx")


def team_files(root: Path) -> frozenset[str]:
    """What the team's pages are built from, also where it lies with the patient's."""
    return reached(root, "view/team/Team.tsx", "view/insight/Insight.tsx")


@cache
def reached(root: Path, *entries: str) -> frozenset[str]:
    found, waiting = set(), [root / "pwa/src" / entry for entry in entries]
    while waiting:
        path = waiting.pop()
        if path in found or not path.exists():
            continue
        found.add(path)
        waiting += [(path.parent / name).resolve() for name in STATIC.findall(path.read_text("utf-8"))]
    return frozenset(path.relative_to(root).as_posix() for path in found)
