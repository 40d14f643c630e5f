"""What the check of a form finds, told to whoever loads it."""

from typing import Literal, NamedTuple

Weight = Literal["error", "difference", "note"]


class Found(NamedTuple):
    """`link_id` is empty when it is about the whole form."""

    weight: Weight
    link_id: str
    says: str


def error(link_id: str, says: str) -> Found:
    return Found("error", link_id, says)


def difference(link_id: str, says: str) -> Found:
    return Found("difference", link_id, says)


def note(link_id: str, says: str) -> Found:
    return Found("note", link_id, says)


def short(text: str, most: int = 80) -> str:
    """Somebody else's words within a sentence of ours: one line, not too long, nothing that moves the cursor."""
    plain = "".join(one if one.isprintable() else " " for one in text)
    return plain if len(plain) <= most else f"{plain[: most - 1]}…"


def a(noun: str) -> str:
    """With its article."""
    return f"{'an' if noun[:1].lower() in 'aeio' else 'a'} {noun}"
