"""Forms as files: one alone, several in a FHIR Bundle, or a folder of such. A form's bytes are kept as they stand."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from viktig.domain.questionnaire.checking_shape import LARGEST

MOST_FILES: Final = 1_000


class FormFile(NamedTuple):
    """`name` is what it is called when it is told of; `folder` is where files that it names lie beside it."""

    name: str
    body: bytes
    folder: Path


class LeftAside(NamedTuple):
    name: str
    why: str


class _Kind(msgspec.Struct):
    resource_type: str = msgspec.field(default="", name="resourceType")


class _Entry(msgspec.Struct):
    resource: msgspec.Raw = msgspec.Raw(b"{}")


class _Bundle(_Kind):
    entry: list[_Entry] = []


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
    with path.open("rb") as source:
        body = source.read(LARGEST + 1)
    kind = _kind(body)
    if kind == "Bundle":
        yield from _of_bundle(path, name, body)
    elif alone or kind in ("Questionnaire", None):
        yield FormFile(name, body, path.parent)
    else:
        yield LeftAside(name, f"is no form ({kind or 'no FHIR resource'})")


def _of_bundle(path: Path, name: str, body: bytes) -> Iterator[FormFile | LeftAside]:
    try:
        entries = msgspec.json.decode(_plain(body), type=_Bundle).entry
    except (msgspec.DecodeError, RecursionError):
        yield LeftAside(name, "is a Bundle that cannot be read")
        return
    for number, entry in enumerate(entries, 1):
        inner, kind = bytes(entry.resource), _kind(bytes(entry.resource))
        where = f"{name}[{number}]"
        yield (
            FormFile(where, inner, path.parent) if kind == "Questionnaire" else LeftAside(where, f"is no form ({kind})")
        )
    if not entries:
        yield LeftAside(name, "is a Bundle with nothing in it")


def _kind(body: bytes) -> str | None:
    """What it says it is; empty for other JSON, None for what is no JSON."""
    try:
        return msgspec.json.decode(_plain(body), type=_Kind).resource_type
    except msgspec.ValidationError:
        return ""
    except (msgspec.DecodeError, RecursionError):
        return None


def _plain(body: bytes) -> bytes:
    """Some editors put a mark before the first letter."""
    return body.removeprefix(b"\xef\xbb\xbf")
