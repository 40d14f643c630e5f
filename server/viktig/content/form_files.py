"""Forms as files: one alone, several in a FHIR Bundle, or a folder of such. A form's bytes are kept as they stand."""

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from viktig.domain.questionnaire.checking_json import LARGEST

MOST_FILES: Final = 1_000
HANDED_OVER: Final = ("/dev/stdin", "/dev/fd/", "/proc/")
"""The standard input, and `<(…)` of a shell: no files, and yet read."""


class FormFile(NamedTuple):
    """`name` is what it is called when it is told of; `folder` is where files that it names lie beside it."""

    name: str
    body: bytes
    folder: Path


class LeftAside(NamedTuple):
    """`broken`: it may have been a form, and cannot be read."""

    name: str
    why: str
    broken: bool = False


class _Kind(msgspec.Struct):
    resource_type: str = msgspec.field(default="", name="resourceType")


class _Entry(msgspec.Struct):
    resource: msgspec.Raw = msgspec.Raw(b"{}")


class _Bundle(_Kind):
    entry: list[msgspec.Raw] = []


def read(path: Path) -> bytes:
    """What lies there, and no more of it than makes a form too large. Raises OSError, also for what is no file: at a
    named pipe one would wait for somebody who may never come."""
    handed_over = str(path.absolute()).startswith(HANDED_OVER)
    if not handed_over and not path.is_dir() and not stat.S_ISREG(path.stat().st_mode):
        raise OSError(0, "is neither a file nor a folder", str(path))
    with path.open("rb") as source:
        return source.read(LARGEST + 1)


def found(path: Path) -> list[FormFile | LeftAside]:
    """Raises OSError for what is not there. In a folder, JSON that is no form is left aside; a file alone is given
    as it is, so that the check can say what is wrong with it."""
    if not path.is_dir():
        return list(_of_file(path, path.name, alone=True))
    inside = sorted(one for one in path.rglob("*.json") if one.is_file())
    if len(inside) > MOST_FILES:
        raise OSError(0, f"holds more than {MOST_FILES:,} files", str(path))
    return [one for file in inside for one in _of_file(file, str(file.relative_to(path)), alone=False)]


def _of_file(path: Path, name: str, alone: bool) -> Iterator[FormFile | LeftAside]:
    body = read(path)
    kind = _kind(body)
    if kind == "Bundle":
        yield from _of_bundle(path, name, body)
    elif alone or kind in ("Questionnaire", None):
        yield FormFile(name, body, path.parent)
    else:
        yield LeftAside(name, f"is no form ({kind or 'no FHIR resource'})")


def _of_bundle(path: Path, name: str, body: bytes) -> Iterator[FormFile | LeftAside]:
    try:
        entries = msgspec.json.decode(plain(body), type=_Bundle).entry
    except (msgspec.DecodeError, RecursionError):
        yield LeftAside(name, "is a Bundle that cannot be read", broken=True)
        return
    for number, entry in enumerate(entries, 1):
        yield _of_entry(FormFile(f"{name}[{number}]", bytes(entry), path.parent))
    if not entries:
        yield LeftAside(name, "is a Bundle with nothing in it")


def _of_entry(entry: FormFile) -> FormFile | LeftAside:
    try:
        body = bytes(msgspec.json.decode(entry.body, type=_Entry).resource)
    except msgspec.ValidationError:
        body = b""
    if not body.startswith(b"{"):
        return LeftAside(entry.name, "is no entry of a Bundle", broken=True)
    kind = _kind(body)
    if kind == "Questionnaire":
        return entry._replace(body=body)
    return LeftAside(entry.name, f"is no form ({kind or 'no FHIR resource'})")


def _kind(body: bytes) -> str | None:
    """What it says it is; empty for other JSON, None for what is no JSON."""
    try:
        return msgspec.json.decode(plain(body), type=_Kind).resource_type
    except msgspec.ValidationError:
        return ""
    except (msgspec.DecodeError, RecursionError):
        return None


def plain(body: bytes) -> bytes:
    """Some editors put a mark before the first letter."""
    return body.removeprefix(b"\xef\xbb\xbf")
