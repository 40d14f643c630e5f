"""Organisations' own forms, as they are served: each as its own organisation loaded it."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

import msgspec

from viktig.content.forms import without_notes
from viktig.domain.library import FormEntry, entry
from viktig.domain.questionnaire import Questionnaire
from viktig.domain.questionnaire.extensions import MEDIA

NUMBERS: Final = re.compile(r"(\d+)")


class Loaded(NamedTuple):
    """`media`: what the form calls its sound and films -> the name they are served under."""

    organization: str
    raw: bytes
    media: Mapping[str, str]


class OwnForms:
    """All of them at one moment; another moment is another one of these. `broken`: what cannot be read any more."""

    def __init__(self, loaded: Iterable[Loaded] = ()) -> None:
        self.files: dict[str, bytes] = {}
        self.questionnaires: dict[tuple[str, str], Questionnaire] = {}
        self.entries: dict[tuple[str, str], FormEntry] = {}
        """Organisation and canonical -> entry, any version."""
        self.media: set[str] = set()
        """Paths of sound and films that a form names."""
        broken = []
        for one in loaded:
            try:
                self._take(one)
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
                broken.append(f"{one.organization}: {one.raw[:80]!r}")
        self.broken = tuple(broken)
        newest: dict[tuple[str, str], FormEntry] = {}
        for (organization, _), own in self.entries.items():
            before = newest.get((organization, own.url))
            if before is None or in_order(own.version) > in_order(before.version):
                newest[organization, own.url] = own
        self.now = tuple(newest.values())
        """Of each form its newest version: what is asked now."""

    def _take(self, one: Loaded) -> None:
        form = msgspec.json.decode(one.raw.removeprefix(b"\xef\xbb\xbf"), type=Questionnaire)
        body = served(one)
        path = f"forms/own/{hashlib.sha256(body).hexdigest()[:40]}.json"
        self.files[path] = body
        self.media |= {f"media/{name}" for name in one.media.values()}
        self.questionnaires[one.organization, form.canonical] = form
        self.entries[one.organization, form.canonical] = msgspec.structs.replace(
            entry(form, path), name=name_of(one.organization, form), organization=one.organization
        )


def served(one: Loaded) -> bytes:
    """Without the notes on why each question is asked, and with the addresses of its sound and films."""
    whole = msgspec.json.decode(one.raw.removeprefix(b"\xef\xbb\xbf"))
    return msgspec.json.encode(_addressed(without_notes(whole), one.media))


def _addressed(value: Any, media: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_addressed(one, media) for one in value]
    if not isinstance(value, dict):
        return value
    if value.get("url") == MEDIA:
        parts = [
            {**part, "valueUrl": f"/content/media/{media[part['valueUrl']]}"} if part.get("valueUrl") in media else part
            for part in value.get("extension", ())
        ]
        return {**value, "extension": parts}
    return {name: _addressed(inner, media) for name, inner in value.items()}


def name_of(organization: str, form: Questionnaire) -> str:
    """A short name that no shipped form has."""
    last = re.sub(r"[^A-Za-z0-9_-]+", "-", form.id or form.url.rstrip("/").rpartition("/")[2]).strip("-")
    return f"{organization}-{last or 'form'}"[:64]


def in_order(version: str) -> tuple[tuple[int, str], ...]:
    """Versions compare as people read them: 1.10 comes after 1.9."""
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in NUMBERS.split(version) if part)
