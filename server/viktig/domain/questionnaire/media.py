"""Sound and sign-language films beside a form or a question: our extension `media`, with parts file, kind and text."""

from collections.abc import Iterable, Iterator
from typing import Final, Literal, NamedTuple, cast

from viktig.domain.questionnaire.extensions import MEDIA, named
from viktig.domain.questionnaire.form import Form
from viktig.domain.questionnaire.resource import Extension

Kind = Literal["audio", "video"]
KINDS: Final = frozenset(("audio", "video"))
OF_KIND: Final[dict[Kind, frozenset[str]]] = {
    "audio": frozenset(("audio/mpeg", "audio/mp4", "audio/ogg", "video/mp4", "video/webm")),
    "video": frozenset(("video/mp4", "video/webm")),
}
"""A container that can hold films may hold sound alone."""


class Media(NamedTuple):
    """`file` is a file's name, and in what is served its address; `text` says the same in writing."""

    file: str
    kind: str
    text: str


def media(extensions: Iterable[Extension]) -> Iterator[Media]:
    for told in named(extensions, MEDIA):
        parts = {part.url: part.value_url or part.value_code or part.value_string for part in told.extension}
        yield Media(parts.get("file", ""), parts.get("kind", ""), parts.get("text", ""))


def every(form: Form) -> Iterator[tuple[str, Media]]:
    """Each with the linkId of its item; empty for the form's own."""
    yield from (("", one) for one in media(form.questionnaire.extension))
    for node in form.nodes.values():
        yield from ((node.item.link_id, one) for one in media(node.item.extension))


def fault(one: Media) -> str:
    """What is wrong with it, as far as the form alone tells."""
    if not one.file or one.file != one.file.strip() or any(mark in one.file for mark in "/\\:") or one.file[0] == ".":
        return "names a sound or film by something that is no plain file name"
    if one.kind not in KINDS:
        return f"has a sound or film ({one.file}) that says neither audio nor video"
    return "" if one.text.strip() else f"has a sound or film ({one.file}) without a text that says the same"


SUFFIX: Final = {
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "audio/ogg": ".ogg",
    "video/mp4": ".mp4",
    "video/webm": ".webm",
}
"""What a file of each kind that we take is called at its end."""


def known(data: bytes) -> str:
    """The MIME type that the content tells; empty for what we do not take."""
    if data[4:8] == b"ftyp":
        return "audio/mp4" if data[8:12] in (b"M4A ", b"M4B ") else "video/mp4"
    if data.startswith(b"OggS"):
        return "audio/ogg"
    if data.startswith(b"\x1aE\xdf\xa3") and b"webm" in data[:64]:
        return "video/webm"
    frame = len(data) > 2 and data[0] == 0xFF and data[1] & 0xE6 == 0xE2 and data[2] & 0xF0 not in (0, 0xF0)
    return "audio/mpeg" if data.startswith(b"ID3") or frame else ""


def fits(kind: str, mime: str) -> bool:
    return mime in OF_KIND[cast(Kind, kind)] if kind in KINDS else False
